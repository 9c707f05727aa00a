import type { ServerResponse } from 'node:http';
import { generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ProblemError } from '../../server/problem-error.ts';
import { oidcSignIn } from '../../server/sign-in-oidc.ts';
import type { SignIn } from '../../server/sign-in.ts';
import { openSignIn } from '../../server/sign-in-ways.ts';
import { descriptionPath, keysPath, startIssuer, type Issuer } from './issuer.ts';

/** Who a token is, or the problem and the reason for which it is nobody. */
const outcome = (signIn: SignIn, token: string): Promise<string | null> =>
  signIn(token).catch((error: unknown) => {
    if (!(error instanceof ProblemError)) throw error;
    return [error.code, error.values?.['reason']].filter((part) => part !== undefined).join(': ');
  });

const shared = 'a-token-that-everybody-here-shares';

describe('a shared token', () => {
  const signIn = openSignIn({ token: shared });

  it('lets in who has it, as one of many', async () => {
    expect(signIn && (await outcome(signIn, shared))).toBeNull();
  });

  it.each([['', 'x', shared.slice(1), shared.slice(0, -1), `${shared} `, shared.toUpperCase(), 'x'.repeat(9_000)]])(
    'lets in nobody with %j',
    async (token) => {
      expect(signIn && (await outcome(signIn, token))).toMatch(/^sign-in-refused/);
    },
  );

  it('is not needed where the settings have none', () => {
    expect(openSignIn({})).toBeUndefined();
  });
});

describe('a token of an OpenID Connect issuer', () => {
  let issuer: Issuer;
  let signIn: SignIn;
  beforeEach(async () => {
    issuer = await startIssuer();
    signIn = oidcSignIn({ issuer: issuer.url, audience: issuer.audience }, { cooldownMs: 0, restMs: 60_000 });
  });
  afterEach(() => issuer.stop());

  it('is who its subject is', async () => {
    expect(await outcome(signIn, await issuer.token({ claims: { sub: 'somebody' } }))).toBe(
      `somebody of ${issuer.url}`,
    );
    const forSeveral = await issuer.token({ claims: { aud: ['another', issuer.audience] } });
    expect(await outcome(signIn, forSeveral)).toBe(`reader of ${issuer.url}`);
  });

  it('is good beside a shared one', async () => {
    const both = openSignIn({ token: shared, oidc: { issuer: issuer.url, audience: issuer.audience } });
    expect(both && (await outcome(both, shared))).toBeNull();
    expect(issuer.asked).toEqual([]);
    expect(both && (await outcome(both, await issuer.token()))).toBe(`reader of ${issuer.url}`);
    expect(both && (await outcome(both, 'neither'))).toMatch(/^sign-in-refused/);
  });

  it.each<[string, Parameters<Issuer['token']>[0], string]>([
    ['made out for others', { claims: { aud: 'another' } }, 'its aud is not right'],
    ['of another issuer', { claims: { iss: 'https://id.example.org' } }, 'its iss is not right'],
    ['without a subject', { claims: { sub: undefined } }, 'its sub is not right'],
    ['that never expires', { claims: { exp: undefined } }, 'its exp is not right'],
    ['not good yet', { claims: { nbf: Math.floor(Date.now() / 1000) + 600 } }, 'its nbf is not right'],
    ['that has expired', { seconds: -60 }, 'it has expired'],
    ['signed by a key that is not there', { kid: 'nobody' }, 'it is signed by a key that the issuer does not have'],
  ])('lets in nobody when it is %s', async (_, changes, reason) => {
    expect(await outcome(signIn, await issuer.token(changes))).toBe(`sign-in-refused: ${reason}`);
  });

  it('lets in nobody when somebody else has signed it, or nobody', async () => {
    const { privateKey } = await generateKeyPair('ES256');
    expect(await outcome(signIn, await issuer.token({ key: privateKey }))).toMatch(/^sign-in-refused/);
    const claims = { iss: issuer.url, aud: issuer.audience, sub: 'reader', exp: Math.floor(Date.now() / 1000) + 300 };
    expect(await outcome(signIn, new UnsecuredJWT(claims).encode())).toMatch(/^sign-in-refused/);
    // What is public must not serve as the secret of a signature that anybody can make.
    const secret = new TextEncoder().encode(JSON.stringify(await (await fetch(`${issuer.url}${keysPath}`)).json()));
    const hashed = await new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).sign(secret);
    expect(await outcome(signIn, hashed)).toBe('sign-in-refused: it is signed in a way that is not accepted');
    for (const nonsense of ['', 'x', 'a.b.c', 'e30.e30.e30', '律.师.。']) {
      expect(await outcome(signIn, nonsense)).toMatch(/^sign-in-refused/);
    }
  });

  it('costs one question to the issuer, whatever the number of tokens', async () => {
    const tokens = await Promise.all(Array.from({ length: 20 }, () => issuer.token()));
    await Promise.all(tokens.map((token) => signIn(token)));
    await signIn(await issuer.token());
    expect(issuer.asked).toEqual([descriptionPath, keysPath]);
  });

  it('is good when its issuer has changed its key, and those of the old key are not', async () => {
    const old = await issuer.token();
    expect(await outcome(signIn, old)).toBe(`reader of ${issuer.url}`);
    await issuer.rotate();
    expect(await outcome(signIn, await issuer.token())).toBe(`reader of ${issuer.url}`);
    expect(await outcome(signIn, old)).toMatch(/^sign-in-refused/);
  });

  it('has keys that nobody knows asked for at most once in a while', async () => {
    const patient = oidcSignIn({ issuer: issuer.url, audience: issuer.audience });
    for (let count = 0; count < 5; count += 1) {
      expect(await outcome(patient, await issuer.token({ kid: `unknown-${count}` }))).toMatch(/^sign-in-refused/);
    }
    expect(issuer.asked).toEqual([descriptionPath, keysPath]);
  });

  it.each<[string, string, (response: ServerResponse) => void]>([
    ['fails', descriptionPath, (response) => response.writeHead(500).end()],
    [
      'describes another',
      descriptionPath,
      (response) => response.end('{"issuer": "https://id.example.org", "jwks_uri": "https://id.example.org/keys"}'),
    ],
    ['has no keys', keysPath, (response) => response.writeHead(404).end()],
    ['leads elsewhere', keysPath, (response) => response.writeHead(302, { location: 'http://127.0.0.1:9/' }).end()],
    ['answers no JSON', keysPath, (response) => response.end('<!doctype html>')],
    ['answers no keys', keysPath, (response) => response.end('{"keys": 1}')],
    ['answers without end', keysPath, (response) => response.end(`{"keys": [${' '.repeat(300_000)}]}`)],
    ['breaks off', keysPath, (response) => response.destroy()],
  ])('says that nobody can tell now, when the issuer %s', async (_, path, answer) => {
    issuer.instead.set(path, answer);
    expect(await outcome(signIn, await issuer.token())).toBe('sign-in-unavailable');
    const asked = issuer.asked.length;
    // It is left in peace for a while.
    expect(await outcome(signIn, await issuer.token())).toBe('sign-in-unavailable');
    expect(issuer.asked).toHaveLength(asked);
  });

  it('is good again as soon as the issuer is there', async () => {
    const hasty = oidcSignIn({ issuer: issuer.url, audience: issuer.audience }, { cooldownMs: 0, restMs: 0 });
    issuer.instead.set(descriptionPath, (response) => response.destroy());
    expect(await outcome(hasty, await issuer.token())).toBe('sign-in-unavailable');
    issuer.instead.clear();
    expect(await outcome(hasty, await issuer.token())).toBe(`reader of ${issuer.url}`);
  });

  it('is good while the issuer is away, for whose keys are known', async () => {
    await signIn(await issuer.token());
    issuer.instead.set(keysPath, (response) => response.destroy());
    // One that has new keys asked for, which fails, takes nothing from the others.
    expect(await outcome(signIn, await issuer.token({ kid: 'unknown' }))).toBe('sign-in-unavailable');
    expect(await outcome(signIn, await issuer.token())).toBe(`reader of ${issuer.url}`);
  });
});

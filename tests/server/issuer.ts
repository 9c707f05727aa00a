import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWTPayload } from 'jose';
import { portOf } from '../neo4j/port-of.ts';

interface SigningKey {
  kid: string;
  privateKey: CryptoKey;
  publicKey: CryptoKey;
}

/** How a token differs from the issuer's usual ones. */
export interface TokenChanges {
  claims?: JWTPayload;
  /** The name of a key that it says to be signed by. */
  kid?: string;
  /** A key of somebody else that it is signed by. */
  key?: CryptoKey;
  /** Seconds until it expires. */
  seconds?: number;
}

/** An OpenID Connect issuer on this machine, with a discovery document, keys that change, and tokens. */
export interface Issuer {
  url: string;
  audience: string;
  /** The paths that it was asked for, in their order. */
  asked: string[];
  /** Answers in place of the usual ones, by path. */
  instead: Map<string, (response: ServerResponse) => void>;
  token(changes?: TokenChanges): Promise<string>;
  /** From now on another key signs, and only that is told. */
  rotate(): Promise<void>;
  stop(): void;
}

export const descriptionPath = '/.well-known/openid-configuration';
export const keysPath = '/keys';

export async function startIssuer(): Promise<Issuer> {
  const audience = 'graph-of-the-test';
  const asked: string[] = [];
  const instead: Issuer['instead'] = new Map();
  let current = await newKey();
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push(path);
    const answer = instead.get(path);
    if (answer) answer(response);
    else void usual(path).then((body) => response.end(JSON.stringify(body)));
  });
  const usual = async (path: string) => {
    if (path === descriptionPath) return { issuer: url, jwks_uri: `${url}${keysPath}` };
    return { keys: [{ ...(await exportJWK(current.publicKey)), kid: current.kid, alg: 'ES256', use: 'sig' }] };
  };
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const url = `http://127.0.0.1:${portOf(server)}`;
  return {
    url,
    audience,
    asked,
    instead,
    token: ({ claims = {}, kid = current.kid, key = current.privateKey, seconds = 300 } = {}) =>
      new SignJWT({ iss: url, aud: audience, sub: 'reader', exp: Math.floor(Date.now() / 1000) + seconds, ...claims })
        .setProtectedHeader({ alg: 'ES256', kid })
        .sign(key),
    async rotate() {
      current = await newKey();
    },
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function newKey(): Promise<SigningKey> {
  return { kid: randomUUID(), ...(await generateKeyPair('ES256', { extractable: true })) };
}

import { createRemoteJWKSet, customFetch, errors, jwtVerify, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import { fetchWithRest } from './fetch-json.ts';
import { ProblemError } from './problem-error.ts';
import type { OidcSettings } from './settings.ts';
import { refusedToken, type SignIn } from './sign-in.ts';

/** Signatures that only the issuer can make: none by a shared secret, and not `none`. */
const algorithms = 'RS256 RS384 RS512 PS256 PS384 PS512 ES256 ES384 ES512 EdDSA Ed25519'.split(' ');

/** Seconds by which the clocks of issuer and server may differ. */
const clockTolerance = 30;

/** How soon an issuer is asked again. */
export interface OidcPace {
  /** Milliseconds after which a key that nobody knows may be asked for again. */
  cooldownMs: number;
  /** Milliseconds in which an issuer that did not answer is not asked again. */
  restMs: number;
}

const usualPace: OidcPace = { cooldownMs: 30_000, restMs: 5_000 };

/** An issuer's discovery document, and its keys, as far as they are needed here. */
const Keys = z.object({ keys: z.array(z.looseObject({ kty: z.string() })) });
const descriptionOf = (issuer: string) =>
  z.object({ issuer: z.literal(issuer), jwks_uri: z.url().startsWith(safety(issuer)) });

/** What anybody on the way could change is no proof of anything: the keys come in no less safe a way than their address. */
const safety = (address: string): string => new URL(address).protocol;

/**
 * Signs in by tokens that an OpenID Connect issuer has signed for our audience. Its keys are found through its discovery
 * document, and kept for ten minutes; a token with a new one has them read again.
 */
export function oidcSignIn({ issuer, audience }: OidcSettings, pace: OidcPace = usualPace): SignIn {
  const keys = issuerKeys(issuer, pace);
  const checks = { issuer, audience, algorithms, clockTolerance, requiredClaims: ['exp', 'sub'] };
  return async (token) => {
    try {
      const { payload } = await jwtVerify(token, keys, checks);
      return `${payload.sub} of ${issuer}`;
    } catch (error) {
      if (isOfToken(error)) throw refusedToken(reasonOf(error), error);
      throw new ProblemError('sign-in-unavailable', `the issuer ${issuer} cannot be asked for its keys`, {
        values: { issuer },
        retryAfterSeconds: 5,
        cause: error,
      });
    }
  };
}

/** The issuer's keys. Nothing is asked before the first token. */
function issuerKeys(issuer: string, { cooldownMs, restMs }: OidcPace): JWTVerifyGetKey {
  const fetchJson = fetchWithRest(restMs);
  const find = async (): Promise<JWTVerifyGetKey> => {
    const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
    const { jwks_uri: keys } = await fetchJson(address, descriptionOf(issuer));
    return createRemoteJWKSet(new URL(keys), {
      cooldownDuration: cooldownMs,
      [customFetch]: async (at) => Response.json(await fetchJson(at, Keys)),
    });
  };
  let finding: Promise<JWTVerifyGetKey> | undefined;
  return async (header, token) => {
    finding ??= find().catch((error: unknown) => {
      finding = undefined;
      throw error;
    });
    const keys = await finding;
    return keys(header, token);
  };
}

/** Whether the token is at fault, and not the issuer or the way to it. */
function isOfToken(error: unknown): error is errors.JOSEError {
  if (!(error instanceof errors.JOSEError)) return false;
  return ![errors.JOSEError.code, errors.JWKSInvalid.code, errors.JWKSTimeout.code].includes(error.code);
}

/** Why a token is not good, as its owner can do something about it. */
function reasonOf(error: errors.JOSEError): string {
  if (error instanceof errors.JWTExpired) return 'it has expired';
  if (error instanceof errors.JWTClaimValidationFailed) return `its ${error.claim} is not right`;
  if (error instanceof errors.JWKSNoMatchingKey) return 'it is signed by a key that the issuer does not have';
  if (error instanceof errors.JOSEAlgNotAllowed) return 'it is signed in a way that is not accepted';
  return 'it is no token of the issuer';
}

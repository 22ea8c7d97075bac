// From the Authorization header of a request to its viewer. The only reader of credentials.
import { createHash } from 'node:crypto';
import { type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { publicViewer, type SignedIn, type Viewer } from '../core/viewer.ts';
import { viewerOfClaims } from './claims.ts';

/** Whose tokens are believed: the `iss` and `aud` they must carry, and the keys they may be signed with. */
export type Trust = { issuer: string; audience: string; keys: JWTVerifyGetKey };

/** A viewer, or why there is none; `reason` and `cause` are for the log alone. `isAway`: the keys could not be had, so nothing is known of the token. */
export type Identified = { viewer: Viewer } | { isAway: false; reason: string } | { isAway: true; cause: unknown };

/** Identifies by the value of the Authorization header, null where none was sent. Several headers arrive as one value with commas. */
export type Authenticate = (authorization: string | null) => Promise<Identified>;

/** One algorithm for each kind of key, all of them with a public and a private part: no key that is published can be used as a secret. */
export const algorithms = ['RS256', 'ES256', 'EdDSA'];
/** **Source** security plan, row 35. */
export const tokenSecondsMax = 15 * 60;
/** How far the clocks of the provider and of this machine may differ. */
const clockToleranceSeconds = 5;
const tokensKept = 10_000;
const bearer = /^bearer +([\w-]+\.[\w-]+\.[\w-]+)$/i;
const headerLengthMax = 8_000;

/** The error of a key set that was read, and has no one key for this token. Any other error means that it could not be read. */
const noKeyCodes: readonly unknown[] = ['ERR_JWKS_NO_MATCHING_KEY', 'ERR_JWKS_MULTIPLE_MATCHING_KEYS', 'ERR_JOSE_NOT_SUPPORTED'];

/** `trust` null: no token is believed, and only the public view is left. */
export function createAuthenticate(trust: Trust | null, now: () => Date = () => new Date()): Authenticate {
  const verified = verifiedTokens(now);
  return async (authorization) => {
    if (authorization === null) return { viewer: publicViewer };
    const token = authorization.length <= headerLengthMax ? bearer.exec(authorization)?.[1] : undefined;
    if (token === undefined) return refused('not one bearer token');
    if (trust === null) return refused('no tokens are accepted here');
    const known = verified.get(token);
    if (known) return { viewer: known };
    let cause: unknown; // Of the key set, which jwtVerify hands on like any error of its own.
    const keys: JWTVerifyGetKey = (header, input) =>
      Promise.resolve(trust.keys(header, input)).catch((error: unknown) => {
        if (!noKeyCodes.includes(codeOf(error))) cause = error;
        throw error;
      });
    try {
      const { payload } = await jwtVerify(token, keys, {
        algorithms,
        issuer: trust.issuer,
        audience: trust.audience,
        requiredClaims: ['sub', 'iat', 'exp'],
        maxTokenAge: tokenSecondsMax, // Refuses a token from the future too.
        clockTolerance: clockToleranceSeconds,
        currentDate: now(),
      });
      if (lifetimeOf(payload) > tokenSecondsMax) return refused('valid for longer than 15 minutes');
      const viewer = viewerOfClaims(payload);
      if (!viewer) return refused('its claims make no viewer');
      verified.set(token, viewer, payload);
      return { viewer };
    } catch (error) {
      return cause === undefined ? refused(error instanceof Error ? error.message : 'not verified') : { isAway: true, cause };
    }
  };
}

function refused(reason: string): Identified {
  return { isAway: false, reason };
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

/** Seconds; without end where a time is missing, which jwtVerify has refused. */
function lifetimeOf({ iat = Number.NEGATIVE_INFINITY, exp = Number.POSITIVE_INFINITY }: JWTPayload): number {
  return exp - iat;
}

/**
 * Viewers of tokens that were verified, until these expire: verifying costs more than a whole request.
 * Kept under a hash, so that no token can be read from memory.
 */
function verifiedTokens(now: () => Date) {
  const kept = new Map<string, { viewer: SignedIn; expiresMs: number }>();
  const keyOf = (token: string) => createHash('sha256').update(token).digest('base64');
  return {
    get(token: string): SignedIn | null {
      const key = keyOf(token);
      const entry = kept.get(key);
      if (entry && now().getTime() < entry.expiresMs) return entry.viewer;
      kept.delete(key);
      return null;
    },
    set(token: string, viewer: SignedIn, { exp = 0 }: JWTPayload): void {
      kept.set(keyOf(token), { viewer, expiresMs: exp * 1_000 });
      const [oldest] = kept.keys();
      if (kept.size > tokensKept && oldest !== undefined) kept.delete(oldest);
    },
  };
}

// The session of people at pages: a cookie that holds, encrypted, who they are and until when. The server keeps nothing.
// It opens pages, files beside them and their forms, and never /graphql, which believes a bearer token alone.
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Context as HonoContext } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { EncryptJWT, type JWTPayload, jwtDecrypt } from 'jose';
import type { SignedIn } from '../core/viewer.ts';
import { tokenSecondsMax } from './auth.ts';
import { organizationClaim, roleClaim, stateClaim, viewerOfClaims } from './claims.ts';

/** What a cookie of ours is for: who is signed in, a way to the provider that was begun, or what a form did. */
type Purpose = 'session' | 'sign-in' | 'notice';

export type Sessions = {
  /** Who is signed in; null: nobody, or the cookie is over, altered or not ours. */
  find: (c: HonoContext) => Promise<SignedIn | null>;
  /** `expires`: when what the provider said of the account ends; null: a session of development, which lasts while it is used. */
  begin: (c: HonoContext, viewer: SignedIn, expires: Date | null) => Promise<void>;
  end: (c: HonoContext) => void;
  /** Proves that a form comes from a page that this account was shown. Another one each time, so that it cannot be guessed from lengths of compressed pages. */
  formToken: (viewer: SignedIn) => string;
  isFormToken: (viewer: SignedIn, token: string) => boolean;
  /** Keeps what is needed once the provider sends the reader back. */
  keep: (c: HonoContext, claims: JWTPayload) => Promise<void>;
  /** What was kept, once. */
  take: (c: HonoContext) => Promise<JWTPayload | null>;
  /** Keeps the words on what a form of this account did for the page that it comes back to. They are sealed, so that they are ours. */
  tell: (c: HonoContext, viewer: SignedIn, words: string) => Promise<void>;
  /** These words, once, and to that account alone. */
  told: (c: HonoContext, viewer: SignedIn) => Promise<string | null>;
};

const signInSecondsMax = 10 * 60;
const noticeSecondsMax = 60;
/** A cookie holds 4,096 bytes, and sealed words take up to six for a letter. */
const noticeLengthMax = 500;
/** How old a session of development is before a page makes it anew. */
const renewSeconds = 60;

/** `isSecure`: the browser is to send the cookies over https alone, to this very host. */
export function createSessions(secret: string, isSecure: boolean, now: () => Date): Sessions {
  const derived = (use: string) => createHmac('sha256', secret).update(`strategy-synergy ${use}`).digest();
  const [cookieKey, formKey] = [new Uint8Array(derived('cookies')), derived('forms')];
  const nameOf = (purpose: Purpose) => `${isSecure ? '__Host-' : ''}synergy-${purpose}`;
  const options = { path: '/', httpOnly: true, sameSite: 'Lax', secure: isSecure } as const;
  const nowSeconds = () => Math.floor(now().getTime() / 1_000);

  const write = async (c: HonoContext, purpose: Purpose, claims: JWTPayload, seconds: number) => {
    const sealed = await new EncryptJWT(claims)
      .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
      .setAudience(purpose)
      .setIssuedAt(nowSeconds())
      .setExpirationTime(nowSeconds() + seconds)
      .encrypt(cookieKey);
    setCookie(c, nameOf(purpose), sealed, { ...options, maxAge: seconds });
  };
  const read = async (c: HonoContext, purpose: Purpose): Promise<JWTPayload | null> => {
    const sealed = getCookie(c, nameOf(purpose));
    if (sealed === undefined) return null;
    const checks = { audience: purpose, requiredClaims: ['exp'], currentDate: now() };
    const algorithms = { keyManagementAlgorithms: ['dir'], contentEncryptionAlgorithms: ['A256GCM'] };
    return jwtDecrypt(sealed, cookieKey, { ...checks, ...algorithms }).then(
      ({ payload }) => payload,
      () => null,
    );
  };
  const begin: Sessions['begin'] = async (c, viewer, expires) => {
    const seconds = expires === null ? tokenSecondsMax : Math.floor(expires.getTime() / 1_000) - nowSeconds();
    const owner = {
      ...('state' in viewer && { [stateClaim]: viewer.state }),
      ...('organization' in viewer && { [organizationClaim]: viewer.organization }),
    };
    const claims = { sub: viewer.subject, [roleClaim]: viewer.role.toLowerCase(), ...owner, ...(expires === null && { renewed: true }) };
    await write(c, 'session', claims, Math.max(1, Math.min(seconds, tokenSecondsMax)));
  };
  const proof = (viewer: SignedIn, salt: string) =>
    createHmac('sha256', formKey)
      .update(JSON.stringify([salt, viewer.subject, viewer.role, 'state' in viewer && viewer.state, 'organization' in viewer && viewer.organization]))
      .digest();

  const isFormToken: Sessions['isFormToken'] = (viewer, token) => {
    const [salt = '', given = ''] = token.split('.');
    const [expected, found] = [proof(viewer, salt), Buffer.from(given, 'base64url')];
    return found.length === expected.length && timingSafeEqual(found, expected);
  };
  const formToken: Sessions['formToken'] = (viewer) => {
    const salt = randomBytes(12).toString('base64url');
    return `${salt}.${proof(viewer, salt).toString('base64url')}`;
  };

  return {
    begin,
    formToken,
    isFormToken,
    async find(c) {
      const claims = await read(c, 'session');
      const viewer = claims && viewerOfClaims(claims);
      if (!viewer) return null;
      if (claims.renewed === true && nowSeconds() - (claims.iat ?? 0) > renewSeconds) await begin(c, viewer, null);
      return viewer;
    },
    end: (c) => void deleteCookie(c, nameOf('session'), options),
    keep: (c, claims) => write(c, 'sign-in', claims, signInSecondsMax),
    tell: (c, viewer, words) => write(c, 'notice', { words: words.slice(0, noticeLengthMax), of: formToken(viewer) }, noticeSecondsMax),
    async told(c, viewer) {
      const claims = await read(c, 'notice');
      if (claims === null) return null;
      deleteCookie(c, nameOf('notice'), options);
      return isFormToken(viewer, String(claims.of)) ? String(claims.words) : null;
    },
    async take(c) {
      const claims = await read(c, 'sign-in');
      deleteCookie(c, nameOf('sign-in'), options);
      return claims;
    },
  };
}

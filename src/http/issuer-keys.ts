// The public keys of an identity provider, read from it when they are needed and read again when a token names a new one.
import { createRemoteJWKSet, customFetch, type JWTVerifyGetKey, type RemoteJWKSet } from 'jose';

const timeoutMs = 5_000;
/** How soon a key that is not known makes the set be read again. */
const cooldownMs = 10_000;
/** How long a provider that failed is left alone, so that tokens nobody can check do not become a storm of requests to it. */
const pauseMs = 2_000;

/** Is it an address whose answer can be believed: https, or http on this machine? */
export function isSafeUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  if (url.username !== '' || url.password !== '' || url.hash !== '') return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));
}

/** Is it this machine alone, by name or by address? */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);
}

/**
 * Finds the key for a token. Where `jwksUrl` is null, the provider's discovery document names it.
 * Throws an error of jose where the set has no such key, and any other error where it cannot be read.
 */
export function issuerKeys(issuer: string, jwksUrl: string | null): JWTVerifyGetKey {
  const read = pausing(fetch);
  let keys: RemoteJWKSet | null = null; // No promise is kept: on a Worker it would belong to the request that made it.
  return async (header, token) => {
    keys ??= createRemoteJWKSet(new URL(jwksUrl ?? (await discover(issuer, read))), {
      timeoutDuration: timeoutMs,
      cooldownDuration: cooldownMs,
      [customFetch]: read,
    });
    return keys(header, token);
  };
}

type Read = (url: string, options: RequestInit) => Promise<Response>;

/** `read`, but that it fails at once for a while after it failed. */
function pausing(read: Read): Read {
  let pausedUntilMs = 0;
  return async (url, options) => {
    if (Date.now() < pausedUntilMs) throw new Error('The identity provider failed a moment ago, and is left alone for two seconds.');
    try {
      const response = await read(url, options);
      if (response.status !== 200) throw new Error(`The identity provider answers ${response.status} at ${url}.`);
      return response;
    } catch (error) {
      pausedUntilMs = Date.now() + pauseMs;
      throw error;
    }
  };
}

/** OpenID Connect Discovery 1.0, section 4: the address of the key set. The document must name the issuer itself, letter by letter. */
async function discover(issuer: string, read: Read): Promise<string> {
  const url = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const response = await read(url, { headers: { accept: 'application/json' }, redirect: 'manual', signal: AbortSignal.timeout(timeoutMs) });
  const found: unknown = await response.json();
  const named = typeof found === 'object' && found !== null ? { issuer: undefined, jwks_uri: undefined, ...found } : null;
  if (named?.issuer !== issuer) throw new Error(`${url} is not the document of OIDC_ISSUER: the issuer it names is another.`);
  if (typeof named.jwks_uri !== 'string' || !isSafeUrl(named.jwks_uri)) throw new Error(`${url} names no https address of a key set (jwks_uri).`);
  return named.jwks_uri;
}

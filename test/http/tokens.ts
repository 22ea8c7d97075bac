// Keys and tokens for tests, as an identity provider would make them.
import { createLocalJWKSet, exportJWK, generateKeyPair, type JWK, type JWTPayload, SignJWT } from 'jose';
import { type Authenticate, createAuthenticate, type Trust } from '../../src/http/auth.ts';

export const issuer = 'https://identity.example';
export const audience = 'https://synergy.example';

export type Signer = { alg: string; kid: string; privateKey: CryptoKey; publicJwk: JWK };

/** A new pair of keys; `kid` is their name in key sets. */
export async function makeSigner(alg: string, kid: string): Promise<Signer> {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  return { alg, kid, privateKey, publicJwk: { ...(await exportJWK(publicKey)), kid, alg, use: 'sig' } };
}

export function trustIn(...signers: Signer[]): Trust {
  return { issuer, audience, keys: createLocalJWKSet({ keys: signers.map(({ publicJwk }) => publicJwk) }) };
}

export const nowSeconds = () => Math.floor(Date.now() / 1_000);

/** Claims of a good token for an editor of XAA; what `other` has set to undefined is left out. */
export function claims(other: Record<string, unknown> = {}): JWTPayload {
  const iat = nowSeconds();
  return { iss: issuer, aud: audience, sub: 'account-1', iat, exp: iat + 600, synergy_role: 'editor', synergy_state: 'XAA', ...other };
}

/** A signed token with exactly these claims. */
export function sign({ alg, kid, privateKey }: Signer, payload: JWTPayload = claims(), header: Record<string, unknown> = {}): Promise<string> {
  return new SignJWT(payload).setProtectedHeader({ alg, kid, ...header }).sign(privateKey);
}

/** What an app needs to know this signer's tokens, and the headers of a request with one. */
export async function signedIn(payload: JWTPayload = claims()): Promise<{ authenticate: Authenticate; headers: { authorization: string } }> {
  const signer = await makeSigner('ES256', 'key-1');
  return { authenticate: createAuthenticate(trustIn(signer)), headers: { authorization: `Bearer ${await sign(signer, payload)}` } };
}

// The identity provider that people are sent to: OpenID Connect, authorization code with PKCE, by openid-client.
import * as oidc from 'openid-client';
import type { SignInSettings } from './env.ts';

/** What must be there again when the reader comes back. */
export type Begun = { state: string; nonce: string; verifier: string };

export type Provider = {
  /** Where to send the reader. Throws where the provider cannot be reached. */
  begin: () => Promise<{ url: string; begun: Begun }>;
  /** The access token for what the provider sent back in `search`. Throws where anything does not fit. */
  finish: (search: string, begun: Begun) => Promise<string>;
};

export const callbackPath = '/sign-in/callback';

export function createProvider(issuer: string, audience: string, { clientId, clientSecret, publicUrl }: SignInSettings): Provider {
  let known: oidc.Configuration | null = null; // No promise is kept: on a Worker it would belong to the request that made it.
  const configuration = async () => {
    const execute = issuer.startsWith('http:') ? [oidc.allowInsecureRequests] : [];
    known ??= await oidc.discovery(new URL(issuer), clientId, undefined, oidc.ClientSecretBasic(clientSecret), { execute, timeout: 5 });
    return known;
  };
  // RFC 8707: whom the access token is to be for.
  const resource: Record<string, string> = URL.canParse(audience) ? { resource: audience } : {};
  return {
    async begin() {
      const config = await configuration();
      const begun = { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier: oidc.randomPKCECodeVerifier() };
      const url = oidc.buildAuthorizationUrl(config, {
        redirect_uri: `${publicUrl}${callbackPath}`,
        scope: 'openid',
        code_challenge: await oidc.calculatePKCECodeChallenge(begun.verifier),
        code_challenge_method: 'S256',
        state: begun.state,
        nonce: begun.nonce,
        ...resource,
      });
      return { url: url.href, begun };
    },
    async finish(search, { state, nonce, verifier }) {
      const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true };
      const url = new URL(`${publicUrl}${callbackPath}${search}`);
      return (await oidc.authorizationCodeGrant(await configuration(), url, checks, resource)).access_token;
    },
  };
}

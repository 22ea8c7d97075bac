// A real OpenID Connect provider on this machine, as an operator would connect one: discovery, key set and token endpoint over HTTP.
import { createServer } from 'node:http';
import { exportJWK, generateKeyPair } from 'jose';
import Provider, { type Configuration } from 'oidc-provider';

export const audience = 'https://synergy.example';

/** The claims of each client that the provider knows; the name of the client is its `sub`. */
const clients: Record<string, Record<string, string>> = {
  'editor-xaa': { synergy_role: 'editor', synergy_state: 'XAA' },
  'editor-jam': { synergy_role: 'editor', synergy_state: 'JAM' },
  'analyst-caricom': { synergy_role: 'analyst', synergy_organization: 'caricom' },
  secretariat: { synergy_role: 'secretariat' },
  'no-role': {},
};
const secret = 'a secret of the tests alone';

export type IdentityProvider = {
  issuer: string;
  /** A token by client_credentials. `seconds`: how long it is valid. */
  token: (client: string, options?: { audience?: string; seconds?: number }) => Promise<string>;
  /** Signs with a new key from now on, and publishes that one alone. */
  rotate: () => Promise<void>;
  /** Paths asked for so far, tokens apart. */
  asked: string[];
  close: () => Promise<void>;
};

export async function startIdentityProvider(): Promise<IdentityProvider> {
  const asked: string[] = [];
  let answer: ReturnType<Provider['callback']> | undefined;
  let seconds = 600;
  const server = createServer((request, response) => {
    if (request.url !== '/token') asked.push(request.url ?? '');
    void answer?.(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const issuer = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  let keys = 0;
  const rotate = async () => {
    keys += 1;
    const { privateKey } = await generateKeyPair('ES256', { extractable: true });
    const jwk = { ...(await exportJWK(privateKey)), kid: `key-${keys}`, alg: 'ES256', use: 'sig' };
    answer = new Provider(
      issuer,
      configuration(jwk, () => seconds),
    ).callback();
  };
  await rotate();
  return {
    issuer,
    asked,
    rotate,
    token: async (client, options = {}) => {
      seconds = options.seconds ?? 600;
      const response = await fetch(`${issuer}/token`, {
        method: 'POST',
        headers: { authorization: `Basic ${btoa(`${client}:${encodeURIComponent(secret)}`)}` },
        body: new URLSearchParams({ grant_type: 'client_credentials', resource: options.audience ?? audience }),
      });
      const body: unknown = await response.json();
      if (typeof body === 'object' && body !== null && 'access_token' in body && typeof body.access_token === 'string') return body.access_token;
      throw new Error(`The provider gives no token: ${JSON.stringify(body)}`);
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function configuration(key: object, seconds: () => number): Configuration {
  return {
    jwks: { keys: [key as never] },
    clients: Object.keys(clients).map((client) => ({
      client_id: client,
      client_secret: secret,
      grant_types: ['client_credentials'],
      redirect_uris: [],
      response_types: [],
      id_token_signed_response_alg: 'ES256',
    })),
    ttl: { ClientCredentials: () => seconds() },
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        getResourceServerInfo: (_context, resource) => ({
          scope: '',
          audience: resource,
          accessTokenTTL: seconds(),
          accessTokenFormat: 'jwt',
          jwt: { sign: { alg: 'ES256' } },
        }),
      },
    },
    extraTokenClaims: (_context, token) => clients[token.clientId ?? ''],
  };
}

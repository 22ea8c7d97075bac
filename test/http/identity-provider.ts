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
/** The client that sends people here, and the one account that signs in by it: the editor of JAM. */
export const pagesClient = { id: 'pages', secret };
const person = 'editor-jam';

export type IdentityProvider = {
  issuer: string;
  /** A token by client_credentials. `seconds`: how long it is valid. */
  token: (client: string, options?: { audience?: string; seconds?: number }) => Promise<string>;
  /** Knows the pages at this address from now on. */
  register: (redirectUri: string) => Promise<void>;
  /** Follows a sign-in as a browser does, as this account: where the provider sends the reader back to. */
  signInAt: (url: string, account?: string) => Promise<string>;
  /** Signs with a new key from now on, and publishes that one alone. */
  rotate: () => Promise<void>;
  /** Paths asked for so far, tokens apart. */
  asked: string[];
  close: () => Promise<void>;
};

export async function startIdentityProvider(): Promise<IdentityProvider> {
  const asked: string[] = [];
  let provider: Provider | undefined;
  let answer: ReturnType<Provider['callback']> | undefined;
  let seconds = 600;
  let redirectUri: string | null = null;
  let account = person;
  let key: object = {};
  const server = createServer((request, response) => {
    if (request.url !== '/token') asked.push(request.url ?? '');
    if (request.url?.startsWith('/interaction/')) void provider?.interactionFinished(request, response, { login: { accountId: account } });
    else void answer?.(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const issuer = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  let keys = 0;
  const rotate = async () => {
    keys += 1;
    const { privateKey } = await generateKeyPair('ES256', { extractable: true });
    key = { ...(await exportJWK(privateKey)), kid: `key-${keys}`, alg: 'ES256', use: 'sig' };
    restart();
  };
  const restart = () => {
    provider = new Provider(
      issuer,
      configuration(key, () => seconds, redirectUri),
    );
    answer = provider.callback();
  };
  await rotate();
  return {
    issuer,
    asked,
    rotate,
    register: async (uri) => {
      redirectUri = uri;
      restart();
    },
    signInAt: async (url, as = person) => {
      account = as;
      const cookies = new Map<string, string>();
      let next = url;
      for (let step = 0; step < 10 && next.startsWith(issuer); step += 1) {
        const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
        const response = await fetch(next, { redirect: 'manual', headers: { cookie } });
        for (const line of response.headers.getSetCookie()) {
          const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
          cookies.set(name, value);
        }
        const location = response.headers.get('location');
        if (location === null) throw new Error(`The provider sends nowhere: ${response.status} ${await response.text()}`);
        next = new URL(location, issuer).href;
      }
      return next;
    },
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

function configuration(key: object, seconds: () => number, redirectUri: string | null): Configuration {
  return {
    jwks: { keys: [key as never] },
    clients: [
      ...Object.keys(clients).map((client) => ({
        client_id: client,
        client_secret: secret,
        grant_types: ['client_credentials'],
        redirect_uris: [],
        response_types: [],
        id_token_signed_response_alg: 'ES256' as const,
      })),
      ...(redirectUri === null
        ? []
        : [
            {
              client_id: pagesClient.id,
              client_secret: secret,
              grant_types: ['authorization_code'],
              redirect_uris: [redirectUri],
              response_types: ['code' as const],
              id_token_signed_response_alg: 'ES256' as const,
            },
          ]),
    ],
    ttl: { ClientCredentials: () => seconds(), AccessToken: () => seconds() },
    findAccount: (_context, sub) => ({ accountId: sub, claims: () => ({ sub }) }),
    interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
    // Nobody is asked for consent: the pages are the operator's own.
    loadExistingGrant: async (context) => {
      const { client, session, provider } = context.oidc;
      const grant = new provider.Grant({ clientId: client?.clientId ?? '', accountId: session?.accountId ?? '' });
      grant.addOIDCScope('openid');
      await grant.save();
      return grant;
    },
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
    extraTokenClaims: (_context, token) => clients['accountId' in token && token.accountId ? token.accountId : (token.clientId ?? '')],
  };
}

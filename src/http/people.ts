// By which way people sign in to pages, from the settings: at the provider, as any role on the operator's own machine, or not at all.
import { randomBytes } from 'node:crypto';
import { type Env, isProduction } from './env.ts';
import { isLoopback } from './issuer-keys.ts';
import { createProvider, type Provider } from './provider.ts';

/** `publicUrl`: the origin of the pages; null: that of each request. `isTry`: anybody who reaches this machine chooses a role. */
export type People = { secret: string; isSecure: boolean; publicUrl: string | null; provider: Provider | null; isTry: boolean };

export function peopleOf(env: Pick<Env, 'issuer' | 'signIn' | 'host' | 'productionReason'>): People | null {
  const { issuer, signIn, host } = env;
  if (issuer && signIn) {
    const isSecure = signIn.publicUrl.startsWith('https:') || !isLoopback(host);
    const provider = createProvider(issuer.issuer, issuer.audience, signIn);
    return { secret: signIn.sessionSecret, isSecure, publicUrl: signIn.publicUrl, provider, isTry: false };
  }
  // The rule of trust.ts for development tokens. The secret is this process's own: its sessions end with it.
  if (issuer || isProduction(env)) return null;
  return { secret: randomBytes(32).toString('hex'), isSecure: false, publicUrl: null, provider: null, isTry: true };
}

// How much one account may ask in a time: a bucket of cost that fills again steadily. Kept in memory, so each process counts for itself.
import type { Viewer } from '../core/viewer.ts';

/** `size`: cost that may be asked at once. `refillPerSecond`: what comes back each second. Cost counts objects; see graphql/cost.ts. */
export type RateSettings = { size: number; refillPerSecond: number };

/** **Source** security plan 3b. */
export const defaultRate: RateSettings = { size: 20_000, refillPerSecond: 200 };

export type Rates = {
  /** Whole seconds until this account may ask again; 0: now. */
  waitSeconds: (account: string) => number;
  /** Takes what an operation cost. It is known only afterwards, so a bucket may go below empty: by its size at most. */
  charge: (account: string, cost: number) => void;
};

/** Buckets kept. Beyond, the one used longest ago is forgotten, which fills it. */
const bucketsKept = 50_000;

export function createRates({ size, refillPerSecond }: RateSettings, now: () => Date): Rates {
  const buckets = new Map<string, { level: number; atMs: number }>();
  const levelOf = (account: string, atMs: number) => {
    const bucket = buckets.get(account);
    return bucket ? Math.min(size, bucket.level + (Math.max(0, atMs - bucket.atMs) / 1_000) * refillPerSecond) : size;
  };
  return {
    waitSeconds(account) {
      const level = levelOf(account, now().getTime());
      return level >= 1 ? 0 : Math.ceil((1 - level) / refillPerSecond);
    },
    charge(account, cost) {
      const atMs = now().getTime();
      const level = Math.max(-size, levelOf(account, atMs) - cost);
      buckets.delete(account);
      buckets.set(account, { level, atMs });
      const [oldest] = buckets.keys();
      if (buckets.size > bucketsKept && oldest !== undefined) buckets.delete(oldest);
    },
  };
}

/** Whose bucket it is: an account's own, or that of an address where nobody signed in. */
export function accountOf(viewer: Viewer, address: string): string {
  return viewer.role === 'PUBLIC' ? `address ${address}` : `subject ${viewer.subject}`;
}

// Chance that repeats: the same seed gives the same numbers on every machine.

export type Random = {
  /** 0 to 1, 1 excluded. */
  next(): number;
  /** A whole number, both ends included. */
  whole(min: number, max: number): number;
  /** True with this probability. */
  chance(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** Up to `count` different items, in the order of the list. */
  some<T>(items: readonly T[], count: number): T[];
  /** A key, by its weight. */
  weighted<Key extends string>(weights: Readonly<Record<Key, number>>): Key;
};

/** Source: mulberry32, a 32-bit generator by T. Ettinger; good enough for test data. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (min: number, max: number) => min + Math.floor(next() * (max - min + 1));
  function pick<T>(items: readonly T[]): T {
    if (items.length === 0) throw new Error('Nothing to pick from.');
    return items[whole(0, items.length - 1)] as T;
  }
  function some<T>(items: readonly T[], count: number): T[] {
    const chosen = new Set<number>();
    while (chosen.size < Math.min(count, items.length)) chosen.add(whole(0, items.length - 1));
    return items.filter((_item, index) => chosen.has(index));
  }
  function weighted<Key extends string>(weights: Readonly<Record<Key, number>>): Key {
    const entries = Object.entries<number>(weights) as [Key, number][];
    let left = next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [key, weight] of entries) {
      left -= weight;
      if (left < 0) return key;
    }
    return (entries.at(-1) as [Key, number])[0];
  }
  return { next, whole, chance: (probability) => next() < probability, pick, some, weighted };
}

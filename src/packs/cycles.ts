// Finding circles in what supersedes or contains what. Pure.

/** Each circle once, as the keys along it; the first key is repeated at its end. `next` gives what a key leads to. */
export function findCycles(keys: Iterable<string>, next: (key: string) => readonly string[]): string[][] {
  const cycles: string[][] = [];
  const done = new Set<string>();
  for (const start of keys) {
    if (done.has(start)) continue;
    const trail = [{ key: start, rest: [...next(start)] }];
    const onTrail = new Set([start]);
    for (let top = trail.at(-1); top; top = trail.at(-1)) {
      const following = top.rest.pop();
      if (following === undefined) {
        done.add(top.key);
        onTrail.delete(top.key);
        trail.pop();
      } else if (onTrail.has(following)) {
        const keysOnTrail = trail.map((step) => step.key);
        cycles.push([...keysOnTrail.slice(keysOnTrail.indexOf(following)), following]);
      } else if (!done.has(following)) {
        trail.push({ key: following, rest: [...next(following)] });
        onTrail.add(following);
      }
    }
  }
  return cycles;
}

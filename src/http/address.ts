// The address a request comes from, as far as it can be believed.

/**
 * The client's address, by which the anonymous are told apart. `peer` is the other end of the connection; `hops` is how many proxies
 * of the operator stand before us, each of which adds the address it was called from to X-Forwarded-For. What stands further left
 * there was written by the client and proves nothing.
 */
export function clientAddress(peer: string, forwardedFor: string | null, hops: number): string {
  const way = [...(forwardedFor ?? '').split(',').filter((part) => part.trim() !== ''), peer];
  return normalAddress(way[Math.max(0, way.length - 1 - hops)] ?? peer);
}

/** An address without port and brackets; of IPv6 the first 64 bits, for one subscriber has all that begin so. */
export function normalAddress(text: string): string {
  const address = text.trim().slice(0, 60).toLowerCase();
  const v4 = /^(?:::ffff:)?(\d{1,3}(?:\.\d{1,3}){3})(?::\d+)?$/.exec(address)?.[1];
  if (v4) return v4;
  const v6 = /^\[?([0-9a-f:]+)(?:%\w+)?(?:\]|$)/.exec(address)?.[1];
  if (!v6 || !URL.canParse(`http://[${v6}]`)) return 'unknown';
  const [head = '', tail] = v6.split('::');
  const groups = head === '' ? [] : head.split(':');
  const after = tail ? tail.split(':') : [];
  const whole = tail === undefined ? groups : [...groups, ...Array<string>(8 - groups.length - after.length).fill('0'), ...after];
  return `${whole
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}

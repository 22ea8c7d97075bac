// Rate buckets: how they empty and fill, whose they are, and what a client is told.
import { describe, expect, test } from 'vitest';
import { post, smallApp } from '../../test/http/small-app.ts';
import { claims, makeSigner, sign, trustIn } from '../../test/http/tokens.ts';
import { clientAddress } from './address.ts';
import { createAuthenticate } from './auth.ts';
import { createRates } from './rates.ts';

describe('a bucket', () => {
  const begin = () => {
    const clock = { ms: 1_000_000 };
    return { clock, ...createRates({ size: 100, refillPerSecond: 10 }, () => new Date(clock.ms)) };
  };
  test('is full at first, empties by what is asked, and fills steadily up to its size', () => {
    const { clock, waitSeconds, charge } = begin();
    expect(waitSeconds('a')).toBe(0);
    charge('a', 100);
    expect(waitSeconds('a')).toBe(1);
    clock.ms += 100; // One comes back in a tenth of a second.
    expect(waitSeconds('a')).toBe(0);
    clock.ms += 1_000_000;
    charge('a', 99);
    expect(waitSeconds('a')).toBe(0);
    charge('a', 1);
    expect(waitSeconds('a')).toBe(1);
  });
  test('goes below empty by its size at most, so that nobody waits for ever', () => {
    const { waitSeconds, charge } = begin();
    charge('a', 1_000_000);
    expect(waitSeconds('a')).toBe(11); // From -100 to 1 at 10 a second.
  });
  test('is that of one account', () => {
    const { waitSeconds, charge } = begin();
    charge('a', 100);
    expect([waitSeconds('a'), waitSeconds('b')]).toEqual([1, 0]);
  });
  test('is not emptied or filled by a clock that goes back', () => {
    const { clock, waitSeconds, charge } = begin();
    charge('a', 100);
    clock.ms -= 500_000;
    expect(waitSeconds('a')).toBe(1);
  });
  test('is forgotten when 50,000 others were used since: the memory has an end', () => {
    const { waitSeconds, charge } = begin();
    charge('a', 100);
    for (let other = 0; other < 49_999; other += 1) charge(`other ${other}`, 1);
    expect(waitSeconds('a')).toBe(1);
    charge('one more', 1);
    expect(waitSeconds('a')).toBe(0);
  });
});

describe('the address of a client', () => {
  test.each([
    // Connection, X-Forwarded-For, proxies of the operator.
    ['198.51.100.1', null, 0, '198.51.100.1'],
    ['198.51.100.1', '203.0.113.9', 0, '198.51.100.1'],
    ['198.51.100.1', '203.0.113.9', 1, '203.0.113.9'],
    ['198.51.100.1', '10.9.9.9, 203.0.113.9', 1, '203.0.113.9'],
    ['198.51.100.1', 'forged, 203.0.113.9, 192.0.2.7', 2, '203.0.113.9'],
    ['198.51.100.1', '203.0.113.9', 5, '203.0.113.9'],
    ['198.51.100.1', null, 1, '198.51.100.1'],
    ['198.51.100.1', ' , ', 1, '198.51.100.1'],
    ['::ffff:198.51.100.1', null, 0, '198.51.100.1'],
    ['198.51.100.1', '203.0.113.9:4711', 1, '203.0.113.9'],
    ['198.51.100.1', '[2001:DB8:0:1::5]:4711', 1, '2001:db8:0:1::/64'],
    ['2001:db8::1', null, 0, '2001:db8:0:0::/64'],
    ['2001:db8:0:1:2:3:4:5', null, 0, '2001:db8:0:1::/64'],
    ['fe80::1%eth0', null, 0, 'fe80:0:0:0::/64'],
    ['::1', null, 0, '0:0:0:0::/64'],
    ['', 'x'.repeat(100_000), 1, 'unknown'],
    ['', null, 0, 'unknown'],
  ])('%s, forwarded for %s, behind %i proxies, is %s', (peer, forwardedFor, hops, address) => {
    expect(clientAddress(peer, forwardedFor, hops)).toBe(address);
  });
});

describe('asking too much in a short time', () => {
  const query = '{ page(first: 39) { edges { node { key } } } }'; // It costs 40.
  const begin = async () => {
    const signer = await makeSigner('ES256', 'key');
    const clock = { ms: Date.parse('2026-03-01T12:00:00Z') };
    const app = smallApp({
      authenticate: createAuthenticate(trustIn(signer)),
      rate: { settings: { size: 100, refillPerSecond: 10 }, addressOf: (c) => c.req.header('x-address') ?? '' },
      now: () => new Date(clock.ms),
    });
    const ask = (headers: Record<string, string>, text = query) => post(app, { query: text }, headers);
    const bearer = async (subject: string) => ({ authorization: `Bearer ${await sign(signer, claims({ sub: subject }))}` });
    return { app, clock, ask, bearer };
  };

  test('is refused with 429 and the seconds to wait, and answered after them', async () => {
    const { clock, ask } = await begin();
    for (let times = 0; times < 3; times += 1) expect((await ask({ 'x-address': 'a' })).status).toBe(200);
    const { status, headers, body } = await ask({ 'x-address': 'a' });
    expect([status, headers.get('retry-after')]).toEqual([429, '3']); // From 100 - 3 x 40 to 1 at 10 a second.
    expect(body).toEqual({
      errors: [{ message: 'More was asked in a short time than is answered. Wait 3 seconds and ask again.', extensions: { code: 'LIMIT' } }],
    });
    clock.ms += 3_000;
    expect((await ask({ 'x-address': 'a' })).status).toBe(200);
  });
  test('is told to the reader of a page on a page, in its language', async () => {
    const { app, ask } = await begin();
    for (let times = 0; times < 3; times += 1) await ask({ 'x-address': 'a' });
    const response = await app.request('/fr/method', { headers: { 'x-address': 'a' } });
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '3']);
    expect(await response.text()).toMatch(/<html lang="fr"[\s\S]*<p>Il a été demandé en peu de temps [^<]* Attendez 3 secondes/);
  });
  test('is counted by account where somebody signed in, wherever they ask from, and by address where nobody did', async () => {
    const { ask, bearer } = await begin();
    const [one, two] = await Promise.all([bearer('one'), bearer('two')]);
    for (const address of ['a', 'b', 'c']) expect((await ask({ ...one, 'x-address': address })).status).toBe(200);
    expect((await ask({ ...one, 'x-address': 'd' })).status).toBe(429);
    expect((await ask({ ...two, 'x-address': 'a' })).status).toBe(200);
    expect((await ask({ 'x-address': 'a' })).status).toBe(200);
  });
  test('counts what costs nothing, and what was refused, as 1; and what was refused for its cost as the most there is', async () => {
    const { ask } = await begin();
    for (let times = 0; times < 100; times += 1) expect((await ask({ 'x-address': 'a' }, times % 2 ? '{ hello }' : '{')).status).not.toBe(429);
    expect((await ask({ 'x-address': 'a' })).status).toBe(429);
    const tooMuch = '{ page(first: 100) { edges { node { page(first: 50) { edges { node { key } } } } } } }';
    expect((await ask({ 'x-address': 'b' }, tooMuch)).status).toBe(400);
    expect((await ask({ 'x-address': 'b' })).headers.get('retry-after')).toBe('11');
  });
  test('is answered where no rate is set', async () => {
    const app = smallApp();
    for (let times = 0; times < 10; times += 1) expect((await post(app, { query })).status).toBe(200);
  });
});

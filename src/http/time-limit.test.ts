// Nothing that a request asks takes longer than it may.
import { expect, test } from 'vitest';
import { AppError } from '../core/errors.ts';
import { inTime, untilGivenUp } from './time-limit.ts';

const never = new Promise<never>(() => {});

test('what takes longer is given up with LIMIT, and the time is named', async () => {
  const given = inTime(15, (signal) => Promise.race([never, untilGivenUp(signal)]));
  await expect(given).rejects.toMatchObject({ code: 'LIMIT', message: expect.stringContaining('longer than 0.015 seconds') });
  await expect(given).rejects.toBeInstanceOf(AppError);
});

test('what is done before is answered, and what it throws is thrown', async () => {
  expect(await inTime(60_000, async () => 'done')).toBe('done');
  await expect(
    inTime(60_000, async () => {
      throw new Error('its own');
    }),
  ).rejects.toThrow('its own');
});

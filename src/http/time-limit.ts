// How long one request may take.
import { AppError } from '../core/errors.ts';
import { say } from '../i18n/words.ts';

/** Runs `work`, and gives it up when the time is over: it has to heed the signal. Throws LIMIT then. */
export async function inTime<T>(msMax: number, work: (signal: AbortSignal) => T): Promise<Awaited<T>> {
  const controller = new AbortController();
  const giveUp = () => controller.abort(new AppError('LIMIT', say('error.tookSeconds', { seconds: msMax / 1000 })));
  const timer = setTimeout(giveUp, msMax);
  try {
    return await work(controller.signal);
  } finally {
    clearTimeout(timer);
  }
}

/** Never resolves. Throws the reason when the signal is given. */
export function untilGivenUp(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

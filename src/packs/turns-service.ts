// Does long work in steps and lets others be answered in between.
import type { Steps } from './steps.ts';

/** Others wait this long at most, in milliseconds, but for the longest step. */
const turnMsMax = 20;

/** Does the steps, and gives way where they have taken a while. */
export async function inTurns<T>(steps: Steps<T>): Promise<T> {
  const pause = takingTurns();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await pause();
  }
}

/** To be called between two steps of long work: gives way where it has taken a while. */
export function takingTurns(): () => Promise<void> | void {
  let began = performance.now();
  return () => {
    if (performance.now() - began < turnMsMax) return;
    return new Promise<void>((resolve) => setTimeout(resolve, 0)).then(() => {
      began = performance.now();
    });
  };
}

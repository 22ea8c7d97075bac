// Does long work in steps and lets others be answered in between.
import type { Steps } from './steps.ts';

/** Others wait this long at most, in milliseconds, but for the longest step. */
const turnMsMax = 20;

/** Does the steps, and gives way where they have taken a while. */
export async function inTurns<T>(steps: Steps<T>): Promise<T> {
  let began = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - began < turnMsMax) continue;
    await new Promise((resolve) => setTimeout(resolve, 0));
    began = performance.now();
  }
}

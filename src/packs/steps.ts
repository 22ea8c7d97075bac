// Long work in steps, so that whoever does it may let others have their turn between two of them. Pure.

/** Work that stops for a moment after each step, and has a result at its end. */
export type Steps<T> = Generator<void, T>;

/** Does all steps at once. */
export function inOneGo<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Goes through the items of a list, with a step after so many. */
export function* eachOf<T>(items: readonly T[], perStep: number, use: (item: T, index: number) => void): Steps<void> {
  for (let index = 0; index < items.length; index++) {
    use(items[index] as T, index);
    if ((index + 1) % perStep === 0) yield;
  }
}

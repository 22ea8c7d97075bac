// Tidying up that also happens when a run is interrupted, by Ctrl-C or a signal, and no teardown is called.

/** Runs `tidy`, which must be synchronous, when this process ends by itself or by a signal that can be caught. Returns what cancels it. */
export function atExit(tidy: () => void): () => void {
  const end = () => process.exit(1);
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  process.once('exit', tidy);
  for (const signal of signals) process.once(signal, end);
  return () => {
    process.off('exit', tidy);
    for (const signal of signals) process.off(signal, end);
  };
}

// Progress on standard error: a bar on a terminal, else one plain line for each step.
import { SingleBar } from 'cli-progress';
import type { Session } from './session.ts';

export type Progress = {
  /** Reports a step of so many items. */
  step: (name: string, done: number, total: number) => void;
  /** Takes the bar away. Called once, however the work ended. */
  end: () => void;
};

const format = '{name} {bar} {value} of {total}, {eta_formatted} left';
/** The library gives no number while it knows none. */
const formatTime = (seconds: number) => (Number.isFinite(seconds) ? `${seconds} s` : '…');

export function startProgress(say: Session['say']): Progress {
  const isTerminal = process.stderr.isTTY === true && process.env.TERM !== 'dumb';
  let [current, bar]: [string | null, SingleBar | null] = [null, null];
  const end = () => {
    bar?.stop();
    bar = null;
  };
  const step = (name: string, done: number, total: number) => {
    if (name !== current) {
      end();
      current = name;
      if (!isTerminal || total <= 1) say(total <= 1 ? `${name}.` : `${name}: ${total}.`);
      else {
        bar = new SingleBar({
          format,
          formatTime,
          stream: process.stderr,
          clearOnComplete: true,
          hideCursor: true,
          barCompleteChar: '█',
          barIncompleteChar: '░',
        });
        bar.start(total, done, { name });
      }
    }
    bar?.update(done);
  };
  return { step, end };
}

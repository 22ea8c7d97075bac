// What changed between what a session saw and what is answered today. Pure.
import type { SessionView, ThemeTotals } from './model.ts';

/** What a figure was and is; null: not given, since it would rest on fewer than three states. `key`: such as `needs` or `elements.prevention.unmet`. */
export type FigureChange = { key: string; was: number | null; now: number | null };

/** Overlaps by state and theme, as `<state> <theme>`. */
export type SessionChanges = { figures: FigureChange[]; overlapsBegun: SessionView['overlaps']; overlapsOver: SessionView['overlaps'] };

/** The figures that differ, in order, and the overlaps that are there only now or were there only then. */
export function changesSince(then: SessionView, now: SessionView): SessionChanges {
  const [before, after] = [figuresOf(then), figuresOf(now)];
  const keys = [...new Set([...before.keys(), ...after.keys()])];
  const figures = keys.map((key) => ({ key, was: before.get(key) ?? null, now: after.get(key) ?? null }));
  const idsThen = new Set(then.overlaps.map(overlapId));
  const idsNow = new Set(now.overlaps.map(overlapId));
  return {
    figures: figures.filter((figure) => figure.was !== figure.now),
    overlapsBegun: now.overlaps.filter((it) => !idsThen.has(overlapId(it))),
    overlapsOver: then.overlaps.filter((it) => !idsNow.has(overlapId(it))),
  };
}

const totalNames = ['states', 'total', 'unmet', 'partlyMet', 'met'] as const;

function figuresOf(view: SessionView): Map<string, number | null> {
  const figures = new Map<string, number | null>([
    ['needs', view.needs],
    ['activities', view.activities],
    ['overlaps', view.overlaps.length],
  ]);
  const addTotals = (prefix: string, totals: ThemeTotals) => {
    for (const name of totalNames) figures.set(`${prefix}.${totals.themeKey}.${name}`, totals[name]);
  };
  for (const totals of view.elements) addTotals('elements', totals);
  for (const totals of view.threats) addTotals('threats', totals);
  return figures;
}

const overlapId = ({ stateKey, scheme, themeKey }: SessionView['overlaps'][number]) => `${stateKey} ${scheme} ${themeKey}`;

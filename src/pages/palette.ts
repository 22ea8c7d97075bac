// The colours of statuses, once for pages and drawings. Legible in grey too, and never the only sign: each cell has a glyph and words.

/** On light paper, and on dark. `ink` is what stands on it. */
type Colour = { fill: string; ink: string; darkFill: string; darkInk: string };

const dark = '#1c2126';
const pale = '#e9edf0';
const both = (fill: string, ink: string): Colour => ({ fill, ink, darkFill: fill, darkInk: ink });

const full = both('#1b5e8c', '#fff');
const part = both('#8fc1de', dark);
const little = both('#cfe4f1', dark);
const none = both('#f2a541', dark);
const narrow: Colour = { fill: '#fbe3c0', ink: dark, darkFill: '#5b4522', darkInk: pale };
const other: Colour = { fill: '#9c2f1c', ink: '#fff', darkFill: '#b8452f', darkInk: '#fff' };
const unread: Colour = { fill: '#ececec', ink: dark, darkFill: '#2b3239', darkInk: pale };

/** Statuses of all matrices. What is not recorded has no colour: it is hatched. */
const palette: Readonly<Record<string, Colour | undefined>> = {
  ALIGNED: full,
  PLANNED: full,
  IN_FORCE: full,
  ACCOUNTABLE: full,
  PARTIAL: part,
  ACTIONED: part,
  UPCOMING: part,
  MENTIONED: little,
  DRAFT: little,
  GAP: none,
  ABSENT: none,
  NONE: none,
  NARROW_RECORD: narrow,
  NOT_SEEN: narrow,
  ENDED: narrow,
  DIFFERS: other,
  CONTESTED: other,
  UNREAD: unread,
  NOT_ASSESSED: unread,
  NOT_APPLICABLE: unread,
  LOW_EXPOSURE: unread,
};

/** The colour of a status; null where it is hatched. */
export const colourOf = (status: string): Colour | null => palette[status] ?? null;

/** Rules of the style sheet for the cells and signs of each status. */
export function paletteRules(isDark: boolean): string {
  const byColour = Map.groupBy(Object.keys(palette), (status) => palette[status]);
  return [...byColour]
    .flatMap(([colour, statuses]) => {
      if (colour === undefined) return [];
      const where = statuses.map((status) => `[data-status=${status}]`).join(', ');
      const [fill, ink] = isDark ? [colour.darkFill, colour.darkInk] : [colour.fill, colour.ink];
      return [`:is(${where}) { background-color: ${fill}; --on: ${ink}; }`];
    })
    .join('\n');
}

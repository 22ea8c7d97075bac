// Answers as text for a terminal: glyphs, what they mean in words, and the words owed with every figure. Pure.
import type { MessageKey } from '../i18n/catalogue/en.ts';
import type { Language } from '../i18n/languages.ts';
import { message } from '../i18n/messages.ts';
import { alignmentGlyphs, elementGlyphs } from '../views/glyphs.ts';
import type { AlignmentData, ElementData } from '../views/matrices.ts';
import type { ComparisonData, SharedThreatsData } from '../views/shared.ts';
import type { Computed, State } from '../views/view.ts';
import { grid, numbered, table } from './tables.ts';

/** How a text is laid out: the language of its words, and the characters in a line. */
export type Layout = { language: Language; width: number };

const lapsedMark = ' †';
const lapsedWords = '†      the plans of this state have lapsed; those that ended within 36 months are read';

/** The glyphs that occur, in words. */
function legend<Status extends string>(
  glyphs: Record<Status, string>,
  statuses: readonly (readonly Status[])[],
  words: (status: Status) => MessageKey,
  language: Language,
): string {
  const present = new Set(statuses.flat());
  const known = Object.keys(glyphs).filter((status): status is Status => present.has(status as Status));
  return known.map((status) => `  ${(glyphs[status] || 'blank').padEnd(5)}  ${message(language, words(status))}`).join('\n');
}

function stateNames(states: readonly State[], lapsed: readonly boolean[]): string[] {
  return states.map(({ name }, index) => `${name}${lapsed[index] ? lapsedMark : ''}`);
}

/** What has to be shown beside states: lapsed plans, notes on a name, notes on a membership. Empty where there is nothing. */
function notes(states: readonly State[], lapsed: readonly boolean[], rowNotes: readonly (string | null)[] = []): string {
  const ofStates = states.flatMap(({ name, note }, index) => [note, rowNotes[index]].flatMap((text) => (text ? `${name}: ${text}` : [])));
  return [...(lapsed.includes(true) ? [lapsedWords] : []), ...ofStates].map((line) => `  ${line}`).join('\n');
}

function owed({ asOf, method, disclaimer, attribution }: Computed): string {
  return [`As of ${asOf}. Method ${method.version}.`, ...attribution, disclaimer].join('\n');
}

const sections = (...parts: string[]) => `${parts.filter((part) => part !== '').join('\n\n')}\n`;

export function renderAlignment({ alignmentMatrix: it }: AlignmentData, { language, width }: Layout): string {
  const cells = it.statuses.map((row) => row.map((status) => alignmentGlyphs[status]));
  const objectives = it.columns.map(({ key, label }, column) => {
    const counts = it.columnSummaries[column];
    const read = counts ? `: of ${counts.members} members ${counts.read} read, ${counts.aligned} ●, ${counts.partial} ◐, ${counts.gap} ○` : '';
    return `${label} (${key})${read}`;
  });
  const strategies = it.strategies.map(({ key, title }) => `  ${title} (${key})`);
  const which = it.ended ? 'None of its strategies is in force; the newest that ended:' : 'Strategies:';
  return sections(
    `${it.organization.name}: members by objectives`,
    strategies.length > 0 ? [which, ...strategies].join('\n') : 'No strategy of it is recorded, so there are no objectives.',
    it.unseenStrategies.map(({ message: words }) => `${words} (--include-unseen)`).join('\n'),
    grid(stateNames(it.rows, it.lapsed), cells, width),
    legend(alignmentGlyphs, it.statuses, (status) => `alignmentStatus.${status}`, language),
    objectives.length > 0 ? `Objectives\n${numbered(objectives)}` : '',
    notes(it.rows, it.lapsed, it.rowNotes),
    owed(it),
  );
}

export function renderElements({ elementMatrix: it }: ElementData, { language, width }: Layout): string {
  const cells = it.statuses.map((row) => row.map((status) => elementGlyphs[status]));
  return sections(
    'States by the elements of paras 28-29: how far their plans go',
    grid(stateNames(it.rows, it.lapsed), cells, width),
    legend(elementGlyphs, it.statuses, (status) => `elementStatus.${status}`, language),
    `Elements\n${numbered(it.columns.map(({ key, label }) => `${label} (${key})`))}`,
    notes(it.rows, it.lapsed, it.rowNotes),
    owed(it),
  );
}

export function renderSharedThreats({ sharedThreats }: SharedThreatsData, { language, width }: Layout): string {
  const [first] = sharedThreats;
  if (!first) return 'No shared threat is found in the record.\n';
  const rows = sharedThreats.map((it) => [
    it.threat.label,
    `${it.members.length} of ${it.assessed}`,
    figure(it.meanExposure),
    it.members.map(({ name }) => name).join(', '),
    it.reasons.map((reason) => message(language, `sharedThreatReason.${reason}`)).join('; '),
  ]);
  const rest = Math.max(50, width - 56);
  const widths = [26, 12, 10, Math.floor(rest / 2), Math.ceil(rest / 2)];
  const attribution = [...new Set(sharedThreats.flatMap((it) => it.attribution))];
  return sections(
    'Threats that members share',
    table(['Threat', 'Exposed', 'Mean', 'Members exposed', 'To be seen'], rows, widths),
    `Exposed: members with an exposure of 0.5 or above, of those assessed; of ${first.memberCount} members in all. Mean: of their exposures, 0 to 1.`,
    notes(distinct(sharedThreats.flatMap((it) => it.members)), []),
    owed({ ...first, attribution }),
  );
}

export function renderComparison({ compareStates: it }: ComparisonData, { width }: Layout): string {
  const names = stateNames(it.states, it.lapsed);
  const widths = [36, ...names.map(() => Math.max(8, Math.floor((width - 36) / names.length)))];
  const compared = (title: string, items: ComparisonData['compareStates']['elements']) =>
    table(
      [title, ...names],
      items.map(({ concept, values }) => [concept.label, ...values.map(figure)]),
      widths,
    );
  return sections(
    'Plans side by side',
    compared('Elements: depth of 3, 0 to 1', it.elements),
    compared('Threats: what is planned, 0 to 1', it.threats),
    table(
      ['Similarity of plans, 0 to 1', ...names],
      names.map((name, row) => [name, ...(it.similarities[row] ?? []).map(figure)]),
      widths,
    ),
    'A dash: no plan of the state is recorded. No order among states is meant.',
    notes(it.states, it.lapsed),
    owed(it),
  );
}

function distinct(states: readonly State[]): State[] {
  return [...new Map(states.map((state) => [state.key, state])).values()];
}

/** Two decimals for the eye; --json has the whole figure. */
const figure = (value: number | null) => (value === null ? '–' : value.toFixed(2));

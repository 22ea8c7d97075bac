// What an import does to the matrices: their cells before and after, compared. Pure.
import type { AlignmentStatus, ElementStatus } from '../alignment/model.ts';
import type { OrganizationStatuses, StatusTable } from '../alignment/status-service.ts';
import { type Language, textIn } from '../i18n/languages.ts';
import { message } from '../i18n/messages.ts';
import type { MemberState, Organization } from '../members/model.ts';

export const effectMatrices = ['ALIGNMENT', 'ELEMENTS'] as const;
export type EffectMatrix = (typeof effectMatrices)[number];

/** Cells told by name; the others are counted. */
export const effectCellsMax = 20;

/** Cells of one matrix that went from one status to another. `from` null: the cell was not there; `to` null: it is no more. */
export type Effect = {
  organization: Organization;
  matrix: EffectMatrix;
  from: string | null;
  to: string | null;
  count: number;
  cells: { state: MemberState; column: string }[];
};

/** What differs, by organization and matrix in the order of their keys, then in the order of the cells. */
export function effectsOf(before: readonly OrganizationStatuses[], after: readonly OrganizationStatuses[]): Effect[] {
  const earlier = new Map(before.map((it) => [it.organization.key, it]));
  const later = new Map(after.map((it) => [it.organization.key, it]));
  return [...new Set([...earlier.keys(), ...later.keys()])].toSorted().flatMap((key) => {
    const [from, to] = [earlier.get(key), later.get(key)];
    const organization = to?.organization ?? from?.organization;
    if (!organization) return [];
    return [
      ...changesOf(organization, 'ALIGNMENT', cellsOf(from, from?.alignment), cellsOf(to, to?.alignment)),
      ...changesOf(organization, 'ELEMENTS', cellsOf(from, from?.elements), cellsOf(to, to?.elements)),
    ];
  });
}

type Cell = { state: MemberState; column: string; status: string };

/** By state and column. */
function cellsOf(of: OrganizationStatuses | undefined, table: StatusTable<AlignmentStatus | ElementStatus> | undefined): Map<string, Cell> {
  const cells = new Map<string, Cell>();
  of?.states.forEach((state, row) => {
    table?.columns.forEach((column, at) => {
      cells.set(`${state.key} ${column}`, { state, column, status: table.statuses[row]?.[at] ?? '' });
    });
  });
  return cells;
}

function changesOf(organization: Organization, matrix: EffectMatrix, before: ReadonlyMap<string, Cell>, after: ReadonlyMap<string, Cell>): Effect[] {
  const effects = new Map<string, Effect>();
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const [earlier, later] = [before.get(key), after.get(key)];
    const cell = later ?? earlier;
    const [from, to] = [earlier?.status ?? null, later?.status ?? null];
    if (!cell || from === to) continue;
    const name = `${from} ${to}`;
    const effect = effects.get(name) ?? { organization, matrix, from, to, count: 0, cells: [] };
    effects.set(name, effect);
    effect.count += 1;
    if (effect.cells.length < effectCellsMax) effect.cells.push({ state: cell.state, column: cell.column });
  }
  return [...effects.values()];
}

/** One effect in a sentence, with the words of the matrices. */
export function effectSentence({ organization, matrix, from, to, count }: Effect, language: Language): string {
  const values = { organization: textIn(organization.name, language).text, matrix: message(language, `effect.matrix.${matrix}`), count };
  if (from === null) return message(language, 'effect.appear', { ...values, to: statusName(matrix, to ?? '', language) });
  if (to === null) return message(language, 'effect.vanish', { ...values, from: statusName(matrix, from, language) });
  return message(language, 'effect.change', { ...values, from: statusName(matrix, from, language), to: statusName(matrix, to, language) });
}

function statusName(matrix: EffectMatrix, status: string, language: Language): string {
  return matrix === 'ALIGNMENT'
    ? message(language, `alignmentStatus.${status as AlignmentStatus}`)
    : message(language, `elementStatus.${status as ElementStatus}`);
}

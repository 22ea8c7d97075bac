// What changed in a region between two days: cells of the alignment matrix, shared threats, kinds of strategy. Pure.
import { html } from 'hono/html';
import type { AlignmentStatus, CoverageStatus } from '../alignment/model.ts';
import { dayText } from '../i18n/dates.ts';
import { message } from '../i18n/messages.ts';
import type { OverviewData } from '../views/overview.ts';
import type { Html } from './document.ts';
import { cellKey } from './grid-model.ts';
import { onward } from './onward.ts';
import type { Shown } from './screen.ts';

type Before = {
  alignmentMatrix: { asOf: string; rows: { key: string }[]; columns: { key: string }[]; statuses: AlignmentStatus[][] };
  sharedThreats: { threat: { key: string; label: string } }[];
  strategyCoverage: { rows: { key: string }[]; columns: string[]; statuses: CoverageStatus[][] };
};
export type OverviewAnswer = OverviewData & {
  before?: Before['alignmentMatrix'];
  threatsBefore?: Before['sharedThreats'];
  kindsBefore?: Before['strategyCoverage'];
};

/** Changes of cells that the page names; the matrix shows all. */
const namedMax = 30;

type Changed = { key: string; row: string; column: string; was: string | null; is: string | null };

/** Values by row and column of one table and of an earlier one; what is equal is left out. */
function differences(
  now: { rows: { key: string; name: string }[]; columns: { key: string; label: string }[]; values: readonly (readonly string[])[] },
  then: { rows: { key: string }[]; columns: { key: string }[]; values: readonly (readonly string[])[] },
): Changed[] {
  const earlier = new Map(
    then.rows.flatMap(({ key }, row) => then.columns.map((column, at) => [cellKey(key, column.key), then.values[row]?.[at] ?? null])),
  );
  return now.rows.flatMap((row, at) =>
    now.columns.flatMap((column, of) => {
      const key = cellKey(row.key, column.key);
      const [was, is] = [earlier.get(key) ?? null, now.values[at]?.[of] ?? null];
      return was === is ? [] : { key, row: row.name, column: column.label, was, is };
    }),
  );
}

export function overviewChanges(data: OverviewAnswer, before: NonNullable<OverviewAnswer['before']>, shown: Shown): Html {
  const { language } = shown;
  const { alignmentMatrix: matrix, strategyCoverage: kinds, sharedThreats, threatsBefore = [], kindsBefore } = data;
  const cells = differences({ ...matrix, values: matrix.statuses }, { ...before, values: before.statuses });
  const scopes = (columns: string[]) => columns.map((key) => ({ key, label: message(language, `strategyScope.${key}` as 'strategyScope.DRUGS') }));
  const strategies =
    kindsBefore === undefined
      ? []
      : differences(
          { rows: kinds.rows, columns: scopes(kinds.columns), values: kinds.statuses },
          { rows: kindsBefore.rows, columns: scopes(kindsBefore.columns), values: kindsBefore.statuses },
        );
  const threatKeys = sharedThreats.map(({ threat }) => threat.key);
  const keysBefore = threatsBefore.map(({ threat }) => threat.key);
  const threats = [
    ...sharedThreats.filter(({ threat }) => !keysBefore.includes(threat.key)).map(({ threat }) => ({ threat, words: 'overview.nowShared' as const })),
    ...threatsBefore
      .filter(({ threat }) => !threatKeys.includes(threat.key))
      .map(({ threat }) => ({ threat, words: 'overview.noLongerShared' as const })),
  ];
  const none = message(language, 'change.none');
  const said = (value: string | null, kind: 'alignmentStatus' | 'coverageStatus') =>
    value === null ? none : message(language, `${kind}.${value}` as 'alignmentStatus.GAP' | 'coverageStatus.NONE');
  const line = ({ row, column, was, is }: Changed, kind: 'alignmentStatus' | 'coverageStatus', href: string) =>
    html`<li><a href="${href}"><bdi>${row}</bdi></a>${message(language, 'separator.item')}<bdi>${column}</bdi>${message(language, 'separator.label')}${message(
      language,
      'change.fromTo',
      { from: said(was, kind), to: said(is, kind) },
    )}</li>`;
  const { key } = matrix.organization;
  const matrixHref = onward(shown, key, 'matrix');
  return html`<section class="panel" aria-labelledby="changes"><h2 id="changes">${message(language, 'overview.changes', { date: dayText(language, before.asOf) })}</h2>
<ul class="counts"><li><span>${message(language, 'overview.changesCells')}</span> <a href="${matrixHref}">${message(language, 'overview.ofCells', { n: cells.length, m: matrix.statuses.flat().length })}</a></li>${bySteps(cells, said, language)}</ul>
${cells.length === 0 ? '' : html`<details class="more"><summary>${message(language, 'overview.changesNamed', { n: Math.min(cells.length, namedMax), m: cells.length })}</summary><ul class="changes">${cells.slice(0, namedMax).map((it) => line(it, 'alignmentStatus', `${onward(shown, key, 'matrix', { cell: it.key })}#cell`))}</ul></details>`}
<h3>${message(language, 'view.threats')}</h3>${
    threats.length === 0
      ? html`<p>${message(language, 'overview.noChange')}</p>`
      : html`<ul>${threats.map(({ threat, words }) => html`<li><bdi>${threat.label}</bdi>${message(language, 'separator.label')}${message(language, words)}</li>`)}</ul>`
  }
<h3>${message(language, 'overview.kinds')}</h3>${
    strategies.length === 0
      ? html`<p>${message(language, 'overview.noChange')}</p>`
      : html`<ul class="changes">${strategies.map((it) => line(it, 'coverageStatus', onward(shown, key, 'coverage')))}</ul>`
  }</section>`;
}

/** How many cells went from what to what. */
function bySteps(cells: readonly Changed[], said: (value: string | null, kind: 'alignmentStatus') => string, language: Shown['language']): Html {
  const steps = Map.groupBy(cells, ({ was, is }) =>
    message(language, 'change.fromTo', { from: said(was, 'alignmentStatus'), to: said(is, 'alignmentStatus') }),
  );
  return html`${[...steps].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([step, of]) => html`<li><span>${step}</span> <span>${of.length}</span></li>`)}`;
}

// The page around a matrix, the same for all of them: form, legend, table, one row as a list, notes, changes. Pure.
import { html } from 'hono/html';
import type { MessageKey } from '../i18n/catalogue/en.ts';
import { dayText } from '../i18n/dates.ts';
import { message } from '../i18n/messages.ts';
import type { Html } from './document.ts';
import { closedPanel } from './evidence.ts';
import { gridLegend, gridNotes, gridRowList, gridTable } from './grid.ts';
import { cellOf, changesOf, type Day, type Described, gridOf } from './grid-model.ts';
import type { Address, Rendered, Shown } from './screen.ts';
import { changesList, orderFields, toolsForm } from './tools.ts';

/** Parameters that every page of a matrix knows. */
export const matrixParameters = ['asOf', 'since', 'order', 'pin', 'only', 'show', 'row', 'cell'] as const;

/** Variables of the other day and of the open cell, as the query of a page declares them that has no more of a cell. `column`: that of the column of the cell. */
export const dayAndCellVariables = (column: string) =>
  ({ since: 'Date', hasSince: 'Boolean!', cellState: 'String!', [column]: 'String!', hasCell: 'Boolean!' }) as const;

/** What the address says of them, with the organization and the day of the page. */
export function dayAndCellOf(address: Address, column: string) {
  const [cell, since] = [cellOf(address.text('cell')), address.day('since')];
  return {
    organization: address.part('organization'),
    asOf: address.day('asOf'),
    since,
    hasSince: since !== null,
    cellState: cell?.row ?? '',
    [column]: cell?.column ?? '',
    hasCell: cell !== null,
  };
}

/** What one matrix has of its own. */
type MatrixPage = {
  view: string;
  organization: { key: string; name: string };
  heading: MessageKey;
  lead: MessageKey;
  empty: MessageKey;
  described: Described;
  before?: (Day & { asOf: string }) | undefined;
  /** What the form has beside day and order. */
  fields?: Html | '';
  notices?: readonly Html[];
  panel: Html | null;
  /** What stands below the matrix. */
  below?: Html | '';
};

export function matrixPage(page: MatrixPage, shown: Shown): Rendered {
  const { language, address } = shown;
  const { organization, described, before, panel } = page;
  const isEmpty = described.columns.length === 0 || described.rows.length === 0;
  const grid = gridOf(described, address.search, before);
  const fields = html`${orderFields(shown, described.rows)}${page.fields ?? ''}`;
  return {
    title: described.title,
    organization,
    exports: { view: page.view, formats: ['csv', 'xlsx', 'json', 'svg'], extra: { organization: organization.key } },
    body: html`<h1>${message(language, page.heading)}</h1>
<p class="lead"><bdi>${organization.name}</bdi> · ${message(language, 'page.asOf', { date: dayText(language, described.asOf) })}</p>
<p class="soft">${message(language, page.lead)}${message(language, 'separator.sentence')}${message(language, 'page.notRanked')}</p>
${page.notices ?? ''}
${toolsForm(shown, { asOf: described.asOf, hasSince: true, fields })}
${panel ?? closedPanel()}
${
  isEmpty
    ? html`<p class="empty">${message(language, page.empty)}</p>`
    : html`${gridLegend(grid, shown)}
${gridRowList(grid, shown)}
${gridTable(grid, shown, described.title)}
${gridNotes(grid, shown)}`
}
${before === undefined ? '' : changesList(shown, before.asOf, changesOf(described, before))}
${page.below ?? ''}
${described.attribution.map((words) => html`<p class="soft"><bdi>${words}</bdi></p>`)}`,
  };
}

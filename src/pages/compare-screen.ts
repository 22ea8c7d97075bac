// Two to eight states side by side: what their plans hold of each element and threat, and how they and their region word it. No order among them is meant.
import { html } from 'hono/html';
import type { ElementStatus, ThreatStatus } from '../alignment/model.ts';
import { dayText } from '../i18n/dates.ts';
import { message } from '../i18n/messages.ts';
import { figureText } from '../i18n/numbers.ts';
import { elementGlyphs, threatGlyphs } from '../views/glyphs.ts';
import { type ComparisonData, comparisonView } from '../views/shared.ts';
import { type CompareAnswer, compareQuery, elementStatusOf, plannedStatusOf } from './compare-model.ts';
import { wordingSection } from './compare-wording.ts';
import { type Html, statePath } from './document.ts';
import { stateNames } from './onward.ts';
import { type Address, type Shown, screen } from './screen.ts';
import { toolsForm } from './tools.ts';

type Comparison = ComparisonData['compareStates'];
type Row = { key: string; label: string; cells: { status: ElementStatus | ThreatStatus; glyph: string; words: string }[] };

const statesMax = 8;

/** States of the address, each once: with commas between, or one for each box of the form. */
export const statesOf = ({ search }: Address): string[] => [
  ...new Set(search.getAll('states').flatMap((value) => value.split(',').flatMap((it) => it.trim().toUpperCase() || []))),
];

export const compareScreen = screen<CompareAnswer>({
  path: '/compare',
  parameters: ['states', 'asOf', 'since', 'only', 'includeUnseen'],
  ask: (address) => {
    const [states, since] = [statesOf(address), address.day('since')];
    const hasStates = states.length > 1;
    const variables = {
      states,
      asOf: address.day('asOf'),
      includeUnseen: address.flag('includeUnseen') || null,
      since,
      hasStates,
      hasSince: hasStates && since !== null,
    };
    return { query: compareQuery, variables };
  },
  render: (data, shown) => {
    const { language, address, today } = shown;
    const { compareStates: comparison } = data;
    const names = (comparison?.states ?? []).map(({ name }) => name).join(message(language, 'separator.item'));
    const asked = statesOf(address);
    return {
      title: comparison === undefined ? message(language, 'compare.heading') : message(language, 'compare.title', { states: names }),
      ...(comparison === undefined
        ? {}
        : { exports: { view: comparisonView.key, formats: ['csv', 'xlsx', 'json'], extra: { states: asked.join(',') } } }),
      body: html`<h1>${message(language, 'compare.heading')}</h1>
${comparison === undefined ? '' : html`<p class="lead">${stateNames(language, comparison.states)} · ${message(language, 'page.asOf', { date: dayText(language, comparison.asOf) })}</p>`}
<p class="soft">${message(language, 'compare.lead')} ${message(language, 'compare.notRanked')}</p>
${toolsForm(shown, { asOf: comparison?.asOf ?? address.day('asOf') ?? today, hasSince: true, fields: pickers(data, asked, shown) })}
${comparison === undefined ? html`<p class="empty">${message(language, 'compare.choose')}</p>` : compared(data, comparison, shown)}`,
    };
  },
});

function pickers({ memberStates }: CompareAnswer, asked: readonly string[], { language, address }: Shown): Html {
  const boxes = Math.min(Math.max(asked.length + 1, 4), statesMax);
  const box = (index: number) =>
    html`<label>${message(language, 'compare.state', { number: index + 1 })}<select name="states"><option value=""></option>${memberStates.map(
      ({ key, name }) => html`<option value="${key}"${asked[index] === key ? html` selected` : ''}>${name}</option>`,
    )}</select></label>`;
  return html`${Array.from({ length: boxes }, (_none, index) => box(index))}
<label class="tick"><input type="checkbox" name="only" value="differences"${address.text('only') === 'differences' ? html` checked` : ''}>${message(language, 'compare.onlyDifferences')}</label>
<label class="tick"><input type="checkbox" name="includeUnseen" value="true"${address.flag('includeUnseen') ? html` checked` : ''}>${message(language, 'tool.includeUnseen')}</label>`;
}

function compared(data: CompareAnswer, comparison: Comparison, shown: Shown): Html {
  const { language, address } = shown;
  const isOnlyDifferences = address.text('only') === 'differences';
  const differs = ({ cells }: Row) => new Set(cells.map(({ status }) => status)).size > 1;
  const shownRows = (rows: readonly Row[]) => (isOnlyDifferences ? rows.filter(differs) : [...rows]);
  const elements = shownRows(elementRows(data, comparison, shown));
  const threats = shownRows(threatRows(comparison, shown));
  const isSeen = ({ cells }: Row) => cells.some(({ status }) => status === 'PLANNED' || status === 'MENTIONED');
  const seen = threats.filter(isSeen);
  const unseen = threats.filter((row) => !isSeen(row));
  const notes = comparison.states.filter(({ note }) => note !== null);
  return html`${comparison.lapsed.some(Boolean) ? html`<p class="soft">† ${message(language, 'grid.lapsed')}</p>` : ''}
${notes.map(({ name, note }) => html`<p class="soft"><bdi>${name}</bdi>${message(language, 'separator.label')}<bdi>${note}</bdi></p>`)}
${data.before === undefined ? '' : changesOf(comparison, data.before, shown)}
<section aria-labelledby="elements"><h2 id="elements">${message(language, 'compare.elements')}</h2><p class="soft">${message(language, 'compare.elementsLead')}</p>
${elements.length === 0 ? html`<p class="empty">${message(language, 'compare.noDifference')}</p>` : table(elements, comparison, message(language, 'compare.elements'), 'wording-', shown)}</section>
<section aria-labelledby="threats"><h2 id="threats">${message(language, 'compare.threats')}</h2><p class="soft">${message(language, 'compare.threatsLead')}</p>
${seen.length === 0 ? html`<p class="empty">${message(language, isOnlyDifferences ? 'compare.noDifference' : 'compare.noThreat')}</p>` : table(seen, comparison, message(language, 'compare.threats'), null, shown)}
${unseen.length === 0 ? '' : html`<p class="soft">${message(language, 'compare.unseen')} ${unseen.map(({ label }, index) => html`${index === 0 ? '' : message(language, 'separator.item')}<bdi>${label}</bdi>`)}</p>`}</section>
${similarities(comparison, shown)}
${wordingSection(
  data,
  comparison,
  elements.map(({ key, label }) => ({ key, label })),
  shown,
)}`;
}

function elementRows({ elementMatrix }: CompareAnswer, { states, elements }: Comparison, { language }: Shown): Row[] {
  return elements.map(({ concept, values }) => ({
    ...concept,
    cells: states.map(({ key }, index) => {
      const row = elementMatrix?.rows.findIndex((it) => it.key === key) ?? -1;
      const column = elementMatrix?.columns.findIndex((it) => it.key === concept.key) ?? -1;
      const status = elementMatrix?.statuses[row]?.[column] ?? elementStatusOf(values[index] ?? null);
      return { status, glyph: elementGlyphs[status], words: message(language, `elementStatus.${status}`) };
    }),
  }));
}

function threatRows({ threats }: Comparison, { language }: Shown): Row[] {
  return threats.map(({ concept, values }) => ({
    ...concept,
    cells: values.map((value) => {
      const status = plannedStatusOf(value);
      return { status, glyph: threatGlyphs[status], words: message(language, `threatStatus.${status}`) };
    }),
  }));
}

function table(rows: readonly Row[], { states, lapsed }: Comparison, caption: string, wording: string | null, { language }: Shown): Html {
  return html`<table class="grid compared"><caption class="hidden">${caption}</caption><thead><tr><td></td>${states.map(
    ({ key, name }, index) => html`<th scope="col"><a href="${statePath(language, key)}"><bdi>${name}</bdi></a>${lapsed[index] ? ' †' : ''}</th>`,
  )}</tr></thead><tbody>${rows.map(
    ({ key, label, cells }) =>
      html`<tr><th scope="row">${wording === null ? html`<bdi>${label}</bdi>` : html`<a href="#${wording}${key}"><bdi>${label}</bdi></a>`}</th>${cells.map(
        ({ status, glyph, words }, index) =>
          html`<td data-column="${states[index]?.name ?? ''}"><span class="sign" data-status="${status}" aria-hidden="true">${glyph}</span> ${words}</td>`,
      )}</tr>`,
  )}</tbody></table>`;
}

/** In the order asked, as a table of both sides: nothing is sorted by it. */
function similarities({ states, similarities: values }: Comparison, { language }: Shown): Html {
  const text = (value: number | null | undefined) => (value == null ? message(language, 'page.noRecord') : figureText(language, value, 2, true));
  return html`<section aria-labelledby="likeness"><h2 id="likeness">${message(language, 'compare.likeness')}</h2><p class="soft">${message(language, 'compare.likenessLead')}</p>
<table class="grid compared"><caption class="hidden">${message(language, 'compare.likeness')}</caption><thead><tr><td></td>${states.map(({ name }) => html`<th scope="col"><bdi>${name}</bdi></th>`)}</tr></thead>
<tbody>${states.map(
    ({ name }, row) =>
      html`<tr><th scope="row"><bdi>${name}</bdi></th>${states.map((other, column) => html`<td data-column="${other.name}">${row === column ? '–' : text(values[row]?.[column])}</td>`)}</tr>`,
  )}</tbody></table></section>`;
}

function changesOf({ states, elements, threats }: Comparison, before: NonNullable<CompareAnswer['before']>, { language }: Shown): Html {
  const lines = (
    now: Comparison['elements'],
    then: { concept: { key: string }; values: (number | null)[] }[],
    words: (value: number | null) => string,
  ) =>
    now.flatMap(({ concept, values }) => {
      const was = then.find((it) => it.concept.key === concept.key)?.values ?? [];
      return states.flatMap(({ name }, index) => {
        const [from, to] = [words(was[index] ?? null), words(values[index] ?? null)];
        return from === to
          ? []
          : html`<li><bdi>${name}</bdi>${message(language, 'separator.item')}<bdi>${concept.label}</bdi>${message(language, 'separator.label')}${message(language, 'change.fromTo', { from, to })}</li>`;
      });
    });
  const changed = [
    ...lines(elements, before.elements, (value) => message(language, `elementStatus.${elementStatusOf(value)}`)),
    ...lines(threats, before.threats, (value) => message(language, `threatStatus.${plannedStatusOf(value)}`)),
  ];
  return html`<section class="panel" aria-labelledby="changes"><h2 id="changes">${message(language, 'overview.changes', { date: dayText(language, before.asOf) })}</h2>${
    changed.length === 0 ? html`<p>${message(language, 'overview.noChange')}</p>` : html`<ul class="changes">${changed}</ul>`
  }</section>`;
}

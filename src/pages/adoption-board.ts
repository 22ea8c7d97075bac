// When strategies were adopted and valid, by State and year. What has no date stands apart: unknown is no year. Pure.
import { html } from 'hono/html';
import { yearOf } from '../core/dates.ts';
import { dayText } from '../i18n/dates.ts';
import type { Language } from '../i18n/languages.ts';
import { message } from '../i18n/messages.ts';
import type { StrategyScope } from '../strategies/model.ts';
import { directionOf, type Html, statePath, strategyPath } from './document.ts';

/** So many years back and ahead have a column of their own; what is before or after stands in the first or last. **Source** own choice: it fits a page. */
const [yearsBack, yearsAhead] = [14, 6];

type Phase = 'IN_FORCE' | 'UPCOMING' | 'ENDED' | 'DRAFT' | 'WITHDRAWN';
type BoardStrategy = {
  key: string;
  title: string;
  scope: StrategyScope;
  adopted: string | null;
  validFrom: string | null;
  validTo: string | null;
  phase: Phase;
};
export type BoardRow = {
  key: string;
  name: string;
  note: string | null;
  strategies: { totalCount: number; edges: { node: BoardStrategy }[] };
};

export const boardSelection = 'strategies(first: 20) { totalCount edges { node { key title scope adopted validFrom validTo phase(asOf: $asOf) } } }';

/** `ends`: last year of validity; null where it is not recorded. */
type Dated = BoardStrategy & { adoptedYear: number | null; starts: number; ends: number | null };

export function adoptionBoard(rows: readonly BoardRow[], asOf: string, language: Language): Html {
  const title = message(language, 'board.title');
  const now = yearOf(asOf);
  const states = rows.map((state) => {
    const all = state.strategies.edges.map(({ node }) => node);
    const dated = all.flatMap((it) => datedOf(it) ?? []).toSorted((a, b) => a.starts - b.starts);
    return { ...state, dated, undated: all.filter((it) => datedOf(it) === null) };
  });
  const withDates = states.filter(({ dated }) => dated.length > 0);
  const undated = states.filter((it) => it.undated.length > 0);
  const without = states.filter(({ strategies }) => strategies.totalCount === 0);
  const years = yearsOf(
    withDates.flatMap(({ dated }) => dated),
    now,
  );
  return html`<section aria-labelledby="board"><h2 id="board">${title}</h2><p class="soft">${message(language, 'board.lead')}</p>
${
  withDates.length === 0
    ? html`<p class="empty">${message(language, 'board.empty')}</p>`
    : html`<ul class="legend-line"><li><span class="sign" aria-hidden="true">◆</span> ${message(language, 'board.adopted')}</li><li><span class="sign" data-valid aria-hidden="true">━</span> ${message(language, 'board.valid')}</li><li><span class="sign" data-valid="open" aria-hidden="true">${onwards(language)}</span> ${message(language, 'board.open')}</li></ul>
<div class="scroll" tabindex="0" role="group" aria-label="${title}"><table class="board-years"><caption class="hidden">${title}</caption>
<thead><tr><th scope="col">${message(language, 'grid.state')}</th><th scope="col">${message(language, 'board.strategy')}</th>${years.map(
        (year, index) =>
          html`<th scope="col"${year === now ? html` data-now` : ''}>${index === 0 && isBefore(withDates, year) ? html`<span title="${message(language, 'board.orEarlier')}">≤</span> ` : ''}${year}${
            index === years.length - 1 && isAfter(withDates, year) ? html` <span title="${message(language, 'board.orLater')}">≥</span>` : ''
          }</th>`,
      )}</tr></thead>
${withDates.map(
  (state) =>
    html`<tbody>${state.dated.map(
      (it, index) =>
        html`<tr>${index === 0 ? html`<th scope="rowgroup" rowspan="${state.dated.length}"><a href="${statePath(language, state.key)}"><bdi>${state.name}</bdi></a></th>` : ''}<th scope="row"><a href="${strategyPath(language, it.key)}"><bdi>${it.title}</bdi></a> <span class="soft">${message(language, `strategyScope.${it.scope}`)}${message(language, 'separator.item')}${phaseWords(it.phase, language)}</span></th>${years.map(
          (year) => yearCell(it, year, years, now, language),
        )}</tr>`,
    )}</tbody>`,
)}</table></div>`
}
${
  undated.length === 0
    ? ''
    : html`<h3>${message(language, 'board.undated')}</h3><ul>${undated.flatMap((state) =>
        state.undated.map(
          (it) =>
            html`<li><bdi>${state.name}</bdi>${message(language, 'separator.label')}<a href="${strategyPath(language, it.key)}"><bdi>${it.title}</bdi></a> <span class="soft">${datesOf(it, language)}</span></li>`,
        ),
      )}</ul>`
}
${
  without.length === 0
    ? ''
    : html`<h3>${message(language, 'board.without')}</h3><p>${without.map(
        ({ key, name }, index) =>
          html`${index === 0 ? '' : message(language, 'separator.item')}<a href="${statePath(language, key)}"><bdi>${name}</bdi></a>`,
      )}</p>`
}
${states.flatMap(({ key, name, strategies }) =>
  strategies.totalCount > strategies.edges.length
    ? [
        html`<p><bdi>${name}</bdi>${message(language, 'separator.label')}<a href="${statePath(language, key)}">${message(language, 'board.more', { count: strategies.totalCount - strategies.edges.length })}</a></p>`,
      ]
    : [],
)}</section>`;
}

function datedOf(it: BoardStrategy): Dated | null {
  const adoptedYear = it.adopted === null ? null : yearOf(it.adopted);
  const starts = it.validFrom === null ? adoptedYear : yearOf(it.validFrom);
  return starts === null ? null : { ...it, adoptedYear, starts, ends: it.validTo === null ? null : yearOf(it.validTo) };
}

const onwards = (language: Language) => (directionOf(language) === 'rtl' ? '←' : '→');

const firstYear = (it: Dated): number => Math.min(it.starts, it.adoptedYear ?? it.starts);
const lastYear = (it: Dated): number => Math.max(it.starts, it.ends ?? it.starts, it.adoptedYear ?? it.starts);
type Row = { dated: readonly Dated[] };
const isBefore = (rows: readonly Row[], year: number) => rows.some(({ dated }) => dated.some((it) => firstYear(it) < year));
const isAfter = (rows: readonly Row[], year: number) => rows.some(({ dated }) => dated.some((it) => lastYear(it) > year));

/** The years that have a column, from the first to the last with something in it, this year among them. */
function yearsOf(all: readonly Dated[], now: number): number[] {
  const first = Math.max(Math.min(now, ...all.map(firstYear)), now - yearsBack);
  const last = Math.min(Math.max(now, ...all.map(lastYear)), now + yearsAhead);
  return Array.from({ length: last - first + 1 }, (_none, index) => first + index);
}

function yearCell(it: Dated, year: number, years: readonly number[], now: number, language: Language): Html {
  // The first and last column hold what is outside them too.
  const [from, to] = [year === years[0] ? -Infinity : year, year === years.at(-1) ? Infinity : year];
  const isAdopted = it.adoptedYear !== null && it.adoptedYear >= from && it.adoptedYear <= to;
  // Without a recorded end it is known to be valid up to now while it is in force, and in its first year alone when it is not.
  const ends = it.ends ?? (it.phase === 'IN_FORCE' ? Math.max(now, it.starts) : it.starts);
  const isValid = it.phase !== 'DRAFT' && it.phase !== 'WITHDRAWN' && it.starts <= to && ends >= from;
  const isOpen = isValid && it.ends === null && ends >= from && ends <= to;
  if (!isAdopted && !isValid) return html`<td></td>`;
  const words = [
    isAdopted ? message(language, 'board.adopted') : null,
    isOpen ? message(language, 'board.open') : isValid ? message(language, 'board.valid') : null,
  ];
  const glyph = `${isAdopted ? '◆' : isValid && !isOpen ? '━' : ''}${isOpen ? onwards(language) : ''}`;
  return html`<td${isValid ? (isOpen ? html` data-valid="open"` : html` data-valid`) : ''}><span aria-hidden="true">${glyph}</span><span class="hidden">${words.filter((word) => word !== null).join(message(language, 'separator.item'))}</span></td>`;
}

function phaseWords(phase: Phase, language: Language): string {
  return phase === 'WITHDRAWN' ? message(language, 'board.withdrawn') : message(language, `coverageStatus.${phase}`);
}

/** The dates of a strategy and where it stands, in words. */
export function datesOf({ adopted, validFrom, validTo, phase }: BoardStrategy, language: Language): string {
  const told = (day: string | null) => (day === null ? message(language, 'page.noRecord') : dayText(language, day));
  return [
    phaseWords(phase, language),
    message(language, 'board.adoptedOn', { date: told(adopted) }),
    validFrom !== null && validTo === null
      ? message(language, 'board.validFrom', { from: told(validFrom) })
      : message(language, 'board.validIn', { from: told(validFrom), to: told(validTo) }),
  ].join(message(language, 'separator.item'));
}

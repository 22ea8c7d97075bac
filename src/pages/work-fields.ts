// Inputs of the forms about assistance and sessions, and what their pages show alike: texts without a known language, periods, money. Pure.
import { html } from 'hono/html';
import { dayText } from '../i18n/dates.ts';
import type { Language } from '../i18n/languages.ts';
import { message } from '../i18n/messages.ts';
import type { Activity, Funding, Page } from '../views/assistance.ts';
import { linkOf } from './brief-sources.ts';
import type { Html } from './document.ts';
import type { Shown } from './screen.ts';

type InputOptions = { type?: string; isRequired?: boolean; value?: string; list?: string };

/** A labelled input. */
export function input(label: string, name: string, { type = 'text', isRequired = false, value = '', list }: InputOptions = {}): Html {
  return html`<label>${label}<input type="${type}" name="${name}" value="${value}"${list === undefined ? '' : html` list="${list}"`}${isRequired ? html` required` : ''}></label>`;
}

/** A labelled field for longer text. */
export function area(label: string, name: string, isRequired = false): Html {
  return html`<label class="wide">${label}<textarea name="${name}" rows="3" maxlength="2000"${isRequired ? html` required` : ''}></textarea></label>`;
}

export type Choice = { value: string; text: string };

/** A labelled choice. `none`: what no choice is called; without it one has to be made. */
export function choice(label: string, name: string, choices: readonly Choice[], none: string | null = null, chosen?: string | null): Html {
  return html`<label>${label}<select name="${name}">${none === null ? '' : html`<option value="">${none}</option>`}${choices.map(
    ({ value, text }) => html`<option value="${value}"${value === chosen ? html` selected` : ''}>${text}</option>`,
  )}</select></label>`;
}

/** A text of which no language is recorded: so it is marked, and runs in its own direction. */
export const written = (text: string): Html => html`<bdi lang="">${text}</bdi>`;

/** Items one after the other, as the language separates them. */
export function listed(language: Language, items: readonly Html[]): Html {
  const separator = message(language, 'separator.item');
  return html`${items.map((item, index) => html`${index === 0 ? '' : separator}${item}`)}`;
}

/** A term and what is said of it; nothing where nothing is. */
export function fact(term: string, told: Html | string | null): Html | '' {
  return told === null || told === '' ? '' : html`<dt>${term}</dt><dd>${told}</dd>`;
}

export function periodOf(language: Language, { start, end }: { start: string | null; end: string | null }): Html {
  const said = (day: string | null, none: 'word.notStated' | 'word.noEnd') => (day === null ? message(language, none) : dayText(language, day));
  const [from, to] = [said(start, 'word.notStated'), said(end, 'word.noEnd')];
  return html`<bdi>${message(language, 'word.fromTo', { from, to })}</bdi>`;
}

/** Amounts as stated; of what year, where one is. */
export function budgetsOf(language: Language, budgets: Activity['budgets']): Html {
  if (budgets.length === 0) return html`${message(language, 'word.notStated')}`;
  const told = budgets.map(({ amount, currency, year }) => {
    const sum = message(language, 'word.amount', { amount, currency });
    return html`<bdi>${sum}</bdi>${year === null ? '' : html` (${year})`}`;
  });
  return listed(language, told);
}

/** What is known of money and of how many activities nothing is known, apart. */
export function fundingList(language: Language, { known, unknown, currencies }: Funding): Html {
  return html`<ul class="funding"><li>${message(language, 'funding.known', { known })}${
    currencies.length === 0
      ? ''
      : html`<ul>${currencies.map(
          ({ currency, amount, activities }) =>
            html`<li><bdi>${message(language, 'word.amount', { amount, currency })}</bdi> <span class="soft">(${message(language, 'activities.count', { count: activities })})</span></li>`,
        )}</ul>`
  }</li><li>${message(language, 'funding.unknown', { unknown })}</li></ul><p class="soft">${message(language, 'funding.lead')}</p>`;
}

export function sourceOf(source: Activity['source']): Html | null {
  if (source === null || (source.title === null && source.ref === null)) return null;
  const link = linkOf({ ref: source.ref ?? null, title: source.title ?? null });
  const text = written(source.title ?? source.ref ?? '');
  return link === null ? text : html`<a href="${link}" rel="noreferrer">${text}</a>`;
}

/** Ways to the other pages of a list: `parameter` of the address says from where it goes on. */
export function pageLinks({ language, address }: Shown, parameter: string, { pageInfo }: Pick<Page<unknown>, 'pageInfo'>, target: string): Html | '' {
  const isFirst = address.text(parameter) === null;
  const { hasNextPage, endCursor } = pageInfo;
  if (isFirst && !hasNextPage) return '';
  return html`<p class="pages">${isFirst ? '' : html`<a href="${address.with(language, { [parameter]: null })}#${target}">${message(language, 'word.first')}</a> `}${
    hasNextPage
      ? html`<a href="${address.with(language, { [parameter]: endCursor })}#${target}" rel="next">${message(language, 'word.next')}</a>`
      : ''
  }</p>`;
}

/** Files of a view that stands on a page with another: the same choice as the address makes. */
export function filesOf({ language, address }: Shown, view: string, names: readonly string[], extra: Readonly<Record<string, string>> = {}): Html {
  const given = new URLSearchParams([...address.search].filter(([name, value]) => names.includes(name) && value !== ''));
  for (const [name, value] of Object.entries(extra)) given.set(name, value);
  given.set('lang', language.toLowerCase());
  return html`<ul class="files">${['csv', 'xlsx', 'json'].map(
    (format) => html`<li><a href="/export/${view}.${format}?${given.toString()}" download>${format.toUpperCase()}</a></li>`,
  )}</ul>`;
}

// The form above a view: its day, another day to compare with, and what the view adds; and the list of what changed between the two. Pure.
import { html } from 'hono/html';
import { message } from '../i18n/messages.ts';
import type { Html } from './document.ts';
import type { Shown } from './screen.ts';

type Tools = { asOf: string; hasSince: boolean; fields?: Html | '' };

/** A form of the address: it works without a script, and what it does not show it keeps. */
export function toolsForm({ language, address }: Shown, { asOf, hasSince, fields = '' }: Tools): Html {
  const text = String(fields);
  const kept = [...address.search].filter(([name]) => !['asOf', 'since', 'cell'].includes(name) && !text.includes(`name="${name}"`));
  return html`<form class="tools" method="get" action="${address.with(language).split('?')[0]}" aria-label="${message(language, 'tool.title')}">${kept.map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  )}
<label>${message(language, 'page.day')}<input type="date" name="asOf" value="${asOf}"></label>
${hasSince ? html`<label>${message(language, 'tool.since')}<input type="date" name="since" value="${address.text('since') ?? ''}"></label>` : ''}
${fields}
<button>${message(language, 'page.show')}</button></form>`;
}

/** A change of a cell between two days; null: the cell was not there. */
export type Change = { key: string; row: string; column: string; was: string | null; is: string | null };

export function changesList({ language, address }: Shown, since: string, changes: readonly Change[]): Html {
  const none = message(language, 'change.none');
  return html`<section aria-labelledby="changes"><h2 id="changes">${message(language, 'change.title', { date: since, count: changes.length })}</h2>${
    changes.length === 0
      ? html`<p>${message(language, 'page.nothing')}</p>`
      : html`<ul class="changes">${changes.map(
          ({ key, row, column, was, is }) =>
            html`<li><a href="${address.with(language, { cell: key })}#cell"><bdi>${row}</bdi></a>${message(language, 'separator.item')}<bdi>${column}</bdi>${message(language, 'separator.label')}${message(
              language,
              'change.fromTo',
              { from: was ?? none, to: is ?? none },
            )}</li>`,
        )}</ul>`
  }</section>`;
}

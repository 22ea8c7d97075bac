// The form above a view: its day, another day to compare with, and what the view adds; and the list of what changed between the two. Pure.
import { html } from 'hono/html';
import { dayText } from '../i18n/dates.ts';
import { message } from '../i18n/messages.ts';
import type { Html } from './document.ts';
import type { Change } from './grid-model.ts';
import { orders } from './order.ts';
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

/** Fields for how the rows of a matrix stand. Several pinned rows are kept where the address has them. */
export function orderFields({ language, address }: Shown, rows: readonly { key: string; name: string }[]): Html {
  const pinned = address.list('pin') ?? [];
  const several = pinned.length > 1 ? pinned.join(',') : null;
  return html`<label>${message(language, 'tool.order')}<select name="order">${orders.map(
    (order) =>
      html`<option value="${order}"${order === (address.oneOf('order', orders) ?? 'name') ? html` selected` : ''}>${message(language, `tool.order.${order}`)}</option>`,
  )}</select></label>
<label>${message(language, 'tool.pin')}<select name="pin"><option value=""></option>${several === null ? '' : html`<option value="${several}" selected>${several}</option>`}${rows.map(
    ({ key, name }) => html`<option value="${key}"${several === null && pinned.includes(key) ? html` selected` : ''}>${name}</option>`,
  )}</select></label>
<label class="tick"><input type="checkbox" name="only" value="differences"${address.text('only') === 'differences' ? html` checked` : ''}>${message(language, 'tool.onlyDifferences')}</label>`;
}

const findingSources = ['ALL', 'OFFICIAL'] as const;

/** Which assessments enter. Throws INVALID for a word that is none. */
export const sourcesAsked = (address: Shown['address']) => address.oneOf('sources', findingSources) ?? 'ALL';

export function sourcesField({ language, address }: Shown): Html {
  return html`<label>${message(language, 'tool.sources')}<select name="sources">${findingSources.map(
    (it) => html`<option value="${it}"${it === sourcesAsked(address) ? html` selected` : ''}>${message(language, `tool.sources.${it}`)}</option>`,
  )}</select></label>`;
}

export function unseenField({ language, address }: Shown): Html {
  return html`<label class="tick"><input type="checkbox" name="includeUnseen" value="true"${address.flag('includeUnseen') ? html` checked` : ''}>${message(language, 'tool.includeUnseen')}</label>`;
}

export function changesList({ language, address }: Shown, since: string, changes: readonly Change[]): Html {
  const none = message(language, 'change.none');
  return html`<section aria-labelledby="changes"><h2 id="changes">${message(language, 'change.title', { date: dayText(language, since), count: changes.length })}</h2>${
    changes.length === 0
      ? html`<p>${message(language, 'page.nothing')}</p>`
      : html`<ul class="changes">${changes.map(
          ({ key, row, column, was, is }) =>
            html`<li><a href="${address.with(language, { cell: key })}#cell"><bdi>${row}</bdi></a>${message(language, 'separator.item')}<bdi>${column}</bdi>${message(language, 'separator.label')}${message(
              language,
              'change.fromTo',
              { from: was ?? none, to: is },
            )}</li>`,
        )}</ul>`
  }</section>`;
}

// What stands around the content of every screen: notes on the address, files of the same view, its query, how to cite it. Pure.
import { html } from 'hono/html';
import { methodVersion } from '../alignment/method.ts';
import { dayText } from '../i18n/dates.ts';
import type { Language } from '../i18n/languages.ts';
import { message } from '../i18n/messages.ts';
import type { Operation } from '../views/view.ts';
import { codeOf, graphiqlPath, type Html, pageText } from './document.ts';
import type { Rendered, Shown } from './screen.ts';

/** Parameters of a page that say how it looks; its exports and its query do not have them. */
export const presentationParameters: readonly string[] = [
  'order',
  'pin',
  'cell',
  'only',
  'show',
  'since',
  'after',
  'activitiesAfter',
  'row',
  'threat',
];

type Frame = {
  shown: Shown;
  rendered: Rendered;
  operation: Operation | null;
  /** Parameters of the address that the page does not know. */
  unknown: readonly string[];
  account: Html | '';
  /** Scheme and host of the address, for a citation. */
  origin: string;
};

/** A whole page. */
export function framed({ shown, rendered, operation, unknown, account, origin }: Frame): Html {
  const { language, address } = shown;
  const { title, organization } = rendered;
  const body = html`${
    unknown.length === 0 ? '' : html`<p class="notice" role="note">${message(language, 'page.unknownParameters', { names: unknown.join(', ') })}</p>`
  }${rendered.body}`;
  return pageText({
    language,
    title,
    organization,
    path: address.path,
    pathIn: (other) => address.with(other),
    body,
    account,
    after: takeAway(shown, rendered, operation, origin, unknown),
  });
}

function takeAway(
  { language, address, today, viewer }: Shown,
  { title, exports, isWork }: Rendered,
  operation: Operation | null,
  origin: string,
  unknown: readonly string[],
): Html | '' {
  if (operation === null || isWork) return '';
  // Drawings and workbooks look as the page does; other files are the same whatever it looks like.
  const given = (format: string) => {
    const search = new URLSearchParams(
      [...address.search].filter(
        ([name]) => !unknown.includes(name) && (format === 'svg' || format === 'xlsx' || !presentationParameters.includes(name)),
      ),
    );
    for (const [name, value] of Object.entries(exports?.extra ?? {})) search.set(name, value);
    search.set('lang', codeOf(language));
    return search.toString();
  };
  const files = exports?.formats.map(
    (format) => html`<li><a href="/export/${exports.view}.${format}?${given(format)}" download>${format.toUpperCase()}</a></li>`,
  );
  const cited = citation(language, title, today, `${origin}${address.with(language)}`);
  return html`<aside class="take" aria-label="${message(language, 'take.title')}"><h2>${message(language, 'take.title')}</h2>
${files && files.length > 0 ? html`<ul class="files">${files}</ul>` : ''}
<p><a href="${graphiqlPath(language, operation)}">${message(language, 'take.query')}</a>${viewer.role === 'PUBLIC' ? '' : html` <span class="soft">${message(language, 'take.asPublic')}</span>`}</p>
${cited}
<p class="disclaimer">${message(language, 'disclaimer')}</p></aside>`;
}

/** How a page is cited: to copy on the screen, and in sight on paper. */
export function citation(language: Language, title: string, today: string, address: string): Html {
  const words = message(language, 'take.citation', { title, version: methodVersion, date: dayText(language, today) });
  const cited = html`<p>${words} <bdi dir="ltr">${address}</bdi></p>`;
  return html`<details class="cite"><summary>${message(language, 'take.cite')}</summary>${cited}</details>
<div class="printed">${cited}</div>`;
}

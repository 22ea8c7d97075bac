// The first page: organizations, those with a recorded strategy first, each by its name in the language.
import { html } from 'hono/html';
import type { Language } from '../i18n/languages.ts';
import { message } from '../i18n/messages.ts';
import { operationText } from '../views/view.ts';
import { codeOf, type Html, organizationPath } from './document.ts';
import { screen } from './screen.ts';

type Organization = { key: string; acronym: string | null; name: string; members: { key: string }[]; strategies: { totalCount: number } };
type HomeData = { organizations: Organization[] };

const query = operationText('Organizations', {}, 'organizations { key acronym name members { key } strategies(first: 1) { totalCount } }');

export const homeScreen = screen<HomeData>({
  path: '',
  parameters: [],
  ask: () => ({ query, variables: {} }),
  render: ({ organizations }, { language }) => {
    const sorted = byName(organizations, language);
    const without = sorted.filter((it) => it.strategies.totalCount === 0);
    return {
      title: message(language, 'home.title'),
      body: html`<h1>${message(language, 'home.title')}</h1>
<p class="lead">${message(language, 'home.lead')}</p>
<ul class="cards">${sorted.filter((it) => !without.includes(it)).map((it) => cardOf(it, language))}</ul>
<details class="more"><summary>${message(language, 'home.without')} <span class="soft">(${without.length})</span></summary><ul class="cards">${without.map(
        (it) => cardOf(it, language),
      )}</ul></details>`,
      exports: { view: 'organizations', formats: ['csv', 'xlsx', 'json'] },
    };
  },
});

/** Sorted by name as readers of the language sort. */
export function byName<Named extends { name: string }>(items: readonly Named[], language: Language): Named[] {
  const { compare } = new Intl.Collator(codeOf(language));
  return items.toSorted((a, b) => compare(a.name, b.name));
}

function cardOf({ key, acronym, name, members, strategies }: Organization, language: Language): Html {
  const view = strategies.totalCount === 0 ? 'coverage' : 'overview';
  return html`<li><a href="${organizationPath(language, key, view)}"><bdi>${name}</bdi></a>${acronym === null ? '' : html` <span class="soft"><bdi>${acronym}</bdi></span>`}
<p class="soft">${members.length === 0 ? '' : html`${message(language, 'home.members', { count: members.length })} · `}${message(language, 'home.strategies', { count: strategies.totalCount })}</p></li>`;
}

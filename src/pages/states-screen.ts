// The list of states by name, in the regions of the United Nations' M49, with their organizations.
import { html } from 'hono/html';
import type { Language } from '../i18n/languages.ts';
import { message } from '../i18n/messages.ts';
import { operationText } from '../views/view.ts';
import { type Html, organizationPath, statePath } from './document.ts';
import { byName } from './home-screen.ts';
import { screen } from './screen.ts';
import { toolsForm } from './tools.ts';
import { choice } from './work-fields.ts';

type State = { key: string; name: string; note: string | null; region: string | null; strategies: { totalCount: number } };
type Organization = { key: string; name: string; acronym: string | null; members: { key: string }[] };
type StatesData = { memberStates: State[]; organizations: Organization[] };

const query = operationText(
  'StatesByRegion',
  { organization: 'String', asOf: 'Date' },
  'memberStates(organization: $organization, asOf: $asOf) { key name note region strategies(first: 1) { totalCount } }',
  'organizations { key name acronym members(asOf: $asOf) { key } }',
);

export const statesScreen = screen<StatesData>({
  path: '/states',
  parameters: ['organization', 'asOf'],
  ask: (address) => ({ query, variables: { organization: address.text('organization'), asOf: address.day('asOf') } }),
  render: ({ memberStates, organizations }, shown) => {
    const { language, address, today } = shown;
    const chosen = organizations.find(({ key }) => key === address.text('organization'));
    const regions = Map.groupBy(memberStates, ({ region }) => region ?? 'none');
    const named = byName(
      [...regions].map(([key, states]) => ({ key, states, name: regionName(language, key) })),
      language,
    );
    const options = byName(organizations, language).map(({ key, name }) => ({ value: key, text: name }));
    return {
      title: message(language, 'nav.states'),
      exports: { view: 'states', formats: chosen || address.text('asOf') ? [] : ['csv', 'xlsx', 'json'] },
      body: html`<h1>${message(language, 'nav.states')}</h1>
<p class="lead">${message(language, 'states.lead')}</p>
${toolsForm(shown, {
  asOf: address.text('asOf') ?? today,
  hasSince: false,
  fields: choice(message(language, 'states.organization'), 'organization', options, message(language, 'page.allStates'), chosen?.key),
})}
${memberStates.length === 0 ? html`<p class="empty">${message(language, 'page.nothing')}</p>` : ''}
${
  named.length < 2
    ? ''
    : html`<nav class="contents" aria-label="${message(language, 'page.contents')}"><ul>${named.map(
        ({ key, name, states }) => html`<li><a href="#${key}">${name}</a> <span class="soft">(${states.length})</span></li>`,
      )}</ul></nav>`
}
${named.map(
  ({ key, name, states }) =>
    html`<section aria-labelledby="${key}"><h2 id="${key}">${name}</h2><ul class="states">${byName(states, language).map((state) => stateItem(state, organizations, language))}</ul></section>`,
)}`,
    };
  },
});

function regionName(language: Language, region: string): string {
  const key = `region.${region}`;
  return ['Africa', 'Americas', 'Asia', 'Europe', 'Oceania', 'none'].includes(region) ? message(language, key as 'region.Africa') : region;
}

function stateItem({ key, name, note, strategies }: State, organizations: readonly Organization[], language: Language): Html {
  const of = organizations.filter(({ members }) => members.some((member) => member.key === key));
  return html`<li><a href="${statePath(language, key)}"><bdi>${name}</bdi></a>
<span class="soft">${strategies.totalCount === 0 ? message(language, 'states.noStrategy') : message(language, 'home.strategies', { count: strategies.totalCount })}</span>
${of.map((it) => html`<a class="soft" href="${organizationPath(language, it.key, 'matrix')}" title="${it.name}"><bdi>${it.acronym ?? it.name}</bdi></a> `)}${note === null ? '' : html`<p class="soft"><bdi lang="en">${note}</bdi></p>`}</li>`;
}

// Recorded strategies, narrowed by what the address says, page by page.
import { html } from 'hono/html';
import { message } from '../i18n/messages.ts';
import { strategyScopes } from '../strategies/model.ts';
import { type StrategiesData, strategiesView } from '../views/records.ts';
import { operationText } from '../views/view.ts';
import { codeOf, type Html, organizationPath, statePath } from './document.ts';
import { byName } from './home-screen.ts';
import { type Shown, screen } from './screen.ts';
import { paging, periodText, phaseText, strategyLink } from './texts.ts';
import { type Choice, choice } from './work-fields.ts';

type Named = { key: string; name: string };
type Data = StrategiesData & { organizations: Named[]; memberStates: Named[] };

const levels = ['NATIONAL', 'REGIONAL', 'GLOBAL'] as const;
const statuses = ['ADOPTED', 'DRAFT', 'WITHDRAWN'] as const;
const pageSize = 25;

const query = operationText(
  'StrategiesPage',
  strategiesView.variables,
  strategiesView.selection,
  'organizations { key name }',
  'memberStates { key name }',
);

export const strategiesScreen = screen<Data>({
  path: '/strategies',
  parameters: ['text', 'organization', 'states', 'scopes', 'level', 'status', 'inForceOn', 'asOf', 'after'],
  ask: (address) => ({
    query,
    variables: {
      organization: address.text('organization'),
      states: address.list('states'),
      scopes: address.list('scopes'),
      level: address.oneOf('level', levels),
      status: address.oneOf('status', statuses),
      inForceOn: address.day('inForceOn'),
      text: address.text('text'),
      asOf: address.day('asOf') ?? address.day('inForceOn'),
      first: pageSize,
      after: address.text('after'),
    },
  }),
  render: (data, shown) => {
    const { language, address } = shown;
    const { totalCount, edges, pageInfo } = data.strategies;
    const title = message(language, 'nav.strategies');
    return {
      title,
      exports: { view: strategiesView.key, formats: ['csv', 'xlsx', 'json'] },
      body: html`<h1>${title}</h1>
<p class="lead">${message(language, 'home.strategies', { count: totalCount })}</p>
<p class="soft">${message(language, 'strategies.lead')}</p>
${filterForm(data, shown)}
${
  edges.length === 0
    ? html`<p class="empty">${message(language, 'strategies.empty')} <a href="/${codeOf(language)}/strategies">${message(language, 'strategies.all')}</a></p>`
    : html`<ul class="evidence">${edges.map(({ node }) => strategyItem(node, shown))}</ul>`
}
${paging(language, (changes) => address.with(language, changes), address.text('after') === null, pageInfo)}`,
    };
  },
});

function filterForm({ organizations, memberStates }: Data, { language, address }: Shown): Html {
  const field = (label: Parameters<typeof message>[1], name: string, choices: readonly Choice[]) =>
    choice(message(language, label), name, choices, message(language, 'strategies.any'), address.text(name));
  const named = (items: readonly Named[]) => byName(items, language).map(({ key, name }) => ({ value: key, text: name }));
  return html`<form class="tools" method="get" action="/${codeOf(language)}/strategies" aria-label="${message(language, 'tool.title')}">
<label>${message(language, 'strategies.text')}<input type="search" name="text" maxlength="200" value="${address.text('text') ?? ''}"></label>
${field('states.organization', 'organization', named(organizations))}
${field('grid.state', 'states', named(memberStates))}
${field(
  'strategies.scope',
  'scopes',
  strategyScopes.map((scope) => ({ value: scope, text: message(language, `strategyScope.${scope}`) })),
)}
${field(
  'strategies.level',
  'level',
  levels.map((level) => ({ value: level, text: message(language, `strategyLevel.${level}`) })),
)}
${field(
  'strategies.status',
  'status',
  statuses.map((status) => ({ value: status, text: message(language, `strategyStatus.${status}`) })),
)}
<label>${message(language, 'strategies.inForceOn')}<input type="date" name="inForceOn" value="${address.text('inForceOn') ?? ''}"></label>
<button>${message(language, 'page.show')}</button></form>`;
}

function strategyItem(it: StrategiesData['strategies']['edges'][number]['node'], { language }: Shown): Html {
  const owner = html`<bdi>${it.owner.name}</bdi>`;
  const facts = [
    message(language, `strategyScope.${it.scope}` as 'strategyScope.DRUGS'),
    periodText(language, it.validFrom, it.validTo),
    phaseText(language, it.phase),
  ].filter(Boolean);
  return html`<li>${strategyLink(language, it)}
<p class="soft"><a href="${it.level === 'NATIONAL' ? statePath(language, it.owner.key) : organizationPath(language, it.owner.key, 'matrix')}">${owner}</a> · ${facts.join(' · ')}</p></li>`;
}

// Technical assistance of the members of an organization, or of all: needs, activities of the register, and where they meet.
import { html } from 'hono/html';
import { stateOf, type Viewer } from '../core/viewer.ts';
import { dayText } from '../i18n/dates.ts';
import { message } from '../i18n/messages.ts';
import {
  type ActivitiesData,
  activityFilter,
  activitySelection,
  assistanceView,
  type Labelled,
  type Named,
  type NeedsData,
  needSelection,
  needVariables,
  type Overlap,
  type OverlapsData,
  overlapsView,
} from '../views/assistance.ts';
import { operationText } from '../views/view.ts';
import { assistanceForms, type Picks, picksOf } from './assistance-forms.ts';
import { type JointData, jointSection, jointSelection } from './assistance-joint.ts';
import { activityCard, activityLink, needCard, needPath, totalsTable } from './assistance-parts.ts';
import { type ComparedNeeds, comparedFields, needsSince } from './assistance-since.ts';
import { type Html, statePath } from './document.ts';
import { type Address, type Screen, type Shown, screen } from './screen.ts';
import { toolsForm } from './tools.ts';
import { choice, filesOf, fundingList, input, pageLinks } from './work-fields.ts';

type AssistanceData = NeedsData &
  ActivitiesData &
  OverlapsData &
  JointData &
  Picks & {
    organization?: Named;
    elements: Labelled[];
    threats: Labelled[];
    before?: ComparedNeeds;
    overlapsBefore?: Pick<Overlap, 'state' | 'theme'>[];
    prompts?: { edges: { node: { key: string; state: Named; element: Labelled | null } }[] };
  };

/** Needs whatever their stage and status: what is compared between two days, and what one project could serve. */
const everyFilter = 'organization: $organization, states: $states, element: $element, threat: $threat, origin: $origin';

/** Needs and activities on one page for people: enough to see, and light to load. */
const pageLength = 20;

// What is left out of an operation costs too: so prompts, another day and what forms choose from are in the text only where they are asked for.
const queryOf = (picks: ReturnType<typeof picksOf>, hasSince: boolean, hasPrompts: boolean) =>
  operationText(
    'Assistance',
    {
      ...needVariables,
      after: 'String',
      activitiesAfter: 'String',
      organizationKey: 'String!',
      hasOrganization: 'Boolean!',
      ...(hasPrompts && { own: '[String!]' }),
      ...(hasSince && { since: 'Date' }),
      ...picks?.types,
    },
    'organization(key: $organizationKey) @include(if: $hasOrganization) { key name }',
    'elements: concepts(scheme: ELEMENT) { key label }',
    'threats: concepts(scheme: THREAT) { key label }',
    needSelection(pageLength),
    activitySelection(pageLength, '$activitiesAfter'),
    overlapsView.selection,
    `every: assistanceNeeds(filter: { ${everyFilter} }, asOf: $asOf, first: 100) { ${comparedFields} }`,
    ...(hasSince
      ? [
          `before: assistanceNeeds(filter: { ${everyFilter} }, asOf: $since, first: 100) { ${comparedFields} }
    overlapsBefore: assistanceOverlaps(organization: $organization, states: $states, asOf: $since) { state { key name } theme { key label } }`,
        ]
      : []),
    jointSelection(`${everyFilter}, status: UNMET`, activityFilter),
    ...(hasPrompts
      ? [
          `prompts: assistanceNeeds(filter: { organization: $organization, states: $own, element: $element, origin: DERIVED }, asOf: $asOf, first: 100) {
    edges { node { key state { key name } element { key label } } }
  }`,
        ]
      : []),
    ...(picks ? [picks.selection] : []),
  );

const origins = ['REQUESTED', 'OBSERVED'] as const;
const stages = ['EXPRESSED', 'CONFIRMED', 'SCOPED', 'FUNDED', 'IN_DELIVERY', 'COMPLETED', 'FOLLOWED_UP', 'WITHDRAWN'] as const;
const statuses = ['UNMET', 'PARTLY_MET', 'MET'] as const;

function ask(address: Address, { viewer }: { viewer: Viewer }) {
  const organization = address.part('organization') || null;
  const states = address.list('states');
  const own = stateOf(viewer);
  // Prompts are asked for by users of a state alone, of their own state alone; the API would tell nobody else.
  const hasPrompts = own !== null && (organization !== null || states === null || states.includes(own));
  const since = address.day('since');
  // Two days are compared to be read: with what the forms choose from, the page would cost more than is answered at once.
  const picks = since === null ? picksOf(viewer, organization) : null;
  const variables = {
    organization,
    states: organization === null ? states : null,
    element: address.text('element'),
    threat: address.text('threat'),
    origin: address.oneOf('origin', origins),
    stage: address.oneOf('stage', stages),
    status: address.oneOf('status', statuses),
    asOf: address.day('asOf'),
    after: address.text('after'),
    activitiesAfter: address.text('activitiesAfter'),
    organizationKey: organization ?? '',
    hasOrganization: organization !== null,
    ...(hasPrompts && { own: [own] }),
    ...picks?.variables,
    ...(since !== null && { since }),
  };
  return { query: queryOf(picks, since !== null, hasPrompts), variables };
}

function render(data: AssistanceData, shown: Shown) {
  const { language, address, today } = shown;
  const { organization, assistanceNeeds: needs, assistanceActivities: activities } = data;
  const say = (key: Parameters<typeof message>[1]) => message(language, key);
  const title = organization ? message(language, 'assistance.titleOf', { organization: organization.name }) : say('assistance.title');
  const asOf = address.day('asOf') ?? today;
  const extra: Record<string, string> = organization ? { organization: organization.key } : {};
  return {
    title,
    ...(organization && { organization }),
    exports: { view: assistanceView.key, formats: ['csv', 'xlsx', 'json'], extra },
    body: html`<h1>${say('assistance.title')}</h1>
<p class="lead">${organization ? html`<bdi>${organization.name}</bdi> · ` : ''}${message(language, 'page.asOf', { date: dayText(language, asOf) })}</p>
<p class="soft">${say('assistance.lead')}</p>
${toolsForm(shown, { asOf, hasSince: true, fields: filterFields(shown, data) })}
${data.before === undefined ? '' : needsSince(data.every, data.before, { now: data.assistanceOverlaps, earlier: data.overlapsBefore ?? [] }, shown)}
${jointSection(data, shown)}
<section id="needs" aria-labelledby="needs-title"><h2 id="needs-title">${say('needs.title')} <span class="soft">· ${message(language, 'needs.count', { count: needs.totalCount })}</span></h2>
${needs.edges.length === 0 ? html`<p class="empty">${say('needs.empty')}</p>` : html`<ul class="cards work">${needs.edges.map(({ node }) => needCard(language, node))}</ul>`}
${pageLinks(shown, 'after', needs, 'needs')}${totalsOf(data, shown)}</section>
${promptsOf(data, shown)}
<section id="activities" aria-labelledby="activities-title"><h2 id="activities-title">${say('activities.title')} <span class="soft">· ${message(language, 'activities.count', { count: activities.totalCount })}</span></h2>
${
  activities.totalCount === 0
    ? html`<p class="empty">${say('activities.empty')}</p>`
    : html`${fundingList(language, activities.funding)}${filesOf(shown, 'activities', ['states', 'element', 'threat'], extra)}<ul class="cards work">${activities.edges.map(
        ({ node }) => activityCard(language, node),
      )}</ul>`
}
${pageLinks(shown, 'activitiesAfter', activities, 'activities')}</section>
${overlapsOf(data, shown, extra)}
${address.day('since') === null ? assistanceForms(shown, data) : ''}`,
  };
}

function filterFields({ language, address }: Shown, { organization, elements, threats }: AssistanceData): Html {
  const say = (key: Parameters<typeof message>[1]) => message(language, key);
  const labelled = (list: readonly Labelled[]) => list.map(({ key, label }) => ({ value: key, text: label }));
  const all = say('word.all');
  const field = (label: string, name: string, choices: { value: string; text: string }[]) => choice(label, name, choices, all, address.text(name));
  return html`${organization ? '' : input(say('field.states'), 'states', { value: address.text('states') ?? '' })}
${field(say('word.element'), 'element', labelled(elements))}
${field(say('word.threat'), 'threat', labelled(threats))}
${field(
  say('word.origin'),
  'origin',
  origins.map((value) => ({ value, text: say(`needOrigin.${value}`) })),
)}
${field(
  say('word.stage'),
  'stage',
  stages.map((value) => ({ value, text: say(`needStage.${value}`) })),
)}
${field(
  say('word.status'),
  'status',
  statuses.map((value) => ({ value, text: say(`needStatus.${value}`) })),
)}`;
}

function totalsOf({ assistanceNeeds: { elements, threats } }: AssistanceData, { language }: Shown): Html | '' {
  if (elements.length + threats.length === 0) return '';
  return html`<h3>${message(language, 'totals.title')}</h3><p class="soft">${message(language, 'totals.lead')}</p>
${totalsTable(language, message(language, 'word.element'), elements)}${totalsTable(language, message(language, 'word.threat'), threats)}`;
}

/** Nothing at all for those who were told of none: no heading, no count. */
function promptsOf({ prompts }: AssistanceData, { language }: Shown): Html | '' {
  if (prompts === undefined || prompts.edges.length === 0) return '';
  return html`<section class="panel" aria-labelledby="prompts"><h2 id="prompts">${message(language, 'prompts.title')}</h2><p class="soft">${message(language, 'prompts.lead')}</p>
<ul>${prompts.edges.map(({ node }) => html`<li><a href="${needPath(language, node.key)}"><bdi>${node.element?.label ?? node.key}</bdi></a></li>`)}</ul></section>`;
}

function overlapsOf({ assistanceOverlaps: overlaps }: AssistanceData, shown: Shown, extra: Readonly<Record<string, string>>): Html {
  const { language } = shown;
  const title = message(language, 'overlaps.title');
  return html`<section id="overlaps" aria-labelledby="overlaps-title"><h2 id="overlaps-title">${title}</h2><p class="soft">${message(language, 'overlaps.lead')}</p>
${
  overlaps.length === 0
    ? html`<p class="empty">${message(language, 'page.nothing')}</p>`
    : html`${filesOf(shown, overlapsView.key, ['states', 'asOf'], extra)}<div class="scroll" tabindex="0" role="region" aria-label="${title}"><table><caption class="hidden">${title}</caption>
<thead><tr><th scope="col">${message(language, 'grid.state')}</th><th scope="col">${message(language, 'word.themes')}</th><th scope="col">${message(language, 'activities.title')}</th><th scope="col">${message(language, 'word.period')}</th></tr></thead>
<tbody>${overlaps.map(
        ({ state, theme, activities, pairs }) =>
          html`<tr><th scope="row"><a href="${statePath(language, state.key)}"><bdi>${state.name}</bdi></a></th><td><bdi>${theme.label}</bdi></td><td><ul>${activities.map(
            (it) => html`<li>${activityLink(language, it)}</li>`,
          )}</ul></td><td>${pairs.map(
            ({ from, to }) =>
              html`<div><bdi>${message(language, 'word.fromTo', { from: dayText(language, from), to: to === null ? message(language, 'word.noEnd') : dayText(language, to) })}</bdi></div>`,
          )}</td></tr>`,
      )}</tbody></table></div>`
}</section>`;
}

const parameters = ['asOf', 'since', 'states', 'element', 'threat', 'origin', 'stage', 'status', 'after', 'activitiesAfter'];

export const assistanceScreens: readonly Screen[] = [
  screen<AssistanceData>({ path: '/r/:organization/assistance', parameters: parameters.filter((name) => name !== 'states'), ask, render }),
  screen<AssistanceData>({ path: '/assistance', parameters, ask, render }),
];

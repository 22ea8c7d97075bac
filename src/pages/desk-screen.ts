// The desk of those who are signed in: what waits for them, each with the form that settles it.
import { html } from 'hono/html';
import { organizationOf, stateOf } from '../core/viewer.ts';
import { message } from '../i18n/messages.ts';
import type { Labelled } from '../views/assistance.ts';
import { operationText } from '../views/view.ts';
import { actionForm, noteFields } from './actions.ts';
import { consents } from './assistance-forms.ts';
import { activityLink, needLink } from './assistance-parts.ts';
import { reviewLinkForm } from './cell-actions.ts';
import { codeOf, type Html, nodePath, strategyPath } from './document.ts';
import { areaField, choiceField, hidden, textField } from './fields.ts';
import { type Shown, screen } from './screen.ts';

type Named = { key: string; name: string };
type Draft = { key: string; title: string; version: number; publication: 'PUBLISHED' | 'UNPUBLISHED'; visibility: string };
type Connection<Node> = { edges: { node: Node }[] };
type WaitingLink = {
  id: string;
  version: number;
  relation: 'EQUAL';
  status: 'SUGGESTED';
  rationale: string | null;
  citation: string | null;
  strategy: { key: string; title: string };
  node: { key: string; label: string; strategy: { key: string } } | null;
  objective: { key: string; label: string; strategy: { key: string; title: string } };
};
type Need = {
  key: string;
  version: number;
  origin: 'DERIVED' | 'OBSERVED' | 'REQUESTED';
  stage: string | null;
  reason: string | null;
  consent: (typeof consents)[number];
  overdue: boolean;
  state: Named;
  element: Labelled | null;
  threat: Labelled | null;
  provision: Labelled | null;
  matches: { key: string; status: string; note: string | null; activity: { key: string; title: string } | null }[];
};
type DeskData = {
  linksToReview: WaitingLink[];
  memberState?: (Named & { strategies: Connection<Draft>; memberships: { organization: Named }[] }) | null;
  organization?: (Named & { strategies: Connection<Draft>; members: Named[] }) | null;
  stateAssessments?: Connection<Draft>;
  organizationAssessments?: Connection<Draft>;
  assistanceNeeds?: Connection<Need>;
  prompts?: Connection<Need>;
  allNeeds?: Connection<Need>;
  stagedActivities?: Connection<{ key: string; title: string }>;
};

const drafts = 'edges { node { key title version publication visibility } }';
const needs = 'edges { node { ...N } }';
const needFragment = `fragment N on AssistanceNeed {
  key version origin stage reason consent overdue state { key name } element { key label } threat { key label } provision { key label } matches { key status note activity { key title } }
}`;
const query = `${operationText(
  'Desk',
  { state: 'String!', organization: 'String!', isState: 'Boolean!', isOrganization: 'Boolean!', isSecretariat: 'Boolean!' },
  `linksToReview { id version relation status rationale citation strategy { key title } node { key label strategy { key } } objective { key label strategy { key title } } }
  memberState(key: $state) @include(if: $isState) { key name memberships { organization { key name } } strategies(first: 100) { ${drafts} } }
  organization(key: $organization) @include(if: $isOrganization) { key name members { key name } strategies(first: 100) { ${drafts} } }
  stateAssessments: assessments(filter: { states: [$state] }, first: 50) @include(if: $isState) { ${drafts} }
  organizationAssessments: assessments(filter: { organization: $organization }, first: 50) @include(if: $isOrganization) { ${drafts} }
  assistanceNeeds(filter: { states: [$state] }, first: 50) @include(if: $isState) { ${needs} }
  prompts: assistanceNeeds(filter: { states: [$state], origin: DERIVED }, first: 50) @include(if: $isState) { ${needs} }
  allNeeds: assistanceNeeds(first: 100) @include(if: $isSecretariat) { ${needs} }
  stagedActivities(first: 50) @include(if: $isSecretariat) { edges { node { key title } } }`,
)}
${needFragment}`;

export const deskScreen = screen<DeskData | null>({
  path: '/desk',
  parameters: [],
  ask: (_address, { viewer }) => {
    if (viewer.role === 'PUBLIC') return null;
    const [state, organization] = [stateOf(viewer), organizationOf(viewer)];
    return {
      query,
      variables: {
        state: state ?? '',
        organization: organization ?? '',
        isState: state !== null,
        isOrganization: organization !== null,
        isSecretariat: viewer.role === 'SECRETARIAT',
      },
    };
  },
  render: (data, shown) => {
    const { language, viewer } = shown;
    const say = (key: Parameters<typeof message>[1]) => message(language, key);
    const title = say('desk.title');
    if (data === null || viewer.role === 'PUBLIC') return { title, body: html`<h1>${title}</h1><p class="empty">${say('desk.signedOut')}</p>` };
    const body = data.memberState ?? data.organization ?? null;
    const edits = ['EDITOR', 'APPROVER', 'ANALYST'].includes(viewer.role);
    const clears = viewer.role === 'APPROVER' || viewer.role === 'ANALYST';
    const waiting = (connection?: Connection<Draft>) => nodesOf(connection).filter((it) => it.publication === 'UNPUBLISHED');
    const nodesOf = <Node>(connection?: Connection<Node>) => (connection?.edges ?? []).map(({ node }) => node);
    const needs = nodesOf(data.assistanceNeeds ?? data.allNeeds);
    const isOfState = viewer.role === 'EDITOR' || viewer.role === 'APPROVER';
    const isSecretariat = viewer.role === 'SECRETARIAT';
    const parts = [
      part(
        'links',
        say('desk.links'),
        data.linksToReview.map((it) => linkItem(it, shown)),
      ),
      part(
        'strategies',
        say('desk.strategies'),
        waiting(body?.strategies).map((it) => draftItem(it, 'publishStrategy', clears, shown)),
      ),
      part(
        'assessments',
        say('desk.assessments'),
        waiting(data.stateAssessments ?? data.organizationAssessments).map((it) => draftItem(it, 'publishAssessment', clears, shown)),
      ),
      part('needs', say('desk.needs'), data.allNeeds ? [] : needs.filter(isToConfirm).map((it) => needItem(it, viewer.role === 'APPROVER', shown))),
      part(
        'matches',
        say('desk.matches'),
        data.allNeeds
          ? []
          : needs.flatMap((need) => need.matches.filter(isToDecide).map((it) => matchItem(need, it, viewer.role === 'APPROVER', shown))),
      ),
      part('unserved', say('desk.unserved'), isSecretariat ? needs.filter(isToServe).map((it) => linkedNeed(it, shown)) : []),
      part('follow-ups', say('desk.followUps'), isOfState || isSecretariat ? needs.filter(isToFollow).map((it) => linkedNeed(it, shown)) : []),
      part(
        'staged',
        say('desk.staged'),
        nodesOf(data.stagedActivities).map((it) => html`<li>${activityLink(language, it)}</li>`),
      ),
      part(
        'prompts',
        say('prompts.title'),
        isOfState ? nodesOf(data.prompts).map((it) => linkedNeed(it, shown)) : [],
        html`<p class="soft">${say('prompts.lead')}</p>`,
      ),
    ].filter((it) => it !== '');
    return {
      title,
      isWork: true,
      body: html`<h1>${title}</h1>
<p class="lead">${message(language, `role.${viewer.role}`)}${body === null ? '' : html` · <bdi>${body.name}</bdi>`}</p>
${
  edits
    ? html`<ul class="files"><li><a href="/${codeOf(language)}/desk/strategies/new">${say('desk.newStrategy')}</a></li><li><a href="/${codeOf(language)}/desk/import">${say('desk.import')}</a></li></ul>`
    : ''
}
${parts.length === 0 ? html`<p class="empty">${say('desk.nothing')}</p>` : parts}
${data.memberState && (viewer.role === 'APPROVER' || viewer.role === 'EDITOR') ? clearance(data.memberState, shown) : ''}
${edits && body ? ownStrategies(body.strategies, shown) : ''}`,
    };
  },
});

const isToConfirm = ({ stage }: Need) => stage === 'EXPRESSED';
const isToDecide = ({ status }: { status: string }) => status === 'PROPOSED';
/** Confirmed, and nothing stands beside it that the state took up or may still take up. */
const isToServe = ({ stage, matches }: Need) => (stage === 'CONFIRMED' || stage === 'SCOPED') && matches.every(({ status }) => status === 'DECLINED');
/** A year has passed since it was completed. */
const isToFollow = ({ stage, overdue }: Need) => stage === 'COMPLETED' && overdue;

function part(id: string, title: string, items: readonly Html[], lead: Html | '' = ''): Html | '' {
  if (items.length === 0) return '';
  return html`<section aria-labelledby="${id}"><h2 id="${id}">${title} <span class="soft">(${items.length})</span></h2>${lead}<ul class="cards waiting">${items}</ul></section>`;
}

function linkItem(it: WaitingLink, shown: Shown): Html {
  const { language } = shown;
  const from = it.node ?? null;
  const href = from === null ? strategyPath(language, it.strategy.key) : nodePath(language, from.strategy.key, from.key);
  return html`<li><p><a href="${href}"><bdi>${from?.label ?? it.strategy.title}</bdi></a> <span class="soft">· <bdi>${it.strategy.title}</bdi></span></p>
<p>${message(language, `relation.${it.relation}`)} <span class="soft">(${message(language, `linkStatus.${it.status}`)})</span></p>
<p><a href="${nodePath(language, it.objective.strategy.key, it.objective.key)}"><bdi>${it.objective.label}</bdi></a> <span class="soft">· <bdi>${it.objective.strategy.title}</bdi></span></p>
${[it.rationale, it.citation].map((words) => (words === null ? '' : html`<p class="soft"><bdi>${words}</bdi></p>`))}
${reviewLinkForm(shown, it)}</li>`;
}

export const visibilityOptions = (shown: Shown) =>
  (['PUBLIC', 'WORKING_GROUP', 'REGION', 'SHARED', 'PRIVATE'] as const).map(
    (value) => [value, message(shown.language, `desk.visibility.${value}`)] as const,
  );

/** Publishes a draft; whom it is to reach is chosen beside. */
export function publishForm(shown: Shown, mutation: string, it: Pick<Draft, 'key' | 'version' | 'visibility'>): Html | '' {
  const say = (key: Parameters<typeof message>[1]) => message(shown.language, key);
  const fields = html`${hidden('key', it.key)}${hidden('version', it.version)}${choiceField(shown.language, say('desk.visibility'), 'visibility', visibilityOptions(shown), { value: it.visibility })}${textField(say('desk.sharedWith'), 'sharedWith')}`;
  return actionForm(shown, mutation, say('desk.publish'), fields);
}

function draftItem(it: Draft, mutation: 'publishStrategy' | 'publishAssessment', clears: boolean, shown: Shown): Html {
  const { language } = shown;
  const isStrategy = mutation === 'publishStrategy';
  const title = isStrategy
    ? html`<a href="/${codeOf(language)}/desk/strategies/${encodeURIComponent(it.key)}"><bdi>${it.title}</bdi></a>`
    : html`<bdi>${it.title}</bdi>`;
  return html`<li><p>${title} <code>${it.key}</code></p>${clears ? publishForm(shown, mutation, it) : html`<p class="soft">${message(language, 'desk.waitsForApprover')}</p>`}</li>`;
}

const linkedNeed = (it: Need, { language }: Shown): Html => html`<li>${needLink(language, it)}</li>`;

function needItem(it: Need, confirms: boolean, shown: Shown): Html {
  const { language } = shown;
  const say = (key: Parameters<typeof message>[1]) => message(language, key);
  const isAsked = it.origin === 'REQUESTED';
  const own = isAsked
    ? ''
    : html`${areaField(say('action.reason'), 'reason')}${choiceField(
        language,
        say('desk.urgency'),
        'urgency',
        (['LOW', 'MEDIUM', 'HIGH', 'CRITICAL'] as const).map((value) => [value, say(`desk.urgency.${value}`)]),
      )}`;
  const fields = html`${hidden('need', it.key)}${hidden('version', it.version)}${own}${choiceField(
    language,
    say('desk.consent'),
    'consent',
    // A request is confirmed for the readers it was made for, or for fewer.
    (isAsked ? consents.slice(0, consents.indexOf(it.consent) + 1) : consents).map((value) => [value, say(`needConsent.${value}`)]),
    { value: it.consent },
  )}`;
  return html`<li><p>${needLink(language, it)} <span class="soft">${say(`desk.origin.${it.origin}`)}</span></p>${it.reason === null ? '' : html`<p><bdi>${it.reason}</bdi></p>`}
${confirms ? actionForm(shown, 'confirmNeed', say('desk.confirmNeed'), fields) : html`<p class="soft">${say('desk.waitsForApprover')}</p>`}</li>`;
}

function matchItem(need: Need, it: Need['matches'][number], decides: boolean, shown: Shown): Html {
  const say = (key: Parameters<typeof message>[1]) => message(shown.language, key);
  const fields = html`${hidden('match', it.key)}${choiceField(
    shown.language,
    say('link.decision'),
    'decision',
    (['ACCEPTED', 'DECLINED'] as const).map((value) => [value, say(`desk.match.${value}`)]),
    { isRequired: true },
  )}${textField(say('action.reason'), 'reason')}`;
  return html`<li><p>${it.activity === null ? say('match.unpublished') : activityLink(shown.language, it.activity)} <span class="soft">· ${needLink(shown.language, need)}</span></p>${it.note === null ? '' : html`<p><bdi>${it.note}</bdi></p>`}
${decides ? actionForm(shown, 'decideMatch', say('desk.decideMatch'), fields) : html`<p class="soft">${say('desk.waitsForApprover')}</p>`}</li>`;
}

/** All that is said of the state in one go, for one organization or all of them. */
function clearance({ key, memberships }: NonNullable<DeskData['memberState']>, shown: Shown): Html {
  const { language, viewer } = shown;
  const say = (name: Parameters<typeof message>[1]) => message(language, name);
  const organizations = [...new Map(memberships.map(({ organization }) => [organization.key, organization.name]))];
  const decisions = viewer.role === 'APPROVER' ? (['CONFIRM', 'CONTEST'] as const) : (['CONTEST'] as const);
  const fields = html`${hidden('state', key)}${choiceField(
    language,
    say('link.decision'),
    'decision',
    decisions.map((value) => [value, say(`desk.record.${value}`)]),
    { isRequired: true },
  )}${choiceField(language, say('desk.ofOrganization'), 'organization', organizations, { none: say('action.all') })}${areaField(say('action.reason'), 'reason')}${noteFields(shown)}`;
  return html`<section aria-labelledby="clearance"><h2 id="clearance">${say('desk.clearance')}</h2><p class="soft">${say('desk.clearanceLead')} <a href="/${codeOf(language)}/states/${key}">${say('desk.readRecord')}</a></p>${actionForm(shown, 'reviewRecord', say('desk.decideMatch'), fields)}</section>`;
}

function ownStrategies({ edges }: Connection<Draft>, { language }: Shown): Html | '' {
  const published = edges.map(({ node }) => node).filter((it) => it.publication === 'PUBLISHED');
  if (published.length === 0) return '';
  return html`<section aria-labelledby="own"><h2 id="own">${message(language, 'desk.published')}</h2><ul>${published.map(
    (it) => html`<li><a href="/${codeOf(language)}/desk/strategies/${encodeURIComponent(it.key)}"><bdi>${it.title}</bdi></a></li>`,
  )}</ul></section>`;
}

// The desk of those who are signed in: what waits for them, each with the form that settles it.
import { html } from 'hono/html';
import { organizationOf, stateOf } from '../core/viewer.ts';
import { message } from '../i18n/messages.ts';
import type { Labelled } from '../views/assistance.ts';
import { operationText } from '../views/view.ts';
import { actionForm } from './actions.ts';
import { consents, needText } from './assistance-forms.ts';
import { activityLink, type NeedName, needLink } from './assistance-parts.ts';
import { reviewLinkForm } from './cell-actions.ts';
import { codeOf, type Html, nodePath, strategyPath } from './document.ts';
import type { Draft } from './edit-model.ts';
import { areaField, choiceField, hidden, namesInOrder, severalField, textField } from './fields.ts';
import { type Shown, screen } from './screen.ts';
import { type Clearance, clearanceSelection, reviewForms } from './state-record-forms.ts';
import { pageLinks } from './work-fields.ts';

type Named = { key: string; name: string };
type Connection<Node> = { totalCount: number; pageInfo: { hasNextPage: boolean; endCursor: string | null }; edges: { node: Node }[] };
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
  prompts?: Connection<NeedName>;
  allNeeds?: Connection<Need>;
  stagedActivities?: Connection<{ key: string; title: string }>;
  stateRecord?: { contests: { open: boolean }[]; clearance: Clearance | null };
  states?: Named[];
  organizations?: Named[];
};

/** Of these lists the address says from where they go on. */
const lists = ['strategiesAfter', 'assessmentsAfter', 'needsAfter', 'promptsAfter', 'stagedAfter'] as const;
type List = (typeof lists)[number];

const paged = 'totalCount pageInfo { hasNextPage endCursor }';
const drafts = `${paged} edges { node { key title version publication visibility sharedWith } }`;
const needs = `${paged} edges { node { ...N } }`;
const theme = 'state { key name } element { key label } threat { key label } provision { key label }';
const needFragment = `fragment N on AssistanceNeed {
  key version origin stage reason consent overdue ${theme} matches { key status note activity { key title } }
}`;
const query = `${operationText(
  'Desk',
  {
    state: 'String!',
    organization: 'String!',
    isState: 'Boolean!',
    isOrganization: 'Boolean!',
    isSecretariat: 'Boolean!',
    isEditor: 'Boolean!',
    clears: 'Boolean!',
    ...Object.fromEntries(lists.map((name) => [name, 'String'])),
  },
  `linksToReview { id version relation status rationale citation strategy { key title } node { key label strategy { key } } objective { key label strategy { key title } } }
  memberState(key: $state) @include(if: $isState) { key name memberships { organization { key name } } strategies(first: 100, after: $strategiesAfter) { ${drafts} } }
  organization(key: $organization) @include(if: $isOrganization) { key name members { key name } strategies(first: 100, after: $strategiesAfter) { ${drafts} } }
  stateAssessments: assessments(filter: { states: [$state] }, first: 50, after: $assessmentsAfter) @include(if: $isState) { ${drafts} }
  organizationAssessments: assessments(filter: { organization: $organization }, first: 50, after: $assessmentsAfter) @include(if: $isOrganization) { ${drafts} }
  assistanceNeeds(filter: { states: [$state] }, first: 50, after: $needsAfter) @include(if: $isState) { ${needs} }
  prompts: assistanceNeeds(filter: { states: [$state], origin: DERIVED }, first: 50, after: $promptsAfter) @include(if: $isState) { ${paged} edges { node { key ${theme} } } }
  allNeeds: assistanceNeeds(first: 100, after: $needsAfter) @include(if: $isSecretariat) { ${needs} }
  stagedActivities(first: 50, after: $stagedAfter) @include(if: $isSecretariat) { ${paged} edges { node { key title } } }
  stateRecord(state: $state) @include(if: $isEditor) { contests { open } ${clearanceSelection} }
  states: memberStates @include(if: $clears) { key name }
  organizations @include(if: $clears) { key name }`,
)}
${needFragment}`;

export const deskScreen = screen<DeskData | null>({
  path: '/desk',
  parameters: lists,
  ask: (address, { viewer }) => {
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
        isEditor: viewer.role === 'EDITOR' || viewer.role === 'APPROVER',
        clears: viewer.role === 'APPROVER' || viewer.role === 'ANALYST',
        ...Object.fromEntries(lists.map((name) => [name, address.text(name)])),
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
    const parties = [data.organizations, data.states].flatMap((list) => namesInOrder(language, list));
    const assessments = data.stateAssessments ?? data.organizationAssessments;
    const parts = [
      part(
        'links',
        say('desk.links'),
        data.linksToReview.map((it) => linkItem(it, shown)),
        data.linksToReview.length < linksShown ? '' : html`<p class="soft">${message(language, 'desk.oldest', { count: linksShown })}</p>`,
      ),
      part(
        'strategies',
        say('desk.strategies'),
        waiting(body?.strategies).map((it) => draftItem(it, 'publishStrategy', clears, parties, shown)),
      ),
      moreOf(shown, 'strategiesAfter', say('desk.strategies'), body?.strategies),
      part(
        'assessments',
        say('desk.assessments'),
        waiting(assessments).map((it) => draftItem(it, 'publishAssessment', clears, parties, shown)),
      ),
      moreOf(shown, 'assessmentsAfter', say('desk.assessments'), assessments),
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
      moreOf(shown, 'needsAfter', say('needs.title'), data.assistanceNeeds ?? data.allNeeds),
      part(
        'staged',
        say('desk.staged'),
        nodesOf(data.stagedActivities).map((it) => html`<li>${activityLink(language, it)}</li>`),
      ),
      moreOf(shown, 'stagedAfter', say('desk.staged'), data.stagedActivities),
      part(
        'prompts',
        say('prompts.title'),
        isOfState ? nodesOf(data.prompts).map((it) => linkedNeed(it, shown)) : [],
        html`<p class="soft">${say('prompts.lead')}</p>`,
      ),
      isOfState ? moreOf(shown, 'promptsAfter', say('prompts.title'), data.prompts) : '',
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
${data.memberState && data.stateRecord?.clearance ? clearance(data.memberState, data.stateRecord, data.stateRecord.clearance, shown) : ''}
${edits && body ? ownStrategies(body.strategies, shown) : ''}${clears ? ownAssessments(nodesOf(assessments), shown) : ''}`,
    };
  },
});

/** As many links as wait at one desk. */
const linksShown = 50;

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
${reviewLinkForm(shown, it, from?.label ?? it.strategy.title)}</li>`;
}

/** What is not on this page of a list, and the way to it. What waits is picked from each page: so it is said how many were looked through. */
function moreOf(shown: Shown, parameter: List, title: string, connection: Connection<unknown> | undefined): Html | '' {
  const links = connection && pageLinks(shown, parameter, connection, 'content');
  if (!links) return '';
  const { edges, totalCount } = connection;
  return html`<div class="notice"><p>${title}${message(shown.language, 'separator.label')}${message(shown.language, 'desk.looked', { shown: edges.length, count: totalCount })}</p>${links}</div>`;
}

export const visibilityOptions = (shown: Shown) =>
  (['PUBLIC', 'WORKING_GROUP', 'REGION', 'SHARED', 'PRIVATE'] as const).map(
    (value) => [value, message(shown.language, `desk.visibility.${value}`)] as const,
  );

/** Publishes a draft; whom it is to reach is chosen beside. `parties`: states and organizations it may be shared with; without them their keys are written. */
export function publishForm(
  shown: Shown,
  mutation: string,
  it: Pick<Draft, 'key' | 'version' | 'visibility'> & { title?: string; sharedWith?: string[] | null },
  parties: readonly (readonly [string, string])[] = [],
): Html | '' {
  const say = (key: Parameters<typeof message>[1]) => message(shown.language, key);
  const whom =
    parties.length === 0
      ? textField(say('desk.sharedWith'), 'sharedWith')
      : severalField(say('form.sharedWith'), 'sharedWith', parties, it.sharedWith ?? []);
  const fields = html`${hidden('key', it.key)}${hidden('version', it.version)}${choiceField(shown.language, say('desk.visibility'), 'visibility', visibilityOptions(shown), { value: it.visibility })}${whom}`;
  return actionForm(shown, mutation, say('desk.publish'), fields, { about: it.title });
}

type DraftMutation = 'publishStrategy' | 'publishAssessment';

function draftItem(it: Draft, mutation: DraftMutation, clears: boolean, parties: readonly (readonly [string, string])[], shown: Shown): Html {
  const { language } = shown;
  const isStrategy = mutation === 'publishStrategy';
  const title = isStrategy
    ? html`<a href="/${codeOf(language)}/desk/strategies/${encodeURIComponent(it.key)}"><bdi>${it.title}</bdi></a>`
    : html`<bdi>${it.title}</bdi>`;
  return html`<li><p>${title} <code>${it.key}</code></p>${clears ? publishForm(shown, mutation, it, parties) : html`<p class="soft">${message(language, 'desk.waitsForApprover')}</p>`}</li>`;
}

const linkedNeed = (it: NeedName, { language }: Shown): Html => html`<li>${needLink(language, it)}</li>`;

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
${confirms ? actionForm(shown, 'confirmNeed', say('desk.confirmNeed'), fields, { about: needText(shown, it) }) : html`<p class="soft">${say('desk.waitsForApprover')}</p>`}</li>`;
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
${decides ? actionForm(shown, 'decideMatch', say('desk.decideMatch'), fields, { about: it.activity?.title ?? needText(shown, need) }) : html`<p class="soft">${say('desk.waitsForApprover')}</p>`}</li>`;
}

/** All that is said of the state in one go, for one organization or all of them. */
function clearance(
  { key, name, memberships }: NonNullable<DeskData['memberState']>,
  { contests }: NonNullable<DeskData['stateRecord']>,
  preview: Clearance,
  shown: Shown,
): Html | '' {
  const { language } = shown;
  const say = (name: Parameters<typeof message>[1]) => message(language, name);
  const organizations = [...new Map(memberships.map(({ organization }) => [organization.key, organization])).values()];
  const openContests = contests.filter(({ open }) => open).length;
  const lead = html`<p class="soft">${say('desk.clearanceLead')} <a href="/${codeOf(language)}/states/${key}">${say('desk.readRecord')}</a></p>`;
  return reviewForms(shown, { state: { key, name }, organizations, clearance: preview, openContests, lead });
}

/** Published assessments of its own, which it may take back. Whom one is shared with is told to its owner alone. */
function ownAssessments(found: readonly Draft[], shown: Shown): Html | '' {
  const { language } = shown;
  const own = found.filter((it) => it.publication === 'PUBLISHED' && it.sharedWith !== null);
  if (own.length === 0) return '';
  const words = message(language, 'edit.withdraw');
  return html`<section aria-labelledby="own-assessments"><h2 id="own-assessments">${message(language, 'desk.publishedAssessments')}</h2><ul class="cards waiting">${own.map(
    (it) =>
      html`<li><p><bdi>${it.title}</bdi> <code>${it.key}</code></p><details class="more"><summary>${words}</summary><p class="soft">${message(language, 'desk.withdrawLead')}</p>${actionForm(shown, 'withdrawAssessment', words, html`${hidden('key', it.key)}${hidden('version', it.version)}`, { about: it.title })}</details></li>`,
  )}</ul></section>`;
}

function ownStrategies({ edges }: Connection<Draft>, { language }: Shown): Html | '' {
  const published = edges.map(({ node }) => node).filter((it) => it.publication === 'PUBLISHED');
  if (published.length === 0) return '';
  return html`<section aria-labelledby="own"><h2 id="own">${message(language, 'desk.published')}</h2><ul>${published.map(
    (it) => html`<li><a href="/${codeOf(language)}/desk/strategies/${encodeURIComponent(it.key)}"><bdi>${it.title}</bdi></a></li>`,
  )}</ul></section>`;
}

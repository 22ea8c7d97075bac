// The thread of one need: where it comes from, how far it has come, what could serve it, and what came of it.
import { html } from 'hono/html';
import { mayBringTo, stagesAfter } from '../assistance/stages.ts';
import { stateOf } from '../core/viewer.ts';
import { encodeGlobalId } from '../graphql/global-id.ts';
import { dayText } from '../i18n/dates.ts';
import { message } from '../i18n/messages.ts';
import { type Funding, fundingFields, type Named, type Need, needOwnFields, type Stage } from '../views/assistance.ts';
import { operationText } from '../views/view.ts';
import { actionForm } from './actions.ts';
import { consents, foldedForm, needText, urgencies } from './assistance-forms.ts';
import { activityLink, type NeedName, needFacts, needLink, themeOf } from './assistance-parts.ts';
import { codeOf, type Html, nodePath, organizationPath, statePath } from './document.ts';
import { choiceField, groupedField, hidden, namesInOrder } from './fields.ts';
import { type HistoryItem, historyFields, historyOf } from './history-list.ts';
import { type Fit, fitSection, type Lack, lacksOf, type NeedBefore, needSince, type Reason, reasonsOf } from './need-parts.ts';
import { type Shown, screen } from './screen.ts';
import { toolsForm } from './tools.ts';
import { area, choice, fundingList, input, listed, written } from './work-fields.ts';

type Match = Need['matches'][number] & {
  proposedOn: string;
  decidedOn: string | null;
  decisionReason: string | null;
  note: string | null;
  reasons: Reason[];
  lacks: Lack[];
};
type Thread = Omit<Need, 'matches'> & {
  version: number;
  fit?: Fit | null;
  followUpDueOn: string | null;
  objective: { key: string; label: string; strategy: { key: string; title: string; owner: { key?: string } } } | null;
  stages: { stage: Stage; on: string; who: string; reason: string | null; dueOn: string | null; met: boolean }[];
  matches: Match[];
  candidates: { activity: { key: string; title: string; providers: string[] }; reasons: Reason[]; alsoServes: NeedName[] }[];
  advisers: Named[];
  funding: Funding;
  history: HistoryItem[];
};
type Registered = { key: string; title: string };
type Register = { pageInfo: { hasNextPage: boolean }; edges: { node: Registered }[] };
/** `now` null: not recorded by the day asked for. */
type NeedData = {
  node: Pick<Thread, 'key' | 'version' | 'origin' | 'state' | 'element' | 'threat' | 'provision' | 'history'> & {
    now: Thread | null;
    before?: NeedBefore;
  };
  register?: Register;
};

const themeFields = 'element { key label } threat { key label } provision { key label }';
const query = operationText(
  'NeedThread',
  { id: 'ID!', asOf: 'Date', since: 'Date', hasSince: 'Boolean!', activity: 'String!', hasActivity: 'Boolean!', isSecretariat: 'Boolean!' },
  `node(id: $id) {
    ... on AssistanceNeed {
      key version origin state { key name } ${themeFields}
      history { ${historyFields} }
      before: at(asOf: $since) @include(if: $hasSince) { stage status }
      now: at(asOf: $asOf) {
        ${needOwnFields}
        followUpDueOn
        objective { key label strategy { key title owner { ... on Organization { key } } } }
        stages { stage on who reason dueOn met }
        matches { key kind status proposedOn decidedOn decisionReason note reasons { kind key } lacks activity { key title } }
        candidates { reasons { kind key } activity { key title providers } alsoServes { key state { key name } ${themeFields} } }
        fit(activity: $activity) @include(if: $hasActivity) { reasons { kind key } lacks activity { key title } }
        advisers { key name }
        funding { ${fundingFields} }
      }
    }
  }`,
  // What else the Secretariat may propose.
  'register: assistanceActivities(filter: { publication: PUBLISHED }, first: 100) @include(if: $isSecretariat) { pageInfo { hasNextPage } edges { node { key title } } }',
);

export const needScreen = screen<NeedData>({
  path: '/assistance/needs/:key',
  parameters: ['asOf', 'since', 'activity'],
  ask: (address, { viewer }) => {
    const [since, activity] = [address.day('since'), address.text('activity')];
    const variables = {
      id: encodeGlobalId('AssistanceNeed', address.part('key')),
      asOf: address.day('asOf'),
      since,
      hasSince: since !== null,
      activity: activity ?? '',
      hasActivity: activity !== null,
      isSecretariat: viewer.role === 'SECRETARIAT',
    };
    return { query, variables };
  },
  render: ({ node, register }, shown) => {
    const { language, address, today } = shown;
    const title = message(language, node.origin === 'DERIVED' ? 'need.prompt' : 'need.title', {
      state: node.state.name,
      theme: themeOf(language, node),
    });
    const asOf = address.day('asOf') ?? today;
    const lead = node.origin === 'DERIVED' ? '' : html`<p class="soft">${message(language, 'need.asOf', { date: dayText(language, asOf) })}</p>`;
    const tools = node.origin === 'DERIVED' ? '' : toolsForm(shown, { asOf, hasSince: true });
    const content =
      node.now === null
        ? html`<p class="empty">${message(language, 'need.notYet')}</p>`
        : threadOf({ ...node.now, version: node.version, history: node.history }, node.before, register, shown);
    return { title, body: html`<h1>${title}</h1>${lead}${tools}${content}` };
  },
});

/** What is done is done today: a page of another day has no forms. */
const isOfToday = ({ address, today }: Shown): boolean => (address.day('asOf') ?? today) === today;

function threadOf(need: Thread, before: NeedBefore | undefined, register: Register | undefined, shown: Shown): Html {
  const { language, address, today, viewer } = shown;
  const say = (key: Parameters<typeof message>[1]) => message(language, key);
  const days = [address.day('since') ?? today, address.day('asOf') ?? today] as const;
  const isOpen = need.stage !== null && !['EXPRESSED', 'WITHDRAWN', 'COMPLETED', 'FOLLOWED_UP'].includes(need.stage) && need.status !== 'MET';
  const mayPropose = viewer.role === 'SECRETARIAT' && isOpen && isOfToday(shown);
  return html`${needFacts(language, need)}
${need.origin === 'DERIVED' ? html`<p class="notice">${say('prompts.lead')}</p>` : ''}
${before === undefined ? '' : needSince(need, before, days, language)}
${cellOf(need, shown)}
${stagesOf(need, shown)}
${need.matches.length === 0 ? '' : html`<section aria-labelledby="matches"><h2 id="matches">${say('word.matches')}</h2><ul class="cards work">${need.matches.map((it) => matchOf(need, it, shown))}</ul>${need.funding.known + need.funding.unknown === 0 ? '' : html`<h3>${say('need.funding')}</h3>${fundingList(language, need.funding)}`}</section>`}
${candidatesOf(need, shown)}
${
  need.advisers.length === 0
    ? ''
    : html`<section aria-labelledby="advisers"><h2 id="advisers">${say('need.advisers')}</h2><p>${listed(
        language,
        need.advisers.map(({ key, name }) => html`<a href="${statePath(language, key)}"><bdi>${name}</bdi></a>`),
      )}</p></section>`
}
${
  mayPropose
    ? fitSection(
        need.key,
        need.fit,
        freeCandidates(need).map(({ activity }) => activity),
        shown,
      )
    : ''
}
${isOfToday(shown) ? formsOf(need, register, shown) : ''}
${historyOf(language, need.history)}`;
}

/** The cell of the alignment matrix: the objective and the state. */
function cellOf({ objective, state }: Thread, { language }: Shown): Html | '' {
  if (objective === null) return '';
  const { key, label, strategy } = objective;
  const owner = strategy.owner.key;
  const cell = owner === undefined ? '' : `${organizationPath(language, owner, 'matrix')}?cell=${encodeURIComponent(`${state.key}.${key}`)}#cell`;
  return html`<section aria-labelledby="cell"><h2 id="cell">${message(language, 'need.cell')}</h2><p><a href="${nodePath(language, strategy.key, key)}"><bdi>${label}</bdi></a> <span class="soft">· <bdi>${strategy.title}</bdi></span>${
    cell === '' ? '' : html` · <a href="${cell}">${message(language, 'need.openCell')}</a>`
  }</p></section>`;
}

function stagesOf({ stages, followUpDueOn }: Thread, { language }: Shown): Html | '' {
  if (stages.length === 0) return '';
  const say = (key: Parameters<typeof message>[1]) => message(language, key);
  return html`<section aria-labelledby="stages"><h2 id="stages">${say('need.stages')}</h2><ol class="steps">${stages.map(
    ({ stage, on, who, reason, dueOn, met }) =>
      html`<li><strong>${say(`needStage.${stage}`)}</strong> <span class="soft">· <bdi>${dayText(language, on)}</bdi> · ${who}</span>${met ? html` · ${say('needStatus.MET')}` : ''}${
        reason === null ? '' : html`<p>${written(reason)}</p>`
      }${dueOn === null ? '' : html`<p class="soft">${say('word.due')}${say('separator.label')}<bdi>${dayText(language, dueOn)}</bdi></p>`}</li>`,
  )}</ol>${followUpDueOn === null ? '' : html`<p>${say('need.followUp')}${say('separator.label')}<bdi>${dayText(language, followUpDueOn)}</bdi></p>`}</section>`;
}

function matchOf(need: Thread, it: Match, shown: Shown): Html {
  const { language, viewer } = shown;
  const say = (key: Parameters<typeof message>[1]) => message(language, key);
  const mayDecide = isOfToday(shown) && it.status === 'PROPOSED' && viewer.role === 'APPROVER' && viewer.state === need.state.key;
  const form = mayDecide
    ? actionForm(
        shown,
        'decideMatch',
        say('do.decideMatch'),
        html`${hidden('match', it.key)}${choiceField(
          language,
          say('link.decision'),
          'decision',
          (['ACCEPTED', 'DECLINED'] as const).map((value) => [value, say(`desk.match.${value}`)]),
          { isRequired: true },
        )}${area(say('word.reason'), 'reason')}`,
        { about: it.activity?.title ?? needText(shown, need) },
      )
    : '';
  return html`<li><h3>${it.activity === null ? say('match.unpublished') : activityLink(language, it.activity)}</h3>
<p>${say(`matchKind.${it.kind}`)} <span class="soft">· <bdi>${dayText(language, it.proposedOn)}</bdi></span></p>
${it.note === null ? '' : html`<p>${written(it.note)}</p>`}
<p class="soft">${reasonsOf(it.reasons, language)}</p>${it.status === 'PROPOSED' ? lacksOf(it.lacks, language) : ''}
<p><strong>${say(`matchStatus.${it.status}`)}</strong>${it.decidedOn === null ? '' : html` <span class="soft">· <bdi>${dayText(language, it.decidedOn)}</bdi></span>`}</p>
${it.decisionReason === null ? '' : html`<blockquote>${written(it.decisionReason)}</blockquote>`}${form}</li>`;
}

/** Without those that stand beside the need already, unless the state declined them. */
function freeCandidates({ candidates, matches }: Thread): Thread['candidates'] {
  const taken = new Set(matches.flatMap(({ status, activity }) => (status === 'DECLINED' || activity === null ? [] : [activity.key])));
  return candidates.filter(({ activity }) => !taken.has(activity.key));
}

function candidatesOf(need: Thread, shown: Shown): Html | '' {
  const candidates = freeCandidates(need);
  if (candidates.length === 0) return '';
  const { language } = shown;
  return html`<section aria-labelledby="candidates"><h2 id="candidates">${message(language, 'need.candidates')}</h2><p class="soft">${message(language, 'need.candidates.lead')}</p><ul class="cards work">${candidates.map(
    ({ activity, reasons, alsoServes }) =>
      html`<li><h3>${activityLink(language, activity)}</h3><p>${listed(language, activity.providers.map(written))}</p><p class="soft">${reasonsOf(reasons, language)}</p>${
        alsoServes.length === 0
          ? ''
          : html`<p>${message(language, 'need.alsoServes')}</p><ul>${alsoServes.map((need) => html`<li>${needLink(language, need)}</li>`)}</ul>`
      }</li>`,
  )}</ul></section>`;
}

/** Activities to propose: those that could serve the need first, then the others of the register; by key as well where these are more than a list should hold. */
function activityField(need: Thread, register: NeedData['register'], { language }: Shown): Html {
  const label = message(language, 'form.activity');
  const candidates = freeCandidates(need).map(({ activity }) => [activity.key, activity.title] as const);
  const known = new Set(candidates.map(([key]) => key));
  const others = namesInOrder(
    language,
    register?.edges.flatMap(({ node }) => (known.has(node.key) ? [] : [node])),
  );
  if (register?.pageInfo.hasNextPage)
    return html`${input(label, 'activity', { isRequired: true, list: 'candidate-keys' })}<datalist id="candidate-keys">${[
      ...candidates,
      ...others,
    ].map(([key, title]) => html`<option value="${key}">${title}</option>`)}</datalist>`;
  const groups = [
    { name: message(language, 'need.candidates'), options: candidates },
    { name: message(language, 'activities.title'), options: others },
  ].filter(({ options }) => options.length > 0);
  return groupedField(language, label, 'activity', groups, { isRequired: true });
}

function formsOf(need: Thread, register: NeedData['register'], shown: Shown): Html {
  const { language, viewer } = shown;
  const say = (key: Parameters<typeof message>[1]) => message(language, key);
  const isOfState = (viewer.role === 'EDITOR' || viewer.role === 'APPROVER') && stateOf(viewer) === need.state.key;
  const mover = isOfState ? 'STATE' : viewer.role === 'SECRETARIAT' ? 'SECRETARIAT' : null;
  const of = html`${hidden('need', need.key)}${hidden('version', need.version)}`;
  const about = needText(shown, need);
  const due = input(say('word.due'), 'dueOn', { type: 'date' });
  const met =
    mover === 'STATE'
      ? choice(
          say('field.met'),
          'met',
          [
            { value: 'true', text: say('field.yes') },
            { value: 'false', text: say('field.no') },
          ],
          say('word.notStated'),
        )
      : '';
  const isPrompt = need.origin === 'DERIVED';
  const mayConfirm = isPrompt ? isOfState : need.stage === 'EXPRESSED' && isOfState && viewer.role === 'APPROVER';
  const isAsked = need.origin === 'REQUESTED';
  const confirm = mayConfirm
    ? foldedForm(
        shown,
        'confirmNeed',
        say(isPrompt ? 'do.promptNeed' : 'do.confirmNeed'),
        html`${of}${
          isAsked
            ? ''
            : html`${choiceField(
                language,
                say('word.urgency'),
                'urgency',
                urgencies.map((value) => [value, say(`needUrgency.${value}`)]),
                { isRequired: true },
              )}${area(say('word.reason'), 'reason', true)}`
        }
${choice(
  say('word.consent'),
  'consent',
  // A request is confirmed for the readers it was made for, or for fewer.
  labelsOf(isAsked ? consents.slice(0, consents.indexOf(need.consent) + 1) : consents, (value) => say(`needConsent.${value}`)),
  isAsked ? say('field.stage.same') : null,
)}${due}`,
        // A prompt that was asked for is one no longer: its page is gone, and the request waits on the desk.
        { about, back: isPrompt ? `/${codeOf(language)}/desk` : undefined },
      )
    : '';
  const { stage } = need;
  const next = stage === null || mover === null ? [] : stagesAfter[stage].filter((it) => mayBringTo(mover, it, need.consent));
  const mayMove = stage !== null && stage !== 'WITHDRAWN' && mover !== null && (next.length > 0 || mover === 'STATE');
  const move = mayMove
    ? foldedForm(
        shown,
        'moveNeed',
        say('do.moveNeed'),
        html`${of}${choice(
          say('word.stage'),
          'stage',
          labelsOf(next, (value) => say(`needStage.${value}`)),
          say('field.stage.same'),
        )}${input(say('field.on'), 'on', { type: 'date' })}${due}${met}${area(say('word.reason'), 'reason', true)}`,
        { about },
      )
    : '';
  const isConfirmed = stage !== null && !['EXPRESSED', 'WITHDRAWN', 'COMPLETED', 'FOLLOWED_UP'].includes(stage);
  const propose =
    viewer.role === 'SECRETARIAT' && isConfirmed
      ? foldedForm(
          shown,
          'proposeMatch',
          say('do.proposeMatch'),
          html`${hidden('need', need.key)}${activityField(need, register, shown)}${area(say('word.note'), 'note')}`,
          { about },
        )
      : '';
  const follow =
    stage === 'COMPLETED' && mover !== null
      ? foldedForm(
          shown,
          'recordFollowUp',
          say('do.recordFollowUp'),
          html`${of}${input(say('field.on'), 'on', { type: 'date' })}${met}${area(say('recommendation.outcome'), 'result', true)}`,
          { about },
        )
      : '';
  return html`${confirm}${move}${propose}${follow}`;
}

function labelsOf<Value extends string>(values: readonly Value[], text: (value: Value) => string): { value: string; text: string }[] {
  return values.map((value) => ({ value, text: text(value) }));
}

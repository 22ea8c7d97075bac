// A strategy written at the desk: a new one, and all of one that is there, with its tree, publishing and taking back.
import { html } from 'hono/html';
import { isApproverOf, isEditorOf } from '../core/sharing.ts';
import { message } from '../i18n/messages.ts';
import { editFields } from '../views/strategy.ts';
import { operationText } from '../views/view.ts';
import { actionForm } from './actions.ts';
import { publishForm, visibilityOptions } from './desk-screen.ts';
import { codeOf, type Html, organizationPath, statePath, strategyPath } from './document.ts';
import { cleared, conceptsField, newVersionField, relationFields, sourceFields, strategyList } from './edit-fields.ts';
import type { Choices, EditedStrategy } from './edit-model.ts';
import { nodeForms } from './edit-nodes.ts';
import { choiceField, hidden, namesInOrder, textField } from './fields.ts';
import { type Shown, screen } from './screen.ts';
import { editList } from './strategy-history.ts';
import { textsFields, textsSelection } from './texts-fields.ts';

type Key = Parameters<typeof message>[1];
const scopes = [
  'OVERARCHING',
  'NATIONAL_SECURITY',
  'CRIME_PREVENTION',
  'DRUGS',
  'FIREARMS',
  'TRAFFICKING_IN_PERSONS',
  'SMUGGLING_OF_MIGRANTS',
  'ANTI_CORRUPTION',
  'COUNTER_TERRORISM',
  'OTHER_CRIME',
] as const;

/** What the forms offer; `own`: strategies of the viewer. */
const choices = `elements: concepts(scheme: ELEMENT) { key label } threats: concepts(scheme: THREAT) { key label } provisions: concepts(scheme: PROVISION) { key label }
    own: strategies(filter: $own, first: 100) { edges { node { key title } } }`;
const newQuery = operationText('NewStrategy', { own: 'StrategyFilter' }, choices);
const editQuery = operationText(
  'EditStrategy',
  { key: 'String!', own: 'StrategyFilter' },
  `strategy(key: $key) { key title version publication visibility sharedWith level scope status adopted validFrom validTo adoptingBody leadBody statusNote
    verified verifiedNote fullyRead structureBasis notes sources { title ref } themes { key label } instrumentReferences { instruments seenInSource citation }
    supersededBy { key strategy { publication } } relations { targetKey relation strength basis verified citation }
    originalLanguage original: originalTitle ${textsSelection('title')}
    owner { __typename ... on MemberState { key } ... on Organization { key } }
    history { ${editFields} }
    nodes { key kind label parent { key } responsible deadline addressee seenInSource originalLanguage original: label ${textsSelection('label')}
      citation { page paragraph quote language } elements { key label } threats { key label } provisions { key label } } }
    ${choices}`,
);

/** Whose strategies the viewer writes. */
const ownerOf = (viewer: Shown['viewer']) =>
  'state' in viewer ? { states: [viewer.state] } : 'organization' in viewer ? { organization: viewer.organization } : null;

export const newStrategyScreen = screen<Choices>({
  path: '/desk/strategies/new',
  parameters: ['newVersionOf'],
  ask: (_address, { viewer }) => ({ query: newQuery, variables: { own: ownerOf(viewer) } }),
  render: (offered, shown) => {
    const { language, viewer, address } = shown;
    const title = message(language, 'desk.newStrategy');
    const owner = 'state' in viewer ? viewer.state.toLowerCase() : 'organization' in viewer ? viewer.organization : '';
    const mayRecord = ['EDITOR', 'APPROVER', 'ANALYST'].includes(viewer.role);
    const form = html`<form class="action" method="post" action="/${codeOf(language)}/do/createStrategy">
${hidden('formToken', shown.formToken ?? '')}${hidden('back', `/${codeOf(language)}/desk/strategies/:key`)}
${textField(message(language, 'edit.key'), 'key', { value: owner === '' ? '' : `${owner}-`, isRequired: true, max: 100 })}
${newVersionField(language, address.text('newVersionOf'))}${strategyList(offered)}
${strategyFields(null, offered, shown)}
<details class="more wide"><summary>${message(language, 'edit.others')}</summary><div class="fields">${relationFields(null, language)}</div></details>
<button>${message(language, 'edit.record')}</button></form>`;
    return {
      title,
      isWork: true,
      body: html`<h1>${title}</h1><p class="lead">${message(language, 'edit.newLead')}</p>
${mayRecord && shown.formToken !== null ? form : html`<p class="empty">${message(language, 'desk.notYours')}</p>`}`,
    };
  },
});

export const editStrategyScreen = screen<{ strategy: EditedStrategy } & Choices>({
  path: '/desk/strategies/:key',
  parameters: ['node'],
  ask: (address, { viewer }) => ({ query: editQuery, variables: { key: address.part('key'), own: ownerOf(viewer) } }),
  render: ({ strategy: it, ...offered }, shown) => {
    const { language, viewer } = shown;
    const say = (key: Key) => message(language, key);
    const isState = it.owner.__typename === 'MemberState';
    const owners = { stateKey: isState ? it.owner.key : null, organizationKey: isState ? null : it.owner.key };
    const [edits, clears] = [isEditorOf(viewer, owners), isApproverOf(viewer, owners)];
    const isDraft = it.publication === 'UNPUBLISHED';
    return {
      title: it.title,
      isWork: true,
      body: html`<h1><bdi>${it.title}</bdi></h1>
<p class="lead"><code>${it.key}</code> · ${say(isDraft ? 'edit.draft' : 'edit.published')} · ${message(language, 'edit.version', { version: it.version })}</p>
<p><a href="${strategyPath(language, it.key)}">${say('edit.read')}</a>${edits ? html` · <a href="/${codeOf(language)}/desk/strategies/new?newVersionOf=${encodeURIComponent(it.key)}">${say('edit.newVersion')}</a>` : ''}</p>
${edits ? '' : html`<p class="notice">${say('desk.notYours')}</p>`}
${isDraft ? '' : html`<p class="notice">${say('edit.publishedLead')}</p>`}
${edits && isDraft ? html`<section aria-labelledby="facts"><h2 id="facts">${say('edit.facts')}</h2>${strategyList(offered)}${factsForm(it, offered, shown)}</section>${nodeForms(it, offered, shown)}` : ''}
${clears ? html`<section aria-labelledby="publish"><h2 id="publish">${say(isDraft ? 'desk.publish' : 'edit.withdraw')}</h2>${isDraft ? publishing(it, language) : ''}${isDraft ? publishForm(shown, 'publishStrategy', it) : actionForm(shown, 'withdrawStrategy', say('edit.withdraw'), html`${hidden('key', it.key)}${hidden('version', it.version)}`)}</section>` : ''}
${edits && isDraft && it.status !== 'WITHDRAWN' ? html`<section aria-labelledby="remove"><h2 id="remove">${say('edit.removeDraft')}</h2><p>${say('edit.removeDraftLead')}</p>${actionForm(shown, 'removeStrategy', say('edit.removeDraft'), html`${hidden('key', it.key)}${hidden('version', it.version)}`, { back: `/${codeOf(language)}/desk` })}</section>` : ''}
${history(it, shown)}`,
    };
  },
});

function factsForm(it: EditedStrategy, offered: Choices, shown: Shown): Html {
  const { language } = shown;
  const which = html`${hidden('key', it.key)}${hidden('version', it.version)}`;
  const others = html`${which}${relationFields(it, language)}${cleared((['supersededBy', 'relations'] as const).filter((name) => it[name].length > 0))}`;
  return html`${actionForm(shown, 'updateStrategy', message(language, 'edit.save'), html`${which}${strategyFields(it, offered, shown)}`)}
<details class="more"><summary>${message(language, 'edit.others')}</summary>${actionForm(shown, 'updateStrategy', message(language, 'edit.save'), others)}</details>`;
}

/** What can be emptied is named in `clear`: an empty field then takes away what there was. */
function strategyFields(it: EditedStrategy | null, offered: Choices, shown: Shown): Html {
  const { language } = shown;
  const say = (key: Key) => message(language, key);
  const date = (name: 'adopted' | 'validFrom' | 'validTo') =>
    textField(say(`edit.${name}`), name, { value: it?.[name], max: 10, hint: 'YYYY-MM-DD' });
  const texts = (['adoptingBody', 'leadBody', 'statusNote'] as const).map((name) =>
    textField(say(`edit.${name}`), name, { value: it?.[name], max: 300 }),
  );
  const optional = ['adopted', 'validFrom', 'validTo', 'adoptingBody', 'leadBody', 'statusNote', 'verifiedNote', 'structureBasis'] as const;
  const lists = ['notes', 'sources', 'instrumentReferences', 'themes'] as const;
  const isOfState = it === null ? 'state' in shown.viewer : it.owner.__typename === 'MemberState';
  return html`${textsFields(say('edit.title'), 'title', it, 500)}
${choiceField(
  language,
  say('edit.scope'),
  'scope',
  scopes.map((scope) => [scope, say(`edit.scope.${scope}`)]),
  { value: it?.scope },
)}${
  isOfState
    ? ''
    : choiceField(
        language,
        say('strategies.level'),
        'level',
        (['REGIONAL', 'GLOBAL'] as const).map((level) => [level, say(`strategyLevel.${level}`)]),
        { value: it?.level ?? 'REGIONAL' },
      )
}${choiceField(
  language,
  say('edit.status'),
  'status',
  (['DRAFT', 'ADOPTED'] as const).map((status) => [status, say(`edit.status.${status}`)]),
  { value: it?.status },
)}${date('adopted')}${date('validFrom')}${date('validTo')}${texts}
${choiceField(language, say('desk.visibility'), 'visibility', visibilityOptions(shown), { value: it?.visibility ?? 'PRIVATE' })}${textField(say('desk.sharedWith'), 'sharedWith', { value: it?.sharedWith?.join(', ') })}
${conceptsField(say('edit.themes'), 'themes', namesInOrder(language, offered.threats), it?.themes)}
<details class="more wide"><summary>${say('edit.sourcesAndNotes')}</summary><div class="fields">${sourceFields(it, language)}</div></details>
${it === null ? '' : cleared([...optional.filter((name) => it[name] !== null), ...lists.filter((name) => it[name].length > 0)])}`;
}

/** What others will see: its owner sees it counted before. */
function publishing({ owner: { __typename, key } }: EditedStrategy, language: Shown['language']): Html {
  const path = __typename === 'MemberState' ? statePath(language, key) : organizationPath(language, key, 'matrix');
  return html`<p>${message(language, 'edit.publishLead')} <a href="${path}">${message(language, 'edit.publishSee')}</a></p>`;
}

function history({ history: entries }: EditedStrategy, { language }: Shown): Html | '' {
  if (entries.length === 0) return '';
  return html`<details class="more"><summary>${message(language, 'edit.history')} <span class="soft">(${entries.length})</span></summary>${editList(language, entries)}</details>`;
}

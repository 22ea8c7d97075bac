// A strategy written at the desk: a new one, and all of one that is there, with its tree, publishing and taking back.
import { html } from 'hono/html';
import { isApproverOf, isEditorOf } from '../core/sharing.ts';
import { message } from '../i18n/messages.ts';
import { operationText } from '../views/view.ts';
import { actionForm } from './actions.ts';
import { publishForm, visibilityOptions } from './desk-screen.ts';
import { codeOf, type Html, strategyPath } from './document.ts';
import type { EditedStrategy } from './edit-model.ts';
import { nodeForms } from './edit-nodes.ts';
import { choiceField, hidden, textField } from './fields.ts';
import { type Shown, screen } from './screen.ts';
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

const query = operationText(
  'EditStrategy',
  { key: 'String!' },
  `strategy(key: $key) { key title version publication visibility sharedWith scope status adopted validFrom validTo adoptingBody leadBody statusNote
    originalLanguage original: originalTitle ${textsSelection('title')}
    owner { __typename ... on MemberState { key } ... on Organization { key } }
    history { when who action version }
    nodes { key kind label parent { key } responsible deadline addressee originalLanguage original: label ${textsSelection('label')}
      citation { page paragraph quote language } elements { key } threats { key } provisions { key } } }`,
);

export const newStrategyScreen = screen<null>({
  path: '/desk/strategies/new',
  parameters: ['newVersionOf'],
  ask: () => null,
  render: (_data, shown) => {
    const { language, viewer, address } = shown;
    const title = message(language, 'desk.newStrategy');
    const owner = 'state' in viewer ? viewer.state.toLowerCase() : 'organization' in viewer ? viewer.organization : '';
    const mayRecord = ['EDITOR', 'APPROVER', 'ANALYST'].includes(viewer.role);
    const form = html`<form class="action" method="post" action="/${codeOf(language)}/do/createStrategy">
${hidden('formToken', shown.formToken ?? '')}${hidden('back', `/${codeOf(language)}/desk/strategies/:key`)}
${textField(message(language, 'edit.key'), 'key', { value: owner === '' ? '' : `${owner}-`, isRequired: true, max: 100 })}
${textField(message(language, 'edit.newVersionOf'), 'newVersionOf.key', { value: address.text('newVersionOf'), max: 100 })}
${strategyFields(null, shown)}<button>${message(language, 'edit.record')}</button></form>`;
    return {
      title,
      body: html`<h1>${title}</h1><p class="lead">${message(language, 'edit.newLead')}</p>
${mayRecord && shown.formToken !== null ? form : html`<p class="empty">${message(language, 'desk.notYours')}</p>`}`,
    };
  },
});

export const editStrategyScreen = screen<{ strategy: EditedStrategy }>({
  path: '/desk/strategies/:key',
  parameters: ['node'],
  ask: (address) => ({ query, variables: { key: address.part('key') } }),
  render: ({ strategy: it }, shown) => {
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
${edits && isDraft ? html`<section aria-labelledby="facts"><h2 id="facts">${say('edit.facts')}</h2>${factsForm(it, shown)}</section>${nodeForms(it, shown)}` : ''}
${clears ? html`<section aria-labelledby="publish"><h2 id="publish">${say(isDraft ? 'desk.publish' : 'edit.withdraw')}</h2>${isDraft ? publishForm(shown, 'publishStrategy', it) : actionForm(shown, 'withdrawStrategy', say('edit.withdraw'), html`${hidden('key', it.key)}${hidden('version', it.version)}`)}</section>` : ''}
${history(it, shown)}`,
    };
  },
});

function factsForm(it: EditedStrategy, shown: Shown): Html | '' {
  const fields = html`${hidden('key', it.key)}${hidden('version', it.version)}${strategyFields(it, shown)}`;
  return actionForm(shown, 'updateStrategy', message(shown.language, 'edit.save'), fields);
}

/** What can be emptied is named in `clear`: an empty field then takes away what there was. */
export const cleared = (names: readonly string[]): Html => html`${names.map((name) => hidden('clear', name))}`;

function strategyFields(it: EditedStrategy | null, shown: Shown): Html {
  const { language } = shown;
  const say = (key: Key) => message(language, key);
  const date = (name: 'adopted' | 'validFrom' | 'validTo') =>
    textField(say(`edit.${name}`), name, { value: it?.[name], max: 10, hint: 'YYYY-MM-DD' });
  const texts = (['adoptingBody', 'leadBody', 'statusNote'] as const).map((name) =>
    textField(say(`edit.${name}`), name, { value: it?.[name], max: 300 }),
  );
  const optional = ['adopted', 'validFrom', 'validTo', 'adoptingBody', 'leadBody', 'statusNote'] as const;
  return html`${textsFields(say('edit.title'), 'title', it, 500)}
${choiceField(
  language,
  say('edit.scope'),
  'scope',
  scopes.map((scope) => [scope, say(`edit.scope.${scope}`)]),
  { value: it?.scope },
)}${choiceField(
  language,
  say('edit.status'),
  'status',
  (['DRAFT', 'ADOPTED'] as const).map((status) => [status, say(`edit.status.${status}`)]),
  { value: it?.status },
)}${date('adopted')}${date('validFrom')}${date('validTo')}${texts}
${choiceField(language, say('desk.visibility'), 'visibility', visibilityOptions(shown), { value: it?.visibility ?? 'PRIVATE' })}${textField(say('desk.sharedWith'), 'sharedWith', { value: it?.sharedWith?.join(', ') })}
${it === null ? '' : cleared(optional.filter((name) => it[name] !== null))}`;
}

function history({ history: entries }: EditedStrategy, { language }: Shown): Html | '' {
  if (entries.length === 0) return '';
  return html`<details class="more"><summary>${message(language, 'edit.history')} <span class="soft">(${entries.length})</span></summary><ol>${entries.map(
    ({ when, who, action, version }) =>
      html`<li>${version === null ? '' : html`${message(language, 'edit.version', { version })} · `}<bdi lang="en">${action}</bdi> · ${who} · <bdi dir="ltr">${when.slice(0, 16).replace('T', ' ')}</bdi></li>`,
  )}</ol></details>`;
}

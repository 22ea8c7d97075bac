// What may be done about one cell of the alignment matrix, offered to those who may do it: propose, review, contest, not applicable. Pure.
import { html } from 'hono/html';
import { isApproverOf, isEditorOf } from '../core/sharing.ts';
import { message } from '../i18n/messages.ts';
import { actionForm, noteFields } from './actions.ts';
import type { CellData } from './cell-data.ts';
import type { Html } from './document.ts';
import { areaField, choiceField, hidden, textField } from './fields.ts';
import type { Shown } from './screen.ts';

const relations = ['EQUAL', 'SUPERSET', 'SUBSET', 'INTERSECTS', 'CONTRADICTS', 'NO_RELATION'] as const;

export function cellActions(cell: CellData, shown: Shown): Html | '' {
  const { language, viewer, formToken } = shown;
  const { state, objective } = cell;
  const owners = { stateKey: state.key, organizationKey: objective.strategy.owner.key };
  if (formToken === null || !isEditorOf(viewer, owners)) return '';
  const isOfState = viewer.role !== 'ANALYST';
  const say = (key: Parameters<typeof message>[1]) => message(language, key);
  const ends = html`${hidden('state', state.key)}${hidden('objective', objective.key)}`;
  const reason = areaField(say('action.reason'), 'reason', { isRequired: true });
  const open = cell.contests.filter((it) => it.open);
  const part = (title: Parameters<typeof message>[1], form: Html | '') =>
    html`<details class="more"><summary>${say(title)}</summary>${form}</details>`;
  return html`<h3>${say('cell.do')}</h3>
${isApproverOf(viewer, owners) ? cell.evidence.flatMap((it) => (it.link === null ? [] : [reviewOf(it, it.link, shown)])) : ''}
${part('cell.propose', actionForm(shown, 'proposeLink', say('cell.propose'), proposalFields(cell, shown)))}
${isOfState ? part('cell.contest', actionForm(shown, 'contestCell', say('cell.contest'), html`${ends}${reason}${noteFields(shown)}`)) : ''}
${part('cell.notApplicable', actionForm(shown, 'markNotApplicable', say('cell.notApplicable'), html`${ends}${reason}${noteFields(shown)}`))}
${open.map((it) => {
  const outcomes = isOfState ? (['WITHDRAWN'] as const) : (['ACCEPTED', 'ANSWERED'] as const);
  const fields = html`<p><bdi>${it.reason}</bdi></p>${hidden('contest', it.id)}${choiceField(
    language,
    say('cell.outcome'),
    'outcome',
    outcomes.map((outcome) => [outcome, say(`contestOutcome.${outcome}`)]),
    { isRequired: true },
  )}${areaField(say('action.reason'), 'resolution')}`;
  return part('cell.resolve', actionForm(shown, 'resolveContest', say('cell.resolve'), fields));
})}`;
}

type Evidence = CellData['evidence'][number];

function reviewOf(it: Evidence, link: NonNullable<Evidence['link']>, shown: Shown): Html {
  const { language } = shown;
  return html`<details class="more"><summary>${message(language, 'link.review')}: <bdi>${it.node?.label ?? it.strategy.title}</bdi></summary>${reviewLinkForm(shown, link)}</details>`;
}

/** Confirms or rejects a link for the side of the viewer. */
export function reviewLinkForm(shown: Shown, link: { id: string; version: number }): Html | '' {
  const say = (key: Parameters<typeof message>[1]) => message(shown.language, key);
  const fields = html`${hidden('link', link.id)}${hidden('version', link.version)}${choiceField(
    shown.language,
    say('link.decision'),
    'decision',
    [
      ['CONFIRM', say('link.CONFIRM')],
      ['REJECT', say('link.REJECT')],
    ],
    { isRequired: true },
  )}${textField(say('action.reason'), 'reason')}${noteFields(shown)}`;
  return actionForm(shown, 'reviewLink', say('link.review'), fields);
}

function proposalFields({ evidence, plans, objective }: CellData, { language }: Shown): Html {
  const nodes = evidence.flatMap(({ node }) => (node === null ? [] : [[node.key, node.label] as const]));
  const offered = new Map([...nodes, ...plans.map(({ key, title }) => [key, title] as const)]);
  return html`${hidden('objective', objective.key)}
<label class="wide">${message(language, 'cell.national')}<input name="national" list="national-keys" required maxlength="200"></label>
<datalist id="national-keys">${[...offered].map(([key, label]) => html`<option value="${key}">${label}</option>`)}</datalist>
${choiceField(
  language,
  message(language, 'cell.relation'),
  'relation',
  relations.map((relation) => [relation, message(language, `relation.${relation}`)]),
  { isRequired: true },
)}${textField(message(language, 'cell.shareField'), 'share', { max: 10, hint: '0.5' })}
${areaField(message(language, 'action.reason'), 'rationale')}${textField(message(language, 'cell.citation'), 'citation')}`;
}

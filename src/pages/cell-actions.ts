// What may be done about one cell of the alignment matrix, offered to those who may do it: propose, review, contest, not applicable. Pure.
import { html } from 'hono/html';
import { isApproverOf, isEditorOf } from '../core/sharing.ts';
import { message } from '../i18n/messages.ts';
import { actionForm, noteFields } from './actions.ts';
import type { CellData, Side } from './cell-data.ts';
import type { Html } from './document.ts';
import { areaField, choiceField, type Grouped, groupedField, hidden, textField } from './fields.ts';
import type { Shown } from './screen.ts';

const relations = ['EQUAL', 'SUPERSET', 'SUBSET', 'INTERSECTS', 'CONTRADICTS', 'NO_RELATION'] as const;

type Key = Parameters<typeof message>[1];

const ownersOf = ({ state, objective }: CellData) => ({ stateKey: state.key, organizationKey: objective.strategy.owner.key });
const sideOf = ({ viewer }: Shown): Side => (viewer.role === 'ANALYST' ? 'OWNER' : 'STATE');
const nameOf = ({ state, objective }: CellData): string => `${state.name} × ${objective.label}`;

const part = (title: string, form: Html | ''): Html | '' =>
  form === '' ? '' : html`<details class="more"><summary>${title}</summary>${form}</details>`;

export function cellActions(cell: CellData, shown: Shown): Html | '' {
  const { language, viewer, formToken } = shown;
  const { state, objective } = cell;
  if (formToken === null || !isEditorOf(viewer, ownersOf(cell))) return '';
  const isOfState = sideOf(shown) === 'STATE';
  const say = (key: Key) => message(language, key);
  const ends = html`${hidden('state', state.key)}${hidden('objective', objective.key)}`;
  const reason = areaField(say('action.reason'), 'reason', { isRequired: true });
  const open = cell.contests.filter((it) => it.open);
  const about = nameOf(cell);
  const offered = (title: Key, mutation: string, fields: Html) => part(say(title), actionForm(shown, mutation, say(title), fields, { about }));
  // What the State confirmed and what it contests may stand together: whoever adds the one is told of the other.
  const confirmed = cell.evidence.filter(({ link }) => link?.confirmations?.some((it) => it.side === 'STATE' && it.decision === 'CONFIRMED')).length;
  const besideContest = isOfState ? besideOf(shown, 'beside.confirmed', confirmed) : '';
  const besideReview = isOfState ? besideOf(shown, 'beside.contests', open.length) : '';
  return html`<h3>${say('cell.do')}</h3>
${isApproverOf(viewer, ownersOf(cell)) ? cell.evidence.flatMap((it) => (it.link === null ? [] : [reviewOf(it, it.link, besideReview, shown)])) : ''}
${cell.evidence.map((it) => withdrawLinkForm(cell, it, shown))}
${offered('cell.propose', 'proposeLink', proposalFields(cell, shown))}
${isOfState ? offered('cell.contest', 'contestCell', html`${besideContest}${ends}${reason}${noteFields(shown)}`) : ''}
${offered('cell.notApplicable', 'markNotApplicable', html`${ends}${reason}${noteFields(shown)}`)}
${open.map((it) => {
  // The state takes its contest back; the owner of the objective accepts or answers it.
  const outcomes = isOfState ? (['WITHDRAWN'] as const) : (['ACCEPTED', 'ANSWERED'] as const);
  const fields = html`${hidden('contest', it.id)}${choiceField(
    language,
    say('cell.outcome'),
    'outcome',
    outcomes.map((outcome) => [outcome, say(`contestOutcome.${outcome}`)]),
    { isRequired: true },
  )}${areaField(say('action.reason'), 'resolution')}`;
  return offered('cell.resolve', 'resolveContest', fields);
})}`;
}

/** A warning in a form, which the notice afterwards repeats; nothing where there is none of it. */
export function besideOf({ language }: Pick<Shown, 'language'>, key: 'beside.confirmed' | 'beside.contests', count: number): Html | '' {
  return count === 0 ? '' : html`<p class="notice wide">${message(language, key, { count })}</p>${hidden('beside', count)}`;
}

type Evidence = CellData['evidence'][number];

function reviewOf(it: Evidence, link: NonNullable<Evidence['link']>, beside: Html | '', shown: Shown): Html | '' {
  const { language } = shown;
  const name = it.node?.label ?? it.strategy.title;
  return part(`${message(language, 'link.review')}${message(language, 'separator.label')}${name}`, reviewLinkForm(shown, link, name, beside));
}

/** Confirms or rejects a link for the side of the viewer. `name`: where the link starts. */
export function reviewLinkForm(shown: Shown, link: { id: string; version: number }, name: string, beside: Html | '' = ''): Html | '' {
  const say = (key: Key) => message(shown.language, key);
  const fields = html`${beside}${hidden('link', link.id)}${hidden('version', link.version)}${choiceField(
    shown.language,
    say('link.decision'),
    'decision',
    [
      ['CONFIRM', say('link.CONFIRM')],
      ['REJECT', say('link.REJECT')],
    ],
    { isRequired: true },
  )}${textField(say('action.reason'), 'reason')}${noteFields(shown)}`;
  return actionForm(shown, 'reviewLink', say('link.review'), fields, { about: name });
}

/** Takes a proposal back that nobody has reviewed, for the side that made it. */
function withdrawLinkForm(cell: CellData, { link, status, node, strategy }: Evidence, shown: Shown): Html | '' {
  const isOwn = link?.proposedSide === sideOf(shown) && isEditorOf(shown.viewer, ownersOf(cell));
  if (!isOwn || status !== 'SUGGESTED' || link.publication !== 'UNPUBLISHED') return '';
  const words = message(shown.language, 'cell.withdrawLink');
  const fields = html`${hidden('link', link.id)}${hidden('version', link.version)}`;
  const name = node?.label ?? strategy.title;
  const form = actionForm(shown, 'withdrawLink', words, fields, { about: `${name} × ${cell.objective.label}` });
  return part(`${words}${message(shown.language, 'separator.label')}${name}`, form);
}

/** Takes back that the objective does not apply, for the side that said it. */
export function withdrawMarkForm(cell: CellData, { id, side, open }: CellData['notApplicable'][number], shown: Shown): Html | '' {
  if (!open || side !== sideOf(shown) || !isEditorOf(shown.viewer, ownersOf(cell))) return '';
  const words = message(shown.language, 'cell.withdrawNotApplicable');
  const fields = html`${hidden('statement', id)}${areaField(message(shown.language, 'action.reason'), 'reason')}`;
  return part(words, actionForm(shown, 'withdrawNotApplicable', words, fields, { about: nameOf(cell) }));
}

/** Plans of the state and their passages; and those of other plans that are read for the cell already. */
function nationalTexts({ plans, evidence }: CellData, { language }: Shown): Grouped[] {
  const own = plans.map(({ key, title, nodes = [] }): Grouped => {
    const passages = nodes.map(
      (node) => [node.key, `${message(language, `nodeKind.${node.kind}`)}${message(language, 'separator.label')}${node.label}`] as const,
    );
    return { name: title, options: [[key, message(language, 'cell.wholePlan')], ...passages] };
  });
  const known = new Set(own.flatMap(({ options }) => options.map(([key]) => key)));
  const others = evidence.flatMap(({ node, strategy }) => (node === null || known.has(node.key) ? [] : [{ node, strategy }]));
  return [
    ...own,
    ...[...Map.groupBy(others, ({ strategy }) => strategy.key).values()].map((read): Grouped => {
      const options = new Map(read.map(({ node }) => [node.key, node.label]));
      return { name: read[0]?.strategy.title ?? '', options: [...options] };
    }),
  ];
}

function proposalFields(cell: CellData, shown: Shown): Html {
  const { language } = shown;
  return html`${hidden('objective', cell.objective.key)}
${groupedField(language, message(language, 'cell.national'), 'national', nationalTexts(cell, shown), { isRequired: true })}
${choiceField(
  language,
  message(language, 'cell.relation'),
  'relation',
  relations.map((relation) => [relation, message(language, `relation.${relation}`)]),
  { isRequired: true },
)}${textField(message(language, 'cell.shareField'), 'share', { max: 10, hint: '0.5' })}
${areaField(message(language, 'action.reason'), 'rationale')}${textField(message(language, 'cell.citation'), 'citation')}`;
}

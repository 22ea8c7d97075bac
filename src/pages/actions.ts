// Forms that change something: each runs one mutation of the API under its own name, and comes back to the page it stands on. Pure.
import { html } from 'hono/html';
import { message } from '../i18n/messages.ts';
import { codeOf, type Html } from './document.ts';
import type { Shown } from './screen.ts';

/** Path that runs a mutation of this name. */
export const actionPath = (language: Shown['language'], mutation: string): string => `/${codeOf(language)}/do/${mutation}`;

/**
 * A form for one mutation. `fields` are inputs named as the fields of its input type; what is left empty is not sent. Empty for those who
 * are not signed in: they cannot send it. `back`: where it comes back to; the page it stands on, unless given.
 */
export function actionForm(shown: Shown, mutation: string, label: string, fields: Html, back?: string): Html | '' {
  const { language, address, formToken } = shown;
  if (formToken === null) return '';
  return html`<form class="action" method="post" action="${actionPath(language, mutation)}">
<input type="hidden" name="formToken" value="${formToken}"><input type="hidden" name="back" value="${back ?? address.with(language)}">
${fields}<button>${label}</button></form>`;
}

/** Fields for the note by which a statement came, and its date. */
export function noteFields({ language }: Shown): Html {
  return html`<label>${message(language, 'action.reference')}<input name="reference" maxlength="200"></label>
<label>${message(language, 'action.referenceDate')}<input name="referenceDate" pattern="\\d{4}(-\\d{2}(-\\d{2})?)?" placeholder="YYYY-MM-DD"></label>`;
}

/** What a form did, as it is told on the page it comes back to. */
const outcomes = ['RECORDED', 'PROPOSED', 'DECIDED', 'PUBLISHED', 'WITHDRAWN', 'REMOVED', 'IMPORTED'] as const;
type Outcome = (typeof outcomes)[number];

/** The mutations that pages offer, each with what is told afterwards. No other runs from a form; files go through the import alone. */
export const offeredMutations: Readonly<Record<string, Outcome>> = {
  addNode: 'RECORDED',
  confirmNeed: 'DECIDED',
  contestCell: 'RECORDED',
  createStrategy: 'RECORDED',
  decideMatch: 'DECIDED',
  freezeSession: 'RECORDED',
  markNotApplicable: 'RECORDED',
  moveNeed: 'RECORDED',
  observeNeed: 'PROPOSED',
  offerActivity: 'RECORDED',
  proposeLink: 'PROPOSED',
  proposeMatch: 'PROPOSED',
  publishActivity: 'PUBLISHED',
  publishAssessment: 'PUBLISHED',
  publishStrategy: 'PUBLISHED',
  recordEffect: 'RECORDED',
  recordEvaluation: 'RECORDED',
  recordFollowUp: 'RECORDED',
  recordIndicatorValue: 'RECORDED',
  recordOutcome: 'RECORDED',
  recordRecommendation: 'RECORDED',
  recordSession: 'RECORDED',
  removeNode: 'REMOVED',
  removeStrategy: 'REMOVED',
  reportMeasure: 'RECORDED',
  requestAssistance: 'PROPOSED',
  resolveContest: 'DECIDED',
  reviewLink: 'DECIDED',
  reviewRecord: 'DECIDED',
  setAgreement: 'RECORDED',
  updateNode: 'RECORDED',
  updateStrategy: 'RECORDED',
  withdrawAssessment: 'WITHDRAWN',
  withdrawLink: 'WITHDRAWN',
  withdrawNotApplicable: 'WITHDRAWN',
  withdrawStrategy: 'WITHDRAWN',
};

/** The message of a parameter `done`; null where it is none of ours. */
export function doneMessage(done: string): `done.${Outcome}` | null {
  const outcome = outcomes.find((it) => it === done);
  return outcome === undefined ? null : `done.${outcome}`;
}

// Forms that change something: each runs one mutation of the API under its own name, and comes back to the page it stands on. Pure.
import { html } from 'hono/html';
import type { MessageKey } from '../i18n/catalogue/en.ts';
import { message } from '../i18n/messages.ts';
import { codeOf, type Html } from './document.ts';
import type { Shown } from './screen.ts';

/** Path that runs a mutation of this name. */
export const actionPath = (language: Shown['language'], mutation: string): string => `/${codeOf(language)}/do/${mutation}`;

/** `back`: where it comes back to; the page it stands on, unless given. `about`: what it changes, by name, for those it is told to. */
export type FormSettings = { back?: string | undefined; about?: string | undefined };

/**
 * A form for one mutation. `fields` are inputs named as the fields of its input type; what is left empty is not sent. Empty for those who
 * are not signed in: they cannot send it.
 */
export function actionForm(shown: Shown, mutation: string, label: string, fields: Html, { back, about }: FormSettings = {}): Html | '' {
  const { language, address, formToken } = shown;
  if (formToken === null) return '';
  return html`<form class="action" method="post" action="${actionPath(language, mutation)}">
<input type="hidden" name="formToken" value="${formToken}"><input type="hidden" name="back" value="${back ?? address.with(language)}">${
    about === undefined ? '' : html`<input type="hidden" name="about" value="${about}">`
  }
${fields}<button>${label}</button></form>`;
}

/** Fields of a form that are no fields of what it sends. */
export const formFields: readonly string[] = ['formToken', 'back', 'about', 'beside'];

/** Fields for the note by which a statement came, and its date. */
export function noteFields({ language }: Shown): Html {
  return html`<label>${message(language, 'action.reference')}<input name="reference" maxlength="200"></label>
<label>${message(language, 'action.referenceDate')}<input name="referenceDate" pattern="\\d{4}(-\\d{2}(-\\d{2})?)?" placeholder="YYYY-MM-DD"></label>`;
}

/** What a form did, as it is told on the page it comes back to. SEEN: others see it from now on. */
const outcomes = ['RECORDED', 'SEEN', 'PROPOSED', 'DECIDED', 'PUBLISHED', 'WITHDRAWN', 'REMOVED', 'IMPORTED'] as const;
export type Outcome = (typeof outcomes)[number];

/** The mutations that pages offer, each with what is told afterwards and how it is called. No other runs from a form; files go through the import alone. */
export const offeredMutations: Readonly<Record<string, readonly [Outcome, MessageKey]>> = {
  addNode: ['RECORDED', 'edit.addNode'],
  confirmNeed: ['DECIDED', 'do.confirmNeed'],
  contestCell: ['SEEN', 'cell.contest'],
  createStrategy: ['RECORDED', 'desk.newStrategy'],
  decideMatch: ['DECIDED', 'do.decideMatch'],
  freezeSession: ['RECORDED', 'do.freezeSession'],
  markNotApplicable: ['SEEN', 'cell.notApplicable'],
  moveNeed: ['RECORDED', 'do.moveNeed'],
  observeNeed: ['PROPOSED', 'do.observeNeed'],
  offerActivity: ['RECORDED', 'do.offerActivity'],
  proposeLink: ['PROPOSED', 'cell.propose'],
  proposeMatch: ['PROPOSED', 'do.proposeMatch'],
  publishActivity: ['PUBLISHED', 'do.publishActivity'],
  publishAssessment: ['PUBLISHED', 'desk.publish'],
  publishStrategy: ['PUBLISHED', 'desk.publish'],
  recordEffect: ['SEEN', 'monitoring.recordEffect'],
  recordEvaluation: ['SEEN', 'monitoring.recordEvaluation'],
  recordFollowUp: ['RECORDED', 'do.recordFollowUp'],
  recordIndicatorValue: ['SEEN', 'monitoring.recordIndicatorValue'],
  recordOutcome: ['RECORDED', 'do.recordOutcome'],
  recordRecommendation: ['RECORDED', 'do.recordRecommendation'],
  recordSession: ['RECORDED', 'do.recordSession'],
  recordStatement: ['SEEN', 'statement.record'],
  removeNode: ['REMOVED', 'edit.remove'],
  removeStrategy: ['REMOVED', 'edit.removeDraft'],
  reportMeasure: ['SEEN', 'monitoring.reportMeasure'],
  requestAssistance: ['PROPOSED', 'do.requestAssistance'],
  resolveContest: ['DECIDED', 'cell.resolve'],
  reviewLink: ['DECIDED', 'link.review'],
  reviewRecord: ['DECIDED', 'record.review'],
  setAgreement: ['SEEN', 'agreement.title'],
  updateNode: ['RECORDED', 'edit.save'],
  updateStrategy: ['RECORDED', 'edit.save'],
  withdrawAssessment: ['WITHDRAWN', 'edit.withdraw'],
  withdrawLink: ['WITHDRAWN', 'cell.withdrawLink'],
  withdrawNotApplicable: ['WITHDRAWN', 'cell.withdrawNotApplicable'],
  withdrawStatement: ['WITHDRAWN', 'statement.withdraw'],
  withdrawStrategy: ['WITHDRAWN', 'edit.withdraw'],
};

/** The message of a parameter `done`; null where it is none of ours. */
export function doneMessage(done: string): `done.${Outcome}` | null {
  const outcome = outcomes.find((it) => it === done);
  return outcome === undefined ? null : `done.${outcome}`;
}

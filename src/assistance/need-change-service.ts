// How needs go on: confirmed by a second person of the state, moved from stage to stage, followed up.
import type { Day } from '../core/dates.ts';
import { AppError } from '../core/errors.ts';
import { invalid, textInput } from '../core/input.ts';
import { isApproverOf, isEditorOf } from '../core/sharing.ts';
import type { SignedIn } from '../core/viewer.ts';
import type { Context } from '../graphql/context.ts';
import { checkVersion } from '../members/version-service.ts';
import { happenedOn, optionalTextInput } from './input.ts';
import { type Consent, consents, type Need, type NeedStage, type NeedStep, type Urgency } from './model.ts';
import { request } from './need-request-service.ts';
import { insertStep, type LockedNeed, type NeedChange, updateNeed } from './need-store.ts';
import { conclude, doerOf, getNeed, lock, ownersOf } from './need-trail-service.ts';
import { completionOf, followUpDue, type Mover, mayBringTo, stagesAfter } from './stages.ts';

export type ConfirmInput = {
  need: string;
  version: number;
  urgency?: Urgency | null;
  reason?: string | null;
  consent?: Consent | null;
  dueOn?: Day | null;
};
export type MoveInput = {
  need: string;
  version: number;
  stage?: NeedStage | null;
  met?: boolean | null;
  reason: string;
  dueOn?: Day | null;
  on?: Day | null;
};
export type FollowUpInput = { need: string; version: number; result: string; met?: boolean | null; on?: Day | null };

/** Confirms a need for its state; or makes a request of a prompt, which a second person then confirms. */
export async function confirmNeed(context: Context, viewer: SignedIn, input: ConfirmInput): Promise<Need> {
  const need = await getNeed(context, input.need);
  if (need.origin === 'DERIVED') return requestFromPrompt(context, viewer, need, input);
  if (!isApproverOf(viewer, ownersOf(need.stateKey))) throw new AppError('FORBIDDEN', 'A need is confirmed by an approver of its state.');
  const locked = await lock(context, need);
  if (locked.submittedBy === viewer.subject)
    throw new AppError('FORBIDDEN', 'Who recorded a need cannot confirm it: another approver of the state has to.');
  const confirmed = { ...confirmedWords(need, input), on: context.today, by: viewer.subject };
  const dueOn = input.dueOn ?? need.dueOn;
  await checkVersion(context, { kind: 'AssistanceNeed', key: need.key, version: locked.version }, input.version);
  if (locked.stage !== 'EXPRESSED')
    throw new AppError('CONFLICT', `input.need: it is ${locked.stage} already, so there is nothing to confirm.`, { field: 'input.need' });
  return move(
    context,
    viewer,
    need,
    locked,
    { stage: 'CONFIRMED', dueOn, confirmed },
    { isMet: false, on: context.today, reason: null },
    'confirmNeed',
  );
}

function requestFromPrompt(context: Context, viewer: SignedIn, prompt: Need, input: ConfirmInput): Promise<Need> {
  if (!isEditorOf(viewer, ownersOf(prompt.stateKey)))
    throw new AppError('FORBIDDEN', 'A prompt becomes a request by an editor or an approver of its state.');
  if (input.urgency == null) invalid('input.urgency', 'say how urgent it is to the state.');
  if (input.reason == null) invalid('input.reason', 'say in the words of the state why it is needed.');
  const { urgency, reason, dueOn } = input;
  const asked = { state: prompt.stateKey, element: prompt.elementKey, urgency, reason, consent: input.consent, dueOn };
  return request(context, viewer, asked, 'confirmNeed');
}

/** What stands after confirmation. A request is confirmed as it was made, or for fewer readers; of what was observed the state says its own. */
function confirmedWords(need: Need, input: ConfirmInput): { urgency: Urgency; reason: string; consent: Consent } {
  const consent = input.consent ?? need.consent;
  if (need.origin === 'REQUESTED') {
    for (const field of ['urgency', 'reason'] as const)
      if (input[field] != null) invalid(`input.${field}`, 'a request is confirmed as it was made. To change it, withdraw it and request anew.');
    if (consents.indexOf(consent) > consents.indexOf(need.consent))
      invalid('input.consent', `a request is confirmed for the readers it was made for (${need.consent}), or for fewer.`);
  }
  const urgency = input.urgency ?? need.urgency;
  if (urgency === null) invalid('input.urgency', 'say how urgent it is to the state.');
  return { urgency, reason: optionalTextInput(input.reason, 'input.reason') ?? need.reason ?? '', consent };
}

/** Brings a need to a stage that may follow, or says for the state whether it is met. */
export async function moveNeed(context: Context, viewer: SignedIn, input: MoveInput): Promise<Need> {
  const need = await getNeed(context, input.need);
  const mover = moverOf(viewer, need);
  if (mover === null) throw new AppError('FORBIDDEN', 'A need is moved by an editor or an approver of its state, or by the Secretariat.');
  if (input.met != null && mover !== 'STATE') throw new AppError('FORBIDDEN', 'Whether a need is met is for its state to say.');
  if (input.stage != null && !mayBringTo(mover, input.stage, need.consent))
    throw new AppError('FORBIDDEN', `${input.stage} is said by ${mover === 'STATE' ? 'the Secretariat' : 'the state'}.`);
  if (need.origin === 'DERIVED') invalid('input.need', 'this is a prompt. Make a request of it first, with confirmNeed.');
  const { stage, isMet } = lastStepOf(need);
  if (input.stage == null && input.met == null) invalid('input.stage', 'say which stage it comes to, or whether it is met.');
  if (input.stage != null && !stagesAfter[stage].includes(input.stage))
    invalid('input.stage', `${stage} is followed by ${stagesAfter[stage].join(' or ') || 'nothing'}, not by ${input.stage}.`);
  if (input.met != null && need.confirmedOn === null) invalid('input.met', 'the state has not confirmed the need yet.');
  const reason = textInput(input.reason, 'input.reason');
  const on = happenedOn(input.on, context.today, lastStepOf(need).on);
  const locked = await lock(context, need);
  await checkVersion(context, { kind: 'AssistanceNeed', key: need.key, version: locked.version }, input.version);
  const change = { stage: input.stage ?? stage, dueOn: input.dueOn ?? (input.stage == null ? need.dueOn : null) };
  return move(context, viewer, need, locked, change, { isMet: input.met ?? isMet, on, reason }, 'moveNeed');
}

/** Records what came of it, one year after completion or later. */
export async function recordFollowUp(context: Context, viewer: SignedIn, input: FollowUpInput): Promise<Need> {
  const need = await getNeed(context, input.need);
  const mover = moverOf(viewer, need);
  if (mover === null) throw new AppError('FORBIDDEN', 'A follow-up is recorded by an editor or an approver of the state, or by the Secretariat.');
  if (input.met != null && mover !== 'STATE') throw new AppError('FORBIDDEN', 'Whether a need is met is for its state to say.');
  const last = need.steps.at(-1);
  if (last?.stage !== 'COMPLETED') invalid('input.need', `a need is followed up once it is COMPLETED; this one is ${last?.stage ?? 'a prompt'}.`);
  const completedOn = completionOf(need.steps)?.on ?? last.on;
  const result = textInput(input.result, 'input.result');
  const on = happenedOn(input.on, context.today, last.on);
  if (on < followUpDue(completedOn))
    invalid('input.on', `it was completed on ${completedOn}, so the follow-up is due on ${followUpDue(completedOn)}, one year on.`);
  const locked = await lock(context, need);
  await checkVersion(context, { kind: 'AssistanceNeed', key: need.key, version: locked.version }, input.version);
  const change = { stage: 'FOLLOWED_UP' as const, dueOn: null };
  return move(context, viewer, need, locked, change, { isMet: input.met ?? last.isMet, on, reason: result }, 'recordFollowUp');
}

function moverOf(viewer: SignedIn, need: Need): Mover | null {
  if (viewer.role === 'SECRETARIAT') return 'SECRETARIAT';
  return isEditorOf(viewer, ownersOf(need.stateKey)) ? 'STATE' : null;
}

function lastStepOf(need: Need): NeedStep {
  const last = need.steps.at(-1);
  if (!last) throw new Error(`a need without a stage: ${need.key}`);
  return last;
}

async function move(
  context: Context,
  viewer: SignedIn,
  before: Need,
  locked: LockedNeed,
  change: NeedChange,
  step: Pick<NeedStep, 'isMet' | 'on' | 'reason'>,
  action: string,
): Promise<Need> {
  await updateNeed(context.db, locked, change);
  await insertStep(context.db, locked.needId, { ...step, stage: change.stage, dueOn: change.dueOn, ...doerOf(viewer) });
  return conclude(context, viewer, before.key, action, before);
}

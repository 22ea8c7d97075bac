// How needs go on: confirmed by a second person of the state, moved from stage to stage, followed up.
import type { Day } from '../core/dates.ts';
import { AppError } from '../core/errors.ts';
import { invalid, textInput } from '../core/input.ts';
import { isApproverOf, isEditorOf } from '../core/sharing.ts';
import type { SignedIn } from '../core/viewer.ts';
import type { Context } from '../graphql/context.ts';
import { at, say, type Words, type WordValue } from '../i18n/words.ts';
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
  if (!isApproverOf(viewer, ownersOf(need.stateKey))) throw new AppError('FORBIDDEN', say('error.needByApprover'));
  const locked = await lock(context, need);
  if (locked.submittedBy === viewer.subject) throw new AppError('FORBIDDEN', say('error.ownNeed'));
  const confirmed = { ...confirmedWords(need, input), on: context.today, by: viewer.subject };
  const dueOn = input.dueOn ?? need.dueOn;
  await checkVersion(context, { kind: 'AssistanceNeed', key: need.key, version: locked.version }, input.version);
  if (locked.stage !== 'EXPRESSED')
    throw new AppError('CONFLICT', at('input.need', say('error.needConfirmed', { stage: locked.stage })), { field: 'input.need' });
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
  if (!isEditorOf(viewer, ownersOf(prompt.stateKey))) throw new AppError('FORBIDDEN', say('error.promptByEditor'));
  if (input.urgency == null) invalid('input.urgency', say('error.urgencyMissing'));
  if (input.reason == null) invalid('input.reason', say('error.stateReasonMissing'));
  const { urgency, reason, dueOn } = input;
  const asked = { state: prompt.stateKey, element: prompt.elementKey, urgency, reason, consent: input.consent, dueOn };
  return request(context, viewer, asked, 'confirmNeed');
}

/** What stands after confirmation. A request is confirmed as it was made, or for fewer readers; of what was observed the state says its own. */
function confirmedWords(need: Need, input: ConfirmInput): { urgency: Urgency; reason: string; consent: Consent } {
  const consent = input.consent ?? need.consent;
  if (need.origin === 'REQUESTED') {
    for (const field of ['urgency', 'reason'] as const) if (input[field] != null) invalid(`input.${field}`, say('error.requestAsMade'));
    if (consents.indexOf(consent) > consents.indexOf(need.consent)) invalid('input.consent', say('error.consentWider', { consent: need.consent }));
  }
  const urgency = input.urgency ?? need.urgency;
  if (urgency === null) invalid('input.urgency', say('error.urgencyMissing'));
  return { urgency, reason: optionalTextInput(input.reason, 'input.reason') ?? need.reason ?? '', consent };
}

/** Brings a need to a stage that may follow, or says for the state whether it is met. */
export async function moveNeed(context: Context, viewer: SignedIn, input: MoveInput): Promise<Need> {
  const need = await getNeed(context, input.need);
  const mover = moverOf(viewer, need);
  if (mover === null) throw new AppError('FORBIDDEN', say('error.needMovedBy'));
  if (input.met != null && mover !== 'STATE') throw new AppError('FORBIDDEN', say('error.metByState'));
  if (input.stage != null && !mayBringTo(mover, input.stage, need.consent))
    throw new AppError('FORBIDDEN', say(mover === 'STATE' ? 'error.stageBySecretariat' : 'error.stageByState', { stage: input.stage }));
  if (need.origin === 'DERIVED') invalid('input.need', say('error.isPrompt'));
  const { stage, isMet } = lastStepOf(need);
  if (input.stage == null && input.met == null) invalid('input.stage', say('error.stageMissing'));
  if (input.stage != null && !stagesAfter[stage].includes(input.stage)) invalid('input.stage', stageRefused(stage, stagesAfter[stage], input.stage));
  if (input.met != null && need.confirmedOn === null) invalid('input.met', say('error.notConfirmedYet'));
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
  if (mover === null) throw new AppError('FORBIDDEN', say('error.followUpBy'));
  if (input.met != null && mover !== 'STATE') throw new AppError('FORBIDDEN', say('error.metByState'));
  const last = need.steps.at(-1);
  if (last?.stage !== 'COMPLETED') invalid('input.need', last ? say('error.followUpStage', { stage: last.stage }) : say('error.followUpPrompt'));
  const completedOn = completionOf(need.steps)?.on ?? last.on;
  const result = textInput(input.result, 'input.result');
  const on = happenedOn(input.on, context.today, last.on);
  if (on < followUpDue(completedOn)) invalid('input.on', say('error.followUpDue', { completed: completedOn, due: followUpDue(completedOn) }));
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

function stageRefused(stage: NeedStage, after: readonly NeedStage[], asked: NeedStage): Words {
  const [first, ...others] = after;
  if (first === undefined) return say('error.stageLast', { stage, asked });
  return say('error.stageFollowed', { stage, next: others.reduce<WordValue>((one, other) => say('error.or', { one, other }), first), asked });
}

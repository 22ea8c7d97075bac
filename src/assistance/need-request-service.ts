// How needs come about: a state asks, or a review observes.
import { getConcept } from '../concepts/service.ts';
import type { Day } from '../core/dates.ts';
import { AppError } from '../core/errors.ts';
import { invalid, textInput } from '../core/input.ts';
import { isEditorOf } from '../core/sharing.ts';
import { organizationOf, type SignedIn } from '../core/viewer.ts';
import type { Context } from '../graphql/context.ts';
import { say } from '../i18n/words.ts';
import { getMembersAt, getStatesByKey } from '../members/service.ts';
import { nodesByKey, strategiesById } from '../strategies/service.ts';
import { unseen } from './input.ts';
import type { Consent, Need, NeedSubject, Urgency } from './model.ts';
import { insertNeed, insertStep, type NewNeed } from './need-store.ts';
import { conclude, doerOf, getNeed, ownersOf } from './need-trail-service.ts';

export type SubjectInput = { state: string; element?: string | null; threat?: string | null; provision?: string | null; objective?: string | null };
export type RequestInput = SubjectInput & {
  prompt?: string | null;
  urgency: Urgency;
  reason: string;
  consent?: Consent | null;
  dueOn?: Day | null;
};
export type ObserveInput = SubjectInput & { reason: string };
/** Records what a state asks for; it waits for the confirmation of a second person. */
export async function requestAssistance(context: Context, viewer: SignedIn, input: RequestInput): Promise<Need> {
  const [state] = await getStatesByKey(context, [input.state], 'input.state');
  const prompt = input.prompt == null ? null : await getNeed(context, input.prompt, 'input.prompt');
  if (!isEditorOf(viewer, ownersOf(state?.key ?? ''))) throw new AppError('FORBIDDEN', say('error.asksForItself'));
  if (prompt && prompt.origin !== 'DERIVED') invalid('input.prompt', say('error.isNeedAlready', { key: prompt.key }));
  if (prompt && input.element != null && input.element !== prompt.elementKey)
    invalid('input.element', say('error.promptElement', { element: prompt.elementKey as string }));
  return request(context, viewer, { ...input, element: input.element ?? prompt?.elementKey }, 'requestAssistance');
}

/** Records a request; `action`: the mutation it came by. */
export async function request(context: Context, viewer: SignedIn, input: Omit<RequestInput, 'prompt'>, action: string): Promise<Need> {
  const subject = await subjectOf(context, input);
  const recorded = {
    ...subject,
    urgency: input.urgency,
    reason: textInput(input.reason, 'input.reason'),
    consent: input.consent ?? ('PRIVATE' as const),
    dueOn: input.dueOn ?? null,
  };
  return record(context, viewer, { ...recorded, stateKey: input.state, origin: 'REQUESTED' }, action);
}

/** Records what a review observed; it is the state's and the observer's alone until the state confirms it. */
export async function observeNeed(context: Context, viewer: SignedIn, input: ObserveInput): Promise<Need> {
  await getStatesByKey(context, [input.state], 'input.state');
  const organizationKey = organizationOf(viewer);
  const isOfOrganization =
    organizationKey !== null && (await getMembersAt(context, organizationKey, context.today)).some(({ state }) => state.key === input.state);
  if (viewer.role !== 'SECRETARIAT' && !isOfOrganization) throw new AppError('FORBIDDEN', say('error.observedBy'));
  const subject = await subjectOf(context, input);
  const recorded = { ...subject, urgency: null, reason: textInput(input.reason, 'input.reason'), consent: 'PRIVATE' as const, dueOn: null };
  return record(context, viewer, { ...recorded, stateKey: input.state, origin: 'OBSERVED' }, 'observeNeed');
}

async function subjectOf(context: Context, input: SubjectInput): Promise<NeedSubject & { objectiveKey: string | null }> {
  const { element, threat, provision, objective } = input;
  if (element != null) await getConcept(context, 'ELEMENT', element, 'input.element');
  if (threat != null) await getConcept(context, 'THREAT', threat, 'input.threat');
  if (provision != null) await getConcept(context, 'PROVISION', provision, 'input.provision');
  if (element == null && threat == null && provision == null) invalid('input.element', say('error.needSubject'));
  if (objective != null) await checkObjective(context, objective);
  return { elementKey: element ?? null, threatKey: threat ?? null, provisionKey: provision ?? null, objectiveKey: objective ?? null };
}

async function checkObjective(context: Context, key: string): Promise<void> {
  const node = await nodesByKey(context).load(key);
  if (!node) throw unseen('input.objective', 'objective', key);
  const strategy = await strategiesById(context).load(node.strategyId);
  if (strategy?.organizationKey == null || (node.kind !== 'OBJECTIVE' && node.kind !== 'PILLAR'))
    invalid('input.objective', say('error.noObjectiveOfOrganization', { key }));
}

type Recorded = Omit<NewNeed, 'key' | 'recorderRole' | 'recorderOrganizationKey' | 'submittedBy'>;

async function record(context: Context, viewer: SignedIn, recorded: Recorded, action: string): Promise<Need> {
  // By chance, not by number: a number would tell how many others there are.
  const key = `${recorded.stateKey.toLowerCase()}-need-${crypto.randomUUID().replaceAll('-', '').slice(0, 12)}`;
  const needId = await insertNeed(context.db, {
    ...recorded,
    key,
    recorderRole: viewer.role,
    recorderOrganizationKey: organizationOf(viewer),
    submittedBy: viewer.subject,
  });
  await insertStep(context.db, needId, {
    stage: 'EXPRESSED',
    isMet: false,
    on: context.today,
    dueOn: recorded.dueOn,
    reason: recorded.reason,
    ...doerOf(viewer),
  });
  return conclude(context, viewer, key, action, null);
}

// Records assessments of the viewer's own state or organization, publishes them and takes them back. A published one is not edited.
import { getConcept } from '../concepts/service.ts';
import { AppError } from '../core/errors.ts';
import { invalid, keyInput } from '../core/input.ts';
import { mustApprove, mustBeSecondPerson, mustEdit, operatorAccount, ownershipOf } from '../core/permissions.ts';
import type { SignedIn } from '../core/viewer.ts';
import type { Context } from '../graphql/context.ts';
import { at, say } from '../i18n/words.ts';
import { checkKeyOfOwner } from '../members/keys.ts';
import { ensureOwner, getOrganizations, getStatesByKey } from '../members/service.ts';
import { type Audience, privateAudience, readAudience, type SharingInput } from '../members/sharing-service.ts';
import { checkVersion } from '../members/version-service.ts';
import { changeOf, recordChanges } from '../store/audit.ts';
import type { AuditChange } from '../store/json.ts';
import { type AssessmentContent, type AssessmentInput, checkAssessment, readAssessmentInput } from './edit-input.ts';
import {
  type AssessmentStanding,
  insertAssessment,
  type LockedAssessment,
  lockAssessment,
  readAssessmentContent,
  updateAssessmentRow,
  updateAssessmentStanding,
} from './edit-store.ts';
import type { Assessment } from './model.ts';
import { assessmentNotFound, getAssessment } from './service.ts';
import { findAssessmentsByKey } from './store.ts';

export type RecordAssessmentInput = AssessmentInput & SharingInput & { key: string; version?: number | null | undefined };
export type PublishAssessmentInput = SharingInput & { key: string; version: number };
export type WithdrawAssessmentInput = { key: string; version: number };

const empty: Omit<AssessmentContent, 'title' | 'series' | 'level'> = {
  issuingBody: null,
  dated: null,
  nextEdition: null,
  method: null,
  threatListSeen: null,
  verified: false,
  note: null,
  attribution: null,
  sources: [],
  keyThreats: [],
  findings: [],
};

/** Records a new assessment, not published; with a version, changes one that is not published. */
export function recordAssessment(context: Context, viewer: SignedIn, input: RecordAssessmentInput): Promise<Assessment> {
  return input.version == null ? createAssessment(context, viewer, input) : updateAssessment(context, viewer, input, input.version);
}

async function createAssessment(context: Context, viewer: SignedIn, input: RecordAssessmentInput): Promise<Assessment> {
  const owner = ownershipOf(viewer, 'assessments');
  const key = keyInput(input.key, 'input.key');
  checkKeyOfOwner(key, owner, (await getOrganizations(context)).keys(), 'input.key');
  await ensureOwner(context, owner);
  const given = readAssessmentInput(input, owner);
  await checkNamed(context, given);
  const audience = await readAudience(context, input, privateAudience);
  const level = owner.stateKey !== null ? 'NATIONAL' : 'REGIONAL';
  const content = { ...empty, level, series: key, ...given, title: given.title ?? invalid('input.title', say('error.giveOne')) } as const;
  checkAssessment(content);
  if ((await findAssessmentsByKey(context.db, viewer, [key])).length > 0) {
    throw new AppError('CONFLICT', at('input.key', say('error.knownAssessment', { key })), { field: 'input.key' });
  }
  await insertAssessment(context.db, { key, owner, content, audience, submittedBy: viewer.subject });
  const change = changeOf({}, factsOf(content, audience));
  const sharing = { ...owner, ...audience, publication: 'UNPUBLISHED' as const };
  await recordChanges(context.db, viewer, [{ action: 'recordAssessment', kind: 'Assessment', key, version: 1, change, sharing }]);
  return readAgain(context, key);
}

async function updateAssessment(context: Context, viewer: SignedIn, input: RecordAssessmentInput, version: number): Promise<Assessment> {
  const found = await getAssessment(context, input.key, 'input.key');
  mustEdit(viewer, found, found.key);
  const locked = await lock(context, found);
  const given = readAssessmentInput(input, locked);
  await checkNamed(context, given);
  const audience = await readAudience(context, input, locked);
  await checkVersion(context, { ...locked, kind: 'Assessment' }, version);
  if (locked.publication === 'PUBLISHED') throw new AppError('CONFLICT', say('error.publishedAssessment', { key: locked.key }));
  const before = await readAssessmentContent(context.db, locked);
  const content = { ...before, ...given };
  checkAssessment(content);
  const change = changeOf(factsOf(before, locked), factsOf(content, audience));
  if (Object.keys(change).length === 0) return locked;

  await updateAssessmentRow(context.db, locked.assessmentId, content, audience, viewer.subject);
  await recordEdit(context, viewer, 'recordAssessment', { ...locked, ...audience }, change);
  return readAgain(context, locked.key);
}

/** Lets an assessment reach its audience; of one that is published changes the audience. */
export async function publishAssessment(context: Context, viewer: SignedIn, input: PublishAssessmentInput): Promise<Assessment> {
  const found = await getAssessment(context, input.key, 'input.key');
  mustApprove(viewer, found, found.key);
  const locked = await lock(context, found);
  mustBeSecondPerson(viewer, locked.submitters, locked.key);
  const audience = await readAudience(context, input, locked);
  await checkVersion(context, { ...locked, kind: 'Assessment' }, input.version);
  const standing: AssessmentStanding = {
    ...audience,
    publication: 'PUBLISHED',
    submittedBy: locked.submittedBy ?? operatorAccount,
    clearedBy: viewer.subject,
  };
  const change = changeOf(standingOf(locked), standingOf(standing));
  if (Object.keys(change).length === 0) invalid('input.visibility', say('error.reachesThese'));
  return stand(context, viewer, 'publishAssessment', locked, standing, change);
}

/** Takes a published assessment back: from now on its owner alone reads it. */
export async function withdrawAssessment(context: Context, viewer: SignedIn, input: WithdrawAssessmentInput): Promise<Assessment> {
  const found = await getAssessment(context, input.key, 'input.key');
  mustApprove(viewer, found, found.key);
  const locked = await lock(context, found);
  await checkVersion(context, { ...locked, kind: 'Assessment' }, input.version);
  if (locked.publication === 'UNPUBLISHED') {
    throw new AppError('CONFLICT', at('input.key', say('error.notPublished', { key: locked.key })), { field: 'input.key' });
  }
  const { visibility, sharedWith } = locked;
  const submittedBy = locked.submittedBy ?? operatorAccount;
  const standing: AssessmentStanding = { visibility, sharedWith, publication: 'UNPUBLISHED', submittedBy, clearedBy: null };
  return stand(context, viewer, 'withdrawAssessment', locked, standing, changeOf(standingOf(locked), standingOf(standing)));
}

async function stand(
  context: Context,
  viewer: SignedIn,
  action: string,
  locked: LockedAssessment,
  standing: AssessmentStanding,
  change: AuditChange,
): Promise<Assessment> {
  await updateAssessmentStanding(context.db, locked.assessmentId, standing);
  await recordEdit(context, viewer, action, { ...locked, ...standing }, change);
  return readAgain(context, locked.key);
}

async function lock({ db, viewer }: Context, { assessmentId, key }: Assessment): Promise<LockedAssessment> {
  return (await lockAssessment(db, viewer, assessmentId)) ?? assessmentNotFound(key, 'input.key');
}

/** Leaves the trail of a change that made the next version. `assessment`: as it was before, with the audience as it is now. */
async function recordEdit(context: Context, viewer: SignedIn, action: string, assessment: LockedAssessment, change: AuditChange): Promise<void> {
  const version = assessment.version + 1;
  await recordChanges(context.db, viewer, [{ action, kind: 'Assessment', key: assessment.key, version, change, sharing: assessment }]);
}

async function readAgain({ db, viewer }: Context, key: string): Promise<Assessment> {
  return (await findAssessmentsByKey(db, viewer, [key]))[0] ?? assessmentNotFound(key, 'input.key');
}

/** An assessment by the names that its history tells, each finding for itself. */
function factsOf({ findings, keyThreats, ...content }: AssessmentContent, { visibility, sharedWith }: Audience): Record<string, unknown> {
  const byName = findings.map(
    ({ stateKey, threatKey, isEmerging, ...it }) => [`findings.${stateKey}.${threatKey}`, { ...it, emerging: isEmerging }] as const,
  );
  const named = keyThreats.map((it) => ({ threat: it.threatKey, emerging: it.isEmerging }));
  return { ...content, keyThreats: named, ...Object.fromEntries(byName), visibility, sharedWith };
}

function standingOf({ publication, visibility, sharedWith }: Pick<Assessment, 'publication' | 'visibility' | 'sharedWith'>) {
  return { publication, visibility, sharedWith };
}

/** Throws INVALID for a state or a threat that there is none. */
async function checkNamed(context: Context, { findings = [], keyThreats = [] }: Partial<AssessmentContent>): Promise<void> {
  for (const { threatKey } of keyThreats) await getConcept(context, 'THREAT', threatKey, 'input.keyThreats');
  for (const { threatKey } of findings) await getConcept(context, 'THREAT', threatKey, 'input.findings');
  await getStatesByKey(
    context,
    findings.map((it) => it.stateKey),
    'input.findings',
  );
}

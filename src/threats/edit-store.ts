// Writes assessments with their key threats and findings. Whoever calls has asked whether the viewer may change them.
import type { Ownership, Publication } from '../core/sharing.ts';
import type { Viewer } from '../core/viewer.ts';
import type { Audience } from '../members/sharing-service.ts';
import type { Database } from '../store/db.ts';
import { keyOrder } from '../store/sql.ts';
import type { AssessmentContent, FindingContent } from './edit-input.ts';
import type { Assessment } from './model.ts';
import { assessmentColumns, selectAssessments } from './store.ts';

/** An assessment whose row is locked until the transaction ends. `submittedBy`: account of the last change; null: the operator. `submitters`: all that wrote a part of it. Never shown. */
export type LockedAssessment = Assessment & { submittedBy: string | null; submitters: string[] };

/** Locks the row of an assessment, waiting for whoever changes it, and reads it as it is then. Null where it can no longer be seen. */
export async function lockAssessment(db: Database, viewer: Viewer, assessmentId: number): Promise<LockedAssessment | null> {
  const row = await selectAssessments(db, viewer)
    .select([...assessmentColumns, 'a.submitted_by as submittedBy', 'a.submitters'])
    .where('a.assessment_id', '=', assessmentId)
    .forUpdate('a')
    .executeTakeFirst();
  return row ?? null;
}

/** What an assessment says, its key threats and findings included. */
export async function readAssessmentContent(db: Database, assessment: Assessment): Promise<AssessmentContent> {
  const { assessmentId } = assessment;
  const keyThreats = await db
    .selectFrom('assessment_threat')
    .select(['threat_key as threatKey', 'is_emerging as isEmerging'])
    .where('assessment_id', '=', assessmentId)
    .orderBy(keyOrder('threat_key'))
    .execute();
  const findings: FindingContent[] = await db
    .selectFrom('finding')
    .select(['state_key as stateKey', 'threat_key as threatKey', 'likelihood', 'impact', 'score', 'scale_min as scaleMin', 'scale_max as scaleMax'])
    .select(['is_emerging as isEmerging', 'note'])
    .where('assessment_id', '=', assessmentId)
    .orderBy('state_key')
    .orderBy(keyOrder('threat_key'))
    .execute();
  return {
    title: assessment.title,
    series: assessment.series,
    level: assessment.level,
    issuingBody: assessment.issuingBody,
    dated: assessment.dated,
    nextEdition: assessment.nextEdition,
    method: assessment.method,
    threatListSeen: assessment.isThreatListSeen,
    verified: assessment.isVerified,
    note: assessment.note,
    attribution: assessment.attribution,
    sources: assessment.sources,
    keyThreats,
    findings,
  };
}

function contentColumns(content: AssessmentContent) {
  return {
    title: content.title,
    series: content.series,
    level: content.level,
    issuing_body: content.issuingBody,
    dated: content.dated,
    next_edition: content.nextEdition,
    method: content.method,
    is_threat_list_seen: content.threatListSeen,
    is_verified: content.verified,
    note: content.note,
    attribution: content.attribution,
    sources: JSON.stringify(content.sources),
  };
}

async function insertParts(db: Database, assessmentId: number, { keyThreats, findings }: AssessmentContent): Promise<void> {
  const threatRows = keyThreats.map((it) => ({ assessment_id: assessmentId, threat_key: it.threatKey, is_emerging: it.isEmerging }));
  if (threatRows.length > 0) await db.insertInto('assessment_threat').values(threatRows).execute();
  const findingRows = findings.map((it) => ({
    assessment_id: assessmentId,
    state_key: it.stateKey,
    threat_key: it.threatKey,
    likelihood: it.likelihood,
    impact: it.impact,
    score: it.score,
    scale_min: it.scaleMin,
    scale_max: it.scaleMax,
    is_emerging: it.isEmerging,
    note: it.note,
  }));
  if (findingRows.length > 0) await db.insertInto('finding').values(findingRows).execute();
}

export type NewAssessment = { key: string; owner: Ownership; content: AssessmentContent; audience: Audience; submittedBy: string };

/** Records a new assessment of a state or an intergovernmental body, not published. */
export async function insertAssessment(db: Database, { key, owner, content, audience, submittedBy }: NewAssessment): Promise<void> {
  const { assessment_id: assessmentId } = await db
    .insertInto('assessment')
    .values({
      assessment_key: key,
      state_key: owner.stateKey,
      organization_key: owner.organizationKey,
      is_official: true,
      ...contentColumns(content),
      visibility: audience.visibility,
      shared_with: audience.sharedWith,
      publication: 'UNPUBLISHED',
      submitted_by: submittedBy,
    })
    .returning('assessment_id')
    .executeTakeFirstOrThrow();
  if (owner.organizationKey !== null)
    await db.insertInto('assessment_organization').values({ assessment_id: assessmentId, organization_key: owner.organizationKey }).execute();
  await insertParts(db, assessmentId, content);
}

/** Writes what an assessment says and whom it is to reach, as its next version. */
export async function updateAssessmentRow(
  db: Database,
  assessmentId: number,
  content: AssessmentContent,
  audience: Audience,
  submittedBy: string,
): Promise<void> {
  await db
    .updateTable('assessment')
    .set((eb) => ({
      ...contentColumns(content),
      visibility: audience.visibility,
      shared_with: audience.sharedWith,
      version: eb('version', '+', 1),
      submitted_by: submittedBy,
      cleared_by: null,
    }))
    .where('assessment_id', '=', assessmentId)
    .execute();
  await db.deleteFrom('assessment_threat').where('assessment_id', '=', assessmentId).execute();
  await db.deleteFrom('finding').where('assessment_id', '=', assessmentId).execute();
  await insertParts(db, assessmentId, content);
}

/** Where the record of an assessment stands from now on. */
export type AssessmentStanding = Audience & { publication: Publication; submittedBy: string; clearedBy: string | null };

/** Publishes an assessment, changes its audience, or takes it back, as its next version. */
export async function updateAssessmentStanding(db: Database, assessmentId: number, standing: AssessmentStanding): Promise<void> {
  await db
    .updateTable('assessment')
    .set((eb) => ({
      version: eb('version', '+', 1),
      publication: standing.publication,
      visibility: standing.visibility,
      shared_with: standing.sharedWith,
      submitted_by: standing.submittedBy,
      cleared_by: standing.clearedBy,
    }))
    .where('assessment_id', '=', assessmentId)
    .execute();
}

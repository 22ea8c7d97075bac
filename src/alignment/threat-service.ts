// One cell of the threat matrix, down to findings and nodes.
import type { Concept } from '../concepts/model.ts';
import type { Day } from '../core/dates.ts';
import type { Context } from '../graphql/context.ts';
import { type Language, textIn } from '../i18n/languages.ts';
import type { MemberState } from '../members/model.ts';
import { getStatesByKey } from '../members/service.ts';
import { readSnapshot } from '../store/db.ts';
import { explainThreatExposure } from './explanation.ts';
import { type CountedFinding, threatExposures } from './exposure.ts';
import { concepts, loadPlanNodes, loadRecords } from './facets.ts';
import type { FindingSources, ThreatStatus } from './model.ts';
import type { PlanRecord } from './record.ts';
import { loadAttributions, loadFindings } from './store.ts';
import { type PlannedEvidence, plannedEvidence, plannedFigures, threatMatrix } from './threats.ts';

export type ThreatCellAnswer = {
  asOf: Day;
  state: MemberState;
  threat: Concept;
  record: PlanRecord;
  exposure: number | null;
  named: boolean;
  planned: number | null;
  status: ThreatStatus;
  stale: boolean;
  /** What the exposure rests on; null: no finding. */
  standing: CountedFinding | null;
  /** Findings on the threat itself, and the one that stands where it is on a narrower threat. */
  findings: CountedFinding[];
  evidence: PlannedEvidence[];
  attribution: string[];
};

/** One state and one threat. Throws INVALID for an unknown state. */
export async function computeThreatCell(
  context: Context,
  stateKey: string,
  threat: Concept,
  asOf: Day,
  sources: FindingSources,
  includeUnseen: boolean,
): Promise<ThreatCellAnswer> {
  const [state] = (await getStatesByKey(context, [stateKey], 'state')) as [MemberState];
  const { threats } = await concepts(context);
  return readSnapshot(context.db, async (db) => {
    const { records } = await loadRecords(db, context, [state], asOf);
    const nodes = await loadPlanNodes(db, records, includeUnseen, ['THREAT']);
    const exposures = threatExposures(await loadFindings(db, context.viewer, [state.key]), threats, asOf, sources);
    const matrix = threatMatrix(records, [threat.key], exposures, plannedFigures(records, nodes, threats, [threat.key]));
    const standing = exposures.of(state.key, threat.key);
    const own = exposures.own(state.key, threat.key);
    const findings = standing && !own.includes(standing) ? [standing, ...own] : [...own];
    const record = records[0] as PlanRecord;
    return {
      asOf,
      state,
      threat,
      record,
      exposure: matrix.exposures[0]?.[0] ?? null,
      named: standing?.isNamed ?? false,
      planned: matrix.planned[0]?.[0] ?? null,
      status: matrix.statuses[0]?.[0] ?? 'NO_RECORD',
      stale: standing?.isStale ?? false,
      standing,
      findings,
      evidence: plannedEvidence(record, nodes, threats, threat.key),
      attribution: await loadAttributions(
        db,
        findings.map(({ assessmentKey }) => assessmentKey),
      ),
    };
  });
}

/** How the finding becomes the exposure, in words. */
export async function explainedThreatCell(answer: ThreatCellAnswer, context: Context, language: Language): Promise<string> {
  const { catalogue } = await concepts(context);
  const labels = catalogue.of('THREAT').map((concept) => [concept.key, textIn(concept.label, language).text] as const);
  return explainThreatExposure(language, { threatKey: answer.threat.key, threatLabels: new Map(labels), finding: answer.standing });
}

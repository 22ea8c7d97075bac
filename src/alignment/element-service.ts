// One cell of the element matrix, down to the nodes.
import type { Concept } from '../concepts/model.ts';
import type { Day } from '../core/dates.ts';
import type { Context } from '../graphql/context.ts';
import type { Language } from '../i18n/languages.ts';
import type { MemberState } from '../members/model.ts';
import { getStatesByKey } from '../members/service.ts';
import { readSnapshot } from '../store/db.ts';
import { nodeById } from '../strategies/service.ts';
import { type ElementEvidence, elementEvidence, elementMatrix } from './elements.ts';
import { explainElementCell } from './explanation.ts';
import { loadPlanNodes, loadRecords } from './facets.ts';
import type { ElementStatus } from './model.ts';
import type { PlanRecord } from './record.ts';

export type ElementCellAnswer = {
  asOf: Day;
  state: MemberState;
  element: Concept;
  record: PlanRecord;
  depth: number | null;
  generalDepth: number | null;
  status: ElementStatus;
  evidence: ElementEvidence[];
};

/** One state and one element. Throws INVALID for an unknown state. */
export async function computeElementCell(
  context: Context,
  stateKey: string,
  element: Concept,
  asOf: Day,
  includeUnseen: boolean,
): Promise<ElementCellAnswer> {
  const [state] = (await getStatesByKey(context, [stateKey], 'state')) as [MemberState];
  return readSnapshot(context.db, async (db) => {
    const { records } = await loadRecords(db, context, [state], asOf);
    const [record] = records as [PlanRecord];
    const nodes = await loadPlanNodes(db, records, includeUnseen);
    const matrix = elementMatrix(records, nodes, [element.key]);
    return {
      asOf,
      state,
      element,
      record,
      depth: matrix.depths[0]?.[0] ?? null,
      generalDepth: matrix.generalDepths[0]?.[0] ?? null,
      status: matrix.statuses[0]?.[0] ?? 'NO_RECORD',
      evidence: elementEvidence(record, nodes, element.key),
    };
  });
}

/** Why the depth is what it is, in words. */
export async function explainedElementCell(answer: ElementCellAnswer, context: Context, language: Language): Promise<string> {
  const [deepest] = answer.evidence;
  const node = deepest ? await nodeById(context, deepest.strategyId, deepest.nodeId) : null;
  return explainElementCell(language, {
    depth: answer.depth,
    status: answer.status,
    planCount: answer.record.plans.length,
    nodeKey: node?.key ?? null,
    isLapsed: answer.record.isLapsed,
  });
}

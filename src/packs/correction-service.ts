// The correction sheet of a state as the viewer may have it: what the query of its record answers, with what that rests on.
import { recordEvidence } from '../alignment/record-evidence-service.ts';
import { computeStateRecord } from '../alignment/record-service.ts';
import { recordStatementsOf } from '../alignment/record-statements-service.ts';
import { needsAt } from '../assistance/need-service.ts';
import { stateOf } from '../core/viewer.ts';
import type { Context } from '../graphql/context.ts';
import type { CorrectionSheet, SheetMark } from './correction-model.ts';
import { correctionSheet } from './correction-rows.ts';

/** Throws INVALID for an unknown state. */
export async function computeCorrectionSheet(context: Context, mark: SheetMark): Promise<CorrectionSheet> {
  const record = await computeStateRecord(context, mark.stateKey, mark.asOf, mark.sources, mark.includeUnseen);
  return correctionSheet({
    mark,
    record,
    evidence: await recordEvidence(context, record, mark),
    statements: await recordStatementsOf(context).load(record.state.key),
    promptedElements: await promptedElements(context, mark),
  });
}

/** Prompts are derived for the viewer's own state, and nobody else is told of any. */
async function promptedElements(context: Context, { stateKey, asOf }: SheetMark): Promise<string[]> {
  if (stateOf(context.viewer) !== stateKey) return [];
  const prompts = await needsAt(context, { states: [stateKey], origin: 'DERIVED' }, asOf);
  return prompts.flatMap(({ need }) => need.elementKey ?? []);
}

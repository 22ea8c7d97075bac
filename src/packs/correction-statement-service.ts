// Rows of a correction sheet on kinds of strategy, elements and threats, and those that make a request of a prompt.
import { type RecordSubject, saysTheSame } from '../alignment/record-statements.ts';
import { recordStatementsOf, sayOfReading } from '../alignment/record-statements-service.ts';
import { urgencies } from '../assistance/model.ts';
import { confirmNeed } from '../assistance/need-change-service.ts';
import { needsAt } from '../assistance/need-service.ts';
import { invalid } from '../core/input.ts';
import { plain } from '../i18n/words.ts';
import type { FilledRow } from './correction-reader.ts';
import { checkReading, done, gone, mayConfirm, noteOf, type RowOutcome, reasonWithNote, type Taking } from './correction-taking.ts';

export async function applyStatement(taking: Taking, row: FilledRow, subject: RecordSubject): Promise<RowOutcome> {
  const { viewer, context, sheet, readings } = taking;
  const { key, decision, proposed, reason } = row;
  const now = readings.own[subject].get(key) ?? gone(taking, row);
  if (decision === 'CONFIRM' && !mayConfirm(taking)) return 'waiting';
  const said = { subject, subjectKey: key, decision, proposed, ...noteOf(taking, row) };
  if ((await recordStatementsOf(context).load(sheet.mark.stateKey)).some((it) => saysTheSame(it, said))) return done('RECORD_STATEMENT', key, false);
  checkReading(taking, row, now);
  await sayOfReading(viewer, context, { ...sheet.note, state: sheet.mark.stateKey, subject, key, decision, proposed, reason }, readings);
  return done('RECORD_STATEMENT', key, true);
}

/** A prompt becomes a request, which another person of the state confirms. Where the state has a need on the element, there is no prompt. */
export async function applyPrompt(taking: Taking, row: FilledRow): Promise<RowOutcome> {
  const { viewer, context, sheet, readings } = taking;
  const { key: element, proposed } = row;
  const states = [sheet.mark.stateKey];
  const prompts = await needsAt(context, { states, element, origin: 'DERIVED' }, context.today);
  const [prompt] = prompts;
  if (!prompt) {
    const needs = await needsAt(context, { states, element }, context.today);
    return needs.some(({ standing }) => standing.stage !== 'WITHDRAWN') ? done('REQUEST_ASSISTANCE', element, false) : gone(taking, row);
  }
  checkReading(taking, row, readings.own.ELEMENT.get(element) ?? gone(taking, row));
  const urgency =
    urgencies.find((it) => it === proposed) ?? invalid('input.urgency', plain(`say how urgent it is: ${urgencies.join(', ').toLowerCase()}.`));
  await confirmNeed(context, viewer, { need: prompt.need.key, version: prompt.need.version, urgency, reason: reasonWithNote(taking, row) });
  return done('REQUEST_ASSISTANCE', element, true);
}

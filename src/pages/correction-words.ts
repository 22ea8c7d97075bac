// How a correction sheet is filled in, told in its language. Pure.
import type { Language } from '../i18n/languages.ts';
import { message } from '../i18n/messages.ts';
import { columnName, type RowKind } from '../packs/correction-model.ts';

const decisionWords = (language: Language) => ({
  confirm: message(language, 'sheet.decision.CONFIRM'),
  correct: message(language, 'sheet.decision.CORRECT'),
  contest: message(language, 'sheet.decision.CONTEST'),
});

/** What each decision does: a paragraph each. Of a part that the sheet has not, nothing is told. */
export function whatDecisionsDo(language: Language, kinds: readonly RowKind[]): string[] {
  const words = { ...decisionWords(language), decision: columnName(language, 'decision'), proposed: columnName(language, 'proposed') };
  const part = (kind: RowKind) => message(language, `sheet.part.${kind}`);
  const notApplicable = message(language, 'alignmentStatus.NOT_APPLICABLE');
  return [
    message(language, 'sheet.how', words),
    message(language, 'sheet.how.confirm', words),
    message(language, 'sheet.how.correct', words),
    ...(kinds.includes('CELL') ? [message(language, 'sheet.how.cell', { part: part('CELL'), notApplicable })] : []),
    message(language, 'sheet.how.contest', words),
    ...(kinds.includes('PROMPT') ? [message(language, 'sheet.how.prompt', { ...words, part: part('PROMPT') })] : []),
  ];
}

/** The same for who fills it in at a computer and sends it back. */
export function howToFillIn(language: Language, kinds: readonly RowKind[]): string[] {
  const key = columnName(language, 'key');
  return [...whatDecisionsDo(language, kinds), message(language, 'sheet.how.back'), message(language, 'sheet.how.key', { key })];
}

/** What a row rests on, line by line. */
export function evidenceLines(language: Language, evidence: readonly string[]): string[] {
  if (evidence.length === 0) return [message(language, 'page.nothing')];
  return evidence.length === 1 ? [...evidence] : evidence.map((words) => `• ${words}`);
}

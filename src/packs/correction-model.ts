// The correction sheet: everything said of one state, a row for each statement, to be confirmed, corrected or contested by it. Its words, its
// keys and the mark by which it is known when it comes back. Pure.
import { alignmentStatuses, coverageStatuses, elementStatuses, threatStatuses } from '../alignment/model.ts';
import { proposedStatuses, type RecordDecision, recordDecisions } from '../alignment/record-statements.ts';
import type { ReadAs } from '../alignment/record-statements-service.ts';
import { type Urgency, urgencies } from '../assistance/model.ts';
import { parseDay } from '../core/dates.ts';
import { en, type MessageKey } from '../i18n/catalogue/en.ts';
import { type Language, languages } from '../i18n/languages.ts';
import { message } from '../i18n/messages.ts';

export const rowKinds = ['SCOPE', 'ELEMENT', 'THREAT', 'CELL', 'PROMPT'] as const;
export type RowKind = (typeof rowKinds)[number];

/** One statement. `key`: of what it is about; `reading`: the status of it, which is told in `recorded`. */
export type CorrectionRow = {
  kind: RowKind;
  key: string;
  reading: string;
  /** Whose objective it is; null for others. */
  group: string | null;
  subject: string;
  recorded: string;
  /** What it rests on, a line each. */
  evidence: readonly string[];
};

/** Rows of one kind, in the order of the record. A part without rows is none. */
export type CorrectionPart = { kind: RowKind; rows: readonly CorrectionRow[] };

/** `sources`: with their numbers from 1, as evidence names them. `notes`: what is to be said with the whole. */
export type CorrectionSheet = {
  mark: SheetMark;
  stateName: string;
  parts: readonly CorrectionPart[];
  sources: readonly { title: string | null; ref: string | null }[];
  notes: readonly string[];
};

/** What the sheet is of: by it the sheet is known, and its rows are read again. */
export type SheetMark = ReadAs & { stateKey: string; language: Language };

const format = 'correction-sheet/1';

/** The mark as it is written on the cover, such as "correction-sheet/1 JAM 2026-06-01 FR ALL SEEN". */
export function writeMark({ stateKey, asOf, language, sources, includeUnseen }: SheetMark): string {
  return [format, stateKey, asOf, language, sources, includeUnseen ? 'UNSEEN' : 'SEEN'].join(' ');
}

/** What a mark says; null where it is none. A mark of another version is "other". */
export function readMark(text: string): SheetMark | 'other' | null {
  const [name = '', stateKey = '', day = '', code = '', sources = '', nodes = ''] = text.trim().split(/\s+/);
  if (!name.startsWith('correction-sheet/')) return null;
  const [asOf, language] = [parseDay(day), languages.find((it) => it === code)];
  const isKnown = name === format && /^[A-Z]{3}$/.test(stateKey) && (sources === 'ALL' || sources === 'OFFICIAL') && /^(UN)?SEEN$/.test(nodes);
  if (!isKnown || asOf === null || language === undefined) return 'other';
  return { stateKey, asOf, language, sources, includeUnseen: nodes === 'UNSEEN' };
}

/** How the cover names its two fields for the program that reads it. */
export const noteFields = { reference: 'note.reference', referenceDate: 'note.date' } as const;

/** The key of a row as it is written, such as ELEMENT/prevention/MENTIONED. */
export const writeRowKey = ({ kind, key, reading }: Pick<CorrectionRow, 'kind' | 'key' | 'reading'>): string => `${kind}/${key}/${reading}`;

/** The same read; null where it is none. */
export function readRowKey(text: string): Pick<CorrectionRow, 'kind' | 'key' | 'reading'> | null {
  const [, kindName, key, reading] = /^([A-Z]+)\/([\w.:-]+)\/([A-Z_]+)$/.exec(text.trim()) ?? [];
  const kind = rowKinds.find((it) => it === kindName);
  return kind && key && reading ? { kind, key, reading } : null;
}

/** What may be said to a row: a prompt is taken up or left. */
export const decisionsOf = (kind: RowKind): readonly RecordDecision[] => (kind === 'PROMPT' ? ['CONFIRM'] : recordDecisions);

/** Columns of a part, in the order in which they are written. */
export const columns = ['subject', 'recorded', 'evidence', 'decision', 'proposed', 'reason', 'key'] as const;
export type Column = (typeof columns)[number];

export const columnName = (language: Language, column: Column): string =>
  message(language, column === 'evidence' ? 'page.restsOn' : `sheet.column.${column}`);

/** What a cell of the column "right value" may be chosen from: codes with their words. */
export function proposals(kind: RowKind): readonly { code: string; key: MessageKey }[] {
  switch (kind) {
    case 'SCOPE':
      return coverageStatuses.filter((it) => proposedStatuses.SCOPE.includes(it)).map((code) => ({ code, key: `coverageStatus.${code}` }));
    case 'ELEMENT':
      return elementStatuses.filter((it) => proposedStatuses.ELEMENT.includes(it)).map((code) => ({ code, key: `elementStatus.${code}` }));
    case 'THREAT':
      return threatStatuses.filter((it) => proposedStatuses.THREAT.includes(it)).map((code) => ({ code, key: `threatStatus.${code}` }));
    case 'CELL':
      return alignmentStatuses.filter((it) => it === 'NOT_APPLICABLE').map((code) => ({ code, key: `alignmentStatus.${code}` }));
    case 'PROMPT':
      return urgencies.map((code: Urgency) => ({ code, key: `sheet.urgency.${code}` }));
  }
}

/** The word of a status that the record gives; null where it has none. */
export function readingKey(kind: RowKind, status: string): MessageKey | null {
  const of = { SCOPE: 'coverageStatus', ELEMENT: 'elementStatus', THREAT: 'threatStatus', CELL: 'alignmentStatus', PROMPT: 'elementStatus' } as const;
  const key = `${of[kind]}.${status}`;
  return key in en ? (key as MessageKey) : null;
}

/** Words as they are compared: whoever fills a sheet in may write them in capitals, or copy what a program set around them. */
const plain = (text: string) =>
  text
    .normalize('NFC')
    .replace(/[\u2066-\u2069\u200e\u200f]/g, '')
    .trim()
    .toLowerCase();

/** The code that a word stands for, in whichever of the six languages it is written, or written as it is; null where there is none. */
export function codeOfWord(text: string, words: readonly { code: string; key: MessageKey }[]): string | null {
  const wanted = plain(text);
  const isIt = ({ code, key }: { code: string; key: MessageKey }) =>
    code.toLowerCase() === wanted || languages.some((language) => plain(message(language, key)) === wanted);
  return words.find(isIt)?.code ?? null;
}

export function readDecision(text: string): RecordDecision | null {
  const code = codeOfWord(
    text,
    recordDecisions.map((it) => ({ code: it, key: `sheet.decision.${it}` as const })),
  );
  return recordDecisions.find((it) => it === code) ?? null;
}

/** What is proposed: the code of a word of the part, else the text as it was written. */
export const readProposal = (kind: RowKind, text: string): string => codeOfWord(text, proposals(kind)) ?? text.trim();

import { describe, expect, test } from 'vitest';
import { languages } from '../i18n/languages.ts';
import { message } from '../i18n/messages.ts';
import {
  columnName,
  columns,
  decisionsOf,
  proposals,
  readDecision,
  readMark,
  readProposal,
  readRowKey,
  rowKinds,
  type SheetMark,
  writeMark,
  writeRowKey,
} from './correction-model.ts';

test('a mark is read as it was written, and one of another version or hand is told apart from none', () => {
  const mark: SheetMark = { stateKey: 'XAA', asOf: '2026-06-01', language: 'AR', sources: 'OFFICIAL', includeUnseen: true };
  expect(writeMark(mark)).toBe('correction-sheet/1 XAA 2026-06-01 AR OFFICIAL UNSEEN');
  expect(readMark(` ${writeMark(mark)} `)).toEqual(mark);
  for (const other of ['correction-sheet/2 XAA 2026-06-01 AR ALL SEEN', 'correction-sheet/1 XAA 2026-02-31 AR ALL SEEN', 'correction-sheet/1'])
    expect(readMark(other)).toBe('other');
  expect(readMark('Kinds of strategy')).toBeNull();
});

test('the key of a row is read as it was written', () => {
  const row = { kind: 'CELL', key: 'letters-strategy-2025.p1.o1', reading: 'NOT_APPLICABLE' } as const;
  expect(readRowKey(writeRowKey(row))).toEqual(row);
  for (const wrong of ['', 'CELL', 'CELL/x', 'NODE/x/GAP', 'CELL/x y/GAP', '=CELL/x/GAP']) expect(readRowKey(wrong)).toBeNull();
});

describe.each(languages)('%s', (language) => {
  test('every word to choose from stands for its own code, and the code for itself', () => {
    for (const kind of rowKinds) {
      for (const { code, key } of proposals(kind)) {
        expect([kind, readProposal(kind, ` ${message(language, key).toUpperCase()} `)]).toEqual([kind, code]);
        expect(readProposal(kind, code.toLowerCase())).toBe(code);
      }
    }
    for (const decision of decisionsOf('CELL')) expect(readDecision(message(language, `sheet.decision.${decision}`))).toBe(decision);
  });

  test('columns and tabs have names of their own, which a workbook can hold', () => {
    expect(new Set(columns.map((column) => columnName(language, column))).size).toBe(columns.length);
    const tabs = [
      ...rowKinds.map((kind) => message(language, `sheet.part.${kind}`)),
      message(language, 'sheet.tab.cover'),
      message(language, 'sheet.tab.values'),
      message(language, 'page.sources'),
    ];
    expect(new Set(tabs).size).toBe(tabs.length);
    expect(tabs.filter((name) => name.length > 31 || /[[\]:*?/\\']/.test(name))).toEqual([]);
  });
});

test('what stands for nothing is left as it was written', () => {
  expect(readProposal('CELL', ' SUBSET xaa-plan.p1 ')).toBe('SUBSET xaa-plan.p1');
  expect(readProposal('ELEMENT', 'splendid')).toBe('splendid');
  expect(readDecision('maybe')).toBeNull();
});

test('a prompt is taken up or left', () => {
  expect(decisionsOf('PROMPT')).toEqual(['CONFIRM']);
});

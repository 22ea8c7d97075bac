import { describe, expect, test } from 'vitest';
import { type CellValue, readReturnedSheet, type SheetTab } from './correction-reader.ts';
import type { Problem } from './model.ts';
import { inEnglish } from './problems.ts';

const head = ['What it is about', 'What is recorded', 'Rests on', 'Decision', 'Right value', 'Reason', 'Key'];
const cover = (reference: CellValue = null, date: CellValue = null, mark = 'correction-sheet/1 XAA 2026-06-01 EN ALL SEEN'): SheetTab => ({
  sheet: 'Cover',
  data: [['Correction sheet'], ['Reference', reference, 'note.reference'], ['Date', date, 'note.date'], [mark]],
});
const elements = (...rows: CellValue[][]): SheetTab => ({
  sheet: 'Elements',
  data: [head, ...rows.map((filled) => ['Prevention', 'mentioned', 'p. 3', ...filled])],
});
const key = 'ELEMENT/prevention/MENTIONED';

function read(...tabs: SheetTab[]) {
  const problems: Problem[] = [];
  return { sheet: readReturnedSheet('jam.xlsx', tabs, problems), problems: problems.map(inEnglish) };
}

test('rows that were filled in are read, with the note of the cover, and no other', () => {
  const { sheet, problems } = read(
    cover('NV 7', new Date('2026-05-30T00:00:00Z')),
    elements(['correct', 'a measure', ' Page 3. ', key], [null, null, null, 'ELEMENT/legal-framework/NOT_SEEN']),
    { sheet: 'My notes', data: [['hello'], [1, 2, 3]] },
  );
  expect(problems).toEqual([]);
  expect(sheet).toEqual({
    file: 'jam.xlsx',
    mark: { stateKey: 'XAA', asOf: '2026-06-01', language: 'EN', sources: 'ALL', includeUnseen: false },
    note: { reason: null, reference: 'NV 7', referenceDate: '2026-05-30' },
    rows: [
      {
        tab: 'Elements',
        row: 2,
        kind: 'ELEMENT',
        key: 'prevention',
        reading: 'MENTIONED',
        decision: 'CORRECT',
        proposed: 'ACTIONED',
        reason: 'Page 3.',
      },
    ],
  });
});

test('columns that were moved are found by their names', () => {
  const moved = {
    sheet: 'Elements',
    data: [
      ['Key', 'Reason', 'Decision', 'Right value'],
      [key, 'Not so.', 'Contest', null],
    ],
  };
  expect(read(cover(), moved).sheet?.rows).toMatchObject([{ decision: 'CONTEST', reason: 'Not so.' }]);
});

describe('a problem is named with tab and row', () => {
  test.each<[string, SheetTab[], string]>([
    [
      'no decision',
      [cover(), elements([null, null, 'Why?', key])],
      'Elements, row 2: something is written here and nothing decided. Choose "confirm" or "correct" or "contest" in "Decision", or empty the row.',
    ],
    [
      'another word',
      [cover(), elements(['maybe', null, null, key])],
      'Elements, row 2: "maybe" is no decision that can be taken here. Choose "confirm" or "correct" or "contest".',
    ],
    [
      'a prompt that is contested',
      [cover(), elements(['contest', null, 'No.', 'PROMPT/prevention/MENTIONED'])],
      'Elements, row 2: "contest" is no decision that can be taken here. Choose "confirm".',
    ],
    [
      'a changed key',
      [cover(), elements(['confirm', null, null, 'row 7'])],
      'Elements, row 2: the column "Key" of this row was changed, so it cannot be told what it is about. Fill in the row as it was sent.',
    ],
    [
      'a row twice',
      [cover(), elements(['confirm', null, null, key], ['contest', null, 'No.', key])],
      'Elements, row 3: the same is decided in Elements, row 2 too. Keep one.',
    ],
    [
      'an impossible date',
      [cover('NV 7', '2026-02-31'), elements()],
      'Cover, row 3: "2026-02-31" is no date. Write the date of the note as YYYY-MM-DD.',
    ],
    ['a date of no note', [cover(null, '2026-02-01'), elements()], 'Cover, row 2: a date needs the note it is the date of. Give its reference too.'],
    [
      'a text that is too long',
      [cover(), elements(['contest', null, 'x'.repeat(20_001), key])],
      'Elements, row 2: this text has 20001 characters; at most 20000 are kept. Shorten it.',
    ],
  ])('%s', (_name, tabs, problem) => {
    expect(read(...tabs)).toEqual({ sheet: null, problems: [`jam.xlsx: ${problem}`] });
  });

  test('a workbook that is no sheet, or one of another version, has one', () => {
    expect(read(elements(['confirm', null, null, key])).problems).toEqual([
      expect.stringContaining('this workbook is neither a correction sheet nor a plan template'),
    ]);
    const other = cover(null, null, 'correction-sheet/2 XAA 2026-06-01 EN ALL SEEN');
    expect(read(other, elements()).problems).toEqual([expect.stringContaining('of another version')]);
    expect(read(cover()).problems).toEqual([expect.stringContaining('the one named "Key" is missing')]);
  });
});

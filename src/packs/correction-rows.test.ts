import { expect, test } from 'vitest';
import type { RecordEvidence } from '../alignment/record-evidence-service.ts';
import type { StateRecordAnswer } from '../alignment/record-service.ts';
import type { RecordStatement } from '../alignment/record-statements.ts';
import type { Concept } from '../concepts/model.ts';
import type { Link, Strategy, StrategyNode } from '../strategies/model.ts';
import { correctionSheet, type SheetInput } from './correction-rows.ts';

const plan = {
  key: 'xaa-plan',
  title: { en: 'Plan', fr: 'Plan national' },
  originalLanguage: 'en',
  scope: 'OVERARCHING',
  validFrom: '2024',
  validTo: '2028',
  sources: [{ title: 'Gazette 7', ref: 'https://example.org/7' }, { title: 'Gazette 8' }],
} as unknown as Strategy;
const node = (name: string): StrategyNode =>
  ({
    key: `xaa-plan.${name}`,
    label: { en: `Node ${name}` },
    originalLanguage: 'en',
    strategy: plan,
    citation: { paragraph: 4, page: 12 },
  }) as unknown as StrategyNode;
const objective = { key: 'letters.p1.o1', label: { en: 'Share what is known' }, originalLanguage: 'en' } as unknown as StrategyNode;
const concept = (key: string) => ({ key, label: { en: key } }) as unknown as Concept;

const record = {
  state: { key: 'XAA', name: { en: 'Aland', fr: 'Alande' } },
  record: { stateKey: 'XAA', plans: [{}], isLapsed: true },
  coverage: [{ scope: 'OVERARCHING', status: 'ENDED', party: true }],
  elements: [
    { element: concept('prevention'), depth: 1, generalDepth: 1, status: 'MENTIONED' },
    { element: concept('legal-framework'), depth: 0, generalDepth: 0, status: 'NOT_SEEN' },
  ],
  threats: [{ threat: concept('cybercrime'), exposure: 0.5, named: false, planned: 0.3, status: 'MENTIONED', stale: false }],
  organizations: [{ organization: { name: { en: 'Union of Letters' } }, objectives: [{ objective, status: 'PARTIAL', basis: 'READ' }] }],
  attribution: ['Index of figures'],
} as unknown as StateRecordAnswer;

const link = {
  relation: 'SUBSET',
  share: 0.5,
  rationale: 'half of it',
  citation: null,
  nationalKey: 'xaa-plan.o1',
  objectiveKey: objective.key,
} as Link;
const evidence = {
  scopes: new Map([['OVERARCHING', [plan]]]),
  elements: new Map([['prevention', ['o1', 'o2', 'o3', 'o4', 'o5', 'o6', 'o7'].map(node)]]),
  threats: new Map([['cybercrime', { assessment: { title: 'Assessment', issuingBody: 'Police', dated: '2024', sources: [] }, nodes: [node('o1')] }]]),
  cells: new Map([[objective.key, [{ link, strategy: plan, node: node('o1') }]]]),
} as unknown as RecordEvidence;

const statement = {
  subject: 'ELEMENT',
  subjectKey: 'prevention',
  decision: 'CORRECT',
  proposed: 'ACTIONED',
  reason: 'Page 3.',
  reference: 'NV 7',
  statedOn: '2026-01-02',
};
const statements = [
  { ...statement, endedOn: null },
  { ...statement, reason: 'Earlier.', endedOn: '2026-01-01' },
] as unknown as RecordStatement[];
const input: SheetInput = {
  mark: { stateKey: 'XAA', asOf: '2026-06-01', language: 'EN', sources: 'ALL', includeUnseen: false },
  record,
  evidence,
  statements,
  promptedElements: ['legal-framework'],
};

test('each statement is one row, with what is recorded in words and what it rests on', () => {
  const { parts, sources, stateName } = correctionSheet(input);
  expect(stateName).toBe('Aland');
  expect(parts.flatMap(({ rows }) => rows.map(({ kind, key, reading, recorded }) => [kind, key, reading, recorded]))).toEqual([
    ['SCOPE', 'OVERARCHING', 'ENDED', 'ended'],
    ['ELEMENT', 'prevention', 'MENTIONED', 'mentioned'],
    ['ELEMENT', 'legal-framework', 'NOT_SEEN', 'not seen in what was read'],
    ['THREAT', 'cybercrime', 'MENTIONED', 'mentioned in plans'],
    ['CELL', objective.key, 'PARTIAL', 'partly aligned (read alike by two readers)'],
    ['PROMPT', 'legal-framework', 'NOT_SEEN', 'not seen in what was read'],
  ]);
  const [scopes, , threats, cells] = parts;
  expect(scopes?.rows[0]?.evidence).toEqual(['Plan · 2024–2028 · xaa-plan · [1] [2]']);
  expect(threats?.rows[0]?.evidence).toEqual(['Assessment · Police · 2024', 'Node o1 · Plan · para. 4, p. 12 · xaa-plan.o1 · [1] [2]']);
  expect(cells?.rows[0]).toMatchObject({
    group: 'Union of Letters',
    subject: 'Share what is known',
    evidence: ['Node o1 · covers a part of it · a share of 0.5 · half of it · para. 4, p. 12 · xaa-plan.o1 · [1] [2]'],
  });
  expect(sources).toEqual([
    { title: 'Gazette 7', ref: 'https://example.org/7' },
    { title: 'Gazette 8', ref: null },
  ]);
});

test('of much evidence the first five are shown with the number of the others, then what stands of the word of the state', () => {
  const lines = correctionSheet(input).parts[1]?.rows[0]?.evidence ?? [];
  expect(lines).toHaveLength(7);
  expect(lines.slice(5)).toEqual(['and 2 more', 'The State has said on 2026-01-02: correct · a measure · Page 3. · NV 7']);
});

test('where there are no prompts there is no part of them', () => {
  expect(correctionSheet({ ...input, promptedElements: [] }).parts.map(({ kind }) => kind)).toEqual(['SCOPE', 'ELEMENT', 'THREAT', 'CELL']);
});

test('the notes tell of ended plans, of attributions and of what the sheet does not say; of Kosovo where it is of it', () => {
  const { notes } = correctionSheet(input);
  expect(notes[0]).toContain('the plans that ended in the 36 months before it are read instead');
  expect(notes).toContain('Index of figures');
  expect(notes.at(-1)).toContain('No ranking of States is made.');
  const ofKosovo = correctionSheet({ ...input, record: { ...record, state: { ...record.state, key: 'XKX' } } }).notes;
  expect(ofKosovo.at(-1)).toContain('resolution 1244');
});

test('a sheet is in its language', () => {
  const { stateName, parts } = correctionSheet({ ...input, mark: { ...input.mark, language: 'FR' } });
  expect(stateName).toBe('Alande');
  expect(parts[0]?.rows[0]).toMatchObject({
    subject: 'stratégie globale contre la criminalité organisée',
    evidence: ['Plan national · 2024–2028 · xaa-plan · [1] [2]'],
  });
});

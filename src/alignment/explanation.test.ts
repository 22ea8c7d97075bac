import { describe, expect, test } from 'vitest';
import { languages } from '../i18n/languages.ts';
import { alignmentCell, type CellInput } from './cell.ts';
import { type AlignmentExplanation, explainAlignmentCell, explainElementCell, explainThreatExposure } from './explanation.ts';
import { threatExposures } from './exposure.ts';
import { cellHint } from './hints.ts';
import { alignmentStatuses, type FindingRow, type LinkRow, type StrategyRow } from './model.ts';
import { cellInput, finding, link, node, plan, read, scored, threatTree } from './test-rows.ts';

const sources: Record<number, string> = { 11: 'xaa-plan.p1.o1', 12: 'xaa-plan.p2.o1', 13: 'xaa-plan.p2.m1' };
const planTitles = new Map([
  [1, 'National Plan'],
  [2, 'Drug Strategy'],
]);
const threatLabels = new Map([
  ['cocaine', 'Cocaine'],
  ['drug-trafficking', 'Drug trafficking'],
]);

/** Explanation of the cell of a made-up state and objective 900, which carries cocaine. */
function explanationOf(
  plans: StrategyRow[],
  links: LinkRow[],
  changes: Partial<AlignmentExplanation> = {},
  input: Partial<CellInput> = {},
): AlignmentExplanation {
  const cell = { ...cellInput(plans, links), ...input };
  return {
    cell: alignmentCell(cell),
    stateName: 'Xandria',
    objectiveLabel: 'Reduce supply',
    isLapsed: false,
    planTitles,
    links: links.map(({ linkId, strategyId, nodeId, relation }) => ({ linkId, nationalKey: sources[nodeId ?? 0] ?? `plan-${strategyId}`, relation })),
    threatLabels,
    hint: { hint: 0, node: null, coverages: [] },
    hintNodeKey: null,
    ...changes,
  };
}

const english = (input: AlignmentExplanation) => explainAlignmentCell('EN', input);

const twoParts = explanationOf([plan(1)], [link(1, 1, 11, 900, 'SUBSET', { share: 0.5 }), link(2, 1, 12, 900, 'INTERSECTS')]);
const unreadPlan = explanationOf([plan(1), plan(2)], [link(1, 1, 11, 900, 'SUPERSET')]);
const nothing = link(1, 1, null, 900, 'NO_RELATION');
const statements = { notApplicable: new Set<string>(), contestedCells: new Set<string>(), contestedLinks: new Set<number>() };

/** A hint from a node that carries drug trafficking (1, broader than cocaine) and no element of two: (1 + 0) / 2. */
const hinted = (() => {
  const objective = read(node(900, 90, { threats: ['cocaine'], elements: ['prevention'] }));
  const nodes = [read(node(13, 1, { kind: 'MEASURE', threats: ['drug-trafficking'] }))];
  const hint = cellHint({ stateKey: 'XAA', plans: [plan(1)], isLapsed: false }, objective, { nodes, links: [], threats: threatTree });
  return explanationOf(
    [plan(1)],
    [link(1, 1, 11, 900, 'SUBSET', { status: 'SUGGESTED' })],
    { hint, hintNodeKey: 'xaa-plan.p2.m1' },
    { objective, hint: hint.hint },
  );
})();

describe('an alignment cell', () => {
  test('names the parts that count and shows how low and high follow', () => {
    // Low = max(0.5, 0.25); sum of the upper ends = 0.5 + 0.75.
    expect(english(twoParts)).toBe(
      '2 links count: xaa-plan.p1.o1 covers a share of 0.5 (SUBSET), xaa-plan.p2.o1 covers between 0.25 and 0.75 (INTERSECTS). Low is the largest lower end, 0.5; high is the sum of the upper ends, 1.25, capped at 1. Low is above 0 and below 0.75: partly aligned.',
    );
  });

  test('names the plan that is unread and leaves high at 1', () => {
    expect(english(unreadPlan)).toBe(
      '1 link counts: xaa-plan.p1.o1 covers a share of 1 (SUPERSET). Low is the largest lower end, 1; high is 1, because 1 plan has not been read for this objective: “Drug Strategy”. Low is at least 0.75: aligned.',
    );
  });

  test('says of nothing found that the record could be expected to hold it', () => {
    expect(english(explanationOf([plan(1)], [nothing]))).toBe(
      '1 link counts: plan-1 was read and nothing was found, a share of 0 (NO_RELATION). Low is the largest lower end, 0; high is the sum of the upper ends, 0. Every plan was read, and the record holds a plan of general scope, or plans on each threat of the objective, so that a passage could be expected: no matching passage found in this record.',
    );
  });

  test('says of nothing found in a plan on another crime that the record is narrow', () => {
    expect(english(explanationOf([plan(1, { scope: 'FIREARMS' })], [nothing]))).toContain(
      'Every plan was read, but the record holds no plan of general scope and none on “Cocaine”: not in the single-crime plans recorded.',
    );
    const objective = read(node(900, 90));
    expect(english(explanationOf([plan(1, { scope: 'FIREARMS' })], [nothing], {}, { objective }))).toContain(
      'the objective names no threat that a single-crime plan could be on: not',
    );
  });

  test('says where a hint comes from, and that it is no finding', () => {
    expect(english(hinted)).toBe(
      'No link counts, so low is 0 and high is 1. 1 link does not count (neither confirmed nor read alike by two readers: 1). No part is known to be covered so far, and not every plan has been read: not yet read. A hint of 0.5 points to xaa-plan.p2.m1: it is the mean of how far the tags of that node match those of the objective (threats 1, elements 0). A hint is a place to look, not a finding.',
    );
  });

  test('says that nothing is recorded', () => {
    expect(english(explanationOf([], []))).toBe(
      'No plan is recorded as in force on the day asked for, or as ended in the 36 months before it: no plan recorded.',
    );
  });

  test('says that a confirmed link differs', () => {
    const differs = explanationOf([plan(1)], [link(1, 1, 11, 900, 'CONTRADICTS', { status: 'CONFIRMED' })]);
    expect(english(differs)).toBe(
      '1 link counts: xaa-plan.p1.o1 differs and gives no share (CONTRADICTS). No link gives a share, so low is 0 and high is 1. A confirmed link says that a plan differs from the objective, which comes before the figures: differs.',
    );
  });

  test('begins with the plans having lapsed', () => {
    expect(english({ ...twoParts, isLapsed: true })).toMatch(
      /^No plan is recorded as in force on the day asked for; the plans that ended in the 36 months before it are read instead\. 2 links count: /,
    );
  });

  test('says which link of one node is not added', () => {
    const twice = explanationOf([plan(1)], [link(1, 1, 11, 900, 'SUBSET'), link(2, 1, 11, 900, 'INTERSECTS', { share: 0.5 })]);
    expect(english(twice)).toContain(
      '2 links count: xaa-plan.p1.o1 again (SUBSET; not added, as one node or plan counts once), xaa-plan.p1.o1 covers a share of 0.5 (INTERSECTS). Low is the largest lower end, 0.5; high is the sum of the upper ends, 0.5.',
    );
  });

  test('says that a statement or a contest comes before the figures', () => {
    const notApplicable = explanationOf([plan(1)], [nothing], {}, { statements: { ...statements, notApplicable: new Set(['XAA 900']) } });
    expect(english(notApplicable)).toMatch(
      /Xandria or the owner of the objective has stated, with a reason, that “Reduce supply” does not apply: not applicable\.$/,
    );
    const contested = explanationOf([plan(1)], [nothing], {}, { statements: { ...statements, contestedLinks: new Set([1]) } });
    expect(english(contested)).toMatch(
      /This cell, or a link that counts, is contested, and the contest is open, which comes before the figures: contested\.$/,
    );
  });
});

const measured = { depth: 3, status: 'ACCOUNTABLE', planCount: 2, nodeKey: 'xaa-plan.p2.m1', isLapsed: false } as const;

describe('an element cell', () => {
  test.each([
    [
      measured,
      'xaa-plan.p2.m1 carries the element and is a measure with a responsible body and an indicator, which gives the depth 3: a measure with a responsible body and an indicator.',
    ],
    [
      { ...measured, depth: 2, status: 'ACTIONED' } as const,
      'xaa-plan.p2.m1 carries the element and is a measure; no measure that carries it has both a responsible body and an indicator, which gives the depth 2: a measure.',
    ],
    [
      { ...measured, depth: 1, status: 'MENTIONED' } as const,
      'xaa-plan.p2.m1 carries the element, and no measure does, which gives the depth 1: mentioned.',
    ],
    [
      { ...measured, depth: 0, status: 'NOT_SEEN', nodeKey: null } as const,
      'No node of the 2 plans carries the element, which gives the depth 0, and not every plan is marked as read in full: not seen in what was read.',
    ],
    [
      { ...measured, depth: 0, status: 'ABSENT', nodeKey: null, planCount: 1 } as const,
      'No node of the one plan carries the element, which gives the depth 0, and every plan is marked as read in full: not in the plans, which were read in full.',
    ],
    [
      { ...measured, depth: null, status: 'NO_RECORD', nodeKey: null, planCount: 0 } as const,
      'No plan is recorded as in force on the day asked for, or as ended in the 36 months before it: no plan recorded.',
    ],
  ])('says why its depth is what it is: %o', (input, text) => {
    expect(explainElementCell('EN', input)).toBe(text);
  });
});

/** The exposure of XAA to drug trafficking, on 1 November 2026. */
function exposureOf(...findings: FindingRow[]) {
  return {
    threatKey: 'drug-trafficking',
    threatLabels,
    finding: threatExposures(findings, threatTree, '2026-11-01', 'ALL').of('XAA', 'drug-trafficking'),
  };
}

const onScale = exposureOf(scored('index-2021', 'XAA', 'drug-trafficking', 8.5, { dated: '2021-09-28' }));
const rated = exposureOf(finding('socta-2025', 'XAA', 'cocaine', { dated: '2025', nextEdition: '2029', likelihood: 4, impact: 5, isNamed: false }));
const named = exposureOf(finding('socta-2024', 'XAA', 'drug-trafficking'));

describe('an exposure', () => {
  test('shows the place of a score on its scale, and that the finding is old', () => {
    // (8.5 - 1) / (10 - 1) = 7.5 / 9; 28 September 2021 and 48 months is before 1 November 2026.
    expect(explainThreatExposure('EN', onScale)).toBe(
      'index-2021 (2021-09-28) gives 8.5 on a scale of 1 to 10: (8.5 - 1) / (10 - 1) = 0.833333333. It is more than 48 months old, so it is marked as out of date and still counts.',
    );
  });

  test('shows likelihood times impact, of a narrower threat where the threat has no finding itself', () => {
    expect(explainThreatExposure('EN', rated)).toBe(
      'No finding on “Drug trafficking” itself counts; the largest exposure among the threats below it is on “Cocaine”. socta-2025 (2025) gives a likelihood of 4 and an impact of 5, each from 1 to 5: 4 × 5 / 25 = 0.8. The next edition was stated for 2029, which has not passed, so the finding is not out of date.',
    );
  });

  test('says what a threat that is only named stands as', () => {
    expect(explainThreatExposure('EN', named)).toBe(
      'socta-2024 (2024) names the threat without a figure; in comparisons with a limit it stands as 0.75. It is not more than 48 months old, so it is not out of date.',
    );
  });

  test('is not assessed without a finding', () => {
    expect(explainThreatExposure('EN', exposureOf())).toBe('No finding on “Drug trafficking” counts on the day asked for: not assessed.');
  });
});

describe.each(languages)('in %s', (language) => {
  const cells: [AlignmentExplanation, string[]][] = [
    [twoParts, ['xaa-plan.p1.o1', 'xaa-plan.p2.o1', 'SUBSET', 'INTERSECTS', '0.5', '0.25', '0.75', '1.25']],
    [unreadPlan, ['xaa-plan.p1.o1', 'SUPERSET', 'Drug Strategy', '0.75']],
    [explanationOf([plan(1)], [nothing]), ['plan-1', 'NO_RELATION', '0']],
    [hinted, ['xaa-plan.p2.m1', '0.5']],
    [explanationOf([], []), ['36']],
  ];

  test('every key and figure of a cell stands as it is', () => {
    for (const [input, wanted] of cells) {
      const text = explainAlignmentCell(language, input);
      expect(wanted.filter((it) => !text.includes(it))).toEqual([]);
    }
  });

  test('every status has a reason', () => {
    const texts = alignmentStatuses.map((status) => explainAlignmentCell(language, { ...twoParts, cell: { ...twoParts.cell, status } }));
    expect(new Set(texts).size).toBe(alignmentStatuses.length);
  });

  test('every figure of an element and of an exposure stands as it is', () => {
    expect(explainElementCell(language, measured)).toMatch(/xaa-plan\.p2\.m1.*3/);
    expect(explainThreatExposure(language, onScale)).toMatch(/index-2021.*2021-09-28.*8\.5.*1.*10.*\(8\.5 - 1\) \/ \(10 - 1\) = 0\.833333333.*48/);
    expect(explainThreatExposure(language, rated)).toMatch(/socta-2025.*2025.*4 × 5 \/ 25 = 0\.8.*2029/);
    expect(explainThreatExposure(language, named)).toMatch(/socta-2024.*2024.*0\.75/);
  });
});

test('in Arabic a key and a formula are isolated from the sentence around them', () => {
  expect(explainAlignmentCell('AR', twoParts)).toContain('\u2066xaa-plan.p1.o1\u2069');
  expect(explainThreatExposure('AR', onScale)).toContain('\u2066(8.5 - 1) / (10 - 1) = 0.833333333\u2069');
});

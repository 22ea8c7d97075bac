import { expect, test } from 'vitest';
import { needStages } from './model.ts';
import { followUpDue, isOpen, matchesAt, mayBringTo, stagesAfter, standingAt } from './stages.ts';
import { matchRow, needRow, stepRow } from './test-rows.ts';

test('stages follow each other as the method names them, and a state can take its need back at any time', () => {
  const way = ['CONFIRMED', 'SCOPED', 'FUNDED', 'IN_DELIVERY', 'COMPLETED'] as const;
  for (const [index, stage] of way.entries()) if (way[index + 1]) expect(stagesAfter[stage]).toContain(way[index + 1]);
  for (const stage of needStages) expect(stagesAfter[stage].includes('WITHDRAWN')).toBe(stage !== 'WITHDRAWN');
  // Nobody confirms or follows up by merely moving.
  for (const stage of needStages)
    expect(stagesAfter[stage].some((next) => next === 'CONFIRMED' || next === 'FOLLOWED_UP' || next === 'EXPRESSED')).toBe(false);
});

test('the Secretariat funds and delivers, the state scopes and withdraws, and moves alone what nobody else knows of', () => {
  expect(needStages.filter((stage) => mayBringTo('SECRETARIAT', stage, 'PUBLIC'))).toEqual(['SCOPED', 'FUNDED', 'IN_DELIVERY', 'COMPLETED']);
  expect(needStages.filter((stage) => mayBringTo('STATE', stage, 'WORKING_GROUP'))).toEqual(['SCOPED', 'WITHDRAWN']);
  expect(mayBringTo('STATE', 'FUNDED', 'PRIVATE')).toBe(true);
});

test('a need stands where its last step up to the day brought it; before the first it is not there', () => {
  const need = needRow('a');
  expect(standingAt(need, '2025-12-31')).toBeNull();
  expect(standingAt(need, '2026-01-01')?.stage).toBe('EXPRESSED');
  expect(standingAt(need, '2026-01-02')?.stage).toBe('CONFIRMED');
});

test('UNMET, PARTLY_MET from the day an activity is accepted, MET only when the state says so', () => {
  expect(standingAt(needRow('a', { matches: [matchRow('PROPOSED', null), matchRow('DECLINED', '2026-01-04')] }), '2026-02-01')?.status).toBe('UNMET');
  const accepted = needRow('a', { matches: [matchRow('ACCEPTED', '2026-01-10')] });
  expect(standingAt(accepted, '2026-01-09')?.status).toBe('UNMET');
  expect(standingAt(accepted, '2026-01-10')?.status).toBe('PARTLY_MET');
  const steps = [...needRow('a').steps, stepRow('COMPLETED', '2026-03-01')];
  expect(standingAt({ ...accepted, steps }, '2026-03-01')?.status).toBe('PARTLY_MET');
  expect(standingAt({ ...accepted, steps: [...steps, stepRow('COMPLETED', '2026-03-02', { isMet: true })] }, '2026-03-02')?.status).toBe('MET');
});

test('a follow-up is due one year after completion, whatever is said in between, and overdue the day after', () => {
  const steps = [...needRow('a').steps, stepRow('COMPLETED', '2026-03-01'), stepRow('COMPLETED', '2026-05-01', { isMet: true })];
  const need = needRow('a', { steps });
  expect(standingAt(need, '2027-03-01')).toMatchObject({ followUpDueOn: '2027-03-01', dueOn: '2027-03-01', isOverdue: false });
  expect(standingAt(need, '2027-03-02')).toMatchObject({ isOverdue: true });
  const followed = needRow('a', { steps: [...steps, stepRow('FOLLOWED_UP', '2027-04-01')] });
  expect(standingAt(followed, '2028-01-01')).toMatchObject({ stage: 'FOLLOWED_UP', followUpDueOn: '2027-03-01', dueOn: null, isOverdue: false });
  expect(followUpDue('2028-02-29')).toBe('2029-02-28');
});

test('a stage is overdue past the day it was due, and what was taken back never is', () => {
  const due = needRow('a', { steps: [stepRow('CONFIRMED', '2026-01-01', { dueOn: '2026-02-01' })] });
  expect(standingAt(due, '2026-02-01')?.isOverdue).toBe(false);
  expect(standingAt(due, '2026-02-02')?.isOverdue).toBe(true);
  const back = needRow('a', { steps: [...due.steps, stepRow('WITHDRAWN', '2026-01-05', { dueOn: '2026-02-01' })] });
  expect(standingAt(back, '2026-06-01')).toMatchObject({ dueOn: null, isOverdue: false });
});

test('a prompt has no stage, and nothing is due', () => {
  expect(standingAt(needRow('p', { origin: 'DERIVED', steps: [] }), '2026-01-01')).toEqual({
    stage: null,
    status: 'UNMET',
    dueOn: null,
    isOverdue: false,
    followUpDueOn: null,
  });
});

test('assistance can serve what is confirmed or under way, and not what is over or met', () => {
  const standing = { status: 'UNMET', dueOn: null, isOverdue: false, followUpDueOn: null } as const;
  expect(needStages.filter((stage) => isOpen({ ...standing, stage }))).toEqual(['EXPRESSED', 'CONFIRMED', 'SCOPED', 'FUNDED', 'IN_DELIVERY']);
  expect(isOpen({ ...standing, stage: 'SCOPED', status: 'MET' })).toBe(false);
});

test('a match is there from the day it was proposed, and decided from the day the state decided', () => {
  const accepted = { ...matchRow('ACCEPTED', '2026-01-10'), decisionReason: 'We have the schools.' };
  expect(matchesAt([accepted], '2026-01-02')).toEqual([]);
  expect(matchesAt([accepted], '2026-01-09')).toEqual([{ ...accepted, status: 'PROPOSED', decidedOn: null, decisionReason: null }]);
  expect(matchesAt([accepted], '2026-01-10')).toEqual([accepted]);
});

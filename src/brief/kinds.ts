// Para 3: who has an overarching strategy and action plan, who has strategies on single crimes, and who shares practice.

import { scopeInstruments } from '../alignment/method.ts';
import type { StrategyScope } from '../strategies/model.ts';
import { strategyScopes } from '../strategies/model.ts';
import { type StateAnswer, stateFigure } from './figures.ts';
import type { BriefRows, Entry, Figure, Section } from './model.ts';

/** Strategies on a particular form of crime (para 13); the others are overarching or related plans. */
export const crimeSpecificScopes: readonly StrategyScope[] = ['TRAFFICKING_IN_PERSONS', 'SMUGGLING_OF_MIGRANTS', 'FIREARMS', 'DRUGS', 'OTHER_CRIME'];

/** What is recorded of one kind of strategy in a state. **Source**: method 5 (without what follows on IN_FORCE and NOT_RECORDED). */
export type KindIndex = {
  inForce: (stateKey: string, scope: StrategyScope) => number[];
  isRecorded: (stateKey: string, scope: StrategyScope) => boolean;
};

/** Strategies in force by state and kind, and whether any that was not withdrawn is recorded. **Source**: method 5. */
export function kindIndex({ strategies, standingOf }: Pick<BriefRows, 'strategies' | 'standingOf'>): KindIndex {
  const inForce = new Map<string, number[]>();
  const recorded = new Set<string>();
  for (const strategy of strategies) {
    const { phase } = standingOf(strategy);
    if (strategy.stateKey === null || phase === 'WITHDRAWN') continue;
    const place = `${strategy.stateKey} ${strategy.scope}`;
    recorded.add(place);
    if (phase === 'IN_FORCE') inForce.set(place, [...(inForce.get(place) ?? []), strategy.strategyId]);
  }
  return {
    inForce: (stateKey, scope) => inForce.get(`${stateKey} ${scope}`) ?? [],
    isRecorded: (stateKey, scope) => recorded.has(`${stateKey} ${scope}`),
  };
}

/** Figures and lists of para 3. A state of which nothing of a kind is recorded is unknown, not without. **Source**: method 5; source paper paras 3, 12-14. */
export function para3(rows: BriefRows): Section {
  const index = kindIndex(rows);
  return {
    key: 'para3',
    title: { message: 'brief.para3' },
    figures: [
      ofKind(rows, index, 'OVERARCHING'),
      actionPlans(rows, index),
      ...crimeSpecificScopes.map((scope) => ofKind(rows, index, scope)),
      ofAnyCrime(rows, index),
      ...strategyScopes.filter((scope) => scope !== 'OVERARCHING' && !crimeSpecificScopes.includes(scope)).map((scope) => ofKind(rows, index, scope)),
      ...(['TRAFFICKING_IN_PERSONS', 'SMUGGLING_OF_MIGRANTS', 'FIREARMS'] as const).map((scope) => ofParties(rows, index, scope)),
      advice(rows),
      practice(rows),
    ],
    lists: [{ key: 'notInForce', title: { message: 'brief.para3.notInForce' }, entries: notInForce(rows) }],
  };
}

const strategyEntries = (stateKey: string, ids: readonly number[]): Entry[] =>
  ids.map((strategyId) => ({ thing: { kind: 'STRATEGY', strategyId }, stateKey }));

function kindAnswer({ inForce, isRecorded }: KindIndex, stateKey: string, scope: StrategyScope): StateAnswer {
  if (inForce(stateKey, scope).length > 0) return 'YES';
  return isRecorded(stateKey, scope) ? 'NO' : 'UNKNOWN';
}

function ofKind({ stateKeys }: BriefRows, index: KindIndex, scope: StrategyScope): Figure {
  const label = { message: 'brief.inForce', values: { kind: { message: `strategyScope.${scope}` } } } as const;
  const entries = stateKeys.flatMap((stateKey) => strategyEntries(stateKey, index.inForce(stateKey, scope)));
  return stateFigure(`para3.${scope}`, label, stateKeys, (stateKey) => kindAnswer(index, stateKey, scope), entries);
}

/** Of the states with an overarching strategy in force: it holds measures, which is what makes an action plan. Not seen and not read whole: unknown. */
function actionPlans({ stateKeys, strategies, planNodes }: BriefRows, index: KindIndex): Figure {
  const withMeasures = new Set(planNodes.filter(({ row }) => row.kind === 'MEASURE').map(({ row }) => row.strategyId));
  const fullyRead = new Set(strategies.filter((it) => it.isFullyRead).map((it) => it.strategyId));
  const plansOf = (stateKey: string) => index.inForce(stateKey, 'OVERARCHING');
  const answerOf = (stateKey: string): StateAnswer => {
    const plans = plansOf(stateKey);
    if (plans.length === 0) return 'LEFT_OUT';
    if (plans.some((id) => withMeasures.has(id))) return 'YES';
    return plans.every((id) => fullyRead.has(id)) ? 'NO' : 'UNKNOWN';
  };
  const entries = stateKeys.flatMap((stateKey) =>
    strategyEntries(
      stateKey,
      plansOf(stateKey).filter((id) => withMeasures.has(id)),
    ),
  );
  return stateFigure('para3.actionPlan', { message: 'brief.para3.actionPlan' }, stateKeys, answerOf, entries);
}

/** At least one strategy on a single crime is in force. */
function ofAnyCrime({ stateKeys }: BriefRows, index: KindIndex): Figure {
  const answerOf = (stateKey: string): StateAnswer => {
    const answers = crimeSpecificScopes.map((scope) => kindAnswer(index, stateKey, scope));
    return answers.find((it) => it === 'YES') ?? answers.find((it) => it === 'UNKNOWN') ?? 'NO';
  };
  const entries = stateKeys.flatMap((stateKey) => crimeSpecificScopes.flatMap((scope) => strategyEntries(stateKey, index.inForce(stateKey, scope))));
  return stateFigure('para3.crimeSpecific', { message: 'brief.para3.crimeSpecific' }, stateKeys, answerOf, entries);
}

/** Of the parties to a Protocol: a strategy on its subject is in force. Whether a state is party is told in the label's denominator alone. **Source**: method 5. */
function ofParties(
  { stateKeys, party }: BriefRows,
  index: KindIndex,
  scope: 'TRAFFICKING_IN_PERSONS' | 'SMUGGLING_OF_MIGRANTS' | 'FIREARMS',
): Figure {
  const instrument = scopeInstruments[scope] ?? '';
  const isParty = (stateKey: string) => party(stateKey, instrument) === true;
  const label = {
    message: 'brief.para3.parties',
    values: { instrument: { message: `instrument.${instrument as 'tip' | 'som' | 'firearms'}` } },
  } as const;
  const entries = stateKeys.filter(isParty).flatMap((stateKey) => strategyEntries(stateKey, index.inForce(stateKey, scope)));
  const answerOf = (stateKey: string) => (isParty(stateKey) ? kindAnswer(index, stateKey, scope) : 'LEFT_OUT');
  return stateFigure(`para3.parties.${scope}`, label, stateKeys, answerOf, entries);
}

/** Agreement is given here, so a state that gave none is known not to have. */
function advice({ stateKeys, adviceStateKeys }: BriefRows): Figure {
  return stateFigure('para3.advice', { message: 'brief.para3.advice' }, stateKeys, (stateKey) => (adviceStateKeys.has(stateKey) ? 'YES' : 'NO'));
}

/** Of the states with a strategy recorded: an effect or an evaluation of it is recorded. None recorded is unknown: there may be one. */
function practice({ stateKeys, strategies, effects, evaluations }: BriefRows): Figure {
  const ownerOf = new Map(strategies.flatMap(({ strategyId, stateKey }) => (stateKey === null ? [] : [[strategyId, stateKey] as const])));
  const owners = new Set(ownerOf.values());
  const told = [
    ...effects.map(({ key, strategyId }) => ({ kind: 'EFFECT' as const, key, strategyId })),
    ...evaluations.map(({ key, strategyId }) => ({ kind: 'EVALUATION' as const, key, strategyId })),
  ].flatMap(({ kind, key, strategyId }) => {
    const stateKey = ownerOf.get(strategyId);
    return stateKey === undefined ? [] : [{ thing: { kind, key }, stateKey }];
  });
  const sharing = new Set(told.map(({ stateKey }) => stateKey));
  const answerOf = (stateKey: string): StateAnswer => (sharing.has(stateKey) ? 'YES' : owners.has(stateKey) ? 'UNKNOWN' : 'LEFT_OUT');
  return stateFigure('para3.practice', { message: 'brief.para3.practice' }, stateKeys, answerOf, told);
}

/** Strategies of the states that are adopted and not begun, ended, or drafts. */
function notInForce({ stateKeys, strategies, standingOf }: BriefRows): Entry[] {
  const byState = Map.groupBy(strategies, (it) => it.stateKey);
  return stateKeys.flatMap((stateKey) =>
    (byState.get(stateKey) ?? []).flatMap((strategy): Entry[] => {
      const { phase } = standingOf(strategy);
      if (phase === 'IN_FORCE' || phase === 'WITHDRAWN') return [];
      return [{ thing: { kind: 'STRATEGY', strategyId: strategy.strategyId }, stateKey, note: { message: `coverageStatus.${phase}` } }];
    }),
  );
}

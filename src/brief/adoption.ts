// Para 5: who has an overarching strategy, by region and year of adoption; and what effects of any strategy are recorded, on three axes.
import { type PartialDate, yearOf } from '../core/dates.ts';
import { type EffectAxis, effectAxes, effectDirections } from '../monitoring/model.ts';
import { stateFigure, thingFigure } from './figures.ts';
import { kindIndex } from './kinds.ts';
import { adoptionDate, type BriefRows, type Entry, type Figure, type Section, type Words } from './model.ts';

/** Regions as the M49 standard names them; "none" of states without one. */
export const regions = ['Africa', 'Americas', 'Asia', 'Europe', 'Oceania', 'none'] as const;
type Region = (typeof regions)[number];

const regionWords = (region: Region): Words => ({ message: `region.${region}` });

/** Figures and lists of para 5. **Source**: method 5; source paper paras 5 and 12. */
export function para5(rows: BriefRows): Section {
  return {
    key: 'para5',
    title: { message: 'brief.para5' },
    figures: [...overarchingFigures(rows), ...effectAxes.flatMap((axis) => effectFigures(rows, axis))],
    lists: [{ key: 'adoptionBoard', title: { message: 'brief.para5.board' }, entries: adoptionBoard(rows) }],
  };
}

/** Of all the states, then of those of each region that is present. */
function overarchingFigures(rows: BriefRows): Figure[] {
  const index = kindIndex(rows);
  const byRegion = Map.groupBy(rows.stateKeys, (stateKey) => regionOf(rows, stateKey));
  const figure = (key: string, label: Words, stateKeys: readonly string[]) =>
    stateFigure(
      key,
      label,
      stateKeys,
      (stateKey) => (index.inForce(stateKey, 'OVERARCHING').length > 0 ? 'YES' : index.isRecorded(stateKey, 'OVERARCHING') ? 'NO' : 'UNKNOWN'),
      stateKeys.flatMap((stateKey) =>
        index.inForce(stateKey, 'OVERARCHING').map((strategyId): Entry => ({ thing: { kind: 'STRATEGY', strategyId }, stateKey })),
      ),
    );
  return [
    figure('para5.overarching', { message: 'brief.inForce', values: { kind: { message: 'strategyScope.OVERARCHING' } } }, rows.stateKeys),
    ...regions.flatMap((region) => {
      const stateKeys = byRegion.get(region);
      return stateKeys
        ? [figure(`para5.region.${region}`, { message: 'brief.para5.region', values: { region: regionWords(region) } }, stateKeys)]
        : [];
    }),
  ];
}

const regionOf = ({ regionOf: of }: BriefRows, stateKey: string): Region => regions.find((region) => region === of.get(stateKey)) ?? 'none';

/** Every adopted overarching strategy of the states, ended ones included, by region and year of adoption; those without a known year last. */
function adoptionBoard(rows: BriefRows): Entry[] {
  const places = new Map(rows.stateKeys.map((stateKey, index) => [stateKey, index]));
  const adopted = rows.strategies.flatMap((strategy) => {
    const { stateKey } = strategy;
    const place = places.get(stateKey ?? '');
    if (stateKey === null || place === undefined || strategy.scope !== 'OVERARCHING' || strategy.status !== 'ADOPTED') return [];
    const { phase } = rows.standingOf(strategy);
    return [{ strategy, stateKey, place, phase, region: regionOf(rows, stateKey), year: yearNumber(adoptionDate(strategy)) }];
  });
  adopted.sort((a, b) => regions.indexOf(a.region) - regions.indexOf(b.region) || (a.year ?? 9999) - (b.year ?? 9999) || a.place - b.place);
  return adopted.flatMap(({ strategy, stateKey, region, year, phase }): Entry[] => {
    if (phase === 'DRAFT' || phase === 'WITHDRAWN') return [];
    const group: Words[] = [
      regionWords(region),
      year === null ? { message: 'brief.yearUnknown' } : { message: 'brief.year', values: { year: String(year) } },
    ];
    return [{ thing: { kind: 'STRATEGY', strategyId: strategy.strategyId }, stateKey, group, note: { message: `coverageStatus.${phase}` } }];
  });
}

const yearNumber = (date: PartialDate | null): number | null => (date === null ? null : yearOf(date));

/** States of whose strategies an effect on the axis is recorded; then how many effects are good, bad or mixed, those of regional strategies included. */
function effectFigures({ stateKeys, strategies, effects }: BriefRows, axis: EffectAxis): Figure[] {
  const ownerOf = new Map(strategies.map(({ strategyId, stateKey }) => [strategyId, stateKey]));
  const owners = new Set(ownerOf.values());
  const onAxis = effects.filter((effect) => effect.axis === axis);
  const entryOf = (effect: (typeof onAxis)[number]): Entry => {
    const stateKey = ownerOf.get(effect.strategyId) ?? null;
    return {
      thing: { kind: 'EFFECT', key: effect.key },
      ...(stateKey !== null && { stateKey }),
      note: { message: `effectDirection.${effect.direction}` },
    };
  };
  const told = new Set(onAxis.map((effect) => ownerOf.get(effect.strategyId) ?? null));
  const axisWords: Words = { message: `effectAxis.${axis}` };
  const states = stateFigure(
    `para5.effects.${axis}`,
    { message: 'brief.para5.effects', values: { axis: axisWords } },
    stateKeys,
    (stateKey) => (told.has(stateKey) ? 'YES' : owners.has(stateKey) ? 'UNKNOWN' : 'LEFT_OUT'),
    onAxis.map(entryOf),
  );
  const byDirection = effectDirections.map((direction) => {
    const found = onAxis.filter((effect) => effect.direction === direction);
    return thingFigure(
      `para5.effects.${axis}.${direction}`,
      { message: 'brief.para5.direction', values: { axis: axisWords, direction: { message: `effectDirection.${direction}` } } },
      'EFFECTS',
      { value: found.length, of: onAxis.length },
      { entries: found.map(entryOf) },
    );
  });
  return [states, ...byDirection];
}

// Para 7: how old assessments and evaluations are, how regularly they come, and what is overdue. Three things look different: dated,
// recorded without a date (unknown), and nothing recorded.
import { lastDay } from '../core/dates.ts';
import { assessmentDue, dueStatus, evaluationDue, type Rhythm, rhythmOf } from '../monitoring/calendar.ts';
import type { Evaluation, OfficialAssessment } from '../monitoring/model.ts';
import { meanFigure, type StateAnswer, stateFigure, thingFigure } from './figures.ts';
import type { BriefRows, Entry, Figure, Section, Words } from './model.ts';

type Dated = OfficialAssessment | Evaluation;
/** What is recorded of each state that is asked about, and how it stands at asOf. */
type Own<T> = Map<string, { things: readonly T[]; rhythm: Rhythm<T> }>;

/** Figures and lists of para 7. **Source**: method 4 (48 months, stated next edition); source paper paras 7 and 15. */
export function para7(rows: BriefRows): Section {
  const { stateKeys, strategies, assessments, evaluations, asOf } = rows;
  const assessed: Own<OfficialAssessment> = new Map(
    stateKeys.map((stateKey) => {
      const things = assessments.filter((it) => it.level === 'NATIONAL' && it.stateKey === stateKey);
      return [stateKey, { things, rhythm: rhythmOf(things, asOf) }];
    }),
  );
  const ownerOf = new Map(strategies.map(({ strategyId, stateKey }) => [strategyId, stateKey]));
  const owners = new Set(ownerOf.values());
  const evaluated: Own<Evaluation> = new Map(
    stateKeys
      .filter((it) => owners.has(it))
      .map((stateKey) => {
        const things = evaluations.filter((it) => ownerOf.get(it.strategyId) === stateKey);
        return [stateKey, { things, rhythm: rhythmOf(things, asOf) }];
      }),
  );
  return {
    key: 'para7',
    title: { message: 'brief.para7' },
    figures: [
      ...ofRhythm(rows, 'assessment', assessed),
      stateFigure(
        'para7.assessment.overdue',
        { message: 'brief.para7.assessment.overdue' },
        stateKeys,
        (stateKey) => dueAnswer(assessed.get(stateKey)?.rhythm.newest ?? null, asOf, assessmentDue),
        newestEntries(assessed, (it) => dueStatus(assessmentDue(it).dueOn, asOf) === 'OVERDUE'),
      ),
      stateFigure(
        'para7.assessment.nextStated',
        { message: 'brief.para7.assessment.nextStated' },
        stateKeys,
        (stateKey) => {
          const newest = assessed.get(stateKey)?.rhythm.newest;
          return newest ? (newest.nextEdition === null ? 'NO' : 'YES') : 'LEFT_OUT';
        },
        newestEntries(assessed, (it) => it.nextEdition !== null),
      ),
      found(rows),
      regional(rows),
      ...ofRhythm(rows, 'evaluation', evaluated),
      stateFigure(
        'para7.evaluation.overdue',
        { message: 'brief.para7.evaluation.overdue' },
        stateKeys,
        (stateKey) => dueAnswer(evaluated.get(stateKey)?.rhythm.newest ?? null, asOf, evaluationDue),
        newestEntries(evaluated, (it) => dueStatus(evaluationDue(it).dueOn, asOf) === 'OVERDUE'),
      ),
      ending(rows),
    ],
    lists: [],
  };
}

/** Of what is recorded with a date: is it overdue? Unknown where no day follows from anything stated. */
function dueAnswer<T>(newest: T | null, asOf: string, dueOf: (thing: T) => { dueOn: string | null }): StateAnswer {
  if (newest === null) return 'LEFT_OUT';
  const status = dueStatus(dueOf(newest).dueOn, asOf);
  return status === 'OVERDUE' ? 'YES' : status === 'UNKNOWN' ? 'UNKNOWN' : 'NO';
}

/** The four figures that assessments and evaluations have alike: dated, recorded without a date, nothing recorded, more than one; then the means. */
function ofRhythm<T extends Dated>({ stateKeys }: BriefRows, what: 'assessment' | 'evaluation', own: Own<T>): Figure[] {
  const rhythm = (stateKey: string) => own.get(stateKey)?.rhythm;
  const among = (stateKey: string, answer: (of: { things: readonly T[]; rhythm: Rhythm<T> }) => StateAnswer): StateAnswer => {
    const it = own.get(stateKey);
    return it ? answer(it) : 'LEFT_OUT';
  };
  const label = (key: 'dated' | 'undated' | 'neverRecorded' | 'repeated' | 'meanAge' | 'meanInterval'): Words => ({
    message: `brief.para7.${what}.${key}`,
  });
  const means = (figure: (it: Rhythm<T>) => number | null) =>
    new Map(
      stateKeys.flatMap((stateKey) => {
        const it = rhythm(stateKey);
        const value = it ? figure(it) : null;
        return value === null ? [] : [[stateKey, value] as const];
      }),
    );
  return [
    stateFigure(
      `para7.${what}.dated`,
      label('dated'),
      stateKeys,
      (stateKey) => among(stateKey, (it) => (it.rhythm.newest ? 'YES' : 'UNKNOWN')),
      newestEntries(own, () => true),
    ),
    stateFigure(
      `para7.${what}.undated`,
      label('undated'),
      stateKeys,
      (stateKey) => among(stateKey, (it) => (it.rhythm.newest === null && it.things.length > 0 ? 'YES' : 'NO')),
      [...own].flatMap(([stateKey, { things, rhythm: it }]) => (it.newest ? [] : things.map((thing) => entryOf(thing, stateKey)))),
    ),
    stateFigure(`para7.${what}.neverRecorded`, label('neverRecorded'), stateKeys, (stateKey) =>
      among(stateKey, (it) => (it.things.length === 0 ? 'YES' : 'NO')),
    ),
    stateFigure(
      `para7.${what}.repeated`,
      label('repeated'),
      stateKeys,
      (stateKey) => among(stateKey, (it) => (it.rhythm.newest === null ? 'LEFT_OUT' : it.rhythm.intervalsMonths.length > 0 ? 'YES' : 'NO')),
      [...own].flatMap(([stateKey, { things, rhythm: it }]) =>
        it.intervalsMonths.length > 0 ? things.map((thing) => entryOf(thing, stateKey)) : [],
      ),
    ),
    meanFigure(
      `para7.${what}.meanAge`,
      label('meanAge'),
      'MEAN_MONTHS',
      means((it) => it.ageMonths),
    ),
    meanFigure(
      `para7.${what}.meanInterval`,
      label('meanInterval'),
      'MEAN_MONTHS',
      means(({ intervalsMonths }) =>
        intervalsMonths.length === 0 ? null : intervalsMonths.reduce((sum, months) => sum + months, 0) / intervalsMonths.length,
      ),
    ),
  ];
}

function entryOf(thing: Dated, stateKey: string, ageMonths: number | null = null): Entry {
  const about = 'level' in thing ? ({ kind: 'ASSESSMENT', key: thing.key } as const) : ({ kind: 'EVALUATION', key: thing.key } as const);
  return { thing: about, stateKey, ...(ageMonths !== null && { note: { message: 'brief.age', values: { months: ageMonths } } }) };
}

function newestEntries<T extends Dated>(own: Own<T>, isTold: (thing: T) => boolean): Entry[] {
  return [...own].flatMap(([stateKey, { rhythm: it }]) => (it.newest && isTold(it.newest) ? [entryOf(it.newest, stateKey, it.ageMonths)] : []));
}

/** States on which an official assessment, their own or another's, has findings. */
function found({ stateKeys, assessments, asOf }: BriefRows): Figure {
  const dated = assessments.filter((it) => rhythmOf([it], asOf).newest !== null);
  const states = new Set(dated.flatMap((it) => it.foundStateKeys));
  const entries = dated
    .filter((it) => it.foundStateKeys.some((key) => stateKeys.includes(key)))
    .map((it): Entry => ({ thing: { kind: 'ASSESSMENT', key: it.key } }));
  return stateFigure(
    'para7.findings',
    { message: 'brief.para7.findings' },
    stateKeys,
    (stateKey) => (states.has(stateKey) ? 'YES' : 'UNKNOWN'),
    entries,
  );
}

/** Organizations covered by a regional or global assessment whose next edition is not overdue, of all that are asked about. */
function regional({ organizationKeys, assessments, asOf }: BriefRows): Figure {
  const newest = organizationKeys.map((organizationKey) => {
    const covering = assessments.filter((it) => it.level !== 'NATIONAL' && it.organizationKeys.includes(organizationKey));
    return { rhythm: rhythmOf(covering, asOf) };
  });
  const known = newest.flatMap(({ rhythm }) => (rhythm.newest ? [{ thing: rhythm.newest, ageMonths: rhythm.ageMonths ?? 0 }] : []));
  const current = known.filter(({ thing }) => dueStatus(assessmentDue(thing).dueOn, asOf) !== 'OVERDUE');
  const entries = [...new Map(known.map((it) => [it.thing.key, it])).values()].map(
    ({ thing, ageMonths }): Entry => ({
      thing: { kind: 'ASSESSMENT', key: thing.key },
      note: { message: 'brief.age', values: { months: ageMonths } },
    }),
  );
  const count = { value: current.length, of: newest.length, unknown: newest.length - known.length };
  return thingFigure('para7.regional', { message: 'brief.para7.regional' }, 'ORGANIZATIONS', count, { entries });
}

/** Of the states with a strategy in force: one of them ends within 12 months. Unknown where none does and some state no end. */
function ending({ stateKeys, strategies, standingOf, asOf }: BriefRows): Figure {
  const byState = Map.groupBy(
    strategies.filter((it) => standingOf(it).phase === 'IN_FORCE'),
    (it) => it.stateKey,
  );
  const endsSoon = (validTo: string | null) => validTo !== null && dueStatus(lastDay(validTo), asOf) === 'DUE';
  const answerOf = (stateKey: string): StateAnswer => {
    const own = byState.get(stateKey) ?? [];
    if (own.length === 0) return 'LEFT_OUT';
    if (own.some((it) => endsSoon(it.validTo))) return 'YES';
    return own.some((it) => it.validTo === null) ? 'UNKNOWN' : 'NO';
  };
  const entries = stateKeys.flatMap((stateKey) =>
    (byState.get(stateKey) ?? [])
      .filter((it) => endsSoon(it.validTo))
      .map(({ strategyId }): Entry => ({ thing: { kind: 'STRATEGY', strategyId }, stateKey })),
  );
  return stateFigure('para7.ending', { message: 'brief.para7.ending' }, stateKeys, answerOf, entries);
}

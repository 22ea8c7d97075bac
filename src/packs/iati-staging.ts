// Why an activity of IATI waits for a person before it enters the register, reason by reason. Pure.
import { type Day, lastDay } from '../core/dates.ts';
import type { StagedReason } from '../store/json.ts';
import type { IatiActivity } from './iati-model.ts';
import { type IatiKnown, periodOf, type RegisterReading, registerKey, registerReading } from './iati-register.ts';
import type { Standing } from './iati-relations.ts';

/** What the register already has of an activity. PUBLISHED: others read it, or a person put it there; it is never written over. */
export type RecordedActivity = {
  standing: 'STAGED' | 'PUBLISHED' | 'DISCARDED';
  /** Of what was read of it last; null where it came another way. */
  digest: string | null;
  lastUpdated: string | null;
  /** It was discarded once, and entered again since a file said something else of it. */
  isBack: boolean;
};

export type StagingKnown = IatiKnown & {
  /** Activities that are in the register, or were once, by their ids. */
  recorded: ReadonlyMap<string, RecordedActivity>;
  /** Activities that one in the register says are the same, by their ids, and which says so. */
  named: ReadonlyMap<string, string>;
  /** The day to tell by what has ended. */
  asOf: Day;
};

/** Names that a detail lists. */
const namesMax = 20;

/** All reasons, of how it stands to others of the import and of the activity itself. None: nothing speaks against it. */
export function stagingReasons(
  activity: IatiActivity,
  known: StagingKnown,
  standing: Standing = { kind: 'OWN' },
  reading = registerReading(activity, known),
): StagedReason[] {
  const ofStanding = standingReasons(standing);
  // That it is the same as another is told once.
  return [...ofStanding, ...ownReasons(activity, known, reading).filter(({ code }) => !ofStanding.some((it) => it.code === code))];
}

function standingReasons(standing: Standing): StagedReason[] {
  switch (standing.kind) {
    case 'OWN':
      return [];
    case 'DUPLICATE':
    case 'SAME_AS':
      return [{ code: standing.kind, detail: standing.of }];
    case 'CHILD_OF': {
      const counted = {
        true: 'its budgets are in those of the parent',
        false: 'the parent has no budget in its currencies',
        null: 'the parent is not in this import',
      };
      return [{ code: 'CHILD_OF', detail: `${standing.of}: ${counted[`${standing.counted}`]}` }];
    }
  }
}

function ownReasons(activity: IatiActivity, known: StagingKnown, reading: RegisterReading): StagedReason[] {
  const { concepts, unknownRecipients } = reading;
  const key = registerKey(activity.identifier);
  const period = periodOf(activity);
  const ended = endOf(activity, period.end, known.asOf);
  const { recipients: areUnclear, sectors: areSectorsUnclear } = activity.areSharesUnclear;
  const isReversed = period.end === null && (activity.dates.actualEnd ?? activity.dates.plannedEnd) !== null;
  const doubt = budgetDoubt(activity, reading);
  const unclear = [
    ...(areUnclear ? ['recipients'] : []),
    ...(areSectorsUnclear ? ['sectors'] : []),
    ...reading.dividedRegions.map((code) => `region ${code}, which is several regions here`),
  ];
  const found: (StagedReason | false)[] = [
    sameReason(activity, key, known),
    key !== null && recordedReason(key, known, reading),
    key === null && { code: 'NO_KEY', detail: activity.identifier },
    activity.reporter.isSecondary && { code: 'SECONDARY_REPORT', detail: null },
    activity.recipients.length === 0 && { code: 'NO_RECIPIENT', detail: null },
    unknownRecipients.length > 0 && { code: 'UNKNOWN_RECIPIENT', detail: unknownRecipients.slice(0, namesMax).join('; ') },
    concepts.length === 0 && { code: 'NO_THEME', detail: sectorsOf(activity) },
    period.start === null && period.end === null && !isReversed && { code: 'NO_DATES', detail: null },
    isReversed && { code: 'PERIOD_UNCLEAR', detail: `begins ${period.start}, ends ${activity.dates.actualEnd ?? activity.dates.plannedEnd}` },
    activity.status === 'CANCELLED' && { code: 'CANCELLED', detail: null },
    activity.status !== 'CANCELLED' && ended !== null && { code: 'ENDED', detail: ended },
    unclear.length > 0 && { code: 'PERCENTAGES_UNCLEAR', detail: unclear.join(', ') },
    doubt !== null && { code: 'BUDGET_UNCLEAR', detail: doubt },
  ];
  return found.filter((reason) => reason !== false);
}

/** It says that one in the register is the same, or one there says so of it. */
function sameReason({ related }: IatiActivity, key: string | null, { recorded, named }: StagingKnown): StagedReason | false {
  const whereIs = (other: string | null | undefined) => {
    const standing = recorded.get(other ?? '')?.standing;
    return standing === 'PUBLISHED' ? 'which is in the register' : standing === 'STAGED' ? 'which is staged' : null;
  };
  const same = related.find((it) => it.kind === 'THIRD_PARTY' && whereIs(registerKey(it.identifier)) !== null);
  if (same !== undefined) return { code: 'SAME_AS', detail: `${same.identifier}, ${whereIs(registerKey(same.identifier))}` };
  const namer = named.get(key ?? '');
  return whereIs(namer) !== null && { code: 'SAME_AS', detail: `${namer}, ${whereIs(namer)}` };
}

const saysOther = 'it says something else now';

/** It is in the register in a way that an import does not write over, or was taken out of it. */
function recordedReason(key: string, { recorded }: StagingKnown, { digest }: RegisterReading): StagedReason | false {
  const found = recorded.get(key);
  if (found === undefined) return false;
  if (found.standing === 'STAGED') return found.isBack && { code: 'DISCARDED', detail: saysOther };
  if (found.standing === 'DISCARDED') return { code: 'DISCARDED', detail: found.digest === digest ? 'it says what it said then' : saysOther };
  const told = found.digest === null ? '' : found.digest === digest ? ', as this file has it' : ', where it says something else';
  return { code: 'IN_REGISTER', detail: `${key}${told}` };
}

/** Since when it has ended, or its status; null while it goes on, or where nothing is said. */
function endOf({ status }: IatiActivity, end: string | null, asOf: Day): string | null {
  if (end !== null && lastDay(end) < asOf) return end;
  return status === 'CLOSED' ? 'status: closed' : null;
}

/** The sectors that it gives, none of which is a concept here. */
function sectorsOf({ sectors }: IatiActivity): string | null {
  const names = [
    ...new Set(
      sectors.map(({ vocabulary, code }) => (vocabulary === '1' || vocabulary === '2' ? `DAC ${code}` : `${code} of vocabulary ${vocabulary}`)),
    ),
  ];
  return names.length === 0 ? null : names.slice(0, namesMax).join(', ');
}

function budgetDoubt({ budgets }: IatiActivity, { budgetDoubts }: RegisterReading): string | null {
  const currencies = [...new Set(budgets.map(({ currency }) => currency))];
  const doubts = [...(currencies.length > 1 ? [`in ${currencies.slice(0, 10).join(', ')}`] : []), ...budgetDoubts];
  return doubts.length === 0 ? null : doubts.slice(0, namesMax).join('; ');
}

/**
 * What becomes of an activity with these reasons.
 * - STAGED: it enters the register unpublished, or takes the place of what was read of it before.
 * - OLDER: what was read before is newer, and stays.
 * - TOLD: it is in the register or another stands for it, it was discarded, or it has no id: it is only told.
 */
export type Fate = 'STAGED' | 'OLDER' | 'TOLD';

const toldOnly: readonly StagedReason['code'][] = ['DUPLICATE', 'IN_REGISTER', 'NO_KEY'];

export function fateOf(
  { lastUpdated }: Pick<IatiActivity, 'lastUpdated'>,
  reasons: readonly StagedReason[],
  reading: RegisterReading,
  known: StagingKnown,
): Fate {
  const codes = reasons.map(({ code }) => code);
  const found = known.recorded.get(reading.value?.key ?? '');
  if (codes.some((code) => toldOnly.includes(code))) return 'TOLD';
  if (found?.standing === 'DISCARDED' && found.digest === reading.digest) return 'TOLD';
  // One that was staged before another turned out to be the same is for a person to discard.
  if (codes.includes('SAME_AS') && found?.standing !== 'STAGED') return 'TOLD';
  return lastUpdated !== null && found?.lastUpdated != null && lastUpdated < found.lastUpdated ? 'OLDER' : 'STAGED';
}

// Why an activity of IATI waits for a person before it enters the register, reason by reason. Pure.
import { type Day, lastDay } from '../core/dates.ts';
import { doOverlap } from './iati-checks.ts';
import type { IatiActivity } from './iati-model.ts';
import { budgetOf, type IatiKnown, periodOf, registerKey, registerReading } from './iati-register.ts';
import type { Standing } from './iati-relations.ts';

/** In the order in which a person looks at them. */
export const stagedReasonCodes = [
  'DUPLICATE',
  'SAME_AS',
  'CHILD_OF',
  'IN_REGISTER',
  'NO_KEY',
  'SECONDARY_REPORT',
  'NO_RECIPIENT',
  'UNKNOWN_RECIPIENT',
  'NO_THEME',
  'NO_DATES',
  'PERIOD_UNCLEAR',
  'ENDED',
  'CANCELLED',
  'PERCENTAGES_UNCLEAR',
  'BUDGET_UNCLEAR',
] as const;
export type StagedReasonCode = (typeof stagedReasonCodes)[number];

/** `detail` is what of the file the reason is about; null where there is no more to say. */
export type StagedReason = { code: StagedReasonCode; detail: string | null };

export type StagingKnown = IatiKnown & {
  /** Ids of the activities that are in the register. */
  register: ReadonlySet<string>;
  /** The day to tell by what has ended. */
  asOf: Day;
};

/** Names that a detail lists. */
const namesMax = 20;

/** All reasons, of the activity itself and of how it stands to others of the import. None: nothing speaks against it. */
export function stagingReasons(activity: IatiActivity, known: StagingKnown, standing: Standing = { kind: 'OWN' }): StagedReason[] {
  return [...standingReasons(standing), ...ownReasons(activity, known)];
}

export function standingReasons(standing: Standing): StagedReason[] {
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

export function ownReasons(activity: IatiActivity, known: StagingKnown): StagedReason[] {
  const { concepts, unknownRecipients } = registerReading(activity, known);
  const key = registerKey(activity.identifier);
  const period = periodOf(activity);
  const ended = endOf(activity, period.end, known.asOf);
  const { recipients: areUnclear, sectors: areSectorsUnclear } = activity.areSharesUnclear;
  const same = activity.related.find(({ kind, identifier }) => kind === 'THIRD_PARTY' && known.register.has(registerKey(identifier) ?? ''));
  const isReversed = period.end === null && (activity.dates.actualEnd ?? activity.dates.plannedEnd) !== null;
  const doubt = budgetDoubt(activity);
  const unclear = [...(areUnclear ? ['recipients'] : []), ...(areSectorsUnclear ? ['sectors'] : [])];
  const found: (StagedReason | false)[] = [
    same !== undefined && { code: 'SAME_AS', detail: `${same.identifier}, which is in the register` },
    key !== null && known.register.has(key) && { code: 'IN_REGISTER', detail: key },
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

function budgetDoubt({ budgets }: IatiActivity): string | null {
  const currencies = [...new Set(budgets.map(({ currency }) => currency))];
  if (currencies.length > 1) return `in ${currencies.slice(0, 10).join(', ')}`;
  if (doOverlap(budgets)) return 'periods overlap';
  return budgets.length > 0 && budgetOf(budgets) === null ? 'the sum is below zero or too large' : null;
}

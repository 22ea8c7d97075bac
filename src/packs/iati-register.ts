// From an IATI activity to what the register of activities holds. Pure.
import { createHash } from 'node:crypto';
import { firstDay, lastDay } from '../core/dates.ts';
import { titleLengthMax } from '../core/texts.ts';
import { doOverlap } from './iati-checks.ts';
import {
  addAmounts,
  budgetsByYear,
  type IatiActivity,
  type IatiBudget,
  type IatiOrganization,
  type IatiRecipient,
  type Narrative,
  type OrganizationRole,
} from './iati-model.ts';
import { regionsOf } from './iati-regions.ts';

/** What is recorded here that an activity may name. */
export type IatiKnown = {
  /** States by the two letters of ISO 3166-1. */
  states: ReadonlyMap<string, string>;
  regions: ReadonlySet<string>;
  /** DAC sectors that are recorded, each with its concept, such as threat:corruption, or null where none fits. */
  sectors: ReadonlyMap<string, string | null>;
};

/** An activity as the register holds it. */
export type RegisterActivity = {
  key: string;
  identifier: string;
  title: string;
  reportingOrg: string;
  status: IatiActivity['status'];
  start: string | null;
  end: string | null;
  note: string;
  parties: { role: 'PROVIDER' | 'FUNDER'; name: string; reference: string | null }[];
  /** States by their codes, and regions by their keys. Percentages as stated: 0 to 100, null where none is. */
  recipients: { place: string; percentage: number | null }[];
  /** DAC sectors that are recorded here. */
  sectors: string[];
  /** `year` null: no budget of this currency has a date. */
  budgets: { currency: string; year: number | null; amount: number }[];
};

export type RegisterReading = {
  /** Null where no id can be made of the identifier. */
  value: RegisterActivity | null;
  /** SHA-256 of the value: equal where two readings say the same. */
  digest: string | null;
  /** Concepts of its sectors, such as threat:corruption, once each. */
  concepts: string[];
  /** Recipients, as the file names them, that are no state or region here. */
  unknownRecipients: string[];
  /** Codes of regions that are several regions here, so that their shares are not taken over. */
  dividedRegions: string[];
  /** Why amounts of a currency are not taken over. */
  budgetDoubts: string[];
};

/**
 * What the register is given of an activity. Providers are the implementing bodies, else the extending ones, else the reporter; funders
 * the funding ones, or unknown. Actual dates come before planned ones. Budgets are by currency and the year in which they begin; those of a
 * currency in which two overlap are unknown. They are never taken from commitments, and never converted.
 */
export function registerReading(activity: IatiActivity, known: IatiKnown): RegisterReading {
  const { recipients, ...places } = placesOf(activity.recipients, known);
  const sectors = [
    ...new Set(activity.sectors.flatMap(({ vocabulary, code }) => (['1', '2'].includes(vocabulary) && known.sectors.has(code) ? [code] : []))),
  ];
  const concepts = [...new Set(sectors.flatMap((code) => known.sectors.get(code) ?? []))];
  const { budgets, doubts: budgetDoubts } = budgetsOf(activity.budgets);
  const rest = { ...places, concepts, budgetDoubts };
  const key = registerKey(activity.identifier);
  if (key === null) return { ...rest, value: null, digest: null };
  const value: RegisterActivity = {
    key,
    identifier: activity.identifier,
    title: cut(inEnglish(activity.title) ?? activity.identifier, titleLengthMax),
    reportingOrg: nameOf(activity.reporter),
    status: activity.status,
    ...periodOf(activity),
    note: `IATI ${activity.identifier}, reported by ${nameOf(activity.reporter)}`,
    parties: [
      ...(partiesOf(activity, 'PROVIDER', ['IMPLEMENTING', 'EXTENDING']) ?? [partyOf('PROVIDER', activity.reporter)]),
      ...(partiesOf(activity, 'FUNDER', ['FUNDING']) ?? []),
    ],
    recipients,
    sectors,
    budgets,
  };
  return { ...rest, value, digest: createHash('sha256').update(JSON.stringify(value)).digest('hex') };
}

/**
 * The id in the register: "iati-" and the identifier, every character an id may not have written as its number, so that two identifiers never
 * make one id. Null where that is longer than an id may be.
 */
export function registerKey(identifier: string): string | null {
  const written = identifier.replace(/[^A-Za-z0-9]/g, (character, at: number) => {
    const isBetween = /[A-Za-z0-9]/.test(identifier[at - 1] ?? '') && /[A-Za-z0-9]/.test(identifier[at + 1] ?? '');
    const isPlain = isBetween && (character === '-' || character === '.' || (character === '_' && identifier[at + 1] !== 'x'));
    return isPlain ? character : `_x${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
  const key = written.startsWith('_') ? `iati${written}` : `iati-${written}`;
  return key.length <= 200 ? key : null;
}

/** When it begins and ends: what happened before what was planned. An end before the begin is unknown. */
export function periodOf({ dates }: IatiActivity): { start: string | null; end: string | null } {
  const start = dates.actualStart ?? dates.plannedStart;
  const end = dates.actualEnd ?? dates.plannedEnd;
  return { start, end: start !== null && end !== null && firstDay(start) > lastDay(end) ? null : end };
}

/** Amounts by currency and year, and why those of a currency are left out: they cannot be added up. */
function budgetsOf(all: readonly IatiBudget[]): { budgets: RegisterActivity['budgets']; doubts: string[] } {
  const [budgets, doubts]: [RegisterActivity['budgets'], string[]] = [[], []];
  for (const [currency, ofOne] of Map.groupBy(all, (budget) => budget.currency)) {
    const amount = ofOne.reduce((sum, budget) => addAmounts(sum, budget.amount), 0);
    if (doOverlap(ofOne)) doubts.push(`${currency}: periods overlap, so no amount is taken over`);
    else if (amount < 0 || amount > 1e15) doubts.push(`${currency}: the sum is below zero or too large, so it is not taken over`);
    else {
      const byYear = budgetsByYear(ofOne);
      budgets.push(...(byYear.length > 0 ? byYear : [{ currency, year: null, amount }]));
    }
  }
  return { budgets, doubts };
}

/** States come before regions; what single transactions name counts where the activity names nobody. */
function placesOf(
  all: readonly IatiRecipient[],
  { states, regions }: IatiKnown,
): Pick<RegisterActivity, 'recipients'> & Pick<RegisterReading, 'unknownRecipients' | 'dividedRegions'> {
  const ofActivity = all.filter(({ level }) => level === 'ACTIVITY');
  const recipients = new Map<string, { vocabulary: string | null; percentage: number | null }>();
  const [unknown, divided] = [new Set<string>(), new Set<string>()];
  for (const it of ofActivity.length > 0 ? ofActivity : all) {
    const found = it.kind === 'COUNTRY' ? [states.get(it.code) ?? ''] : regionsOf(it.vocabulary, it.code);
    const here = found.filter((key) => key !== '' && (it.kind === 'COUNTRY' || regions.has(key)));
    const percentage = found.length === 1 ? it.percentage : null;
    for (const key of here) {
      const other = recipients.get(key);
      if (other === undefined) recipients.set(key, { vocabulary: it.vocabulary, percentage });
      // Two codes of one list for one region of ours are parts of it; another list says the same again.
      else if (other.vocabulary === it.vocabulary) other.percentage = shareOfBoth(other.percentage, percentage);
    }
    if (here.length > 0 && found.length > 1 && it.percentage !== null) divided.add(it.code);
    if (here.length === 0) unknown.add(it.name === null ? `${it.kind === 'COUNTRY' ? 'country' : 'region'} ${it.code}` : `${it.name} (${it.code})`);
  }
  return {
    recipients: [...recipients].map(([place, { percentage }]) => ({ place, percentage })),
    unknownRecipients: [...unknown],
    dividedRegions: [...divided],
  };
}

function shareOfBoth(a: number | null, b: number | null): number | null {
  return a === null || b === null || a + b > 100 ? null : addAmounts(a, b);
}

/** The bodies in the first of these roles that has some, each name once. */
function partiesOf({ participants }: IatiActivity, role: 'PROVIDER' | 'FUNDER', of: readonly OrganizationRole[]): RegisterActivity['parties'] | null {
  for (const one of of) {
    const parties = participants.filter((it) => it.role === one).map((it) => partyOf(role, it));
    if (parties.length > 0) return [...new Map(parties.toReversed().map((it) => [it.name, it])).values()].toReversed();
  }
  return null;
}

function partyOf(role: 'PROVIDER' | 'FUNDER', organization: IatiOrganization): RegisterActivity['parties'][number] {
  return { role, name: nameOf(organization), reference: organization.ref };
}

function nameOf({ name, ref }: IatiOrganization): string {
  return inEnglish(name) ?? ref ?? '';
}

/** English where it is given, else what comes first. */
export function inEnglish(narratives: readonly Narrative[]): string | null {
  const english = narratives.find(({ language }) => language === 'en' || (language ?? '').startsWith('en-'));
  return (english ?? narratives[0])?.text ?? null;
}

function cut(text: string, lengthMax: number): string {
  return text.length <= lengthMax ? text : `${text.slice(0, lengthMax - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

// From an IATI activity to what the register of activities holds. Pure.
import { firstDay, lastDay } from '../core/dates.ts';
import { textLengthMax, titleLengthMax } from '../core/texts.ts';
import { doOverlap } from './iati-checks.ts';
import {
  addAmounts,
  type IatiActivity,
  type IatiBudget,
  type IatiOrganization,
  type IatiRecipient,
  type Narrative,
  type OrganizationRole,
} from './iati-model.ts';
import { regionsOf } from './iati-regions.ts';
import type { RowValues } from './row-formats.ts';

/** What is recorded here that an activity may name. */
export type IatiKnown = {
  /** States by the two letters of ISO 3166-1. */
  states: ReadonlyMap<string, string>;
  regions: ReadonlySet<string>;
  /** DAC sectors that are recorded, each with its concept, such as threat:corruption, or null where none fits. */
  sectors: ReadonlyMap<string, string | null>;
};

export type RegisterReading = {
  /** A row of the register; null where no id can be made of the identifier. */
  value: RowValues['activity'] | null;
  /** Concepts of its sectors, such as threat:corruption, once each. */
  concepts: string[];
  /** Recipients, as the file names them, that are no state or region here. */
  unknownRecipients: string[];
};

/**
 * The row of an activity. Providers are the implementing bodies, else the extending ones, else the reporter; funders the funding ones, or
 * unknown. Actual dates come before planned ones. The budget is the sum of the budgets where all are in one currency and no two
 * overlap, else unknown: it is never taken from commitments, and never converted.
 */
export function registerReading(activity: IatiActivity, known: IatiKnown): RegisterReading {
  const { recipients, unknownRecipients } = placesOf(activity.recipients, known);
  const dac = [
    ...new Set(activity.sectors.flatMap(({ vocabulary, code }) => (['1', '2'].includes(vocabulary) && known.sectors.has(code) ? [code] : []))),
  ];
  const concepts = [...new Set(dac.flatMap((code) => known.sectors.get(code) ?? []))];
  const id = registerKey(activity.identifier);
  if (id === null) return { value: null, concepts, unknownRecipients };
  const budget = budgetOf(activity.budgets);
  const value = {
    id,
    name: cut(inEnglish(activity.title) ?? activity.identifier, titleLengthMax),
    provider: namesOf(activity, ['IMPLEMENTING', 'EXTENDING']) ?? nameOf(activity.reporter),
    funder: namesOf(activity, ['FUNDING']),
    recipients,
    themes: [],
    ...periodOf(activity),
    budget: budget?.amount ?? null,
    currency: budget?.currency ?? null,
    dac_sectors: dac,
    source_url: null,
    verification: 'as reported in IATI',
    note: `IATI ${activity.identifier}, reported by ${nameOf(activity.reporter)}`,
  };
  return { value, concepts, unknownRecipients };
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

/** The sum of budgets; null where there are none, or none that can be added up. */
export function budgetOf(budgets: readonly IatiBudget[]): { amount: number; currency: string } | null {
  const [first] = budgets;
  if (first === undefined || budgets.some(({ currency }) => currency !== first.currency) || doOverlap(budgets)) return null;
  const amount = budgets.reduce((sum, budget) => addAmounts(sum, budget.amount), 0);
  return amount < 0 || amount > 1e15 ? null : { amount, currency: first.currency };
}

/** States come before regions; what single transactions name counts where the activity names nobody. */
function placesOf(all: readonly IatiRecipient[], { states, regions }: IatiKnown): { recipients: string[]; unknownRecipients: string[] } {
  const ofActivity = all.filter(({ level }) => level === 'ACTIVITY');
  const recipients = new Set<string>();
  const unknownRecipients = new Set<string>();
  for (const it of ofActivity.length > 0 ? ofActivity : all) {
    const found = it.kind === 'COUNTRY' ? [states.get(it.code) ?? ''] : regionsOf(it.vocabulary, it.code);
    const here = found.filter((key) => key !== '' && (it.kind === 'COUNTRY' || regions.has(key)));
    for (const key of here) recipients.add(key);
    if (here.length === 0)
      unknownRecipients.add(it.name === null ? `${it.kind === 'COUNTRY' ? 'country' : 'region'} ${it.code}` : `${it.name} (${it.code})`);
  }
  return { recipients: [...recipients], unknownRecipients: [...unknownRecipients] };
}

/** Names of the bodies in the first of these roles that has some. */
function namesOf({ participants }: IatiActivity, roles: readonly OrganizationRole[]): string | null {
  for (const role of roles) {
    const names = [...new Set(participants.filter((it) => it.role === role).map(nameOf))];
    if (names.length > 0) return cut(names.join('; '), textLengthMax);
  }
  return null;
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

// The code lists of IATI that are read, with the words of version 1 that files still have; and how single values are written. Pure.
import { type PartialDate, parsePartialDate } from '../core/dates.ts';
import type { ActivityStatus, DescriptionKind, IatiActivity, OrganizationRole, RelationKind, TransactionKind } from './iati-model.ts';

export const roles = codeList<OrganizationRole>({
  1: 'FUNDING',
  2: 'ACCOUNTABLE',
  3: 'EXTENDING',
  4: 'IMPLEMENTING',
  funding: 'FUNDING',
  accountable: 'ACCOUNTABLE',
  extending: 'EXTENDING',
  implementing: 'IMPLEMENTING',
});

export const statuses = codeList<ActivityStatus>({
  1: 'PIPELINE',
  2: 'IMPLEMENTATION',
  3: 'FINALISATION',
  4: 'CLOSED',
  5: 'CANCELLED',
  6: 'SUSPENDED',
});

export const dateKinds = codeList<keyof IatiActivity['dates']>({
  1: 'plannedStart',
  2: 'actualStart',
  3: 'plannedEnd',
  4: 'actualEnd',
  'start-planned': 'plannedStart',
  'start-actual': 'actualStart',
  'end-planned': 'plannedEnd',
  'end-actual': 'actualEnd',
});

export const descriptionKinds = codeList<DescriptionKind>({ 1: 'GENERAL', 2: 'OBJECTIVES', 3: 'TARGET_GROUPS', 4: 'OTHER' });

export const relationKinds = codeList<RelationKind>({ 1: 'PARENT', 2: 'CHILD', 3: 'SIBLING', 4: 'CO_FUNDED', 5: 'THIRD_PARTY' });

/** Other kinds of transactions, such as incoming funds or interest, say nothing of what the activity spends. */
export const transactionKinds = codeList<TransactionKind>({
  2: 'COMMITMENT',
  3: 'DISBURSEMENT',
  4: 'EXPENDITURE',
  c: 'COMMITMENT',
  d: 'DISBURSEMENT',
  e: 'EXPENDITURE',
});

function codeList<T>(entries: Readonly<Record<string, T>>): ReadonlyMap<string, T> {
  return new Map(Object.entries(entries));
}

/** The vocabulary of a sector: where none is given, three digits are the shorter of the two DAC lists. */
export function sectorVocabulary(given: string | null, code: string): string {
  if (given === null) return /^\d{3}$/.test(code) ? '2' : '1';
  return { dac: '1', 'dac-5': '1', 'dac-3': '2' }[given.toLowerCase()] ?? given;
}

/** A date with or without a time or a zone: the day as it is written, in no other zone. */
export function dateOf(written: string): PartialDate | null {
  const [, date = ''] = /^(\d{4}(?:-\d{2}(?:-\d{2})?)?)(?:[T ].*|Z|[+-]\d{2}:?\d{2})?$/.exec(written) ?? [];
  return parsePartialDate(date);
}

/** A point in time in UTC; where no zone is written it is taken to be UTC. */
export function instantOf(written: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?(?:Z|[+-]\d{2}:\d{2})?$/.test(written)) return null;
  const hasZone = /(?:Z|T.*[+-]\d{2}:\d{2})$/.test(written);
  const time = Date.parse(
    hasZone || written.length <= 10 ? written : `${written.slice(0, 10)}${written.includes('T') ? `${written.slice(10)}Z` : ''}`,
  );
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}

/** A sum of money: digits with a dot before decimals. A comma could stand for either, so it is not read. */
export function amountOf(written: string): number | null {
  const number = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,2})?$/.test(written) ? Number(written) : Number.NaN;
  return Math.abs(number) <= 1e15 ? number : null;
}

/** A share from 0 to 100, with or without its sign. */
export function percentageOf(written: string): number | null {
  const number = /^\d{1,3}(?:\.\d+)?\s?%?$/.test(written) ? Number.parseFloat(written) : Number.NaN;
  return number >= 0 && number <= 100 ? number : null;
}

/** The tag of a language in small letters; null where it is none. */
export function languageOf(written: string | null): string | null {
  const tag = (written ?? '').trim().toLowerCase();
  return /^[a-z]{2,3}(?:-[a-z0-9]{1,8}){0,3}$/.test(tag) ? tag : null;
}

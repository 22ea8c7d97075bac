// What is read of an IATI activity, as plain values. Pure.
import type { PartialDate } from '../core/dates.ts';

/** A text in one language: a BCP 47 tag in small letters, or null where the file does not say. */
export type Narrative = { language: string | null; text: string };

/** A body as the file names it. `ref` is its identifier; `type` a code of IATI's OrganisationType, such as 10 (government). */
export type IatiOrganization = { ref: string | null; type: string | null; name: Narrative[] };

export type OrganizationRole = 'FUNDING' | 'ACCOUNTABLE' | 'EXTENDING' | 'IMPLEMENTING';
export type ActivityStatus = 'PIPELINE' | 'IMPLEMENTATION' | 'FINALISATION' | 'CLOSED' | 'CANCELLED' | 'SUSPENDED';
export type DescriptionKind = 'GENERAL' | 'OBJECTIVES' | 'TARGET_GROUPS' | 'OTHER';
export type RelationKind = 'PARENT' | 'CHILD' | 'SIBLING' | 'CO_FUNDED' | 'THIRD_PARTY';
export type TransactionKind = 'COMMITMENT' | 'DISBURSEMENT' | 'EXPENDITURE';

/** Of the whole activity, or of single transactions of it, which give no share. */
export type Level = 'ACTIVITY' | 'TRANSACTION';

/** Whom it is for. A country has the two letters of ISO 3166-1, a region the code of its vocabulary: 1 DAC, 2 UN M49, 99 the reporter's own. */
export type IatiRecipient = {
  kind: 'COUNTRY' | 'REGION';
  code: string;
  vocabulary: string | null;
  name: string | null;
  /** 0 to 100; null where none is given. */
  percentage: number | null;
  level: Level;
};

/** What it is about. `vocabulary` 1 is DAC with five digits, 2 DAC with three; `percentage` adds up to 100 in each vocabulary. */
export type IatiSector = { vocabulary: string; code: string; name: string | null; percentage: number | null; level: Level };

/** A budget of a period. A revised one has taken the place of the original of the same period. */
export type IatiBudget = {
  from: PartialDate | null;
  to: PartialDate | null;
  valueDate: PartialDate | null;
  currency: string;
  amount: number;
  isRevised: boolean;
};

/** A sum of one currency in one calendar year. Currencies are never converted. */
export type YearAmount = { currency: string; year: number; amount: number };

/** The sum of the transactions of a kind, and how many they were. */
export type IatiTransactions = YearAmount & { kind: TransactionKind; count: number };

export type IatiActivity = {
  identifier: string;
  /** `isSecondary`: it reports what others do. */
  reporter: IatiOrganization & { isSecondary: boolean };
  title: Narrative[];
  descriptions: (Narrative & { kind: DescriptionKind })[];
  participants: (IatiOrganization & { role: OrganizationRole })[];
  status: ActivityStatus | null;
  dates: { plannedStart: PartialDate | null; actualStart: PartialDate | null; plannedEnd: PartialDate | null; actualEnd: PartialDate | null };
  recipients: IatiRecipient[];
  sectors: IatiSector[];
  /** Shares that are given and do not add up to 100, or only for some. */
  areSharesUnclear: { recipients: boolean; sectors: boolean };
  budgets: IatiBudget[];
  transactions: IatiTransactions[];
  related: { kind: RelationKind; identifier: string }[];
  /** Level in the reporter's own tree, 1 at the top. */
  hierarchy: number;
  defaultCurrency: string | null;
  /** In UTC. */
  lastUpdated: string | null;
  /** What is counted only: planned disbursements, and transactions of other kinds, such as incoming funds. */
  notRead: { plannedDisbursements: number; otherTransactions: number };
};

/** Items of one list of an activity that are kept. */
export const listMax = 1000;
/** Characters of an identifier or a code. */
export const identifierMax = 150;

/** A sum of money, to the hundredth. */
export function addAmounts(a: number, b: number): number {
  return Math.round((a + b) * 100) / 100;
}

/**
 * Budgets by currency and the year in which their period begins (else of their value date): a period over two years is not divided, since
 * the file does not say how. Those without any date are left out.
 */
export function budgetsByYear(budgets: readonly IatiBudget[]): YearAmount[] {
  const sums = new Map<string, YearAmount>();
  for (const { from, to, valueDate, currency, amount } of budgets) {
    const date = from ?? valueDate ?? to;
    if (date !== null) addToYear(sums, currency, date, amount);
  }
  return [...sums.values()].sort((a, b) => (a.currency === b.currency ? a.year - b.year : a.currency < b.currency ? -1 : 1));
}

function addToYear(sums: Map<string, YearAmount>, currency: string, date: PartialDate, amount: number): void {
  const year = Number(date.slice(0, 4));
  const key = `${currency} ${year}`;
  sums.set(key, { currency, year, amount: addAmounts(sums.get(key)?.amount ?? 0, amount) });
}

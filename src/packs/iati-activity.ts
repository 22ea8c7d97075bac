// One IATI activity, put together from its elements as they come, in whatever order. Pure.

import { textLengthMax } from '../core/texts.ts';
import { plain } from '../i18n/words.ts';
import { areSharesUnclear, inForce } from './iati-checks.ts';
import { dateKinds, descriptionKinds, instantOf, languageOf, relationKinds, roles, statuses, transactionKinds } from './iati-codes.ts';
import { addAmounts, type IatiActivity, type IatiBudget, type IatiTransactions, identifierMax, type Level, listMax } from './iati-model.ts';
import {
  budgetOf,
  childOf,
  codeOf,
  currencyIn,
  dateIn,
  moneyOf,
  narrativesOf,
  organizationOf,
  type Reading,
  recipientOf,
  sectorOf,
  wordOf,
  type XmlElement,
} from './iati-parts.ts';
import type { Problem } from './model.ts';
import { quote } from './problems.ts';
import type { XmlAttributes } from './xml-reader.ts';

/** What was read of an activity: null, with problems, where it lacks what no activity can be without. */
export type ActivityRead = { activity: IatiActivity | null; problems: Problem[]; warnings: Problem[] };

/** Warnings of one activity that are listed. */
const warningsMax = 20;

type Draft = Omit<IatiActivity, 'budgets' | 'transactions' | 'areSharesUnclear'>;

/** Begins an activity. `add` takes the elements right below it, `finish` gives what they make together. */
export function openActivity(file: string, line: number, attributes: XmlAttributes) {
  const warnings: Problem[] = [];
  let warningsMore = 0;
  const warn = (at: number, message: string) => {
    if (warnings.length < warningsMax) warnings.push({ file, line: at, message: plain(message) });
    else warningsMore++;
  };
  const draft = emptyDraft(attributes);
  const reading: Reading = { warn, language: languageOf(attributes['xml:lang'] ?? null), currency: draft.defaultCurrency };
  const budgets: IatiBudget[] = [];
  const transactions = new Map<string, IatiTransactions>();
  const seen = new Set<string>();
  const full = new Set<string>();

  /** Adds to a list that no file can make endless. */
  function push<T>(list: T[], item: T, { name, line: at }: XmlElement): void {
    if (list.length < listMax) list.push(item);
    else if (!full.has(name)) {
      full.add(name);
      warn(at, `more than ${listMax} elements <${name}>: the others are left out.`);
    }
  }

  /** Adds a recipient or a sector once. Transactions repeat theirs, which is no mistake. */
  function pushOnce<T extends { vocabulary: string | null; code: string; level: Level }>(list: T[], item: T | null, element: XmlElement): void {
    if (item === null) return;
    const key = JSON.stringify([element.name, item.level, item.vocabulary, item.code]);
    if (seen.has(key)) {
      if (item.level === 'ACTIVITY') warn(element.line, `<${element.name}> ${quote(item.code)} is given twice: the first is kept.`);
      return;
    }
    if (list.length < listMax) seen.add(key);
    push(list, item, element);
  }

  function addTransaction(element: XmlElement): void {
    for (const child of element.children) {
      if (child.name === 'sector') pushOnce(draft.sectors, sectorOf(child, 'TRANSACTION', reading), child);
      else if (child.name.startsWith('recipient-')) pushOnce(draft.recipients, recipientOf(child, 'TRANSACTION', reading), child);
    }
    const kind = transactionKinds.get((childOf(element, 'transaction-type')?.attributes.code ?? '').trim().toLowerCase());
    if (kind === undefined) {
      draft.notRead.otherTransactions++;
      return;
    }
    const money = moneyOf(element, reading);
    if (money === null) return;
    const date = dateIn(childOf(element, 'transaction-date'), reading) ?? money.valueDate;
    if (date === null) {
      warn(element.line, '<transaction> has no date: left out.');
      return;
    }
    const year = Number(date.slice(0, 4));
    const key = `${kind} ${money.currency} ${year}`;
    const sum = transactions.get(key) ?? { kind, currency: money.currency, year, amount: 0, count: 0 };
    if (transactions.size >= listMax && sum.count === 0)
      warn(element.line, `<transaction> is in more than ${listMax} years and currencies: left out.`);
    else transactions.set(key, { ...sum, amount: addAmounts(sum.amount, money.amount), count: sum.count + 1 });
  }

  const adders: ReadonlyMap<string, (element: XmlElement) => void> = new Map<string, (element: XmlElement) => void>([
    [
      'iati-identifier',
      ({ text }) => {
        if (draft.identifier === '') draft.identifier = text.normalize('NFC').replace(/\s+/g, ' ').trim();
      },
    ],
    [
      'reporting-org',
      (element) => {
        const isSecondary = ['1', 'true'].includes(codeOf(element, 'secondary-reporter') ?? '');
        draft.reporter = { ...organizationOf(element, reading), isSecondary };
      },
    ],
    [
      'title',
      (element) => {
        if (draft.title.length === 0) draft.title = narrativesOf(element, textLengthMax, reading);
      },
    ],
    [
      'description',
      (element) => {
        const kind = descriptionKinds.get(codeOf(element, 'type') ?? '1') ?? 'OTHER';
        for (const narrative of narrativesOf(element, textLengthMax, reading)) push(draft.descriptions, { kind, ...narrative }, element);
      },
    ],
    [
      'participating-org',
      (element) => {
        const organization = organizationOf(element, reading);
        const role = wordOf(roles, element, 'role', reading);
        if (organization.ref === null && organization.name.length === 0)
          warn(element.line, '<participating-org> has neither ref nor name: left out.');
        else if (role !== null) push(draft.participants, { role, ...organization }, element);
      },
    ],
    [
      'activity-status',
      (element) => {
        draft.status ??= wordOf(statuses, element, 'code', reading);
      },
    ],
    [
      'activity-date',
      (element) => {
        const [kind, date] = [wordOf(dateKinds, element, 'type', reading), dateIn(element, reading)];
        if (kind !== null) draft.dates[kind] ??= date;
      },
    ],
    ['recipient-country', (element) => pushOnce(draft.recipients, recipientOf(element, 'ACTIVITY', reading), element)],
    ['recipient-region', (element) => pushOnce(draft.recipients, recipientOf(element, 'ACTIVITY', reading), element)],
    ['sector', (element) => pushOnce(draft.sectors, sectorOf(element, 'ACTIVITY', reading), element)],
    [
      'budget',
      (element) => {
        const budget = budgetOf(element, reading);
        if (budget !== null) push(budgets, budget, element);
      },
    ],
    [
      'planned-disbursement',
      () => {
        draft.notRead.plannedDisbursements++;
      },
    ],
    ['transaction', addTransaction],
    [
      'related-activity',
      (element) => {
        const [kind, identifier] = [wordOf(relationKinds, element, 'type', reading), codeOf(element, 'ref')];
        if (kind !== null && identifier !== null) push(draft.related, { kind, identifier }, element);
      },
    ],
  ]);

  function finish(): ActivityRead {
    const unclear = { recipients: areSharesUnclear(draft.recipients), sectors: areSharesUnclear(draft.sectors) };
    if (unclear.recipients) warn(line, 'the percentages of its countries and regions do not add up to 100.');
    if (unclear.sectors) warn(line, 'the percentages of its sectors do not add up to 100.');
    if (warningsMore > 0) warnings.push({ file, line, message: plain(`${warningsMore} more warnings of this activity are not listed.`) });
    const lack = lackOf(draft);
    if (lack !== null) return { activity: null, problems: [{ file, line, message: plain(lack) }], warnings };
    const activity = { ...draft, areSharesUnclear: unclear, budgets: inForce(budgets), transactions: [...transactions.values()] };
    return { activity, problems: [], warnings };
  }

  return { add: (element: XmlElement) => adders.get(element.name)?.(element), finish };
}

function emptyDraft(attributes: XmlAttributes): Draft {
  return {
    identifier: '',
    reporter: { ref: null, type: null, name: [], isSecondary: false },
    title: [],
    descriptions: [],
    participants: [],
    status: null,
    dates: { plannedStart: null, actualStart: null, plannedEnd: null, actualEnd: null },
    recipients: [],
    sectors: [],
    related: [],
    hierarchy: /^[1-9]\d?$/.test(attributes.hierarchy ?? '') ? Number(attributes.hierarchy) : 1,
    defaultCurrency: currencyIn(attributes['default-currency']),
    lastUpdated: instantOf((attributes['last-updated-datetime'] ?? '').trim()),
    notRead: { plannedDisbursements: 0, otherTransactions: 0 },
  };
}

/** Why an activity cannot be kept at all, or null. */
function lackOf({ identifier, reporter, title }: Draft): string | null {
  const name = identifier === '' ? 'an activity' : `the activity ${quote(identifier)}`;
  const lacks = [
    ...(identifier === '' ? ['<iati-identifier>'] : []),
    ...(title.length === 0 ? ['<title>'] : []),
    ...(reporter.ref === null && reporter.name.length === 0 ? ['<reporting-org>'] : []),
  ];
  if (lacks.length > 0) return `${name} has no ${lacks.join(' and no ')} and was left out. Add ${lacks.length > 1 ? 'them' : 'it'}.`;
  if (identifier.length <= identifierMax) return null;
  return `${name} has an identifier of more than ${identifierMax} characters and was left out. Shorten it.`;
}

// What an activity says twice or not whole: shares that do not add up, budgets that were revised or overlap. Pure.
import { firstDay, lastDay } from '../core/dates.ts';
import type { IatiBudget, IatiRecipient, IatiSector } from './iati-model.ts';

/** Shares are written with few decimals: three thirds may come to 99.99. */
const tolerance = 0.5;

/**
 * Are shares given that cannot be taken as they stand? Sectors add up to 100 in each vocabulary. Countries and regions add up to 100
 * together, or the countries with the regions of each vocabulary. Where none are given nothing is unclear.
 */
export function areSharesUnclear(items: readonly (IatiRecipient | IatiSector)[]): boolean {
  const ofActivity = items.filter(({ level }) => level === 'ACTIVITY');
  if (ofActivity.every(({ percentage }) => percentage === null)) return false;
  const general = ofActivity.filter(({ vocabulary }) => vocabulary === null);
  const vocabularies = [...new Set(ofActivity.flatMap(({ vocabulary }) => vocabulary ?? []))];
  const groups =
    vocabularies.length === 0 ? [general] : vocabularies.map((name) => [...general, ...ofActivity.filter((it) => it.vocabulary === name)]);
  if (general.length > 0 && isWhole(ofActivity)) return false;
  return groups.some((group) => !isWhole(group) && group.some(({ percentage }) => percentage !== null));
}

function isWhole(group: readonly { percentage: number | null }[]): boolean {
  if (group.some(({ percentage }) => percentage === null)) return false;
  return Math.abs(group.reduce((sum, { percentage }) => sum + (percentage ?? 0), 0) - 100) <= tolerance;
}

/** The budgets that count: a revised one takes the place of the originals of the same period and currency. */
export function inForce(budgets: readonly IatiBudget[]): IatiBudget[] {
  const periodOf = ({ from, to, currency }: IatiBudget) => `${from} ${to} ${currency}`;
  const revised = new Set(budgets.filter(({ isRevised }) => isRevised).map(periodOf));
  return budgets.filter((budget) => budget.isRevised || !revised.has(periodOf(budget)));
}

/** May money be counted twice? So it may where two periods of one currency share a day, or where one has no period at all beside others. */
export function doOverlap(budgets: readonly IatiBudget[]): boolean {
  const currencies = [...new Set(budgets.map(({ currency }) => currency))];
  return currencies.some((currency) => {
    const ofOne = budgets.filter((budget) => budget.currency === currency);
    if (ofOne.length < 2) return false;
    const periods = ofOne.flatMap(({ from, to }) => (from === null || to === null ? [] : [{ from: firstDay(from), to: lastDay(to) }]));
    if (periods.length < ofOne.length) return true;
    const inOrder = periods.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
    return inOrder.some(({ from }, index) => index > 0 && from <= (inOrder[index - 1]?.to ?? ''));
  });
}

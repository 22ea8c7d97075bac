// What is known of money: sums by currency as stated, never converted, and how many activities state none. Pure.
import type { Activity } from './model.ts';

/** `currencies`: by code. `known` and `unknown`: activities with and without a stated budget. */
export type Funding = { currencies: { currency: string; amount: number; activities: number }[]; known: number; unknown: number };

/** Funding of these activities. **Source**: method 0 "Unknown is not zero"; nothing is converted. */
export function fundingOf(activities: readonly Pick<Activity, 'budgets'>[]): Funding {
  const known = activities.filter(({ budgets }) => budgets.length > 0);
  const sums = new Map<string, { cents: number; activities: number }>();
  for (const { budgets } of known) {
    for (const [currency, own] of Map.groupBy(budgets, (budget) => budget.currency)) {
      const sum = sums.get(currency) ?? { cents: 0, activities: 0 };
      sums.set(currency, { cents: own.reduce((cents, { amount }) => cents + Math.round(amount * 100), sum.cents), activities: sum.activities + 1 });
    }
  }
  const currencies = [...sums].map(([currency, { cents, activities: count }]) => ({ currency, amount: cents / 100, activities: count }));
  return {
    currencies: currencies.toSorted((a, b) => (a.currency < b.currency ? -1 : 1)),
    known: known.length,
    unknown: activities.length - known.length,
  };
}

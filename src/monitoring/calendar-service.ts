// The calendar: loads its rows in one snapshot and hands them to the pure function.
import { loadRecords, rowsOf } from '../alignment/facets.ts';
import type { Day } from '../core/dates.ts';
import type { Context } from '../graphql/context.ts';
import { readSnapshot } from '../store/db.ts';
import { standings } from '../strategies/standing.ts';
import { type CalendarLine, calendar } from './calendar.ts';
import type { Evaluation } from './model.ts';
import { findEvaluations, findOfficialAssessments } from './store.ts';

export type CalendarAnswer = { asOf: Day; lines: readonly CalendarLine[]; evaluations: readonly Evaluation[] };

/** What is due for the members of an organization and for itself, or for named states. Throws INVALID where not exactly one of them is given. */
export async function computeCalendar(
  context: Context,
  of: { organization?: string | null; states?: readonly string[] | null },
  asOf: Day,
): Promise<CalendarAnswer> {
  const { states, organization } = await rowsOf(context, of, asOf);
  return readSnapshot(context.db, async (db) => {
    const organizationKeys = organization === null ? [] : [organization.key];
    const { strategies, successions } = await loadRecords(db, context, states, asOf, { organizationKeys });
    const standingOf = standings(successions, asOf);
    const inForce = strategies.filter((it) => standingOf(it).phase === 'IN_FORCE');
    const stateKeys = states.map(({ key }) => key);
    const assessments = await findOfficialAssessments(db, context.viewer, { stateKeys, organizationKeys });
    const evaluations = await findEvaluations(
      db,
      context.viewer,
      inForce.map(({ strategyId }) => strategyId),
    );
    const lines = calendar({ stateKeys, organizationKeys, assessments, evaluations, inForce, asOf });
    context.cost.add(lines.length);
    return { asOf, lines, evaluations };
  });
}

// The door to needs: as the viewer may see them, where they stand on a day, and the prompts of the viewer's own state.
import { computeElementMatrix } from '../alignment/service.ts';
import { getConcept, getConceptCatalogue } from '../concepts/service.ts';
import type { Day } from '../core/dates.ts';
import { stateOf } from '../core/viewer.ts';
import { type Context, loaderFor, loaderOf } from '../graphql/context.ts';
import { type Page, type PageRequest, pageOf } from '../graphql/paging.ts';
import { getSurroundings, stateKeysOf } from './activity-service.ts';
import { canServe } from './matching.ts';
import type { Activity, Need, NeedOrigin, NeedStage, NeedStatus, ThemeTotals } from './model.ts';
import { findNeeds } from './need-store.ts';
import { isPromptKeyOf, promptsOf } from './prompts.ts';
import { isOpen, standingAt } from './stages.ts';
import { type StandingNeed, totalsBy } from './totals.ts';

/** Which needs: all given conditions hold. Prompts come only where origin DERIVED is asked for, and only to their own state. */
export type NeedFilter = {
  organization?: string | null;
  states?: readonly string[] | null;
  element?: string | null;
  threat?: string | null;
  origin?: NeedOrigin | null;
  stage?: NeedStage | null;
  status?: NeedStatus | null;
};

/** Needs with where they stand at asOf, by key. Throws INVALID for an unknown code, naming it. */
export async function needsAt(context: Context, filter: NeedFilter, asOf: Day): Promise<StandingNeed[]> {
  const { element, threat, origin, stage, status } = filter;
  if (element != null) await getConcept(context, 'ELEMENT', element, 'filter.element');
  if (threat != null) await getConcept(context, 'THREAT', threat, 'filter.threat');
  const stateKeys = await stateKeysOf(context, filter, asOf);
  const needs =
    origin === 'DERIVED'
      ? (await promptsAt(context, asOf)).filter(
          (prompt) =>
            (stateKeys === null || stateKeys.includes(prompt.stateKey)) &&
            (element == null || prompt.elementKey === element) &&
            (threat == null || prompt.threatKey === threat),
        )
      : await findNeeds(context.db, context.viewer, { stateKeys, elementKey: element, threatKey: threat, origin });
  return withStanding(needs, asOf).filter(
    ({ standing }) => (stage == null || standing.stage === stage) && (status == null || standing.status === status),
  );
}

/** Needs with where they stand; those not recorded by asOf are left out. */
export function withStanding(needs: readonly Need[], asOf: Day): StandingNeed[] {
  return needs.flatMap((need) => {
    const standing = standingAt(need, asOf);
    return standing ? [{ need, standing, asOf }] : [];
  });
}

/** Totals by theme of these needs, in the order of the schemes. */
export async function totalsOf(context: Context, needs: readonly StandingNeed[]): Promise<{ elements: ThemeTotals[]; threats: ThemeTotals[] }> {
  const catalogue = await getConceptCatalogue(context);
  const keysOf = (scheme: 'ELEMENT' | 'THREAT') => catalogue.of(scheme).map(({ key }) => key);
  return {
    elements: totalsBy(needs, (need) => need.elementKey, keysOf('ELEMENT')),
    threats: totalsBy(needs, (need) => need.threatKey, keysOf('THREAT')),
  };
}

/** A page of needs by key, which ranks nobody, and the totals of all that fit. */
export async function needsPage(
  context: Context,
  filter: NeedFilter,
  asOf: Day,
  request: PageRequest,
): Promise<Page<StandingNeed> & { totals: { elements: ThemeTotals[]; threats: ThemeTotals[] } }> {
  const needs = await needsAt(context, filter, asOf);
  return { ...pageOf(needs, ({ need }) => need.key, request), totals: await totalsOf(context, needs) };
}

/** The prompts of the viewer's own state at asOf; nobody else is told them. **Source**: method 9 "DERIVED". */
function promptsAt(context: Context, asOf: Day): Promise<Need[]> {
  const stateKey = stateOf(context.viewer);
  if (stateKey === null) return Promise.resolve([]);
  return loaderFor(context, 'prompts', asOf, async (states: readonly string[]) => [await derivePrompts(context, states[0] ?? '', asOf)]).load(
    stateKey,
  );
}

async function derivePrompts(context: Context, stateKey: string, asOf: Day): Promise<Need[]> {
  const { columns, matrix } = await computeElementMatrix(context, { states: [stateKey] }, asOf, false);
  const own = withStanding(await findNeeds(context.db, context.viewer, { stateKeys: [stateKey] }), asOf);
  const needed = own.flatMap(({ need, standing }) => (standing.stage === 'WITHDRAWN' ? [] : (need.elementKey ?? [])));
  return promptsOf(stateKey, columns, matrix.depths[0] ?? [], new Set(needed));
}

async function loadNeedsByKey(keys: readonly string[], context: Context): Promise<(Need | null)[]> {
  const ownState = stateOf(context.viewer);
  const hasPrompts = ownState !== null && keys.some((key) => isPromptKeyOf(ownState, key));
  const found = await findNeeds(context.db, context.viewer, { keys });
  const prompts = hasPrompts ? await promptsAt(context, context.today) : [];
  const byKey = new Map([...found, ...prompts].map((need) => [need.key, need]));
  return keys.map((key) => byKey.get(key) ?? null);
}

/** Needs, and prompts of the viewer's own state, by key; null in the place of one that cannot be seen. */
export const needsByKey = (context: Context) => loaderOf(context, loadNeedsByKey);

/** Visible needs that are open at asOf and that the activity could serve, by key. Prompts are none. */
export async function needsServedBy(context: Context, activity: Activity, asOf: Day): Promise<StandingNeed[]> {
  const open = loaderFor(context, 'openNeeds', asOf, async (all: readonly string[]) => {
    const needs = (await needsAt(context, {}, asOf)).filter(({ standing }) => isOpen(standing));
    return all.map(() => needs);
  });
  const [needs, surroundings] = await Promise.all([open.load('all'), getSurroundings(context)]);
  return needs.filter(({ need }) => canServe(activity, need, asOf, surroundings) !== null);
}

/** A need of today or before with where it stands today. */
export function todays({ today }: Context, need: Need): StandingNeed {
  const [standing] = withStanding([need], today);
  if (!standing) throw new Error(`a need that is not recorded yet: ${need.key}`);
  return standing;
}

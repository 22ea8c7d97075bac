// The brief of the working group: loads the rows in one snapshot and hands them to the pure functions.
import { strategyCoverage } from '../alignment/coverage.ts';
import { concepts, loadPlanNodes, loadRecords, loadRegionals, memberRows, type Rows } from '../alignment/facets.ts';
import type { Concept } from '../concepts/model.ts';
import { type Day, firstDay, type PartialDate } from '../core/dates.ts';
import type { Context } from '../graphql/context.ts';
import { findTreatyStatuses, getOrganizations, getStates, sortedByName } from '../members/service.ts';
import { findEffects, findEvaluations, findOfficialAssessments } from '../monitoring/service.ts';
import { type Database, readSnapshot } from '../store/db.ts';
import { findStrategiesById } from '../strategies/service.ts';
import { standings } from '../strategies/standing.ts';
import { para5 } from './adoption.ts';
import { assistanceRows } from './assistance-service.ts';
import { para8 } from './drafting.ts';
import { functionsOfGroup } from './functions.ts';
import { para3 } from './kinds.ts';
import type { BriefRows, Section, Thing } from './model.ts';
import { para4 } from './provisions.ts';
import { para7 } from './rhythm.ts';
import { para6 } from './single-crime.ts';
import { loadAdvisers, loadPublicIds, loadWordings } from './store.ts';
import { type Lookups, lookupsOf } from './told.ts';

export type Brief = {
  asOf: Day;
  rows: Rows;
  /** States read by plans that have ended. */
  lapsedKeys: readonly string[];
  functions: readonly Section[];
  questions: readonly Section[];
  lookups: Lookups;
  attribution: readonly string[];
};

/** The brief for the members of an organization, or for all states. Throws INVALID for an unknown organization. */
export async function computeBrief(context: Context, organizationKey: string | null, asOf: Day): Promise<Brief> {
  const [rows, { catalogue, coreElements }, organizations] = await Promise.all([
    organizationKey === null ? allRows(context) : memberRows(context, organizationKey, asOf),
    concepts(context),
    getOrganizations(context),
  ]);
  const stateKeys = rows.states.map(({ key }) => key);
  const assistance = await assistanceRows(context, stateKeys, organizationKey, asOf);
  return readSnapshot(context.db, async (db) => {
    const organizationKeys = organizationKey === null ? [...organizations.keys()] : [organizationKey];
    const loaded = await loadRows(db, context, rows, organizationKeys, asOf);
    const briefRows: BriefRows = {
      ...loaded,
      ...assistance,
      asOf,
      organizationKeys,
      regionOf: new Map(rows.states.map(({ key, region }) => [key, region])),
      elements: coreElements,
      provisions: catalogue.of('PROVISION'),
      labelOf: (scheme, key) => catalogue.get(scheme, key)?.label ?? { en: key },
    };
    const functions = functionsOfGroup(briefRows);
    const questions = [para3, para4, para5, para6, para7, para8].map((answer) => answer(briefRows));
    const things = thingsBehind([...functions, ...questions]);
    context.cost.add(rows.states.length + [...functions, ...questions].reduce((sum, it) => sum + it.figures.length, 0) + things.size);
    const nodeIds = [...things.values()].flatMap((it) => (it.kind === 'NODE' ? [it.nodeId] : []));
    const wordings = await loadWordings(db, nodeIds);
    const shown = loaded.assessments.filter((it) => things.has(`ASSESSMENT ${it.key}`));
    return {
      asOf,
      rows,
      lapsedKeys: loaded.records.filter(({ isLapsed }) => isLapsed).map(({ stateKey }) => stateKey),
      functions,
      questions,
      lookups: lookupsOf(briefRows, { states: rows.states, wordings, conceptOf: (scheme, key): Concept | undefined => catalogue.get(scheme, key) }),
      attribution: [...new Set(shown.flatMap((it) => it.attribution ?? []))].toSorted(),
    };
  });
}

/** All states but those that are only members of an organization, as rows. */
async function allRows(context: Context): Promise<Rows> {
  const states = sortedByName(
    [...(await getStates(context)).values()].filter(({ kind }) => kind !== 'org_member'),
    context,
  );
  return { organization: null, states, memberships: states.map(() => null) };
}

/** One statement a facet. Organizations of which no strategy is recorded are left out where all are asked for. */
async function loadRows(db: Database, context: Context, { states }: Rows, organizationKeys: readonly string[], asOf: Day) {
  const { viewer } = context;
  const stateKeys = states.map(({ key }) => key);
  const facet = await loadRecords(db, context, states, asOf, { organizationKeys });
  const ids = facet.strategies.map(({ strategyId }) => strategyId);
  const owners = new Set(facet.strategies.map((it) => it.organizationKey));
  const regionalKeys = organizationKeys.filter((key) => organizationKeys.length === 1 || owners.has(key));
  const regionals = await loadRegionals(db, context, facet, regionalKeys, asOf, false);
  const planNodes = await loadPlanNodes(db, facet.records, false, ['ELEMENT', 'PROVISION']);
  const byPlan = Map.groupBy(planNodes, ({ row }) => row.strategyId);
  const strategies = await findStrategiesById(db, viewer, ids);
  const treaties = await findTreatyStatuses(db, stateKeys);
  const coverage = strategyCoverage(stateKeys, [], [], [], treaties.map(treatyRow), asOf);
  // Official ones alone, which is what a brief takes of findings. **Source**: method 4.
  const assessments = await findOfficialAssessments(db, viewer, { stateKeys, organizationKeys });
  return {
    stateKeys,
    strategies,
    standingOf: standings(facet.successions, asOf),
    records: facet.records,
    planNodes,
    nodesOf: (strategyId: number) => byPlan.get(strategyId) ?? [],
    regionals: regionals.map(({ strategies: own, isEnded, read }, index) => ({
      organizationKey: regionalKeys[index] ?? '',
      strategies: own,
      isEnded,
      nodes: read,
    })),
    party: partyOf(coverage),
    adviceStateKeys: new Set(await loadAdvisers(db, viewer, stateKeys)),
    effects: (await findEffects(db, viewer, ids)).filter(hasBegun(asOf)),
    evaluations: (await findEvaluations(db, viewer, ids)).filter(hasBegun(asOf)),
    assessments: assessments.filter(hasBegun(asOf)),
    publicIds: new Set(await loadPublicIds(db, viewer, ids)),
  };
}

const treatyRow = ({ stateKey, instrumentKey, status, consentDate }: Awaited<ReturnType<typeof findTreatyStatuses>>[number]) => ({
  stateKey,
  instrumentKey: instrumentKey as 'untoc' | 'tip' | 'som' | 'firearms',
  status,
  partyFrom: consentDate,
});

/** Is the state party to the instrument, as the coverage tells it? Null where that is not recorded. */
function partyOf({ rows, columns, party }: ReturnType<typeof strategyCoverage>): BriefRows['party'] {
  const column = { untoc: 'OVERARCHING', tip: 'TRAFFICKING_IN_PERSONS', som: 'SMUGGLING_OF_MIGRANTS', firearms: 'FIREARMS' } as const;
  const rowOf = new Map(rows.map((stateKey, row) => [stateKey, row]));
  return (stateKey, instrument) => {
    const scope = Object.entries(column).find(([key]) => key === instrument)?.[1];
    return (scope && party[rowOf.get(stateKey) ?? -1]?.[columns.indexOf(scope)]) ?? null;
  };
}

/** The distinct things behind all figures and lists, by an id that tells them apart. */
function thingsBehind(sections: readonly Section[]): Map<string, Thing> {
  const entries = sections.flatMap(({ figures, lists }) => [...figures, ...lists].flatMap((it) => it.entries));
  return new Map(entries.map(({ thing }) => [thingId(thing), thing]));
}

function thingId(thing: Thing): string {
  if (thing.kind === 'STRATEGY') return `STRATEGY ${thing.strategyId}`;
  if (thing.kind === 'NODE') return `NODE ${thing.nodeId}`;
  return thing.kind === 'CONCEPT' ? `CONCEPT ${thing.scheme} ${thing.key}` : `${thing.kind} ${thing.key}`;
}

/** What is dated later than asOf is not there yet; what has no date is. */
const hasBegun =
  (asOf: Day) =>
  ({ dated }: { dated: PartialDate | null }): boolean =>
    dated === null || firstDay(dated) <= asOf;

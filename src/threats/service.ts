// The door to assessments, findings and flows.

import { AppError } from '../core/errors.ts';
import { type Context, loaderFor, loaderOf, once } from '../graphql/context.ts';
import type { Page, PageRequest } from '../graphql/paging.ts';
import { at, say } from '../i18n/words.ts';
import type { Texts } from '../store/json.ts';
import type { Assessment, Finding, Flow } from './model.ts';
import { findAssessmentsByKey, findFindings, findFlows, findRegions, findTerritoryNames } from './store.ts';

export { findAssessedOrganizations, findAssessments, findFlows, findNamedThreats } from './store.ts';

const loadFlows = (context: Context) => findFlows(context.db);
const loadRegions = async (context: Context) => new Map((await findRegions(context.db)).map((region) => [region.key, region]));
const loadTerritories = async (context: Context) =>
  new Map((await findTerritoryNames(context.db)).map((territory) => [territory.key, territory.name as Texts]));

/** Every recorded flow: flows are public. */
export const getFlows = (context: Context): Promise<Flow[]> => once(context, loadFlows);
export const getRegions = (context: Context) => once(context, loadRegions);
export const getTerritoryNames = (context: Context) => once(context, loadTerritories);

async function loadAssessmentsByKey(keys: readonly string[], { db, viewer }: Context): Promise<(Assessment | null)[]> {
  const found = new Map((await findAssessmentsByKey(db, viewer, keys)).map((assessment) => [assessment.key, assessment]));
  return keys.map((key) => found.get(key) ?? null);
}

/** Visible assessments by key; null in the place of one that cannot be seen. */
export const assessmentsByKey = (context: Context) => loaderOf(context, loadAssessmentsByKey);

/** A page of the findings of a visible assessment, by state and threat. */
export function findingsPage(context: Context, assessmentId: number, request: PageRequest): Promise<Page<Finding>> {
  return loaderFor(context, 'findings', request, (ids: readonly number[]) => findFindings(context.db, ids, request)).load(assessmentId);
}

/** The visible assessment with this key. Throws NOT_FOUND, naming the argument: keys of assessments may be hidden. */
export async function getAssessment(context: Context, key: string, argument: string): Promise<Assessment> {
  return (await assessmentsByKey(context).load(key)) ?? assessmentNotFound(key, argument);
}

/** Refuses a key that names nothing the viewer may see: the same words, whether or not there is such a thing. */
export function assessmentNotFound(key: string, argument: string): never {
  throw new AppError('NOT_FOUND', at(argument, say('error.unseen.assessment', { key })), { field: argument });
}

// Statuses of whole matrices, of several organizations at once: what changed between two moments is told from them.
import type { Day } from '../core/dates.ts';
import type { Context } from '../graphql/context.ts';
import { isMemberAt, type MemberState, type Organization } from '../members/model.ts';
import { getMemberships, getOrganizations, getStates } from '../members/service.ts';
import { readSnapshot } from '../store/db.ts';
import { elementMatrix } from './elements.ts';
import { concepts, loadColumnLinks, loadColumnStatements, loadPlanNodes, loadRecords, loadRegionals } from './facets.ts';
import { alignmentMatrix } from './matrix.ts';
import type { AlignmentStatus, ElementStatus } from './model.ts';
import { columnsOf } from './trees.ts';

/** Statuses by [row][column]; columns are keys of objectives, or of elements. */
export type StatusTable<Status> = { columns: string[]; statuses: Status[][] };
/** Of the members of an organization at asOf, in order of key. */
export type OrganizationStatuses = {
  organization: Organization;
  states: MemberState[];
  alignment: StatusTable<AlignmentStatus>;
  elements: StatusTable<ElementStatus>;
};

/** The matrices of these organizations as the viewer sees them, those that there are; in one statement a facet, however many they are. */
export async function computeStatuses(context: Context, organizationKeys: readonly string[], asOf: Day): Promise<OrganizationStatuses[]> {
  const [organizationsByKey, states, memberships] = await Promise.all([getOrganizations(context), getStates(context), getMemberships(context)]);
  const organizations = organizationKeys.flatMap((key) => organizationsByKey.get(key) ?? []);
  const keys = organizations.map(({ key }) => key);
  const membersOf = Map.groupBy(
    memberships.filter((membership) => membership.stateKey !== null && isMemberAt(membership, asOf)),
    ({ organizationKey }) => organizationKey,
  );
  const statesOf = (key: string) => [...new Set(membersOf.get(key)?.map(({ stateKey }) => stateKey))].flatMap((it) => states.get(it ?? '') ?? []);
  const { threats, coreElements } = await concepts(context);
  const elementKeys = coreElements.map(({ key }) => key);
  return readSnapshot(context.db, async (db) => {
    const facet = await loadRecords(db, context, [...new Set(keys.flatMap(statesOf))], asOf, { organizationKeys: keys });
    const regionals = await loadRegionals(db, context, facet, keys, asOf, false);
    const allColumns = regionals.flatMap(({ read }) => columnsOf(read));
    const links = await loadColumnLinks(db, context, facet.records, allColumns, false);
    const statements = await loadColumnStatements(db, context, facet.records, allColumns);
    const nodes = await loadPlanNodes(db, facet.records, false, ['ELEMENT']);
    const recordOf = new Map(facet.records.map((record) => [record.stateKey, record]));
    return organizations.map((organization, index): OrganizationStatuses => {
      const members = statesOf(organization.key);
      const records = members.flatMap(({ key }) => recordOf.get(key) ?? []);
      const columns = columnsOf(regionals[index]?.read ?? []);
      const { statuses } = alignmentMatrix({ records, columns, links, statements, threats, includeUnseen: false, hints: null });
      return {
        organization,
        states: members,
        alignment: { columns: columns.map(({ row }) => row.key), statuses },
        elements: { columns: elementKeys, statuses: elementMatrix(records, nodes, elementKeys).statuses },
      };
    });
  });
}

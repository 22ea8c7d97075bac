// The one predicate per table that says which rows a viewer may see. Each is a SQL function made by a migration, and the policies of
// row-level security call the same ones.
import { sql } from 'kysely';
import { organizationOf, stateOf, type Viewer } from '../core/viewer.ts';

/** The viewer as the functions take it. */
function viewerRow(viewer: Viewer) {
  return sql`row(${viewer.role}::text, ${stateOf(viewer)}::text, ${organizationOf(viewer)}::text)::viewer`;
}

function visible(name: string) {
  return (viewer: Viewer, alias: string) => sql<boolean>`${sql.ref(name)}(${sql.ref(alias)}, ${viewerRow(viewer)})`;
}

/** Is the row (under this alias) of the viewer's own state or organization? */
export function isOwn(viewer: Viewer, alias: string) {
  return sql<boolean>`is_own(${sql.ref(`${alias}.state_key`)}, ${sql.ref(`${alias}.organization_key`)}, ${viewerRow(viewer)})`;
}

/** Rows of `assessment` (under this alias) that the viewer may see, and with them their findings and named threats. */
export const visibleAssessment = visible('visible_assessment');
/** Rows of `strategy` (under this alias) that the viewer may see, and with them their nodes. */
export const visibleStrategy = visible('visible_strategy');
/** Rows of `link` (under this alias) that a viewer who sees both ends may see. Its ends are asked for with `visibleStrategy`, or were read under the viewer before. */
export const visibleLink = visible('visible_link');
/** Rows of `cell_statement` (under this alias) that the viewer may see: what they speak of is asked for too. */
export const visibleCellStatement = visible('visible_cell_statement');
/** Rows of `record_statement` (under this alias) that the viewer may see. */
export const visibleRecordStatement = visible('visible_record_statement');
/** Rows of `state_agreement` (under this alias) that the viewer may see. */
export const visibleStateAgreement = visible('visible_state_agreement');
/** Rows of `audit_entry` (under this alias) about something that the viewer could see at that time. That it may be seen today is for the caller to know. */
export const visibleAuditEntry = visible('visible_audit_entry');
/** Rows of `assistance_activity` (under this alias) that the viewer may see, and with them their parts. */
export const visibleAssistanceActivity = visible('visible_assistance_activity');
/** Rows of `assistance_activity_staging` (under this alias) that the viewer may see. */
export const visibleAssistanceActivityStaging = visible('visible_assistance_activity_staging');
/** Rows of `need` (under this alias) that the viewer may see, and with them their stages. */
export const visibleNeed = visible('visible_need');
/** Rows of `need_match` (under this alias) that the viewer may see; it asks for the need too. */
export const visibleNeedMatch = visible('visible_need_match');

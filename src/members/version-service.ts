// Optimistic concurrency: a change names the version it was made from, and where that is no longer the newest it is told what happened since.
import { AppError } from '../core/errors.ts';
import type { Context } from '../graphql/context.ts';
import { type AuditedChange, type AuditedKind, findChanges } from '../store/audit.ts';
import { whoIn } from './who.ts';

/** Changes, and fields of each, that a conflict names. */
const namedMax = 5;

/** Throws CONFLICT where the thing, whose row is locked, is not at the version given. It says what the viewer may know of the changes since. */
export async function checkVersion(context: Context, thing: { kind: AuditedKind; key: string; version: number }, given: number): Promise<void> {
  if (thing.version === given) return;
  const changes = await findChanges(context.db, context.viewer, thing.kind, thing.key);
  const since = changes.filter(({ version }) => version !== null && version > given);
  const told = await Promise.all(since.slice(-namedMax).map((change) => inWords(context, change)));
  const more = since.length > namedMax ? `${since.length - namedMax} more, then ` : '';
  const happened = told.length > 0 ? ` Since then: ${more}${told.join('; ')}.` : '';
  throw new AppError('CONFLICT', `version: it is at ${thing.version}, not ${given}.${happened} Read it again and decide.`, {
    field: 'input.version',
  });
}

async function inWords(context: Context, change: AuditedChange): Promise<string> {
  const fields = Object.keys(change.change);
  const named = fields.length > namedMax ? [...fields.slice(0, namedMax), `${fields.length - namedMax} more`] : fields;
  const who = await whoIn(context, { role: change.role, stateKey: change.byStateKey, organizationKey: change.byOrganizationKey }, 'EN');
  return `${change.action}${named.length > 0 ? ` (${named.join(', ')})` : ''} by ${who}`;
}

// Optimistic concurrency: a change names the version it was made from, and where that is no longer the newest it is told what happened since.
import { AppError } from '../core/errors.ts';
import type { Context } from '../graphql/context.ts';
import { at, say, type Words } from '../i18n/words.ts';
import { type AuditedChange, type AuditedKind, findChanges } from '../store/audit.ts';
import { whoIn } from './who.ts';

/** Changes, and fields of each, that a conflict names. */
const namedMax = 5;

/** Throws CONFLICT where the thing, whose row is locked, is not at the version given. It says what the viewer may know of the changes since. */
export async function checkVersion(context: Context, thing: { kind: AuditedKind; key: string; version: number }, given: number): Promise<void> {
  if (thing.version === given) return;
  const changes = await findChanges(context.db, context.viewer, thing.kind, thing.key);
  const since = changes.filter(({ version }) => version !== null && version > given);
  const changed = await Promise.all(since.slice(-namedMax).map((change) => told(context, change)));
  const { version } = thing;
  if (changed.length === 0) throw conflict(say('error.version', { version, given }));
  const list = changed.reduce((before, next) => say('error.semicolon', { list: before, next }));
  const happened = since.length > namedMax ? say('error.changesBefore', { count: since.length - namedMax, list }) : list;
  throw conflict(say('error.versionSince', { version, given, happened }));
}

const conflict = (said: Words) => new AppError('CONFLICT', at('version', said), { field: 'input.version' });

async function told(context: Context, { action, ...change }: AuditedChange): Promise<Words> {
  const fields = Object.keys(change.change);
  const rest = fields.length - namedMax;
  const first = fields.slice(0, namedMax).join(', ');
  const who = await whoIn(context, { role: change.role, stateKey: change.byStateKey, organizationKey: change.byOrganizationKey }, context.language);
  if (fields.length === 0) return say('error.changeBy', { action, who });
  return say('error.changeOfBy', { action, fields: rest > 0 ? say('error.moreFields', { fields: first, count: rest }) : first, who });
}

// The history of a thing in the schema: what the trail tells of it to whoever may see it.
import { builder, languageArgument } from '../graphql/builder.ts';
import type { Context } from '../graphql/context.ts';
import { type AuditedChange, type AuditedKind, findChanges } from '../store/audit.ts';
import { whoIn } from './who.ts';

type FieldChangeShape = { field: string; from: unknown; to: unknown };

/** Text as it is, null where there was nothing, anything else as JSON. */
const asText = (value: unknown) => (value === null || value === undefined ? null : typeof value === 'string' ? value : JSON.stringify(value));

const FieldChange = builder.objectRef<FieldChangeShape>('FieldChange').implement({
  description: 'What happened to one field.',
  fields: (t) => ({
    field: t.exposeString('field', { description: 'Which field; of a node with the key of the node before it.' }),
    from: t.string({ nullable: true, description: 'What it was; JSON where it is no text; null: nothing.', resolve: (it) => asText(it.from) }),
    to: t.string({ nullable: true, description: 'What it became.', resolve: (it) => asText(it.to) }),
  }),
});

const HistoryEntry = builder.objectRef<AuditedChange>('HistoryEntry').implement({
  description: 'One change, from the trail that nobody can alter.',
  fields: (t) => ({
    when: t.field({ type: 'DateTime', description: 'When.', resolve: (it) => it.occurredAt }),
    action: t.exposeString('action', { description: 'The mutation it was made by.' }),
    version: t.exposeInt('version', { nullable: true, description: 'The version it made; null where the thing has no versions.' }),
    who: t.string({
      description: 'A body and a role, never a person.',
      args: { lang: t.arg(languageArgument) },
      resolve: (it, { lang }, context) =>
        whoIn(context, { role: it.role, stateKey: it.byStateKey, organizationKey: it.byOrganizationKey }, lang ?? context.language),
    }),
    changes: t.field({
      type: [FieldChange],
      description: 'What it changed, by field.',
      resolve: (it) => Object.entries(it.change).map(([field, { from, to }]) => ({ field, from, to })),
    }),
  }),
});

/** The field `history` of a type whose things have a trail. The thing itself was read under the viewer. */
export function historyField<Shape>(kind: AuditedKind, keyOf: (it: Shape) => string) {
  return {
    type: [HistoryEntry] satisfies [unknown],
    description: 'Changes since it was recorded, the oldest first: those made while the viewer could see it.',
    resolve: (it: Shape, _args: unknown, { db, viewer }: Context) => findChanges(db, viewer, kind, keyOf(it)),
  };
}

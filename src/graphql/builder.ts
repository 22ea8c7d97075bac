// The schema builder with its scalars and shared enums. It holds no types of the subject.
import SchemaBuilder from '@pothos/core';
import DataloaderPlugin from '@pothos/plugin-dataloader';
import RelayPlugin from '@pothos/plugin-relay';
import { type GraphQLSchema, isObjectType } from 'graphql';
import { type Day, type PartialDate, parseDay, parsePartialDate } from '../core/dates.ts';
import { AppError } from '../core/errors.ts';
import { type Language as LanguageValue, languages } from '../i18n/languages.ts';
import { at, say, type Words } from '../i18n/words.ts';
import type { Context } from './context.ts';
import { decodeGlobalId, encodeGlobalId } from './global-id.ts';

export const builder = new SchemaBuilder<{
  Context: Context;
  DefaultFieldNullability: false;
  DefaultEdgesNullability: { list: false; items: false };
  DefaultNodeNullability: false;
  Connection: { totalCount: number };
  Scalars: {
    ID: { Input: string; Output: string };
    Date: { Input: Day; Output: Day };
    PartialDate: { Input: PartialDate; Output: PartialDate };
    DateTime: { Input: string; Output: Date };
  };
}>({
  plugins: [RelayPlugin, DataloaderPlugin],
  defaultFieldNullability: false,
  relay: {
    brandLoadedObjects: true,
    cursorType: 'String',
    encodeGlobalID: (typename, id) => encodeGlobalId(typename, String(id)),
    decodeGlobalID: (id) => {
      const { typename, key } = decodeGlobalId(id);
      return { typename, id: key };
    },
    edgesFieldOptions: { nullable: { list: false, items: false }, description: 'The page, in order.' },
    nodeFieldOptions: { nullable: false, description: 'The thing itself.' },
    cursorFieldOptions: { description: 'Where this item stands: pass it as `after` to go on from here.' },
    nodeTypeOptions: { description: 'Anything with a global id.' },
    idFieldOptions: { description: 'Global id: base64url of the type and the key. Ask for it again with `node`.' },
    pageInfoTypeOptions: { description: 'Whether a connection goes on, and from where.' },
    pageInfoFieldOptions: { description: 'Whether the list goes on, and from where.' },
    hasNextPageFieldOptions: { description: 'Is there more after this page?' },
    hasPreviousPageFieldOptions: { description: 'Was something before this page?' },
    startCursorFieldOptions: { description: 'Cursor of the first item; null on an empty page.' },
    endCursorFieldOptions: { description: 'Cursor of the last item; null on an empty page.' },
    nodeQueryOptions: {
      description: 'The thing with this global id. Null with NOT_FOUND when there is none that the viewer may see.',
      args: { id: { description: 'A global id, as field `id` gives it.' } },
      resolve: async (_root, { id }, _context, info, resolveNode) =>
        (isNodeType(info.schema, id.typename) ? await resolveNode(id) : null) ?? notFound('id'),
    },
    nodesQueryOptions: {
      description:
        'The things with these global ids, in the order asked; null with NOT_FOUND in the place of one that the viewer may not see or that does not exist.',
      args: { ids: { description: 'Up to 100 global ids.' } },
      extensions: { listSize: ({ ids }: { ids?: readonly unknown[] }) => ids?.length ?? 0 },
      resolve: async (_root, { ids }, _context, info, resolveNodes) => {
        if (ids.length > 100) throw new AppError('INVALID', at('ids', say('error.idsMax')));
        // The plugin loads the ids it was given itself, and throws at a type it does not know: such an id becomes one that nothing has.
        for (const id of ids) if (!isNodeType(info.schema, id.typename)) Object.assign(id, { typename: 'MemberState', id: '' });
        const nodes = (await resolveNodes(ids)) as unknown[];
        return nodes.map((node) => node ?? new AppError('NOT_FOUND', at('ids', say('error.unseenIds')))) as never;
      },
    },
  },
});

/** Is it the name of a type whose things have global ids? */
function isNodeType(schema: GraphQLSchema, typename: string): boolean {
  const type = schema.getType(typename);
  return isObjectType(type) && type.getInterfaces().some(({ name }) => name === 'Node');
}

function notFound(argument: string): never {
  throw new AppError('NOT_FOUND', at(argument, say('error.unseenId')));
}

builder.globalConnectionField('totalCount', (t) =>
  t.int({ description: 'How many there are in all that the viewer may see.', resolve: (list) => list.totalCount }),
);

builder.queryType({ description: 'Everything that can be asked.' });

builder.scalarType('Date', {
  description: 'A day, YYYY-MM-DD.',
  serialize: (value) => value,
  parseValue: (value) => parsed(value, parseDay, 'YYYY-MM-DD'),
});

builder.scalarType('PartialDate', {
  description: 'A date known to the year, the month or the day: YYYY, YYYY-MM or YYYY-MM-DD.',
  serialize: (value) => value,
  parseValue: (value) => parsed(value, parsePartialDate, say('error.partialForms')),
});

builder.scalarType('DateTime', {
  description: 'A moment in UTC, as ISO 8601 writes it.',
  serialize: (value) => value.toISOString(),
});

function parsed(value: unknown, parse: (text: string) => string | null, form: string | Words): string {
  const date = typeof value === 'string' ? parse(value) : null;
  if (date === null) throw new AppError('INVALID', say('error.noDate', { value: String(value), form }));
  return date;
}

const languageNames: Record<LanguageValue, string> = { EN: 'English', FR: 'French', ES: 'Spanish', RU: 'Russian', ZH: 'Chinese', AR: 'Arabic' };

export const Language = builder.enumType('Language', {
  description: 'The six official languages of the United Nations.',
  values: Object.fromEntries(languages.map((language) => [language, { description: languageNames[language] }])) as Record<
    LanguageValue,
    { description: string }
  >,
});

export const languageArgument = { type: Language, required: false, description: 'Language wanted; else that of the request, else English.' } as const;

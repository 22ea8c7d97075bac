// Search in the schema.

import { AppError } from '../core/errors.ts';
import { builder, Language } from '../graphql/builder.ts';
import { connection, pageArguments, pageRequest } from '../graphql/paging.ts';
import { at, say } from '../i18n/words.ts';
import { Strategy, StrategyNode } from './graphql-types.ts';
import type { StrategyNode as StrategyNodeShape, Strategy as StrategyShape } from './model.ts';
import { searchHits } from './service.ts';

const SearchHit = builder.unionType('SearchHit', {
  description: 'What was found.',
  types: [Strategy, StrategyNode],
  resolveType: (hit) => ('nodeId' in hit ? StrategyNode : Strategy),
});

const SearchResult = builder.objectRef<{ kind: string; key: string; hit: StrategyShape | StrategyNodeShape }>('SearchResult').implement({
  description: 'One hit of a search.',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'Key of the strategy or node.' }),
    hit: t.field({ type: SearchHit, description: 'The strategy or node.', resolve: (it) => it.hit }),
  }),
});

const SearchConnection = builder.connectionObject(
  { type: SearchResult, name: 'SearchConnection', description: 'A page of hits, best match first.' },
  { description: 'A hit in a page.' },
);

builder.queryField('search', (t) =>
  t.field({
    type: SearchConnection,
    description:
      'Strategies by their titles, and nodes by their labels and the names of their own tags. Words are joined by "and"; "or" and quotation marks work too.',
    args: {
      text: t.arg.string({ required: true, description: 'What to look for, up to 200 characters.' }),
      lang: t.arg({ type: Language, required: false, description: 'Language of the words; else that of the request. English is looked for too.' }),
      ...pageArguments(t.arg),
    },
    resolve: async (_root, { text, lang, ...args }, context) => {
      const words = text.trim();
      if (words === '' || words.length > 200) throw new AppError('INVALID', at('text', say('error.searchWords')));
      const request = pageRequest('SearchResult', args);
      const page = await searchHits(context, words, lang ?? context.language, request);
      return connection('SearchResult', page, (it) => `${it.kind}:${it.key}`, request);
    },
  }),
);

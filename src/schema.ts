// The contents page of the GraphQL schema.
import './concepts/graphql.ts';
import './members/graphql.ts';
import './members/graphql-agreements.ts';
import './members/graphql-viewer.ts';
import './threats/graphql.ts';
import './threats/graphql-edit.ts';
import './strategies/graphql.ts';
import './strategies/graphql-links.ts';
import './strategies/graphql-nodes.ts';
import './strategies/graphql-edit.ts';
import './strategies/graphql-edit-nodes.ts';
import './strategies/graphql-search.ts';
import './alignment/graphql.ts';
import './alignment/graphql-statements.ts';
import './alignment/graphql-matrices.ts';
import './alignment/graphql-shared.ts';
import './alignment/graphql-record.ts';
import './alignment/graphql-summaries.ts';
import './alignment/graphql-threat-cell.ts';
import './packs/graphql.ts';
import { builder } from './graphql/builder.ts';

export const schema = builder.toSchema();

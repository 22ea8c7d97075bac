// The contents page of the GraphQL schema.
import './concepts/graphql.ts';
import './members/graphql.ts';
import './members/graphql-viewer.ts';
import './threats/graphql.ts';
import './strategies/graphql.ts';
import './strategies/graphql-nodes.ts';
import './strategies/graphql-search.ts';
import './alignment/graphql.ts';
import './alignment/graphql-matrices.ts';
import './alignment/graphql-shared.ts';
import './alignment/graphql-record.ts';
import './alignment/graphql-threat-cell.ts';
import './assistance/graphql-activities.ts';
import './assistance/graphql-needs.ts';
import './assistance/graphql-need-changes.ts';
import './assistance/graphql-matches.ts';
import './assistance/graphql-sessions.ts';
import './assistance/graphql-session-changes.ts';
import { builder } from './graphql/builder.ts';

export const schema = builder.toSchema();

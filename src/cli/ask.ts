// Asks the schema in process, as the public viewer, and gives back what GraphQL answers.
import { graphql } from 'graphql';
import { publicViewer } from '../core/viewer.ts';
import { createMeter } from '../graphql/cost.ts';
import { schema } from '../schema.ts';
import type { Database } from '../store/db.ts';
import { failureOfQuery } from './failures.ts';
import type { Session } from './session.ts';

export type Variables = Readonly<Record<string, unknown>>;

/** Runs one operation. `T` is what its text selects. Throws the end of the command where there is an error. */
export async function ask<T>(db: Database, { language }: Pick<Session, 'language'>, query: string, variables: Variables): Promise<T> {
  const contextValue = {
    db,
    viewer: publicViewer,
    today: new Date().toISOString().slice(0, 10),
    language,
    requestId: 'command line',
    // The limits of a server are there for strangers; who has the database may ask for all of it.
    cost: createMeter(Number.MAX_SAFE_INTEGER),
    memo: new Map<unknown, unknown>(),
  };
  const { data, errors } = await graphql({ schema, source: query, variableValues: variables, contextValue });
  if (errors?.[0]) throw failureOfQuery(errors[0], language);
  return data as T;
}

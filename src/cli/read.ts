// The commands that read: matrix, elements, threats, compare.

import { jsonOf } from '../views/formats.ts';
import { queryOf, type View } from '../views/view.ts';
import { ask, type Variables } from './ask.ts';
import { exits } from './failures.ts';
import type { Layout } from './render.ts';
import { type Session, withRecords } from './session.ts';

/** Characters in a line where the output is no terminal. */
const widthElsewhere = 100;

/** Asks a view's operation and prints it: as GraphQL answers it with --json, else as text. */
export async function runRead<Data>(
  session: Session,
  view: View<Data>,
  variables: Variables,
  render: (data: Data, layout: Layout) => string,
): Promise<number> {
  const data = await withRecords(session, (db) => ask<Data>(db, session, queryOf(view), { ...variables, asOf: session.asOf }));
  const layout = { language: session.language, width: process.stdout.columns ?? widthElsewhere };
  session.print(session.isJson ? jsonOf(data) : render(data, layout));
  return exits.ok;
}

// The command `export`: a view as CSV or JSON, to standard output or to a file.
import { writeFile } from 'node:fs/promises';
import { type Database, readSnapshot } from '../store/db.ts';
import { ask, type Variables } from './ask.ts';
import { exits, failure } from './failures.ts';
import { csvOf, jsonOf } from './formats.ts';
import { type Session, withRecords } from './session.ts';
import type { Sheet, View } from './view.ts';
import { alignmentView, coverageView, elementView, threatView } from './views-matrices.ts';
import { organizationsView, statesView, strategiesView } from './views-records.ts';
import { comparisonView, sharedThreatsView, synergyView } from './views-shared.ts';

type Answer = { data: unknown; sheet: () => Sheet };

/** A view with its type of data closed in, so that views of different data stand in one list. */
function exporter<Data>(view: View<Data>) {
  const answer = async (db: Database, session: Pick<Session, 'language'>, variables: Variables): Promise<Answer> => {
    const data = await (view.pages === undefined
      ? ask<Data>(db, session, view.query, variables)
      : askAll<Data>(db, session, view.query, variables, view.pages));
    return { data, sheet: () => view.sheet(data) };
  };
  return { key: view.key, about: view.about, scope: view.scope, query: view.query, answer };
}

type Connection = { pageInfo: { hasNextPage: boolean; endCursor: string | null }; edges: unknown[] };

/** All pages of a connection as one. */
async function askAll<Data>(db: Database, session: Pick<Session, 'language'>, query: string, variables: Variables, field: string): Promise<Data> {
  const edges: unknown[] = [];
  let after: string | null = null;
  for (;;) {
    const data: Record<string, Connection> = await ask<Record<string, Connection>>(db, session, query, { ...variables, after });
    const page = data[field];
    edges.push(...(page?.edges ?? []));
    if (!page?.pageInfo.hasNextPage) return { ...data, [field]: { ...page, edges } } as Data;
    after = page.pageInfo.endCursor;
  }
}

export const exporters = [
  exporter(alignmentView),
  exporter(elementView),
  exporter(threatView),
  exporter(sharedThreatsView),
  exporter(coverageView),
  exporter(synergyView),
  exporter(comparisonView),
  exporter(strategiesView),
  exporter(statesView),
  exporter(organizationsView),
];

export type ExportOptions = {
  organization: string | undefined;
  states: readonly string[] | undefined;
  includeUnseen: boolean | undefined;
  format: 'csv' | 'json';
  out: string | undefined;
};

export async function runExport(session: Session, key: string, options: ExportOptions): Promise<number> {
  const view = exporters.find((it) => it.key === key);
  if (!view) throw failure(exits.usage, `There is no view "${key}". The views are ${exporters.map((it) => it.key).join(', ')}.`);
  const { organization, states, includeUnseen, format, out } = options;
  checkScope(view, options);
  const variables = { organization, states, includeUnseen, asOf: session.asOf };
  const text = await withRecords(session, (db) =>
    readSnapshot(db, async (snapshot) => {
      const { data, sheet } = await view.answer(snapshot, session, variables);
      return format === 'json' ? jsonOf(data) : csvOf(sheet());
    }),
  );
  if (out === undefined) session.print(text);
  else {
    await writeFile(out, text);
    session.say(`Written to ${out}.`);
  }
  return exits.ok;
}

function checkScope({ key, scope }: (typeof exporters)[number], { organization, states }: ExportOptions): void {
  const given = organization !== undefined ? 'organization' : states !== undefined ? 'states' : null;
  if (scope === 'any') return;
  if (scope === 'none' && given) throw failure(exits.usage, `View "${key}" gives all there are: leave out --${given}.`);
  if (scope === 'none' || (given && scope.includes(given))) return;
  const needed = { organization: '--organization KEY', states: '--states A,B', 'organization or states': '--organization KEY or --states A,B' }[
    scope
  ];
  throw failure(exits.usage, `View "${key}" needs ${needed}${given ? `, not --${given}` : ''}.`);
}

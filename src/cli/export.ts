// The command `export`: a view as CSV or JSON, to standard output or to a file.
import { writeFile } from 'node:fs/promises';
import { readSnapshot } from '../store/db.ts';
import { csvOf, jsonOf } from '../views/formats.ts';
import { type AnyView, answerView, views } from '../views/views.ts';
import { ask } from './ask.ts';
import { exits, failure } from './failures.ts';
import { type Session, withRecords } from './session.ts';

export type ExportOptions = {
  organization: string | undefined;
  states: readonly string[] | undefined;
  strategy?: string | undefined;
  includeUnseen: boolean | undefined;
  format: 'csv' | 'json';
  out: string | undefined;
};

export async function runExport(session: Session, key: string, options: ExportOptions): Promise<number> {
  const view = views.find((it) => it.key === key);
  if (!view) throw failure(exits.usage, `There is no view "${key}". The views are ${views.map((it) => it.key).join(', ')}.`);
  const { organization, states, strategy, includeUnseen, format, out } = options;
  checkScope(view, options);
  const variables = { organization, states, state: states?.[0], key: strategy, includeUnseen, asOf: session.asOf };
  const text = await withRecords(session, (db) =>
    readSnapshot(db, async (snapshot) => {
      const data = await answerView(view, (query, given) => ask(snapshot, session, query, given), variables);
      return format === 'json' ? jsonOf(data) : csvOf(view.sheet(data));
    }),
  );
  if (out === undefined) session.print(text);
  else {
    await writeFile(out, text);
    session.say(`Written to ${out}.`);
  }
  return exits.ok;
}

function checkScope({ key, scope, variables }: AnyView, { organization, states, strategy }: ExportOptions): void {
  const given = organization !== undefined ? 'organization' : states !== undefined ? 'states' : strategy !== undefined ? 'strategy' : null;
  if (scope === 'any' && (given === null || given in variables)) return;
  if (scope === 'none' && given) throw failure(exits.usage, `View "${key}" gives all there are: leave out --${given}.`);
  const isTooMany = scope === 'one of the states' && states?.length !== 1;
  if (scope === 'none' || (given && scope.includes(given) && !isTooMany)) return;
  const needed = {
    organization: '--organization KEY',
    states: '--states A,B',
    'organization or states': '--organization KEY or --states A,B',
    'one of the states': '--states A',
    'one strategy': '--strategy KEY',
    any: `no more than ${['organization', 'states']
      .filter((name) => name in variables)
      .map((name) => `--${name}`)
      .join(' or ')}`,
  }[scope];
  throw failure(exits.usage, `View "${key}" needs ${needed}${given ? `, not --${given}` : ''}.`);
}

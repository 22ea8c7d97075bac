// The made-up world of the tests of editing, and those who edit in it.
import type { SignedIn, Viewer } from '../../src/core/viewer.ts';
import { importPack } from '../../src/packs/service.ts';
import { type Answer, type Ask, clientOf } from '../ask.ts';
import { openTestDatabase, type TestDatabase } from '../db.ts';
import { world } from '../packs/world.ts';

const ofState = (role: 'READER' | 'EDITOR' | 'APPROVER' | 'DELEGATE', state: string, account = 'one'): SignedIn => ({
  role,
  state,
  subject: `${role}-${state}-${account}`,
});

/** XAA and XAC are members of letters; XAB left it. XBA is recorded by nobody yet. */
export const viewers = {
  public: { role: 'PUBLIC' },
  reader: ofState('READER', 'XAA'),
  editor: ofState('EDITOR', 'XAA'),
  otherEditor: ofState('EDITOR', 'XAA', 'two'),
  approver: ofState('APPROVER', 'XAA'),
  otherApprover: ofState('APPROVER', 'XAA', 'two'),
  delegate: ofState('DELEGATE', 'XAA'),
  neighbour: ofState('READER', 'XAC'),
  neighbourEditor: ofState('EDITOR', 'XAC'),
  stranger: ofState('APPROVER', 'XAB'),
  newcomer: ofState('EDITOR', 'XBA'),
  analyst: { role: 'ANALYST', organization: 'letters', subject: 'ANALYST-letters-one' },
  otherAnalyst: { role: 'ANALYST', organization: 'letters', subject: 'ANALYST-letters-two' },
  delegateElsewhere: ofState('DELEGATE', 'XAB'),
  secretariat: { role: 'SECRETARIAT', subject: 'SECRETARIAT' },
  admin: { role: 'ADMIN', subject: 'ADMIN' },
} as const satisfies Record<string, Viewer>;
export type Name = keyof typeof viewers;
export const names = Object.keys(viewers) as Name[];

const files = world.map((file) => {
  if (file.name === 'organizations.csv')
    return { ...file, content: `${file.content}\nletters-north,LTN,Northern Letters,regional,XAA,1995,recalled` };
  return file.name === 'memberships.csv' ? { ...file, content: `${file.content}\nletters,XAC,1990,,member,,` } : file;
});

export type Stage = {
  database: TestDatabase;
  /** One client for each viewer. */
  as: Record<Name, Ask>;
  /** Runs a mutation with this input. Throws where anything but its payload comes back. */
  run: (who: Name, mutation: string, input: object, fields?: string) => Promise<Done>;
  /** Runs one that must fail as a whole: its code and message. */
  refused: (who: Name, mutation: string, input: object) => Promise<{ code: string; message: string }>;
};

/** What a mutation answered: the thing, or the first problem. */
export type Done = {
  it: Record<string, never> & { version: number; key: string };
  error: { field: string | null; code: string; message: string } | null;
};

export const today = '2026-06-01';

/** A database of its own that holds the world. */
export async function openStage(): Promise<Stage> {
  const database = await openTestDatabase();
  const { problems } = await importPack(database.db, files);
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  return stageOn(database);
}

/** The same cast on a database. */
export function stageOn(database: TestDatabase): Stage {
  const as = Object.fromEntries(names.map((name) => [name, clientOf(database, today, viewers[name])])) as Record<Name, Ask>;
  const ask = (who: Name, mutation: string, input: object, fields: string): Promise<Answer> =>
    as[who](
      `mutation($input: ${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input!) { ${mutation}(input: $input) { ${thingOf(mutation)} { ${fields} } userErrors { field code message } } }`,
      { input },
    );
  return {
    database,
    as,
    run: async (who, mutation, input, fields = defaultFields(mutation)) => {
      const { data, errors } = await ask(who, mutation, input, fields);
      if (errors) throw new Error(JSON.stringify(errors));
      const payload = data[mutation];
      return { it: payload[thingOf(mutation)], error: payload.userErrors[0] ?? null };
    },
    refused: async (who, mutation, input) => {
      const { data, errors } = await ask(who, mutation, input, defaultFields(mutation));
      if (!errors?.[0] || data !== null) throw new Error(`it was done: ${JSON.stringify(data)}`);
      return { code: errors[0].extensions.code, message: errors[0].message };
    },
  };
}

function thingOf(mutation: string): string {
  if (mutation.endsWith('Assessment')) return 'assessment';
  return mutation === 'addNode' || mutation === 'updateNode' ? 'node' : 'strategy';
}

function defaultFields(mutation: string): string {
  return thingOf(mutation) === 'node' ? 'key strategy { version }' : 'key version';
}

/** Input of a small strategy of XAA. */
export const draft = (key = 'xaa-draft', more: object = {}) => ({ key, title: { EN: 'Draft plan' }, scope: 'OVERARCHING', ...more });

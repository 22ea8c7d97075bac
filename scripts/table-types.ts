// Prints the row types of the database: src/store/tables.ts. A check on a list of words becomes a union, and a foreign key passes it on.
import { sql } from 'kysely';
import { type CatalogueColumn, findColumns } from '../src/store/catalogue.ts';
import type { Database } from '../src/store/db.ts';

const baseTypes: Record<string, string> = {
  text: 'string',
  'text[]': 'string[]',
  bytea: 'Uint8Array',
  boolean: 'boolean',
  integer: 'number',
  smallint: 'number',
  bigint: 'number',
  'double precision': 'number',
  real: 'number',
  numeric: 'string',
  date: 'string',
  uuid: 'string',
  tsvector: 'string',
  'timestamp with time zone': 'Date',
};

/** What the JSON of a column is, as src/store/json.ts names it; a column not named here is unknown. */
const jsonTypes: Record<string, string> = {
  'assessment.sources': 'SourceReference[]',
  'assistance_activity_staging.reasons': 'StagedReason[]',
  'audit_entry.change': 'AuditChange',
  'concept.label': 'Texts',
  'instrument.title': 'Texts',
  'organization.name': 'Texts',
  'state.name': 'Texts',
  'strategy.instrument_references': 'InstrumentReference[]',
  'strategy.notes': 'string[]',
  'strategy.sources': 'SourceReference[]',
  'strategy.title': 'Texts',
  'strategy_node.citation': 'Citation',
  'strategy_node.label': 'Texts',
  'territory.name': 'Texts',
};

type Constraint = { column: string; definition: string; target: string | null };

export async function printTableTypes(db: Database): Promise<string> {
  const columns = await findColumns(db);
  const constraints = await findConstraints(db);
  const tables = [...new Set(columns.map((column) => column.table))];
  const interfaces = tables.map((table) => {
    const lines = columns.filter((column) => column.table === table).map((column) => `  ${column.column}: ${columnType(column, constraints)};`);
    return `export interface ${pascalCase(table)} {\n${lines.join('\n')}\n}\n`;
  });
  const body = interfaces.join('\n');
  const named = ['AuditChange', 'Citation', 'InstrumentReference', 'SourceReference', 'StagedReason', 'Texts'].filter((name) =>
    new RegExp(`\\b${name}\\b`).test(body),
  );
  return [
    '// Row types of the database. Made by `npm run generate` from schema/migrations; do not edit.',
    `import type { ColumnType, Generated, GeneratedAlways } from 'kysely';`,
    ...(named.length > 0 ? [`import type { ${named.join(', ')} } from './json.ts';`] : []),
    '',
    body,
    `export interface DB {\n${tables.map((table) => `  ${table}: ${pascalCase(table)};`).join('\n')}\n}\n`,
  ].join('\n');
}

function columnType(column: CatalogueColumn, constraints: Constraint[]): string {
  const suffix = column.isNullable ? ' | null' : '';
  if (column.type === 'jsonb') {
    const selected = `${jsonTypes[`${column.table}.${column.column}`] ?? 'unknown'}${suffix}`;
    const written = `string${suffix}${column.hasDefault || column.isNullable ? ' | undefined' : ''}`;
    return `ColumnType<${selected}, ${written}, string${suffix}>`;
  }
  const words = allowedWords(`${column.table}.${column.column}`, constraints);
  const base = baseTypes[column.type];
  if (!base) throw new Error(`scripts/table-types.ts has no type for ${column.type}, of ${column.table}.${column.column}.`);
  const type = `${words ? words.map((word) => `'${word}'`).join(' | ') : base}${suffix}`;
  if (column.isGenerated) return `GeneratedAlways<${type}>`;
  return column.isIdentity || column.hasDefault ? `Generated<${type}>` : type;
}

/** The words a column is limited to by a check of its own or of the column its foreign key points to. */
function allowedWords(column: string, constraints: Constraint[]): string[] | null {
  const own = constraints.filter((constraint) => constraint.column === column);
  for (const { definition } of own) {
    const list = /^CHECK \(\(\w+ = ANY \(ARRAY\[(.+)\]\)\)\)$/.exec(definition)?.[1];
    if (list?.includes("'")) return [...list.matchAll(/'([^']*)'::text/g)].map((match) => match[1] ?? '');
  }
  for (const { target } of own) {
    const words = target && target !== column ? allowedWords(target, constraints) : null;
    if (words) return words;
  }
  return null;
}

/** Checks of a single column, and each pair of columns of the foreign keys. */
async function findConstraints(db: Database): Promise<Constraint[]> {
  const { rows } = await sql<Constraint>`
    select conrelid::regclass || '.' || a.attname as "column", pg_get_constraintdef(c.oid) as "definition", confrelid::regclass || '.' || f.attname as "target"
    from pg_constraint c cross join unnest(c.conkey, c.confkey) as k(own, foreign_one)
    join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.own
    left join pg_attribute f on c.contype = 'f' and f.attrelid = c.confrelid and f.attnum = k.foreign_one
    where c.connamespace = 'public'::regnamespace and (c.contype = 'f' or c.contype = 'c' and cardinality(c.conkey) = 1)
    order by c.conrelid::regclass::text collate "C", c.conname collate "C"`.execute(db);
  return rows;
}

function pascalCase(name: string): string {
  return name.replaceAll(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

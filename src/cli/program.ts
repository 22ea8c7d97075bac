// The commands, their arguments and their help.
import { Command, InvalidArgumentError, Option } from 'commander';
import { parseDay } from '../core/dates.ts';
import { version } from '../http/version.ts';
import { languages } from '../i18n/languages.ts';
import { alignmentView, elementView } from '../views/matrices.ts';
import { comparisonView, sharedThreatsView } from '../views/shared.ts';
import { views } from '../views/views.ts';
import { runAuditVerify } from './audit.ts';
import { type ExportOptions, runExport } from './export.ts';
import { exits, exitsHelp, failure } from './failures.ts';
import { runImport } from './import.ts';
import { runRead } from './read.ts';
import { renderAlignment, renderComparison, renderElements, renderSharedThreats } from './render.ts';
import { type CommonOptions, runCommand, type Session } from './session.ts';
import { runToken, type TokenOptions, tokenRoles } from './token.ts';
import { runDump, runLoad, runMigrate, runSeed } from './transfer.ts';

const run = 'npm run synergy --';

/** Reads the arguments, runs the command, and returns the code to end with. */
export async function runProgram(parameters: readonly string[]): Promise<number> {
  let code: number = exits.ok;
  const program = new Command();
  program
    .name(run)
    .description('Strategy Synergy on the command line: import, read and export the records that the server answers from.')
    .version(version.version, '--version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .option('--json', 'print one JSON object: what GraphQL answers, or the report of the command')
    .addOption(new Option('--as-of <date>', 'the day to answer for, YYYY-MM-DD (default: today in UTC)').argParser(readDay))
    .addOption(new Option('--lang <language>', 'language of names and words').choices(languages.map((it) => it.toLowerCase())).default('en'))
    .configureHelp({ showGlobalOptions: true })
    .showHelpAfterError(`Run "${run} help", or a command with --help, for its arguments and examples.`)
    .exitOverride()
    .addHelpText('after', `\n${environmentHelp}\n\n${exitsHelp}`);

  const perform = async (work: (session: Session) => Promise<number>) => {
    code = await runCommand(commonOptions(program), work);
  };

  program
    .command('import')
    .argument(
      '<PATH...>',
      'pack files (.yaml, .json, .csv), IATI activities (.xml), a correction sheet that a state sent back (.xlsx), or folders with all pack files in them',
    )
    .description('import packs, and stage IATI activities: all of it or, where there is a problem, nothing')
    .option('--dry-run', 'do everything but write')
    .addHelpText(
      'after',
      examples('import plans/', 'import links.csv flows.csv --dry-run', 'import activities.xml --dry-run', 'import state-record-JAM.xlsx --dry-run'),
    )
    .action((paths: string[], { dryRun }: { dryRun?: boolean }) => perform((session) => runImport(session, paths, dryRun ?? false)));

  const unseen = ['--include-unseen', 'count what was not seen in a source too'] as const;
  program
    .command('matrix')
    .argument('<KEY>', 'key of an organization')
    .description('members of an organization by its objectives')
    .option(...unseen)
    .addHelpText('after', examples('matrix caricom', 'matrix caricom --as-of 2020-01-01 --lang fr', 'matrix caricom --json'))
    .action((organization: string, { includeUnseen }: { includeUnseen?: boolean }) =>
      perform((session) => runRead(session, alignmentView, { organization, includeUnseen }, renderAlignment)),
    );
  program
    .command('elements')
    .argument('<KEY>', 'key of an organization')
    .description('members of an organization by the elements of paras 28-29')
    .option(...unseen)
    .addHelpText('after', examples('elements caricom', 'elements asean --lang es'))
    .action((organization: string, { includeUnseen }: { includeUnseen?: boolean }) =>
      perform((session) => runRead(session, elementView, { organization, includeUnseen }, renderElements)),
    );
  program
    .command('threats')
    .argument('<KEY>', 'key of an organization')
    .description('threats that members of an organization share')
    .addHelpText('after', examples('threats caricom', 'threats ecowas --json'))
    .action((organization: string) => perform((session) => runRead(session, sharedThreatsView, { organization }, renderSharedThreats)));
  program
    .command('compare')
    .argument('<ISO3...>', '2 to 8 states, ISO 3166-1 alpha-3')
    .description('plans of 2 to 8 states side by side')
    .addHelpText('after', examples('compare JAM TTO', 'compare JAM TTO BLZ --as-of 2018-06-30'))
    .action((states: string[]) =>
      perform((session) => {
        checkCompared(states);
        return runRead(session, comparisonView, { states }, renderComparison);
      }),
    );

  const viewList = views.map(({ key, about }) => `  ${key.padEnd(14)} ${about}`).join('\n');
  program
    .command('export')
    .argument('<VIEW>', 'which view; they are listed below')
    .description('write a view as CSV or JSON')
    .option('--organization <KEY>', 'of an organization')
    .addOption(new Option('--states <ISO3,...>', 'of states, ISO 3166-1 alpha-3 with commas between').conflicts('organization').argParser(readStates))
    .addOption(new Option('--strategy <KEY>', 'of one strategy').conflicts(['organization', 'states']))
    .option(...unseen)
    .addOption(
      new Option('--format <format>', 'csv for spreadsheets, json as GraphQL answers it; --json is the same').choices(['csv', 'json']).default('csv'),
    )
    .option('--out <FILE>', 'write to a file instead of standard output')
    .addHelpText(
      'after',
      `\nViews:\n${viewList}\n${examples('export matrix --organization caricom --out matrix.csv', 'export elements --states JAM,TTO --format json', 'export strategies')}`,
    )
    .action((view: string, options: ExportOptions) =>
      perform((session) => {
        if (view === comparisonView.key && options.states) checkCompared(options.states);
        return runExport(session, view, { ...options, format: session.isJson ? 'json' : options.format });
      }),
    );

  program
    .command('token')
    .description('sign a token for trying out roles, valid for 15 minutes; not in production, where an identity provider does')
    .addOption(new Option('--role <role>', tokenRoles.join(', ')).argParser((text) => text.toLowerCase()).makeOptionMandatory())
    .option('--state <ISO3>', 'state of a reader, editor, approver or delegate')
    .option('--organization <KEY>', 'organization of an analyst')
    .option('--subject <NAME>', 'another account than the one that this role has')
    .addHelpText('after', examples('token --role editor --state JAM', 'token --role analyst --organization caricom', 'token --role secretariat'))
    .action((options: TokenOptions) => perform((session) => runToken(session, options)));
  program
    .command('migrate')
    .description('bring the database to the newest schema')
    .addHelpText('after', examples('migrate'))
    .action(() => perform(runMigrate));
  program
    .command('seed')
    .description('migrate, then fill in the records that come with this release; what was changed since is kept')
    .addHelpText('after', examples('seed', 'seed --json'))
    .action(() => perform(runSeed));
  program
    .command('dump')
    .argument('<FILE>', 'file to write')
    .description('write the whole database to a file')
    .addHelpText('after', examples('dump synergy.dump'))
    .action((file: string) => perform((session) => runDump(session, file)));
  program
    .command('load')
    .argument('<FILE>', 'file of dump')
    .description('fill an empty database from a file of dump; together they move one between embedded and server Postgres')
    .addHelpText('after', examples('load synergy.dump'))
    .action((file: string) => perform((session) => runLoad(session, file)));
  program
    .command('audit')
    .description('the trail of who changed what')
    .command('verify')
    .description('find any altered or missing row of the trail')
    .option('--head <HASH>', 'the hash that an earlier run told, noted down elsewhere: a trail written anew is found out by it')
    .addHelpText('after', examples('audit verify', 'audit verify --json'))
    .action(({ head }: { head?: string }) => perform((session) => runAuditVerify(session, head ?? null)));

  try {
    await program.parseAsync([...parameters], { from: 'user' });
    return code;
  } catch (error) {
    // Help and version end with 0; all else that commander refuses is wrong use, and was told.
    if (error instanceof Error && 'exitCode' in error) return error.exitCode === 0 ? exits.ok : exits.usage;
    throw error;
  }
}

const environmentHelp = `Environment:
  DATA_DIR      folder of the embedded database (./.data)
  DATABASE_URL  a PostgreSQL server instead, postgres://user:password@host:port/database
  DATABASE_OWNER_URL  the same as the owner of the tables, where the service has a login of its own

Data goes to standard output, all else to standard error. In a pipe run npm with -s, so that npm itself prints nothing:
  npm run -s synergy -- matrix caricom --json > matrix.json`;

function examples(...lines: string[]): string {
  return `\nExamples:\n${lines.map((line) => `  ${run} ${line}`).join('\n')}`;
}

function commonOptions(program: Command): CommonOptions {
  const { json, asOf, lang } = program.opts<{ json?: boolean; asOf?: string; lang: string }>();
  return { isJson: json ?? false, asOf: asOf ?? null, language: languages.find((it) => it.toLowerCase() === lang) ?? 'EN' };
}

function readDay(text: string): string {
  const day = parseDay(text);
  if (day === null) throw new InvalidArgumentError('Write a real day as YYYY-MM-DD.');
  return day;
}

function readStates(text: string): string[] {
  const states = text
    .split(',')
    .map((it) => it.trim())
    .filter(Boolean);
  if (states.length === 0) throw new InvalidArgumentError('Write codes with commas between, such as JAM,TTO.');
  return states;
}

function checkCompared(states: readonly string[]): void {
  const count = new Set(states).size;
  if (count < 2 || count > 8) throw failure(exits.usage, `Name 2 to 8 different states to compare, not ${count}.`);
}

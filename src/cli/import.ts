// The command `import`: packs from files and folders, all or nothing.
import { type Effect, effectSentence } from '../packs/effects.ts';
import { type FilesRead, readPackFiles } from '../packs/files.ts';
import { formatProblem, type ImportReport, importPack } from '../packs/service.ts';
import { migrate } from '../store/migrate.ts';
import { exits } from './failures.ts';
import { jsonOf } from './formats.ts';
import { startProgress } from './progress.ts';
import { type Session, withDatabase } from './session.ts';
import { table } from './tables.ts';

type Outcome = ImportReport & { isWritten: boolean; isDryRun: boolean; skipped: string[] };

/** An effect as JSON: by keys, with its sentence. */
function effectJson(effect: Effect, { language }: Session) {
  const { organization, cells, ...rest } = effect;
  return {
    organization: organization.key,
    ...rest,
    cells: cells.map(({ state, column }) => ({ state: state.key, column })),
    sentence: effectSentence(effect, language),
  };
}

export async function runImport(session: Session, paths: readonly string[], isDryRun: boolean): Promise<number> {
  const read = await readPackFiles(paths);
  if (read.files.length === 0 && read.problems.length === 0) {
    read.problems.push({
      file: paths.join(' '),
      line: 1,
      message: 'there is no pack file here. Name .yaml, .json or .csv files, or a folder with some.',
    });
  }
  const outcome =
    read.files.length === 0
      ? { problems: read.problems, warnings: [], counts: {}, effects: [], isWritten: false, isDryRun, skipped: read.skipped }
      : await importFiles(session, read, isDryRun);
  if (session.isJson) session.print(jsonOf({ ...outcome, effects: outcome.effects.map((effect) => effectJson(effect, session)) }));
  else tell(session, outcome);
  return outcome.problems.length > 0 ? exits.invalid : exits.ok;
}

function importFiles(session: Session, read: FilesRead, isDryRun: boolean): Promise<Outcome> {
  return withDatabase(session, true, async (db) => {
    const progress = startProgress(session.say);
    try {
      await migrate(db, ({ done, total }) => progress.step('Migrating', done, total));
      const report = await importPack(db, read.files, {
        dryRun: isDryRun,
        unread: read.problems,
        progress: (stage, done, total) => progress.step(stageNames[stage] ?? stage.replaceAll('_', ' '), done, total),
      });
      return { ...report, isWritten: report.problems.length === 0 && !isDryRun, isDryRun, skipped: read.skipped };
    } finally {
      progress.end();
    }
  });
}

const stageNames: Record<string, string> = { read: 'Reading files', check: 'Checking' };

function tell({ print, say, language }: Session, { problems, warnings, counts, effects, isWritten, skipped }: Outcome): void {
  if (skipped.length > 0) say(`Left out, being no pack files: ${skipped.join(', ')}.`);
  if (warnings.length > 0)
    print(`Warnings (${warnings.length}), which keep nothing out:\n${warnings.map((it) => `${formatProblem(it)}\n`).join('')}\n`);
  if (problems.length > 0) {
    print(`Problems (${problems.length}):\n${problems.map((it) => `${formatProblem(it)}\n`).join('')}\nNothing was written.\n`);
    return;
  }
  const rows = Object.entries(counts).map(([kind, count]) => [
    kind.replaceAll('_', ' '),
    ...[count.added, count.changed, count.unchanged].map(String),
  ]);
  const told = effects.map((effect) => `${effectSentence(effect, language)}\n`).join('');
  const dryRun = `\n${told && `What the public would see in the matrices:\n${told}\n`}A dry run: nothing was written.\n`;
  print(`${table(['', 'added', 'changed', 'unchanged'], rows)}\n${isWritten ? '' : dryRun}`);
}

// The command `import`: packs from files and folders, all or nothing; IATI activities as a dry run.
import { type Effect, effectSentence } from '../packs/effects.ts';
import { type FilesRead, readPackFiles, streamFile } from '../packs/files.ts';
import { loadStagingKnown } from '../packs/iati-known-store.ts';
import { type IatiReport, reportIati } from '../packs/iati-report.ts';
import { proposalSentence } from '../packs/proposals.ts';
import { formatProblem, type ImportReport, importPack } from '../packs/service.ts';
import type { Database } from '../store/db.ts';
import { migrate } from '../store/migrate.ts';
import { exits } from './failures.ts';
import { jsonOf } from './formats.ts';
import { type Progress, startProgress } from './progress.ts';
import { type Session, withDatabase } from './session.ts';
import { table } from './tables.ts';

/** `iati` is there where XML files were given. */
type Outcome = ImportReport & { isWritten: boolean; isDryRun: boolean; skipped: string[]; iati?: IatiReport };

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
  if (read.files.length + read.streams.length === 0 && read.problems.length === 0) {
    read.problems.push({
      file: paths.join(' '),
      line: 1,
      message: 'there is no pack file here. Name .yaml, .json or .csv files, a correction sheet (.xlsx), or a folder with some.',
    });
  }
  if (!isDryRun) {
    const message = 'IATI activities are not written yet. Add --dry-run to see what would be staged, or leave the file out.';
    read.problems.push(...read.streams.map((file) => ({ file, line: 1, message })));
    read.streams = [];
  }
  const outcome =
    read.files.length + read.streams.length === 0
      ? { problems: read.problems, warnings: [], counts: {}, proposals: [], effects: [], isWritten: false, isDryRun, skipped: read.skipped }
      : await importFiles(session, read, isDryRun);
  if (session.isJson) session.print(jsonOf({ ...outcome, effects: outcome.effects.map((effect) => effectJson(effect, session)) }));
  else tell(session, outcome, read.files.length > 0);
  return outcome.problems.length > 0 ? exits.invalid : exits.ok;
}

function importFiles(session: Session, read: FilesRead, isDryRun: boolean): Promise<Outcome> {
  return withDatabase(session, true, async (db): Promise<Outcome> => {
    const progress = startProgress(session.say);
    try {
      await migrate(db, ({ done, total }) => progress.step('Migrating', done, total));
      const report = await importPack(db, read.files, {
        dryRun: isDryRun,
        unread: read.problems,
        progress: (stage, done, total) => progress.step(stageNames[stage] ?? stage.replaceAll('_', ' '), done, total),
      });
      const outcome = { ...report, isWritten: report.problems.length === 0 && !isDryRun, isDryRun, skipped: read.skipped };
      if (read.streams.length === 0) return outcome;
      const iati = await readActivities(session, db, read.streams, progress);
      const [problems, warnings] = [
        [...report.problems, ...iati.problems],
        [...report.warnings, ...iati.warnings],
      ];
      return { ...outcome, problems, warnings, iati };
    } finally {
      progress.end();
    }
  });
}

/** Reads XML files as they stream from disk: none is held whole. */
async function readActivities(session: Session, db: Database, names: readonly string[], progress: Progress): Promise<IatiReport> {
  const known = await loadStagingKnown(db, session.asOf ?? new Date().toISOString().slice(0, 10));
  if (known.states.size === 0) session.say('The database holds no states yet, so every recipient is unknown. Run "npm run synergy -- seed" first.');
  progress.step('Reading activities', 0, 1);
  return reportIati(
    names.map((name) => ({ name, pieces: streamFile(name) })),
    known,
  );
}

const stageNames: Record<string, string> = { read: 'Reading files', check: 'Checking' };

function tell({ print, say, language }: Session, outcome: Outcome, isPack: boolean): void {
  const { problems, warnings, counts, proposals, effects, isWritten, skipped, iati } = outcome;
  if (skipped.length > 0) say(`Left out, being no pack files: ${skipped.join(', ')}.`);
  if (warnings.length > 0)
    print(`Warnings (${warnings.length}), which keep nothing out:\n${warnings.map((it) => `${formatProblem(it)}\n`).join('')}\n`);
  if (problems.length > 0) print(`Problems (${problems.length}):\n${problems.map((it) => `${formatProblem(it)}\n`).join('')}\n`);
  if (iati) print(`${activitiesText(iati)}\n`);
  if (problems.length > 0) {
    print('Nothing was written.\n');
    return;
  }
  const rows = Object.entries(counts).map(([kind, count]) => [
    kind.replaceAll('_', ' '),
    ...[count.added, count.changed, count.unchanged].map(String),
  ]);
  if (rows.length > 0 || (isPack && proposals.length === 0)) print(`${table(['', 'added', 'changed', 'unchanged'], rows)}\n`);
  for (const proposal of proposals) print(`${proposalSentence(proposal, language)}\n`);
  if (effects.length > 0)
    print(`\nWhat the public would see in the matrices:\n${effects.map((effect) => `${effectSentence(effect, language)}\n`).join('')}`);
  print(isWritten ? '' : `${isPack ? '\n' : ''}A dry run: nothing was written.\n`);
}

/** Activities that are listed; --json has all. */
const listedMax = 20;

function activitiesText({ counts, reasons, staged }: IatiReport): string {
  const about = `Activities: ${counts.read} would be staged, ${counts.leftOut} left out with a problem; nothing speaks against ${counts.withoutReason} of those staged.`;
  const lines = staged.slice(0, listedMax).map(({ file, line, identifier, title, reasons: why }) => {
    const because = why.map(({ code, detail }) => `    ${code}${detail === null ? '' : `: ${detail}`}\n`).join('');
    return `${file}:${line}: ${identifier}, ${title}\n${because}`;
  });
  const more = staged.length > listedMax ? `and ${staged.length - listedMax} more; --json lists all.\n` : '';
  const byReason = reasons.map(({ code, count }) => [code, String(count)]);
  return `${about}\n${byReason.length > 0 ? `\n${table(['reason', 'activities'], byReason)}\n` : ''}\n${lines.join('')}${more}`;
}

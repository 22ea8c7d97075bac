// The command `import`: packs and IATI activities from files and folders, all or nothing.
import type { Language } from '../i18n/languages.ts';
import { plain } from '../i18n/words.ts';
import { type Effect, effectSentence } from '../packs/effects.ts';
import { type FilesRead, readPackFiles, streamFile } from '../packs/files.ts';
import type { IatiReport } from '../packs/iati-report.ts';
import { proposalSentence } from '../packs/proposals.ts';
import { formatProblem, type ImportReport, importPack, type Problem, toldProblem } from '../packs/service.ts';
import type { Count } from '../packs/write-strategies.ts';
import { migrate } from '../store/migrate.ts';
import { jsonOf } from '../views/formats.ts';
import { exits } from './failures.ts';
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

/** The outcome as JSON, with what a person reads in the language of the command. */
function outcomeJson(outcome: Outcome, session: Session) {
  const told = (problems: readonly Problem[]) => problems.map((problem) => toldProblem(problem, session.language));
  return {
    ...outcome,
    problems: told(outcome.problems),
    warnings: told(outcome.warnings),
    effects: outcome.effects.map((effect) => effectJson(effect, session)),
    iati: outcome.iati && {
      ...outcome.iati,
      problems: told(outcome.iati.problems),
      warnings: told(outcome.iati.warnings),
      leftOut: told(outcome.iati.leftOut),
    },
  };
}

export async function runImport(session: Session, paths: readonly string[], isDryRun: boolean): Promise<number> {
  const read = await readPackFiles(paths);
  if (read.files.length + read.streams.length === 0 && read.problems.length === 0) {
    read.problems.push({
      file: paths.join(' '),
      line: 1,
      message: plain(
        'there is no pack file here. Name .yaml, .json or .csv files, a correction sheet or a plan template (.xlsx), or a folder with some.',
      ),
    });
  }
  const outcome =
    read.files.length + read.streams.length === 0
      ? {
          problems: read.problems,
          warnings: [],
          counts: {},
          proposals: [],
          effects: [],
          iati: null,
          isWritten: false,
          isDryRun,
          skipped: read.skipped,
        }
      : await importFiles(session, read, isDryRun);
  if (session.isJson) session.print(jsonOf(outcomeJson(outcome, session)));
  else tell(session, outcome, read.files.length > 0);
  return outcome.problems.length > 0 ? exits.invalid : exits.ok;
}

function importFiles(session: Session, { files, streams, skipped, problems }: FilesRead, isDryRun: boolean): Promise<Outcome> {
  return withDatabase(session, true, async (db): Promise<Outcome> => {
    const progress = startProgress(session.say);
    try {
      await migrate(db, ({ done, total }) => progress.step('Migrating', done, total));
      const activities = streams.length === 0 ? undefined : activitiesOf(session, streams);
      const report = await importPack(db, files, {
        dryRun: isDryRun,
        unread: problems,
        activities,
        progress: (stage, done, total) => progress.step(stageNames[stage] ?? stage.replaceAll('_', ' '), done, total),
      });
      return { ...report, isWritten: report.problems.length === 0 && !isDryRun, isDryRun, skipped };
    } finally {
      progress.end();
    }
  });
}

/** XML files, which stream from disk each time they are read: none is held whole. */
function activitiesOf({ asOf }: Session, streams: FilesRead['streams']) {
  return {
    files: streams.map(({ name }) => ({ name, open: () => streamFile(name) })),
    bytes: streams.reduce((sum, { bytes }) => sum + bytes, 0),
    asOf: asOf ?? new Date().toISOString().slice(0, 10),
  };
}

const stageNames: Record<string, string> = {
  read: 'Reading files',
  survey: 'Reading activities, in bytes',
  check: 'Checking',
  stage: 'Staging activities, in bytes',
};

function tell({ print, say, language }: Session, outcome: Outcome, isPack: boolean): void {
  const { problems, warnings, counts, proposals, effects, isWritten, skipped, iati } = outcome;
  if (skipped.length > 0) say(`Left out, being no pack files: ${skipped.join(', ')}.`);
  if (warnings.length > 0)
    print(`Warnings (${warnings.length}), which keep nothing out:\n${warnings.map((it) => `${formatProblem(it, language)}\n`).join('')}\n`);
  if (problems.length > 0) print(`Problems (${problems.length}):\n${problems.map((it) => `${formatProblem(it, language)}\n`).join('')}\n`);
  if (iati) print(`${activitiesText(iati, counts.staged_activity, language)}\n`);
  if (problems.length > 0) {
    print('Nothing was written.\n');
    return;
  }
  const rows = Object.entries(counts)
    .filter(([kind]) => kind !== 'staged_activity')
    .map(([kind, count]) => [kind.replaceAll('_', ' '), ...[count.added, count.changed, count.unchanged].map(String)]);
  if (rows.length > 0 || (isPack && proposals.length === 0)) print(`${table(['', 'added', 'changed', 'unchanged'], rows)}\n`);
  for (const proposal of proposals) print(`${proposalSentence(proposal, language)}\n`);
  if (effects.length > 0)
    print(`\nWhat the public would see in the matrices:\n${effects.map((effect) => `${effectSentence(effect, language)}\n`).join('')}`);
  print(isWritten ? '' : `${isPack ? '\n' : ''}A dry run: nothing was written.\n`);
}

/** Activities that are listed; --json has all. */
const listedMax = 20;

function activitiesText({ counts, reasons, activities, leftOut }: IatiReport, count: Count | undefined, language: Language): string {
  const left =
    leftOut.length === 0
      ? ''
      : `Left out (${counts.leftOut}), which keeps no others out:\n${leftOut.map((it) => `${formatProblem(it, language)}\n`).join('')}\n`;
  const howMany = count ? `: ${count.added} new, ${count.changed} changed, ${count.unchanged} as they were` : '';
  const about = [
    `Activities: ${counts.read} read, ${counts.leftOut} left out.`,
    `Staged: ${counts.staged}, which nobody but the Secretariat and administrators sees until a second person publishes them${howMany}; nothing speaks against ${counts.withoutReason}.`,
  ];
  const lines = activities.slice(0, listedMax).map(({ file, line, identifier, title, fate, reasons: why }) => {
    const because = why.map(({ code, detail }) => `    ${code}${detail === null ? '' : `: ${detail}`}\n`).join('');
    return `${file}:${line}: ${identifier}, ${title}${fate === 'STAGED' ? '' : ' (not staged)'}\n${because}`;
  });
  const more = activities.length > listedMax ? `and ${activities.length - listedMax} more; --json lists all.\n` : '';
  const byReason = reasons.map(({ code, count }) => [code, String(count)]);
  return `${left}${about.join('\n')}\n${byReason.length > 0 ? `\n${table(['reason', 'activities'], byReason)}\n` : ''}\n${lines.join('')}${more}`;
}

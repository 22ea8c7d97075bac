// From the files of a pack to its items, with every problem that can be seen without a database. Pure.
import type * as v from 'valibot';
import { plain } from '../i18n/words.ts';
import { readAssessments } from './assessment-format.ts';
import { type PackDocument, readDocument } from './documents.ts';
import type { Item, PackFile, Problem, Where } from './model.ts';
import { emptyPack, type Pack } from './pack.ts';
import { addProblem, type Findings, hasEnough, quote } from './problems.ts';
import { rowFormats } from './row-formats.ts';
import { checkShape } from './shapes.ts';
import { readSheet, type Sheet } from './sheets.ts';
import { eachOf, inOneGo, type Steps } from './steps.ts';
import { readStrategy } from './strategy-format.ts';
import { fileText } from './text.ts';
import { readTreaty } from './treaty-format.ts';

export type ParsedPack = Findings & {
  pack: Pack;
  /** Names that files with problems may have meant to bring: that they are missing is not told again. */
  brokenNames: Set<string>;
};

/** A pack that nothing was read into yet. */
export function newParsedPack(): ParsedPack {
  return { pack: emptyPack(), problems: [], warnings: [], brokenNames: new Set() };
}

/** Reads the files of a pack in their order. A document or row with problems leaves no item. */
export function parsePack(files: readonly PackFile[], onFile: (done: number) => void = () => {}): ParsedPack {
  const parsed = newParsedPack();
  files.forEach((file, index) => {
    inOneGo(parseInto(parsed, file));
    onFile(index + 1);
  });
  return parsed;
}

/** Reads one more file into a pack. Where it has very many problems the rest of it is not looked at. */
export function* parseInto(parsed: ParsedPack, file: PackFile): Steps<void> {
  const before = parsed.problems.length;
  const text = fileText(file, parsed.problems);
  if (text === null) return;
  yield* parseFile(file.name, text, parsed.pack, parsed);
  if (parsed.problems.length > before) addNames(text, parsed.brokenNames);
  if (hasEnough(parsed.problems, before)) {
    const message = 'the file has very many problems; the rest of it was not looked at. Mend these first.';
    parsed.problems.push({ file: file.name, line: parsed.problems.at(-1)?.line ?? 1, message: plain(message) });
  }
}

/** In a text that is larger than this, names are not looked for: it takes its time. */
const namesTextMax = 2_000_000;

/** Whatever stands after "id:", or first in a row. */
function addNames(text: string, names: Set<string>): void {
  if (text.length > namesTextMax) return;
  for (const [, id, cell] of text.matchAll(/"?\bid"?:\s*["']?([\w.:-]+)|^["']?([\w.:-]+)["']?,/gm)) names.add(id ?? cell ?? '');
}

function* parseFile(file: string, text: string, pack: Pack, findings: Findings): Steps<void> {
  if (/\.csv$/i.test(file)) {
    const sheet = yield* readSheet(file, text, findings.problems);
    if (sheet) yield* readRows(file, sheet, pack, findings);
  } else if (/\.(ya?ml|json)$/i.test(file)) {
    const document = yield* readDocument(file, text, findings.problems);
    yield;
    if (document) readItems(file, document, pack, findings);
  } else {
    findings.problems.push({ file, line: 1, message: plain('files of a pack end in .yaml, .yml, .json or .csv. Rename or leave out this one.') });
  }
}

const documentFormats = 'strategy/1, assessments/1, treaty/1';

function readItems(file: string, { value, line }: PackDocument, pack: Pack, { problems }: Findings): void {
  const where: Where = { file, line };
  const root: Record<string, unknown> = typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
  if (root.schema === 'strategy/1') {
    const strategy = readStrategy(value, where, problems);
    if (strategy) pack.strategy.push(strategy);
  } else if (root.schema === 'assessments/1') {
    pack.assessment.push(...readAssessments(value, where, problems));
  } else if (root.schema === 'treaty/1' || (root.schema === undefined && 'instruments' in root)) {
    const { instruments, provisions } = readTreaty(value, where, problems);
    pack.instrument.push(...instruments);
    pack.concept.push(...provisions);
  } else if (root.schema === undefined) {
    const first = Object.keys(root)[0];
    const found = first === undefined ? 'the file does not begin with keys' : `the file begins with the key ${quote(first)} and has no key "schema"`;
    addProblem(
      problems,
      where,
      plain(`unknown format: ${found}. Add \`schema: strategy/1\` or another known format (${documentFormats}).`),
      first === undefined ? [] : [first],
    );
  } else {
    addProblem(problems, where, plain(`unknown format: the schema is ${quote(root.schema)}. Known: ${documentFormats}.`), ['schema']);
  }
}

type RowFormat = (typeof rowFormats)[number];

/** Rows that are read in one step. */
const stepRows = 500;

function* readRows(file: string, sheet: Sheet, pack: Pack, { problems, warnings }: Findings): Steps<void> {
  const before = problems.length;
  const format = formatOf(file, sheet, problems);
  if (!format) return;
  const names = sheet.header.cells;
  const ignored = names.filter((name) => format.ignored.includes(name));
  if (ignored.length > 0) warnings.push({ file, line: sheet.header.line, message: plain(`these columns are not read: ${ignored.join(', ')}.`) });
  const used = names.map((name) => !ignored.includes(name));
  yield* eachOf(sheet.rows, stepRows, ({ cells, line }, index) => {
    if (hasEnough(problems, before)) return;
    const row: Record<string, string | null> = {};
    names.forEach((name, at) => {
      if (used[at]) row[name] = cells[at] === '' ? null : (cells[at] ?? null);
    });
    const where: Where = { file, line: () => line };
    pushRow(pack, format, row, index, where, problems);
  });
}

function pushRow<F extends RowFormat>(pack: Pack, format: F, row: unknown, index: number, where: Where, problems: Problem[]): void {
  const read = checkShape(format.read as v.GenericSchema, row, where, problems);
  if (read === null) return;
  const items = pack[format.kind] as Item<unknown>[];
  items.push({ value: format.toValue(read as never, index), where });
}

/** The format whose columns the header has; a problem where there is none. */
function formatOf(file: string, { header }: Sheet, problems: Problem[]): RowFormat | null {
  const knows = (format: RowFormat, name: string) => Object.hasOwn(format.columns, name) || format.ignored.includes(name);
  const missingFrom = (format: RowFormat) =>
    Object.entries(format.columns).flatMap(([name, schema]) => (schema.type === 'nullish' || header.cells.includes(name) ? [] : [name]));
  const fitOf = (format: RowFormat) => header.cells.filter((name) => knows(format, name)).length - missingFrom(format).length;
  const [best] = [...rowFormats].sort((a, b) => fitOf(b) - fitOf(a));
  if (!best || fitOf(best) * 2 < header.cells.length) {
    const separator = header.cells.length === 1 && /[;\t]/.test(header.cells[0] ?? '') ? ' The columns must be divided by commas.' : '';
    problems.push({
      file,
      line: header.line,
      message: plain(
        `unknown format: the header is ${quote(header.cells.join(','))}.${separator} Known: ${rowFormats.map((format) => format.name).join(', ')}; the files in seeds/reference show their columns.`,
      ),
    });
    return null;
  }
  const unknown = header.cells.filter((name) => !knows(best, name));
  const missing = missingFrom(best);
  const at = { file, line: header.line };
  for (const name of unknown.slice(0, 20))
    problems.push({
      ...at,
      message: plain(`unknown column ${quote(name)} in a file of ${best.name}. Known: ${Object.keys(best.columns).join(', ')}.`),
    });
  if (missing.length > 0) problems.push({ ...at, message: plain(`a file of ${best.name} needs the columns ${missing.join(', ')} too. Add them.`) });
  return unknown.length + missing.length > 0 ? null : best;
}

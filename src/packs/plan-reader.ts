// From the cells of a plan template that was filled in to the document of a strategy, which is then read as one of YAML is. Pure.
import type { ConceptScheme } from '../concepts/model.ts';
import { conceptSchemes } from '../concepts/model.ts';
import type { Language } from '../i18n/languages.ts';
import { languages } from '../i18n/languages.ts';
import { message } from '../i18n/messages.ts';
import { say, type Words } from '../i18n/words.ts';
import { codeOfWord } from './correction-model.ts';
import { type CellValue, placeOf, type SheetTab, textOf } from './correction-reader.ts';
import type { Item, Path, Where } from './model.ts';
import {
  type PlanColumn,
  type PlanField,
  planChoices,
  planColumnName,
  planColumns,
  planFieldName,
  planFields,
  readPlanMark,
} from './plan-template.ts';
import { addProblem, type Findings, hasEnough, shown, suggestion, withHelp } from './problems.ts';
import { kebab } from './shapes.ts';
import { readStrategy, type StrategyValue } from './strategy-format.ts';

type At = { tab: string; row: number };
type Report = (at: At, words: Words) => void;
type Node = { id: string; kind: string; children: Node[] } & Record<string, unknown>;
type Cover = Record<PlanField, { at: At; text: string | null }>;

/** `id`: of the strategy, where it is known, so that what names it is not told to be unknown. */
export type PlanRead = { item: Item<StrategyValue> | null; id: string | null };

/** The tab with the mark of a plan template, and its language; "other": a mark that cannot be read. Null where there is none. */
export function findPlanCover(tabs: readonly SheetTab[]): { tab: SheetTab; row: number; mark: Language | 'other' } | null {
  for (const tab of tabs) {
    for (const [index, cells] of tab.data.entries()) {
      const mark = cells.map((cell) => (typeof cell === 'string' ? readPlanMark(cell) : null)).find((it) => it !== null);
      if (mark) return { tab, row: index + 1, mark };
    }
  }
  return null;
}

/** Reads a plan template. No item, with problems by tab and row, where it cannot be taken as it is. */
export function readPlan(file: string, tabs: readonly SheetTab[], findings: Findings): PlanRead {
  const { problems } = findings;
  const before = problems.length;
  const report: Report = (at, words) => {
    if (!hasEnough(problems, before)) problems.push({ file, line: at.row, place: placeOf(at), message: words });
  };
  const cover = findPlanCover(tabs);
  if (cover === null || cover.mark === 'other') {
    problems.push({ file, line: 1, message: say('pack.otherTemplate') });
    return { item: null, id: null };
  }
  const fields = coverOf(cover.tab, cover.row);
  const [title, scope, status] = (['title', 'scope', 'status'] as const).map((field) => needed(cover.mark as Language, fields, field, report));
  const owner = needed(cover.mark, fields, 'owner', report);
  if (owner === null) return { item: null, id: null };
  const id = fields.key.text ?? keyOf(owner, codeOf('scope', scope ?? null), fields.validFrom.text);
  if (fields.key.text === null) {
    const words = say('pack.keyMade', { key: shown(id) });
    addProblem(findings.warnings, whereOf(file, fields, null, new Map()), words, ['id']);
  }
  const language = fields.language.text ?? cover.mark.toLowerCase();
  const places = new Map<object, At>();
  const structure = readRows(cover.mark, tabs, { id, language }, places, { file, findings, report });
  const isState = /^[A-Z]{3}$/.test(owner);
  const document = {
    schema: 'strategy/1',
    id,
    title: inLanguage(title ?? 'none', language),
    owner: isState ? { state: owner } : { organization: owner },
    level: isState ? 'national' : 'regional',
    scope: scope == null ? 'overarching' : codeOf('scope', scope),
    status: status == null ? 'draft' : codeOf('status', status),
    valid: { from: fields.validFrom.text, to: fields.validTo.text },
    sources: sourcesOf(fields),
    structure,
  };
  const item = readStrategy(document, whereOf(file, fields, document, places), problems);
  return { item: problems.length > before ? null : item, id };
}

/** Each field stands in the cell before its name; one whose name is gone is empty, at the row of the mark. */
function coverOf({ sheet, data }: SheetTab, markRow: number): Cover {
  const entries = planFields.map((field) => {
    const index = data.findIndex((cells) => cells.includes(planFieldName(field)));
    const cells = data[index] ?? [];
    const at = { tab: sheet, row: index < 0 ? markRow : index + 1 };
    return [field, { at, text: cellText(cells[cells.indexOf(planFieldName(field)) - 1]) }];
  });
  return Object.fromEntries(entries) as Cover;
}

const cellText = (value: CellValue | undefined): string | null => textOf(value ?? null)?.normalize('NFC') ?? null;

function needed(language: Language, fields: Cover, field: PlanField, report: Report): string | null {
  const { at, text } = fields[field];
  if (text === null) report(at, say('pack.fieldEmpty', { name: message(language, `template.field.${field}`) }));
  return text;
}

/** The code of a word in any of the six languages; what is none stays as it is written, and the format says what may stand there. */
function codeOf(field: 'scope' | 'status', text: string | null): string {
  return kebab(codeOfWord(text ?? '', planChoices[field]) ?? text ?? '');
}

/** A key for a plan without one: whose it is, of what kind, and when it begins. */
function keyOf(owner: string, scope: string, validFrom: string | null): string {
  const parts = [owner.toLowerCase(), /^[a-z-]+$/.test(scope) ? scope : 'plan', validFrom?.slice(0, 4)];
  return parts.filter((part) => part).join('-');
}

const inLanguage = (text: string, language: string) =>
  languages.some((it) => it.toLowerCase() === language)
    ? { [language]: text, original_language: language }
    : { original: text, original_language: language };

function sourcesOf({ sourceTitle, sourceRef }: Cover) {
  const title = sourceTitle.text ?? sourceRef.text;
  return title === null ? [] : [{ title, ref: sourceRef.text }];
}

/** Where the keys of the document stand on the cover; all else stands in the row of its node. */
const fieldOfKey: Readonly<Record<string, PlanField>> = {
  id: 'key',
  title: 'title',
  owner: 'owner',
  level: 'owner',
  scope: 'scope',
  status: 'status',
  valid: 'validFrom',
  sources: 'sourceTitle',
};

function whereOf(file: string, fields: Cover, document: object | null, places: ReadonlyMap<object, At>): Where {
  const atOf = (path: Path = []): At => {
    const [first, second] = path;
    if (first === 'valid' && second === 'to') return fields.validTo.at;
    if (second === 'ref') return fields.sourceRef.at;
    if (path.includes('original_language')) return fields.language.at;
    let [value, at]: [unknown, At] = [document, fields[fieldOfKey[String(first)] ?? 'title'].at];
    for (const step of path) {
      if (typeof value !== 'object' || value === null) break;
      value = (value as Record<string | number, unknown>)[step];
      at = (typeof value === 'object' && value !== null && places.get(value)) || at;
    }
    return at;
  };
  return { file, line: (path) => atOf(path).row, place: (path) => placeOf(atOf(path)) };
}

type Plan = { id: string; language: string };
type Reading = { file: string; findings: Findings; report: Report };

function readRows(mark: Language, tabs: readonly SheetTab[], plan: Plan, places: Map<object, At>, { file, findings, report }: Reading): Node[] {
  const keys = keysOf(tabs);
  const [top, byNumber, rowOf]: [Node[], Map<string, Node>, Map<string, number>] = [[], new Map(), new Map()];
  let isRead = false;
  for (const tab of tabs) {
    const columns = columnsOf(tab, mark);
    if (columns === null) continue;
    isRead = true;
    for (const [index, cells] of tab.data.entries()) {
      if (index <= columns.head) continue;
      const of = (column: PlanColumn) => cellText(cells[columns.places[column]]);
      if (planColumns.every((column) => of(column) === null)) continue;
      const at = { tab: tab.sheet, row: index + 1 };
      const number = numberOf(cells[columns.places.number], at, report);
      if (number === null) continue;
      const parent = number.includes('.') ? number.slice(0, number.lastIndexOf('.')) : null;
      const above = parent === null ? null : byNumber.get(parent);
      if (byNumber.has(number)) report(at, say('pack.rowNumberTwice', { number, row: rowOf.get(number) ?? at.row }));
      else if (above === undefined) report(at, say('pack.noRowAbove', { number, parent: parent ?? '' }));
      else {
        const text = of('text');
        if (text === null) report(at, say('pack.partEmpty', { name: planColumnName(mark, 'text') }));
        const node = nodeOf(plan, number, above, { text: text ?? 'none', page: of('page'), body: of('body'), deadline: of('deadline') });
        node.tags = tagsOf(of('tags'), keys, at, report);
        (above?.children ?? top).push(node);
        const indicators = (of('indicator') ?? '').split('\n').filter((line) => line.trim() !== '');
        node.children.push(...indicators.map((line, place) => indicatorOf(plan, node, place + 1, line.trim(), of('page'))));
        for (const it of [node, ...node.children]) places.set(it, at);
        byNumber.set(number, node);
        rowOf.set(number, at.row);
      }
    }
  }
  if (!isRead) {
    findings.problems.push({ file, line: 1, message: say('pack.noPlanColumns', { name: planColumnName(mark, 'number') }) });
  }
  return top;
}

/** Where the columns are, by their names in the language of the mark; null for a tab without number and text. */
function columnsOf({ data }: SheetTab, language: Language): { head: number; places: Record<PlanColumn, number> } | null {
  for (const [head, cells] of data.entries()) {
    const placeOfColumn = (column: PlanColumn) =>
      cells.findIndex((cell) => typeof cell === 'string' && cell.trim() === planColumnName(language, column));
    const places = Object.fromEntries(planColumns.map((column) => [column, placeOfColumn(column)])) as Record<PlanColumn, number>;
    if (places.number >= 0 && places.text >= 0) return { head, places };
  }
  return null;
}

/** The same with the digits 0 to 9 for those of other scripts. */
const inDigits = (text: string) => text.normalize('NFKC').replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0xf));

/** The number of a row, such as 1.2.3; digits of other scripts are read too. */
function numberOf(cell: CellValue | undefined, at: At, report: Report): string | null {
  const help = say('pack.numberHelp');
  if (cell instanceof Date) {
    report(at, say('pack.numberIsDate', { help }));
    return null;
  }
  const written = cellText(cell);
  if (written === null) {
    report(at, say('pack.noRowNumber', { help }));
    return null;
  }
  const number = inDigits(written).replace(/[.\s]+$/, '');
  if (/^[1-9]\d{0,3}(?:\.[1-9]\d{0,3}){0,2}$/.test(number)) return number;
  report(at, say('pack.badRowNumber', { written: shown(written), help }));
  return null;
}

const kinds = [
  ['pillar', 'p'],
  ['objective', 'o'],
  ['measure', 'm'],
] as const;

function nodeOf(
  { id, language }: Plan,
  number: string,
  above: Node | null,
  { text, page, body, deadline }: { text: string } & Record<'page' | 'body' | 'deadline', string | null>,
): Node {
  const parts = number.split('.');
  const [kind, letter] = kinds[parts.length - 1] ?? kinds[2];
  return {
    id: `${above?.id ?? id}.${letter}${parts.at(-1)}`,
    kind,
    label: inLanguage(text, language),
    responsible: body,
    deadline: deadline && inDigits(deadline),
    citation: page === null ? null : { page },
    children: [],
  };
}

function indicatorOf({ language }: Plan, of: Node, place: number, text: string, page: string | null): Node {
  return {
    id: `${of.id}.i${place}`,
    kind: 'indicator',
    label: inLanguage(text, language),
    citation: page === null ? null : { page },
    children: [],
  };
}

/** The keys that the template lists, each with its scheme in the last cell of its row. */
function keysOf(tabs: readonly SheetTab[]): Map<string, ConceptScheme> {
  const keys = new Map<string, ConceptScheme>();
  for (const { data } of tabs) {
    for (const cells of data) {
      const scheme = conceptSchemes.find((it) => it === cells[2]);
      const key = cellText(cells[0]);
      if (scheme && key !== null) keys.set(key, scheme);
    }
  }
  return keys;
}

function tagsOf(written: string | null, keys: ReadonlyMap<string, ConceptScheme>, at: At, report: Report): Record<string, string[]> {
  const tags = { THREAT: new Set<string>(), ELEMENT: new Set<string>(), PROVISION: new Set<string>() };
  for (const part of (written ?? '').split(/[,;،，、；\n]/)) {
    const key = part.trim().toLowerCase();
    if (key === '') continue;
    const scheme = keys.get(key);
    if (scheme) tags[scheme].add(key);
    else report(at, withHelp(say('pack.unknownTag', { key: shown(part.trim()) }), suggestion(key, keys.keys(), say('pack.tagHelp'))));
  }
  return { threats: [...tags.THREAT], elements: [...tags.ELEMENT], provisions: [...tags.PROVISION] };
}

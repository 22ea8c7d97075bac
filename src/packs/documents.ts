// YAML and JSON files to plain values, each with the line it stands on. Nothing of the file is executed or expanded. Pure.
import { Composer, type Document, isAlias, isMap, isScalar, isSeq, Lexer, LineCounter, type Node, Parser, type Scalar, type YAMLError } from 'yaml';
import { plain } from '../i18n/words.ts';
import type { Path, Problem } from './model.ts';
import { quote } from './problems.ts';
import type { Steps } from './steps.ts';

export type PackDocument = { value: unknown; line: (path?: Path) => number };

const depthMax = 64;
const tooDeep = `nested deeper than ${depthMax} levels. Make the structure flatter.`;
const syntaxProblemsMax = 3;
/** Names that JavaScript gives a meaning of its own. */
const reservedKeys = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Reads a document in steps. Null with problems where it is not well-formed; what is not read of a well-formed one, such as a key given
 * twice, is a problem too.
 */
export function* readDocument(file: string, text: string, problems: Problem[]): Steps<PackDocument | null> {
  const lineCounter = new LineCounter();
  const report = (offset: number, message: string) => problems.push({ file, line: lineCounter.linePos(offset).line || 1, message: plain(message) });
  const [document, second] = yield* composed(text, lineCounter);
  const broken = [...(document?.errors ?? []), ...(document?.warnings ?? [])];
  const messages = new Map(broken.map((error) => [syntaxMessage(error), error.pos[0]]));
  if (second) messages.set('a second document begins here. Put each into a file of its own.', second.range[0]);
  for (const [message, offset] of [...messages].slice(0, syntaxProblemsMax)) report(offset, message);
  if (!document || messages.size > 0) return null;
  yield;

  const linesOf = new Map<object, Map<string | number, number>>();
  const lineOf = (node: unknown): number => lineCounter.linePos(offsetOf(node)).line || 1;

  function toValue(node: unknown, depth: number): unknown {
    if (depth > depthMax) {
      report(offsetOf(node), tooDeep);
      return null;
    }
    if (isAlias(node)) {
      report(offsetOf(node), `*${node.source} stands for a text elsewhere, which is not read here. Write the text out.`);
      return `*${node.source}`;
    }
    if (isMap(node)) {
      const value: Record<string, unknown> = Object.create(null);
      const lines = new Map<string, number>();
      linesOf.set(value, lines);
      for (const { key, value: inner } of node.items) {
        const name = isScalar(key) ? scalarText(key) : null;
        if (name === null) report(offsetOf(key), 'a key must be a single word. Write it as `key: value`.');
        else if (reservedKeys.has(name)) report(offsetOf(key), `unknown key ${quote(name)}. Remove it.`);
        else if (lines.has(name)) report(offsetOf(key), `key ${quote(name)} is given twice, first on line ${lines.get(name)}. Keep one.`);
        else {
          lines.set(name, lineOf(key));
          value[name] = toValue(inner, depth + 1);
        }
      }
      return value;
    }
    if (isSeq(node)) {
      const lines = new Map<number, number>(node.items.map((item, index) => [index, lineOf(item ?? node)]));
      const value = node.items.map((item) => toValue(item, depth + 1));
      linesOf.set(value, lines);
      return value;
    }
    return isScalar(node) ? storable(node) : null;
  }

  function storable(node: Scalar): unknown {
    if (typeof node.value === 'string' && (node.value.includes('\0') || !node.value.isWellFormed())) {
      report(offsetOf(node), 'the text holds a character that cannot be stored (code 0, or half of one). Remove it.');
    }
    return typeof node.value === 'bigint' ? Number(node.value) : node.value;
  }

  const value = toValue(document.contents, 0);
  const rootLine = lineOf(document.contents);
  return { value, line: (path = []) => lineAt(value, path, linesOf, rootLine) };
}

/** Words of a document that are read in one step. */
const stepWords = 5_000;

/** The first two documents of a text, the second to say that there is one. */
function* composed(text: string, lineCounter: LineCounter): Steps<Document.Parsed[]> {
  const parser = new Parser(lineCounter.addNewLine);
  // uniqueKeys compares each key with all before it: our own check is linear.
  const composer = new Composer({ uniqueKeys: false, strict: true, schema: 'core' });
  const documents: Document.Parsed[] = [];
  lineCounter.addNewLine(0);
  let words = 0;
  for (const word of new Lexer().lex(text)) {
    for (const token of parser.next(word)) documents.push(...composer.next(token));
    words += 1;
    if (words % stepWords === 0) yield;
    if (documents.length > 1) return documents;
  }
  for (const token of parser.end()) documents.push(...composer.next(token));
  documents.push(...composer.end(true, text.length));
  return documents;
}

/** Line of the deepest value on the way that is there. */
function lineAt(root: unknown, path: Path, linesOf: Map<object, Map<string | number, number>>, rootLine: number): number {
  let [value, line] = [root, rootLine];
  for (const step of path) {
    if (typeof value !== 'object' || value === null) break;
    const next = linesOf.get(value)?.get(step);
    if (next === undefined) break;
    line = next;
    value = (value as Record<string | number, unknown>)[step];
  }
  return line;
}

function offsetOf(node: unknown): number {
  return (node as Node | null)?.range?.[0] ?? 0;
}

function scalarText(scalar: Scalar): string {
  return typeof scalar.value === 'string' ? scalar.value : (scalar.source ?? String(scalar.value));
}

function syntaxMessage({ code, message }: YAMLError): string {
  if (message.includes('call stack')) return tooDeep;
  if (code === 'TAG_RESOLVE_FAILED') return `a tag stands here that is not read (${message.toLowerCase()}). Remove it.`;
  return `this cannot be read as YAML or JSON: ${message.charAt(0).toLowerCase()}${message.slice(1)}. Correct the line, or the one before.`;
}

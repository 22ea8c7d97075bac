// Words of the problems found in a pack: where, what, and the mend. Pure.
import type { Language } from '../i18n/languages.ts';
import { at, inWords, say, type Words } from '../i18n/words.ts';
import type { Path, Problem, ProblemCode, ToldProblem, Where } from './model.ts';

/** Problems make an import refuse the pack; warnings do not. */
export type Findings = { problems: Problem[]; warnings: Problem[] };

export function addProblem(problems: Problem[], where: Where, message: Words, path: Path = [], code?: ProblemCode): void {
  problems.push({ file: where.file, line: where.line(path), ...(where.place && { place: where.place(path) }), message, ...(code && { code }) });
}

/** Problems of one file that are looked for: whoever has so many mends these first. */
const problemsMax = 1_000;

/** Have enough problems been found since there were `before`? */
export function hasEnough(problems: readonly Problem[], before: number): boolean {
  return problems.length - before >= problemsMax;
}

/** One line for a person: `plans/xaa.yaml:14: unknown threat "drug-traficking". Did you mean drug-trafficking?` */
export function formatProblem({ file, line, place, message }: Problem, language: Language): string {
  return inWords(language, place === undefined ? at(`${file}:${line}`, message) : at(file, at(place, message)));
}

/** The same in English, for logs and for the owners of seeds. */
export const inEnglish = (problem: Problem): string => formatProblem(problem, 'EN');

/** The same in its parts, for programs. */
export function toldProblem({ file, line, place, message, code }: Problem, language: Language): ToldProblem {
  const told = typeof place === 'object' ? inWords(language, place) : place;
  return { file, line, ...(told !== undefined && { place: told }), message: inWords(language, message), ...(code && { code }) };
}

/** A value as a message shows it, cut where it is long; the message puts it in quotes. */
export function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}

/** The same in quotes, for messages that are English alone. */
export const quote = (value: unknown): string => `"${shown(value)}"`;

/** The sentence that helps with an unknown name: the nearest known ones, else all of a short list, else `otherwise`. */
export function suggestion(name: string, known: Iterable<string>, otherwise: Words | null = null): Words | null {
  const names = [...known];
  const nearest = nearestNames(name, names);
  if (nearest.length > 0) return say('pack.didYouMean', { names: oneOf(nearest) });
  if (names.length > 0 && names.length <= 40) return say('pack.known', { names: names.join(', ') });
  return otherwise;
}

/** "a or b or c", of one name at least. */
export const oneOf = (names: readonly (string | Words)[]): string | Words => names.reduce((one, other) => say('error.or', { one, other }));

/** A problem, with the sentence that helps where there is one. */
export const withHelp = (problem: Words, help: Words | null): Words => (help === null ? problem : say('pack.withHelp', { problem, help }));

/** Up to three known names that differ from `name` in at most a third of its letters, nearest first. */
export function nearestNames(name: string, known: readonly string[]): string[] {
  const limit = Math.max(1, Math.floor(name.length / 3));
  const lower = name.toLowerCase();
  return known
    .filter((candidate) => Math.abs(candidate.length - name.length) <= limit)
    .map((candidate) => ({ candidate, distance: editDistance(lower, candidate.toLowerCase()) }))
    .filter(({ distance }) => distance <= limit)
    .sort((a, b) => a.distance - b.distance || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, 3)
    .map(({ candidate }) => candidate);
}

/** Letters to insert, remove or replace to make one text the other (Levenshtein), of the first 100 letters. */
function editDistance(from: string, to: string): number {
  const [a, b] = [from.slice(0, 100), to.slice(0, 100)];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(replaced, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}

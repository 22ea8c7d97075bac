// The building blocks of every format: values that say what is wrong with them in words. Cells of CSV files are text, empty ones null. Pure.
import * as v from 'valibot';
import { isReversed, type PartialDate, parsePartialDate } from '../core/dates.ts';
import { idPattern, nodeIdPattern, readText, textLengthMax, titleLengthMax } from '../core/texts.ts';
import { inWords, plain } from '../i18n/words.ts';
import type { Problem, Where } from './model.ts';
import { addProblem, hasEnough, quote, suggestion, withHelp } from './problems.ts';

export { isReversed };

/** Checks a value against a schema: its output, or null with a problem for each thing that is wrong. */
export function checkShape<S extends v.GenericSchema>(schema: S, value: unknown, where: Where, problems: Problem[]): v.InferOutput<S> | null {
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  const before = problems.length;
  for (const issue of result.issues) {
    if (hasEnough(problems, before)) break;
    const path = (issue.path ?? []).map((item) => item.key as string | number);
    const name = path.findLast((step) => typeof step === 'string');
    const isMissing = issue.kind === 'schema' && issue.received === 'undefined';
    if (isMissing) addProblem(problems, where, plain(`${quote(name)} is missing. Add it.`), path.slice(0, -1));
    else addProblem(problems, where, plain(name === undefined || isKeyIssue(issue) ? issue.message : `${name}: ${issue.message}`), path);
  }
  return null;
}

function isKeyIssue(issue: v.BaseIssue<unknown>): boolean {
  const last = issue.path?.at(-1);
  return last !== undefined && 'origin' in last && last.origin === 'key';
}

/** Unknown keys of one object that are told. */
const unknownKeysMax = 50;

/** An object with these keys and no others. */
export function shape<E extends v.ObjectEntries>(entries: E) {
  const known = Object.keys(entries);
  return v.pipe(
    v.looseObject(entries, (issue) => `${quote(issue.input)} stands where several keys should: ${known.join(', ')}.`),
    v.rawCheck(({ dataset, addIssue }) => {
      if (typeof dataset.value !== 'object' || dataset.value === null || Array.isArray(dataset.value)) return;
      let unknown = 0;
      for (const [key, value] of Object.entries(dataset.value)) {
        if (Object.hasOwn(entries, key)) continue;
        unknown += 1;
        if (unknown > unknownKeysMax) break;
        addIssue({
          message: inWords('EN', withHelp(plain(`unknown key ${quote(key)}.`), suggestion(key, known))),
          path: [{ type: 'object', origin: 'key', input: {}, key, value }],
        });
      }
    }),
    // No other keys are left: the type may forget that there could be some.
    v.transform((value): v.InferOutput<v.ObjectSchema<E, undefined>> => value),
  );
}

/** A value that `parse` can read; it returns a message in words where it cannot. */
export function value<T>(parse: (input: unknown) => Read<T>) {
  return v.pipe(
    v.unknown(),
    v.rawTransform<unknown, T>(({ dataset, addIssue, NEVER }) => {
      const read = parse(dataset.value);
      if ('value' in read) return read.value;
      addIssue({ message: read.message });
      return NEVER;
    }),
  );
}

type Read<T> = { value: T } | { message: string };

/** The same, or null where it is empty or not given. */
export function optional<S extends v.GenericSchema>(schema: S) {
  return v.nullish(schema, null);
}

/** A list (of YAML or JSON); none where it is not given. */
export function list<S extends v.GenericSchema>(schema: S) {
  return v.nullish(v.array(schema, 'must be a list: write each item on a line of its own, after "- ".'), []);
}

/** A list in a cell of a CSV file, divided by semicolons. */
export const cellList = v.nullish(
  value((input) => ({
    value: [
      ...new Set(
        String(input)
          .split(';')
          .map((item) => item.trim())
          .filter((item) => item !== ''),
      ),
    ],
  })),
  [],
);

function textOfAtMost(lengthMax: number) {
  return value<string>((input) => {
    if (typeof input !== 'string' && input !== null) return { message: `${quote(input)} is no text. Put it in quotes.` };
    const read = readText(input ?? '', lengthMax);
    return 'problem' in read ? { message: inWords('EN', read.problem) } : read;
  });
}

export const text = textOfAtMost(textLengthMax);
export const title = textOfAtMost(titleLengthMax);

function pattern(expression: RegExp, message: string, lengthMax = 200) {
  return value<string>((input) =>
    typeof input === 'string' && input.length <= lengthMax && expression.test(input)
      ? { value: input }
      : { message: input === null ? 'is empty. Give one.' : `${quote(input)} ${message}` },
  );
}

/** An id such as those of strategies. */
export const id = pattern(idPattern, 'is no id. Use small letters, digits and single hyphens, 200 at most.');
export const nodeId = pattern(nodeIdPattern, 'is no id of a node. Write the id of the strategy, a dot and a short name, such as xaa-plan-2030.p1.');
/** An id of a flow or an activity. */
export const recordId = pattern(
  /^[A-Za-z0-9]+(?:[._-][A-Za-z0-9]+)*$/,
  'is no id. Use letters, digits, and single dots, hyphens or underscores between them.',
);
export const stateCode = pattern(/^[A-Z]{3}$/, 'is no code of a state. Use the three capital letters of ISO 3166-1.');
export const regionId = pattern(
  /^region:[a-z0-9]+(?:-[a-z0-9]+)*$/,
  'is no id of a region. Write region: and a name in small letters, such as region:caribbean.',
);
/** Something that is looked up later. */
export const reference = pattern(/^\S(?:.*\S)?$/, 'is no id.');

const dateHelp = 'Write it as YYYY, YYYY-MM or YYYY-MM-DD.';

export const date = value<PartialDate>((input) => {
  const written = typeof input === 'number' ? String(input) : input;
  if (typeof written !== 'string') return { message: `${quote(input)} is no date. ${dateHelp}` };
  const parsed = parsePartialDate(written);
  if (parsed !== null) return { value: parsed };
  const isForm = /^\d{4}(-\d{2}){0,2}$/.test(written);
  return { message: isForm ? `there is no such day as ${quote(written)}. Correct it.` : `${quote(written)} is no date. ${dateHelp}` };
});

export const day = v.pipe(
  date,
  v.check((written) => written.length === 10, 'the whole day is needed. Write it as YYYY-MM-DD.'),
);

export const isReversedMessage = (from: unknown, to: unknown) => `the period begins (${from}) after it ends (${to}). Correct one of them.`;

function numberIn(min: number, max: number, isWhole: boolean, what: string) {
  return value<number>((input) => {
    const isText = typeof input === 'string' && /^-?\d+(\.\d+)?$/.test(input);
    const number = isText ? Number(input) : input;
    const isGood = typeof number === 'number' && number >= min && number <= max && (!isWhole || Number.isInteger(number));
    return isGood ? { value: number } : { message: `${quote(input)} is no ${what}.` };
  });
}

export const year = numberIn(1000, 9999, true, 'year. Write four digits, such as 2025');
export const oneToFive = numberIn(1, 5, true, 'whole number from 1 to 5');
export const positiveInteger = numberIn(1, 10_000, true, 'whole number from 1');
export const amount = numberIn(0, 1e15, false, 'amount. Write digits alone, with a dot before decimals, such as 1250000.5');
export const score = numberIn(-1e9, 1e9, false, 'number. Write a dot before decimals');
export const share = value<number>((input) => {
  const number = typeof input === 'string' && /^\d*\.?\d+$/.test(input) ? Number(input) : input;
  return typeof number === 'number' && number > 0 && number <= 1
    ? { value: number }
    : { message: `${quote(input)} is no share. Write a number above 0, at most 1, such as 0.5.` };
});

export const flag = value<boolean>((input) => {
  if (typeof input === 'boolean') return { value: input };
  if (input === 'true' || input === 'false') return { value: input === 'true' };
  return { message: `${quote(input)} is neither true nor false.` };
});

/** One of some words, in capitals or small letters, with hyphens or underscores. */
export function word<const W extends string>(words: readonly W[], written: (word: W) => string = (w) => w) {
  return value<W>((input) => {
    const found =
      typeof input === 'string' ? words.find((w) => w.toUpperCase().replaceAll('-', '_') === input.toUpperCase().replaceAll('-', '_')) : undefined;
    return found !== undefined ? { value: found } : { message: `${quote(input)} is not one of ${words.map(written).join(', ')}.` };
  });
}

/** Writes a word of the database as files have it: OTHER_CRIME is other-crime. */
export function kebab(word: string): string {
  return word.toLowerCase().replaceAll('_', '-');
}

/** A document and where to find it. */
export const source = shape({ title: text, ref: optional(text) });

export const visibility = optional(word(['PRIVATE', 'SHARED', 'REGION', 'WORKING_GROUP', 'PUBLIC'], kebab));

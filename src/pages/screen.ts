// What a screen is: a path, one operation that the address makes, and how its answer is shown. Pure.
import { type Day, parseDay } from '../core/dates.ts';
import { AppError } from '../core/errors.ts';
import type { Viewer } from '../core/viewer.ts';
import type { Language } from '../i18n/languages.ts';
import { at, say, type Words } from '../i18n/words.ts';
import type { Operation } from '../views/view.ts';
import type { Html } from './document.ts';
import { codeOf } from './document.ts';

/** An address below the language: the parts of its path by name, and its search parameters as they were given. */
export class Address {
  readonly path: string;
  readonly parts: Readonly<Record<string, string>>;
  readonly search: URLSearchParams;

  constructor(path: string, parts: Readonly<Record<string, string>>, search: URLSearchParams) {
    this.path = path;
    this.parts = parts;
    this.search = search;
  }

  /** A part of the path that the pattern of the screen names. */
  part(name: string): string {
    return this.parts[name] ?? '';
  }

  /** A parameter; null where it is not given or empty. */
  text(name: string): string | null {
    return this.search.get(name)?.trim() || null;
  }

  /** Values with commas between; null where none is given. */
  list(name: string): string[] | null {
    const values = (this.text(name) ?? '').split(',').flatMap((value) => value.trim() || []);
    return values.length === 0 ? null : values;
  }

  /** A day. Throws INVALID for what is none. */
  day(name: string): Day | null {
    const given = this.text(name);
    if (given === null) return null;
    return parseDay(given) ?? refuse(name, say('error.noDate', { value: given.slice(0, 40), form: 'YYYY-MM-DD' }));
  }

  /** Is it set, as a ticked box sends it? Throws INVALID for what is neither yes nor no. */
  flag(name: string): boolean {
    const given = this.text(name) ?? 'false';
    if (['true', '1', 'on'].includes(given)) return true;
    return ['false', '0', 'off'].includes(given) ? false : refuse(name, say('error.trueOrFalse'));
  }

  /** One of these values; null where it is not given. Throws INVALID for another. */
  oneOf<Value extends string>(name: string, values: readonly Value[]): Value | null {
    const given = this.text(name);
    if (given === null) return null;
    return values.find((value) => value === given) ?? refuse(name, say('error.noneOf', { value: given.slice(0, 40), values: values.join(', ') }));
  }

  /** The same page with other parameters: null takes one away. Relative to the host, in a language. */
  with(language: Language, changes: Readonly<Record<string, string | null>> = {}): string {
    const search = new URLSearchParams(this.search);
    for (const [name, value] of Object.entries(changes)) {
      if (value === null) search.delete(name);
      else search.set(name, value);
    }
    return `/${codeOf(language)}${this.path}${search.size === 0 ? '' : `?${search}`}`;
  }
}

function refuse(name: string, problem: Words): never {
  throw new AppError('INVALID', at(name, problem));
}

/** What a screen is shown with. `formToken` proves that a form comes from a page of ours; null for those who are not signed in. */
export type Shown = { language: Language; address: Address; viewer: Viewer; today: Day; formToken: string | null };

/**
 * `exports`: the key of the view whose files hold the same, and its formats. `organization`: whose views are offered beside it. `isWork`: a page to work at, which nobody
 * takes away or cites.
 */
export type Rendered = {
  title: string;
  body: Html;
  exports?: { view: string; formats: readonly string[]; extra?: Readonly<Record<string, string>> };
  organization?: { key: string; name: string };
  isWork?: boolean;
};

/**
 * `path` is a pattern of Hono below the language, `parameters` are the search parameters it knows: others are left out, and the page says so.
 * `ask` throws INVALID where the address cannot be understood; null: there is nothing to ask yet, and `render` is given null.
 */
export type Screen = {
  path: string;
  parameters: readonly string[];
  ask: (address: Address, shown: Pick<Shown, 'viewer' | 'today'>) => Operation | null;
  render: (data: unknown, shown: Shown) => Rendered;
};

/** Closes the type of the data of a screen in, so that different ones stand in one list. */
export function screen<Data>(of: Omit<Screen, 'render'> & { render: (data: Data, shown: Shown) => Rendered }): Screen {
  return { ...of, render: (data, shown) => of.render(data as Data, shown) };
}

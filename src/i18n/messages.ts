// The words the service composes for people: ICU messages by key, in the six languages. Each is compiled when it is first needed.
import { IntlMessageFormat } from 'intl-messageformat';
import { ar } from './catalogue/ar.ts';
import { type Catalogue, en, type MessageKey } from './catalogue/en.ts';
import { es } from './catalogue/es.ts';
import { fr } from './catalogue/fr.ts';
import { ru } from './catalogue/ru.ts';
import { zh } from './catalogue/zh.ts';
import { type Language, localeOf } from './languages.ts';

/** What a message is filled with. Figures are given as numbers; keys, names and formulas as text. */
export type MessageValues = Readonly<Record<string, number | string>>;

export const catalogues: Readonly<Record<Language, Catalogue>> = { EN: en, FR: fr, ES: es, RU: ru, ZH: zh, AR: ar };

const compiled = new Map<string, IntlMessageFormat>();

/** A message in a language. Values that are not Arabic are isolated in Arabic text, so that keys and formulas read from left to right. Throws where a value is missing. */
export function message(language: Language, key: MessageKey, values: MessageValues = {}): string {
  const name = `${language} ${key}`;
  const format = compiled.get(name) ?? new IntlMessageFormat(catalogues[language][key], localeOf(language));
  compiled.set(name, format);
  return String(format.format(language === 'AR' ? isolated(values) : values));
}

const hasArabicOrIsolates = /[\p{Script=Arabic}\u2066-\u2069]/u;

function isolated(values: MessageValues): MessageValues {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'number' || hasArabicOrIsolates.test(value) ? value : `\u2066${value}\u2069`,
    ]),
  );
}

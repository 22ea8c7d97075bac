// The parts of an IATI activity, each from its element; what cannot be understood is told and left out. Pure.
import type { PartialDate } from '../core/dates.ts';
import { titleLengthMax } from '../core/texts.ts';
import { amountOf, dateOf, languageOf, percentageOf, sectorVocabulary } from './iati-codes.ts';
import {
  type IatiBudget,
  type IatiOrganization,
  type IatiRecipient,
  type IatiSector,
  identifierMax,
  type Level,
  listMax,
  type Narrative,
} from './iati-model.ts';
import { quote } from './problems.ts';
import type { XmlAttributes } from './xml-reader.ts';

/** An element with what stands in it. */
export type XmlElement = { name: string; attributes: XmlAttributes; line: number; text: string; children: XmlElement[] };

/** What parts are read with: whom to tell, and what holds where an element does not say it itself. */
export type Reading = { warn: (line: number, message: string) => void; language: string | null; currency: string | null };

export function childOf(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((child) => child.name === name);
}

/** A short value of an attribute; null where there is none. */
export function codeOf(element: XmlElement, name: string): string | null {
  const written = (element.attributes[name] ?? '').normalize('NFC').replace(/\s+/g, ' ').trim();
  return written === '' ? null : written.slice(0, identifierMax).toWellFormed();
}

/** The word of a code list; null, with a warning, where the code is not on it. */
export function wordOf<T>(list: ReadonlyMap<string, T>, element: XmlElement, name: string, { warn }: Reading): T | null {
  const written = codeOf(element, name);
  const found = list.get((written ?? '').toLowerCase());
  const what = written === null ? `no ${name}` : `the unknown ${name} ${quote(written)}`;
  if (found === undefined) warn(element.line, `<${element.name}> has ${what}: left out.`);
  return found ?? null;
}

/** The narratives of an element; those of version 1 stand in the element itself. */
export function narrativesOf(element: XmlElement, lengthMax: number, reading: Reading): Narrative[] {
  const inside = element.children.filter(({ name }) => name === 'narrative');
  const found: Narrative[] = [];
  if (inside.length > listMax) reading.warn(element.line, `<${element.name}> has ${inside.length} narratives: the first ${listMax} are kept.`);
  for (const one of inside.length > 0 ? inside.slice(0, listMax) : [element]) {
    const text = textOf(one, lengthMax, reading);
    if (text !== '') found.push({ language: languageOf(one.attributes['xml:lang'] ?? null) ?? reading.language, text });
  }
  return found;
}

function textOf(element: XmlElement, lengthMax: number, { warn }: Reading): string {
  const written = element.text.normalize('NFC').trim();
  if (written.length <= lengthMax) return written;
  warn(element.line, `<${element.name}> has ${written.length} characters: the first ${lengthMax} are kept.`);
  // A pair of surrogates may have been cut in two.
  return written
    .slice(0, lengthMax)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trim();
}

export function organizationOf(element: XmlElement, reading: Reading): IatiOrganization {
  return { ref: codeOf(element, 'ref'), type: codeOf(element, 'type'), name: narrativesOf(element, titleLengthMax, reading) };
}

/** The date of an element, as an attribute or, in version 1, as its text. Null where there is none or, with a warning, where it is none. */
export function dateIn(element: XmlElement | undefined, { warn }: Reading): PartialDate | null {
  if (element === undefined) return null;
  const written = codeOf(element, 'iso-date') ?? element.text.trim().slice(0, 40);
  const found = dateOf(written);
  if (found === null && written !== '') warn(element.line, `<${element.name}> has ${quote(written)}, which is no date: left out.`);
  return found;
}

export function currencyIn(written: string | undefined): string | null {
  const code = (written ?? '').trim().toUpperCase();
  return /^[A-Z]{3}$/.test(code) ? code : null;
}

/** The value of a budget or a transaction; null, with a warning, where it has no amount or no currency. */
export function moneyOf(element: XmlElement, { warn, currency: usual }: Reading): Pick<IatiBudget, 'amount' | 'currency' | 'valueDate'> | null {
  const value = childOf(element, 'value');
  const written = value?.text.trim() ?? '';
  const [amount, currency] = [amountOf(written), currencyIn(value?.attributes.currency) ?? usual];
  if (amount !== null && currency !== null) return { amount, currency, valueDate: dateOf((value?.attributes['value-date'] ?? '').trim()) };
  const lack = written === '' ? 'no value' : amount === null ? `the value ${quote(written)}, which is no number such as 1250000.5` : 'no currency';
  warn(value?.line ?? element.line, `<${element.name}> has ${lack}: left out.`);
  return null;
}

export function budgetOf(element: XmlElement, reading: Reading): IatiBudget | null {
  const money = moneyOf(element, reading);
  if (money === null) return null;
  const date = (name: string) => dateIn(childOf(element, name), reading);
  return { from: date('period-start'), to: date('period-end'), ...money, isRevised: codeOf(element, 'type') === '2' };
}

export function recipientOf(element: XmlElement, level: Level, reading: Reading): IatiRecipient | null {
  const isCountry = element.name === 'recipient-country';
  const code = codeOf(element, 'code');
  if (code === null || (isCountry && !/^[a-z]{2}$/i.test(code))) {
    const lack = code === null ? 'no code' : `the code ${quote(code)}, which is not the two letters of ISO 3166-1`;
    reading.warn(element.line, `<${element.name}> has ${lack}: left out.`);
    return null;
  }
  return {
    kind: isCountry ? 'COUNTRY' : 'REGION',
    code: isCountry ? code.toUpperCase() : code,
    vocabulary: isCountry ? null : (codeOf(element, 'vocabulary') ?? '1'),
    ...partOf(element, level, reading),
  };
}

export function sectorOf(element: XmlElement, level: Level, reading: Reading): IatiSector | null {
  const code = codeOf(element, 'code');
  if (code === null) {
    reading.warn(element.line, '<sector> has no code: left out.');
    return null;
  }
  return { vocabulary: sectorVocabulary(codeOf(element, 'vocabulary'), code), code, ...partOf(element, level, reading) };
}

/** Single transactions give no shares. */
function partOf(element: XmlElement, level: Level, reading: Reading): { name: string | null; percentage: number | null; level: Level } {
  const name = narrativesOf(element, titleLengthMax, reading)[0]?.text ?? null;
  return { name, percentage: level === 'ACTIVITY' ? percentageIn(element, reading) : null, level };
}

function percentageIn(element: XmlElement, { warn }: Reading): number | null {
  const written = codeOf(element, 'percentage');
  const found = written === null ? null : percentageOf(written);
  if (written !== null && found === null) {
    warn(element.line, `<${element.name}> has the percentage ${quote(written)}, which is no number from 0 to 100: taken as not given.`);
  }
  return found;
}

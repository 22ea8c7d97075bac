// Reads an IATI file of activities piece by piece and gives out one activity after the other, so that a file of any size fits. Pure.

import { inWords, plain } from '../i18n/words.ts';
import { type ActivityRead, openActivity } from './iati-activity.ts';
import type { IatiActivity } from './iati-model.ts';
import type { XmlElement } from './iati-parts.ts';
import type { Problem } from './model.ts';
import { quote } from './problems.ts';
import { openXml, type XmlAttributes } from './xml-reader.ts';

/** Elements and characters that one activity may have: one with more is left out, and the rest of the file goes on. */
export const iatiMax = { elements: 200_000, text: 20 * 1024 * 1024 } as const;

/** An activity of the file on the line where it begins, or why it was left out. */
export type IatiRead =
  | { activity: IatiActivity; line: number; warnings: Problem[] }
  | { activity: null; line: number; problems: Problem[]; warnings: Problem[] };

export type IatiReader = {
  /** The activities that end in this piece of the file: bytes, or text where it is decoded already. */
  write: (piece: Uint8Array | string) => IatiRead[];
  /** The file is over: the activities that were not given out yet. */
  end: () => IatiRead[];
  /** Why the file could not be read to its end, and how many activities were read before; null where it was read whole. */
  problem: () => Problem | null;
};

/** Elements that are read, and those read inside of them. All others (people to contact, documents, results) are passed over. */
const read = new Set([
  ...['iati-identifier', 'reporting-org', 'title', 'description', 'participating-org', 'activity-status', 'activity-date'],
  ...['recipient-country', 'recipient-region', 'sector', 'budget', 'planned-disbursement', 'transaction', 'related-activity'],
]);
const readInside = new Set([
  ...['narrative', 'period-start', 'period-end', 'value', 'transaction-type', 'transaction-date'],
  ...['recipient-country', 'recipient-region', 'sector'],
]);

export function openIati(file: string): IatiReader {
  let given: IatiRead[] = [];
  let count = 0;
  let depth = 0;
  /** The activity that is open. Its `add` is null once it has too much in it. */
  let activity: { line: number; open: ReturnType<typeof openActivity> | null; elements: number; characters: number } | null = null;
  /** Elements that are open and read, from the one below the activity. */
  const path: XmlElement[] = [];
  /** Levels below an element that is not read. */
  let passedOver = 0;

  function end({ line, open }: NonNullable<typeof activity>): void {
    count++;
    if (open !== null) given.push(toRead(open.finish(), line));
  }

  function measure(elements: number, characters: number): void {
    if (activity === null || activity.open === null) return;
    activity.elements += elements;
    activity.characters += characters;
    if (activity.elements <= iatiMax.elements && activity.characters <= iatiMax.text) return;
    const what = activity.elements > iatiMax.elements ? `${iatiMax.elements} elements` : `${iatiMax.text / 1024 / 1024} million characters`;
    const message = `an activity with more than ${what} was left out. Divide it.`;
    given.push({ activity: null, line: activity.line, problems: [{ file, line: activity.line, message: plain(message) }], warnings: [] });
    activity.open = null;
    passedOver += path.length;
    path.length = 0;
  }

  function openBelow(name: string, attributes: XmlAttributes, line: number): void {
    measure(1, lengthOf(attributes));
    const isRead = passedOver === 0 && activity?.open !== null && (path.length === 0 ? read : readInside).has(name);
    if (isRead) path.push({ name, attributes, line, text: '', children: [] });
    else passedOver++;
  }

  function closeBelow(): void {
    if (passedOver > 0) {
      passedOver--;
      return;
    }
    const element = path.pop();
    const parent = path.at(-1);
    if (element === undefined) return;
    if (parent === undefined) activity?.open?.add(element);
    else parent.children.push(element);
  }

  const xml = openXml(file, {
    open(name, attributes, line) {
      depth++;
      if (depth === 1) return rootRefusal(name, attributes) ?? undefined;
      if (activity !== null) openBelow(name, attributes, line);
      else if (depth === 2 && name === 'iati-activity') activity = { line, open: openActivity(file, line, attributes), elements: 0, characters: 0 };
      return undefined;
    },
    text(text) {
      measure(0, text.length);
      const element = passedOver === 0 ? path.at(-1) : undefined;
      if (element !== undefined) element.text += text;
    },
    close() {
      depth--;
      if (activity === null) return;
      if (depth > 1) closeBelow();
      else {
        end(activity);
        activity = null;
      }
    },
  });

  function take(): IatiRead[] {
    const taken = given;
    given = [];
    return taken;
  }

  return {
    write: (piece) => {
      xml.write(piece);
      return take();
    },
    end: () => {
      xml.end();
      return take();
    },
    problem: () => {
      const problem = xml.problem();
      if (problem === null || count === 0) return problem;
      const before = count === 1 ? 'One activity before it was read' : `${count} activities before it were read`;
      return { ...problem, message: plain(`${inWords('EN', problem.message)} ${before}; nothing from here on was.`) };
    },
  };
}

function toRead({ activity, problems, warnings }: ActivityRead, line: number): IatiRead {
  return activity === null ? { activity, line, problems, warnings } : { activity, line, warnings };
}

function lengthOf(attributes: XmlAttributes): number {
  let length = 0;
  for (const name in attributes) length += name.length + (attributes[name] ?? '').length;
  return length;
}

/** Why a file with this root element is no file of activities that is read here, or null. */
function rootRefusal(name: string, attributes: XmlAttributes): string | null {
  const known = 'Known: <iati-activities> of IATI 2.01 to 2.03.';
  if (name !== 'iati-activities') return `unknown format: the root element is <${name.slice(0, 80)}>. ${known}`;
  const version = (attributes.version ?? '').trim();
  if (/^2\.0\d$/.test(version)) return null;
  return `the root element is <iati-activities> with ${version === '' ? 'no version' : `version ${quote(version)}`}. ${known}`;
}

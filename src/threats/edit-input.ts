// What may be changed of an assessment, read from the input of mutations. Pure.
import { isReversed, type PartialDate } from '../core/dates.ts';
import { type FieldReaders, invalid, keyInput, readFields, textInput } from '../core/input.ts';
import type { Ownership } from '../core/sharing.ts';
import { titleLengthMax } from '../core/texts.ts';
import { say } from '../i18n/words.ts';
import type { SourceReference } from '../store/json.ts';
import type { AssessmentLevel, Finding } from './model.ts';
import { readSources, type SourceInput } from './source-input.ts';

/** A threat that an assessment names as key. */
export type KeyThreat = { threatKey: string; isEmerging: boolean };
export type FindingContent = Omit<Finding, 'assessmentKey'>;

/** What an assessment says: all that its owner writes. */
export type AssessmentContent = {
  title: string;
  series: string;
  level: AssessmentLevel;
  issuingBody: string | null;
  dated: PartialDate | null;
  nextEdition: PartialDate | null;
  method: string | null;
  threatListSeen: boolean | null;
  verified: boolean;
  note: string | null;
  attribution: string | null;
  sources: SourceReference[];
  keyThreats: KeyThreat[];
  findings: FindingContent[];
};

type Maybe<T> = T | null | undefined;
type KeyThreatInput = { threat: string; emerging?: Maybe<boolean> };
type FindingInput = { state?: Maybe<string>; threat: string; emerging?: Maybe<boolean>; note?: Maybe<string> } & {
  [Name in 'likelihood' | 'impact' | 'score' | 'scaleMin' | 'scaleMax']?: Maybe<number>;
};

/** The same as it is sent; what is left out stays as it is. */
export type AssessmentInput = {
  level?: Maybe<AssessmentLevel>;
  threatListSeen?: Maybe<boolean>;
  verified?: Maybe<boolean>;
  sources?: Maybe<readonly SourceInput[]>;
  keyThreats?: Maybe<readonly KeyThreatInput[]>;
  findings?: Maybe<readonly FindingInput[]>;
} & { [Name in 'title' | 'series' | 'issuingBody' | 'method' | 'note' | 'attribution']?: Maybe<string> } & {
  [Name in 'dated' | 'nextEdition']?: Maybe<PartialDate>;
};

const clearableText = { read: (written: string, field: string) => textInput(written, field), empty: null };
const clearableDate = { read: (written: PartialDate) => written, empty: null };

/** The fields that were given. A finding that names no state is on the owner itself, where that is one. Throws INVALID. */
export function readAssessmentInput(input: AssessmentInput, owner: Ownership): Partial<AssessmentContent> {
  const readers: FieldReaders<AssessmentInput, AssessmentContent> = {
    title: { read: (written, field) => textInput(written, field, titleLengthMax) },
    series: { read: keyInput },
    level: { read: (written, field) => readLevel(written, field, owner) },
    issuingBody: clearableText,
    dated: clearableDate,
    nextEdition: clearableDate,
    method: clearableText,
    threatListSeen: { read: (written) => written, empty: null },
    verified: { read: (written) => written, empty: false },
    note: clearableText,
    attribution: clearableText,
    sources: { read: readSources, empty: [] },
    keyThreats: { read: readKeyThreats, empty: [] },
    findings: { read: (written, field) => readFindings(written, field, owner), empty: [] },
  };
  return readFields(input, readers);
}

/** The level says whose word it is, and gives the class of the findings: nobody speaks for another. */
function readLevel(written: AssessmentLevel, field: string, { stateKey }: Ownership): AssessmentLevel {
  const levels = stateKey !== null ? ['NATIONAL'] : ['REGIONAL', 'GLOBAL'];
  if (levels.includes(written)) return written;
  return invalid(
    field,
    stateKey !== null
      ? say('error.levelOfState', { levels: 'NATIONAL' })
      : say('error.levelOfOrganization', { levels: say('error.or', { one: 'REGIONAL', other: 'GLOBAL' }) }),
  );
}

function readKeyThreats(written: readonly KeyThreatInput[], field: string): KeyThreat[] {
  const read = written.map(({ threat, emerging }, index) => ({
    threatKey: textInput(threat, `${field}.${index}.threat`),
    isEmerging: emerging ?? false,
  }));
  refuseTwice(
    read.map((it) => it.threatKey),
    field,
  );
  return read.sort((a, b) => (a.threatKey < b.threatKey ? -1 : 1));
}

function readFindings(written: readonly FindingInput[], field: string, owner: Ownership): FindingContent[] {
  const read = written.map((it, index) => readFinding(it, `${field}.${index}`, owner));
  const nameOf = (it: FindingContent) => `${it.stateKey}.${it.threatKey}`;
  refuseTwice(read.map(nameOf), field);
  return read.sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
}

function refuseTwice(names: readonly string[], field: string): void {
  const index = names.findIndex((name, at) => names.indexOf(name) < at);
  if (index >= 0) invalid(`${field}.${index}`, say('error.twice', { name: names[index] as string }));
}

function readFinding(written: FindingInput, field: string, { stateKey: own }: Ownership): FindingContent {
  const stateKey = written.state ?? own ?? invalid(`${field}.state`, say('error.nameState'));
  if (own !== null && stateKey !== own) invalid(`${field}.state`, say('error.assessesItself', { own }));
  const [likelihood, impact, score] = [written.likelihood ?? null, written.impact ?? null, written.score ?? null];
  const [scaleMin, scaleMax] = [written.scaleMin ?? null, written.scaleMax ?? null];
  for (const [name, figure] of Object.entries({ likelihood, impact })) {
    if (figure !== null && (figure < 1 || figure > 5)) invalid(`${field}.${name}`, say('error.oneToFive', { figure }));
  }
  if ((likelihood === null) !== (impact === null) || (likelihood !== null && score !== null)) invalid(field, say('error.findingEither'));
  const isScaled = score !== null && scaleMin !== null && scaleMax !== null;
  if (!isScaled && (score !== null || scaleMin !== null || scaleMax !== null)) invalid(`${field}.score`, say('error.scoreScale'));
  if (isScaled && !(scaleMin < scaleMax && score >= scaleMin && score <= scaleMax))
    invalid(`${field}.score`, say('error.scoreOffScale', { score, min: scaleMin, max: scaleMax }));
  const note = written.note == null ? null : textInput(written.note, `${field}.note`);
  const threatKey = textInput(written.threat, `${field}.threat`);
  return { stateKey, threatKey, likelihood, impact, score, scaleMin, scaleMax, isEmerging: written.emerging ?? false, note };
}

/** Checks what fields say together. Throws INVALID. */
export function checkAssessment({ dated, nextEdition }: AssessmentContent): void {
  if (isReversed(dated, nextEdition))
    invalid('input.nextEdition', say('error.editionBefore', { next: nextEdition as string, dated: dated as string }));
}

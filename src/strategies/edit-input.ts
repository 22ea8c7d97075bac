// What may be changed of a strategy, read from the input of mutations. Pure.
import { isReversed, type PartialDate } from '../core/dates.ts';
import { distinctInput, type FieldReaders, invalid, keyInput, readFields, textInput } from '../core/input.ts';
import type { Ownership } from '../core/sharing.ts';
import { titleLengthMax } from '../core/texts.ts';
import { type LanguageTexts, readTexts, type TextsInput } from '../core/texts-input.ts';
import { say } from '../i18n/words.ts';
import type { InstrumentReference, SourceReference } from '../store/json.ts';
import { readSources, type SourceInput } from '../threats/source-input.ts';
import type { StrategyLevel, StrategyRelation, StrategyScope, StrategyStatus } from './model.ts';

type Relation = Omit<StrategyRelation, 'strategyId'>;

/** What a strategy says: all that its owner writes. */
export type StrategyContent = {
  title: LanguageTexts;
  level: StrategyLevel;
  scope: StrategyScope;
  status: StrategyStatus;
  adopted: PartialDate | null;
  validFrom: PartialDate | null;
  validTo: PartialDate | null;
  adoptingBody: string | null;
  leadBody: string | null;
  statusNote: string | null;
  verified: boolean;
  verifiedNote: string | null;
  fullyRead: boolean;
  structureBasis: string | null;
  notes: string[];
  instrumentReferences: InstrumentReference[];
  sources: SourceReference[];
  /** Keys of threats. */
  themes: string[];
  /** Keys of strategies, recorded or not. */
  supersededBy: string[];
  relations: Relation[];
};

type Maybe<T> = T | null | undefined;
type RelationInput = {
  target: string;
  relation: string;
  strength: Relation['strength'];
  basis?: Maybe<string>;
  verified?: Maybe<boolean>;
  citation?: Maybe<string>;
};
type InstrumentReferenceInput = { instruments: readonly string[]; seenInSource?: Maybe<boolean>; citation?: Maybe<string> };

/** The same as it is sent; what is left out stays as it is. */
export type StrategyInput = {
  title?: Maybe<TextsInput>;
  instrumentReferences?: Maybe<readonly InstrumentReferenceInput[]>;
  sources?: Maybe<readonly SourceInput[]>;
  relations?: Maybe<readonly RelationInput[]>;
  notes?: Maybe<readonly string[]>;
  themes?: Maybe<readonly string[]>;
  supersededBy?: Maybe<readonly string[]>;
} & { [Name in 'level' | 'scope' | 'status' | 'adopted' | 'validFrom' | 'validTo' | 'verified' | 'fullyRead']?: Maybe<StrategyContent[Name]> } & {
  [Name in 'adoptingBody' | 'leadBody' | 'statusNote' | 'verifiedNote' | 'structureBasis']?: Maybe<string>;
};

const asGiven = <T>(written: T): T => written;
const clearableText = { read: (written: string, field: string) => textInput(written, field), empty: null };
const clearableDate = { read: (written: PartialDate) => written, empty: null };
const clearableFlag = { read: (written: boolean) => written, empty: false };
const textOrNull = (written: Maybe<string>, field: string) => (written == null ? null : textInput(written, field));
const shortText = (written: string, field: string) => textInput(written, field, titleLengthMax);

const readers: FieldReaders<StrategyInput, StrategyContent> = {
  title: { read: (written, field) => readTexts(written, field, titleLengthMax) },
  level: { read: asGiven },
  scope: { read: asGiven },
  status: { read: asGiven },
  adopted: clearableDate,
  validFrom: clearableDate,
  validTo: clearableDate,
  adoptingBody: clearableText,
  leadBody: clearableText,
  statusNote: clearableText,
  verified: clearableFlag,
  verifiedNote: clearableText,
  fullyRead: clearableFlag,
  structureBasis: clearableText,
  notes: { read: (written, field) => written.map((note, index) => textInput(note, `${field}.${index}`)), empty: [] },
  instrumentReferences: { read: (written, field) => written.map((it, index) => readInstrumentReference(it, `${field}.${index}`)), empty: [] },
  sources: { read: readSources, empty: [] },
  themes: { read: (written, field) => distinctInput(written, field, textInput), empty: [] },
  supersededBy: { read: (written, field) => distinctInput(written, field, keyInput), empty: [] },
  relations: { read: readRelations, empty: [] },
};

/** The fields that were given. Throws INVALID. */
export function readStrategyInput(input: StrategyInput): Partial<StrategyContent> {
  return readFields(input, readers);
}

function readInstrumentReference(written: InstrumentReferenceInput, field: string): InstrumentReference {
  return {
    instruments: distinctInput(written.instruments, `${field}.instruments`, shortText),
    seen_in_source: written.seenInSource ?? null,
    citation: textOrNull(written.citation, `${field}.citation`),
  };
}

function readRelations(written: readonly RelationInput[], field: string): Relation[] {
  const read = written.map((it, index) => ({
    targetKey: keyInput(it.target, `${field}.${index}.target`),
    relation: shortText(it.relation, `${field}.${index}.relation`),
    strength: it.strength,
    basis: textOrNull(it.basis, `${field}.${index}.basis`),
    isVerified: it.verified ?? false,
    citation: textOrNull(it.citation, `${field}.${index}.citation`),
  }));
  const nameOf = (it: Relation) => `${it.targetKey} ${it.relation}`;
  read.forEach((it, index) => {
    if (read.findIndex((other) => nameOf(other) === nameOf(it)) < index)
      invalid(`${field}.${index}`, say('error.relationTwice', { relation: it.relation, target: it.targetKey }));
  });
  return read.sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
}

/** Checks what fields say together, once it is known what those have that were not given. Throws INVALID. */
export function checkContent(content: StrategyContent, { stateKey }: Ownership, key: string): void {
  if ((content.level === 'NATIONAL') !== (stateKey !== null)) invalid('input.level', say('error.strategyLevelInput'));
  if (isReversed(content.validFrom, content.validTo))
    invalid('input.validTo', say('error.periodReversed', { from: content.validFrom as string, to: content.validTo as string }));
  if (content.supersededBy.includes(key)) invalid('input.supersededBy', say('error.supersedesItself'));
  if (content.relations.some((it) => it.targetKey === key)) invalid('input.relations', say('error.namesItself'));
}

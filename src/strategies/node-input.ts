// What may be changed of a node, read from the input of mutations. Pure.
import type { PartialDate } from '../core/dates.ts';
import { distinctInput, type FieldReaders, invalid, readFields, textInput } from '../core/input.ts';
import { idLengthMax, nodeIdPattern, titleLengthMax } from '../core/texts.ts';
import { type LanguageTexts, readTexts, type TextsInput } from '../core/texts-input.ts';
import { isLanguageTag } from '../i18n/languages.ts';
import { say } from '../i18n/words.ts';
import type { Citation } from '../store/json.ts';
import type { Addressee, NodeKind, NodeRecord } from './model.ts';

/** What a node says, but for where it stands. */
export type NodeContent = {
  kind: NodeKind;
  label: LanguageTexts;
  addressee: Addressee | null;
  seenInSource: boolean;
  responsible: string | null;
  deadline: PartialDate | null;
  citation: Citation | null;
  /** Keys of its own tags. */
  threats: string[];
  elements: string[];
  provisions: string[];
};

type Maybe<T> = T | null | undefined;
type CitationInput = { [Name in 'quote' | 'page' | 'paragraph' | 'language']?: Maybe<string> };

/** The same as it is sent; what is left out stays as it is. */
export type NodeInput = {
  kind?: Maybe<NodeKind>;
  label?: Maybe<TextsInput>;
  addressee?: Maybe<Addressee>;
  seenInSource?: Maybe<boolean>;
  responsible?: Maybe<string>;
  deadline?: Maybe<PartialDate>;
  citation?: Maybe<CitationInput>;
  threats?: Maybe<readonly string[]>;
  elements?: Maybe<readonly string[]>;
  provisions?: Maybe<readonly string[]>;
};

const tags = { read: (written: readonly string[], field: string) => distinctInput(written, field, textInput), empty: [] };

const readers: FieldReaders<NodeInput, NodeContent> = {
  kind: { read: (written) => written },
  label: { read: (written, field) => readTexts(written, field) },
  addressee: { read: (written) => written, empty: null },
  seenInSource: { read: (written) => written },
  responsible: { read: (written, field) => textInput(written, field), empty: null },
  deadline: { read: (written) => written, empty: null },
  citation: { read: readCitation, empty: null },
  threats: tags,
  elements: tags,
  provisions: tags,
};

/** The fields that were given. Throws INVALID. */
export function readNodeInput(input: NodeInput): Partial<NodeContent> {
  return readFields(input, readers);
}

function readCitation(written: CitationInput, field: string): Citation {
  const given = (name: 'quote' | 'page' | 'paragraph', lengthMax?: number) => {
    const text = written[name];
    return text == null ? null : textInput(text, `${field}.${name}`, lengthMax);
  };
  const language = written.language ?? null;
  if (language !== null && !isLanguageTag(language)) invalid(`${field}.language`, say('error.noLanguageTag'));
  return { quote: given('quote'), page: given('page', titleLengthMax), paragraph: given('paragraph', titleLengthMax), language };
}

/** Checks the key of a new node. Throws INVALID where it does not begin with that of its strategy. */
export function checkNodeKey(key: string, strategyKey: string): void {
  if (key.length > idLengthMax || !nodeIdPattern.test(key) || !key.startsWith(`${strategyKey}.`))
    invalid('input.key', say('error.nodeKey', { example: `${strategyKey}.p1` }));
}

/** What a recorded node says. */
export function contentOf(node: NodeRecord): NodeContent {
  const tags = node.tags?.split(',') ?? [];
  const keysOf = (scheme: string) => tags.flatMap((tag) => (tag.startsWith(`${scheme} `) ? tag.slice(scheme.length + 1) : [])).sort();
  return {
    kind: node.kind,
    label: { texts: node.label, originalLanguage: node.originalLanguage },
    addressee: node.addressee,
    seenInSource: node.isSeenInSource,
    responsible: node.responsible,
    deadline: node.deadline,
    citation: node.citation,
    threats: keysOf('THREAT'),
    elements: keysOf('ELEMENT'),
    provisions: keysOf('PROVISION'),
  };
}

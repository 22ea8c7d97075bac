// Words of a text for full-text search, each language with the Postgres configuration that knows its grammar. Pure.

/** Text to hand to to_tsvector, or to websearch_to_tsquery, under a configuration of Postgres. */
export type SearchPart = { configuration: SearchConfiguration; text: string };

export type SearchConfiguration = 'english' | 'french' | 'spanish' | 'russian' | 'arabic' | 'simple';

const configurations: Record<string, SearchConfiguration> = { en: 'english', fr: 'french', es: 'spanish', ru: 'russian', ar: 'arabic' };

/** Scripts written without spaces between words. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** A text as it is to be stored for search. `language` is a tag of BCP 47; languages other than ours are kept word by word. */
export function searchParts(text: string, language: string): SearchPart[] {
  const configuration = configurations[language.toLowerCase().split('-')[0] ?? ''] ?? 'simple';
  return [{ configuration, text: spaced(text) }];
}

/** The same of a text in several languages; `original` is in `originalLanguage`. Equal parts come once. */
export function searchPartsOf(texts: Readonly<Record<string, string>>, originalLanguage: string): SearchPart[] {
  return distinct(Object.entries(texts).flatMap(([language, text]) => searchParts(text, language === 'original' ? originalLanguage : language)));
}

/** Texts of one thing to find it by, the weightier ones with a letter nearer to A. */
export type WeightedParts = { weight: 'A' | 'C'; parts: readonly SearchPart[] }[];

/** What a strategy is found by: its title. */
export function strategySearchTexts(title: Readonly<Record<string, string>>, originalLanguage: string): WeightedParts {
  return [{ weight: 'A', parts: searchPartsOf(title, originalLanguage) }];
}

/** What a node is found by: its label and, less so, the names of the threats and elements it is tagged with. */
export function nodeSearchTexts(
  label: Readonly<Record<string, string>>,
  originalLanguage: string,
  conceptParts: readonly SearchPart[],
): WeightedParts {
  return [
    { weight: 'A', parts: searchPartsOf(label, originalLanguage) },
    { weight: 'C', parts: conceptParts },
  ];
}

/** What a reader types, under each configuration that the texts sought may be stored under: the reader's language, English, and word by word. */
export function searchQueryParts(text: string, language: string): SearchPart[] {
  const words = spaced(text);
  return distinct([...searchParts(text, language), { configuration: 'english', text: words }, { configuration: 'simple', text: words }]);
}

function distinct(parts: readonly SearchPart[]): SearchPart[] {
  return [...new Map(parts.map((part) => [`${part.configuration} ${part.text}`, part])).values()];
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** The text with a space between the words of scripts that write none. */
function spaced(text: string): string {
  if (!unspaced.test(text)) return text;
  const segments = [...segmenter.segment(text)];
  return segments.map(({ segment, isWordLike }, index) => (isWordLike && segments[index - 1]?.isWordLike ? ` ${segment}` : segment)).join('');
}

// Which letters of a hit are the words that were looked for. Pure.

const segmenters = new Map<string, Intl.Segmenter>();

/** A stretch of a text, and whether it is one of the words. */
export type Stretch = { text: string; isMatch: boolean };

/**
 * The text cut where words that were looked for begin and end. Search takes words by their stems; a word counts as the same here when it
 * begins as the one looked for does, endings left out, so that what is marked is near to what was matched and never more than whole words.
 */
export function markedStretches(text: string, sought: string, languageTag: string): Stretch[] {
  const roots = wordsOf(sought.replace(/(^|\s)-\S+/gu, ' '), languageTag).flatMap(({ segment, isWord }) => {
    const folded = foldedText(segment);
    return isWord && folded !== 'or' ? [rootOf(folded)] : [];
  });
  const stretches: Stretch[] = [];
  for (const { segment, isWord } of wordsOf(text, languageTag)) {
    const folded = foldedText(segment);
    const isMatch = isWord && roots.some((root) => folded === root || (root.length > 2 && folded.startsWith(root)));
    const last = stretches.at(-1);
    if (last?.isMatch === isMatch) last.text += segment;
    else stretches.push({ text: segment, isMatch });
  }
  return stretches;
}

function wordsOf(text: string, tag: string): { segment: string; isWord: boolean }[] {
  const segmenter = segmenters.get(tag) ?? new Intl.Segmenter(tag, { granularity: 'word' });
  segmenters.set(tag, segmenter);
  return [...segmenter.segment(text)].map(({ segment, isWordLike }) => ({ segment, isWord: isWordLike === true }));
}

/** Small letters without accents. */
const foldedText = (word: string): string => word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');

/** What a word has in common with its other forms: longer words without their last letters. */
const rootOf = (word: string): string => (word.length > 5 ? word.slice(0, Math.max(4, word.length - 3)) : word);

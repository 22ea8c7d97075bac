// Figures of para 6 that read best as a table: one row an element, with what plans on single crimes carry together, what general plans carry,
// and where these go further.
import type { Figure, Words } from '../brief/model.ts';
import { type Language, textIn } from '../i18n/languages.ts';

export type Grid = { columns: readonly Words[]; rows: readonly (readonly Figure[])[] };

const columnKeys = ['brief.para6.unionColumn', 'brief.para6.generalColumn', 'brief.para6.addsColumn'] as const;

/** The tables among the figures of a section; every figure of a row is left out of the list of the others. */
export function gridsOf(sectionKey: string, figures: readonly Figure[]): Grid[] {
  if (sectionKey !== 'para6') return [];
  const byElement = Map.groupBy(
    figures.filter(({ key }) => /^para6\.(union|general|adds)\./.test(key)),
    ({ key }) => key.split('.')[2],
  );
  return [{ columns: columnKeys.map((message) => ({ message })), rows: [...byElement.values()] }];
}

/** The element that a row is of. */
export function elementOf(language: Language, [figure]: readonly Figure[]): string {
  const element = figure?.label.values?.element;
  return typeof element === 'object' && 'texts' in element ? textIn(element.texts, language).text : '';
}

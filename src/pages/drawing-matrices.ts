// The matrices by the key of their view, described from the data of that view alone: what is drawn and written into a workbook is what their pages show.
import type { Language } from '../i18n/languages.ts';
import type { AlignmentData, ElementData, ThreatData } from '../views/matrices.ts';
import { describedCoverage } from './coverage-screen.ts';
import { drawMatrix } from './drawing-matrix.ts';
import { describedElements } from './elements-screen.ts';
import type { Described } from './grid-model.ts';
import { describedAlignment } from './matrix-screen.ts';
import { Address } from './screen.ts';
import { describedThreats } from './threat-matrix-screen.ts';

type Describe = (data: unknown, language: Language, search: URLSearchParams) => Described;

/** Closes the type of the data of a view in. Its data name the organization or, where they do not, the address does by its key. */
function described<Data>(describe: (data: Data, language: Language, rows: string) => Described): Describe {
  return (data, language, search) => {
    // Files do not tell what changed; a day that is none is refused as the page refuses it.
    new Address('', {}, search).day('since');
    return describe(data as Data, language, (search.get('organization') ?? search.get('states') ?? '').toUpperCase());
  };
}

export const describedMatrices: Readonly<Record<string, Describe | undefined>> = {
  matrix: described<AlignmentData>(({ alignmentMatrix }, language) => describedAlignment(alignmentMatrix, language)),
  elements: described<ElementData>(({ elementMatrix }, language, rows) => describedElements(elementMatrix, language, rows)),
  'threat-matrix': described<ThreatData>(({ threatMatrix }, language, rows) => describedThreats(threatMatrix, language, rows)),
  coverage: described<{ strategyCoverage: Parameters<typeof describedCoverage>[0] }>(({ strategyCoverage }, language, rows) =>
    describedCoverage(strategyCoverage, language, rows),
  ),
};

export const matrixDrawings = Object.fromEntries(
  Object.entries(describedMatrices).map(([view, describe]) => [
    view,
    (data: unknown, language: Language, search: URLSearchParams) => describe && drawMatrix(describe(data, language, search), language, search),
  ]),
);

// The drawings of the matrices by the key of their view. Their data name the organization or, where the view does not, the address does by its key.
import type { Language } from '../i18n/languages.ts';
import type { AlignmentData, ElementData, ThreatData } from '../views/matrices.ts';
import { describedCoverage } from './coverage-screen.ts';
import { drawMatrix } from './drawing-matrix.ts';
import { describedElements } from './elements-screen.ts';
import type { Described } from './grid-model.ts';
import { describedAlignment } from './matrix-screen.ts';
import { describedThreats } from './threat-matrix-screen.ts';

/** Closes the type of the data of a view in. */
function drawing<Data>(described: (data: Data, language: Language, rows: string) => Described) {
  return (data: unknown, language: Language, search: URLSearchParams) => {
    const rows = (search.get('organization') ?? search.get('states') ?? '').toUpperCase();
    return drawMatrix(described(data as Data, language, rows), language, search);
  };
}

export const matrixDrawings = {
  matrix: drawing<AlignmentData>(({ alignmentMatrix }, language) => describedAlignment(alignmentMatrix, language)),
  elements: drawing<ElementData>(({ elementMatrix }, language, rows) => describedElements(elementMatrix, language, rows)),
  'threat-matrix': drawing<ThreatData>(({ threatMatrix }, language, rows) => describedThreats(threatMatrix, language, rows)),
  coverage: drawing<{ strategyCoverage: Parameters<typeof describedCoverage>[0] }>(({ strategyCoverage }, language, rows) =>
    describedCoverage(strategyCoverage, language, rows),
  ),
};

// Views that can be drawn as SVG, by key: from the same data, in the order that the address asks for.

import type { Language } from '../i18n/languages.ts';
import { type StrategyData, strategyView } from '../views/strategy.ts';
import { matrixDrawings } from './drawing-matrices.ts';
import { graphDrawing } from './strategy-graph.ts';
import { synergyDrawing } from './synergy-drawing.ts';
import { sharedThreatsDrawing } from './threats-drawing.ts';

/** Draws the data of a view; `search` is the address, for how it is to look. */
type Drawing = (data: unknown, language: Language, search: URLSearchParams) => unknown;

export const drawings: Readonly<Record<string, Drawing | undefined>> = {
  ...matrixDrawings,
  [strategyView.key]: (data, language) => graphDrawing((data as StrategyData).strategy, language),
  threats: sharedThreatsDrawing,
  synergy: synergyDrawing,
};

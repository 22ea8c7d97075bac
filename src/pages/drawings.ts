// Views that can be drawn as SVG, by key: from the same data, in the order that the address asks for.

import type { Language } from '../i18n/languages.ts';
import { synergyDrawing } from './synergy-drawing.ts';
import { sharedThreatsDrawing } from './threats-drawing.ts';

/** Draws the data of a view; `search` is the address, for how it is to look. */
export type Drawing = (data: unknown, language: Language, search: URLSearchParams) => unknown;

export const drawings: Readonly<Record<string, Drawing | undefined>> = {
  threats: sharedThreatsDrawing,
  synergy: synergyDrawing,
};

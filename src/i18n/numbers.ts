// Figures as people write them in each language. Files and the API keep them as they are computed.
import { type Language, localeOf } from './languages.ts';

/** A figure with so many places at most, and exactly so many where `isEven` (figures that stand below each other). */
export function figureText(language: Language, value: number, places = 3, isEven = false): string {
  return new Intl.NumberFormat(localeOf(language), { maximumFractionDigits: places, ...(isEven && { minimumFractionDigits: places }) }).format(value);
}

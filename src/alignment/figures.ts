// How figures are rounded and compared with limits, the same everywhere.
import { method } from './method.ts';

const scale = 10 ** method.roundingDecimals.value;

/** A figure as it is answered. **Source**: method, opening. */
export function rounded(figure: number): number {
  return Math.round(figure * scale) / scale;
}

/** The same for figures that may be unknown. */
export function roundedOrNull(figure: number | null): number | null {
  return figure === null ? null : rounded(figure);
}

const tolerance = method.tolerance.value;

/** figure >= limit, allowing the tolerance. **Source**: method, opening. */
export const isAtLeast = (figure: number, limit: number): boolean => figure >= limit - tolerance;
/** figure <= limit, allowing the tolerance. */
export const isAtMost = (figure: number, limit: number): boolean => figure <= limit + tolerance;
/** figure > limit by more than the tolerance. */
export const isAbove = (figure: number, limit: number): boolean => figure > limit + tolerance;
/** figure < limit by more than the tolerance. */
export const isBelow = (figure: number, limit: number): boolean => figure < limit - tolerance;

/** Mean of the figures; null where there are none. */
export function meanOf(figures: readonly number[]): number | null {
  return figures.length === 0 ? null : figures.reduce((sum, figure) => sum + figure, 0) / figures.length;
}

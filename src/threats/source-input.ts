// Documents that a statement rests on, read from the input of mutations. Pure.
import { textInput } from '../core/input.ts';
import type { SourceReference } from '../store/json.ts';

/** A document and where to find it, as it is sent. */
export type SourceInput = { title: string; ref?: string | null | undefined };

/** Documents and where to find them. Throws INVALID. */
export function readSources(written: readonly SourceInput[], field: string): SourceReference[] {
  return written.map(({ title, ref }, index) => ({
    title: textInput(title, `${field}.${index}.title`),
    ref: ref == null ? null : textInput(ref, `${field}.${index}.ref`),
  }));
}

// The sources of a brief, each once and numbered in the order in which they are first met, so that lists can point to them.
import type { Section } from '../brief/model.ts';
import type { Brief } from '../brief/service.ts';
import { tellEntry } from '../brief/told.ts';
import type { Language } from '../i18n/languages.ts';
import type { SourceReference } from '../store/json.ts';

export type SourceIndex = { all: readonly SourceReference[]; numberOf: (source: SourceReference) => number };

const idOf = ({ title, ref }: SourceReference) => `${ref ?? ''} ${title ?? ''}`;

/** All sources behind the figures and lists of some parts of a brief; numbers begin with 1. */
export function sourceIndex(language: Language, parts: readonly Section[], lookups: Brief['lookups']): SourceIndex {
  const numbers = new Map<string, number>();
  const all: SourceReference[] = [];
  const seen = new Set<unknown>();
  for (const { figures, lists } of parts) {
    for (const { entries } of [...figures, ...lists]) {
      for (const entry of entries) {
        const { sources } = tellEntry(language, entry, lookups);
        if (seen.has(sources)) continue;
        seen.add(sources);
        for (const source of sources) {
          if (numbers.has(idOf(source))) continue;
          all.push(source);
          numbers.set(idOf(source), all.length);
        }
      }
    }
  }
  return { all, numberOf: (source) => numbers.get(idOf(source)) ?? 0 };
}

/** An address that may be linked to; null where the reference is a symbol or something else. */
export function linkOf({ ref }: SourceReference): string | null {
  return ref && /^https?:\/\/\S+$/.test(ref) ? ref : null;
}

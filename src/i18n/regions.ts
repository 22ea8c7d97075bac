// The names of regions that flows and activities name.
import { en, type MessageKey } from './catalogue/en.ts';
import type { Language } from './languages.ts';
import { message } from './messages.ts';

/** The name of a region by its key, such as `region:west-africa`; of one that has none of ours, the words of its key. */
export function regionName(language: Language, regionKey: string): string {
  const words = regionKey.replace('region:', '');
  const key = `place.${words}`;
  return Object.hasOwn(en, key) ? message(language, key as MessageKey) : words.replaceAll('-', ' ');
}

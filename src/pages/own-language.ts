// Texts that may be in another language than the page: marked so, for those who hear the page. Pure.
import { html } from 'hono/html';
import type { Language } from '../i18n/languages.ts';
import { codeOf, type Html } from './document.ts';

/** What to select of a label to know its language: a text that was not translated comes as its English one, else as the original. */
export type OwnText = { text: string; en: string; originalLanguage: string };

export function inOwnLanguage({ text, en, originalLanguage }: OwnText, language: Language): Html {
  const page = codeOf(language);
  const spoken = language === 'EN' || text !== en ? page : originalLanguage;
  return spoken === page ? html`<bdi>${text}</bdi>` : html`<bdi lang="${spoken}">${text}</bdi>`;
}

type Labelled = { label: string; en: string; originalLanguage: string };

export const labelOf = ({ label, en, originalLanguage }: Labelled, language: Language): Html =>
  inOwnLanguage({ text: label, en, originalLanguage }, language);

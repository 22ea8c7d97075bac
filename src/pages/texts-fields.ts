// Fields for a text in the six languages: what is there in each, and no translation that only stands in for a missing one. Pure.
import { html } from 'hono/html';
import { languages } from '../i18n/languages.ts';
import { codeOf, directionOf, type Html, languageNames } from './document.ts';

/** A text by language, as GraphQL answers it: a language that has none is answered with another one's. */
export type Texts = { originalLanguage: string; original: string } & Readonly<Record<`in${'EN' | 'FR' | 'ES' | 'RU' | 'ZH' | 'AR'}`, string>>;

/** Selects a text in all six languages. */
export const textsSelection = (field: 'title' | 'label'): string =>
  languages.map((language) => `in${language}: ${field}(lang: ${language})`).join(' ');

/** The fields, those that have a text first and open. `name` is that of the input field. */
export function textsFields(label: string, name: string, texts: Texts | null, max: number): Html {
  const own = (language: (typeof languages)[number]) => {
    if (texts === null) return '';
    const value = texts[`in${language}`];
    if (codeOf(language) === texts.originalLanguage) return texts.original;
    return value === texts.original || (language !== 'EN' && value === texts.inEN) ? '' : value;
  };
  const isOther = texts !== null && !languages.some((language) => codeOf(language) === texts.originalLanguage);
  return html`<fieldset class="wide"><legend>${label}</legend>${languages.map(
    (language) =>
      html`<label>${languageNames[language]}<textarea name="${name}.${language}" rows="2" maxlength="${max}" lang="${codeOf(language)}" dir="${directionOf(language)}">${own(language)}</textarea></label>`,
  )}${
    isOther && texts !== null
      ? html`<label><bdi>${texts.originalLanguage}</bdi><textarea name="${name}.original" rows="2" lang="${texts.originalLanguage}" dir="auto">${texts.original}</textarea></label><input type="hidden" name="${name}.originalLanguage" value="${texts.originalLanguage}">`
      : texts && html`<input type="hidden" name="${name}.originalLanguage" value="${texts.originalLanguage}">`
  }</fieldset>`;
}

// The shell of every page: language and direction, title, style sheet, languages to change to. It needs no script.
import { html } from 'hono/html';
import { type Language, languages } from '../i18n/languages.ts';
import { message } from '../i18n/messages.ts';

export type Html = ReturnType<typeof html>;

/** Where the style sheet is served. */
export const stylePath = '/assets/page.css';

/** The path part of a language, such as "en". */
export const codeOf = (language: Language): string => language.toLowerCase();

/** The language of a path part; null where it is none of ours. */
export function languageOfCode(code: string): Language | null {
  return languages.find((language) => codeOf(language) === code) ?? null;
}

export const directionOf = (language: Language): 'rtl' | 'ltr' => (language === 'AR' ? 'rtl' : 'ltr');

const languageNames: Record<Language, string> = { EN: 'English', FR: 'Français', ES: 'Español', RU: 'Русский', ZH: '中文', AR: 'العربية' };

/** `pathIn`: where the same page is in another language. */
export type Page = { language: Language; title: string; pathIn: (language: Language) => string; body: Html };

/** A page as text of HTML. */
export function pageText({ language, title, pathIn, body }: Page): Html {
  return html`<!doctype html>
<html lang="${codeOf(language)}" dir="${directionOf(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="stylesheet" href="${stylePath}">
</head>
<body>
<a class="skip" href="#content">${message(language, 'page.skip')}</a>
<nav class="languages" aria-label="${message(language, 'page.languages')}"><ul>${languages.map(
    (other) =>
      html`<li><a href="${pathIn(other)}" lang="${codeOf(other)}" dir="${directionOf(other)}" hreflang="${codeOf(other)}"${
        other === language ? html` aria-current="true"` : ''
      }>${languageNames[other]}</a></li>`,
  )}</ul></nav>
<main id="content" tabindex="-1">
${body}
</main>
</body>
</html>
`;
}

/** The page that says why another cannot be shown. */
export function problemPage(language: Language, problem: string, pathIn: Page['pathIn']): Html {
  const title = message(language, 'page.wrong');
  return pageText({ language, title, pathIn, body: html`<h1>${title}</h1><p lang="en" dir="ltr">${problem}</p>` });
}

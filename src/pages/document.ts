// The shell of every page: language and direction, title, the ways to other pages, and the content. It needs no script.
import { html } from 'hono/html';
import { type Language, languages } from '../i18n/languages.ts';
import { message } from '../i18n/messages.ts';
import type { Operation } from '../views/view.ts';

export type Html = ReturnType<typeof html>;

/** Where style sheet and scripts are served. */
export const stylePath = '/assets/page.css';
export const scriptPath = '/assets/page.js';

/** The path part of a language, such as "en". */
export const codeOf = (language: Language): string => language.toLowerCase();

/** The language of a path part; null where it is none of ours. */
export function languageOfCode(code: string): Language | null {
  return languages.find((language) => codeOf(language) === code) ?? null;
}

export const directionOf = (language: Language): 'rtl' | 'ltr' => (language === 'AR' ? 'rtl' : 'ltr');

export const languageNames: Record<Language, string> = { EN: 'English', FR: 'Français', ES: 'Español', RU: 'Русский', ZH: '中文', AR: 'العربية' };

/** The views of an organization, in the order they are offered, by the last part of their path. */
const organizationViews = [
  'overview',
  'matrix',
  'elements',
  'coverage',
  'threat-matrix',
  'threats',
  'synergy',
  'assistance',
  'calendar',
  'brief',
] as const;
export type OrganizationView = (typeof organizationViews)[number];

/** Pages beside them, by the part of their path. */
const places = ['states', 'strategies', 'compare', 'assistance', 'sessions', 'calendar', 'brief', 'search', 'method', 'about'] as const;

/** Path of a page of an organization. */
export const organizationPath = (language: Language, key: string, view: OrganizationView): string =>
  `/${codeOf(language)}/r/${encodeURIComponent(key)}/${view}`;

export const statePath = (language: Language, key: string): string => `/${codeOf(language)}/states/${encodeURIComponent(key)}`;
export const strategyPath = (language: Language, key: string): string => `/${codeOf(language)}/strategies/${encodeURIComponent(key)}`;

/** A node in the text of its strategy. */
export const nodePath = (language: Language, strategyKey: string, key: string): string => `${strategyPath(language, strategyKey)}#${key}`;

/** `pathIn`: where the same page is in another language. `account`: who is signed in and what they can do about it. */
export type Page = {
  language: Language;
  title: string;
  pathIn: (language: Language) => string;
  body: Html;
  path?: string;
  organization?: { key: string; name: string } | undefined;
  account?: Html | '';
  after?: Html | '';
};

/** A page as text of HTML. */
export function pageText(page: Page): Html {
  const { language, title, pathIn, body, path = '', account = '', after = '' } = page;
  const say = (key: Parameters<typeof message>[1]) => message(language, key);
  return html`<!doctype html>
<html lang="${codeOf(language)}" dir="${directionOf(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · ${say('site.title')}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${stylePath}">
<script src="${scriptPath}" type="module"></script>
</head>
<body>
<a class="skip" href="#content">${say('page.skip')}</a>
<header class="site">
<div class="bar"><a class="brand" href="/${codeOf(language)}">${say('site.title')}</a>${account}
<nav class="languages" aria-label="${say('page.languages')}"><ul>${languages.map(
    (other) =>
      html`<li><a href="${pathIn(other)}" lang="${codeOf(other)}" dir="${directionOf(other)}" hreflang="${codeOf(other)}"${
        other === language ? html` aria-current="true"` : ''
      }>${languageNames[other]}</a></li>`,
  )}</ul></nav></div>
<nav class="places" aria-label="${say('nav.main')}"><ul>${link(`/${codeOf(language)}`, say('nav.home'), path === '' || path === '/')}${places.map(
    (place) => link(`/${codeOf(language)}/${place}`, say(`nav.${place}`), path === `/${place}` || path.startsWith(`/${place}/`)),
  )}</ul></nav>
${organizationNav(page)}
</header>
<main id="content" tabindex="-1">
${body}
${after}
</main>
</body>
</html>
`;
}

function link(href: string, text: string, isCurrent: boolean): Html {
  return html`<li><a href="${href}"${isCurrent ? html` aria-current="page"` : ''}>${text}</a></li>`;
}

function organizationNav({ language, organization, path }: Page): Html | '' {
  if (organization === undefined) return '';
  const { key, name } = organization;
  return html`<nav class="views" aria-label="${message(language, 'nav.views', { organization: name })}"><p><bdi>${name}</bdi></p><ul>${organizationViews.map(
    (view) => link(organizationPath(language, key, view), message(language, `view.${view}`), path === `/r/${key}/${view}`),
  )}</ul></nav>`;
}

/** The page that says why another cannot be shown. */
export function problemPage(language: Language, problem: string, pathIn: Page['pathIn'], account: Html | '' = ''): Html {
  const title = message(language, 'page.wrong');
  return pageText({ language, title, pathIn, account, body: html`<h1>${title}</h1><p>${problem}</p>` });
}

/** The page that shows the query of another, to be sent elsewhere: where there is no GraphiQL to open it in. */
export function queryPage(language: Language, query: string, variables: string): Html {
  const title = message(language, 'take.queryTitle');
  const body = html`<h1>${title}</h1><p>${message(language, 'take.noGraphiql')}</p><pre dir="ltr" lang="en">${query}</pre><pre dir="ltr" lang="en">${variables}</pre>`;
  return pageText({ language, title, pathIn: (other) => `/graphiql?${new URLSearchParams({ query, variables, lang: codeOf(other) })}`, body });
}

/** Where the query of a page opens. */
export const graphiqlPath = (language: Language, { query, variables }: Operation): string =>
  `/graphiql?${new URLSearchParams({ query, variables: JSON.stringify(variables), lang: codeOf(language) })}`;

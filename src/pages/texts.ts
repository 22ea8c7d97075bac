// Small pieces that records share: a text marked with its language, a strategy with its period, a sign with its words. Pure.
import { html } from 'hono/html';
import { dayText } from '../i18n/dates.ts';
import type { Language } from '../i18n/languages.ts';
import { message } from '../i18n/messages.ts';
import type { SourceReference } from '../store/json.ts';
import type { LabelledNode, TitledStrategy } from '../views/strategy.ts';
import { linkOf } from './brief-sources.ts';
import { codeOf, type Html, nodePath, strategyPath } from './document.ts';

/** A text as it is shown, the same in English, and what it was written in where that is known to be the text that is shown. */
export type SaidText = { text: string; english: string; original?: string; originalLanguage: string };

/** The text, marked with its language where it is not that of the page: readers aloud and typesetters need to know. */
export function saidText(language: Language, { text, english, original, originalLanguage }: SaidText): Html {
  const tag = text === original ? originalLanguage : text === english ? 'en' : codeOf(language);
  return tag.split('-')[0] === codeOf(language) ? html`<bdi>${text}</bdi>` : html`<bdi lang="${tag}">${text}</bdi>`;
}

export const titleText = (language: Language, it: TitledStrategy): Html =>
  saidText(language, {
    text: it.title,
    english: it.english,
    originalLanguage: it.originalLanguage,
    ...(it.originalTitle && { original: it.originalTitle }),
  });

export const strategyLink = (language: Language, it: TitledStrategy): Html =>
  html`<a href="${strategyPath(language, it.key)}">${titleText(language, it)}</a>`;

export const labelText = (language: Language, { label, english, originalLanguage }: Omit<LabelledNode, 'strategy'>): Html =>
  saidText(language, { text: label, english, originalLanguage });

export const nodeLink = (language: Language, it: LabelledNode): Html =>
  html`<a href="${nodePath(language, it.strategy.key, it.key)}">${labelText(language, it)}</a>`;

/** From when to when, as it is stated; empty where neither is. */
export function periodText(language: Language, from: string | null, to: string | null): string {
  const [since, until] = [from, to].map((day) => (day === null ? null : dayText(language, day)));
  if (since && until) return message(language, 'brief.period', { from: since, to: until });
  if (since) return message(language, 'brief.periodOpen', { from: since });
  return until ? message(language, 'brief.periodUntil', { to: until }) : '';
}

/** A status as a sign and words. */
export const statusText = (status: string, glyph: string, words: string): Html =>
  html`<span class="sign" data-status="${status}" aria-hidden="true">${glyph}</span> ${words}`;

/** How a strategy stands to a day, in words. */
export function phaseText(language: Language, phase: string): string {
  return phase === 'WITHDRAWN'
    ? message(language, 'strategyStatus.WITHDRAWN')
    : message(language, `coverageStatus.${phase}` as 'coverageStatus.ENDED');
}

export function sourceItem(source: SourceReference): Html {
  const link = linkOf(source);
  const name = source.title ?? source.ref ?? '';
  return link === null
    ? html`<bdi>${name}</bdi>${source.title && source.ref ? html` <bdi class="soft">${source.ref}</bdi>` : ''}`
    : html`<a href="${link}" rel="noreferrer"><bdi>${name}</bdi></a>`;
}

/** Name of a language (BCP 47) for readers of another. */
export function languageName(language: Language, tag: string): string {
  try {
    return new Intl.DisplayNames(codeOf(language), { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

export type PageInfo = { hasNextPage: boolean; endCursor: string | null };

/** Links to the pages of a list: the beginning, and what comes next. */
export function paging(language: Language, here: (changes: Record<string, string | null>) => string, isFirst: boolean, info: PageInfo): Html | '' {
  if (isFirst && !info.hasNextPage) return '';
  return html`<nav class="paging" aria-label="${message(language, 'page.paging')}"><ul>${
    isFirst ? '' : html`<li><a href="${here({ after: null })}" rel="first">${message(language, 'page.firstPage')}</a></li>`
  }${info.hasNextPage ? html`<li><a href="${here({ after: info.endCursor })}" rel="next">${message(language, 'page.nextPage')}</a></li>` : ''}</ul></nav>`;
}

/** A part of a page with its heading. */
export const part = (id: string, title: string, content: unknown): Html =>
  html`<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>${content}</section>`;

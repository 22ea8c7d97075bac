// What the panels of cells share: their frame, and a passage of a plan with where it stands and where it is from. Pure.
import { html } from 'hono/html';
import { dayText } from '../i18n/dates.ts';
import type { Language } from '../i18n/languages.ts';
import { message } from '../i18n/messages.ts';
import { figureText } from '../i18n/numbers.ts';
import { linkOf } from './brief-sources.ts';
import { type Html, nodePath, statePath, strategyPath } from './document.ts';
import type { Sign } from './grid-model.ts';
import type { Shown } from './screen.ts';

type SourceLine = { title: string | null; ref: string | null };
export type Passage = {
  key: string;
  label: string;
  citation: { page: string | null; paragraph: string | null; quote: string | null; language: string | null } | null;
  strategy: { key: string };
};
export type Plan = { key: string; title: string; sources: SourceLine[] };

export const passageSelection = 'key label strategy { key } citation { page paragraph quote language }';
export const planSelection = 'key title sources { title ref }';

type Panel = { state: { key: string; name: string }; of: string; sign: Sign; body: Html };

/** The panel of a cell: whose it is, what of, and its status in words. */
export function panel({ language, address }: Shown, { state, of, sign, body }: Panel): Html {
  return html`<section id="cell" class="panel" aria-labelledby="cell-title" tabindex="-1">
<p class="close"><a href="${address.with(language, { cell: null })}" data-close>${message(language, 'cell.close')}</a></p>
<h2 id="cell-title"><bdi>${state.name}</bdi> · <bdi>${of}</bdi></h2>
<p class="status"><span class="sign" data-status="${sign.status}" aria-hidden="true">${sign.glyph}</span> <strong>${sign.words}</strong></p>
${body}
<p><a href="${statePath(language, state.key)}">${message(language, 'cell.record', { state: state.name })}</a></p>
</section>`;
}

/** Where the panel comes when a cell is opened. */
export const closedPanel = (): Html => html`<section id="cell" hidden></section>`;

type Told = {
  node: Passage | null;
  strategy: Plan | null;
  facts: readonly (string | null)[];
  said?: readonly (string | null)[];
  rationale?: string | null;
};

/** A passage with its plan, its words as they stand there, and its sources. What the viewer may not see is said to be so. */
export function passage({ language }: Shown, { node, strategy, facts, said = [], rationale = null }: Told): Html {
  if (strategy === null) return html`<li>${message(language, 'page.notKnown')}</li>`;
  const href = node === null ? strategyPath(language, strategy.key) : nodePath(language, node.strategy.key, node.key);
  const citation = node?.citation ?? null;
  const places = [...said, citation?.page ? message(language, 'cell.page', { page: citation.page }) : null, citation?.paragraph ?? null];
  return html`<li><a href="${href}"><bdi>${node?.label ?? strategy.title}</bdi></a>${node === null ? '' : html` <span class="soft">· <bdi>${strategy.title}</bdi></span>`}
<p class="soft">${facts.filter((fact) => fact !== null).join(message(language, 'separator.item'))}</p>
${citation?.quote ? html`<blockquote${citation.language ? html` lang="${citation.language}"` : ''}><bdi>${citation.quote}</bdi></blockquote>` : ''}
${rationale === null ? '' : html`<p><bdi lang="en">${rationale}</bdi></p>`}
<p class="soft">${places.flatMap((part) => (part ? html`<bdi>${part}</bdi> · ` : []))}${sourceLinks(strategy.sources)}</p></li>`;
}

/**
 * The explanation of a cell in words: what the API calls by keys, codes, recorded days and computed figures stands there by its name, in words and as readers write it.
 * `named`: what the cell speaks of.
 */
export function explained(text: string, named: readonly { key: string; name: string }[], language: Language): string {
  const names = new Map(named.map(({ key, name }) => [key, message(language, 'quoted', { text: name })]));
  return text
    .replace(/(?<![\w.-])\d\.\d+(?![\w-]|\.\w)/g, (figure) => figureText(language, Number(figure), figure.length))
    .replace(/\w[\w.-]*\w/g, (word) => names.get(word) ?? word)
    .replace(/\b(?:EQUAL|SUPERSET|SUBSET|INTERSECTS|NO_RELATION|CONTRADICTS)\b/g, (code) => message(language, `relation.${code}` as 'relation.EQUAL'))
    .replace(/\b\d{4}-\d{2}-\d{2}\b/g, (day) => dayText(language, day));
}

/** Nodes and plans of passages by their names. */
export const namesOf = (evidence: readonly { node: Passage | null; strategy: Plan | null }[]) =>
  evidence.flatMap(({ node, strategy }) => [
    ...(node === null ? [] : [{ key: node.key, name: node.label }]),
    ...(strategy === null ? [] : [{ key: strategy.key, name: strategy.title }]),
  ]);

export function sourceLinks(sources: readonly SourceLine[]): Html[] {
  return sources.map((source, index) => {
    const link = linkOf(source);
    const named =
      link === null
        ? html`<bdi>${source.title ?? source.ref}</bdi>`
        : html`<a href="${link}" rel="noreferrer"><bdi>${source.title ?? link}</bdi></a>`;
    return html`${index === 0 ? '' : ' · '}${named}`;
  });
}

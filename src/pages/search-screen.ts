// Search over titles of strategies and texts of their nodes: hits by kind, with what was looked for marked.
import { html } from 'hono/html';
import { message } from '../i18n/messages.ts';
import { type LabelledNode, labelFields, type TitledStrategy, titleFields } from '../views/strategy.ts';
import { operationText } from '../views/view.ts';
import { codeOf, type Html, nodePath, strategyPath } from './document.ts';
import { markedStretches } from './marked.ts';
import { type Shown, screen } from './screen.ts';
import { languageName, type PageInfo, paging, titleText } from './texts.ts';

type StrategyHit = TitledStrategy & { __typename: 'Strategy'; owner: { name: string } };
type NodeHit = LabelledNode & {
  __typename: 'StrategyNode';
  kind: 'PILLAR' | 'OBJECTIVE' | 'MEASURE' | 'INDICATOR';
  strategy: TitledStrategy & { owner: { name: string } };
};
type Hit = StrategyHit | NodeHit;
type SearchData = { search: { totalCount: number; pageInfo: PageInfo; edges: { node: { key: string; hit: Hit } }[] } };

const kinds = ['STRATEGY', 'PILLAR', 'OBJECTIVE', 'MEASURE', 'INDICATOR'] as const;
const owned = 'owner { ... on MemberState { name } ... on Organization { name } }';

const query = operationText(
  'SearchPage',
  { text: 'String!', after: 'String' },
  `search(text: $text, first: 30, after: $after) {
    totalCount pageInfo { hasNextPage endCursor }
    edges { node { key hit { __typename
      ... on Strategy { ${titleFields} originalTitle ${owned} }
      ... on StrategyNode { ${labelFields.replace('strategy { key }', '')} kind strategy { ${titleFields} originalTitle ${owned} } } } } }
  }`,
);

export const searchScreen = screen<SearchData | null>({
  path: '/search',
  parameters: ['q', 'after'],
  ask: (address) => {
    const text = soughtText(address.text('q'));
    return text === '' ? null : { query, variables: { text, after: address.text('after') } };
  },
  render: (data, shown) => {
    const { language, address } = shown;
    const text = soughtText(address.text('q'));
    const title = message(language, 'nav.search');
    return {
      title: text === '' ? title : `${title}${message(language, 'separator.label')}${text}`,
      body: html`<h1>${title}</h1>
<form class="tools search" method="get" action="/${codeOf(language)}/search" role="search" aria-label="${title}">
<label>${message(language, 'search.words')}<input type="search" name="q" maxlength="200" value="${text}" required></label>
<button>${message(language, 'search.go')}</button></form>
<p class="soft">${message(language, 'search.hint')}</p>
${data === null ? '' : hitsOf(data, text, shown)}`,
    };
  },
});

/** What was typed, without letters that print nothing: some turn the order of what stands around them, one no database keeps. */
const soughtText = (given: string | null): string => (given ?? '').replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '').trim();

function hitsOf({ search: { totalCount, pageInfo, edges } }: SearchData, text: string, shown: Shown): Html {
  const { language, address } = shown;
  if (totalCount === 0)
    return html`<div class="empty"><p>${message(language, 'search.none')}${message(language, 'separator.sentence')}${message(language, 'quoted', { text })}</p><p>${message(language, 'search.advice')} <a href="/${codeOf(language)}/strategies">${message(language, 'nav.strategies')}</a></p></div>`;
  const groups = Map.groupBy(edges, ({ node: { hit } }) => (hit.__typename === 'Strategy' ? 'STRATEGY' : hit.kind));
  return html`<p role="status">${message(language, 'search.count', { count: totalCount })}${message(language, 'separator.sentence')}${message(language, 'quoted', { text })}</p>
${kinds.map((kind) => {
  const hits = groups.get(kind) ?? [];
  return hits.length === 0
    ? ''
    : html`<section aria-labelledby="${kind}"><h2 id="${kind}">${message(language, `search.kind.${kind}`)} <span class="soft">(${hits.length})</span></h2><ul class="evidence">${hits.map(({ node: { hit } }) => hitItem(hit, text, shown))}</ul></section>`;
})}
${paging(language, (changes) => address.with(language, changes), address.text('after') === null, pageInfo)}`;
}

function hitItem(hit: Hit, sought: string, { language }: Shown): Html {
  const isStrategy = hit.__typename === 'Strategy';
  const strategy = isStrategy ? hit : hit.strategy;
  const said = isStrategy ? hit.title : hit.label;
  const tag = languageTagOf(hit, language);
  const stretches = markedStretches(said, sought, tag);
  const isMarked = stretches.some(({ isMatch }) => isMatch);
  const original = strategy.originalTitle ?? strategy.title;
  const inOriginal = isStrategy && !isMarked && original !== hit.title ? markedStretches(original, sought, strategy.originalLanguage) : [];
  const isFoundThere = inOriginal.some(({ isMatch }) => isMatch);
  const notes = [
    tag === codeOf(language) ? null : languageName(language, tag),
    isMarked || isFoundThere ? null : message(language, isStrategy ? 'search.otherLanguage' : 'search.byTag'),
  ].filter((note) => note !== null);
  return html`<li><a href="${isStrategy ? strategyPath(language, hit.key) : nodePath(language, strategy.key, hit.key)}"><bdi lang="${tag}">${stretches.map(marked)}</bdi></a>
${isFoundThere ? html`<p><bdi lang="${strategy.originalLanguage}">${inOriginal.map(marked)}</bdi></p>` : ''}
<p class="soft"><bdi>${strategy.owner.name}</bdi>${isStrategy ? '' : html` · ${titleText(language, strategy)}`}${notes.map((note) => html` · ${note}`)}</p></li>`;
}

const marked = ({ text, isMatch }: { text: string; isMatch: boolean }) => (isMatch ? html`<mark>${text}</mark>` : text);

/** What the text shown is written in. */
function languageTagOf(hit: Hit, language: Shown['language']): string {
  const isStrategy = hit.__typename === 'Strategy';
  const text = isStrategy ? hit.title : hit.label;
  if (isStrategy && text === hit.originalTitle) return hit.originalLanguage;
  return text === hit.english ? 'en' : codeOf(language);
}

// How each state, and the organizations that the states share, word each element: passages beside each other, each with its way into the text. Pure.
import { html } from 'hono/html';
import type { Language } from '../i18n/languages.ts';
import { message } from '../i18n/messages.ts';
import type { ComparisonData } from '../views/shared.ts';
import { type CompareAnswer, countsNow, isOf, sharedOrganizations, type Wording } from './compare-model.ts';
import { type Html, nodePath } from './document.ts';
import { labelOf } from './own-language.ts';
import type { Shown } from './screen.ts';

export function wordingSection(
  data: CompareAnswer,
  { states, lapsed }: ComparisonData['compareStates'],
  elements: readonly { key: string; label: string }[],
  { language }: Shown,
): Html {
  const organizations = sharedOrganizations(data);
  const one = ({ key, label }: { key: string; label: string }) => {
    const concept = data.wording?.elements.find((it) => it.concept.key === key)?.concept;
    const ofStates = concept?.ofStates.edges.map(({ node }) => node) ?? [];
    const ofRegions = concept?.ofRegions.edges.map(({ node }) => node) ?? [];
    const regional = organizations.flatMap((it) => {
      const nodes = ofRegions.filter((node) => isOf(it.key, node) && countsNow(node, false));
      return nodes.length === 0 ? [] : said(it.name, nodes, language, true);
    });
    const isCut = (concept?.ofStates.totalCount ?? 0) > ofStates.length || (concept?.ofRegions.totalCount ?? 0) > ofRegions.length;
    return html`<section aria-labelledby="wording-${key}"><h3 id="wording-${key}"><bdi>${label}</bdi></h3><div class="wording">${
      regional.length === 0
        ? html`<div class="regional"><h4>${message(language, 'compare.region')}</h4><p class="soft">${message(language, 'compare.noPassage')}</p></div>`
        : regional
    }${states.map((state, index) =>
      said(
        state.name,
        ofStates.filter((node) => isOf(state.key, node) && countsNow(node, lapsed[index] ?? false)),
        language,
        false,
      ),
    )}</div>${isCut ? html`<p class="soft">${message(language, 'compare.cut')}</p>` : ''}</section>`;
  };
  return html`<section aria-labelledby="wording"><h2 id="wording">${message(language, 'compare.wording')}</h2><p class="soft">${message(language, 'compare.wordingLead')} ${
    organizations.length === 0
      ? message(language, 'compare.noOrganization')
      : html`${message(language, 'compare.organizations')} ${organizations.map(({ name }, index) => html`${index === 0 ? '' : message(language, 'separator.item')}<bdi>${name}</bdi>`)}`
  }</p>${elements.map(one)}</section>`;
}

function said(name: string, nodes: readonly Wording[], language: Language, isRegional: boolean): Html {
  return html`<div${isRegional ? html` class="regional"` : ''}><h4><bdi>${name}</bdi></h4>${
    nodes.length === 0
      ? html`<p class="soft">${message(language, 'compare.noPassage')}</p>`
      : html`<ul>${nodes.map(
          (node) =>
            html`<li><a href="${nodePath(language, node.strategy.key, node.key)}">${labelOf(node, language)}</a> <span class="soft">· <bdi>${node.strategy.title}</bdi></span></li>`,
        )}</ul>`
  }</div>`;
}

// Which unmet needs one project could serve: themes on which several States have one, and what of the register could serve several. Pure.
import { html } from 'hono/html';
import { message } from '../i18n/messages.ts';
import type { Labelled, Page, Totals } from '../views/assistance.ts';
import { activityLink, needPath } from './assistance-parts.ts';
import { byState, type ComparedNeed, type ComparedNeeds } from './assistance-since.ts';
import type { Html } from './document.ts';
import type { Shown } from './screen.ts';
import { listed, written } from './work-fields.ts';

type Served = { key: string; title: string; offer: boolean; providers: string[]; couldServe: { key: string }[] };
type Unmet = Pick<Totals, 'theme' | 'states' | 'unmet'>;
export type JointData = { every: ComparedNeeds; unmet: { elements: Unmet[]; threats: Unmet[] }; joint: Page<Served> };

const unmetFields = 'theme { key label } states unmet';

/** `filter`: that of the needs, without stage and status; `unmetFilter` with UNMET; `activities`: that of the register. */
export const jointSelection = (
  unmetFilter: string,
  activities: string,
) => `unmet: assistanceNeeds(filter: { ${unmetFilter} }, asOf: $asOf, first: 1) {
    elements { ${unmetFields} } threats { ${unmetFields} }
  }
  joint: assistanceActivities(filter: { ${activities} }, first: 100) {
    pageInfo { hasNextPage }
    edges { node { key title offer providers couldServe(asOf: $asOf) { key } } }
  }`;

/** A line: a theme on which two states or more have an unmet need. */
type Line = { theme: Labelled; totals: Unmet; needs: ComparedNeed[] };

export function jointSection({ every, unmet, joint }: JointData, shown: Shown): Html {
  const { language } = shown;
  const say = (key: Parameters<typeof message>[1]) => message(language, key);
  const needs = new Map(every.edges.map(({ node }) => [node.key, node]));
  const open = [...needs.values()].filter(({ status, stage }) => status === 'UNMET' && stage !== 'WITHDRAWN');
  const linesOf = (totals: readonly Unmet[], themeOf: (need: ComparedNeed) => Labelled | null | undefined): Line[] =>
    totals.flatMap((own) => {
      const { theme, states } = own;
      return theme === null || states < 2 ? [] : [{ theme, totals: own, needs: open.filter((need) => themeOf(need)?.key === theme.key) }];
    });
  const lines = [...linesOf(unmet.elements, ({ element }) => element), ...linesOf(unmet.threats, ({ threat }) => threat)];
  const activities = joint.edges.flatMap(({ node }) => {
    const served = node.couldServe.flatMap(({ key }) => needs.get(key) ?? []);
    return byState(served).length > 1 ? [{ ...node, served }] : [];
  });
  const isCut = joint.pageInfo.hasNextPage || every.pageInfo.hasNextPage;
  return html`<section class="panel joint" aria-labelledby="joint"><h2 id="joint">${say('joint.title')}</h2><p class="soft">${say('joint.lead')}${isCut ? html`${say('separator.sentence')}${say('joint.first')}` : ''}</p>
${lines.length === 0 ? html`<p>${say('joint.nothing')}</p>` : tableOf(lines, activities, shown)}
${activities.length === 0 ? '' : html`<details class="more"><summary>${say('joint.activities')} <span class="soft">(${activities.length})</span></summary><ul>${activities.map((it) => html`<li>${activityLink(language, it)}${message(language, 'separator.label')}${statesOf(it.served, shown)}</li>`)}</ul></details>`}</section>`;
}

function tableOf(lines: readonly Line[], activities: readonly (Served & { served: ComparedNeed[] })[], shown: Shown): Html {
  const { language } = shown;
  const say = (key: Parameters<typeof message>[1]) => message(language, key);
  const heads = [say('session.states'), say('joint.unmet'), say('joint.could')];
  const line = ({ theme, totals, needs }: Line) => {
    const keys = new Set(needs.map(({ key }) => key));
    const serving = activities.flatMap((it) => {
      const own = it.served.filter(({ key }) => keys.has(key));
      return byState(own).length > 1 ? [{ ...it, states: byState(own).length }] : [];
    });
    return html`<tr data-theme="${theme.key}"><th scope="row"><bdi>${theme.label}</bdi></th>
<td data-label="${heads[0]}">${totals.states}${message(language, 'separator.label')}${statesOf(needs, shown)}</td>
<td data-label="${heads[1]}">${totals.unmet ?? html`<span class="soft">${say('totals.few')}</span>`}</td>
<td data-label="${heads[2]}">${
      serving.length === 0
        ? html`<span class="soft">${say('joint.none')}</span>`
        : html`<ul>${serving.map(
            (it) =>
              html`<li>${activityLink(language, it)}${it.offer ? html` · ${say('activity.offer')}` : ''} <span class="soft">· ${listed(language, it.providers.map(written))} · ${message(language, 'joint.of', { n: it.states, m: totals.states })}</span></li>`,
          )}</ul>`
    }</td></tr>`;
  };
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${say('joint.title')}"><table class="lines"><caption class="hidden">${say('joint.title')}</caption>
<thead><tr><th scope="col">${say('joint.theme')}</th>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>${lines.map(line)}</tbody></table></div>`;
}

/** States by name, each a way to its first need among these. */
function statesOf(needs: readonly ComparedNeed[], { language }: Shown): Html {
  return listed(
    language,
    byState(needs).map(({ state, needs: [first] }) => html`<a href="${needPath(language, first?.key ?? '')}"><bdi>${state.name}</bdi></a>`),
  );
}

// One cell of the alignment matrix, explained down to its evidence and where the texts say it. Pure.
import { html } from 'hono/html';
import { message } from '../i18n/messages.ts';
import { alignmentGlyphs } from '../views/glyphs.ts';
import { linkOf } from './brief-sources.ts';
import { cellActions } from './cell-actions.ts';
import type { CellData } from './cell-data.ts';
import { type Html, nodePath, statePath, strategyPath } from './document.ts';
import type { Shown } from './screen.ts';

export { type CellData, cellSelection } from './cell-data.ts';

type Evidence = CellData['evidence'][number];

export function cellPanel(cell: CellData, shown: Shown): Html {
  const { language, address } = shown;
  const { state, objective, status, basis, low, high } = cell;
  const counting = cell.evidence.filter((it) => it.counts);
  const other = cell.evidence.filter((it) => !it.counts);
  return html`<section id="cell" class="panel" aria-labelledby="cell-title" tabindex="-1">
<p class="close"><a href="${address.with(language, { cell: null })}" data-close>${message(language, 'cell.close')}</a></p>
<h2 id="cell-title"><bdi>${state.name}</bdi> · <bdi>${objective.label}</bdi></h2>
<p class="status"><span class="sign" data-status="${status}" aria-hidden="true">${alignmentGlyphs[status]}</span> <strong>${message(language, `alignmentStatus.${status}`)}</strong></p>
<dl class="facts">
<dt>${message(language, 'cell.bounds')}</dt><dd>${message(language, 'cell.between', { low: String(low), high: String(high) })}</dd>
<dt>${message(language, 'cell.basis')}</dt><dd>${message(language, `evidenceBasis.${basis}`)}</dd>
<dt>${message(language, 'cell.objective')}</dt><dd><a href="${nodePath(language, objective.strategy.key, objective.key)}"><bdi>${objective.strategy.title}</bdi></a></dd>
</dl>
<h3>${message(language, 'cell.why')}</h3><p>${cell.explanation}</p>
<h3>${message(language, 'cell.evidence')}</h3>${counting.length === 0 ? html`<p>${message(language, 'cell.noEvidence')}</p>` : html`<ul class="evidence">${counting.map((it) => evidenceOf(it, shown))}</ul>`}
${other.length === 0 ? '' : html`<details class="more"><summary>${message(language, 'cell.otherEvidence')} <span class="soft">(${other.length})</span></summary><ul class="evidence">${other.map((it) => evidenceOf(it, shown))}</ul></details>`}
${saidOf(cell, shown)}
${cellActions(cell, shown)}
<p><a href="${statePath(language, state.key)}">${message(language, 'cell.record', { state: state.name })}</a></p>
</section>`;
}

function evidenceOf(it: Evidence, { language }: Shown): Html {
  const href = it.node === null ? strategyPath(language, it.strategy.key) : nodePath(language, it.node.strategy.key, it.node.key);
  const relation = it.relation === null ? null : message(language, `relation.${it.relation}` as 'relation.EQUAL');
  const facts = [
    it.isHint && it.hint !== null ? message(language, 'cell.hintOf', { hint: it.hint }) : relation,
    it.share === null ? null : message(language, 'cell.share', { share: it.share }),
    it.status === null ? null : message(language, `linkStatus.${it.status}` as 'linkStatus.READ'),
    whyNotOf(it.whyNot, language),
  ].filter((fact) => fact !== null);
  const { citation } = it.node ?? { citation: null };
  return html`<li><a href="${href}"><bdi>${it.node?.label ?? it.strategy.title}</bdi></a>${it.node === null ? '' : html` <span class="soft">· <bdi>${it.strategy.title}</bdi></span>`}
<p class="soft">${facts.join(message(language, 'separator.item'))}</p>
${citation?.quote ? html`<blockquote${citation.language ? html` lang="${citation.language}"` : ''}><bdi>${citation.quote}</bdi></blockquote>` : ''}
${it.rationale === null ? '' : html`<p><bdi lang="en">${it.rationale}</bdi></p>`}
<p class="soft">${[it.citation, citation?.paragraph, it.who, it.when].flatMap((part) => (part ? html`<bdi>${part}</bdi> · ` : []))}${it.strategy.sources.map(
    (source) => {
      const link = linkOf(source);
      return link === null
        ? html`<bdi>${source.title ?? source.ref}</bdi> `
        : html`<a href="${link}" rel="noreferrer"><bdi>${source.title ?? link}</bdi></a> `;
    },
  )}</p></li>`;
}

function whyNotOf(whyNot: string | null, language: Shown['language']): string | null {
  if (whyNot === null || whyNot === 'HINT') return null;
  return message(language, `whyNotCounted.${whyNot}` as 'whyNotCounted.STATUS');
}

/** What the state and the owner of the objective say themselves: both readings stay visible. */
function saidOf({ contests, notApplicable }: CellData, { language }: Shown): Html | '' {
  if (contests.length + notApplicable.length === 0) return '';
  const note = (reference: string | null) => (reference === null ? '' : html` (<bdi>${reference}</bdi>)`);
  return html`<h3>${message(language, 'cell.said')}</h3><ul>${contests.map(
    (it) =>
      html`<li><strong>${message(language, it.open ? 'cell.contested' : 'cell.contestEnded')}</strong> <bdi>${it.reason}</bdi>${note(it.reference)} <span class="soft">${it.who} · ${it.when}</span>${
        it.resolution === null ? '' : html` <bdi>${it.resolution}</bdi>`
      }</li>`,
  )}${notApplicable.map(
    (it) =>
      html`<li><strong>${message(language, 'alignmentStatus.NOT_APPLICABLE')}</strong> <bdi>${it.reason}</bdi>${note(it.reference)} <span class="soft">${it.who} · ${it.when}</span></li>`,
  )}</ul>`;
}

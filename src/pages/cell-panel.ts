// One cell of the alignment matrix, explained down to its evidence and where the texts say it. Pure.
import { html } from 'hono/html';
import { dayText } from '../i18n/dates.ts';
import { message } from '../i18n/messages.ts';
import { figureText } from '../i18n/numbers.ts';
import { alignmentGlyphs } from '../views/glyphs.ts';
import { cellActions, withdrawMarkForm } from './cell-actions.ts';
import type { CellData } from './cell-data.ts';
import { type Html, nodePath } from './document.ts';
import { explained, namesOf, panel, passage } from './evidence.ts';
import type { Shown } from './screen.ts';

type Evidence = CellData['evidence'][number];

export function cellPanel(cell: CellData, shown: Shown): Html {
  const { language } = shown;
  const { state, objective, status, basis, low, high } = cell;
  const counting = cell.evidence.filter((it) => it.counts);
  const other = cell.evidence.filter((it) => !it.counts);
  return panel(shown, {
    state,
    of: objective.label,
    sign: { status, glyph: alignmentGlyphs[status], words: message(language, `alignmentStatus.${status}`) },
    body: html`<dl class="facts">
<dt>${message(language, 'cell.bounds')}</dt><dd>${status === 'NARROW_RECORD' ? '–' : low === high ? html`<bdi dir="ltr">${figureText(language, low)}</bdi>` : message(language, 'cell.between', { low: figureText(language, low), high: figureText(language, high) })}</dd>
<dt>${message(language, 'cell.basis')}</dt><dd>${message(language, `evidenceBasis.${basis}`)}</dd>
<dt>${message(language, 'cell.objective')}</dt><dd><a href="${nodePath(language, objective.strategy.key, objective.key)}"><bdi>${objective.strategy.title}</bdi></a></dd>
</dl>
<h3>${message(language, 'cell.why')}</h3><p>${explained(cell.explanation, namesOf(cell.evidence), language)}</p>${
      status === 'NARROW_RECORD' ? html`<p class="soft">${message(language, 'method.means.NARROW_RECORD')}</p>` : ''
    }
<h3>${message(language, 'cell.evidence')}</h3>${counting.length === 0 ? html`<p>${message(language, 'cell.noEvidence')}</p>` : html`<ul class="evidence">${counting.map((it) => evidenceOf(it, shown))}</ul>`}
${other.length === 0 ? '' : html`<details class="more"><summary>${message(language, 'cell.otherEvidence')} <span class="soft">(${other.length})</span></summary><ul class="evidence">${other.map((it) => evidenceOf(it, shown))}</ul></details>`}
${saidOf(cell, shown)}
${cellActions(cell, shown)}`,
  });
}

function evidenceOf(it: Evidence, shown: Shown): Html {
  const { language } = shown;
  const relation = it.relation === null ? null : message(language, `relation.${it.relation}` as 'relation.EQUAL');
  const facts = [
    it.isHint && it.hint !== null ? message(language, 'cell.hintOf', { hint: it.hint }) : relation,
    it.share === null ? null : message(language, 'cell.share', { share: it.share }),
    it.status === null ? null : message(language, `linkStatus.${it.status}` as 'linkStatus.READ'),
    whyNotOf(it.whyNot, language),
  ];
  return passage(shown, {
    node: it.node,
    strategy: it.strategy,
    facts,
    said: [it.citation, it.who, it.when && dayText(language, it.when)],
    rationale: it.rationale,
  });
}

function whyNotOf(whyNot: string | null, language: Shown['language']): string | null {
  if (whyNot === null || whyNot === 'HINT') return null;
  return message(language, `whyNotCounted.${whyNot}` as 'whyNotCounted.STATUS');
}

/** What the state and the owner of the objective say themselves: both readings stay visible. */
function saidOf(cell: CellData, shown: Shown): Html | '' {
  const { contests, notApplicable } = cell;
  const { language } = shown;
  if (contests.length + notApplicable.length === 0) return '';
  const note = (reference: string | null) => (reference === null ? '' : html` (<bdi>${reference}</bdi>)`);
  return html`<h3>${message(language, 'cell.said')}</h3><ul>${contests.map(
    (it) =>
      html`<li><strong>${message(language, it.open ? 'cell.contested' : 'cell.contestEnded')}</strong> <bdi>${it.reason}</bdi>${note(it.reference)} <span class="soft">${it.who} · ${dayText(language, it.when)}</span>${
        it.resolution === null ? '' : html` <bdi>${it.resolution}</bdi>`
      }</li>`,
  )}${notApplicable.map(
    (it) =>
      html`<li><strong>${message(language, it.open ? 'alignmentStatus.NOT_APPLICABLE' : 'record.takenBack')}</strong> <bdi>${it.reason}</bdi>${note(it.reference)} <span class="soft">${it.who} · ${dayText(language, it.when)}</span>${withdrawMarkForm(cell, it, shown)}</li>`,
  )}</ul>`;
}

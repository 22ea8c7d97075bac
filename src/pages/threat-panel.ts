// One cell of the threat matrix, explained down to its findings and to the passages of plans. Pure.
import { html } from 'hono/html';
import type { ThreatStatus } from '../alignment/model.ts';
import { dayText } from '../i18n/dates.ts';
import { message } from '../i18n/messages.ts';
import { figureText } from '../i18n/numbers.ts';
import { threatGlyphs } from '../views/glyphs.ts';
import type { Html } from './document.ts';
import { explained, type Passage, type Plan, panel, passage, passageSelection, planSelection, sourceLinks } from './evidence.ts';
import type { Shown } from './screen.ts';

export type ThreatCellData = {
  state: { key: string; name: string };
  threat: { key: string; label: string };
  exposure: number | null;
  named: boolean;
  stale: boolean;
  planned: number | null;
  status: ThreatStatus;
  explanation: string;
  attribution: string[];
  findings: {
    threat: { key: string; label: string };
    findingClass: number;
    exposure: number | null;
    named: boolean;
    stale: boolean;
    emerging: boolean;
    assessment: {
      key: string;
      title: string;
      issuingBody: string | null;
      dated: string | null;
      sources: { title: string | null; ref: string | null }[];
    } | null;
  }[];
  evidence: { depth: number; figure: number; node: Passage | null; strategy: Plan | null }[];
};

export const threatCellSelection = `state { key name } threat { key label } exposure named stale planned status explanation attribution
    findings { threat { key label } findingClass exposure named stale emerging assessment { key title issuingBody dated sources { title ref } } }
    evidence { depth figure node { ${passageSelection} } strategy { ${planSelection} } }`;

export function threatCellPanel(cell: ThreatCellData, shown: Shown): Html {
  const { language } = shown;
  const { status, exposure, planned, findings, evidence } = cell;
  const none = message(language, 'page.noRecord');
  const exposed = [
    exposure === null ? (cell.named ? message(language, 'threatMatrix.named') : none) : figureText(language, exposure, 2),
    cell.stale ? message(language, 'threatMatrix.stale') : null,
  ];
  const assessments = findings.flatMap(({ assessment: it }) => (it === null ? [] : [{ key: it.key, name: it.title }]));
  return panel(shown, {
    state: cell.state,
    of: cell.threat.label,
    sign: { status, glyph: threatGlyphs[status], words: message(language, `threatStatus.${status}`) },
    body: html`<dl class="facts"><dt>${message(language, 'threatMatrix.exposureName')}</dt><dd>${exposed.filter((it) => it !== null).join(message(language, 'separator.item'))}</dd>
<dt>${message(language, 'threatMatrix.plannedName')}</dt><dd>${planned === null ? none : figureText(language, planned, 2)}</dd></dl>
<h3>${message(language, 'cell.why')}</h3><p>${explained(cell.explanation, assessments, language)}</p>
<h3>${message(language, 'threatMatrix.findings')}</h3>${
      findings.length === 0
        ? html`<p>${message(language, 'threatMatrix.noFindings')}</p>`
        : html`<ul class="evidence">${findings.map((it) => findingOf(it, shown))}</ul>`
    }
<h3>${message(language, 'threatMatrix.passages')}</h3>${
      evidence.length === 0
        ? html`<p>${message(language, 'cell.noEvidence')}</p>`
        : html`<ul class="evidence">${evidence.map(({ figure, node, strategy }) =>
            passage(shown, { node, strategy, facts: [message(language, 'threatMatrix.planned', { value: figureText(language, figure, 2) })] }),
          )}</ul>`
    }
${cell.attribution.map((words) => html`<p class="soft"><bdi>${words}</bdi></p>`)}`,
  });
}

function findingOf(it: ThreatCellData['findings'][number], { language }: Shown): Html {
  const facts = [
    it.exposure === null ? null : message(language, 'threatMatrix.exposure', { value: figureText(language, it.exposure, 2) }),
    it.named ? message(language, 'threatMatrix.named') : null,
    it.stale ? message(language, 'threatMatrix.stale') : null,
    it.emerging ? message(language, 'threatMatrix.emerging') : null,
    message(language, `findingClass.${it.findingClass as 1 | 2 | 3}`),
  ].filter((fact) => fact !== null);
  const { assessment } = it;
  const from = [assessment?.issuingBody, assessment?.dated && dayText(language, assessment.dated)].flatMap((part) =>
    part ? html`<bdi>${part}</bdi> · ` : [],
  );
  return html`<li><bdi>${assessment?.title ?? message(language, 'page.notKnown')}</bdi> <span class="soft">· <bdi>${it.threat.label}</bdi></span>
<p class="soft">${facts.join(message(language, 'separator.item'))}</p><p class="soft">${from}${sourceLinks(assessment?.sources ?? [])}</p></li>`;
}

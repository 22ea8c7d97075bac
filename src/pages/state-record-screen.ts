// All that is said of one state, so that it can be read in one go, confirmed or contested.
import { html } from 'hono/html';
import { isEditorOf } from '../core/sharing.ts';
import { dayText } from '../i18n/dates.ts';
import { message } from '../i18n/messages.ts';
import { figureText } from '../i18n/numbers.ts';
import { alignmentGlyphs, coverageGlyphs, elementGlyphs, threatGlyphs } from '../views/glyphs.ts';
import { type RecordData, stateRecordView } from '../views/state-record.ts';
import { operationText } from '../views/view.ts';
import { type CellData, cellQuery, cellTypes, cellVariables } from './cell-data.ts';
import { cellPanel } from './cell-panel.ts';
import { type Html, organizationPath, strategyPath } from './document.ts';
import { cellKey, cellOf } from './grid-model.ts';
import { sourceFields } from './onward.ts';
import { type Shown, screen } from './screen.ts';
import { type Clearance, clearanceSelection, reviewForms, statementForm, withdrawStatementForm } from './state-record-forms.ts';
import { type RecordBefore, recordBeforeFields, recordSince } from './state-record-since.ts';
import { labelText, nodeLink, part, periodText, phaseText, statusText, titleText } from './texts.ts';
import { sourcesAsked, toolsForm } from './tools.ts';

type Record = RecordData['stateRecord'];
type Data = RecordData & { before?: RecordBefore; cell?: CellData; stateRecord: { clearance?: Clearance | null } };

const query = operationText(
  'StateRecordPage',
  {
    ...stateRecordView.variables,
    since: 'Date',
    hasSince: 'Boolean!',
    ...cellTypes,
    mayAnswer: 'Boolean!',
  },
  stateRecordView.selection,
  `before: stateRecord(state: $state, asOf: $since, sources: $sources, includeUnseen: $includeUnseen) @include(if: $hasSince) { ${recordBeforeFields} }`,
  cellQuery,
  // The same field once more, with what its editors alone are told.
  `stateRecord(state: $state, asOf: $asOf, sources: $sources, includeUnseen: $includeUnseen) @include(if: $mayAnswer) { ${clearanceSelection} }`,
);

export const stateRecordScreen = screen<Data>({
  path: '/states/:state',
  parameters: ['asOf', 'since', 'sources', 'includeUnseen', 'cell'],
  ask: (address, { viewer }) => {
    const [cell, since] = [cellOf(address.text('cell')), address.day('since')];
    const variables = {
      state: address.part('state'),
      asOf: address.day('asOf'),
      sources: sourcesAsked(address),
      includeUnseen: address.flag('includeUnseen') || null,
      since,
      hasSince: since !== null,
      ...cellVariables(cell, viewer),
      mayAnswer: isEditorOf(viewer, { stateKey: address.part('state'), organizationKey: null }),
    };
    return { query, variables };
  },
  render: (data, shown) => {
    const { language } = shown;
    const { stateRecord: record, cell, before } = data;
    const title = message(language, 'record.title', { state: record.state.name });
    const say = (key: Parameters<typeof message>[1]) => message(language, key);
    const parts: [string, string, Html][] = [
      ['objectives', say('record.objectives'), objectivesOf(record, shown)],
      ['statements', say('cell.said'), statementsOf(record, shown)],
      ['strategies', say('record.strategies'), strategiesOf(record, shown)],
      ['kinds', say('view.coverage'), kindsOf(record, shown)],
      ['elements', say('view.elements'), elementsOf(record, shown)],
      ['threats', say('record.threats'), threatsOf(record, shown)],
    ];
    return {
      title,
      exports: { view: stateRecordView.key, formats: ['csv', 'json', 'xlsx', 'docx'], extra: { state: record.state.key } },
      body: html`<h1><bdi>${record.state.name}</bdi></h1>
<p class="lead">${say('record.heading')} · ${message(language, 'page.asOf', { date: dayText(language, record.asOf) })}</p>
${record.state.note === null ? '' : html`<p class="soft"><bdi>${record.state.note}</bdi></p>`}
<p class="soft">${say('record.lead')}</p>
${record.lapsed ? html`<p class="notice">† ${say('grid.lapsed')}</p>` : ''}
${record.plans.length === 0 ? html`<p class="notice">${say('record.noPlans')}</p>` : ''}
${toolsForm(shown, { asOf: record.asOf, hasSince: true, fields: sourceFields(shown) })}
<nav class="contents" aria-label="${say('page.contents')}"><ul>${parts.map(([id, name]) => html`<li><a href="#${id}">${name}</a></li>`)}</ul></nav>
${cell === undefined ? html`<section id="cell" hidden></section>` : cellPanel(cell, shown)}
${before === undefined ? '' : recordSince(record, before, shown)}
${
  record.clearance
    ? reviewForms(shown, {
        state: record.state,
        organizations: record.organizations.map(({ organization }) => organization),
        clearance: record.clearance,
        openContests: record.contests.filter(({ open }) => open).length,
      })
    : ''
}
${parts.map(([id, name, content]) => part(id, name, content))}
${record.attribution.map((words) => html`<p class="soft"><bdi>${words}</bdi></p>`)}`,
    };
  },
});

function objectivesOf({ organizations, state }: Record, shown: Shown): Html {
  const { language, address } = shown;
  if (organizations.length === 0) return html`<p class="empty">${message(language, 'record.noOrganizations')}</p>`;
  const open = address.text('cell');
  const line = ({ objective, status, low, high, basis, hint, evidenceCount }: Record['organizations'][number]['objectives'][number]) => {
    const key = cellKey(state.key, objective.key);
    const isHint = status === 'UNREAD' && hint > 0;
    return html`<tr><th scope="row" data-label="${message(language, 'record.objective')}">${nodeLink(language, objective)}</th>
<td data-label="${message(language, 'record.said')}"><a href="${address.with(language, { cell: key })}#cell"${key === open ? html` aria-current="true"` : ''}><span class="sign" data-status="${status}"${isHint ? html` data-hint` : ''} aria-hidden="true">${isHint ? '[◐]' : alignmentGlyphs[status]}</span> ${message(language, `alignmentStatus.${status}`)}</a></td>
<td data-label="${message(language, 'cell.bounds')}">${status === 'NARROW_RECORD' ? '–' : html`<bdi dir="ltr">${[...new Set([low, high])].map((bound) => figureText(language, bound)).join('–')}</bdi>`}</td>
<td data-label="${message(language, 'cell.basis')}">${message(language, `evidenceBasis.${isHint ? 'HINT' : basis}`)}</td>
<td data-label="${message(language, 'record.links')}">${evidenceCount}</td></tr>`;
  };
  return html`${organizations.map(
    ({ organization, note, ended, strategies, objectives }) =>
      html`<h3><a href="${organizationPath(language, organization.key, 'matrix')}"><bdi>${organization.name}</bdi></a></h3>
${note === null ? '' : html`<p class="soft"><bdi>${note}</bdi></p>`}${ended ? html`<p class="notice">${message(language, 'matrix.ended')}</p>` : ''}
${
  objectives.length === 0
    ? html`<p>${message(language, 'record.noObjectives')}</p>`
    : html`<p class="soft">${strategies.map(({ key, title }) => html`<a href="${strategyPath(language, key)}"><bdi>${title}</bdi></a> `)}</p>
<div class="scroll" tabindex="0" role="region" aria-label="${organization.name}"><table class="lines"><caption class="hidden">${message(language, 'record.objectives')}${message(language, 'separator.label')}${organization.name}</caption>
<thead><tr><th scope="col">${message(language, 'record.objective')}</th><th scope="col">${message(language, 'record.said')}</th><th scope="col">${message(language, 'cell.bounds')}</th><th scope="col">${message(language, 'cell.basis')}</th><th scope="col">${message(language, 'record.links')}</th></tr></thead>
<tbody>${objectives.map(line)}</tbody></table></div>`
}`,
  )}`;
}

function statementsOf(record: Record, shown: Shown): Html {
  const { state, contests, notApplicable, statements } = record;
  const { language, address } = shown;
  if (contests.length + notApplicable.length + statements.length === 0) return html`<p>${message(language, 'record.noStatements')}</p>`;
  const item = (it: Record['notApplicable'][number], words: string, resolution: string | null) =>
    html`<li><a href="${address.with(language, { cell: cellKey(state.key, it.objective.key) })}#cell">${labelText(language, it.objective)}</a>
<p><strong>${words}</strong> <bdi>${it.reason}</bdi>${it.reference === null ? '' : html` (<bdi>${it.reference}</bdi>)`}${resolution === null ? '' : html` <bdi>${resolution}</bdi>`}</p>
<p class="soft"><bdi>${it.who}</bdi> · ${dayText(language, it.when)}</p></li>`;
  return html`<ul class="evidence">${contests.map((it) =>
    item(it, message(language, it.open ? 'cell.contested' : 'cell.contestEnded'), it.resolution),
  )}${notApplicable.map((it) => item(it, message(language, it.open ? 'alignmentStatus.NOT_APPLICABLE' : 'record.takenBack'), null))}${statements.map((it) => wordOf(it, record, shown))}</ul>`;
}

/** A word of the state on a kind of strategy, an element or a threat, beside what is read of it. */
function wordOf(it: Record['statements'][number], { elements, threats, state }: Record, shown: Shown): Html {
  const { language } = shown;
  const concept = [...elements.map(({ element }) => element), ...threats.map(({ threat }) => threat)].find(({ key }) => key === it.key);
  const about = it.subject === 'SCOPE' ? message(language, `strategyScope.${it.key}` as 'strategyScope.DRUGS') : (concept?.label ?? it.key);
  const scheme = { SCOPE: 'coverageStatus', ELEMENT: 'elementStatus', THREAT: 'threatStatus' }[it.subject];
  const proposed =
    it.proposed === null ? '' : `${message(language, 'separator.label')}${message(language, `${scheme}.${it.proposed}` as 'elementStatus.ABSENT')}`;
  return html`<li>${message(language, `sheet.part.${it.subject}`)}${message(language, 'separator.label')}<bdi>${about}</bdi>
<p><strong>${it.open ? message(language, `sheet.decision.${it.decision}`) : message(language, 'record.takenBack')}${proposed}</strong>${it.reason === null ? '' : html` <bdi>${it.reason}</bdi>`}${it.reference === null ? '' : html` (<bdi>${it.reference}</bdi>)`}</p>
<p class="soft"><bdi>${it.who}</bdi> · ${dayText(language, it.when)}</p>${withdrawStatementForm(shown, state, it, `${state.name} × ${about}`)}</li>`;
}

function strategiesOf({ strategies, plans }: Record, { language }: Shown): Html {
  if (strategies.length === 0) return html`<p class="empty">${message(language, 'page.nothing')}</p>`;
  const counting = new Set(plans.map(({ key }) => key));
  return html`<ul class="evidence">${strategies.map(
    (it) =>
      html`<li><a href="${strategyPath(language, it.key)}">${titleText(language, it)}</a>${counting.has(it.key) ? html` <strong class="tag">${message(language, 'record.counts')}</strong>` : ''}
<p class="soft">${[message(language, `strategyScope.${it.scope}`), periodText(language, it.validFrom, it.validTo), phaseText(language, it.phase)].filter(Boolean).join(' · ')}</p></li>`,
  )}</ul>`;
}

function kindsOf({ coverage, state }: Record, shown: Shown): Html {
  const { language } = shown;
  const lines = coverage.map(({ scope }) => [scope, message(language, `strategyScope.${scope}`)] as const);
  return html`<ul class="columns">${coverage.map(
    ({ scope, status, party }) =>
      html`<li>${statusText(status, coverageGlyphs[status], `${message(language, `strategyScope.${scope}`)}${message(language, 'separator.label')}${message(language, `coverageStatus.${status}`)}`)}${
        party === null ? '' : html` <span class="soft">(${message(language, party ? 'record.party' : 'record.notParty')})</span>`
      }</li>`,
  )}</ul>${statementForm(shown, state, 'SCOPE', lines)}`;
}

function elementsOf({ elements, state }: Record, shown: Shown): Html {
  const { language } = shown;
  const lines = elements.map(({ element }) => [element.key, element.label] as const);
  const none = message(language, 'record.noGeneral');
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${message(language, 'view.elements')}"><table class="lines"><caption class="hidden">${message(language, 'view.elements')}</caption>
<thead><tr><th scope="col">${message(language, 'page.element')}</th><th scope="col">${message(language, 'record.allPlans')}</th><th scope="col">${message(language, 'record.generalPlans')}</th></tr></thead>
<tbody>${elements.map(
    ({ element, status, generalDepth }) =>
      html`<tr><th scope="row"><bdi>${element.label}</bdi></th><td data-label="${message(language, 'record.allPlans')}">${statusText(status, elementGlyphs[status], message(language, `elementStatus.${status}`))}</td><td data-label="${message(language, 'record.generalPlans')}">${generalDepth === null ? none : generalWords(language, generalDepth)}</td></tr>`,
  )}</tbody></table></div>${statementForm(shown, state, 'ELEMENT', lines)}`;
}

/** The depth of general plans in the words of the status of the same depth. */
function generalWords(language: Shown['language'], depth: number): Html {
  const status = (['NOT_SEEN', 'MENTIONED', 'ACTIONED', 'ACCOUNTABLE'] as const)[depth] ?? 'NOT_SEEN';
  return statusText(status, elementGlyphs[status], message(language, `elementStatus.${status}`));
}

function threatsOf({ threats, state }: Record, shown: Shown): Html {
  const { language } = shown;
  const lines = threats.map(({ threat }) => [threat.key, threat.label] as const);
  const figure = (value: number | null) => (value === null ? '–' : figureText(language, value, 2));
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${message(language, 'record.threats')}"><table class="lines"><caption class="hidden">${message(language, 'record.threats')}</caption>
<thead><tr><th scope="col">${message(language, 'record.threat')}</th><th scope="col">${message(language, 'record.said')}</th><th scope="col">${message(language, 'record.exposure')}</th><th scope="col">${message(language, 'record.planned')}</th></tr></thead>
<tbody>${threats.map(
    ({ threat, status, exposure, named, planned, stale }) =>
      html`<tr><th scope="row"><bdi>${threat.label}</bdi></th><td data-label="${message(language, 'record.said')}">${statusText(status, threatGlyphs[status], message(language, `threatStatus.${status}`))}</td><td data-label="${message(language, 'record.exposure')}">${named ? message(language, 'record.named') : figure(exposure)}${stale ? html` <span class="soft">(${message(language, 'record.stale')})</span>` : ''}</td><td data-label="${message(language, 'record.planned')}">${figure(planned)}</td></tr>`,
  )}</tbody></table></div>${statementForm(shown, state, 'THREAT', lines)}`;
}

// Shared threats: as a table, as a network of states, threats and flows, and as a map of equal tiles for one of them.
import { html } from 'hono/html';
import { method } from '../alignment/method.ts';
import { dayText } from '../i18n/dates.ts';
import { message } from '../i18n/messages.ts';
import { type SharedFlow, type SharedThreatsData, sharedThreatsView } from '../views/shared.ts';
import { operationText } from '../views/view.ts';
import { codeOf, type Html, nodePath } from './document.ts';
import { asOfOptions, ofText, onward, sourceFields, stateNames } from './onward.ts';
import { labelOf } from './own-language.ts';
import { type Shown, screen } from './screen.ts';
import { exposedGlyph, exposedOf, exposedWords, threatMap, threatNetwork, waysOf } from './threats-drawing.ts';
import { toolsForm } from './tools.ts';

type Threat = SharedThreatsData['sharedThreats'][number];
type Before = { asOf: string; threat: { key: string; label: string }; members: { key: string; name: string }[] }[];
type ThreatsAnswer = SharedThreatsData & { before?: Before };

const query = operationText(
  'SharedThreats',
  { ...sharedThreatsView.variables, since: 'Date', hasSince: 'Boolean!' },
  sharedThreatsView.selection,
  'before: sharedThreats(organization: $organization, asOf: $since, sources: $sources, includeUnseen: $includeUnseen) @include(if: $hasSince) { asOf threat { key label } members { key name } }',
);

export const threatsScreen = screen<ThreatsAnswer>({
  path: '/r/:organization/threats',
  parameters: ['asOf', 'since', 'sources', 'includeUnseen', 'threat'],
  ask: (address) => {
    const since = address.day('since');
    return { query, variables: { ...asOfOptions({ address }), since, hasSince: since !== null } };
  },
  render: (data, shown) => {
    const { language, address, today } = shown;
    const { organization, sharedThreats: threats } = data;
    const asOf = threats[0]?.asOf ?? address.day('asOf') ?? today;
    const asked = address.text('threat');
    const chosen = threats.find(({ threat }) => threat.key === asked) ?? threats[0];
    const isUnknown = asked !== null && chosen?.threat.key !== asked;
    return {
      title: message(language, 'threats.title', { organization: organization.name }),
      organization,
      exports: { view: sharedThreatsView.key, formats: ['csv', 'xlsx', 'json', 'svg'], extra: { organization: organization.key } },
      body: html`<h1>${message(language, 'view.threats')}</h1>
<p class="lead"><bdi>${organization.name}</bdi> · ${message(language, 'page.asOf', { date: dayText(language, asOf) })}</p>
<p class="soft">${message(language, 'threats.lead', { from: method.sharedExposureFrom.value, months: method.staleMonths.value })}</p>
${toolsForm(shown, { asOf, hasSince: true, fields: html`${chosen === undefined ? '' : threatField(threats, chosen, shown)}${sourceFields(shown)}` })}
${isUnknown ? html`<p class="notice" role="note">${message(language, 'threats.notShared', { threat: asked.slice(0, 60) })}</p>` : ''}
${
  chosen === undefined
    ? html`<p class="empty">${message(language, 'threats.empty')}</p>`
    : html`${threatTable(threats, shown, organization.key)}
${data.before === undefined ? '' : changesOf(data, data.before, address.day('since') ?? '', shown)}
${networkSection(data, asked === null || isUnknown ? null : asked, shown)}
${mapSection(data, chosen, shown)}
${flowsSection(threats, shown)}`
}
${[...new Set(threats.flatMap(({ attribution }) => attribution))].map((words) => html`<p class="soft"><bdi>${words}</bdi></p>`)}`,
    };
  },
});

function threatField(threats: readonly Threat[], chosen: Threat, { language }: Shown): Html {
  return html`<label>${message(language, 'threats.shown')}<select name="threat">${threats.map(
    ({ threat }) => html`<option value="${threat.key}"${threat.key === chosen.threat.key ? html` selected` : ''}>${threat.label}</option>`,
  )}</select></label>`;
}

function threatTable(threats: readonly Threat[], shown: Shown, organization: string): Html {
  const { language, address } = shown;
  const say = (key: 'threat' | 'members' | 'reasons' | 'objectives' | 'flows' | 'unassessed') => message(language, `threats.column.${key}`);
  const none = html`<span class="soft">${message(language, 'threats.none')}</span>`;
  const row = (it: Threat) => {
    const { threat, members, assessed, memberCount, reasons, regionalObjectives, flows, unassessed, exposures } = it;
    const stale = exposures.filter(({ stale: isStale }) => isStale).length;
    return html`<tr id="threat-${threat.key}"><th scope="row"><a href="${address.with(language, { threat: threat.key })}#map"><bdi>${threat.label}</bdi></a></th>
<td data-column="${say('members')}"><a href="#states-${threat.key}">${ofText(language, members.length, memberCount)}</a> <span class="soft">${message(language, 'threats.assessed', { n: assessed, m: memberCount })}</span>${
      stale === 0 ? '' : html` <span class="soft">† ${message(language, 'threats.stale', { n: stale, m: assessed })}</span>`
    }</td>
<td data-column="${say('reasons')}">${reasons.length === 0 ? html`<span class="soft">${message(language, 'threats.byExposure')}</span>` : html`<ul>${reasons.map((reason) => html`<li>${message(language, `sharedThreatReason.${reason}`)}</li>`)}</ul>`}</td>
<td data-column="${say('objectives')}">${
      regionalObjectives.length === 0
        ? none
        : html`<details><summary>${regionalObjectives.length}</summary><ul>${regionalObjectives.map(
            (node) => html`<li><a href="${nodePath(language, node.strategy.key, node.key)}">${labelOf(node, language)}</a></li>`,
          )}</ul></details>`
    }</td>
<td data-column="${say('flows')}">${flows.length === 0 ? none : html`<a href="#flow-${flows[0]?.key}">${flows.length}</a>`}</td>
<td data-column="${say('unassessed')}">${
      unassessed.length === 0
        ? html`<span class="soft">–</span>`
        : html`<details><summary>${ofText(language, unassessed.length, memberCount)}</summary>${stateNames(language, unassessed)}</details>`
    }</td></tr>`;
  };
  return html`<section aria-labelledby="table"><h2 id="table">${message(language, 'threats.table')}</h2>
<p class="soft">${message(language, 'threats.order')}</p>
<table class="grid threats"><caption class="hidden">${message(language, 'threats.table')}</caption>
<thead><tr>${(['threat', 'members', 'reasons', 'objectives', 'flows', 'unassessed'] as const).map((key) => html`<th scope="col">${say(key)}</th>`)}</tr></thead>
<tbody>${threats.map(row)}</tbody></table>
<p><a href="${onward(shown, organization, 'threat-matrix')}">${message(language, 'overview.toThreatMatrix')}</a></p></section>`;
}

function networkSection(data: SharedThreatsData, focus: string | null, shown: Shown): Html {
  const { language, address } = shown;
  const { organization, sharedThreats: threats } = data;
  const ways = waysOf(language, focus, (key) => `${address.with(language, { threat: key })}#network`);
  const twin = threats.map(
    ({ threat, members, flows }) =>
      html`<li id="states-${threat.key}"><strong><bdi>${threat.label}</bdi></strong>${message(language, 'separator.label')}${
        members.length === 0 ? message(language, 'threats.noneExposed') : stateNames(language, members)
      }${flows.length === 0 ? '' : html`<ul>${flows.map((flow) => html`<li><a href="#flow-${flow.key}">${wayOf(flow)}</a></li>`)}</ul>`}</li>`,
  );
  return html`<section aria-labelledby="network"><h2 id="network">${message(language, 'threats.network')}</h2>
<p class="soft">${message(language, 'threats.networkLead')}</p>
<div class="scroll drawn" tabindex="0" role="region" aria-label="${message(language, 'threats.networkTitle', { organization: organization.name })}">${threatNetwork(data, language, ways)}</div>
<p class="soft">${fileLink(organization.key, null, shown)}</p>
<h3>${message(language, 'threats.asList')}</h3><ul class="twin">${twin}</ul></section>`;
}

function mapSection(data: SharedThreatsData, chosen: Threat, shown: Shown): Html {
  const { language } = shown;
  const { organization } = data;
  const ways = waysOf(language, null, () => '');
  const standings = organization.members.map((state) => ({
    state,
    standing: exposedOf(chosen, state.key),
    finding: chosen.exposures.find((it) => it.state.key === state.key),
  }));
  const matrix = (key: string) => `${onward(shown, organization.key, 'threat-matrix', { cell: `${key}.${chosen.threat.key}` })}#cell`;
  const signs = (['EXPOSED', 'BELOW', 'NOT_ASSESSED'] as const).map(
    (exposed) =>
      html`<li><span class="sign" data-exposed="${exposed}" aria-hidden="true">${exposedGlyph(exposed)}</span> ${exposedWords(language, { exposed, isStale: false })}</li>`,
  );
  return html`<section aria-labelledby="map"><h2 id="map">${message(language, 'threats.map', { threat: chosen.threat.label })}</h2>
<p class="soft">${message(language, 'threats.mapLead')}</p>
<div class="legend"><ul>${signs}<li>† ${message(language, 'threats.outOfDate')}</li></ul></div>
<div class="scroll drawn" tabindex="0" role="region" aria-label="${message(language, 'threats.mapTitle', { threat: chosen.threat.label, organization: organization.name })}">${threatMap(data, chosen, language, ways)}</div>
<p class="disclaimer">${message(language, 'threats.mapDisclaimer')}</p>
<p class="soft">${fileLink(organization.key, chosen.threat.key, shown)}</p>
<details class="more"><summary>${message(language, 'threats.asTable')}</summary>
<table class="grid"><caption class="hidden">${message(language, 'threats.map', { threat: chosen.threat.label })}</caption>
<thead><tr><th scope="col">${message(language, 'grid.state')}</th><th scope="col">${message(language, 'threats.column.exposure')}</th><th scope="col">${message(language, 'threats.column.planned')}</th></tr></thead>
<tbody>${standings.map(
    ({ state, standing, finding }) =>
      html`<tr><th scope="row">${stateNames(language, [state])}</th><td data-column="${message(language, 'threats.column.exposure')}"><a href="${matrix(state.key)}">${exposedWords(language, standing)}</a> <span class="soft">${
        finding === undefined ? '' : finding.exposure === null ? message(language, 'threats.named') : String(finding.exposure)
      }</span></td><td data-column="${message(language, 'threats.column.planned')}">${plannedWords(finding, shown)}</td></tr>`,
  )}</tbody></table></details></section>`;
}

function plannedWords(finding: Threat['exposures'][number] | undefined, { language }: Shown): string {
  if (finding === undefined) return '–';
  if (finding.planned === null) return message(language, 'threatStatus.NO_RECORD');
  if (finding.planned === 0) return message(language, 'threatStatus.NOT_SEEN');
  return message(language, finding.planned >= method.plannedFrom.value - method.tolerance.value ? 'threatStatus.PLANNED' : 'threatStatus.MENTIONED');
}

function fileLink(organization: string, threat: string | null, { language, address }: Shown): Html {
  const search = new URLSearchParams({ organization, lang: codeOf(language) });
  for (const name of ['asOf', 'sources', 'includeUnseen']) if (address.text(name) !== null) search.set(name, address.text(name) ?? '');
  if (threat !== null) search.set('threat', threat);
  return html`<a href="/export/threats.svg?${search.toString()}" download>${message(language, 'threats.file')}</a>`;
}

function flowsSection(threats: readonly Threat[], { language }: Shown): Html {
  const flows = [...new Map(threats.flatMap((it) => it.flows).map((flow) => [flow.key, flow])).values()];
  const named = [...new Map(threats.flatMap((it) => it.regionNamedFlows).map((flow) => [flow.key, flow])).values()];
  const line = (flow: SharedFlow, id: string | null) =>
    html`<li${id === null ? '' : html` id="${id}"`}><strong><bdi>${flow.threat.label}</bdi></strong>${message(language, 'separator.label')}${wayOf(flow)}
<p class="soft">${[
      flow.commodity,
      flow.period,
      [flow.volume, flow.volumeUnit].filter(Boolean).join(' '),
      flow.source.publisher,
      flow.source.title,
      flow.source.year,
    ]
      .flatMap((part) => (part ? [html`<bdi>${part}</bdi>`] : []))
      .map((part, index) => html`${index === 0 ? '' : ' · '}${part}`)}</p></li>`;
  if (flows.length + named.length === 0)
    return html`<section aria-labelledby="flows"><h2 id="flows">${message(language, 'threats.flows')}</h2><p>${message(language, 'page.nothing')}</p></section>`;
  return html`<section aria-labelledby="flows"><h2 id="flows">${message(language, 'threats.flows')}</h2><p class="soft">${message(language, 'threats.flowsLead', { years: method.flowYearsMax.value })}</p>
<ul>${flows.map((flow) => line(flow, `flow-${flow.key}`))}</ul>${
    named.length === 0
      ? ''
      : html`<details class="more"><summary>${message(language, 'threats.regionNamed')} <span class="soft">(${named.length})</span></summary><ul>${named.map((flow) => line(flow, null))}</ul></details>`
  }</section>`;
}

/** From where, through where, to where: the arrow turns with the direction of the text. */
function wayOf({ origins, transits, destinations }: SharedFlow): Html {
  const stages = [origins, transits, destinations].filter((stage) => stage.length > 0);
  return html`${stages.map(
    (stage, index) =>
      html`${index === 0 ? '' : html` <span class="arrow" role="img" aria-label="→"></span> `}${stage.map(({ name }, at) => html`${at === 0 ? '' : ' · '}<bdi>${name}</bdi>`)}`,
  )}`;
}

function changesOf({ sharedThreats }: SharedThreatsData, before: Before, since: string, { language }: Shown): Html {
  const earlier = new Map(before.map((it) => [it.threat.key, it]));
  const now = new Set(sharedThreats.map(({ threat }) => threat.key));
  const lines = [
    ...sharedThreats.flatMap(({ threat, members, memberCount }) => {
      const was = earlier.get(threat.key);
      if (was === undefined)
        return html`<li><bdi>${threat.label}</bdi>${message(language, 'separator.label')}${message(language, 'overview.nowShared')}</li>`;
      const more = members.filter(({ key }) => !was.members.some((it) => it.key === key));
      const fewer = was.members.filter(({ key }) => !members.some((it) => it.key === key));
      if (more.length + fewer.length === 0) return [];
      return html`<li><bdi>${threat.label}</bdi>${message(language, 'separator.label')}${message(language, 'change.fromTo', { from: String(was.members.length), to: ofText(language, members.length, memberCount) })}
${more.length === 0 ? '' : html`<p class="soft">${message(language, 'threats.more')} ${stateNames(language, more)}</p>`}${fewer.length === 0 ? '' : html`<p class="soft">${message(language, 'threats.fewer')} ${stateNames(language, fewer)}</p>`}</li>`;
    }),
    ...before
      .filter(({ threat }) => !now.has(threat.key))
      .map(
        ({ threat }) =>
          html`<li><bdi>${threat.label}</bdi>${message(language, 'separator.label')}${message(language, 'overview.noLongerShared')}</li>`,
      ),
  ];
  return html`<section aria-labelledby="changes"><h2 id="changes">${message(language, 'overview.changes', { date: dayText(language, since) })}</h2>${lines.length === 0 ? html`<p>${message(language, 'overview.noChange')}</p>` : html`<ul>${lines}</ul>`}</section>`;
}

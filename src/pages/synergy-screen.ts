// The two ways of synergy of an organization: two fractions, each with the objectives or the passages that it counts.
import { html } from 'hono/html';
import { dayText } from '../i18n/dates.ts';
import { message } from '../i18n/messages.ts';
import { type SynergyData, synergyView } from '../views/shared.ts';
import { operationText } from '../views/view.ts';
import { type Html, nodePath } from './document.ts';
import { asOfOptions, excludedText, ofText, onward, opened, sourceFields, stateNames } from './onward.ts';
import { labelOf } from './own-language.ts';
import { type Shown, screen } from './screen.ts';
import { twoWays } from './synergy-drawing.ts';
import { toolsForm } from './tools.ts';

type Fraction = { n: number; m: number };
type SynergyAnswer = SynergyData & { before?: { asOf: string; takenUp: Fraction; carriedBack: Fraction } };

const query = operationText(
  'Synergy',
  { ...synergyView.variables, since: 'Date', hasSince: 'Boolean!' },
  synergyView.selection,
  'before: synergy(organization: $organization, asOf: $since, sources: $sources, includeUnseen: $includeUnseen) @include(if: $hasSince) { asOf takenUp { n m } carriedBack { n m } }',
);

export const synergyScreen = screen<SynergyAnswer>({
  path: '/r/:organization/synergy',
  parameters: ['asOf', 'since', 'sources', 'includeUnseen'],
  ask: (address) => {
    const since = address.day('since');
    return { query, variables: { ...asOfOptions({ address }), since, hasSince: since !== null } };
  },
  render: (data, shown) => {
    const { language } = shown;
    const { synergy, before } = data;
    const { organization, asOf, takenUp, carriedBack } = synergy;
    const change = (was: Fraction, is: Fraction) =>
      message(language, 'change.fromTo', { from: ofText(language, was.n, was.m), to: ofText(language, is.n, is.m) });
    return {
      title: message(language, 'synergy.title', { organization: organization.name }),
      organization,
      exports: { view: synergyView.key, formats: ['csv', 'xlsx', 'json', 'svg'], extra: { organization: organization.key } },
      body: html`<h1>${message(language, 'synergy.heading')}</h1>
<p class="lead"><bdi>${organization.name}</bdi> · ${message(language, 'page.asOf', { date: dayText(language, asOf) })}</p>
<p class="soft">${message(language, 'synergy.lead')}</p>
${toolsForm(shown, { asOf, hasSince: true, fields: sourceFields(shown) })}
<div class="scroll drawn" tabindex="0" role="region" aria-label="${message(language, 'synergy.heading')}">${twoWays(synergy, language, false)}</div>
${
  before === undefined
    ? ''
    : html`<section aria-labelledby="changes"><h2 id="changes">${message(language, 'overview.changes', { date: dayText(language, before.asOf) })}</h2><ul class="counts"><li><span>${message(language, 'synergy.takenUp')}</span> <span>${change(before.takenUp, takenUp)}</span></li><li><span>${message(language, 'synergy.carriedBack')}</span> <span>${change(before.carriedBack, carriedBack)}</span></li></ul></section>`
}
${takenUpSection(data, shown)}
${carriedBackSection(data, shown)}
${synergy.attribution.map((words) => html`<p class="soft"><bdi>${words}</bdi></p>`)}`,
    };
  },
});

const readStatuses: readonly (string | undefined)[] = ['ALIGNED', 'PARTIAL', 'GAP'];

function takenUpSection({ synergy, alignmentMatrix: matrix }: SynergyData, shown: Shown): Html {
  const { language } = shown;
  const { organization, takenUp } = synergy;
  const rows = matrix.rows.map((state, row) => ({ state, row })).filter(({ row }) => !matrix.lapsed[row]);
  const line = (objective: SynergyData['alignmentMatrix']['columns'][number], column: number) => {
    const { key, strategy } = objective;
    const at = (row: number) => matrix.statuses[row]?.[column];
    const read = rows.filter(({ row }) => readStatuses.includes(at(row)));
    const taking = read.filter(({ row }) => at(row) !== 'GAP').map(({ state }) => state);
    return opened(
      labelOf(objective, language),
      read.length === 0
        ? message(language, 'alignmentStatus.UNREAD')
        : message(language, 'overview.ofStatesRead', { n: taking.length, m: read.length, members: matrix.rows.length }),
      html`${read.length === 0 ? '' : html`<p>${taking.length === 0 ? message(language, 'synergy.nobody') : stateNames(language, taking)}</p>`}
<p><a href="${nodePath(language, strategy.key, key)}"><bdi>${strategy.title}</bdi></a> · <a href="${onward(shown, organization.key, 'matrix', { strategies: strategy.key })}">${message(language, 'overview.toMatrix')}</a></p>`,
    );
  };
  return html`<section aria-labelledby="taken-up"><h2 id="taken-up">${message(language, 'synergy.takenUp')}${message(language, 'separator.label')}${message(language, 'overview.ofRead', takenUp)}</h2>
<p class="soft">${message(language, 'synergy.takenUpLead')}${message(language, 'separator.sentence')}${excludedText(language)}</p>${matrix.columns.length === 0 ? html`<p class="empty">${message(language, 'matrix.empty')}</p>` : matrix.columns.map(line)}</section>`;
}

function carriedBackSection({ synergy: { carried, carriedBack, organization } }: SynergyData, shown: Shown): Html {
  const { language } = shown;
  const line = ({ threat, nodes }: SynergyData['synergy']['carried'][number]) =>
    opened(
      html`<bdi>${threat.label}</bdi>`,
      nodes.length === 0 ? message(language, 'synergy.notCarried') : message(language, 'synergy.passages', { count: nodes.length }),
      html`${
        nodes.length === 0
          ? html`<p>${message(language, 'synergy.noPassage')}</p>`
          : html`<ul>${nodes.map(
              (node) =>
                html`<li><a href="${nodePath(language, node.strategy.key, node.key)}">${labelOf(node, language)}</a> <span class="soft">· <bdi>${node.strategy.title}</bdi></span></li>`,
            )}</ul>`
      }<p><a href="${onward(shown, organization.key, 'threats', { threat: threat.key })}">${message(language, 'overview.toThreats')}</a></p>`,
    );
  return html`<section aria-labelledby="carried-back"><h2 id="carried-back">${message(language, 'synergy.carriedBack')}${message(language, 'separator.label')}${message(language, 'overview.ofThreats', carriedBack)}</h2>
<p class="soft">${message(language, 'synergy.carriedBackLead')}</p>${carried.length === 0 ? html`<p class="empty">${message(language, 'threats.empty')}</p>` : carried.map(line)}</section>`;
}

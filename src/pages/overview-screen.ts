// A region at a glance: each figure in words, with the page or the list that it counts behind it.
import { html } from 'hono/html';
import { method } from '../alignment/method.ts';
import type { AlignmentStatus, CoverageStatus } from '../alignment/model.ts';
import { dayText } from '../i18n/dates.ts';
import { message } from '../i18n/messages.ts';
import { alignmentGlyphs } from '../views/glyphs.ts';
import { assessmentsOf, type CalendarItem, countsOf, overviewView } from '../views/overview.ts';
import { operationText } from '../views/view.ts';
import { type Html, nodePath, organizationPath, strategyPath } from './document.ts';
import { asOfOptions, excludedText, ofText, onward, opened, sourceFields, stateNames } from './onward.ts';
import { type OverviewAnswer, overviewChanges } from './overview-changes.ts';
import { inOwnLanguage, labelOf } from './own-language.ts';
import { type Shown, screen } from './screen.ts';
import { toolsForm } from './tools.ts';

const query = operationText(
  'Overview',
  { ...overviewView.variables, since: 'Date', hasSince: 'Boolean!' },
  overviewView.selection,
  'before: alignmentMatrix(organization: $organization, asOf: $since, includeUnseen: $includeUnseen) @include(if: $hasSince) { asOf rows { key } columns { key } statuses }',
  'threatsBefore: sharedThreats(organization: $organization, asOf: $since, sources: $sources, includeUnseen: $includeUnseen) @include(if: $hasSince) { threat { key label } }',
  'kindsBefore: strategyCoverage(organization: $organization, asOf: $since) @include(if: $hasSince) { rows { key } columns statuses }',
);

/** What was read, and what nothing can be said of yet: the second is never counted as the first. */
const said: readonly AlignmentStatus[] = ['ALIGNED', 'PARTIAL', 'GAP', 'DIFFERS', 'CONTESTED', 'NOT_APPLICABLE'];
const unsaid: readonly AlignmentStatus[] = ['NARROW_RECORD', 'UNREAD', 'NO_RECORD'];

export const overviewScreen = screen<OverviewAnswer>({
  path: '/r/:organization/overview',
  parameters: ['asOf', 'since', 'sources', 'includeUnseen'],
  ask: (address) => {
    const since = address.day('since');
    return { query, variables: { ...asOfOptions({ address }), since, hasSince: since !== null } };
  },
  render: (data, shown) => {
    const { language } = shown;
    const { alignmentMatrix: matrix, synergy } = data;
    const { organization, asOf } = matrix;
    const title = message(language, 'overview.title', { organization: organization.name });
    return {
      title,
      organization,
      exports: { view: overviewView.key, formats: ['csv', 'xlsx', 'json'], extra: { organization: organization.key } },
      body: html`<h1>${title}</h1>
<p class="lead">${message(language, 'page.asOf', { date: dayText(language, asOf) })} · ${message(language, 'home.members', { count: matrix.rows.length })}</p>
<p class="soft">${message(language, 'overview.lead')}${message(language, 'separator.sentence')}${message(language, 'page.notRanked')}</p>
${toolsForm(shown, { asOf, hasSince: true, fields: sourceFields(shown) })}
${matrix.unseenStrategies.map(({ message: words }) => html`<p class="notice">${words}</p>`)}
${data.before === undefined ? '' : overviewChanges(data, data.before, shown)}
<div class="glance">${cellsSection(data, shown)}${synergySection(data, shown)}${wantingSection(data, shown)}${threatsSection(data, shown)}${kindsSection(data, shown)}${assessmentsSection(data, shown)}${strategiesSection(data, shown)}</div>
${synergy.attribution.map((words) => html`<p class="soft"><bdi>${words}</bdi></p>`)}`,
    };
  },
});

function section(id: string, heading: string, body: Html): Html {
  return html`<section aria-labelledby="${id}"><h2 id="${id}">${heading}</h2>${body}</section>`;
}

function cellsSection({ alignmentMatrix: { organization, statuses, ended, columns } }: OverviewAnswer, shown: Shown): Html {
  const { language } = shown;
  const cells = statuses.flat();
  const heading = message(language, 'overview.cells');
  if (cells.length === 0) return section('cells', heading, html`<p class="empty">${message(language, 'matrix.empty')}</p>`);
  const href = onward(shown, organization.key, 'matrix');
  const list = (of: readonly AlignmentStatus[]) =>
    html`<ul class="counts">${countsOf(cells, of).map(
      ({ value, n }) =>
        html`<li><span class="sign" data-status="${value}" aria-hidden="true">${alignmentGlyphs[value]}</span> <span>${message(language, `alignmentStatus.${value}`)}</span> <a href="${href}">${message(language, 'overview.ofCells', { n, m: cells.length })}</a></li>`,
    )}</ul>`;
  return section(
    'cells',
    heading,
    html`<p class="soft">${message(language, 'overview.cellsLead', { members: statuses.length, objectives: columns.length })}</p>
${ended ? html`<p class="notice">${message(language, 'matrix.ended')}</p>` : ''}${list(said)}
<h3>${message(language, 'overview.unsaid')}</h3><p class="soft">${message(language, 'overview.unsaidLead')}</p>${list(unsaid)}
<p><a href="${href}">${message(language, 'overview.toMatrix')}</a></p>`,
  );
}

function synergySection({ synergy: { takenUp, carriedBack }, alignmentMatrix: { organization } }: OverviewAnswer, shown: Shown): Html {
  const { language } = shown;
  const href = onward(shown, organization.key, 'synergy');
  return section(
    'two-ways',
    message(language, 'synergy.heading'),
    html`<p class="soft">${excludedText(language)}</p><ul class="counts"><li><span>${message(language, 'synergy.takenUp')}</span> <a href="${href}#taken-up">${message(language, 'overview.ofRead', takenUp)}</a></li>
<li><span>${message(language, 'synergy.carriedBack')}</span> <a href="${href}#carried-back">${message(language, 'overview.ofThreats', carriedBack)}</a></li></ul>`,
  );
}

/** Objectives where no matching passage was found in more than half of the states read: in the order of the texts, so that none stands before another. */
function wantingSection({ alignmentMatrix: { organization, columns, columnSummaries } }: OverviewAnswer, shown: Shown): Html {
  const { language } = shown;
  const min = method.readCellsMin.value;
  const wanting = columns.flatMap((column, index) => {
    const summary = columnSummaries[index];
    return summary && summary.read >= min && summary.gap * 2 > summary.read ? { ...column, ...summary } : [];
  });
  const below = columnSummaries.filter(({ read }) => read < min).length;
  return section(
    'wanting',
    message(language, 'overview.wanting'),
    html`<p class="soft">${message(language, 'overview.wantingLead', { min })}${below === 0 ? '' : html`${message(language, 'separator.sentence')}${message(language, 'overview.below', { n: below, m: columns.length, min })}`}</p>${
      wanting.length === 0
        ? html`<p>${message(language, 'overview.wantingNone')}</p>`
        : html`<ul class="counts">${wanting.map(
            ({ strategy, gap, read, members, ...node }) =>
              html`<li><a href="${nodePath(language, strategy.key, node.key)}">${labelOf(node, language)}</a> <a href="${onward(shown, organization.key, 'matrix', { strategies: strategy.key })}">${message(language, 'overview.ofStatesRead', { n: gap, m: read, members })}</a></li>`,
          )}</ul>`
    }`,
  );
}

function threatsSection({ sharedThreats, alignmentMatrix: { organization } }: OverviewAnswer, shown: Shown): Html {
  const { language } = shown;
  return section(
    'shared',
    message(language, 'view.threats'),
    html`<p class="soft">${message(language, 'threats.exposedMeans', { from: method.sharedExposureFrom.value })}</p>${
      sharedThreats.length === 0
        ? html`<p>${message(language, 'threats.empty')}</p>`
        : html`<ul class="counts">${sharedThreats.map(
            ({ threat, members, memberCount, reasons }) =>
              html`<li><span><bdi>${threat.label}</bdi>${reasons.map((reason) => html`<small class="soft">${message(language, `sharedThreatReason.${reason}`)}</small>`)}</span> <a href="${onward(shown, organization.key, 'threats', { threat: threat.key })}#threat-${threat.key}">${message(language, 'overview.ofMembers', { n: members.length, m: memberCount })}</a></li>`,
          )}</ul>`
    }<p><a href="${onward(shown, organization.key, 'threats')}">${message(language, 'overview.toThreats')}</a></p>`,
  );
}

const coverageOrder: readonly CoverageStatus[] = ['IN_FORCE', 'UPCOMING', 'DRAFT', 'ENDED', 'NONE', 'NOT_RECORDED'];

function kindsSection({ strategyCoverage: { rows, columns, statuses }, alignmentMatrix: { organization } }: OverviewAnswer, shown: Shown): Html {
  const { language } = shown;
  const kinds = columns.map((scope, column) => {
    const of = statuses.map((row) => row[column] ?? 'NOT_RECORDED');
    const n = of.filter((status) => status === 'IN_FORCE').length;
    const lists = countsOf(of, coverageOrder).map(
      ({ value, n: count }) =>
        html`<h3>${message(language, `coverageStatus.${value}`)} · ${ofText(language, count, rows.length)}</h3><p>${stateNames(
          language,
          rows.filter((_row, index) => of[index] === value),
        )}</p>`,
    );
    const label = message(language, `strategyScope.${scope}` as 'strategyScope.DRUGS');
    // Nobody in force and nothing recorded are not the same: what is not recorded stands beside the count.
    const unknown = of.filter((status) => status === 'NOT_RECORDED').length;
    const beside = unknown === 0 ? [] : `${message(language, 'coverageStatus.NOT_RECORDED')}${message(language, 'separator.label')}${unknown}`;
    const count = [message(language, 'overview.ofMembers', { n, m: rows.length }), beside].flat().join(message(language, 'separator.item'));
    return opened(label, count, html`${lists}`);
  });
  return section(
    'kinds',
    message(language, 'overview.kinds'),
    html`<p class="soft">${message(language, 'overview.kindsLead')}</p>${kinds}<p><a href="${onward(shown, organization.key, 'coverage')}">${message(language, 'overview.toKinds')}</a></p>`,
  );
}

const freshness: readonly CalendarItem['status'][] = ['LATER', 'DUE', 'OVERDUE', 'UNKNOWN', 'NEVER_RECORDED'];

function assessmentsSection(data: OverviewAnswer, shown: Shown): Html {
  const { language } = shown;
  const items = assessmentsOf(data);
  const own = items.filter(({ state }) => state === null);
  const ofMembers = items.filter(({ state }) => state !== null);
  const line = ({ state, assessment }: CalendarItem) =>
    html`<li>${state === null ? html`<bdi>${data.alignmentMatrix.organization.name}</bdi>` : stateNames(language, [state])}${
      assessment === null
        ? ''
        : html`${message(language, 'separator.label')}<bdi>${assessment.title}</bdi> (${assessment.dated ?? message(language, 'overview.noDate')})`
    }</li>`;
  const groups = countsOf(
    ofMembers.map(({ status }) => status),
    freshness,
  ).map(({ value, n }) =>
    opened(
      message(language, `overview.assessment.${value}`),
      message(language, 'overview.ofMembers', { n, m: ofMembers.length }),
      html`<ul>${ofMembers.filter(({ status }) => status === value).map(line)}</ul>`,
    ),
  );
  return section(
    'assessments',
    message(language, 'overview.assessments'),
    html`<p class="soft">${message(language, 'overview.assessmentsLead', { months: method.staleMonths.value })}</p>${groups}
${own.length === 0 ? '' : html`<h3>${message(language, 'overview.assessmentsOwn')}</h3><ul>${own.map((item) => html`${line(item)}`)}</ul>`}
<p><a href="${onward(shown, data.alignmentMatrix.organization.key, 'threat-matrix')}">${message(language, 'overview.toThreatMatrix')}</a></p>`,
  );
}

function strategiesSection({ alignmentMatrix: { organization } }: OverviewAnswer, { language }: Shown): Html {
  const strategies = organization.strategies.edges.map(({ node }) => node);
  return section(
    'strategies',
    message(language, 'overview.strategies'),
    strategies.length === 0
      ? html`<p>${message(language, 'page.nothing')} <a href="${organizationPath(language, organization.key, 'coverage')}">${message(language, 'overview.toKinds')}</a></p>`
      : html`<ul class="counts">${strategies.map(
          ({ key, title, en, originalLanguage, phase, adopted, validFrom, validTo }) =>
            html`<li><a href="${strategyPath(language, key)}">${inOwnLanguage({ text: title, en, originalLanguage }, language)}</a> <span>${message(language, `overview.phase.${phase}` as 'overview.phase.ENDED')}${message(language, 'separator.item')}<bdi>${message(
              language,
              'overview.validity',
              { from: dayText(language, validFrom ?? adopted ?? '…'), to: dayText(language, validTo ?? '…') },
            )}</bdi></span></li>`,
        )}</ul>`,
  );
}

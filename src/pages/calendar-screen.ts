// The calendar: when the next assessment or evaluation is due, and which strategies end within 12 months.
import { html } from 'hono/html';
import { dayText } from '../i18n/dates.ts';
import { message } from '../i18n/messages.ts';
import type { Named } from '../views/assistance.ts';
import { type CalendarData, type CalendarItem, calendarView } from '../views/sessions.ts';
import { operationText } from '../views/view.ts';
import { beforeFields, type CalendarBefore, calendarSince } from './calendar-since.ts';
import { type Html, organizationPath, statePath, strategyPath } from './document.ts';
import { byName } from './home-screen.ts';
import { type Address, type Screen, type Shown, screen } from './screen.ts';
import { toolsForm } from './tools.ts';
import { input, sourceOf, written } from './work-fields.ts';

type Data = Partial<CalendarData> & { before?: CalendarBefore; organization?: Named; organizations?: Named[] };

const query = operationText(
  'Calendar',
  { ...calendarView.variables, organizationKey: 'String!', hasOrganization: 'Boolean!', since: 'Date', hasSince: 'Boolean!' },
  'organization(key: $organizationKey) @include(if: $hasOrganization) { key name }',
  calendarView.selection,
  `before: monitoringCalendar(organization: $organization, states: $states, asOf: $since) @include(if: $hasSince) { ${beforeFields} }`,
);
const choiceQuery = operationText('Organizations', {}, 'organizations { key name }');

function ask(address: Address) {
  const organization = address.part('organization') || null;
  const states = organization === null ? address.list('states') : null;
  const [asOf, since] = [address.day('asOf'), address.day('since')];
  if (organization === null && states === null) return { query: choiceQuery, variables: {} };
  const of = { organizationKey: organization ?? '', hasOrganization: organization !== null };
  return { query, variables: { organization, states, asOf, ...of, since, hasSince: since !== null } };
}

function render({ organization, organizations, monitoringCalendar: calendar, before }: Data, shown: Shown) {
  const { language, address } = shown;
  const say = (key: Parameters<typeof message>[1]) => message(language, key);
  const title = organization ? message(language, 'calendar.titleOf', { organization: organization.name }) : say('calendar.title');
  const asOf = calendar?.asOf ?? address.day('asOf') ?? shown.today;
  const fields = organization ? '' : input(say('field.states'), 'states', { value: address.text('states') ?? '' });
  return {
    title,
    ...(organization && { organization }),
    ...(calendar && { exports: { view: calendarView.key, formats: ['csv', 'xlsx', 'json'], extra: organizationExtra(organization) } }),
    body: html`<h1>${say('calendar.title')}</h1>
<p class="lead">${organization ? html`<bdi>${organization.name}</bdi> · ` : ''}${message(language, 'page.asOf', { date: dayText(language, asOf) })}</p>
<p class="soft">${say('calendar.lead')}</p>
${toolsForm(shown, { asOf, hasSince: true, fields })}
${calendar === undefined || before === undefined ? '' : calendarSince(calendar.items, before, shown)}
${calendar === undefined ? choiceOf(organizations ?? [], shown) : linesOf(calendar.items, shown)}
${calendar?.attribution.map((words) => html`<p class="soft"><bdi>${words}</bdi></p>`) ?? ''}`,
  };
}

const organizationExtra = (organization: Named | undefined): Record<string, string> => (organization ? { organization: organization.key } : {});

function choiceOf(organizations: readonly Named[], { language }: Shown): Html {
  return html`<p>${message(language, 'calendar.choose')}</p><ul class="columns">${byName(organizations, language).map(
    ({ key, name }) => html`<li><a href="${organizationPath(language, key, 'calendar')}"><bdi>${name}</bdi></a></li>`,
  )}</ul>`;
}

const kinds = ['ASSESSMENT', 'EVALUATION', 'STRATEGY_END'] as const;

/** One table for each kind, in the order of the days; what has none stands last. */
function linesOf(items: readonly CalendarItem[], shown: Shown): Html {
  const { language } = shown;
  const say = (key: Parameters<typeof message>[1]) => message(language, key);
  if (items.length === 0) return html`<p class="empty">${say('page.nothing')}</p>`;
  return html`${kinds.map((kind) => {
    const own = items.filter((it) => it.kind === kind);
    if (own.length === 0) return '';
    const name = say(`calendarKind.${kind}`);
    const heads = [say('calendar.whose'), say('recommendation.due'), say('word.status'), say('calendar.newest')];
    return html`<section aria-labelledby="${kind}"><h2 id="${kind}">${name}</h2><table class="grid calendar"><caption class="hidden">${name}</caption>
<thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>${own.map((it) => lineOf(it, heads, shown))}</tbody></table></section>`;
  })}`;
}

function lineOf(it: CalendarItem, [, due, status, newest]: readonly string[], { language }: Shown): Html {
  const say = (key: Parameters<typeof message>[1]) => message(language, key);
  const owner = it.state
    ? html`<a href="${statePath(language, it.state.key)}"><bdi>${it.state.name}</bdi></a>`
    : html`<bdi>${it.organization?.name ?? ''}</bdi>`;
  const strategy =
    it.strategy &&
    html`<br><a href="${strategyPath(language, it.strategy.key)}"><bdi>${it.strategy.title}</bdi></a><br><a href="${strategyPath(language, it.strategy.key)}/monitoring">${say('monitoring.heading')}</a>`;
  const why = it.kind === 'STRATEGY_END' || it.dueOn === null ? null : say(it.stated ? 'calendar.stated' : 'calendar.rule');
  return html`<tr><th scope="row">${owner}${strategy ?? ''}</th>
<td data-column="${due}">${it.dueOn === null ? say('page.noRecord') : html`<bdi>${dayText(language, it.dueOn)}</bdi>`}${why === null ? '' : html`<br><span class="soft">${why}</span>`}</td>
<td data-column="${status}">${say(`calendarStatus.${it.status}`)}</td>${newestCell(it, newest, language)}</tr>`;
}

/** What is recorded last; an empty cell where nothing is. */
function newestCell({ assessment, evaluation, ageMonths }: CalendarItem, head: string | undefined, language: Shown['language']): Html {
  if (assessment === null && evaluation === null) return html`<td></td>`;
  const dated = assessment?.dated ?? evaluation?.dated ?? message(language, 'brief.dateUnknown');
  const age = ageMonths === null ? '' : html` · ${message(language, 'brief.age', { months: ageMonths })}`;
  const cadence = evaluation?.cadenceMonths ?? null;
  const sources = [...(assessment?.sources ?? []), evaluation?.source ?? null].flatMap((source) => sourceOf(source) ?? []);
  return html`<td data-column="${head}">${written(assessment?.title ?? evaluation?.body ?? '')}<br><span class="soft"><bdi>${dayText(language, dated)}</bdi>${age}${
    cadence === null ? '' : html` · ${message(language, 'calendar.cadence', { count: cadence })}`
  }</span>${sources.map((source) => html`<br>${source}`)}</td>`;
}

export const calendarScreens: readonly Screen[] = [
  screen<Data>({ path: '/r/:organization/calendar', parameters: ['asOf', 'since'], ask, render }),
  screen<Data>({ path: '/calendar', parameters: ['asOf', 'since', 'states'], ask, render }),
];

// What changed in the calendar between two days: what became due or overdue, and what was done. Pure.
import { html } from 'hono/html';
import { dayText } from '../i18n/dates.ts';
import { message } from '../i18n/messages.ts';
import type { CalendarItem } from '../views/sessions.ts';
import { type Html, statePath, strategyPath } from './document.ts';
import type { Shown } from './screen.ts';
import { written } from './work-fields.ts';

/** A line of the earlier day: what tells it apart, and where it stood. */
type Earlier = Pick<CalendarItem, 'kind' | 'status' | 'state' | 'organization' | 'strategy'> & {
  assessment: { key: string } | null;
  evaluation: { key: string } | null;
};
export type CalendarBefore = { asOf: string; items: Earlier[] };

export const beforeFields =
  'asOf items { kind status state { key name } organization { key name } strategy { key title } assessment { key } evaluation { key } }';

const groups = ['DONE', 'OVERDUE', 'DUE', 'OTHER'] as const;
type Group = (typeof groups)[number];
type Change = { group: Group; of: Earlier; was: Earlier['status'] | null; is: Earlier['status'] | null; newest: string | null };

const idOf = ({ kind, state, organization, strategy }: Earlier): string =>
  [kind, state?.key ?? organization?.key ?? '', strategy?.key ?? ''].join(' ');
const newestOf = ({ assessment, evaluation }: Earlier): string | null => assessment?.key ?? evaluation?.key ?? null;

/** Lines that differ, in the order of today; then those that are gone. What has a newer assessment or evaluation was done, wherever it stands now. */
export function calendarChanges(now: readonly CalendarItem[], then: readonly Earlier[]): Change[] {
  const earlier = new Map(then.map((it) => [idOf(it), it]));
  const later = new Set(now.map(idOf));
  const came = now.flatMap((of): Change[] => {
    const before = earlier.get(idOf(of));
    const [was, is] = [before?.status ?? null, of.status];
    const isNewer = before !== undefined && newestOf(of) !== null && newestOf(of) !== newestOf(before);
    if (was === is && !isNewer) return [];
    const group = isNewer ? 'DONE' : is === 'OVERDUE' || is === 'DUE' ? is : 'OTHER';
    return [{ group, of, was, is, newest: isNewer ? (of.assessment?.title ?? of.evaluation?.body ?? null) : null }];
  });
  const went = then.flatMap((of): Change[] => (later.has(idOf(of)) ? [] : [{ group: 'OTHER', of, was: of.status, is: null, newest: null }]));
  return [...came, ...went];
}

export function calendarSince(now: readonly CalendarItem[], before: CalendarBefore, { language }: Shown): Html {
  const say = (key: Parameters<typeof message>[1]) => message(language, key);
  const changes = calendarChanges(now, before.items);
  const status = (of: Change['was']) => (of === null ? say('since.notListed') : say(`calendarStatus.${of}`));
  const line = ({ of, was, is, newest }: Change) => {
    const owner = of.state
      ? html`<a href="${statePath(language, of.state.key)}"><bdi>${of.state.name}</bdi></a>`
      : html`<bdi>${of.organization?.name ?? ''}</bdi>`;
    const strategy = of.strategy && html` · <a href="${strategyPath(language, of.strategy.key)}"><bdi>${of.strategy.title}</bdi></a>`;
    const step = was === is ? status(is) : message(language, 'change.fromTo', { from: status(was), to: status(is) });
    return html`<li>${owner}${strategy ?? ''} <span class="soft">· ${say(`calendarKind.${of.kind}`)}</span>${say('separator.label')}${step}${
      newest === null ? '' : html` · ${written(newest)}`
    }</li>`;
  };
  return html`<section class="panel" aria-labelledby="changes"><h2 id="changes">${message(language, 'overview.changes', { date: dayText(language, before.asOf) })}</h2><p class="soft">${say('since.lead')}</p>
${changes.length === 0 ? html`<p>${say('overview.noChange')}</p>` : ''}${groups.map((group) => {
  const own = changes.filter((it) => it.group === group);
  return own.length === 0
    ? ''
    : html`<h3>${say(`since.calendar.${group}`)} <span class="soft">(${own.length})</span></h3><ul class="changes">${own.map(line)}</ul>`;
})}</section>`;
}

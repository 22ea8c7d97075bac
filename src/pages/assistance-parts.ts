// A need and an activity as they stand in lists and on their own pages. Pure.
import { html } from 'hono/html';
import { dayText } from '../i18n/dates.ts';
import type { Language } from '../i18n/languages.ts';
import { message } from '../i18n/messages.ts';
import { regionName } from '../i18n/regions.ts';
import type { Activity, Labelled, Named, Need, Totals } from '../views/assistance.ts';
import { codeOf, type Html, statePath } from './document.ts';
import { budgetsOf, fact, listed, periodOf, sourceOf, written } from './work-fields.ts';

export const needPath = (language: Language, key: string): string => `/${codeOf(language)}/assistance/needs/${encodeURIComponent(key)}`;
export const activityPath = (language: Language, key: string): string => `/${codeOf(language)}/assistance/activities/${encodeURIComponent(key)}`;

type Theme = { element?: Labelled | null; threat?: Labelled | null; provision?: Labelled | null };

/** What a need is about, in words. */
export function themeOf(language: Language, { element, threat, provision }: Theme): string {
  const labels = [element, threat, provision].flatMap((it) => (it ? [it.label] : []));
  return labels.join(message(language, 'separator.item'));
}

export type NeedName = { key: string; state: Named } & Theme;

/** A way to a need, by whose it is and what it is about. */
export function needLink(language: Language, need: NeedName): Html {
  return html`<a href="${needPath(language, need.key)}"><bdi>${need.state.name}</bdi> · <bdi>${themeOf(language, need)}</bdi></a>`;
}

export const activityLink = (language: Language, { key, title }: { key: string; title: string }): Html =>
  html`<a href="${activityPath(language, key)}">${written(title)}</a>`;

/** Facts of a need that every viewer of it may read. */
export function needFacts(language: Language, need: Need): Html {
  const say = (key: Parameters<typeof message>[1]) => message(language, key);
  const due =
    need.dueOn === null
      ? null
      : html`<bdi>${dayText(language, need.dueOn)}</bdi>${need.overdue ? html` <strong>${say('word.overdue')}</strong>` : ''}`;
  return html`<dl class="facts">
${fact(say('grid.state'), html`<a href="${statePath(language, need.state.key)}"><bdi>${need.state.name}</bdi></a>`)}
${fact(say('word.origin'), say(`needOrigin.${need.origin}`))}
${fact(say('word.observer'), need.observer === null ? null : html`<bdi>${need.observer.name}</bdi>`)}
${fact(say('word.stage'), need.stage === null ? null : say(`needStage.${need.stage}`))}
${fact(say('word.status'), need.origin === 'DERIVED' ? null : say(`needStatus.${need.status}`))}
${fact(say('word.urgency'), need.urgency === null ? null : say(`needUrgency.${need.urgency}`))}
${fact(say('word.consent'), say(`needConsent.${need.consent}`))}
${fact(say('word.due'), due)}
</dl>${need.reason === null ? '' : html`<blockquote>${written(need.reason)}</blockquote>`}`;
}

/** A need in a list. */
export function needCard(language: Language, need: Need): Html {
  const matches = need.matches.map(
    ({ status, activity }) =>
      html`<li>${activity === null ? message(language, 'match.unpublished') : activityLink(language, activity)} <span class="soft">· ${message(language, `matchStatus.${status}`)}</span></li>`,
  );
  return html`<li><h3>${needLink(language, need)}</h3>${needFacts(language, need)}${
    matches.length === 0 ? '' : html`<p>${message(language, 'word.matches')}</p><ul>${matches}</ul>`
  }</li>`;
}

/** What totals count, and how it is called; in this order. */
export const totalsWords = {
  states: 'session.states',
  total: 'totals.all',
  unmet: 'needStatus.UNMET',
  partlyMet: 'needStatus.PARTLY_MET',
  met: 'needStatus.MET',
} as const;

/** Totals by element or threat; figures are given by the API from three states on. */
export function totalsTable(language: Language, name: string, totals: readonly Totals[]): Html | '' {
  if (totals.length === 0) return '';
  const figures = ['total', 'unmet', 'partlyMet', 'met'] as const;
  const heads = Object.values(totalsWords).map((key) => message(language, key));
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${name}"><table><caption class="hidden">${name}</caption>
<thead><tr><th scope="col">${name}</th>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${totals.map((row) => {
    const theme = row.theme?.label ?? message(language, 'page.noRecord');
    const isFew = row.total === null;
    return html`<tr><th scope="row"><bdi>${theme}</bdi></th><td>${row.states}</td>${
      isFew ? html`<td colspan="4" class="soft">${message(language, 'totals.few')}</td>` : figures.map((figure) => html`<td>${row[figure]}</td>`)
    }</tr>`;
  })}</tbody></table></div>`;
}

/** More names than these are folded up in a list. */
const namesShown = 6;

function recipientsOf(language: Language, { recipients }: Activity, isWhole: boolean): Html | null {
  if (recipients.length === 0) return null;
  const names = recipients.map(({ state, region, percentage }) => {
    const name =
      state === null
        ? html`<bdi>${regionName(language, region ?? '')}</bdi>`
        : html`<a href="${statePath(language, state.key)}"><bdi>${state.name}</bdi></a>`;
    return percentage === null ? name : html`${name} (${message(language, 'word.share', { share: percentage })})`;
  });
  if (isWhole || names.length <= namesShown) return listed(language, names);
  return html`<details><summary>${message(language, 'session.states')} <span class="soft">(${names.length})</span></summary>${listed(language, names)}</details>`;
}

/** `isWhole`: with all recipients in sight. */
export function activityFacts(language: Language, activity: Activity, isWhole = false): Html {
  const say = (key: Parameters<typeof message>[1]) => message(language, key);
  const names = (list: readonly string[]) => (list.length === 0 ? say('page.noRecord') : listed(language, list.map(written)));
  const themes = activity.themes.map(({ label }) => html`<bdi>${label}</bdi>`);
  const verified = activity.verification === 'excerpt' ? 'activity.excerpt' : activity.verification === 'recalled' ? 'activity.recalled' : null;
  const source = sourceOf(activity.source);
  return html`<dl class="facts">
${fact(say('word.providers'), names(activity.providers))}
${fact(say('word.funders'), names(activity.funders))}
${fact(say('word.recipients'), recipientsOf(language, activity, isWhole))}
${fact(say('word.themes'), themes.length === 0 ? say('page.noRecord') : listed(language, themes))}
${fact(say('word.period'), periodOf(language, activity))}
${fact(say('word.status'), activity.status === null ? null : say(`activityStatus.${activity.status}`))}
${fact(say('word.budget'), budgetsOf(language, activity.budgets))}
${fact(say('word.source'), source === null ? say('page.noRecord') : html`${source}${verified === null ? '' : html` <span class="soft">· ${say(verified)}</span>`}`)}
${fact(say('word.note'), activity.note === null ? null : written(activity.note))}
</dl>`;
}

export function activityCard(language: Language, activity: Activity): Html {
  return html`<li><h3>${activityLink(language, activity)}${activity.offer ? html` <span class="soft">· ${message(language, 'activity.offer')}</span>` : ''}</h3>${
    activity.publication === 'UNPUBLISHED' ? html`<p class="notice">${message(language, 'activity.unpublished')}</p>` : ''
  }${activityFacts(language, activity)}</li>`;
}

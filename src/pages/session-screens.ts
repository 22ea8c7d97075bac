// Sessions of the working group: what each recommended and what became of it, and what it saw beside today.
import { html } from 'hono/html';
import { dayText } from '../i18n/dates.ts';
import { message } from '../i18n/messages.ts';
import type { Labelled, Named, Totals } from '../views/assistance.ts';
import { totalsFields } from '../views/assistance.ts';
import { type Recommendation, type Session, type SessionsData, sessionFields, sessionsView } from '../views/sessions.ts';
import { operationText, queryOf } from '../views/view.ts';
import { foldedForm, needText } from './assistance-forms.ts';
import { type NeedName, needLink, totalsTable, totalsWords } from './assistance-parts.ts';
import { codeOf, type Html, statePath } from './document.ts';
import { hidden, namesInOrder, severalField } from './fields.ts';
import { type HistoryItem, historyFields, historyOf } from './history-list.ts';
import { type Screen, type Shown, screen } from './screen.ts';
import { area, choice, fact, input, listed, written } from './work-fields.ts';

type Seen = {
  asOf: string;
  needs: number;
  activities: number;
  elements: Totals[];
  threats: Totals[];
  overlaps: { state: Named | null; theme: Labelled | null }[];
};
type Changes = {
  figures: { key: string; was: number | null; now: number | null }[];
  overlapsBegun: Seen['overlaps'];
  overlapsOver: Seen['overlaps'];
};
type Whole = Session & {
  version: number;
  recommendations: Recommendation[];
  frozen: Seen | null;
  today: Seen;
  changes: Changes | null;
  history: HistoryItem[];
};

const sessionPath = (language: Shown['language'], key: string) => `/${codeOf(language)}/sessions/${encodeURIComponent(key)}`;

const sessionsScreen = screen<SessionsData>({
  path: '/sessions',
  parameters: [],
  ask: () => ({ query: queryOf(sessionsView), variables: {} }),
  render: ({ sessions }, shown) => {
    const { language } = shown;
    const say = (key: Parameters<typeof message>[1]) => message(language, key);
    return {
      title: say('sessions.title'),
      exports: { view: sessionsView.key, formats: ['csv', 'xlsx', 'json'] },
      body: html`<h1>${say('sessions.title')}</h1><p class="lead">${say('sessions.lead')}</p>
${
  sessions.length === 0
    ? html`<p class="empty">${say('sessions.empty')}</p>`
    : html`<ul class="cards">${sessions.map(
        ({ key, title, startsOn, endsOn, recommendations }) =>
          html`<li><a href="${sessionPath(language, key)}">${written(title)}</a><p class="soft"><bdi>${message(language, 'word.fromTo', { from: dayText(language, startsOn), to: dayText(language, endsOn) })}</bdi> · ${message(
            language,
            'recommendations.count',
            { count: recommendations.length },
          )}</p></li>`,
      )}</ul>`
}
${
  shown.viewer.role === 'SECRETARIAT'
    ? foldedForm(
        shown,
        'recordSession',
        say('do.recordSession'),
        html`${input(say('field.key'), 'key', { isRequired: true })}${input(say('field.title'), 'title', { isRequired: true })}${input(say('field.firstDay'), 'startsOn', { type: 'date', isRequired: true })}${input(say('field.lastDay'), 'endsOn', { type: 'date', isRequired: true })}`,
      )
    : ''
}`,
    };
  },
});

const seenFields = `asOf needs activities elements { ${totalsFields} } threats { ${totalsFields} } overlaps { state { key name } theme { key label } }`;
type Picks = {
  sessions?: { key: string; title: string }[];
  states?: Named[];
  organizations?: Named[];
  openNeeds?: { edges: { node: NeedName }[] };
};

const query = operationText(
  'Session',
  { key: 'String!', isSecretariat: 'Boolean!' },
  `session(key: $key) {
    ${sessionFields} version
    recommendations {
      key version what addressee dueOn overdue outcome
      states { key name } organizations { key name }
      needs { key state { key name } element { key label } threat { key label } }
      outcomes { outcome on reason carriedTo { key title } }
    }
    frozen { ${seenFields} }
    today { ${seenFields} }
    changes { figures { key was now } overlapsBegun { state { key name } theme { key label } } overlapsOver { state { key name } theme { key label } } }
    history { ${historyFields} }
  }`,
  // What the forms of the Secretariat choose from.
  `sessions @include(if: $isSecretariat) { key title }
  states: memberStates @include(if: $isSecretariat) { key name }
  organizations @include(if: $isSecretariat) { key name }
  openNeeds: assistanceNeeds(first: 100) @include(if: $isSecretariat) { edges { node { key state { key name } element { key label } threat { key label } provision { key label } } } }`,
);

const sessionScreen = screen<{ session: Whole } & Picks>({
  path: '/sessions/:key',
  parameters: [],
  ask: (address, { viewer }) => ({ query, variables: { key: address.part('key'), isSecretariat: viewer.role === 'SECRETARIAT' } }),
  render: ({ session, ...picks }, shown) => {
    const { language, viewer } = shown;
    const say = (key: Parameters<typeof message>[1]) => message(language, key);
    const isSecretariat = viewer.role === 'SECRETARIAT';
    return {
      title: session.title,
      body: html`<h1>${written(session.title)}</h1><p class="lead"><bdi>${message(language, 'word.fromTo', { from: dayText(language, session.startsOn), to: dayText(language, session.endsOn) })}</bdi></p>
<section aria-labelledby="recommendations"><h2 id="recommendations">${say('recommendations.title')}</h2>${
        session.recommendations.length === 0
          ? html`<p class="empty">${say('page.nothing')}</p>`
          : html`<ol class="cards work">${session.recommendations.map((it) => recommendationOf(it, session.key, picks, shown))}</ol>`
      }${isSecretariat ? foldedForm(shown, 'recordRecommendation', say('do.recordRecommendation'), recommendationFields(session.key, picks, shown), { about: session.title }) : ''}</section>
${seenOf(session, shown)}
${
  isSecretariat && session.frozen === null
    ? foldedForm(shown, 'freezeSession', say('do.freezeSession'), html`${hidden('session', session.key)}<p>${say('do.freezeSession.note')}</p>`, {
        about: session.title,
      })
    : ''
}
${historyOf(language, session.history)}`,
    };
  },
});

function recommendationOf(it: Recommendation, session: string, picks: Picks, shown: Shown): Html {
  const { language } = shown;
  const say = (key: Parameters<typeof message>[1]) => message(language, key);
  const outcomes = it.outcomes.map(
    ({ outcome, on, reason, carriedTo }) =>
      html`<li><strong>${say(`outcome.${outcome}`)}</strong> <span class="soft">· <bdi>${dayText(language, on)}</bdi></span>${
        carriedTo === null ? '' : html` → <a href="${sessionPath(language, carriedTo.key)}">${written(carriedTo.title)}</a>`
      }<p>${written(reason)}</p></li>`,
  );
  const due =
    it.dueOn === null
      ? say('recommendation.noDay')
      : html`<bdi>${dayText(language, it.dueOn)}</bdi>${it.overdue ? html` <strong>${say('word.overdue')}</strong>` : ''}`;
  const among = [
    ...it.states.map(({ key, name }) => html`<a href="${statePath(language, key)}"><bdi>${name}</bdi></a>`),
    ...it.organizations.map(({ name }) => html`<bdi>${name}</bdi>`),
  ];
  return html`<li id="${it.key}"><h3>${written(it.what)}</h3><dl class="facts">
${fact(say('recommendation.addressee'), html`${written(it.addressee)}${among.length === 0 ? '' : html` (${listed(language, among)})`}`)}
${fact(say('recommendation.due'), due)}
${fact(say('recommendation.outcome'), say(`outcome.${it.outcome ?? 'none'}`))}
${it.needs.length === 0 ? '' : fact(say('needs.title'), html`<ul>${it.needs.map((need) => html`<li>${needLink(language, need)}</li>`)}</ul>`)}
</dl>${outcomes.length === 0 ? '' : html`<ol class="steps">${outcomes}</ol>`}${shown.viewer.role === 'SECRETARIAT' ? outcomeForm(it, session, picks, shown) : ''}</li>`;
}

function outcomeForm({ key, version, what }: Recommendation, session: string, { sessions = [] }: Picks, shown: Shown): Html | '' {
  const say = (name: Parameters<typeof message>[1]) => message(shown.language, name);
  const outcomes = (['UNDER_WAY', 'DONE', 'DROPPED', 'CARRIED_OVER'] as const).map((value) => ({ value, text: say(`outcome.${value}`) }));
  const others = sessions.filter((it) => it.key !== session).map(({ key, title }) => ({ value: key, text: title }));
  return foldedForm(
    shown,
    'recordOutcome',
    say('do.recordOutcome'),
    html`${hidden('recommendation', key)}${hidden('version', version)}${choice(say('recommendation.outcome'), 'outcome', outcomes)}${input(say('field.on'), 'on', { type: 'date' })}${others.length === 0 ? '' : choice(say('form.carriedTo'), 'carriedTo', others, say('word.notStated'))}${area(say('word.reason'), 'reason', true)}`,
    { about: what },
  );
}

function recommendationFields(session: string, { states, organizations, openNeeds }: Picks, shown: Shown): Html {
  const { language } = shown;
  const say = (key: Parameters<typeof message>[1]) => message(language, key);
  const needs = namesInOrder(
    language,
    openNeeds?.edges.map(({ node }) => ({ key: node.key, name: needText(shown, node) })),
  );
  return html`${hidden('session', session)}${area(say('field.what'), 'what', true)}${input(say('recommendation.addressee'), 'addressee', { isRequired: true })}${input(say('recommendation.due'), 'dueOn', { type: 'date' })}
${severalField(say('form.states'), 'states', namesInOrder(language, states))}${severalField(say('form.organizations'), 'organizations', namesInOrder(language, organizations))}${severalField(say('form.needs'), 'needs', needs)}`;
}

/** What the session saw beside what it would see today. The figures are those of the public, whoever reads. */
function seenOf({ frozen, today, changes }: Whole, { language }: Shown): Html {
  const say = (key: Parameters<typeof message>[1]) => message(language, key);
  const rows = (['needs', 'activities', 'overlaps'] as const).map((name) => {
    const of = (seen: Seen) => (name === 'overlaps' ? seen.overlaps.length : seen[name]);
    return { name: say(`${name}.title`), was: frozen === null ? null : of(frozen), now: of(today) };
  });
  const title = say('session.frozen');
  return html`<section aria-labelledby="seen"><h2 id="seen">${title}</h2><p class="soft">${say('session.publicOnly')}</p>${frozen === null ? html`<p>${say('session.notFrozen')}</p>` : ''}
<table><caption class="hidden">${title}</caption><thead><tr><th scope="col">${say('session.figure')}</th>${frozen === null ? '' : html`<th scope="col">${say('session.then')} (<bdi>${dayText(language, frozen.asOf)}</bdi>)</th>`}<th scope="col">${say('session.today')} (<bdi>${dayText(language, today.asOf)}</bdi>)</th></tr></thead>
<tbody>${rows.map(({ name, was, now }) => html`<tr><th scope="row">${name}</th>${was === null ? '' : html`<td>${was}</td>`}<td>${now}</td></tr>`)}</tbody></table>
${changes === null ? '' : changesOf(changes, frozen, today, language)}
${(frozen === null ? [today] : [frozen, today]).map((seen) =>
  seen.elements.length + seen.threats.length === 0
    ? ''
    : html`<h3>${say('totals.title')} <span class="soft">· ${say(seen === frozen ? 'session.then' : 'session.today')} (<bdi>${dayText(language, seen.asOf)}</bdi>)</span></h3>${totalsTable(language, say('word.element'), seen.elements)}${totalsTable(language, say('word.threat'), seen.threats)}`,
)}</section>`;
}

function changesOf(changes: Changes, frozen: Seen | null, today: Seen, language: Shown['language']): Html {
  const say = (key: Parameters<typeof message>[1]) => message(language, key);
  const { figures, overlapsBegun, overlapsOver } = changes;
  if (figures.length + overlapsBegun.length + overlapsOver.length === 0) return html`<p>${say('session.same')}</p>`;
  const themes = [frozen, today].flatMap((seen) => (seen === null ? [] : [...seen.elements, ...seen.threats])).flatMap(({ theme }) => theme ?? []);
  const labels = new Map(themes.map(({ key, label }) => [key, label]));
  const nameOf = (key: string) => {
    const [group = '', theme = '', figure = ''] = key.split('.');
    if (group === 'needs' || group === 'activities' || group === 'overlaps') return say(`${group}.title`);
    const word = totalsWords[figure as keyof typeof totalsWords];
    return `${labels.get(theme) ?? theme}${say('separator.label')}${word ? say(word) : figure}`;
  };
  const value = (figure: number | null) => (figure === null ? say('session.noFigure') : String(figure));
  const list = (title: string, items: Seen['overlaps']) =>
    items.length === 0
      ? ''
      : html`<h3>${title}</h3><ul>${items.map(({ state, theme }) => html`<li><bdi>${state?.name ?? say('page.noRecord')}</bdi> · <bdi>${theme?.label ?? say('page.noRecord')}</bdi></li>`)}</ul>`;
  return html`<ul class="changes">${figures.map(
    ({ key, was, now }) =>
      html`<li><bdi>${nameOf(key)}</bdi>${say('separator.label')}${message(language, 'change.fromTo', { from: value(was), to: value(now) })}</li>`,
  )}</ul>${list(say('session.begun'), overlapsBegun)}${list(say('session.over'), overlapsOver)}`;
}

export const sessionScreens: readonly Screen[] = [sessionsScreen, sessionScreen];

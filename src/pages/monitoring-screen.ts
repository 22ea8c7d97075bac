// What is recorded beside the text of one strategy: evaluations, effects, how far its measures are, values of its indicators.
import { html } from 'hono/html';
import { isEditorOf } from '../core/sharing.ts';
import { dayText } from '../i18n/dates.ts';
import { message } from '../i18n/messages.ts';
import { operationText } from '../views/view.ts';
import { type Html, nodePath, strategyPath } from './document.ts';
import { effectForm, evaluationForm, indicatorForms, measureForm, type Node } from './monitoring-forms.ts';
import { type Shown, screen } from './screen.ts';
import { fact, sourceOf, written } from './work-fields.ts';

type Source = { title: string | null; ref: string | null } | null;
type Monitored = {
  key: string;
  title: string;
  owner: { __typename: 'MemberState' | 'Organization'; key: string };
  nodes: Node[];
  evaluations: {
    body: string;
    dated: string | null;
    scope: string | null;
    source: Source;
    cadenceMonths: number | null;
    nextDue: string | null;
    recordedBy: string;
    recordedOn: string;
  }[];
  effects: {
    axis: 'CRIMINAL_JUSTICE';
    direction: 'GOOD';
    text: string;
    originalLanguage: string;
    dated: string | null;
    source: Source;
    recordedBy: string;
    recordedOn: string;
  }[];
};

const query = operationText(
  'Monitoring',
  { key: 'String!' },
  `strategy(key: $key) {
    key title owner { __typename ... on MemberState { key } ... on Organization { key } }
    evaluations { body dated scope source { title ref } cadenceMonths nextDue recordedBy recordedOn }
    effects { axis direction text originalLanguage dated source { title ref } recordedBy recordedOn }
    nodes { key kind label reports { date status note }
      indicator { unit baseline baselineDate target targetDate frequencyMonths ownerBody values { date value note source { title ref } } } }
  }`,
);

export const monitoringScreen = screen<{ strategy: Monitored }>({
  path: '/strategies/:key/monitoring',
  parameters: [],
  ask: (address) => ({ query, variables: { key: address.part('key') } }),
  render: ({ strategy: it }, shown) => {
    const { language, viewer } = shown;
    const say = (key: Parameters<typeof message>[1]) => message(language, key);
    const isState = it.owner.__typename === 'MemberState';
    const mayRecord = isEditorOf(viewer, { stateKey: isState ? it.owner.key : null, organizationKey: isState ? null : it.owner.key });
    const measures = it.nodes.filter(({ kind }) => kind === 'MEASURE');
    const indicators = it.nodes.filter(({ kind }) => kind === 'INDICATOR');
    const parts: [string, string, Html[], Html | ''][] = [
      ['evaluations', say('monitoring.evaluations'), it.evaluations.map((one) => evaluationItem(one, shown)), evaluationForm(it.key, shown)],
      ['effects', say('monitoring.effects'), it.effects.map((one) => effectItem(one, shown)), effectForm(it.key, shown)],
      [
        'measures',
        say('monitoring.measures'),
        measures.filter(({ reports }) => reports.length > 0).map((one) => measureItem(one, it.key, shown)),
        measureForm(measures, shown),
      ],
      ['indicators', say('monitoring.indicators'), indicators.map((one) => indicatorItem(one, it.key, mayRecord, shown)), ''],
    ];
    return {
      title: message(language, 'monitoring.title', { title: it.title }),
      body: html`<h1>${say('monitoring.heading')}</h1>
<p class="lead"><a href="${strategyPath(language, it.key)}"><bdi>${it.title}</bdi></a></p><p class="soft">${say('monitoring.lead')}</p>
${parts.map(
  ([id, title, items, form]) =>
    html`<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>${
      items.length === 0 ? html`<p class="empty">${say('monitoring.none')}</p>` : html`<ul class="cards work">${items}</ul>`
    }${mayRecord ? form : ''}</section>`,
)}`,
    };
  },
});

type Key = Parameters<typeof message>[1];

function factsOf({ language }: Shown, facts: readonly (readonly [Key, Html | string | null])[]): Html {
  return html`<dl class="facts">${facts.map(([name, told]) => fact(message(language, name), told))}</dl>`;
}

const recorded = (language: Shown['language'], who: string, on: string): Html =>
  html`<p class="soft"><bdi>${who}</bdi> · <bdi>${dayText(language, on)}</bdi></p>`;

const day = (language: Shown['language'], date: string | null) => (date === null ? null : html`<bdi>${dayText(language, date)}</bdi>`);

function evaluationItem(it: Monitored['evaluations'][number], shown: Shown): Html {
  const { language } = shown;
  const facts = factsOf(shown, [
    ['word.when', day(language, it.dated) ?? message(language, 'word.notStated')],
    ['monitoring.scope', it.scope && written(it.scope)],
    ['monitoring.cadence', it.cadenceMonths === null ? null : String(it.cadenceMonths)],
    ['monitoring.nextDue', day(language, it.nextDue)],
    ['word.source', sourceOf(it.source)],
  ]);
  return html`<li><h3>${written(it.body)}</h3>${facts}${recorded(language, it.recordedBy, it.recordedOn)}</li>`;
}

function effectItem(it: Monitored['effects'][number], shown: Shown): Html {
  const { language } = shown;
  const facts = factsOf(shown, [
    ['monitoring.direction', message(language, `effectDirection.${it.direction}`)],
    ['word.when', day(language, it.dated) ?? message(language, 'word.notStated')],
    ['word.source', sourceOf(it.source)],
  ]);
  return html`<li><h3>${message(language, `effectAxis.${it.axis}`)}</h3><p><bdi lang="${it.originalLanguage}">${it.text}</bdi></p>${facts}${recorded(language, it.recordedBy, it.recordedOn)}</li>`;
}

function measureItem({ key, label, reports }: Node, strategy: string, { language }: Shown): Html {
  return html`<li><h3><a href="${nodePath(language, strategy, key)}"><bdi>${label}</bdi></a></h3><ul>${reports.map(
    ({ date, status, note }) =>
      html`<li>${day(language, date) ?? ''}${message(language, 'separator.label')}<strong>${message(language, `measureStatus.${status}`)}</strong>${note === null ? '' : html` ${written(note)}`}</li>`,
  )}</ul></li>`;
}

function indicatorItem(node: Node, strategy: string, mayRecord: boolean, shown: Shown): Html {
  const { language } = shown;
  const { key, label, indicator: it } = node;
  const figure = (value: number | null, date: string | null) =>
    value === null ? null : html`<bdi dir="ltr">${value}</bdi>${date === null ? '' : html` <span class="soft">(${day(language, date)})</span>`}`;
  const facts =
    it === null
      ? ''
      : factsOf(shown, [
          ['monitoring.unit', it.unit && written(it.unit)],
          ['monitoring.baseline', figure(it.baseline, it.baselineDate)],
          ['monitoring.target', figure(it.target, it.targetDate)],
          ['monitoring.frequency', it.frequencyMonths === null ? null : String(it.frequencyMonths)],
          ['monitoring.ownerBody', it.ownerBody && written(it.ownerBody)],
        ]);
  const values = it?.values ?? [];
  return html`<li><h3><a href="${nodePath(language, strategy, key)}"><bdi>${label}</bdi></a></h3>${facts}${
    values.length === 0
      ? html`<p class="soft">${message(language, 'monitoring.noValue')}</p>`
      : html`<ul>${values.map(
          ({ date, value, note, source }) =>
            html`<li>${day(language, date) ?? ''}${message(language, 'separator.label')}<strong><bdi dir="ltr">${value}</bdi></strong>${[note && written(note), sourceOf(source)].map((part) => (part ? html` ${part}` : ''))}</li>`,
        )}</ul>`
  }${mayRecord ? indicatorForms(node, shown) : ''}</li>`;
}

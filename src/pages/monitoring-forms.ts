// Forms with which the owner of a strategy records what came of it. Pure.
import { html } from 'hono/html';
import { languages } from '../i18n/languages.ts';
import { message } from '../i18n/messages.ts';
import { foldedForm } from './assistance-forms.ts';
import { codeOf, type Html, languageNames } from './document.ts';
import { areaField, choiceField, hidden, textField } from './fields.ts';
import type { Shown } from './screen.ts';

export type Node = {
  key: string;
  kind: 'PILLAR' | 'OBJECTIVE' | 'MEASURE' | 'INDICATOR';
  label: string;
  reports: { date: string; status: (typeof measureStatuses)[number]; note: string | null }[];
  indicator: {
    unit: string | null;
    baseline: number | null;
    baselineDate: string | null;
    target: number | null;
    targetDate: string | null;
    frequencyMonths: number | null;
    ownerBody: string | null;
    values: { date: string; value: number; note: string | null; source: { title: string | null; ref: string | null } | null }[];
  } | null;
};

const measureStatuses = ['NOT_STARTED', 'UNDER_WAY', 'DONE', 'DROPPED'] as const;
const axes = ['CRIMINAL_JUSTICE', 'REGIONAL_COOPERATION', 'INTERNATIONAL_COOPERATION'] as const;
const directions = ['GOOD', 'BAD', 'MIXED'] as const;

type Key = Parameters<typeof message>[1];

const dateField = (label: string, name: string, value: string | null = null, isRequired = false): Html =>
  textField(label, name, { value, isRequired, max: 10, hint: 'YYYY-MM-DD' });

/** A figure: a point before its decimals, as the API reads it. */
const figureField = (label: string, name: string, value: number | null = null, isRequired = false): Html =>
  html`<label>${label}<input name="${name}" value="${value ?? ''}" inputmode="decimal" dir="ltr" pattern="-?[0-9]{1,15}([.][0-9]{1,15})?" maxlength="32"${isRequired ? html` required` : ''}></label>`;

const monthsField = (label: string, name: string, value: number | null = null): Html =>
  html`<label>${label}<input name="${name}" type="number" min="1" max="240" value="${value ?? ''}"></label>`;

function sourceFields({ language }: Shown, isRequired = false): Html {
  const say = (key: Key) => message(language, key);
  return html`${textField(say('monitoring.sourceTitle'), 'source.title', { isRequired })}${textField(say('monitoring.sourceRef'), 'source.ref', { hint: 'https://' })}`;
}

export function evaluationForm(strategy: string, shown: Shown): Html | '' {
  const say = (key: Key) => message(shown.language, key);
  return foldedForm(
    shown,
    'recordEvaluation',
    say('monitoring.recordEvaluation'),
    html`${hidden('strategy', strategy)}${textField(say('monitoring.body'), 'body', { isRequired: true })}${dateField(say('word.when'), 'date')}
${textField(say('monitoring.scope'), 'scope')}${monthsField(say('monitoring.cadence'), 'cadenceMonths')}${dateField(say('monitoring.nextDue'), 'nextDue')}${sourceFields(shown)}`,
  );
}

export function effectForm(strategy: string, shown: Shown): Html | '' {
  const { language } = shown;
  const say = (key: Key) => message(language, key);
  return foldedForm(
    shown,
    'recordEffect',
    say('monitoring.recordEffect'),
    html`${hidden('strategy', strategy)}${choiceField(
      language,
      say('monitoring.axis'),
      'axis',
      axes.map((axis) => [axis, say(`effectAxis.${axis}`)]),
      { isRequired: true },
    )}${choiceField(
      language,
      say('monitoring.direction'),
      'direction',
      directions.map((direction) => [direction, say(`effectDirection.${direction}`)]),
      { isRequired: true },
    )}${dateField(say('word.when'), 'date')}${choiceField(
      language,
      say('monitoring.language'),
      'originalLanguage',
      languages.map((it) => [codeOf(it), languageNames[it]]),
      { value: codeOf(language) },
    )}
${areaField(say('monitoring.text'), 'text', { isRequired: true, max: 4_000 })}${sourceFields(shown, true)}`,
  );
}

/** One form for all measures: there may be many, and reports come one at a time. */
export function measureForm(measures: readonly Node[], shown: Shown): Html | '' {
  if (measures.length === 0) return '';
  const { language } = shown;
  const say = (key: Key) => message(language, key);
  return foldedForm(
    shown,
    'reportMeasure',
    say('monitoring.reportMeasure'),
    html`<div class="wide">${choiceField(
      language,
      say('nodeKind.MEASURE'),
      'measure',
      measures.map(({ key, label }) => [key, label]),
      { isRequired: true },
    )}</div>${choiceField(
      language,
      say('word.status'),
      'status',
      measureStatuses.map((status) => [status, say(`measureStatus.${status}`)]),
      { isRequired: true },
    )}${dateField(say('word.when'), 'date')}${areaField(say('word.note'), 'note', { max: 4_000 })}`,
  );
}

/** A value, and what the indicator measures: what is written there takes the place of all that was recorded of it, so it stands in the form. */
export function indicatorForms({ key, indicator: it }: Node, shown: Shown): Html {
  const say = (name: Key) => message(shown.language, name);
  const of = hidden('indicator', key);
  const value = html`${of}${figureField(say('monitoring.value'), 'value', null, true)}${dateField(say('word.when'), 'date', null, true)}${areaField(say('word.note'), 'note')}${sourceFields(shown)}`;
  const details = html`${of}${textField(say('monitoring.unit'), 'details.unit', { value: it?.unit })}
${figureField(say('monitoring.baseline'), 'details.baseline', it?.baseline)}${dateField(say('monitoring.baselineDate'), 'details.baselineDate', it?.baselineDate)}
${figureField(say('monitoring.target'), 'details.target', it?.target)}${dateField(say('monitoring.targetDate'), 'details.targetDate', it?.targetDate)}
${monthsField(say('monitoring.frequency'), 'details.frequencyMonths', it?.frequencyMonths)}${textField(say('monitoring.ownerBody'), 'details.ownerBody', { value: it?.ownerBody })}`;
  return html`${foldedForm(shown, 'recordIndicatorValue', say('monitoring.recordIndicatorValue'), value)}${foldedForm(shown, 'recordIndicatorValue', say('monitoring.recordDetails'), details)}`;
}

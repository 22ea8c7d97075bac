// Forms of the page of technical assistance: each for the roles that may send it. Pure.
import { html } from 'hono/html';
import { message } from '../i18n/messages.ts';
import type { Labelled } from '../views/assistance.ts';
import { actionForm } from './actions.ts';
import type { Html } from './document.ts';
import { choiceField } from './fields.ts';
import type { Shown } from './screen.ts';
import { area, choice, hidden, input } from './work-fields.ts';

type Themes = { elements: readonly Labelled[]; threats: readonly Labelled[] };

export const urgencies = ['LOW', 'MEDIUM', 'HIGH', 'CRITICAL'] as const;
export const consents = ['PRIVATE', 'WORKING_GROUP', 'PUBLIC'] as const;

/** A form that is folded up until it is wanted; nothing for those who are not signed in. */
export function foldedForm(shown: Shown, mutation: string, label: string, fields: Html, back?: string): Html | '' {
  const form = actionForm(shown, mutation, label, fields, back);
  return form === '' ? '' : html`<details class="act"><summary>${label}</summary>${form}</details>`;
}

export function assistanceForms(shown: Shown, themes: Themes): Html | '' {
  const { language, viewer } = shown;
  const say = (key: Parameters<typeof message>[1]) => message(language, key);
  switch (viewer.role) {
    case 'EDITOR':
    case 'APPROVER':
      return foldedForm(
        shown,
        'requestAssistance',
        say('do.requestAssistance'),
        html`${hidden('state', viewer.state)}${themeFields(shown, themes)}
${choiceField(
  language,
  say('word.urgency'),
  'urgency',
  urgencies.map((value) => [value, say(`needUrgency.${value}`)]),
  { isRequired: true },
)}
${choice(
  say('word.consent'),
  'consent',
  consents.map((value) => ({ value, text: say(`needConsent.${value}`) })),
)}
${input(say('word.due'), 'dueOn', { type: 'date' })}${area(say('word.reason'), 'reason', true)}`,
      );
    case 'ANALYST':
    case 'SECRETARIAT':
      return html`${foldedForm(
        shown,
        'observeNeed',
        say('do.observeNeed'),
        html`${input(say('field.state'), 'state', { isRequired: true })}${themeFields(shown, themes)}${area(say('word.reason'), 'reason', true)}`,
      )}${viewer.role === 'SECRETARIAT' ? foldedForm(shown, 'offerActivity', say('do.offerActivity'), offerFields(shown, themes)) : ''}`;
    default:
      return '';
  }
}

function themeFields({ language }: Shown, { elements, threats }: Themes): Html {
  const say = (key: Parameters<typeof message>[1]) => message(language, key);
  const labelled = (list: readonly Labelled[]) => list.map(({ key, label }) => ({ value: key, text: label }));
  const none = say('word.notStated');
  return html`${choice(say('word.element'), 'element', labelled(elements), none)}${choice(say('word.threat'), 'threat', labelled(threats), none)}
${input(say('field.provision'), 'provision')}${input(say('field.objective'), 'objective')}`;
}

function offerFields({ language }: Shown, { elements, threats }: Themes): Html {
  const say = (key: Parameters<typeof message>[1]) => message(language, key);
  const perLine = (key: 'word.providers' | 'word.funders') => message(language, 'field.perLine', { label: say(key) });
  const labelled = (list: readonly Labelled[]) => list.map(({ key, label }) => ({ value: key, text: label }));
  return html`${input(say('field.title'), 'title', { isRequired: true })}${area(perLine('word.providers'), 'providers', true)}${area(perLine('word.funders'), 'funders')}
${input(say('field.states'), 'states')}${input(say('field.regions'), 'regions')}
${choice(say('word.element'), 'elements', labelled(elements), say('word.notStated'))}${choice(say('word.threat'), 'threats', labelled(threats), say('word.notStated'))}
${input(say('field.start'), 'start', { isRequired: true })}${input(say('field.end'), 'end')}
${input(say('field.amount'), 'budgets.0.amount')}${input(say('field.currency'), 'budgets.0.currency')}${input(say('field.year'), 'budgets.0.year')}
${input(say('field.needs'), 'needs')}${input(say('field.address'), 'source')}${area(say('word.note'), 'note')}`;
}

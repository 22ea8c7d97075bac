// Forms of the page of technical assistance: each for the roles that may send it. Pure.
import { html } from 'hono/html';
import { organizationOf, stateOf, type Viewer } from '../core/viewer.ts';
import { message } from '../i18n/messages.ts';
import type { Labelled, Named } from '../views/assistance.ts';
import { actionForm, type FormSettings } from './actions.ts';
import { type NeedName, themeOf } from './assistance-parts.ts';
import type { Html } from './document.ts';
import { choiceField, type Grouped, groupedField, hidden, namesInOrder, severalField } from './fields.ts';
import type { Shown } from './screen.ts';
import { area, choice, input } from './work-fields.ts';

type Text = { title: string; nodes: { key: string; kind: string; label: string }[] };
type Committed = Named & { strategies?: { edges: { node: Text }[] } };
type Own = Named & {
  agreements: { advice: boolean; summariesTo: Named[] | null };
  memberships: { organization: Committed }[];
};

/** What the forms of the page choose from; only who may send one is answered it. */
export type Picks = {
  elements: readonly Labelled[];
  threats: readonly Labelled[];
  provisions?: Labelled[];
  states?: Named[];
  own?: Own | null;
  committed?: Committed | null;
  /** Needs of the page. */
  every: { edges: { node: NeedName }[] };
};

const textFields = (first: number) => `strategies(first: ${first}) { edges { node { title nodes { key kind label } } } }`;

const picksTypes = { pickOrganization: 'String', pickState: 'String!', pickOwner: 'String!' } as const;

/**
 * What the forms of this viewer choose from, on the page of an organization or of all. What an operation costs is counted by its text, whatever
 * it leaves out: so there is a text for each role, and none for those who send nothing.
 */
export function picksOf(viewer: Viewer, organization: string | null) {
  const owner = organizationOf(viewer) ?? organization;
  const isOfState = viewer.role === 'EDITOR' || viewer.role === 'APPROVER';
  const isOffice = viewer.role === 'ANALYST' || viewer.role === 'SECRETARIAT';
  if (!isOfState && !isOffice) return null;
  const parts = [
    'provisions: concepts(scheme: PROVISION) { key label }',
    owner === null ? '' : `committed: organization(key: $pickOwner) { key name ${textFields(20)} }`,
    isOfState
      ? `own: memberState(key: $pickState) { key name agreements { advice summariesTo { key name } } memberships { organization { key name ${owner === null ? textFields(5) : ''} } } }`
      : 'states: memberStates(organization: $pickOrganization) { key name }',
  ];
  const variables = {
    ...(owner !== null && { pickOwner: owner }),
    ...(isOfState ? { pickState: stateOf(viewer) ?? '' } : { pickOrganization: organizationOf(viewer) }),
  };
  const types = Object.fromEntries(Object.keys(variables).map((name) => [name, picksTypes[name as keyof typeof picksTypes]]));
  return { selection: parts.join('\n  '), types, variables };
}

export const urgencies = ['LOW', 'MEDIUM', 'HIGH', 'CRITICAL'] as const;
export const consents = ['PRIVATE', 'WORKING_GROUP', 'PUBLIC'] as const;

/** A form that is folded up until it is wanted; nothing for those who are not signed in. */
export function foldedForm(shown: Shown, mutation: string, label: string, fields: Html, settings: FormSettings = {}): Html | '' {
  const form = actionForm(shown, mutation, label, fields, settings);
  return form === '' ? '' : html`<details class="act"><summary>${label}</summary>${form}</details>`;
}

type Key = Parameters<typeof message>[1];

export function assistanceForms(shown: Shown, picks: Picks): Html | '' {
  const { language, viewer } = shown;
  const say = (key: Key) => message(language, key);
  switch (viewer.role) {
    case 'EDITOR':
    case 'APPROVER':
      return html`${foldedForm(
        shown,
        'requestAssistance',
        say('do.requestAssistance'),
        html`${hidden('state', viewer.state)}${themeFields(shown, picks)}
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
      )}${viewer.role === 'APPROVER' && picks.own ? agreementForm(picks.own, shown) : ''}`;
    case 'ANALYST':
    case 'SECRETARIAT':
      return html`${foldedForm(
        shown,
        'observeNeed',
        say('do.observeNeed'),
        html`${choiceField(language, say('grid.state'), 'state', namesInOrder(language, picks.states), { isRequired: true })}${themeFields(shown, picks)}${area(say('word.reason'), 'reason', true)}`,
      )}${viewer.role === 'SECRETARIAT' ? foldedForm(shown, 'offerActivity', say('do.offerActivity'), offerFields(shown, picks)) : ''}`;
    default:
      return '';
  }
}

/** A need by whose it is and what it is about. */
export const needText = ({ language }: Pick<Shown, 'language'>, need: NeedName): string => `${need.state.name} · ${themeOf(language, need)}`;

/** What the state agrees to: each switch as it stands, to be changed. */
function agreementForm({ name, agreements, memberships }: Own, shown: Shown): Html | '' {
  const { language } = shown;
  const say = (key: Key) => message(language, key);
  const told = agreements.summariesTo ?? [];
  const organizations = new Map([...memberships.map(({ organization }) => organization), ...told].map((it) => [it.key, it]));
  const form = actionForm(
    shown,
    'setAgreement',
    say('edit.save'),
    html`<p class="soft">${say('agreement.lead')}</p>${choiceField(
      language,
      say('agreement.advice'),
      'advice',
      [
        ['true', say('field.yes')],
        ['false', say('field.no')],
      ],
      { value: String(agreements.advice) },
    )}${severalField(
      say('agreement.summariesTo'),
      'summariesTo',
      namesInOrder(language, [...organizations.values()]),
      told.map(({ key }) => key),
    )}${hidden('clear', 'summariesTo')}`,
    { about: name },
  );
  return html`<details class="act"><summary>${say('agreement.title')}</summary>${form}</details>`;
}

/** Objectives of regional strategies by their text; on the page of one organization those of its own. */
function objectivesOf({ own, committed }: Picks): Grouped[] {
  const organizations = committed ? [committed] : (own?.memberships ?? []).map((it) => it.organization);
  const texts = new Map(organizations.flatMap(({ strategies }) => strategies?.edges ?? []).map(({ node }) => [node.title, node]));
  return [...texts.values()].flatMap(({ title, nodes }): Grouped[] => {
    const options = nodes.filter(({ kind }) => kind === 'OBJECTIVE').map(({ key, label }) => [key, label] as const);
    return options.length === 0 ? [] : [{ name: title, options }];
  });
}

function themeFields(shown: Shown, picks: Picks): Html {
  const { language } = shown;
  const say = (key: Key) => message(language, key);
  const none = { none: say('word.notStated') };
  const field = (label: string, name: string, list: readonly Labelled[] | undefined) =>
    choiceField(language, label, name, namesInOrder(language, list), none);
  const objectives = objectivesOf(picks);
  return html`${field(say('word.element'), 'element', picks.elements)}${field(say('word.threat'), 'threat', picks.threats)}${choiceField(
    language,
    say('word.provision'),
    'provision',
    // In the order of the articles.
    (picks.provisions ?? []).map(({ key, label }) => [key, label]),
    none,
  )}
${objectives.length === 0 ? '' : groupedField(language, say('form.objective'), 'objective', objectives, none)}`;
}

function offerFields(shown: Shown, { elements, threats, states, every }: Picks): Html {
  const { language } = shown;
  const say = (key: Key) => message(language, key);
  const perLine = (key: 'word.providers' | 'word.funders') => message(language, 'field.perLine', { label: say(key) });
  const needs = namesInOrder(
    language,
    every.edges.map(({ node }) => ({ key: node.key, name: needText(shown, node) })),
  );
  return html`${input(say('field.title'), 'title', { isRequired: true })}${area(perLine('word.providers'), 'providers', true)}${area(perLine('word.funders'), 'funders')}
${severalField(say('form.states'), 'states', namesInOrder(language, states))}${input(say('field.regions'), 'regions')}
${severalField(say('view.elements'), 'elements', namesInOrder(language, elements))}${severalField(say('record.threats'), 'threats', namesInOrder(language, threats))}
${input(say('field.start'), 'start', { isRequired: true })}${input(say('field.end'), 'end')}
${input(say('field.amount'), 'budgets.0.amount')}${input(say('field.currency'), 'budgets.0.currency')}${input(say('field.year'), 'budgets.0.year')}
${severalField(say('form.needs'), 'needs', needs)}${input(say('field.address'), 'source')}${area(say('word.note'), 'note')}`;
}

// How the fields of forms and their choices are called, where they are shown again. Pure.
import type { MessageKey } from '../i18n/catalogue/en.ts';
import { en } from '../i18n/catalogue/en.ts';
import { type Language, languages } from '../i18n/languages.ts';
import { message } from '../i18n/messages.ts';
import { languageNames } from './document.ts';

const labels: Readonly<Record<string, MessageKey>> = {
  activity: 'form.activity',
  addressee: 'edit.addressee',
  adopted: 'edit.adopted',
  adoptingBody: 'edit.adoptingBody',
  advice: 'agreement.advice',
  amount: 'field.amount',
  axis: 'monitoring.axis',
  baseline: 'monitoring.baseline',
  baselineDate: 'monitoring.baselineDate',
  basis: 'edit.restsOn',
  body: 'monitoring.body',
  cadenceMonths: 'monitoring.cadence',
  carriedTo: 'form.carriedTo',
  citation: 'cell.citation',
  consent: 'word.consent',
  currency: 'field.currency',
  date: 'word.when',
  decision: 'link.decision',
  deadline: 'template.column.deadline',
  direction: 'monitoring.direction',
  dueOn: 'word.due',
  element: 'word.element',
  elements: 'view.elements',
  end: 'field.end',
  endsOn: 'field.lastDay',
  frequencyMonths: 'monitoring.frequency',
  fullyRead: 'edit.fullyRead',
  funders: 'word.funders',
  indicator: 'nodeKind.INDICATOR',
  instrumentReferences: 'edit.instruments',
  instruments: 'edit.instrumentNames',
  key: 'form.key',
  kind: 'edit.kind',
  label: 'edit.label',
  language: 'edit.quoteLanguage',
  leadBody: 'edit.leadBody',
  level: 'strategies.level',
  measure: 'nodeKind.MEASURE',
  met: 'field.met',
  national: 'cell.national',
  need: 'form.need',
  needs: 'form.needs',
  newVersionOf: 'edit.newVersionOf',
  nextDue: 'monitoring.nextDue',
  note: 'word.note',
  notes: 'edit.notes',
  objective: 'form.objective',
  on: 'field.on',
  organization: 'states.organization',
  organizations: 'form.organizations',
  originalLanguage: 'monitoring.language',
  outcome: 'recommendation.outcome',
  ownerBody: 'monitoring.ownerBody',
  page: 'edit.page',
  paragraph: 'edit.paragraph',
  parent: 'edit.parent',
  position: 'edit.position',
  proposed: 'statement.proposed',
  providers: 'word.providers',
  provision: 'word.provision',
  provisions: 'reader.provisions',
  quote: 'edit.quote',
  rationale: 'action.reason',
  reason: 'action.reason',
  ref: 'monitoring.sourceRef',
  reference: 'action.reference',
  referenceDate: 'action.referenceDate',
  regions: 'field.regions',
  relation: 'cell.relation',
  relations: 'reader.related',
  resolution: 'action.reason',
  responsible: 'edit.responsible',
  result: 'recommendation.outcome',
  scope: 'edit.scope',
  seenInSource: 'reader.checked',
  share: 'cell.shareField',
  sharedWith: 'form.sharedWith',
  source: 'field.address',
  sources: 'page.sources',
  stage: 'word.stage',
  start: 'field.start',
  startsOn: 'field.firstDay',
  state: 'grid.state',
  states: 'form.states',
  status: 'word.status',
  statusNote: 'edit.statusNote',
  strategy: 'form.strategy',
  strength: 'edit.strength',
  structureBasis: 'edit.basis',
  subject: 'statement.subject',
  summariesTo: 'agreement.summariesTo',
  supersededBy: 'reader.replacedBy',
  target: 'monitoring.target',
  targetDate: 'monitoring.targetDate',
  text: 'monitoring.text',
  themes: 'edit.themes',
  threat: 'word.threat',
  threats: 'record.threats',
  title: 'edit.title',
  unit: 'monitoring.unit',
  urgency: 'word.urgency',
  validFrom: 'edit.validFrom',
  validTo: 'edit.validTo',
  value: 'monitoring.value',
  verified: 'reader.checked',
  verifiedNote: 'edit.verifiedNote',
  visibility: 'desk.visibility',
  what: 'field.what',
  year: 'field.year',
};

/** What a strategy is read from and refers to, as the forms of a new one and of one that is there call it. */
const ofStrategies: Readonly<Record<string, MessageKey>> = {
  'instrumentReferences.citation': 'edit.where',
  'relations.citation': 'edit.where',
  'relations.relation': 'edit.relation',
  'relations.target': 'edit.otherKey',
  'sources.ref': 'template.field.sourceRef',
  'sources.title': 'template.field.sourceTitle',
  status: 'edit.status',
};

/** Where one form calls a field otherwise than the others. */
const otherwise: Readonly<Record<string, MessageKey>> = {
  ...Object.fromEntries(
    ['createStrategy', 'updateStrategy'].flatMap((name) => Object.entries(ofStrategies).map(([field, key]) => [`${name}.${field}`, key])),
  ),
  'createStrategy.key': 'edit.key',
  'createStrategy.newVersionOf.key': 'edit.newVersionOf',
  'addNode.key': 'edit.nodeKey',
  'recordSession.key': 'field.key',
  'recordRecommendation.addressee': 'recommendation.addressee',
  'recordRecommendation.dueOn': 'recommendation.due',
  'recordEvaluation.scope': 'monitoring.scope',
  'resolveContest.outcome': 'cell.outcome',
  'recordEffect.source.title': 'monitoring.sourceTitle',
  'recordEvaluation.source.title': 'monitoring.sourceTitle',
  'recordIndicatorValue.source.title': 'monitoring.sourceTitle',
};

/** The label of a field by its name in a form; the name itself where no form of ours has it. */
export function labelOf(language: Language, mutation: string, name: string): string {
  const parts = name.split('.').filter((part) => !/^\d+$/.test(part));
  const textIn = languages.find((it) => it === parts.at(-1));
  const own = textIn === undefined ? parts : parts.slice(0, -1);
  const last = own.at(-1) ?? '';
  const key = otherwise[`${mutation}.${own.join('.')}`] ?? (Object.hasOwn(labels, last) ? labels[last] : undefined);
  const label = key === undefined ? name : message(language, key);
  return textIn === undefined ? label : `${label} (${languageNames[textIn]})`;
}

/** Messages of the words of enums begin so. */
const wordsOfEnums: Readonly<Record<string, string>> = {
  Addressee: 'edit.addressee',
  AlignmentRelation: 'relation',
  ContestOutcome: 'contestOutcome',
  EffectAxis: 'effectAxis',
  EffectDirection: 'effectDirection',
  LinkDecision: 'link',
  MatchDecision: 'desk.match',
  MeasureStatus: 'measureStatus',
  NeedConsent: 'needConsent',
  NeedStage: 'needStage',
  NeedUrgency: 'needUrgency',
  RecommendationOutcomeKind: 'outcome',
  RecordDecision: 'sheet.decision',
  RecordSubject: 'sheet.part',
  RelationStrength: 'edit.strength',
  StatementDecision: 'sheet.decision',
  StrategyLevel: 'strategyLevel',
  StrategyNodeKind: 'edit.kind',
  StrategyScope: 'edit.scope',
  StrategyStatus: 'edit.status',
  Visibility: 'desk.visibility',
};

/** A value of an enum in words; the value itself where no form offers it. */
export function wordOf(language: Language, enumName: string, value: string): string {
  const key = `${wordsOfEnums[enumName]}.${value}`;
  return Object.hasOwn(en, key) ? message(language, key as MessageKey) : value;
}

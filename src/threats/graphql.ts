// Assessments, findings and flows in the schema.
import { Concept } from '../concepts/graphql.ts';
import { getConcept } from '../concepts/service.ts';
import { builder, languageArgument } from '../graphql/builder.ts';
import { loadAll } from '../graphql/context.ts';
import { connection, pageArguments, pageRequest } from '../graphql/paging.ts';
import { textIn } from '../i18n/languages.ts';
import { regionName } from '../i18n/regions.ts';
import { MemberState, Organization } from '../members/graphql.ts';
import { historyField } from '../members/graphql-history.ts';
import { publicationField, sharedWithField, visibilityField } from '../members/graphql-sharing.ts';
import { getOrganization, getStates, getStatesByKey } from '../members/service.ts';
import type { SourceReference } from '../store/json.ts';
import type { Assessment as AssessmentShape, Finding as FindingShape, FlowPlace as FlowPlaceShape, Flow as FlowShape } from './model.ts';
import {
  assessmentsByKey,
  findAssessedOrganizations,
  findAssessments,
  findFlows,
  findingsPage,
  findNamedThreats,
  getFlows,
  getRegions,
  getTerritoryNames,
} from './service.ts';

export const Source = builder.objectRef<SourceReference>('Source').implement({
  description: 'A published text that a statement of this record rests on.',
  fields: (t) => ({
    title: t.exposeString('title', { nullable: true, description: 'What it is called.' }),
    ref: t.exposeString('ref', { nullable: true, description: 'Address or symbol.' }),
  }),
});

export const AssessmentLevelEnum = builder.enumType('AssessmentLevel', {
  description: 'Who assessed. The level gives the class of the findings.',
  values: {
    NATIONAL: { description: 'The state itself: class 1.' },
    REGIONAL: { description: 'A regional organization: class 2.' },
    GLOBAL: { description: 'The United Nations: class 2.' },
    OTHER: { description: 'Not an official assessment: class 3.' },
  },
});

export const Assessment = builder.objectRef<AssessmentShape>('Assessment');

export const Finding = builder.objectRef<FindingShape>('Finding').implement({
  description: 'One threat in one state, from an assessment: likelihood and impact, or a score on a scale, or named without a figure.',
  fields: (t) => ({
    assessment: t.field({
      type: Assessment,
      description: 'The assessment it is from.',
      resolve: async (it, _args, context) => (await assessmentsByKey(context).load(it.assessmentKey)) ?? outOfSight(it.assessmentKey),
    }),
    state: t.field({
      type: MemberState,
      description: 'In which state.',
      resolve: async (it, _args, context) => (await getStatesByKey(context, [it.stateKey], 'state'))[0] as never,
    }),
    threat: t.field({
      type: Concept,
      description: 'Which threat.',
      resolve: (it, _args, context) => getConcept(context, 'THREAT', it.threatKey, 'threat'),
    }),
    likelihood: t.exposeInt('likelihood', { nullable: true, description: '1 to 5, where the assessment uses a risk matrix.' }),
    impact: t.exposeInt('impact', { nullable: true, description: '1 to 5, where the assessment uses a risk matrix.' }),
    score: t.exposeFloat('score', { nullable: true, description: 'On the scale stated.' }),
    scaleMin: t.exposeFloat('scaleMin', { nullable: true, description: 'Lowest score the scale has.' }),
    scaleMax: t.exposeFloat('scaleMax', { nullable: true, description: 'Highest score the scale has.' }),
    named: t.boolean({ description: 'Named as a threat, without a figure.', resolve: (it) => it.score === null && it.likelihood === null }),
    emerging: t.exposeBoolean('isEmerging', { description: 'The assessment marks it as emerging.' }),
    note: t.exposeString('note', { nullable: true, description: 'To be read with it.' }),
  }),
});

function outOfSight(key: string): never {
  throw new Error(`a finding of an assessment out of sight: ${key}`);
}

const FindingConnection = builder.connectionObject(
  { type: Finding, name: 'FindingConnection', description: 'A page of findings.' },
  { description: 'A finding in a page.' },
);

builder.node(Assessment, {
  description: "A threat assessment: national, regional, global, or another body's.",
  id: { resolve: (assessment) => assessment.key },
  loadMany: (keys, context) => loadAll(assessmentsByKey(context), keys),
  fields: (t) => ({
    key: t.exposeString('key', { description: 'Natural key.' }),
    title: t.exposeString('title', { description: 'Title.' }),
    series: t.exposeString('series', { description: 'Editions of one series can be compared over time.' }),
    level: t.field({ type: AssessmentLevelEnum, description: 'Who assessed.', resolve: (it) => it.level }),
    official: t.exposeBoolean('isOfficial', { description: 'Issued by a state or an intergovernmental body.' }),
    issuingBody: t.exposeString('issuingBody', { nullable: true, description: 'Body that issued it.' }),
    state: t.field({
      type: MemberState,
      nullable: true,
      description: 'The state whose own assessment it is.',
      resolve: async (it, _args, context) => (it.stateKey === null ? null : ((await getStates(context)).get(it.stateKey) ?? null)),
    }),
    organizations: t.loadableGroup({
      type: Organization,
      description: 'Organizations it covers.',
      load: async (ids: number[], context) => {
        const pairs = await findAssessedOrganizations(context.db, ids);
        return Promise.all(
          pairs.map(async (pair) => ({ ...(await getOrganization(context, pair.organizationKey)), assessmentId: pair.assessmentId })),
        );
      },
      group: (organization) => (organization as unknown as { assessmentId: number }).assessmentId,
      resolve: (it) => it.assessmentId,
    }),
    dated: t.expose('dated', { type: 'PartialDate', nullable: true, description: 'Date of issue; without one it counts for nothing.' }),
    nextEdition: t.expose('nextEdition', { type: 'PartialDate', nullable: true, description: 'When the body says the next edition is due.' }),
    method: t.exposeString('method', { nullable: true, description: 'How it was made.' }),
    keyThreats: t.loadableGroup({
      type: Concept,
      description: 'Threats it names as key.',
      load: async (ids: number[], context) => {
        const pairs = await findNamedThreats(context.db, ids);
        return Promise.all(
          pairs.map(async (pair) => ({ ...(await getConcept(context, 'THREAT', pair.threatKey, 'threat')), assessmentId: pair.assessmentId })),
        );
      },
      group: (threat) => (threat as unknown as { assessmentId: number }).assessmentId,
      resolve: (it) => it.assessmentId,
    }),
    threatListSeen: t.exposeBoolean('isThreatListSeen', { nullable: true, description: 'Was the list of key threats seen in the source?' }),
    verified: t.exposeBoolean('isVerified', { description: 'Were title and date checked against a source?' }),
    note: t.exposeString('note', { nullable: true, description: 'To be read with it.' }),
    attribution: t.exposeString('attribution', { nullable: true, description: 'Words to print wherever its figures are shown.' }),
    sources: t.field({ type: [Source], description: 'Where this is read from.', resolve: (it) => it.sources }),
    publication: t.field(publicationField),
    visibility: t.field(visibilityField),
    sharedWith: t.field(sharedWithField),
    version: t.exposeInt('version', { description: 'Grows by one with every change of the assessment, its findings included.' }),
    history: t.field(historyField<AssessmentShape>('Assessment', (it) => it.key)),
    findings: t.field({
      type: FindingConnection,
      description: 'What it finds, by state and threat.',
      args: pageArguments(t.arg),
      resolve: async (it, args, context) => {
        const request = pageRequest('Finding', args);
        return connection(
          'Finding',
          await findingsPage(context, it.assessmentId, request),
          (finding) => `${finding.stateKey}.${finding.threatKey}`,
          request,
        );
      },
    }),
  }),
});

const AssessmentFilter = builder.inputType('AssessmentFilter', {
  description: 'Which assessments; every key narrows further.',
  fields: (t) => ({
    states: t.stringList({ required: false, description: 'Of these states, or with findings on them (ISO 3166-1 alpha-3).' }),
    organization: t.string({ required: false, description: 'Covering this organization.' }),
    level: t.field({ type: AssessmentLevelEnum, required: false, description: 'Of this level.' }),
    threat: t.string({ required: false, description: 'Naming this threat or with findings on it.' }),
    series: t.string({ required: false, description: 'Of this series.' }),
  }),
});

const AssessmentConnection = builder.connectionObject(
  { type: Assessment, name: 'AssessmentConnection', description: 'A page of assessments.' },
  { description: 'An assessment in a page.' },
);

builder.queryField('assessments', (t) =>
  t.field({
    type: AssessmentConnection,
    description: 'Threat assessments, by key.',
    args: { filter: t.arg({ type: AssessmentFilter, required: false, description: 'Which ones.' }), ...pageArguments(t.arg) },
    resolve: async (_root, { filter, ...args }, context) => {
      const request = pageRequest('Assessment', args);
      if (filter?.states) await getStatesByKey(context, filter.states, 'filter.states');
      if (filter?.organization != null) await getOrganization(context, filter.organization, 'filter.organization');
      if (filter?.threat != null) await getConcept(context, 'THREAT', filter.threat, 'filter.threat');
      return connection('Assessment', await findAssessments(context.db, context.viewer, filter ?? {}, request), (it) => it.key, request);
    },
  }),
);

const FlowPlace = builder.objectRef<FlowPlaceShape>('FlowPlace').implement({
  description: 'A state, a territory or a region that a flow names.',
  fields: (t) => ({
    key: t.string({
      description: 'ISO 3166-1 alpha-3, or region: and a name.',
      resolve: (it) => it.stateKey ?? it.territoryKey ?? it.regionKey ?? '',
    }),
    state: t.field({
      type: MemberState,
      nullable: true,
      description: 'The state; null for a region or a territory.',
      resolve: async (it, _args, context) => (it.stateKey === null ? null : ((await getStates(context)).get(it.stateKey) ?? null)),
    }),
    name: t.string({
      description: 'Name of the state or territory; of a region that is none of ours the words of its key.',
      args: { lang: t.arg(languageArgument) },
      resolve: async (it, { lang }, context) => {
        const texts =
          it.stateKey !== null ? (await getStates(context)).get(it.stateKey)?.name : (await getTerritoryNames(context)).get(it.territoryKey ?? '');
        return texts ? textIn(texts, lang ?? context.language).text : regionName(lang ?? context.language, it.regionKey ?? '');
      },
    }),
    states: t.field({
      type: [MemberState],
      description: 'Of a region: the states in it, as far as recorded.',
      resolve: async (it, _args, context) => {
        if (it.regionKey === null) return [];
        const [regions, states] = await Promise.all([getRegions(context), getStates(context)]);
        return (regions.get(it.regionKey)?.stateKeys ?? []).flatMap((key) => states.get(key) ?? []);
      },
    }),
  }),
});

const FlowSource = builder.objectRef<FlowShape>('FlowSource').implement({
  description: 'The publication a flow is read from.',
  fields: (t) => ({
    title: t.exposeString('sourceTitle', { nullable: true, description: 'Title.' }),
    publisher: t.exposeString('publisher', { nullable: true, description: 'Who published it.' }),
    year: t.exposeInt('sourceYear', { nullable: true, description: 'Year of publication.' }),
    ref: t.exposeString('sourceUrl', { nullable: true, description: 'Address.' }),
  }),
});

export const Flow = builder.objectRef<FlowShape>('Flow');

builder.node(Flow, {
  description: 'A recorded cross-border flow.',
  id: { resolve: (flow) => flow.key },
  loadMany: async (keys, context) => {
    const found = new Map((await findFlows(context.db, keys)).map((flow) => [flow.key, flow]));
    return keys.map((key) => found.get(key) ?? null);
  },
  fields: (t) => ({
    key: t.exposeString('key', { description: 'Natural key.' }),
    threat: t.field({
      type: Concept,
      description: 'What flows.',
      resolve: (it, _args, context) => getConcept(context, 'THREAT', it.threatKey, 'threat'),
    }),
    commodity: t.exposeString('commodity', { nullable: true, description: 'What exactly.' }),
    origins: t.field({
      type: [FlowPlace],
      extensions: { listSize: 2 },
      description: 'From where.',
      resolve: (it) => it.places.filter((place) => place.role === 'ORIGIN'),
    }),
    transits: t.field({
      type: [FlowPlace],
      extensions: { listSize: 2 },
      description: 'Through where.',
      resolve: (it) => it.places.filter((place) => place.role === 'TRANSIT'),
    }),
    destinations: t.field({
      type: [FlowPlace],
      extensions: { listSize: 2 },
      description: 'To where.',
      resolve: (it) => it.places.filter((place) => place.role === 'DESTINATION'),
    }),
    period: t.exposeString('period', { nullable: true, description: 'When, as the source says.' }),
    lastYear: t.exposeInt('lastYear', { nullable: true, description: 'Last year of the period, else the year of the source.' }),
    volume: t.exposeString('volume', { nullable: true, description: 'How much, a number or a range; in volumeUnit.' }),
    volumeUnit: t.exposeString('volumeUnit', { nullable: true, description: 'Unit of volume.' }),
    value: t.exposeString('value', { nullable: true, description: 'Worth how much, a number or a range; in valueUnit.' }),
    valueUnit: t.exposeString('valueUnit', { nullable: true, description: 'Unit of value.' }),
    basis: t.exposeString('basis', { nullable: true, description: 'What the figure is: seizures, an estimate, a stock and the like.' }),
    source: t.field({ type: FlowSource, description: 'Where it is read from.', resolve: (it) => it }),
    verification: t.exposeString('verification', { nullable: true, description: 'excerpt: seen in the source; recalled: not.' }),
    note: t.exposeString('note', { nullable: true, description: 'To be read with it.' }),
  }),
});

builder.queryField('flows', (t) =>
  t.field({
    extensions: { listSize: 100 },
    type: [Flow],
    description: 'Recorded flows, by key; those of one threat where it is named.',
    args: { threat: t.arg.string({ required: false, description: 'Key of a threat.' }) },
    resolve: async (_root, { threat }, context) => {
      if (threat != null) await getConcept(context, 'THREAT', threat, 'threat');
      return (await getFlows(context)).filter((flow) => threat == null || flow.threatKey === threat);
    },
  }),
);

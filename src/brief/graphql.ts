// The brief of the working group in the schema.

import { rowNotes } from '../alignment/facets.ts';
import { Computed } from '../alignment/graphql-types.ts';
import { Concept } from '../concepts/graphql.ts';
import { builder, languageArgument } from '../graphql/builder.ts';
import { asOfArgument, MemberState, Organization } from '../members/graphql.ts';
import { Effect, Evaluation } from '../monitoring/graphql-types.ts';
import { Strategy, StrategyNode } from '../strategies/graphql-types.ts';
import { nodeById, strategiesById } from '../strategies/service.ts';
import { Assessment, Source } from '../threats/graphql.ts';
import { assessmentsByKey } from '../threats/service.ts';
import { type BriefUnit, briefUnits, type Entry, type EntryList, type Figure, type Section } from './model.ts';
import { type Brief, computeBrief } from './service.ts';
import { tell, tellEntry, tellFigure } from './told.ts';

/** Something of a brief, with the brief it is of. */
type In<T> = { it: T; brief: Brief };

// The objects of a brief are added to the meter by its resolver: its states, figures and the things behind them.
const metered = (listSize: number) => ({ extensions: { cost: 0, listSize } });

const unitDescriptions: Record<BriefUnit, string> = {
  STATES: 'States.',
  PROVISIONS: 'Articles of the Convention and its Protocols.',
  ELEMENTS: 'Core elements of paras 28-29.',
  ORGANIZATIONS: 'Organizations.',
  EFFECTS: 'Recorded effects of strategies.',
  ACTIVITIES: 'Activities of technical assistance.',
  NEEDS: 'Needs for technical assistance that the viewer may see.',
  RECOMMENDATIONS: 'Recommendations of the working group.',
  MEAN_MONTHS: 'A mean of months; `of` says over how many states.',
  MEAN_ELEMENTS: 'A mean number of core elements; `of` says over how many states.',
};

const BriefUnitEnum = builder.enumType('BriefUnit', {
  description: 'What a figure counts.',
  values: Object.fromEntries(briefUnits.map((unit) => [unit, { description: unitDescriptions[unit] }])) as Record<BriefUnit, { description: string }>,
});

const OriginalText = builder.objectRef<{ text: string; language: string }>('OriginalText').implement({
  description: 'A text as it was published.',
  fields: (t) => ({
    text: t.exposeString('text', { description: 'The words.' }),
    language: t.exposeString('language', { description: 'Their language (BCP 47).' }),
  }),
});

const BriefEntry = builder.objectRef<In<Entry>>('BriefEntry').implement({
  description: 'One line behind a figure: a thing, with its sources.',
  fields: (t) => ({
    text: t.string({
      description: 'What it is, in words: a title, a label, or the words recorded. In the language asked for, else in English, else in its own.',
      args: { lang: t.arg(languageArgument) },
      resolve: ({ it, brief }, { lang }, { language }) => tellEntry(lang ?? language, it, brief.lookups).text,
    }),
    original: t.field({
      type: OriginalText,
      nullable: true,
      description: 'The same as it was published; null where it is no text of a document.',
      resolve: ({ it, brief }, _args, { language }) => tellEntry(language, it, brief.lookups).original,
    }),
    context: t.string({
      nullable: true,
      description: 'What it stands in: its strategy, body, or period.',
      args: { lang: t.arg(languageArgument) },
      resolve: ({ it, brief }, { lang }, { language }) => tellEntry(lang ?? language, it, brief.lookups).context,
    }),
    note: t.string({
      nullable: true,
      description: 'To be read with it, such as how far a wording goes or how old an assessment is.',
      args: { lang: t.arg(languageArgument) },
      resolve: ({ it, brief }, { lang }, { language }) => tellEntry(lang ?? language, it, brief.lookups).note,
    }),
    groups: t.stringList({
      description: 'Where it stands in its list, from broad to narrow, such as a region and a year.',
      args: { lang: t.arg(languageArgument) },
      resolve: ({ it, brief }, { lang }, { language }) => tellEntry(lang ?? language, it, brief.lookups).groups,
    }),
    citation: t.string({
      nullable: true,
      description: 'Paragraph, page or article, where they are recorded.',
      args: { lang: t.arg(languageArgument) },
      resolve: ({ it, brief }, { lang }, { language }) => tellEntry(lang ?? language, it, brief.lookups).citation,
    }),
    sources: t.field({
      type: [Source],
      ...metered(3),
      description: 'The texts it is read from; of a node those of its strategy.',
      resolve: ({ it, brief }, _args, { language }) => [...tellEntry(language, it, brief.lookups).sources],
    }),
    key: t.string({
      nullable: true,
      description: 'Natural key of the thing.',
      resolve: ({ it: { thing }, brief: { lookups } }) =>
        thing.kind === 'STRATEGY'
          ? (lookups.strategies.get(thing.strategyId)?.key ?? null)
          : thing.kind === 'NODE'
            ? (lookups.wordings.get(thing.nodeId)?.key ?? null)
            : thing.key,
    }),
    state: t.field({
      type: MemberState,
      ...metered(1),
      nullable: true,
      description: 'The state it is of.',
      resolve: ({ it, brief }) => brief.lookups.states.get(it.stateKey ?? '') ?? null,
    }),
    strategy: t.field({
      type: Strategy,
      ...metered(1),
      nullable: true,
      description: 'The strategy it is, or that it is a node of.',
      resolve: ({ it: { thing } }, _args, context) => ('strategyId' in thing ? strategiesById(context).load(thing.strategyId) : null),
    }),
    node: t.field({
      type: StrategyNode,
      ...metered(1),
      nullable: true,
      description: 'The node it is.',
      resolve: ({ it: { thing } }, _args, context) => (thing.kind === 'NODE' ? nodeById(context, thing.strategyId, thing.nodeId) : null),
    }),
    concept: t.field({
      type: Concept,
      ...metered(1),
      nullable: true,
      description: 'The provision, element or threat it is.',
      resolve: ({ it: { thing }, brief }) => (thing.kind === 'CONCEPT' ? (brief.lookups.conceptOf(thing.scheme, thing.key) ?? null) : null),
    }),
    assessment: t.field({
      type: Assessment,
      ...metered(1),
      nullable: true,
      description: 'The assessment it is.',
      resolve: ({ it: { thing } }, _args, context) => (thing.kind === 'ASSESSMENT' ? assessmentsByKey(context).load(thing.key) : null),
    }),
    effect: t.field({
      type: Effect,
      ...metered(1),
      nullable: true,
      description: 'The effect it is.',
      resolve: ({ it: { thing }, brief }) => (thing.kind === 'EFFECT' ? (brief.lookups.effects.get(thing.key) ?? null) : null),
    }),
    evaluation: t.field({
      type: Evaluation,
      ...metered(1),
      nullable: true,
      description: 'The evaluation it is.',
      resolve: ({ it: { thing }, brief }) => (thing.kind === 'EVALUATION' ? (brief.lookups.evaluations.get(thing.key) ?? null) : null),
    }),
  }),
});

const entriesOf = ({ it, brief }: In<{ entries: readonly Entry[] }>): In<Entry>[] => it.entries.map((entry) => ({ it: entry, brief }));
const statesOf = (brief: Brief, keys: readonly string[]) => keys.flatMap((key) => brief.lookups.states.get(key) ?? []);

const BriefFigure = builder.objectRef<In<Figure>>('BriefFigure').implement({
  description: 'One figure: so many of so many, with what is not known apart. It opens to the states and things behind it.',
  fields: (t) => ({
    key: t.string({ description: 'Its name, the same in every brief.', resolve: ({ it }) => it.key }),
    label: t.string({
      description: 'What it counts.',
      args: { lang: t.arg(languageArgument) },
      resolve: ({ it }, { lang }, { language }) => tell(lang ?? language, it.label),
    }),
    unit: t.field({ type: BriefUnitEnum, description: 'In what.', resolve: ({ it }) => it.unit }),
    value: t.float({ nullable: true, description: 'So many; null for a mean over fewer than three states.', resolve: ({ it }) => it.value }),
    of: t.int({ description: 'Of so many; of a mean, over so many states.', resolve: ({ it }) => it.of }),
    unknown: t.int({
      description: 'Of these it is not known of so many: nothing is recorded or nothing was seen. They are not among `value`.',
      resolve: ({ it }) => it.unknown,
    }),
    text: t.string({
      description: 'The figure in words, with its unit and denominator.',
      args: { lang: t.arg(languageArgument) },
      resolve: ({ it }, { lang }, { language }) => tellFigure(lang ?? language, it),
    }),
    states: t.field({
      type: [MemberState],
      ...metered(30),
      description: 'The states counted, or those that the things counted are of; in the order of their names.',
      resolve: ({ it, brief }) => statesOf(brief, it.stateKeys),
    }),
    unknownStates: t.field({
      type: [MemberState],
      ...metered(30),
      description: 'The states of which it is not known; in the order of their names.',
      resolve: ({ it, brief }) => statesOf(brief, it.unknownStateKeys),
    }),
    entries: t.field({ type: [BriefEntry], ...metered(10), description: 'The things behind it, each with its sources.', resolve: entriesOf }),
  }),
});

const BriefList = builder.objectRef<In<EntryList>>('BriefList').implement({
  description: 'A list beside the figures, such as the adoption board.',
  fields: (t) => ({
    key: t.string({ description: 'Its name.', resolve: ({ it }) => it.key }),
    title: t.string({
      description: 'What it lists.',
      args: { lang: t.arg(languageArgument) },
      resolve: ({ it }, { lang }, { language }) => tell(lang ?? language, it.title),
    }),
    entries: t.field({ type: [BriefEntry], ...metered(10), description: 'Its lines, each with its sources.', resolve: entriesOf }),
  }),
});

const sectionFields = {
  title: (section: In<Section>, language: Parameters<typeof tell>[0]) => tell(language, section.it.title),
  figures: ({ it, brief }: In<Section>): In<Figure>[] => it.figures.map((figure) => ({ it: figure, brief })),
  lists: ({ it, brief }: In<Section>): In<EntryList>[] => it.lists.map((list) => ({ it: list, brief })),
};

const BriefFunction = builder.objectRef<In<Section>>('BriefFunction').implement({
  description: 'One of the four functions of the working group (para 1).',
  fields: (t) => ({
    key: t.string({ description: 'para1a to para1d.', resolve: ({ it }) => it.key }),
    title: t.string({
      description: 'The function.',
      args: { lang: t.arg(languageArgument) },
      resolve: (it, { lang }, { language }) => sectionFields.title(it, lang ?? language),
    }),
    figures: t.field({ type: [BriefFigure], ...metered(10), description: 'What is known of it.', resolve: sectionFields.figures }),
  }),
});

const BriefQuestion = builder.objectRef<In<Section>>('BriefQuestion').implement({
  description: 'One of the questions that the working group deliberates on (paras 3 to 8).',
  fields: (t) => ({
    key: t.string({ description: 'para3 to para8.', resolve: ({ it }) => it.key }),
    title: t.string({
      description: 'The question.',
      args: { lang: t.arg(languageArgument) },
      resolve: (it, { lang }, { language }) => sectionFields.title(it, lang ?? language),
    }),
    figures: t.field({ type: [BriefFigure], ...metered(20), description: 'The answer in figures.', resolve: sectionFields.figures }),
    lists: t.field({ type: [BriefList], ...metered(1), description: 'Lists beside them.', resolve: sectionFields.lists }),
  }),
});

const WorkingGroupBrief = builder.objectRef<Brief>('WorkingGroupBrief').implement({
  description:
    'The functions and questions of the working group, answered from the record at one day. Findings are of official assessments alone. Prompts to a state (derived needs) are in no figure. No figure orders states.',
  interfaces: [Computed],
  fields: (t) => ({
    organization: t.field({
      type: Organization,
      nullable: true,
      description: 'Whose members it is about; null: all states.',
      resolve: (it) => it.rows.organization,
    }),
    states: t.field({
      type: [MemberState],
      ...metered(30),
      description: 'The states it is about, in the order of their names.',
      resolve: (it) => it.rows.states,
    }),
    stateNotes: t.field({
      type: ['String'],
      nullable: { list: false, items: true },
      description: 'Per state: what is to be shown beside it, such as a suspension.',
      resolve: (it) => rowNotes(it.rows),
    }),
    lapsedStates: t.field({
      type: [MemberState],
      ...metered(30),
      description: 'States of which no plan is in force, read by those that ended within 36 months: to be marked wherever they are named.',
      resolve: (it) => statesOf(it, it.lapsedKeys),
    }),
    functions: t.field({
      type: [BriefFunction],
      ...metered(4),
      description: 'The four functions (para 1 (a) to (d)).',
      resolve: (brief) => brief.functions.map((it) => ({ it, brief })),
    }),
    questions: t.field({
      type: [BriefQuestion],
      ...metered(6),
      description: 'The questions of paras 3 to 8.',
      resolve: (brief) => brief.questions.map((it) => ({ it, brief })),
    }),
  }),
});

builder.queryField('workingGroupBrief', (t) =>
  t.field({
    type: WorkingGroupBrief,
    description: 'The brief of the working group, for the members of an organization or for all states.',
    extensions: { cost: 10 },
    args: {
      organization: t.arg.string({ required: false, description: 'Key of an organization; none: all states.' }),
      asOf: t.arg(asOfArgument),
    },
    resolve: (_root, { organization, asOf }, context) => computeBrief(context, organization ?? null, asOf ?? context.today),
  }),
);

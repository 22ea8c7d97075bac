// Inputs of the mutations of strategies and nodes.
import { builder } from '../graphql/builder.ts';
import { audienceFields } from '../members/graphql-sharing.ts';
import { SourceInput } from '../threats/graphql-inputs.ts';
import { RelationStrengthEnum, StrategyLevelEnum, StrategyScopeEnum, StrategyStatusEnum } from './graphql-types.ts';

export const TextsInput = builder.inputType('TextsInput', {
  description: 'A text in the languages it is given in, at least one of them.',
  fields: (t) => ({
    EN: t.string({ required: false, description: 'In English.' }),
    FR: t.string({ required: false, description: 'In French.' }),
    ES: t.string({ required: false, description: 'In Spanish.' }),
    RU: t.string({ required: false, description: 'In Russian.' }),
    ZH: t.string({ required: false, description: 'In Chinese.' }),
    AR: t.string({ required: false, description: 'In Arabic.' }),
    original: t.string({ required: false, description: 'As it was written, in another language; then originalLanguage is needed.' }),
    originalLanguage: t.string({
      required: false,
      description: 'Language it was written in first (BCP 47); else English where given, else the first given.',
    }),
  }),
});

const InstrumentReferenceInput = builder.inputType('InstrumentReferenceInput', {
  description: 'Treaties and other instruments that a strategy refers to.',
  fields: (t) => ({
    instruments: t.stringList({ required: true, description: 'Short names of the instruments.' }),
    seenInSource: t.boolean({ required: false, description: 'Was the reference seen in a source?' }),
    citation: t.string({ required: false, description: 'Where the source says it.' }),
  }),
});

const StrategyRelationInput = builder.inputType('StrategyRelationInput', {
  description: 'What a strategy says of another.',
  fields: (t) => ({
    target: t.string({ required: true, description: 'Key of the one spoken of, recorded or not.' }),
    relation: t.string({ required: true, description: 'The words of the relation, such as implements or aligned_with.' }),
    strength: t.field({ type: RelationStrengthEnum, required: true, description: 'Stated or not.' }),
    basis: t.string({ required: false, description: 'What it rests on.' }),
    verified: t.boolean({ required: false, description: 'Was it checked against the source?' }),
    citation: t.string({ required: false, description: 'Where the source says it.' }),
  }),
});

const NewVersionOfInput = builder.inputType('NewVersionOfInput', {
  description: 'The strategy that a new one carries on.',
  fields: (t) => ({ key: t.string({ required: true, description: 'Its key; it must be of the same owner.' }) }),
});

type Fields = Parameters<typeof audienceFields>[0];

const contentFields = (t: Fields) => ({
  title: t.field({ type: TextsInput, required: false, description: 'Title; up to 500 characters in each language.' }),
  level: t.field({
    type: StrategyLevelEnum,
    required: false,
    description: 'NATIONAL of a state; REGIONAL (where none is given) or GLOBAL of an organization.',
  }),
  scope: t.field({ type: StrategyScopeEnum, required: false, description: 'What it is about.' }),
  status: t.field({ type: StrategyStatusEnum, required: false, description: 'Where the document stands.' }),
  adopted: t.field({ type: 'PartialDate', required: false, description: 'When it was adopted.' }),
  validFrom: t.field({ type: 'PartialDate', required: false, description: 'When it begins.' }),
  validTo: t.field({ type: 'PartialDate', required: false, description: 'When it ends.' }),
  adoptingBody: t.string({ required: false, description: 'Body that adopted it.' }),
  leadBody: t.string({ required: false, description: 'Body that leads it.' }),
  statusNote: t.string({ required: false, description: 'To be read with status and dates.' }),
  verified: t.boolean({ required: false, description: 'Were title, period and part of the content seen in a source?' }),
  verifiedNote: t.string({ required: false, description: 'What was seen and what was not.' }),
  fullyRead: t.boolean({ required: false, description: 'Was the whole text read, so that what is not recorded is absent?' }),
  structureBasis: t.string({ required: false, description: "Whether the tree follows the headings of the source or the compiler's grouping." }),
  notes: t.stringList({ required: false, description: 'Further notes; they replace those there were.' }),
  instrumentReferences: t.field({
    type: [InstrumentReferenceInput],
    required: false,
    description: 'Instruments it refers to; they replace those there were.',
  }),
  sources: t.field({ type: [SourceInput], required: false, description: 'The texts it is read from; they replace those there were.' }),
  themes: t.stringList({ required: false, description: 'Keys of the threats it is about as a whole; they replace those there were.' }),
  supersededBy: t.stringList({
    required: false,
    description: 'Keys of the strategies that supersede it, recorded or not; they replace those there were.',
  }),
  relations: t.field({
    type: [StrategyRelationInput],
    required: false,
    description: 'What it says of other strategies; this replaces what there was.',
  }),
});

/** What every input that changes a strategy or its nodes must say. */
export const versionField = (t: Fields) => t.int({ required: true, description: 'Version of the strategy that this was decided from.' });

export const CreateStrategyInput = builder.inputType('CreateStrategyInput', {
  description:
    "A strategy of the viewer's own state or organization. Without newVersionOf it needs title and scope; its status is DRAFT unless another is given.",
  fields: (t) => ({
    key: t.string({
      required: true,
      description: "Its key: the owner's code in small letters, a hyphen, and more; small letters, digits and hyphens.",
    }),
    ...contentFields(t),
    ...audienceFields(t),
    newVersionOf: t.field({
      type: NewVersionOfInput,
      required: false,
      description:
        'Takes over title, scope, bodies, notes, references, sources, themes, relations and the whole tree of this strategy, under the new key. The new one supersedes it once it is adopted and has begun.',
    }),
  }),
});

export const UpdateStrategyInput = builder.inputType('UpdateStrategyInput', {
  description: 'What is to be another than it was. What is left out stays; a null empties a field that may be empty.',
  fields: (t) => ({
    key: t.string({ required: true, description: 'Key of the strategy.' }),
    version: versionField(t),
    ...contentFields(t),
    ...audienceFields(t),
  }),
});

export const PublishStrategyInput = builder.inputType('PublishStrategyInput', {
  description: 'Which strategy is to reach its audience, and where it is not the one recorded, which audience.',
  fields: (t) => ({
    key: t.string({ required: true, description: 'Key of the strategy.' }),
    version: versionField(t),
    ...audienceFields(t),
  }),
});

export const RemoveStrategyInput = builder.inputType('RemoveStrategyInput', {
  description: 'Which draft is to go.',
  fields: (t) => ({ key: t.string({ required: true, description: 'Key of the strategy.' }), version: versionField(t) }),
});

export const WithdrawStrategyInput = builder.inputType('WithdrawStrategyInput', {
  description: 'Which strategy is to be taken back.',
  fields: (t) => ({ key: t.string({ required: true, description: 'Key of the strategy.' }), version: versionField(t) }),
});

// Mutations of nodes.
import { builder } from '../graphql/builder.ts';
import { mutate, type Payload, userErrorsField } from '../graphql/mutation.ts';
import { TextsInput, versionField } from './graphql-inputs.ts';
import { AddresseeEnum, NodeKindEnum, Strategy, StrategyNode } from './graphql-types.ts';
import type { StrategyNode as StrategyNodeShape, Strategy as StrategyShape } from './model.ts';
import { addNode, removeNode, updateNode } from './node-edit-service.ts';

const CitationInput = builder.inputType('CitationInput', {
  description: 'Where a source says it.',
  fields: (t) => ({
    quote: t.string({ required: false, description: 'The words.' }),
    page: t.string({ required: false, description: 'Page.' }),
    paragraph: t.string({ required: false, description: 'Paragraph.' }),
    language: t.string({ required: false, description: 'Language of the words (BCP 47).' }),
  }),
});

type Fields = Parameters<typeof versionField>[0];

const contentFields = (t: Fields) => ({
  addressee: t.field({ type: AddresseeEnum, required: false, description: 'Who is asked to act; null: not stated, which counts as members.' }),
  seenInSource: t.boolean({ required: false, description: 'Was it seen in a source? True where a new node does not say.' }),
  responsible: t.string({ required: false, description: 'Body that the source names for it.' }),
  deadline: t.field({ type: 'PartialDate', required: false, description: 'By when the source says that it is to be done.' }),
  citation: t.field({ type: CitationInput, required: false, description: 'Where the source says it.' }),
  threats: t.stringList({ required: false, description: 'Keys of its own threat tags; they replace those there were.' }),
  elements: t.stringList({ required: false, description: 'Keys of its own element tags; they replace those there were.' }),
  provisions: t.stringList({ required: false, description: 'Keys of its own provision tags; they replace those there were.' }),
});

const AddNodeInput = builder.inputType('AddNodeInput', {
  description: 'A new node and where it stands.',
  fields: (t) => ({
    strategy: t.string({ required: true, description: 'Key of the strategy.' }),
    version: versionField(t),
    key: t.string({ required: true, description: 'Its key: that of the strategy, a dot and a short name, such as jam-plan-2030.p1.' }),
    parent: t.string({ required: false, description: 'Key of the node it stands right below; none: it stands at the top.' }),
    position: t.int({ required: false, description: 'Its place among its siblings, from 1; after them where none is given.' }),
    kind: t.field({ type: NodeKindEnum, required: true, description: 'Pillar, objective, measure or indicator, in this order downwards.' }),
    label: t.field({ type: TextsInput, required: true, description: 'What it says.' }),
    ...contentFields(t),
  }),
});

const UpdateNodeInput = builder.inputType('UpdateNodeInput', {
  description: 'What is to be another than it was. What is left out stays; a null empties a field that may be empty.',
  fields: (t) => ({
    key: t.string({ required: true, description: 'Key of the node. It stays, wherever the node moves.' }),
    version: versionField(t),
    parent: t.string({ required: false, description: 'Key of the node of the same strategy that it moves below; null: it moves to the top.' }),
    position: t.int({
      required: false,
      description: 'The place it moves to among its siblings, from 1; after them where it moves below another node and none is given.',
    }),
    kind: t.field({ type: NodeKindEnum, required: false, description: 'Pillar, objective, measure or indicator.' }),
    label: t.field({ type: TextsInput, required: false, description: 'What it says, in all languages it is to have.' }),
    ...contentFields(t),
  }),
});

const RemoveNodeInput = builder.inputType('RemoveNodeInput', {
  description: 'Which node is to go.',
  fields: (t) => ({ key: t.string({ required: true, description: 'Key of the node.' }), version: versionField(t) }),
});

function nodePayload(name: string, description: string) {
  return builder.objectRef<Payload<StrategyNodeShape>>(name).implement({
    description,
    fields: (t) => ({
      node: t.field({
        type: StrategyNode,
        nullable: true,
        description: 'The node as it is now; null where nothing was done.',
        resolve: (it) => it.done,
      }),
      userErrors: t.field({ ...userErrorsField, resolve: (it) => it.userErrors }),
    }),
  });
}

const AddNodePayload = nodePayload('AddNodePayload', 'What came of adding a node.');
const UpdateNodePayload = nodePayload('UpdateNodePayload', 'What came of changing a node.');
const RemoveNodePayload = builder.objectRef<Payload<StrategyShape>>('RemoveNodePayload').implement({
  description: 'What came of removing a node.',
  fields: (t) => ({
    strategy: t.field({
      type: Strategy,
      nullable: true,
      description: 'The strategy without it; null where nothing was done.',
      resolve: (it) => it.done,
    }),
    userErrors: t.field({ ...userErrorsField, resolve: (it) => it.userErrors }),
  }),
});

const whoMay = 'For editors and approvers of the state and analysts of the organization that owns the strategy.';

builder.mutationFields((t) => ({
  addNode: t.field({
    type: AddNodePayload,
    description: `Adds a node to a strategy that is not published. ${whoMay}`,
    args: { input: t.arg({ type: AddNodeInput, required: true, description: 'The node.' }) },
    resolve: (_root, { input }, context) => mutate(context, (viewer) => addNode(context, viewer, input)),
  }),
  updateNode: t.field({
    type: UpdateNodePayload,
    description: `Changes a node of a strategy that is not published, or moves it with all below it. ${whoMay}`,
    args: { input: t.arg({ type: UpdateNodeInput, required: true, description: 'What changes.' }) },
    resolve: (_root, { input }, context) => mutate(context, (viewer) => updateNode(context, viewer, input)),
  }),
  removeNode: t.field({
    type: RemoveNodePayload,
    description: `Removes a node that nothing stands below and nothing is linked to from a strategy that is not published. ${whoMay}`,
    args: { input: t.arg({ type: RemoveNodeInput, required: true, description: 'Which one.' }) },
    resolve: (_root, { input }, context) => mutate(context, (viewer) => removeNode(context, viewer, input)),
  }),
}));

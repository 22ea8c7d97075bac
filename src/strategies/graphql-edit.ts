// Mutations of strategies.
import { builder } from '../graphql/builder.ts';
import { mutate, type Payload, userErrorsField } from '../graphql/mutation.ts';
import { createStrategy, updateStrategy } from './edit-service.ts';
import { CreateStrategyInput, PublishStrategyInput, RemoveStrategyInput, UpdateStrategyInput, WithdrawStrategyInput } from './graphql-inputs.ts';
import { Strategy } from './graphql-types.ts';
import type { Strategy as StrategyShape } from './model.ts';
import { publishStrategy, removeStrategy, withdrawStrategy } from './publication-service.ts';

function strategyPayload(name: string, description: string, ofStrategy = 'The strategy as it is now; null where nothing was done.') {
  return builder.objectRef<Payload<StrategyShape>>(name).implement({
    description,
    fields: (t) => ({
      strategy: t.field({
        type: Strategy,
        nullable: true,
        description: ofStrategy,
        resolve: (it) => it.done,
      }),
      userErrors: t.field({ ...userErrorsField, resolve: (it) => it.userErrors }),
    }),
  });
}

const CreateStrategyPayload = strategyPayload('CreateStrategyPayload', 'What came of recording a strategy.');
const UpdateStrategyPayload = strategyPayload('UpdateStrategyPayload', 'What came of changing a strategy.');
const PublishStrategyPayload = strategyPayload('PublishStrategyPayload', 'What came of publishing a strategy.');
const WithdrawStrategyPayload = strategyPayload('WithdrawStrategyPayload', 'What came of taking a strategy back.');
const RemoveStrategyPayload = strategyPayload(
  'RemoveStrategyPayload',
  'What came of removing a draft.',
  'The strategy that is gone, without its parts; null where nothing was done.',
);

builder.mutationFields((t) => ({
  createStrategy: t.field({
    type: CreateStrategyPayload,
    description:
      "Records a strategy of the viewer's own state or organization, not published and private unless its visibility is given. For editors, approvers and analysts.",
    args: { input: t.arg({ type: CreateStrategyInput, required: true, description: 'The strategy.' }) },
    resolve: (_root, { input }, context) => mutate(context, (viewer) => createStrategy(context, viewer, input)),
  }),
  updateStrategy: t.field({
    type: UpdateStrategyPayload,
    description: 'Changes a strategy that is not published. For editors and approvers of its state and analysts of its organization.',
    args: { input: t.arg({ type: UpdateStrategyInput, required: true, description: 'What changes.' }) },
    resolve: (_root, { input }, context) => mutate(context, (viewer) => updateStrategy(context, viewer, input)),
  }),
  publishStrategy: t.field({
    type: PublishStrategyPayload,
    description:
      'Lets a strategy reach its audience, or changes the audience of one that is published; without a visibility the one it has stays, which is PRIVATE at first. For approvers of its state and analysts of its organization, from another account than wrote any part of it.',
    args: { input: t.arg({ type: PublishStrategyInput, required: true, description: 'Which one, and for whom.' }) },
    resolve: (_root, { input }, context) => mutate(context, (viewer) => publishStrategy(context, viewer, input)),
  }),
  withdrawStrategy: t.field({
    type: WithdrawStrategyPayload,
    description:
      'Takes a published strategy back: its owner alone reads it from now on, and its status is WITHDRAWN. For approvers of its state and analysts of its organization.',
    args: { input: t.arg({ type: WithdrawStrategyInput, required: true, description: 'Which one.' }) },
    resolve: (_root, { input }, context) => mutate(context, (viewer) => withdrawStrategy(context, viewer, input)),
  }),
  removeStrategy: t.field({
    type: RemoveStrategyPayload,
    description:
      'Removes a draft that was never published, such as an import brought, with its tree and the links that are only suggested; the trail keeps that it was there. For editors and approvers of its state and analysts of its organization.',
    args: { input: t.arg({ type: RemoveStrategyInput, required: true, description: 'Which one.' }) },
    resolve: (_root, { input }, context) => mutate(context, (viewer) => removeStrategy(context, viewer, input)),
  }),
}));

// What states agreed to, in the schema.
import { isOwn } from '../core/sharing.ts';
import { organizationOf } from '../core/viewer.ts';
import { builder } from '../graphql/builder.ts';
import { mutate, type Payload, userErrorsField } from '../graphql/mutation.ts';
import { type Agreements as AgreementsShape, agreementsOf, setAgreement } from './agreement-service.ts';
import { MemberState, Organization } from './graphql.ts';
import { historyField } from './graphql-history.ts';
import type { MemberState as MemberStateShape } from './model.ts';
import { getOrganization } from './service.ts';

const Agreements = builder.objectRef<AgreementsShape>('StateAgreements').implement({
  description: 'What a state agreed to. Each switch is its own.',
  fields: (t) => ({
    advice: t.boolean({
      description: 'It may be named to others that look for advice on an element.',
      resolve: ({ adviceSince }) => adviceSince !== null,
    }),
    adviceSince: t.expose('adviceSince', { type: 'Date', nullable: true, description: 'Since when; null: it did not agree.' }),
    summariesTo: t.field({
      type: [Organization],
      nullable: true,
      description:
        'Organizations that are shown the means over its cells. Its own users are told of all, an organization of itself; null for others.',
      resolve: ({ stateKey, summariesTo }, _args, context) => {
        const isConcerned = isOwn(context.viewer, { stateKey, organizationKey: organizationOf(context.viewer) });
        return isConcerned ? Promise.all(summariesTo.map(({ organizationKey }) => getOrganization(context, organizationKey))) : null;
      },
    }),
    history: t.field(historyField<AgreementsShape>('StateAgreement', ({ stateKey }) => stateKey)),
  }),
});

builder.objectField(MemberState, 'agreements', (t) =>
  t.field({
    type: Agreements,
    description: 'What it agreed to.',
    resolve: ({ key }, _args, context) => agreementsOf(context).load(key),
  }),
);

const SetAgreementInput = builder.inputType('SetAgreementInput', {
  description: 'What your state agrees to; what is left out stays as it is.',
  fields: (t) => ({
    advice: t.boolean({ required: false, description: 'May it be named to others that look for advice?' }),
    summariesTo: t.stringList({
      required: false,
      description: 'Keys of all organizations that are to be shown the means over its cells; an empty list: none.',
    }),
  }),
});

const SetAgreementPayload = builder.objectRef<Payload<MemberStateShape>>('SetAgreementPayload').implement({
  description: 'What became of it.',
  fields: (t) => ({
    state: t.field({ type: MemberState, nullable: true, description: 'The state; null where nothing was done.', resolve: (it) => it.done }),
    userErrors: t.field({ ...userErrorsField, resolve: (it) => it.userErrors }),
  }),
});

builder.mutationField('setAgreement', (t) =>
  t.field({
    type: SetAgreementPayload,
    description: 'Sets what your state agrees to; by its approvers.',
    args: { input: t.arg({ type: SetAgreementInput, required: true, description: 'What it agrees to.' }) },
    resolve: (_root, { input }, context) => mutate(context, (viewer, within) => setAgreement(viewer, within, input)),
  }),
);

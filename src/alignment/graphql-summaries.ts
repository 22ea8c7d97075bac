// What the cells of a state add up to, in the schema: for that state and, where it agreed, an organization.
import { builder } from '../graphql/builder.ts';
import { summariesShown } from '../members/agreement-service.ts';
import { AlignmentMatrix } from './graphql.ts';
import { RecordedOrganization } from './graphql-record.ts';
import { type StateSummary as StateSummaryShape, stateSummary } from './matrix.ts';

const StateSummary = builder.objectRef<StateSummaryShape>('StateSummary').implement({
  description:
    'What the cells of one state add up to, for that state and for organizations that it agreed to show it to. Not a number to compare states by.',
  fields: (t) => ({
    aligned: t.exposeInt('aligned', { description: 'Objectives ALIGNED.' }),
    partial: t.exposeInt('partial', { description: 'Objectives PARTIAL.' }),
    gap: t.exposeInt('gap', { description: 'Objectives with GAP: no matching passage found in this record.' }),
    read: t.exposeInt('read', { description: 'Of how many read: those three.' }),
    objectives: t.exposeInt('objectives', { description: 'Of how many objectives.' }),
    low: t.exposeFloat('low', { nullable: true, description: 'Mean of the lows over the read cells, 0 to 1; null below 3 read.' }),
    high: t.exposeFloat('high', { nullable: true, description: 'Mean of the highs over the read cells, 0 to 1; null below 3 read.' }),
    completeness: t.exposeFloat('completeness', {
      nullable: true,
      description: 'Read cells over those that could be read, 0 to 1; null where none could, and where the plans have lapsed.',
    }),
  }),
});

builder.objectField(AlignmentMatrix, 'stateSummaries', (t) =>
  t.field({
    type: [StateSummary],
    nullable: { list: false, items: true },
    description:
      'Per row: what its cells add up to. Null but for your own state and, for an analyst, states that agreed to show it to your organization.',
    resolve: async ({ matrix }, _args, context) => {
      const shown = await summariesShown(context, matrix.rows);
      return matrix.rows.map((stateKey, row) => (shown.has(stateKey) ? stateSummary(matrix, row) : null));
    },
  }),
);

builder.objectField(RecordedOrganization, 'summary', (t) =>
  t.field({
    type: StateSummary,
    nullable: true,
    description: 'What the cells add up to. Null but for users of the state and, where it agreed, analysts of an organization.',
    resolve: (it) => it.summary,
  }),
);

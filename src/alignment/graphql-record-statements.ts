// What states say of their records, in the schema: beside the readings, which stay as they are.
import { builder, languageArgument } from '../graphql/builder.ts';
import { loadAll } from '../graphql/context.ts';
import { mutate, type Payload, userErrorsField } from '../graphql/mutation.ts';
import { MemberState } from '../members/graphql.ts';
import { historyField } from '../members/graphql-history.ts';
import { referenceFields } from '../members/graphql-note.ts';
import type { MemberState as MemberStateShape } from '../members/model.ts';
import { getStatesByKey } from '../members/service.ts';
import { whoIn } from '../members/who.ts';
import type { RecordStatement as RecordStatementShape } from './record-statements.ts';
import { recordStatement, recordStatementsByKey, withdrawStatement } from './record-statements-service.ts';

const RecordSubjectEnum = builder.enumType('RecordSubject', {
  description: 'What of the record of a state is spoken of. Of cells of the alignment matrix see `Contest` and `NotApplicable`.',
  values: {
    SCOPE: { description: 'A kind of strategy; the values are those of CoverageStatus.' },
    ELEMENT: { description: 'A core element; the values are those of ElementStatus.' },
    THREAT: { description: 'A threat; the values are those of ThreatStatus.' },
  },
});

const StatementDecisionEnum = builder.enumType('StatementDecision', {
  description: 'What a state says to a reading.',
  values: {
    CONFIRM: { description: 'It is so; by approvers.' },
    CORRECT: { description: 'It is otherwise, and how.' },
    CONTEST: { description: 'It is not so, and why.' },
  },
});

const doerOf = ({ stateKey }: RecordStatementShape, role: string) => ({ role, stateKey, organizationKey: null });

export const RecordStatement = builder.objectRef<RecordStatementShape>('RecordStatement');
builder.node(RecordStatement, {
  description:
    'The word of a state on a kind of strategy, an element or a threat in its record. It stands beside the reading, which no word changes.',
  id: { resolve: (it) => it.key },
  loadMany: (keys, context) => loadAll(recordStatementsByKey(context), keys),
  fields: (t) => ({
    state: t.field({
      type: MemberState,
      description: 'Whose record, and whose word.',
      resolve: async (it, _args, context) => (await getStatesByKey(context, [it.stateKey], 'state'))[0] as MemberStateShape,
    }),
    subject: t.field({ type: RecordSubjectEnum, description: 'What it speaks of.', resolve: (it) => it.subject }),
    key: t.exposeString('subjectKey', { description: 'Which one: a StrategyScope, or the key of an element or a threat.' }),
    reading: t.exposeString('reading', { description: 'The status that it speaks of, as the record read on that day.' }),
    decision: t.field({ type: StatementDecisionEnum, description: 'What the state says to it.', resolve: (it) => it.decision }),
    proposed: t.exposeString('proposed', { nullable: true, description: 'The status that the state gives instead; null where it does not correct.' }),
    reason: t.exposeString('reason', { nullable: true, description: 'Why, in the words of the state.' }),
    reference: t.exposeString('reference', { nullable: true, description: 'The note by which it came.' }),
    referenceDate: t.expose('referenceDate', { type: 'PartialDate', nullable: true, description: 'Date of that note.' }),
    who: t.string({
      description: 'A body and a role, never a person.',
      args: { lang: t.arg(languageArgument) },
      resolve: (it, { lang }, context) => whoIn(context, doerOf(it, it.role), lang ?? context.language),
    }),
    when: t.expose('statedOn', { type: 'Date', description: 'Since when.' }),
    open: t.boolean({ description: 'Does it stand? A later word on the same ends it.', resolve: (it) => it.endedOn === null }),
    endedOn: t.expose('endedOn', { type: 'Date', nullable: true, description: 'The day it ended; null while it stands.' }),
    history: t.field(historyField<RecordStatementShape>('RecordStatement', (it) => it.key)),
  }),
});

const payload = (name: string, description: string) =>
  builder.objectRef<Payload<RecordStatementShape>>(name).implement({
    description,
    fields: (t) => ({
      statement: t.field({
        type: RecordStatement,
        nullable: true,
        description: 'The statement; null where nothing was done.',
        resolve: (it) => it.done,
      }),
      userErrors: t.field({ ...userErrorsField, resolve: (it) => it.userErrors }),
    }),
  });

const RecordStatementInput = builder.inputType('RecordStatementInput', {
  description: 'What a state says to a reading of today.',
  fields: (t) => ({
    state: t.string({ required: true, description: 'ISO 3166-1 alpha-3.' }),
    subject: t.field({ type: RecordSubjectEnum, required: true, description: 'What is spoken of.' }),
    key: t.string({ required: true, description: 'Which one: a StrategyScope, or the key of an element or a threat.' }),
    decision: t.field({ type: StatementDecisionEnum, required: true, description: 'What is said to it.' }),
    proposed: t.string({ required: false, description: 'With CORRECT: the status it should have.' }),
    reason: t.string({ required: false, description: 'Why; needed with CORRECT and CONTEST.' }),
    ...referenceFields(t),
  }),
});

const WithdrawStatementInput = builder.inputType('WithdrawStatementInput', {
  description: 'Which statement is taken back.',
  fields: (t) => ({ statement: t.id({ required: true, description: 'Its id.' }) }),
});

const RecordStatementPayload = payload('RecordStatementPayload', 'What became of saying something to a reading.');
const WithdrawStatementPayload = payload('WithdrawStatementPayload', 'What became of taking it back.');

builder.mutationFields((t) => ({
  recordStatement: t.field({
    type: RecordStatementPayload,
    description:
      'Says for a state what it makes of a kind of strategy, an element or a threat in its record: confirmed by approvers, corrected or contested by editors and approvers. Whoever reads what it speaks of reads it too. An earlier word on the same ends.',
    args: { input: t.arg({ type: RecordStatementInput, required: true, description: 'What is said, and to what.' }) },
    resolve: (_root, { input }, context) => mutate(context, (viewer, within) => recordStatement(viewer, within, input)),
  }),
  withdrawStatement: t.field({
    type: WithdrawStatementPayload,
    description: 'Takes back what a state said to a reading of its record; by its editors and approvers.',
    args: { input: t.arg({ type: WithdrawStatementInput, required: true, description: 'Which.' }) },
    resolve: (_root, { input }, context) => mutate(context, (viewer, within) => withdrawStatement(viewer, within, input)),
  }),
}));

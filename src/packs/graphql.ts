// The mutation importPack in the schema.

import { StagingReason, StagingReasonCodeEnum } from '../assistance/graphql-staging.ts';
import { builder, languageArgument } from '../graphql/builder.ts';
import { userErrorsField } from '../graphql/mutation.ts';
import { selects } from '../graphql/selection.ts';
import { at, inWords } from '../i18n/words.ts';
import { MemberState, Organization } from '../members/graphql.ts';
import type { Proposal, SheetAction } from './correction-taking.ts';
import { type Effect, effectCellsMax, type effectMatrices, effectSentence } from './effects.ts';
import type { IatiReport, StagedLine } from './iati-report.ts';
import type { Problem } from './model.ts';
import { packKinds } from './pack.ts';
import { proposalSentence } from './proposals.ts';
import { importMsMax, type Submitted, submitPack } from './submit-service.ts';
import type { Counts } from './write.ts';
import type { Count } from './write-strategies.ts';

type ImportedKind = keyof Counts;

const kindDescriptions: Record<ImportedKind, string> = {
  instrument: 'Treaties and other instruments.',
  concept: 'Threats, elements and provisions.',
  external_code: 'Codes of other systems.',
  state: 'States.',
  territory: 'Territories.',
  treaty_status: 'What states are party to.',
  organization: 'Organizations.',
  membership: 'Spells of membership.',
  region: 'Regions that flows and activities name.',
  assessment: 'Threat assessments.',
  finding: 'Findings of assessments.',
  flow: 'Cross-border flows.',
  activity: 'Assistance activities.',
  strategy: 'Strategies.',
  node: 'Nodes of strategies.',
  link: 'Links.',
  staged_activity: 'Activities of IATI files, which are staged.',
};
const importedKinds = [...packKinds, 'node', 'staged_activity'] as const;
const enumName = (kind: ImportedKind) => kind.toUpperCase() as Uppercase<typeof kind>;

const ImportedKindEnum = builder.enumType('ImportedKind', {
  description: 'A kind of record that packs bring.',
  values: Object.fromEntries(importedKinds.map((kind) => [enumName(kind), { value: kind, description: kindDescriptions[kind] }])) as Record<
    Uppercase<ImportedKind>,
    { value: ImportedKind; description: string }
  >,
});

const ImportCount = builder.objectRef<Count & { kind: ImportedKind }>('ImportCount').implement({
  description: 'What an import did with the records of one kind.',
  fields: (t) => ({
    kind: t.field({ type: ImportedKindEnum, description: 'Which kind.', resolve: (it) => it.kind }),
    added: t.exposeInt('added', { description: 'Records that were not there.' }),
    changed: t.exposeInt('changed', { description: 'Records that were there and said something else. A strategy counts when a part of it did.' }),
    unchanged: t.exposeInt('unchanged', { description: 'Records that were there as given: they are not touched.' }),
  }),
});

const ImportWarning = builder.objectRef<Problem>('ImportWarning').implement({
  description: 'Something worth knowing that keeps nothing else out: an activity that was left out, or a value of one.',
  fields: (t) => ({
    file: t.exposeString('file', { description: 'Name of the file; empty where it is about all of them.' }),
    line: t.exposeInt('line', { description: 'Its line, from 1.' }),
    message: t.string({
      description: 'What there is to know; of a workbook with its tab and row. In the language that the header Accept-Language prefers.',
      resolve: ({ place, message }, _args, { language }) => inWords(language, place === undefined ? message : at(place, message)),
    }),
  }),
});

const EffectMatrix = builder.enumType('EffectMatrix', {
  description: 'A matrix that an import may change.',
  values: {
    ALIGNMENT: { description: 'Members and objectives; the statuses are those of AlignmentStatus.' },
    ELEMENTS: { description: 'Members and core elements; the statuses are those of ElementStatus.' },
  } satisfies Record<(typeof effectMatrices)[number], { description: string }>,
});

const EffectCell = builder.objectRef<Effect['cells'][number]>('EffectCell').implement({
  description: 'A cell of a matrix.',
  fields: (t) => ({
    state: t.field({ type: MemberState, description: 'Its row.', resolve: (it) => it.state }),
    column: t.exposeString('column', { description: 'Key of its column: an objective or an element.' }),
  }),
});

const ImportEffect = builder.objectRef<Effect>('ImportEffect').implement({
  description: 'Cells of one matrix that go from one status to another by an import, as who imports sees them.',
  fields: (t) => ({
    organization: t.field({ type: Organization, description: 'Whose matrix.', resolve: (it) => it.organization }),
    matrix: t.field({ type: EffectMatrix, description: 'Which matrix.', resolve: (it) => it.matrix }),
    from: t.exposeString('from', { nullable: true, description: 'Status before; null: the cell was not there.' }),
    to: t.exposeString('to', { nullable: true, description: 'Status after; null: the cell is no more.' }),
    count: t.exposeInt('count', { description: 'How many cells.' }),
    cells: t.field({
      type: [EffectCell],
      description: 'The first 20 of them.',
      extensions: { listSize: effectCellsMax },
      resolve: (it) => it.cells,
    }),
    sentence: t.string({
      description: 'All of it in a sentence.',
      args: { lang: t.arg(languageArgument) },
      resolve: (it, { lang }, { language }) => effectSentence(it, lang ?? language),
    }),
  }),
});

/** Activities that are told one by one. */
const toldMax = 100;

const ImportedActivity = builder.objectRef<StagedLine>('ImportedActivity').implement({
  description: 'An activity that was read of an IATI file, and what becomes of it.',
  fields: (t) => ({
    file: t.exposeString('file', { description: 'Name of the file.' }),
    line: t.exposeInt('line', { description: 'Its line, from 1.' }),
    identifier: t.exposeString('identifier', { description: 'Its identifier in IATI.' }),
    title: t.exposeString('title', { description: 'Its title, in English where there is one.' }),
    staged: t.boolean({
      description: 'Is it staged? Else it is only told: it is in the register, the same as another one, older than what is staged, or has no key.',
      resolve: ({ fate }) => fate === 'STAGED',
    }),
    reasons: t.field({
      type: [StagingReason],
      extensions: { listSize: 3 },
      description: 'Why it waits for a person, or is only told; empty where nothing speaks against it.',
      resolve: (it) => it.reasons,
    }),
  }),
});

const StagingReasonCount = builder.objectRef<IatiReport['reasons'][number]>('StagingReasonCount').implement({
  description: 'How many activities of an import have a reason.',
  fields: (t) => ({
    code: t.field({ type: StagingReasonCodeEnum, description: 'Which reason.', resolve: (it) => it.code }),
    count: t.exposeInt('count', { description: 'How many activities.' }),
  }),
});

const ImportedActivities = builder.objectRef<IatiReport>('ImportedActivities').implement({
  description: 'What becomes of the activities of IATI files. None of them is published by an import.',
  fields: (t) => ({
    read: t.int({ description: 'Activities that were read.', resolve: ({ counts }) => counts.read }),
    leftOut: t.int({ description: 'Activities that lack what none can be without; the warnings say why.', resolve: ({ counts }) => counts.leftOut }),
    staged: t.int({ description: 'Activities that are staged, new or as they were.', resolve: ({ counts }) => counts.staged }),
    withoutReason: t.int({ description: 'Those of them that nothing speaks against.', resolve: ({ counts }) => counts.withoutReason }),
    reasons: t.field({
      type: [StagingReasonCount],
      extensions: { listSize: 5 },
      description: 'How many have each reason.',
      resolve: (it) => it.reasons,
    }),
    activities: t.field({
      type: [ImportedActivity],
      extensions: { listSize: toldMax },
      description: 'The first 100 activities, in the order of the files.',
      resolve: (it) => it.activities.slice(0, toldMax),
    }),
  }),
});

const SheetActionEnum = builder.enumType('SheetAction', {
  description: 'What a row of a correction sheet becomes.',
  values: {
    CONTEST_CELL: { description: 'A contest of a cell, as `contestCell` makes it.' },
    MARK_NOT_APPLICABLE: { description: 'A word that an objective does not apply, as `markNotApplicable` makes it.' },
    PROPOSE_LINK: { description: 'A suggested link, as `proposeLink` makes it.' },
    CONFIRM_LINK: { description: 'A confirmed link, as `reviewLink` makes it.' },
    RECORD_STATEMENT: { description: 'A word on a kind of strategy, an element or a threat, as `recordStatement` makes it.' },
    REQUEST_ASSISTANCE: { description: 'A request of assistance made of a prompt, as `confirmNeed` makes it.' },
  } satisfies Record<SheetAction, { description: string }>,
});

const ImportProposal = builder.objectRef<Proposal>('ImportProposal').implement({
  description: 'What one row of a correction sheet became, or would become.',
  fields: (t) => ({
    file: t.exposeString('file', { description: 'Name of the file.' }),
    tab: t.exposeString('tab', { description: 'Its tab, as the sheet calls it.' }),
    row: t.exposeInt('row', { description: 'The row of that tab, from 1.' }),
    action: t.field({ type: SheetActionEnum, description: 'What it becomes.', resolve: (it) => it.action }),
    key: t.exposeString('key', {
      description: 'Key of what it is about: an objective, a link ("national>objective"), a kind of strategy, an element or a threat.',
    }),
    new: t.exposeBoolean('isNew', { description: 'Was it not so before? The same sheet again changes nothing.' }),
    sentence: t.string({
      description: 'All of it in a sentence.',
      args: { lang: t.arg(languageArgument) },
      resolve: (it, { lang }, { language }) => proposalSentence(it, lang ?? language),
    }),
  }),
});

const ImportPackPayload = builder.objectRef<Submitted>('ImportPackPayload').implement({
  description: 'What an import did, or would do.',
  fields: (t) => ({
    stored: t.exposeBoolean('isStored', { description: 'Is it stored? False for a dry run, and where there are problems.' }),
    counts: t.field({
      type: [ImportCount],
      description: 'What happened to each kind of record that the files bring; none where there are problems.',
      resolve: ({ counts }) => importedKinds.flatMap((kind) => (counts[kind] ? [{ kind, ...counts[kind] }] : [])),
    }),
    proposals: t.field({
      type: [ImportProposal],
      description: 'What the rows of correction sheets become, sheet by sheet; none where there are problems.',
      resolve: (it) => it.proposals,
    }),
    warnings: t.field({ type: [ImportWarning], description: 'What is worth knowing; of very many the first 100.', resolve: (it) => it.warnings }),
    effects: t.field({
      type: [ImportEffect],
      description:
        'What it does to the matrices of the organizations concerned, as you see them: yours, and those that the states of the pack belong to.',
      resolve: (it) => it.effects,
    }),
    activities: t.field({
      type: ImportedActivities,
      nullable: true,
      description: 'What becomes of the activities of XML files; null where there are none, and where there are problems.',
      resolve: (it) => it.iati,
    }),
    userErrors: t.field({
      ...userErrorsField,
      description: 'Problems with file, line and mend, the first 100; where there are some, nothing was changed.',
      resolve: (it) => it.userErrors,
    }),
  }),
});

const PackFileInput = builder.inputType('PackFileInput', {
  description: 'A file of a pack.',
  fields: (t) => ({
    name: t.string({
      required: true,
      description:
        'Its name; the ending says how it is read: .yaml, .yml, .json or .csv; .xml: activities of IATI 2.0x; .xlsx: a correction sheet that a state sent back, or a plan template (/export/plan-template.xlsx) that was filled in.',
    }),
    content: t.string({ required: true, description: 'Its text; of an .xlsx file its bytes in base64. A YAML, JSON or XLSX file has at most 1 MB.' }),
  }),
});

const ImportPackInput = builder.inputType('ImportPackInput', {
  description: 'A pack to import.',
  fields: (t) => ({
    files: t.field({ type: [PackFileInput], required: true, description: 'Up to 1,000 files with 25 MB in all, in any order.' }),
    dryRun: t.boolean({ required: true, defaultValue: false, description: 'Only tell what it would do; nothing is stored.' }),
  }),
});

builder.mutationField('importPack', (t) =>
  t.field({
    type: ImportPackPayload,
    description:
      'Records strategies, assessments, findings and links from files, all of them or nothing; the same files again change nothing. Strategies and assessments are those of your own state or organization; they enter unpublished, and private unless they name a visibility. Links enter as SUGGESTED. Registers are for administrators, assistance activities for the Secretariat too; those of IATI files (.xml) are staged: they wait, unpublished, for another account. The correction sheet of a state (/export/state-record.xlsx), filled in and sent back, is imported by editors and approvers of that state: each row becomes what its own mutation would make of it, with the reference of the note on its cover.',
    args: { input: t.arg({ type: ImportPackInput, required: true, description: 'The files.' }) },
    extensions: { operationMs: importMsMax },
    resolve: (_root, { input }, context, info) =>
      submitPack(context, { files: input.files, dryRun: input.dryRun, withEffects: selects(info, ['effects']) }),
  }),
);

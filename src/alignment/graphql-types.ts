// Enums of the computed answers, and what each of these answers carries.
import type { Day } from '../core/dates.ts';
import { builder, languageArgument } from '../graphql/builder.ts';
import { message } from '../i18n/messages.ts';
import { methodConstants, methodVersion } from './method.ts';

export const AlignmentStatusEnum = builder.enumType('AlignmentStatus', {
  description:
    'What can be said of one state and one objective: the first that holds, in the order NO_RECORD, NOT_APPLICABLE, CONTESTED, DIFFERS, UNREAD, ALIGNED, PARTIAL, GAP or NARROW_RECORD.',
  values: {
    ALIGNED: { description: 'The plans cover at least 0.75 of the objective.' },
    PARTIAL: { description: 'The plans cover some of it.' },
    GAP: {
      description: 'No matching passage found in this record; every recorded plan was compared with the objective. The texts may still hold one.',
    },
    NARROW_RECORD: { description: 'Not in the single-crime plans recorded, and no general plan is.' },
    UNREAD: { description: 'Not read to an end: nothing can be said yet.' },
    DIFFERS: { description: 'A confirmed link says otherwise.' },
    CONTESTED: { description: 'The reading is contested; both readings stand.' },
    NOT_APPLICABLE: { description: 'The state or the owner says that it does not apply, with a reason.' },
    NO_RECORD: { description: 'No plan of the state is recorded: unknown, not absent.' },
  },
});

export const EvidenceBasisEnum = builder.enumType('EvidenceBasis', {
  description: 'What a cell rests on.',
  values: {
    CONFIRMED: { description: 'A confirmed link counts.' },
    READ: { description: 'A link on which two readers agree counts, "read, nothing found" included.' },
    HINT: { description: 'Only tags point somewhere: a place to look, never a finding.' },
    UNREAD: { description: 'Nothing.' },
  },
});

export const ElementStatusEnum = builder.enumType('ElementStatus', {
  description: 'How far the plans of a state go on an element.',
  values: {
    ACCOUNTABLE: { description: 'Depth 3: a measure with a responsible body and an indicator.' },
    ACTIONED: { description: 'Depth 2: a measure.' },
    MENTIONED: { description: 'Depth 1: named in a pillar, an objective or an indicator.' },
    NOT_SEEN: { description: 'Depth 0 in this record, which was not read whole.' },
    ABSENT: { description: 'Depth 0, and every plan was read whole.' },
    NO_RECORD: { description: 'No plan of the state is recorded.' },
  },
});

export const ThreatStatusEnum = builder.enumType('ThreatStatus', {
  description: 'What plans say of a threat beside how exposed the state is to it: the first that holds.',
  values: {
    NO_RECORD: { description: 'No plan of the state is recorded.' },
    NOT_ASSESSED: { description: 'No finding is recorded: unknown, not low.' },
    LOW_EXPOSURE: { description: 'Exposure below 0.25.' },
    PLANNED: { description: 'Planned at 2/3 or more.' },
    MENTIONED: { description: 'Planned above 0.' },
    NOT_SEEN: { description: 'Nothing in this record.' },
  },
});

export const CoverageStatusEnum = builder.enumType('CoverageStatus', {
  description: 'Whether a state has a strategy of a kind: the first that holds.',
  values: {
    IN_FORCE: { description: 'One is in force.' },
    UPCOMING: { description: 'One is adopted and has not begun.' },
    ENDED: { description: 'One has ended.' },
    DRAFT: { description: 'One is a draft.' },
    NONE: { description: 'The state has said that it has none.' },
    NOT_RECORDED: { description: 'None is recorded: unknown, not none.' },
  },
});

export const SharedThreatReasonEnum = builder.enumType('SharedThreatReason', {
  description: 'What is to be seen about a shared threat.',
  values: {
    LINKED_BY_FLOW: { description: 'Recorded flows join members.' },
    NAMED_BY_ASSESSMENT: { description: 'A regional assessment names it.' },
    NO_REGIONAL_OBJECTIVE: { description: 'No objective of the organization carries it.' },
    UNEVEN_PLANNING: { description: 'Of the exposed members one plans much for it, another little.' },
    RISING: { description: 'Findings rise from one edition to the next.' },
    EMERGING: { description: 'A newest finding is marked as emerging.' },
    STALE: { description: 'Every finding it rests on is old.' },
    UNASSESSED: { description: 'Some members have findings, and none on this.' },
  },
});

export const FindingSourcesEnum = builder.enumType('FindingSources', {
  description: 'Which findings enter exposure.',
  values: { ALL: { description: 'All classes.' }, OFFICIAL: { description: 'Of states, regional organizations and the United Nations only.' } },
});

const MethodConstant = builder.objectRef<(typeof methodConstants)[number]>('MethodConstant').implement({
  description: 'One constant of the method.',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'Its name.' }),
    value: t.string({ description: 'Its value.', resolve: (it) => String(it.value) }),
    meaning: t.exposeString('meaning', { description: 'What it decides.' }),
    source: t.exposeString('source', { description: 'Where it comes from: a section of the method, a paragraph of the source paper.' }),
  }),
});

const Method = builder.objectRef<{ version: string }>('Method').implement({
  description: 'How figures are computed. A changed rule or constant is a new version.',
  fields: (t) => ({
    version: t.exposeString('version', { description: 'Name of the version in use.' }),
    constants: t.field({ type: [MethodConstant], description: 'The constants in use.', resolve: () => methodConstants }),
  }),
});

builder.queryField('method', (t) =>
  t.field({ type: Method, description: 'The constants in use, each with its source.', resolve: () => ({ version: methodVersion }) }),
);

/** What every computed answer carries. */
export const Computed = builder.interfaceRef<{ asOf: Day; attribution?: readonly string[] }>('Computed').implement({
  description: 'An answer computed from the record: from published texts, not cleared by any state.',
  fields: (t) => ({
    asOf: t.expose('asOf', { type: 'Date', description: 'The day it is answered for.' }),
    method: t.field({ type: Method, description: 'How it was computed.', resolve: () => ({ version: methodVersion }) }),
    disclaimer: t.string({
      description: 'To be shown with it.',
      args: { lang: t.arg(languageArgument) },
      resolve: (_it, { lang }, { language }) => message(lang ?? language, 'disclaimer'),
    }),
    attribution: t.field({
      type: ['String'],
      description: 'Words owed to assessments whose figures enter; to be shown with it.',
      resolve: (it) => [...(it.attribution ?? [])],
    }),
  }),
});

export const includeUnseenArgument = { defaultValue: false, description: 'Count nodes too that were not seen in a source.' } as const;
export const organizationArgument = { required: false, description: 'Key of an organization: its members are the rows.' } as const;
export const statesArgument = { required: false, description: 'ISO 3166-1 alpha-3 codes of states, instead of an organization.' } as const;
export const sourcesArgument = { type: FindingSourcesEnum, defaultValue: 'ALL', description: 'Which findings enter exposure.' } as const;

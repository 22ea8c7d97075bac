// The policy of changes, written by hand: for each mutation what comes of it, by who asks and where the thing stands. A mutation without
// a row here fails the tests.
import { organizationOf, stateOf } from '../../src/core/viewer.ts';
import { assistancePolicies } from './mutation-policy-assistance.ts';
import { monitoringPolicies } from './mutation-policy-monitoring.ts';
import {
  asks,
  clears,
  isApprover,
  isEditor,
  type MutationPolicy,
  organizationOnly,
  publishedOnly,
  stateOnly,
  text,
  unpublishedOnly,
} from './mutation-rules.ts';
import { open } from './positions.ts';

export const mutationPolicies: Readonly<Record<string, MutationPolicy>> = {
  // Strategies and their nodes.
  createStrategy: {
    on: 'owner',
    input: ({ key }) => ({ key: `${key}-new`, title: text('New'), scope: 'OVERARCHING' }),
    // Under one's own code alone: an analyst or editor of another owner names a wrong key.
    outcome: (viewer, target) => {
      if (viewer.role === 'PUBLIC') return 'UNAUTHENTICATED';
      if (!['EDITOR', 'APPROVER', 'ANALYST'].includes(viewer.role)) return 'FORBIDDEN';
      return isEditor(viewer, target) ? 'DONE' : 'INVALID';
    },
    references: ['key'],
  },
  updateStrategy: {
    on: 'strategy',
    input: ({ key }) => ({ key, version: 1, title: text('Changed') }),
    outcome: asks(isEditor, unpublishedOnly),
    references: ['key'],
  },
  publishStrategy: {
    on: 'strategy',
    input: ({ key }) => ({ key, version: 1, visibility: 'WORKING_GROUP' }),
    outcome: asks(isApprover, (_viewer, { standing }) => (standing === 'WITHDRAWN' ? 'CONFLICT' : 'DONE')),
    references: ['key'],
  },
  withdrawStrategy: { on: 'strategy', input: ({ key }) => ({ key, version: 1 }), outcome: asks(isApprover, publishedOnly), references: ['key'] },
  // What others could read once stays.
  removeStrategy: {
    on: 'strategy',
    input: ({ key }) => ({ key, version: 1 }),
    outcome: asks(isEditor, (_viewer, { standing }) => (standing === 'UNPUBLISHED' ? 'DONE' : 'CONFLICT')),
    references: ['key'],
  },
  addNode: {
    on: 'strategy',
    input: ({ key }) => ({ strategy: key, version: 1, key: `${key}.new`, kind: 'PILLAR', label: text('New') }),
    outcome: asks(isEditor, unpublishedOnly),
    references: ['strategy'],
  },
  updateNode: {
    on: 'strategy',
    input: ({ key }) => ({ key: `${key}.n3`, version: 1, label: text('Changed') }),
    outcome: asks(isEditor, unpublishedOnly),
    references: ['key'],
  },
  removeNode: {
    on: 'strategy',
    input: ({ key }) => ({ key: `${key}.n4`, version: 1 }),
    outcome: asks(isEditor, unpublishedOnly),
    references: ['key'],
  },
  // Assessments.
  recordAssessment: {
    on: 'owner',
    input: ({ key }) => ({ key: `${key}-new-assessment`, title: 'New', dated: '2026' }),
    outcome: (viewer, target) => {
      if (viewer.role === 'PUBLIC') return 'UNAUTHENTICATED';
      if (!['EDITOR', 'APPROVER', 'ANALYST'].includes(viewer.role)) return 'FORBIDDEN';
      return isEditor(viewer, target) ? 'DONE' : 'INVALID';
    },
    references: ['key'],
    mayName: (_reference, id) => id.startsWith('xaa-'),
  },
  publishAssessment: {
    on: 'assessment',
    input: ({ key }) => ({ key, version: 1, visibility: 'WORKING_GROUP' }),
    outcome: asks(isApprover),
    references: ['key'],
  },
  withdrawAssessment: { on: 'assessment', input: ({ key }) => ({ key, version: 1 }), outcome: asks(isApprover, publishedOnly), references: ['key'] },
  // Links.
  proposeLink: {
    on: 'strategy',
    input: ({ key, stateKey }) => ({
      national: stateKey === null ? `${open.plan}.n3` : `${key}.n3`,
      objective: stateKey === null ? `${key}.n2` : `${open.strategy}.n2`,
      relation: 'EQUAL',
      rationale: 'Says the same.',
      // Between the two that everybody sees there is a link already.
      ...(key.endsWith('-open') && { version: 1 }),
    }),
    outcome: asks(
      (viewer) => (stateOf(viewer) === 'XAA' && ['EDITOR', 'APPROVER'].includes(viewer.role)) || organizationOf(viewer) === 'xreg',
      // That link counts: it is not taken away by one side.
      (_viewer, { key }) => (key.endsWith('-open') ? 'CONFLICT' : 'DONE'),
    ),
    references: ['national', 'objective'],
    mayName: (_reference, id) => id === open.plan,
  },
  reviewLink: { on: 'link', input: ({ id }) => ({ link: id, version: 1, decision: 'CONFIRM' }), outcome: asks(clears), references: ['link'] },
  withdrawLink: {
    on: 'link',
    input: ({ id }) => ({ link: id, version: 1 }),
    // Nobody's proposal here: those of this world are the operator's.
    outcome: asks(() => false),
    references: ['link'],
  },
  // What is said of cells.
  contestCell: {
    on: 'link',
    input: ({ id, key }) => ({ state: 'XAA', objective: key.split('>')[1], link: id, reason: 'Read again, please.' }),
    // Each link of this world is contested already; a pillar is no objective that can be.
    outcome: asks(
      (viewer, target) => isEditor(viewer, stateOnly(target)),
      (_viewer, { key }) => (key.endsWith('.n2') ? 'CONFLICT' : 'INVALID'),
    ),
    references: ['objective', 'link'],
  },
  resolveContest: {
    on: 'contest',
    input: ({ id }) => ({ contest: id, outcome: 'ANSWERED', resolution: 'Read again.' }),
    outcome: asks((viewer, target) => isApprover(viewer, organizationOnly(target))),
    references: ['contest'],
  },
  markNotApplicable: {
    on: 'owner',
    input: () => ({ state: 'XAA', objective: `${open.strategy}.n2`, reason: 'No coast.' }),
    outcome: asks(
      (viewer) => isEditor(viewer, { stateKey: 'XAA', organizationKey: null }) || isEditor(viewer, { stateKey: null, organizationKey: 'xreg' }),
    ),
    references: ['objective'],
  },
  withdrawNotApplicable: {
    on: 'not applicable',
    input: ({ id }) => ({ statement: id, reason: 'There is one.' }),
    outcome: asks((viewer, target) => isEditor(viewer, stateOnly(target))),
    references: ['statement'],
  },
  reviewRecord: {
    on: 'owner',
    input: () => ({ state: 'XAA', decision: 'CONFIRM', reference: 'Note 7' }),
    outcome: asks((viewer) => isApprover(viewer, { stateKey: 'XAA', organizationKey: null })),
    references: ['state', 'organization'],
    mayName: (reference, id) => reference === 'organization' && id === 'xreg',
  },
  recordStatement: {
    on: 'state',
    input: ({ key }) => ({ state: key, subject: 'ELEMENT', key: 'prevention', decision: 'CONTEST', reason: 'Read again, please.' }),
    outcome: asks((viewer, target) => isEditor(viewer, stateOnly(target))),
    references: ['state', 'key'],
  },
  withdrawStatement: {
    on: 'word',
    input: ({ id }) => ({ statement: id }),
    outcome: asks((viewer, target) => isEditor(viewer, stateOnly(target))),
    references: ['statement'],
  },
  importPack: {
    on: 'owner',
    input: ({ key, stateKey }) => ({
      files: [
        {
          name: 'new.yaml',
          content: `schema: strategy/1\nid: ${key}-imported\ntitle: New\nowner: { ${stateKey === null ? `organization: ${key}` : `state: ${stateKey}`} }\nlevel: ${stateKey === null ? 'regional' : 'national'}\nscope: overarching\nstatus: draft\n`,
        },
      ],
    }),
    outcome: (viewer, target) => {
      if (viewer.role === 'PUBLIC') return 'UNAUTHENTICATED';
      if (viewer.role === 'READER' || viewer.role === 'DELEGATE') return 'FORBIDDEN';
      return isEditor(viewer, target) ? 'DONE' : 'INVALID';
    },
    references: [],
  },
  // What a state agrees to is its own, whatever is named.
  setAgreement: {
    on: 'owner',
    input: () => ({ summariesTo: ['xoth'] }),
    outcome: asks((viewer) => viewer.role === 'APPROVER'),
    references: [],
  },
  ...monitoringPolicies,
  ...assistancePolicies,
};

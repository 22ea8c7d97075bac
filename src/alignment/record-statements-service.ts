// The word of a state on its record: who may say it, and whom it reaches.
import type { Day } from '../core/dates.ts';
import { AppError } from '../core/errors.ts';
import { invalid } from '../core/input.ts';
import { type NoteInput, readNote, readReasonedNote } from '../core/note.ts';
import { isApproverOf, isEditorOf } from '../core/sharing.ts';
import { publicViewer, type SignedIn } from '../core/viewer.ts';
import { type Context, loaderOf } from '../graphql/context.ts';
import { decodeGlobalId } from '../graphql/global-id.ts';
import { at, say, type Words } from '../i18n/words.ts';
import type { MemberState } from '../members/model.ts';
import { getStatesByKey } from '../members/service.ts';
import { type Change, changeOf, recordChanges } from '../store/audit.ts';
import type { FindingSources } from './model.ts';
import { computeStateRecord, type StateRecordAnswer } from './record-service.ts';
import {
  type RecordDecision,
  type RecordStatement,
  type RecordSubject,
  readProposed,
  recordStatementTrail,
  recordSubjects,
} from './record-statements.ts';
import { endRecordStatement, findRecordStatements, findRecordStatementsByKey, insertRecordStatement } from './record-statements-store.ts';

const loadByKey = async (keys: readonly string[], { db, viewer }: Context) => {
  const found = await findRecordStatementsByKey(db, viewer, keys);
  return keys.map((key) => found.find((it) => it.key === key) ?? null);
};

/** Visible statements by key; null in the place of one that cannot be seen. */
export const recordStatementsByKey = (context: Context) => loaderOf(context, loadByKey);

const loadOfStates = async (stateKeys: readonly string[], { db, viewer }: Context) => {
  const byState = Map.groupBy(await findRecordStatements(db, viewer, stateKeys), (it) => it.stateKey);
  return stateKeys.map((key) => byState.get(key) ?? []);
};

/** Visible statements of a state, those that have ended too. */
export const recordStatementsOf = (context: Context) => loaderOf(context, loadOfStates);

/** The statuses of a record, by subject and key. */
export type Readings = Readonly<Record<RecordSubject, ReadonlyMap<string, string>>>;

export function readingsIn({ coverage, elements, threats }: Pick<StateRecordAnswer, 'coverage' | 'elements' | 'threats'>): Readings {
  return {
    SCOPE: new Map(coverage.map(({ scope, status }) => [scope, status])),
    ELEMENT: new Map(elements.map(({ element, status }) => [element.key, status])),
    THREAT: new Map(threats.map(({ threat, status }) => [threat.key, status])),
  };
}

/** The record of a state as its own user reads it, and as the public does: a word reaches whoever reads what it speaks of. */
export type ReadingsOfState = { own: Readings; ofPublic: Readings };

export type ReadAs = { asOf: Day; sources: FindingSources; includeUnseen: boolean };

export async function readingsOfState(context: Context, stateKey: string, { asOf, sources, includeUnseen }: ReadAs): Promise<ReadingsOfState> {
  const own = await computeStateRecord(context, stateKey, asOf, sources, includeUnseen);
  const ofPublic = await publicReadings(context, stateKey, { asOf, sources, includeUnseen });
  return { own: readingsIn(own), ofPublic };
}

/** The same as anybody reads it. */
export async function publicReadings(context: Context, stateKey: string, { asOf, sources, includeUnseen }: ReadAs): Promise<Readings> {
  const asPublic = { ...context, viewer: publicViewer, memo: new Map() };
  return readingsIn(await computeStateRecord(asPublic, stateKey, asOf, sources, includeUnseen));
}

export type RecordStatementInput = NoteInput & {
  state: string;
  subject: RecordSubject;
  key: string;
  decision: RecordDecision;
  proposed?: string | null | undefined;
};

/** Says for a state what it makes of a reading of today. A word on the same that stands is ended by it. */
export async function recordStatement(viewer: SignedIn, context: Context, input: RecordStatementInput): Promise<RecordStatement> {
  const state = await stateToSpeakFor(viewer, context, input);
  const readAs = { asOf: context.today, sources: 'ALL', includeUnseen: false } as const;
  return sayOfReading(viewer, context, { ...input, state: state.key }, await readingsOfState(context, state.key, readAs));
}

/** Throws INVALID for an unknown state, FORBIDDEN for who may not speak for it in this way. */
async function stateToSpeakFor(viewer: SignedIn, context: Context, { state: key, decision }: RecordStatementInput): Promise<MemberState> {
  const [state] = (await getStatesByKey(context, [key], 'input.state')) as [MemberState];
  const owners = { stateKey: state.key, organizationKey: null };
  if (decision === 'CONFIRM' && !isApproverOf(viewer, owners))
    throw new AppError('FORBIDDEN', say('error.confirmedByApprovers', { state: state.key }));
  if (!isEditorOf(viewer, owners)) throw new AppError('FORBIDDEN', say('error.correctedByEditors', { state: state.key }));
  return state;
}

/** The same of a reading that is known already, by someone who was asked whether it may. */
export async function sayOfReading(
  viewer: SignedIn,
  context: Context,
  input: RecordStatementInput,
  readings: ReadingsOfState,
): Promise<RecordStatement> {
  const { db, today } = context;
  await stateToSpeakFor(viewer, context, input);
  const { subject, key: subjectKey, decision } = input;
  const reading = readings.own[subject].get(subjectKey);
  if (reading === undefined) return invalid('input.key', unknownKey(subject, subjectKey, readings));
  const proposed = readProposed(subject, decision, reading, input.proposed ?? null);
  const note = decision === 'CONFIRM' ? readNote(input) : readReasonedNote(input);
  const visibility = readings.ofPublic[subject].get(subjectKey) === reading ? 'PUBLIC' : 'PRIVATE';
  const key = crypto.randomUUID();
  const changes: Change[] = [];
  for (const before of await recordStatementsOf(context).load(input.state)) {
    if (before.subject !== subject || before.subjectKey !== subjectKey || before.endedOn !== null) continue;
    if (before.visibility !== visibility) continue; // What others read does not change with what they may not.
    changes.push(await end(viewer, context, 'recordStatement', before));
  }
  await insertRecordStatement(db, {
    ...note,
    ...{ key, stateKey: input.state, subject, subjectKey, reading, decision, proposed },
    ...{ visibility, role: viewer.role, statedOn: today, statedBy: viewer.subject },
  });
  const [written] = (await findRecordStatementsByKey(db, viewer, [key])) as [RecordStatement];
  await recordChanges(db, viewer, [...changes, changeOfStatement('recordStatement', null, written)]);
  recordStatementsOf(context).clear(input.state);
  return written;
}

function unknownKey(subject: RecordSubject, key: string, { own }: ReadingsOfState): Words {
  const known = [...own[subject].keys()];
  const what = recordSubjects.indexOf(subject) === 0 ? 'Kind' : subject === 'ELEMENT' ? 'Element' : 'Threat';
  return say(`error.unknown${what}`, { key: key.slice(0, 80), known: known.join(', ') });
}

/** `statement`: its id. */
export type WithdrawStatementInput = { statement: string };

/** Takes a word back. */
export async function withdrawStatement(viewer: SignedIn, context: Context, input: WithdrawStatementInput): Promise<RecordStatement> {
  const { typename, key } = decodeGlobalId(input.statement);
  const before = typename === 'RecordStatement' ? await recordStatementsByKey(context).load(key) : null;
  if (before === null) throw new AppError('NOT_FOUND', at('input.statement', say('error.unseenStatementId')), { field: 'input.statement' });
  if (!isEditorOf(viewer, { stateKey: before.stateKey, organizationKey: null }))
    throw new AppError('FORBIDDEN', say('error.takenBackByEditors', { state: before.stateKey }));
  const change = await end(viewer, context, 'withdrawStatement', before);
  await recordChanges(context.db, viewer, [change]);
  const [after] = (await findRecordStatementsByKey(context.db, viewer, [key])) as [RecordStatement];
  return after;
}

async function end(viewer: SignedIn, { db, today }: Context, action: string, before: RecordStatement): Promise<Change> {
  const isDone = await endRecordStatement(db, viewer, before.key, { role: viewer.role, subject: viewer.subject, on: today });
  if (!isDone) throw new AppError('CONFLICT', say('error.endedAlready'));
  const [after] = (await findRecordStatementsByKey(db, viewer, [before.key])) as [RecordStatement];
  return changeOfStatement(action, before, after);
}

function changeOfStatement(action: string, from: RecordStatement | null, to: RecordStatement): Change {
  const { key, version, stateKey, visibility } = to;
  const change = changeOf(recordStatementTrail(from), recordStatementTrail(to));
  const sharing = { stateKey, organizationKey: null, visibility, sharedWith: [], publication: 'PUBLISHED' } as const;
  return { action, kind: 'RecordStatement', key, version, change, sharing };
}

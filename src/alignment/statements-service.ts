// Statements on cells: who may contest one, answer a contest, or say that an objective does not apply.
import { AppError } from '../core/errors.ts';
import { invalid, textInput } from '../core/input.ts';
import { type NoteInput, type ReasonedNote, readReasonedNote } from '../core/note.ts';
import { isEditorOf } from '../core/sharing.ts';
import type { SignedIn } from '../core/viewer.ts';
import { type Context, loaderOf } from '../graphql/context.ts';
import { decodeGlobalId } from '../graphql/global-id.ts';
import { at, say, type Words } from '../i18n/words.ts';
import type { MemberState } from '../members/model.ts';
import { getStatesByKey } from '../members/service.ts';
import { type Change, changeOf, recordChanges } from '../store/audit.ts';
import { getLinkById, setAsideLinks, sideOf } from '../strategies/link-service.ts';
import type { Link, StrategyNode } from '../strategies/model.ts';
import { getNode, nodesOf } from '../strategies/service.ts';
import { nodeRow } from './facets.ts';
import { type CellStatement, type StatementKind, type StatementOutcome, statementTrail } from './statements.ts';
import {
  findStatementsByKey,
  findStatementsOn,
  insertStatements,
  lockStatement,
  type NewStatement,
  type Resolution,
  resolveStatement,
} from './statements-store.ts';
import { columnsOf, readTrees } from './trees.ts';

export { findStatementsOn } from './statements-store.ts';

const loadStatementsByKey = async (keys: readonly string[], { db, viewer }: Context) => {
  const statements = await findStatementsByKey(db, viewer, keys);
  return keys.map((key) => statements.find((it) => it.key === key) ?? null);
};

/** Visible statements by key; null in the place of one that cannot be seen. */
export const statementsByKey = (context: Context) => loaderOf(context, loadStatementsByKey);

/** How a kind is named in the schema. */
export const statementTypes = { CONTEST: 'Contest', NOT_APPLICABLE: 'NotApplicable' } as const;

/** `link`: id of one link of the cell, where the contest is of that one alone. */
export type ContestCellInput = NoteInput & { state: string; objective: string; link?: string | null | undefined };

/** Contests a cell, or one link of it, for the state it is about. */
export async function contestCell(viewer: SignedIn, context: Context, input: ContestCellInput): Promise<CellStatement> {
  const cell = await findCell(context, input);
  const link = input.link == null ? null : await getLinkById(context, input.link, 'input.link');
  if (!isEditorOf(viewer, { stateKey: cell.state.key, organizationKey: null })) forbidden(say('error.contestedByEditors', { state: cell.state.key }));
  const checked = await checkedCell(context, cell);
  const linkId = link === null ? null : linkOfCell(link, cell);
  return state(viewer, context, 'contestCell', newStatement(viewer, context, 'CONTEST', { ...checked, linkId }, readReasonedNote(input)));
}

export type MarkNotApplicableInput = NoteInput & { state: string; objective: string };

/** Says for the state, or for the owner of the objective, that an objective does not apply to the state. */
export async function markNotApplicable(viewer: SignedIn, context: Context, input: MarkNotApplicableInput): Promise<CellStatement> {
  const cell = await findCell(context, input);
  const { organizationKey } = cell.objective.strategy;
  if (!isEditorOf(viewer, { stateKey: cell.state.key, organizationKey })) forbidden(say('error.notApplicableByParties', { state: cell.state.key }));
  const checked = await checkedCell(context, cell);
  const statement = newStatement(viewer, context, 'NOT_APPLICABLE', { ...checked, linkId: null }, readReasonedNote(input));
  return state(viewer, context, 'markNotApplicable', statement);
}

type Cell = { state: MemberState; objective: StrategyNode };
/** What a statement is about: a cell, or one link of it. */
type Subject = Pick<NewStatement, 'stateKey' | 'objectiveId' | 'organizationKey' | 'linkId'>;

async function findCell(context: Context, of: { state: string; objective: string }): Promise<Cell> {
  const [state] = (await getStatesByKey(context, [of.state], 'input.state')) as [MemberState];
  return { state, objective: await getNode(context, of.objective, 'input.objective') };
}

/** Throws INVALID where the node is no objective that states have cells for. */
async function checkedCell(context: Context, { state, objective }: Cell): Promise<Omit<Subject, 'linkId'>> {
  const { organizationKey } = objective.strategy;
  if (organizationKey === null) return invalid('input.objective', say('error.objectiveIsNational', { key: objective.key }));
  const rows = (await nodesOf(context).load(objective.strategyId)).map(nodeRow);
  const isColumn = [false, true].some((includeUnseen) =>
    columnsOf(readTrees(rows, includeUnseen)).some(({ row }) => row.nodeId === objective.nodeId),
  );
  if (!isColumn) return invalid('input.objective', say('error.noMemberColumn', { key: objective.key }));
  return { stateKey: state.key, objectiveId: objective.nodeId, organizationKey };
}

function linkOfCell(link: Link, { state, objective }: Cell): number {
  if (link.stateKey === state.key && link.objectiveId === objective.nodeId) return link.linkId;
  return invalid('input.link', say('error.linkOfOtherCell', { state: state.key, objective: objective.key }));
}

/** A statement that the viewer makes today. */
export function newStatement(viewer: SignedIn, { today }: Context, kind: StatementKind, subject: Subject, note: ReasonedNote): NewStatement {
  const by = { side: sideOf(viewer), role: viewer.role, statedOn: today, statedBy: viewer.subject };
  return { key: crypto.randomUUID(), kind, ...subject, ...by, ...note };
}

/** Writes one statement. Throws CONFLICT where the same side has one like it open. */
async function state(viewer: SignedIn, context: Context, action: string, statement: NewStatement): Promise<CellStatement> {
  const { db } = context;
  const others = await findStatementsOn(db, viewer, statement.stateKey, [statement.objectiveId]);
  const open = others.find((it) => it.outcome === null && isLike(it, statement));
  if (open) {
    const day = open.statedOn;
    throw new AppError('CONFLICT', open.kind === 'CONTEST' ? say('error.saidOnContest', { day }) : say('error.saidOnNotApplicable', { day }));
  }
  const [written] = await writeStatements(viewer, context, action, [statement]);
  return written as CellStatement;
}

type Likeness = Pick<NewStatement, 'kind' | 'side' | 'objectiveId' | 'linkId'>;

/** Does one side say the same of the same twice? */
export function isLike(a: Likeness, b: Likeness): boolean {
  return a.kind === b.kind && a.side === b.side && a.objectiveId === b.objectiveId && a.linkId === b.linkId;
}

/** Writes statements and their trail, in the order given. */
export async function writeStatements(
  viewer: SignedIn,
  context: Context,
  action: string,
  statements: readonly NewStatement[],
): Promise<CellStatement[]> {
  const { db } = context;
  await insertStatements(db, statements);
  const keys = statements.map(({ key }) => key);
  const written = new Map((await findStatementsByKey(db, viewer, keys)).map((it) => [it.key, it]));
  const inOrder = keys.flatMap((key) => written.get(key) ?? []);
  await recordChanges(
    db,
    viewer,
    inOrder.map((it) => changeOfStatement(action, null, it)),
  );
  return inOrder;
}

function changeOfStatement(action: string, from: CellStatement | null, to: CellStatement): Change {
  const { key, version, stateKey, organizationKey, sharing } = to;
  const change = changeOf(statementTrail(from), statementTrail(to));
  return { action, kind: 'CellStatement', key, version, change, sharing: { stateKey, organizationKey, ...sharing } };
}

/** `contest`: its id. */
export type ResolveContestInput = { contest: string; outcome: StatementOutcome; resolution?: string | null | undefined };

/** Ends a contest: withdrawn by the state, accepted or answered by the owner of the objective. */
export async function resolveContest(viewer: SignedIn, context: Context, input: ResolveContestInput): Promise<CellStatement> {
  const contest = await getStatement(context, 'CONTEST', input.contest, 'input.contest');
  const { stateKey, organizationKey } = contest;
  const isOfState = isEditorOf(viewer, { stateKey, organizationKey: null });
  const isOfOwner = isEditorOf(viewer, { stateKey: null, organizationKey });
  if (input.outcome === 'WITHDRAWN' && !isOfState) forbidden(say('error.contestWithdrawnBy', { state: stateKey }));
  if (input.outcome !== 'WITHDRAWN' && !isOfOwner) forbidden(say('error.contestAnsweredBy', { organization: organizationKey }));
  const resolution = input.resolution == null ? null : textInput(input.resolution, 'input.resolution');
  if (input.outcome === 'ANSWERED' && resolution === null) invalid('input.resolution', say('error.answerMissing'));
  return resolve(viewer, context, 'resolveContest', contest, { outcome: input.outcome, resolution });
}

/** `statement`: its id. */
export type WithdrawNotApplicableInput = { statement: string; reason?: string | null | undefined };

/** Takes back, for the side that said it, that an objective does not apply. */
export async function withdrawNotApplicable(viewer: SignedIn, context: Context, input: WithdrawNotApplicableInput): Promise<CellStatement> {
  const statement = await getStatement(context, 'NOT_APPLICABLE', input.statement, 'input.statement');
  const { side, stateKey, organizationKey } = statement;
  const owners = side === 'STATE' ? { stateKey, organizationKey: null } : { stateKey: null, organizationKey };
  if (!isEditorOf(viewer, owners)) forbidden(say('error.takenBackBySide', { side: side === 'STATE' ? stateKey : organizationKey }));
  const resolution = input.reason == null ? null : textInput(input.reason, 'input.reason');
  return resolve(viewer, context, 'withdrawNotApplicable', statement, { outcome: 'WITHDRAWN', resolution });
}

/** The visible statement of a kind with this global id. Throws NOT_FOUND, worded like any unknown one. */
async function getStatement(context: Context, kind: StatementKind, id: string, field: string): Promise<CellStatement> {
  const { typename, key } = decodeGlobalId(id);
  const statement = typename === statementTypes[kind] ? await statementsByKey(context).load(key) : null;
  if (statement?.kind === kind) return statement;
  throw new AppError('NOT_FOUND', at(field, kind === 'CONTEST' ? say('error.unseenContestId') : say('error.unseenStatementId')), { field });
}

async function resolve(
  viewer: SignedIn,
  context: Context,
  action: string,
  before: CellStatement,
  end: Pick<Resolution, 'outcome' | 'resolution'>,
): Promise<CellStatement> {
  const { db, today } = context;
  const lock = await lockStatement(db, viewer, before.statementId);
  if (!lock || lock.outcome !== null) throw new AppError('CONFLICT', say('error.endedMeanwhile'));
  if (end.outcome !== 'WITHDRAWN' && lock.statedBy === viewer.subject) forbidden(say('error.ownContest'));
  await resolveStatement(db, before.statementId, {
    ...end,
    resolvedSide: sideOf(viewer),
    resolvedRole: viewer.role,
    resolvedOn: today,
    resolvedBy: viewer.subject,
  });
  const [after] = (await findStatementsByKey(db, viewer, [before.key])) as [CellStatement];
  const setAside = end.outcome === 'ACCEPTED' ? await setAsideLinks(context, action, before) : [];
  await recordChanges(db, viewer, [changeOfStatement(action, before, after), ...setAside]);
  return after;
}

function forbidden(said: Words): never {
  throw new AppError('FORBIDDEN', said);
}

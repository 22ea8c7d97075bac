// Publishing a strategy and taking it back: what others read was cleared by an account that wrote no part of it. A draft that nobody else ever
// read can be removed.
import { AppError } from '../core/errors.ts';
import { invalid } from '../core/input.ts';
import { mustBeSecondPerson, operatorAccount } from '../core/permissions.ts';
import type { SignedIn } from '../core/viewer.ts';
import type { Context } from '../graphql/context.ts';
import { at, say, type Words } from '../i18n/words.ts';
import { readAudience, type SharingInput } from '../members/sharing-service.ts';
import { changeOf, findChanges } from '../store/audit.ts';
import { checkEditable, checkStrategyVersion, lockToApprove, lockToEdit, readAgain, recordEdit } from './edit-service.ts';
import { deleteStrategy, type Standing, updateStanding } from './edit-store.ts';
import type { Strategy } from './model.ts';
import { findLinksFrom, findLinksTo } from './store.ts';

export type PublishStrategyInput = SharingInput & { key: string; version: number };
export type WithdrawStrategyInput = { key: string; version: number };
export type RemoveStrategyInput = { key: string; version: number };

/** Lets a strategy reach its audience; of one that is published changes the audience. */
export async function publishStrategy(context: Context, viewer: SignedIn, input: PublishStrategyInput): Promise<Strategy> {
  const locked = await lockToApprove(context, viewer, input.key);
  mustBeSecondPerson(viewer, locked.submitters, locked.key);
  if (locked.status === 'WITHDRAWN') {
    throw new AppError('CONFLICT', at('input.key', say('error.wasWithdrawn', { key: locked.key })), { field: 'input.key' });
  }
  const audience = await readAudience(context, input, locked);
  await checkStrategyVersion(context, locked, input.version);
  const change = changeOf(factsOf(locked), factsOf({ ...locked, ...audience, publication: 'PUBLISHED' }));
  if (Object.keys(change).length === 0) invalid('input.visibility', say('error.reachesThese'));

  const submittedBy = locked.submittedBy ?? operatorAccount;
  await updateStanding(context.db, locked.strategyId, {
    ...audience,
    publication: 'PUBLISHED',
    status: locked.status,
    submittedBy,
    clearedBy: viewer.subject,
  });
  await recordEdit(context, viewer, 'publishStrategy', { ...locked, ...audience, publication: 'PUBLISHED' }, change);
  return readAgain(context, locked.key);
}

/** Takes a published strategy back: from now on its owner alone reads it, and the document is withdrawn. */
export async function withdrawStrategy(context: Context, viewer: SignedIn, input: WithdrawStrategyInput): Promise<Strategy> {
  const locked = await lockToApprove(context, viewer, input.key);
  await checkStrategyVersion(context, locked, input.version);
  if (locked.publication === 'UNPUBLISHED') {
    throw new AppError('CONFLICT', at('input.key', say('error.notPublishedStrategy', { key: locked.key })), { field: 'input.key' });
  }
  const standing: Standing = {
    ...locked,
    status: 'WITHDRAWN',
    publication: 'UNPUBLISHED',
    submittedBy: locked.submittedBy ?? operatorAccount,
    clearedBy: null,
  };
  await updateStanding(context.db, locked.strategyId, standing);
  await recordEdit(context, viewer, 'withdrawStrategy', { ...locked, ...standing }, changeOf(factsOf(locked), factsOf({ ...locked, ...standing })));
  return readAgain(context, locked.key);
}

/**
 * Removes a draft with its tree, the links that are only suggested, and what its owner recorded of it. Throws CONFLICT for one that others
 * could read once, which stays as withdrawn, and for one whose links somebody decided on. Returns it as it was.
 */
export async function removeStrategy(context: Context, viewer: SignedIn, { key, version }: RemoveStrategyInput): Promise<Strategy> {
  const { db } = context;
  const locked = await lockToEdit(context, viewer, key, 'input.key');
  await checkEditable(context, locked, version);
  const refuse = (reason: Words): never => {
    throw new AppError('CONFLICT', at('input.key', reason), { field: 'input.key' });
  };
  const history = await findChanges(db, viewer, 'Strategy', key);
  if (locked.status === 'WITHDRAWN' || history.some(({ action }) => action === 'withdrawStrategy')) refuse(say('error.publishedOnce', { key }));
  const links = await (locked.level === 'NATIONAL' ? findLinksFrom : findLinksTo)(db, viewer, [locked.strategyId]);
  const decided = links.filter(({ status }) => status !== 'SUGGESTED').map(({ nationalKey, objectiveKey }) => `${nationalKey}>${objectiveKey}`);
  if (decided.length > 0) refuse(say('error.linksDecided', { key, links: decided.toSorted().slice(0, 10).join(', ') }));

  await recordEdit(context, viewer, 'removeStrategy', locked, changeOf({ title: locked.title, ...factsOf(locked) }, {}));
  await deleteStrategy(db, locked.strategyId);
  return locked;
}

function factsOf({ status, publication, visibility, sharedWith }: Pick<Strategy, 'status' | 'publication' | 'visibility' | 'sharedWith'>) {
  return { status, publication, visibility, sharedWith };
}

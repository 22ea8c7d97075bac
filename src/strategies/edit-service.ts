// Records strategies and changes what they say. A published one is not edited: what others read was always cleared by a second person.
import { getConcept } from '../concepts/service.ts';
import { AppError } from '../core/errors.ts';
import { invalid, keyInput } from '../core/input.ts';
import { mustApprove, mustEdit, ownershipOf } from '../core/permissions.ts';
import type { SignedIn } from '../core/viewer.ts';
import type { Context } from '../graphql/context.ts';
import { at, say } from '../i18n/words.ts';
import { checkKeyOfOwner } from '../members/keys.ts';
import { ensureOwner, getOrganizations } from '../members/service.ts';
import { type Audience, privateAudience, readAudience, type SharingInput } from '../members/sharing-service.ts';
import { checkVersion } from '../members/version-service.ts';
import { changeOf, recordChanges } from '../store/audit.ts';
import { checkContent, readStrategyInput, type StrategyContent, type StrategyInput } from './edit-input.ts';
import { copyTree, holdStrategy, insertStrategy, type LockedStrategy, lockStrategy, readContent, updateStrategyRow } from './edit-store.ts';
import type { Strategy } from './model.ts';
import { getStrategy, notFound } from './service.ts';
import { findStrategiesByKey, findSuccessorKeys } from './store.ts';

export type CreateStrategyInput = StrategyInput & SharingInput & { key: string; newVersionOf?: { key: string } | null | undefined };
export type UpdateStrategyInput = StrategyInput & SharingInput & { key: string; version: number };

const empty: Omit<StrategyContent, 'title' | 'scope' | 'level'> = {
  status: 'DRAFT',
  adopted: null,
  validFrom: null,
  validTo: null,
  adoptingBody: null,
  leadBody: null,
  statusNote: null,
  verified: false,
  verifiedNote: null,
  fullyRead: false,
  structureBasis: null,
  notes: [],
  instrumentReferences: [],
  sources: [],
  themes: [],
  supersededBy: [],
  relations: [],
};

/** Records a strategy of the viewer's own state or organization, not published. */
export async function createStrategy(context: Context, viewer: SignedIn, input: CreateStrategyInput): Promise<Strategy> {
  const old = input.newVersionOf ? await getStrategy(context, input.newVersionOf.key, 'input.newVersionOf.key') : null;
  const owner = ownershipOf(viewer, 'strategies');
  if (old) mustEdit(viewer, old, old.key);
  const key = keyInput(input.key, 'input.key');
  checkKeyOfOwner(key, owner, (await getOrganizations(context)).keys(), 'input.key');
  const given = readStrategyInput(input);
  await checkNamed(context, given);
  const audience = await readAudience(context, input, privateAudience);
  if (old) await holdStrategy(context.db, old.strategyId);
  const start: Start = old ? carriedOn(await readContent(context.db, old)) : { ...empty, level: owner.stateKey !== null ? 'NATIONAL' : 'REGIONAL' };
  const content = {
    ...start,
    ...given,
    title: given.title ?? start.title ?? missing('title'),
    scope: given.scope ?? start.scope ?? missing('scope'),
  };
  checkContent(content, owner, key);
  if ((await findStrategiesByKey(context.db, viewer, [key])).length > 0)
    throw new AppError('CONFLICT', at('input.key', say('error.knownKey', { key })), { field: 'input.key' });

  await ensureOwner(context, owner);
  const submittedBy = viewer.subject;
  const strategyId = await insertStrategy(context.db, { key, owner, content, audience, succeedsKey: old?.key ?? null, submittedBy });
  const nodes = old ? await copyTree(context.db, old, { strategyId, key }) : 0;
  const origin = old && { newVersionOf: old.key, nodes };
  const change = changeOf({}, { ...factsOf(content, audience), ...origin });
  const sharing = { ...owner, ...audience, publication: 'UNPUBLISHED' as const };
  await recordChanges(context.db, viewer, [{ action: 'createStrategy', kind: 'Strategy', key, version: 1, change, sharing }]);
  return readAgain(context, key);
}

/** What a new strategy says unless its owner says otherwise. */
type Start = Omit<StrategyContent, 'title' | 'scope'> & Partial<StrategyContent>;

function missing(field: string): never {
  invalid(`input.${field}`, say('error.giveOrNewVersion'));
}

/** What a new version takes over from the old one. It is a draft without dates, and nobody has read its text yet. */
function carriedOn(content: StrategyContent): StrategyContent {
  const { status, adopted, validFrom, validTo, statusNote, verified, verifiedNote, fullyRead, supersededBy } = empty;
  return { ...content, status, adopted, validFrom, validTo, statusNote, verified, verifiedNote, fullyRead, supersededBy };
}

/** Changes what a strategy says, or whom it is to reach once it is published. Where nothing is another than it was, nothing is written. */
export async function updateStrategy(context: Context, viewer: SignedIn, input: UpdateStrategyInput): Promise<Strategy> {
  const locked = await lockToEdit(context, viewer, input.key, 'input.key');
  const given = readStrategyInput(input);
  await checkNamed(context, given);
  const audience = await readAudience(context, input, locked);
  await checkEditable(context, locked, input.version);
  const before = await readContent(context.db, locked);
  const content = { ...before, ...given };
  checkContent(content, locked, locked.key);
  if (given.supersededBy) await checkCircle(context, locked.key, content.supersededBy);
  const change = changeOf(factsOf(before, locked), factsOf(content, audience));
  if (Object.keys(change).length === 0) return locked;

  await updateStrategyRow(context.db, locked.strategyId, content, audience, viewer.subject);
  await recordEdit(context, viewer, 'updateStrategy', { ...locked, ...audience }, change);
  return readAgain(context, locked.key);
}

/** The visible strategy that the viewer is about to edit, locked: what is read of it from here on stays so. Throws NOT_FOUND and FORBIDDEN. */
export async function lockToEdit(context: Context, viewer: SignedIn, key: string, field: string): Promise<LockedStrategy> {
  const strategy = await getStrategy(context, key, field);
  mustEdit(viewer, strategy, key);
  return lock(context, strategy, field);
}

/** The same for one that the viewer is about to publish or take back. */
export async function lockToApprove(context: Context, viewer: SignedIn, key: string): Promise<LockedStrategy> {
  const strategy = await getStrategy(context, key, 'input.key');
  mustApprove(viewer, strategy, key);
  return lock(context, strategy, 'input.key');
}

async function lock({ db, viewer }: Context, { strategyId, key }: Strategy, field: string): Promise<LockedStrategy> {
  return (await lockStrategy(db, viewer, strategyId)) ?? notFound('strategy', key, field);
}

/** Throws CONFLICT where a locked strategy changed since the version given. */
export function checkStrategyVersion(context: Context, { key, version }: LockedStrategy, given: number): Promise<void> {
  return checkVersion(context, { kind: 'Strategy', key, version }, given);
}

/** The same, and where it is published: then it is not edited. */
export async function checkEditable(context: Context, locked: LockedStrategy, given: number): Promise<void> {
  await checkStrategyVersion(context, locked, given);
  if (locked.publication === 'UNPUBLISHED') return;
  throw new AppError('CONFLICT', say('error.publishedStrategy', { key: locked.key }));
}

/** Leaves the trail of an edit that made the next version. `strategy`: as it was before, with the audience as it is now. */
export async function recordEdit(
  context: Context,
  viewer: SignedIn,
  action: string,
  strategy: LockedStrategy,
  change: ReturnType<typeof changeOf>,
): Promise<void> {
  const version = strategy.version + 1;
  await recordChanges(context.db, viewer, [{ action, kind: 'Strategy', key: strategy.key, version, change, sharing: strategy }]);
}

/** The strategy as it is after a change. */
export async function readAgain({ db, viewer }: Context, key: string): Promise<Strategy> {
  return (await findStrategiesByKey(db, viewer, [key]))[0] ?? notFound('strategy', key, 'input.key');
}

/** A strategy by the names that its history tells. */
function factsOf({ title, relations, ...content }: StrategyContent, { visibility, sharedWith }: Audience): Record<string, unknown> {
  const said = relations.map(({ targetKey, isVerified, ...it }) => ({ target: targetKey, verified: isVerified, ...it }));
  const lists = { themes: content.themes.toSorted(), supersededBy: content.supersededBy.toSorted(), relations: said };
  return { title: title.texts, originalLanguage: title.originalLanguage, ...content, ...lists, visibility, sharedWith };
}

/** Throws INVALID for a threat that there is none. */
async function checkNamed(context: Context, { themes = [] }: Partial<StrategyContent>): Promise<void> {
  for (const [index, theme] of themes.entries()) await getConcept(context, 'THREAT', theme, `input.themes.${index}`);
}

/** Throws INVALID where one that is to supersede this strategy is superseded by it, as far as the viewer can see. */
async function checkCircle(context: Context, key: string, supersededBy: readonly string[]): Promise<void> {
  const met = new Set<string>();
  for (let next: readonly string[] = supersededBy; next.length > 0; ) {
    if (next.includes(key)) invalid('input.supersededBy', say('error.supersededInTurn'));
    for (const it of next) met.add(it);
    const strategies = await findStrategiesByKey(context.db, context.viewer, next);
    const successors = await findSuccessorKeys(
      context.db,
      context.viewer,
      strategies.map((it) => it.strategyId),
    );
    next = successors.map((it) => it.successorKey).filter((it) => !met.has(it));
  }
}

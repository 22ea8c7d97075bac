// Activities read from IATI files: those who keep the register see why each waits, and publish or discard it.
import { AppError } from '../core/errors.ts';
import type { SignedIn } from '../core/viewer.ts';
import { type Context, loadAll, loaderOf } from '../graphql/context.ts';
import type { Page, PageRequest } from '../graphql/paging.ts';
import { at, say } from '../i18n/words.ts';
import { checkVersion } from '../members/version-service.ts';
import { changeOf, recordChanges } from '../store/audit.ts';
import type { StagedReasonCode } from '../store/json.ts';
import { activitiesByKey } from './activity-service.ts';
import { lockActivity } from './activity-store.ts';
import { unseen } from './input.ts';
import type { PublishInput } from './match-service.ts';
import type { Activity, Staging } from './model.ts';
import { deleteActivity, findStagedKeys, findStaging } from './staging-store.ts';

async function loadStaging(keys: readonly string[], { db, viewer }: Context): Promise<(Staging | null)[]> {
  const found = new Map((await findStaging(db, viewer, keys)).map((staging) => [staging.key, staging]));
  return keys.map((key) => found.get(key) ?? null);
}

/** Where activities were read, by their keys; null for those that came another way, and for whoever does not keep the register. */
export const stagingOf = (context: Context) => loaderOf(context, loadStaging);

/** A page of the activities that wait for a person, by key; none for whoever does not keep the register. */
export async function stagedPage(context: Context, reason: StagedReasonCode | null, request: PageRequest): Promise<Page<Activity>> {
  const page = await findStagedKeys(context.db, context.viewer, reason, request);
  const items = (await loadAll(activitiesByKey(context), page.items)).filter((activity) => activity !== null);
  return { ...page, items };
}

/** Takes an activity that is not published out of the register. Returns its key. */
export async function discardActivity(context: Context, viewer: SignedIn, input: PublishInput): Promise<string> {
  const activity = await activitiesByKey(context).load(input.activity);
  if (!activity) throw unseen('input.activity', 'activity', input.activity);
  if (viewer.role !== 'SECRETARIAT') throw new AppError('FORBIDDEN', say('error.secretariat.discards'));
  const locked = await lockActivity(context.db, viewer, activity.key);
  if (!locked) throw unseen('input.activity', 'activity', input.activity);
  await checkVersion(context, { kind: 'AssistanceActivity', key: activity.key, version: locked.version }, input.version);
  if (locked.publication === 'PUBLISHED')
    throw new AppError('CONFLICT', at('input.activity', say('error.publishedNotDiscarded')), {
      field: 'input.activity',
    });
  await deleteActivity(context.db, activity.key);
  const change = changeOf({ title: activity.title, publication: activity.publication }, {});
  await recordChanges(context.db, viewer, [
    {
      action: 'discardActivity',
      kind: 'AssistanceActivity',
      key: activity.key,
      version: locked.version + 1,
      change,
      sharing: { stateKey: null, organizationKey: null, visibility: 'PUBLIC', sharedWith: [], publication: 'UNPUBLISHED' },
    },
  ]);
  return activity.key;
}

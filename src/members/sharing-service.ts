// Whom a thing is to reach, as the input of mutations says it.
import { invalid } from '../core/input.ts';
import type { Visibility } from '../core/sharing.ts';
import type { Context } from '../graphql/context.ts';
import { say } from '../i18n/words.ts';
import { getOrganizations, getStates } from './service.ts';

/** What inputs say of sharing; what they leave out stays. */
export type SharingInput = { visibility?: Visibility | null | undefined; sharedWith?: readonly string[] | null | undefined };

/** Whom a thing reaches once it is published. */
export type Audience = { visibility: Visibility; sharedWith: string[] };

/** What a thing that is new is shared with unless its owner says otherwise: nobody. */
export const privateAudience: Audience = { visibility: 'PRIVATE', sharedWith: [] };

/** The audience that the input asks for. Throws INVALID for an unknown code, and where codes and visibility do not fit. */
export async function readAudience(context: Context, input: SharingInput, current: Audience): Promise<Audience> {
  const visibility = input.visibility ?? current.visibility;
  if (visibility !== 'SHARED') {
    if (input.sharedWith?.length) invalid('input.sharedWith', say('error.sharedAlone'));
    return { visibility, sharedWith: [] };
  }
  const sharedWith = [...new Set(input.sharedWith ?? current.sharedWith)].sort();
  if (sharedWith.length === 0) invalid('input.sharedWith', say('error.sharedWithNobody'));
  const [states, organizations] = await Promise.all([getStates(context), getOrganizations(context)]);
  for (const key of input.sharedWith ?? []) {
    if (!states.has(key) && !organizations.has(key)) invalid('input.sharedWith', say('error.noParty', { key }));
  }
  return { visibility, sharedWith };
}

// What a state agreed to, and who may therefore be told what. The switches are the state's own.
import type { Day } from '../core/dates.ts';
import { AppError } from '../core/errors.ts';
import { organizationOf, type SignedIn, stateOf, type Viewer } from '../core/viewer.ts';
import { type Context, loaderOf } from '../graphql/context.ts';
import { say } from '../i18n/words.ts';
import { type Change, changeOf, recordChanges } from '../store/audit.ts';
import type { Database } from '../store/db.ts';
import { type AgreementRow, deleteAgreement, findAgreements, insertAgreement } from './agreement-store.ts';
import type { MemberState } from './model.ts';
import { getOrganization, getStatesByKey } from './service.ts';

/** `adviceSince`: null where it did not agree. `summariesTo`: by organization, those that the viewer may know of. */
export type Agreements = { stateKey: string; adviceSince: Day | null; summariesTo: { organizationKey: string; since: Day }[] };

function agreementsFrom(stateKey: string, rows: readonly AgreementRow[]): Agreements {
  const own = rows.filter((row) => row.stateKey === stateKey);
  return {
    stateKey,
    adviceSince: own.find(({ kind }) => kind === 'ADVICE')?.agreedOn ?? null,
    summariesTo: own.flatMap(({ organizationKey, agreedOn }) => (organizationKey === null ? [] : [{ organizationKey, since: agreedOn }])),
  };
}

async function loadAgreements(keys: readonly string[], { db, viewer }: Context): Promise<Agreements[]> {
  const rows = await findAgreements(db, viewer, keys);
  return keys.map((key) => agreementsFrom(key, rows));
}

/** What states agreed to, by their codes. */
export const agreementsOf = (context: Context) => loaderOf(context, loadAgreements);

/** Those of these states that agreed to be named to others that look for advice. **Source**: method 8. */
export async function findAdvisers(db: Database, viewer: Viewer, stateKeys: readonly string[]): Promise<Set<string>> {
  const rows = await findAgreements(db, viewer, stateKeys);
  return new Set(rows.filter(({ kind }) => kind === 'ADVICE').map(({ stateKey }) => stateKey));
}

/** Those of these states whose means the viewer may be shown: its own, and those that agreed to show them to its organization. **Source**: method 0 "No ranking". */
export async function summariesShown(context: Context, stateKeys: readonly string[]): Promise<Set<string>> {
  const own = stateOf(context.viewer);
  if (own !== null) return new Set(stateKeys.filter((key) => key === own));
  const organizationKey = organizationOf(context.viewer);
  if (organizationKey === null) return new Set();
  const agreed = await Promise.all(stateKeys.map((key) => agreementsOf(context).load(key)));
  return new Set(
    agreed.filter(({ summariesTo }) => summariesTo.some((it) => it.organizationKey === organizationKey)).map(({ stateKey }) => stateKey),
  );
}

/** What is left out stays as it is. `summariesTo`: the whole list. */
export type SetAgreementInput = { advice?: boolean | null | undefined; summariesTo?: readonly string[] | null | undefined };

/** Sets what the state of an approver agrees to. Throws INVALID for an unknown organization. */
export async function setAgreement(viewer: SignedIn, context: Context, input: SetAgreementInput): Promise<MemberState> {
  const { db, today } = context;
  if (viewer.role !== 'APPROVER') throw new AppError('FORBIDDEN', say('error.agreementByApprovers'));
  const [state] = (await getStatesByKey(context, [viewer.state], 'state')) as [MemberState];
  const wanted = input.summariesTo == null ? null : [...new Set(input.summariesTo)];
  for (const key of wanted ?? []) await getOrganization(context, key, 'input.summariesTo');
  const now = agreementsFrom(state.key, await findAgreements(db, viewer, [state.key]));
  const shown = now.summariesTo.map(({ organizationKey }) => organizationKey);
  const switches: { organizationKey: string | null; isOn: boolean }[] = [
    ...(input.advice != null && input.advice !== (now.adviceSince !== null) ? [{ organizationKey: null, isOn: input.advice }] : []),
    ...(wanted ?? []).filter((key) => !shown.includes(key)).map((organizationKey) => ({ organizationKey, isOn: true })),
    ...shown.filter((key) => wanted !== null && !wanted.includes(key)).map((organizationKey) => ({ organizationKey, isOn: false })),
  ];
  for (const { organizationKey, isOn } of switches) {
    const agreement = { stateKey: state.key, organizationKey };
    await (isOn ? insertAgreement(db, agreement, { on: today, account: viewer.subject }) : deleteAgreement(db, agreement));
  }
  await recordChanges(
    db,
    viewer,
    switches.map(({ organizationKey, isOn }) => changeOfSwitch(state.key, organizationKey, isOn)),
  );
  return state;
}

/** That a state advises is public; to whom it shows its means is known to the two of them. */
function changeOfSwitch(stateKey: string, organizationKey: string | null, isOn: boolean): Change {
  const field = organizationKey === null ? 'advice' : 'summariesTo';
  const value = (isSet: boolean) => ({ [field]: organizationKey === null ? isSet : isSet ? organizationKey : null });
  return {
    action: 'setAgreement',
    kind: 'StateAgreement',
    key: stateKey,
    version: null,
    change: changeOf(value(!isOn), value(isOn)),
    sharing: {
      stateKey,
      organizationKey,
      visibility: organizationKey === null ? 'PUBLIC' : 'PRIVATE',
      sharedWith: [],
      publication: 'PUBLISHED',
    },
  };
}

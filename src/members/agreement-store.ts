// Reads and writes what states agreed to: to be asked for advice, and to show organizations the means over their cells.
import type { Day } from '../core/dates.ts';
import type { Viewer } from '../core/viewer.ts';
import type { Database } from '../store/db.ts';
import { anyOf, keyOrder } from '../store/sql.ts';
import { visibleStateAgreement } from '../store/visibility.ts';

/** `organizationKey`: of a SUMMARY, whom the means are shown to. */
export type AgreementRow = { stateKey: string; kind: 'ADVICE' | 'SUMMARY'; organizationKey: string | null; agreedOn: Day };

/** Agreements of these states that the viewer may know of, by organization. */
export function findAgreements(db: Database, viewer: Viewer, stateKeys: readonly string[]): Promise<AgreementRow[]> {
  return db
    .selectFrom('state_agreement as a')
    .select(['a.state_key as stateKey', 'a.kind', 'a.organization_key as organizationKey', 'a.agreed_on as agreedOn'])
    .where('a.state_key', '=', anyOf(stateKeys))
    .where(visibleStateAgreement(viewer, 'a'))
    .orderBy(keyOrder('a.organization_key'))
    .execute();
}

/** Which agreement: `organizationKey` null is that to advise. */
type Agreement = { stateKey: string; organizationKey: string | null };

/** Writes an agreement. Throws where it is there already. */
export async function insertAgreement(db: Database, { stateKey, organizationKey }: Agreement, by: { on: Day; account: string }): Promise<void> {
  await db
    .insertInto('state_agreement')
    .values({
      state_key: stateKey,
      kind: organizationKey === null ? 'ADVICE' : 'SUMMARY',
      organization_key: organizationKey,
      agreed_on: by.on,
      agreed_by: by.account,
    })
    .execute();
}

export async function deleteAgreement(db: Database, { stateKey, organizationKey }: Agreement): Promise<void> {
  await db
    .deleteFrom('state_agreement')
    .where('state_key', '=', stateKey)
    .where('organization_key', 'is not distinct from', organizationKey)
    .execute();
}

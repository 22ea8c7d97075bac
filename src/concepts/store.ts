// Reads concepts, instruments and the codes of other classifications. All of it is public.
import type { Database } from '../store/db.ts';
import { keyOrder } from '../store/sql.ts';
import type { Concept, ConceptScheme, ExternalCode, Instrument } from './model.ts';

/** All concepts, by scheme and then in the order of the scheme. */
export async function findConcepts(db: Database): Promise<Concept[]> {
  return db
    .selectFrom('concept')
    .select([
      'scheme',
      'concept_key as key',
      'position',
      'parent_key as parentKey',
      'label',
      'element_group as elementGroup',
      'paragraph',
      'treaty_anchor as treatyAnchor',
      'instrument_key as instrumentKey',
      'article',
      'provision_class as provisionClass',
      'note',
    ])
    .orderBy('scheme')
    .orderBy('position')
    .execute();
}

/** The Convention and its Protocols, in the order of their adoption. */
export async function findInstruments(db: Database): Promise<Instrument[]> {
  return db
    .selectFrom('instrument')
    .select(['instrument_key as key', 'title', 'adopted', 'in_force as inForce', 'treaty_collection_reference as treatyCollectionReference'])
    .orderBy('in_force')
    .orderBy('instrument_key')
    .execute();
}

/** Codes of other classifications that stand for some concept. */
export async function findExternalCodes(db: Database): Promise<ExternalCode[]> {
  const rows = await db
    .selectFrom('external_code')
    .select(['system', 'code', 'label', 'scheme', 'concept_key as conceptKey', 'relation', 'verification'])
    .where('concept_key', 'is not', null)
    .orderBy('system')
    .orderBy(keyOrder('code'))
    .execute();
  return rows.map((row) => ({ ...row, scheme: row.scheme as ConceptScheme, conceptKey: row.conceptKey as string }));
}

/** Pairs of a provision and a threat it is about, as the compiler reads the texts. */
export async function findProvisionThreats(db: Database): Promise<{ provisionKey: string; threatKey: string }[]> {
  return db
    .selectFrom('provision_threat')
    .select(['provision_key as provisionKey', 'threat_key as threatKey'])
    .orderBy('provision_key')
    .orderBy('threat_key')
    .execute();
}

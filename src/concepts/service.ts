// The door to concepts: public to everyone, read once a request.
import { AppError } from '../core/errors.ts';
import { type Context, once } from '../graphql/context.ts';
import { at, say } from '../i18n/words.ts';
import { type Concept, type ConceptCatalogue, type ConceptScheme, conceptCatalogue } from './model.ts';
import { findConcepts, findExternalCodes, findInstruments, findProvisionThreats } from './store.ts';

const loadCatalogue = async (context: Context) => conceptCatalogue(await findConcepts(context.db));
const loadInstruments = (context: Context) => findInstruments(context.db);
const loadExternalCodes = (context: Context) => findExternalCodes(context.db);
const loadProvisionThreats = (context: Context) => findProvisionThreats(context.db);

export const getConceptCatalogue = (context: Context): Promise<ConceptCatalogue> => once(context, loadCatalogue);
export const getInstruments = (context: Context) => once(context, loadInstruments);
export const getExternalCodes = (context: Context) => once(context, loadExternalCodes);
export const getProvisionThreats = (context: Context) => once(context, loadProvisionThreats);

const noConcept = { ELEMENT: 'error.noConcept.element', THREAT: 'error.noConcept.threat', PROVISION: 'error.noConcept.provision' } as const;

/** The concept with this key. Throws INVALID, naming the argument, where there is none: concepts are public. */
export async function getConcept(context: Context, scheme: ConceptScheme, key: string, argument: string): Promise<Concept> {
  const concept = (await getConceptCatalogue(context)).get(scheme, key);
  if (!concept) throw new AppError('INVALID', at(argument, say(noConcept[scheme], { key })), { field: argument });
  return concept;
}

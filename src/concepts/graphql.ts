// Concepts, instruments and codes in the schema.
import { builder, languageArgument } from '../graphql/builder.ts';
import { textIn } from '../i18n/languages.ts';
import type { Concept as ConceptShape, conceptSchemes, ExternalCode as ExternalCodeShape, Instrument as InstrumentShape } from './model.ts';
import { getConceptCatalogue, getExternalCodes, getInstruments, getProvisionThreats } from './service.ts';

export const ConceptSchemeEnum = builder.enumType('ConceptScheme', {
  description: 'The three schemes that strategies are tagged with.',
  values: {
    THREAT: { description: 'Forms of organized crime; a tree.' },
    ELEMENT: {
      description: 'What an overarching strategy may contain (paras 28-29 of the source paper); the group "extension" lies outside those paragraphs.',
    },
    PROVISION: { description: 'Articles of the Convention and of its three Protocols.' },
  } satisfies Record<(typeof conceptSchemes)[number], unknown>,
});

export const Instrument = builder.objectRef<InstrumentShape>('Instrument').implement({
  description: 'The Convention against Transnational Organized Crime, or one of its Protocols.',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'untoc, tip, som or firearms.' }),
    title: t.string({
      description: 'Title.',
      args: { lang: t.arg(languageArgument) },
      resolve: (it, { lang }, { language }) => textIn(it.title, lang ?? language).text,
    }),
    adopted: t.expose('adopted', { type: 'Date', nullable: true, description: 'Day of adoption.' }),
    inForce: t.expose('inForce', { type: 'Date', nullable: true, description: 'Day of entry into force.' }),
    treatyCollectionReference: t.exposeString('treatyCollectionReference', {
      nullable: true,
      description: 'Chapter and number in the United Nations Treaty Collection.',
    }),
  }),
});

const ExternalCode = builder.objectRef<ExternalCodeShape>('ExternalCode').implement({
  description: 'A code of another classification that stands for a concept.',
  fields: (t) => ({
    system: t.exposeString('system', {
      description: 'ICCS (crime classification of UNODC), DAC (sectors of development assistance) or ASSISTANCE_THEME.',
    }),
    code: t.exposeString('code', { description: 'The code.' }),
    label: t.exposeString('label', { nullable: true, description: 'What the other classification calls it, in English.' }),
    relation: t.exposeString('relation', { nullable: true, description: 'exact, narrower, broader or partial: the code against the concept.' }),
    verification: t.exposeString('verification', { nullable: true, description: 'How far the code was checked against its source.' }),
  }),
});

export const Concept = builder.objectRef<ConceptShape>('Concept');

builder.node(Concept, {
  description: 'A threat, an element of a strategy, or a provision.',
  id: { resolve: (concept) => `${concept.scheme}:${concept.key}` },
  loadMany: async (ids, context) => {
    const catalogue = await getConceptCatalogue(context);
    return ids.map((id) => catalogue.all.find((concept) => `${concept.scheme}:${concept.key}` === id) ?? null);
  },
  fields: (t) => ({
    key: t.exposeString('key', { description: 'Natural key, such as drug-trafficking, prevention or untoc:5.' }),
    scheme: t.field({ type: ConceptSchemeEnum, description: 'Which scheme it belongs to.', resolve: (it) => it.scheme }),
    label: t.string({
      description: 'Name.',
      args: { lang: t.arg(languageArgument) },
      resolve: (it, { lang }, { language }) => textIn(it.label, lang ?? language).text,
    }),
    position: t.exposeInt('position', { description: 'Order in its scheme, from 1.' }),
    group: t.exposeString('elementGroup', { nullable: true, description: 'Of an element: core (paras 28-29) or extension.' }),
    paragraph: t.exposeString('paragraph', { nullable: true, description: 'Of an element: the paragraph of the source paper.' }),
    treatyAnchor: t.exposeString('treatyAnchor', { nullable: true, description: 'Of a threat: the provision or treaty that defines it.' }),
    article: t.exposeInt('article', { nullable: true, description: 'Of a provision: number of the article.' }),
    provisionClass: t.exposeString('provisionClass', { nullable: true, description: "Of a provision: what it is about, in the compiler's classes." }),
    note: t.exposeString('note', { nullable: true, description: 'To be read with it.' }),
    instrument: t.field({
      type: Instrument,
      nullable: true,
      description: 'Of a provision: the instrument it stands in.',
      resolve: async (it, _args, context) => (await getInstruments(context)).find((instrument) => instrument.key === it.instrumentKey) ?? null,
    }),
    parent: t.field({
      type: Concept,
      nullable: true,
      description: 'The broader threat, where there is one.',
      resolve: async (it, _args, context) =>
        it.parentKey === null ? null : ((await getConceptCatalogue(context)).get(it.scheme, it.parentKey) ?? null),
    }),
    children: t.field({
      type: [Concept],
      description: 'Narrower threats.',
      resolve: async (it, _args, context) => (await getConceptCatalogue(context)).childrenOf(it),
    }),
    relatedThreats: t.field({
      type: [Concept],
      description: 'Of a provision: the threats it is about, as the compiler reads it.',
      resolve: async (it, _args, context) => {
        if (it.scheme !== 'PROVISION') return [];
        const [catalogue, pairs] = await Promise.all([getConceptCatalogue(context), getProvisionThreats(context)]);
        return pairs.filter((pair) => pair.provisionKey === it.key).flatMap((pair) => catalogue.get('THREAT', pair.threatKey) ?? []);
      },
    }),
    relatedProvisions: t.field({
      type: [Concept],
      description: 'Of a threat: the provisions that are about it, as the compiler reads them.',
      resolve: async (it, _args, context) => {
        if (it.scheme !== 'THREAT') return [];
        const [catalogue, pairs] = await Promise.all([getConceptCatalogue(context), getProvisionThreats(context)]);
        return pairs.filter((pair) => pair.threatKey === it.key).flatMap((pair) => catalogue.get('PROVISION', pair.provisionKey) ?? []);
      },
    }),
    externalCodes: t.field({
      type: [ExternalCode],
      description: 'Codes of other classifications that stand for it.',
      resolve: async (it, _args, context) =>
        (await getExternalCodes(context)).filter((code) => code.scheme === it.scheme && code.conceptKey === it.key),
    }),
  }),
});

builder.queryField('concepts', (t) =>
  t.field({
    extensions: { listSize: ({ scheme }: { scheme?: string }) => (scheme === 'PROVISION' ? 120 : 40) },
    type: [Concept],
    description: 'All concepts of a scheme, in its order.',
    args: { scheme: t.arg({ type: ConceptSchemeEnum, required: true, description: 'Which scheme.' }) },
    resolve: async (_root, { scheme }, context) => (await getConceptCatalogue(context)).all.filter((concept) => concept.scheme === scheme),
  }),
);

builder.queryField('instruments', (t) =>
  t.field({ type: [Instrument], description: 'The Convention and its Protocols.', resolve: (_root, _args, context) => getInstruments(context) }),
);

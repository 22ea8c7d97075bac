// States, organizations, memberships and treaty status in the schema.
import { Instrument } from '../concepts/graphql.ts';
import { getInstruments } from '../concepts/service.ts';
import { AppError } from '../core/errors.ts';
import { builder, languageArgument } from '../graphql/builder.ts';
import { textIn } from '../i18n/languages.ts';
import { at, say } from '../i18n/words.ts';
import {
  isMemberAt,
  type MemberState as MemberStateShape,
  type Membership as MembershipShape,
  type Organization as OrganizationShape,
  type TreatyStatus as TreatyStatusShape,
} from './model.ts';
import { findTreatyStatuses, getMembersAt, getMemberships, getOrganization, getOrganizations, getStates, sortedByName } from './service.ts';

export const asOfArgument = { type: 'Date', required: false, description: 'The day to answer for; today in UTC where none is given.' } as const;

export const MemberState = builder.objectRef<MemberStateShape>('MemberState');
export const Organization = builder.objectRef<OrganizationShape>('Organization');

const StateKind = builder.enumType('StateKind', {
  description: 'What a state is to the United Nations.',
  values: {
    UN_MEMBER: { value: 'un_member', description: 'Member state.' },
    UN_OBSERVER: { value: 'un_observer', description: 'Observer state.' },
    OTHER_UNTOC_PARTY: { value: 'other_untoc_party', description: 'Party to the Convention, neither member nor observer.' },
    ORG_MEMBER: { value: 'org_member', description: 'Member of an organization only: read the note before showing it.' },
  } as const,
});

const Membership = builder.objectRef<MembershipShape>('Membership').implement({
  description: 'One spell of membership, as the organization lists it itself.',
  fields: (t) => ({
    organization: t.field({
      type: Organization,
      description: 'Of what.',
      resolve: (it, _args, context) => getOrganization(context, it.organizationKey),
    }),
    state: t.field({
      type: MemberState,
      nullable: true,
      description: 'Who; null where it is a territory.',
      resolve: async (it, _args, context) => (it.stateKey === null ? null : ((await getStates(context)).get(it.stateKey) ?? null)),
    }),
    territoryKey: t.exposeString('territoryKey', {
      nullable: true,
      description: 'ISO code of a territory that is an associate or observer; it is never a row of a matrix.',
    }),
    territoryName: t.string({
      nullable: true,
      description: 'Name of that territory.',
      args: { lang: t.arg(languageArgument) },
      resolve: (it, { lang }, { language }) => (it.territoryName === null ? null : textIn(it.territoryName, lang ?? language).text),
    }),
    role: t.exposeString('role', {
      description: 'member, participating-state, grouping, associate or observer; the last two are no row of a matrix.',
    }),
    fromYear: t.exposeInt('fromYear', { description: 'First year.' }),
    toYear: t.exposeInt('toYear', { nullable: true, description: 'Year of leaving, in which it is no longer a row; null while it lasts.' }),
    note: t.exposeString('note', { nullable: true, description: 'A suspension and the like.' }),
    verification: t.exposeString('verification', { nullable: true, description: 'How far it was checked against a source.' }),
  }),
});

const TreatyStatus = builder.objectRef<TreatyStatusShape>('TreatyStatus').implement({
  description: 'Where a state stands to an instrument. No entry means not recorded, which is not "not a party".',
  fields: (t) => ({
    instrument: t.field({
      type: Instrument,
      description: 'Which instrument.',
      resolve: async (it, _args, context) => {
        const instrument = (await getInstruments(context)).find((candidate) => candidate.key === it.instrumentKey);
        if (!instrument) throw new Error(`treaty status of unknown instrument ${it.instrumentKey}`);
        return instrument;
      },
    }),
    status: t.exposeString('status', { description: 'party or signatory.' }),
    signatureDate: t.expose('signatureDate', { type: 'PartialDate', nullable: true, description: 'When it signed.' }),
    consentDate: t.expose('consentDate', {
      type: 'PartialDate',
      nullable: true,
      description: 'When it ratified, acceded, accepted, approved or succeeded.',
    }),
    consentType: t.exposeString('consentType', { nullable: true, description: 'How it consented.' }),
    basis: t.exposeString('basis', { nullable: true, description: 'Where this is read from.' }),
    verification: t.exposeString('verification', { nullable: true, description: 'How far it was checked against its source.' }),
  }),
});

builder.node(MemberState, {
  description: 'A state, under the name the United Nations uses, or one of the few members of organizations that are no member of it.',
  id: { resolve: (state) => state.key },
  loadMany: async (keys, context) => {
    const states = await getStates(context);
    return keys.map((key) => states.get(key) ?? null);
  },
  fields: (t) => ({
    key: t.exposeString('key', { description: 'ISO 3166-1 alpha-3.' }),
    iso2: t.exposeString('iso2', { nullable: true, description: 'ISO 3166-1 alpha-2.' }),
    m49: t.exposeString('m49', { nullable: true, description: 'Code of the United Nations Statistics Division.' }),
    kind: t.field({ type: StateKind, description: 'What it is to the United Nations.', resolve: (it) => it.kind }),
    name: t.string({
      description: 'Name as the United Nations uses it.',
      args: { lang: t.arg(languageArgument) },
      resolve: (it, { lang }, { language }) => textIn(it.name, lang ?? language).text,
    }),
    note: t.exposeString('note', { nullable: true, description: 'To be shown with the name wherever it stands.' }),
    region: t.exposeString('region', { nullable: true, description: 'M49 region, in English. M49 groups for statistical convenience alone.' }),
    subregion: t.exposeString('subregion', { nullable: true, description: 'M49 subregion, in English.' }),
    intermediateRegion: t.exposeString('intermediateRegion', { nullable: true, description: 'M49 intermediate region, in English.' }),
    memberships: t.field({
      type: [Membership],
      description: 'Every recorded spell of membership, past ones and those as associate or observer included.',
      resolve: async (it, _args, context) => (await getMemberships(context)).filter((spell) => spell.stateKey === it.key),
    }),
    treatyStatuses: t.loadableGroup({
      type: TreatyStatus,
      description: 'Where it stands to the Convention and its Protocols, as far as recorded.',
      load: (keys: string[], context) => findTreatyStatuses(context.db, keys),
      group: (status) => status.stateKey,
      resolve: (it) => it.key,
    }),
  }),
});

builder.node(Organization, {
  description: 'A regional, continental or global organization, a centre, or a grouping of states.',
  id: { resolve: (organization) => organization.key },
  loadMany: async (keys, context) => {
    const organizations = await getOrganizations(context);
    return keys.map((key) => organizations.get(key) ?? null);
  },
  fields: (t) => ({
    key: t.exposeString('key', { description: 'Natural key, such as caricom.' }),
    acronym: t.exposeString('acronym', { nullable: true, description: 'Acronym, in English.' }),
    name: t.string({
      description: 'Name.',
      args: { lang: t.arg(languageArgument) },
      resolve: (it, { lang }, { language }) => textIn(it.name, lang ?? language).text,
    }),
    kind: t.exposeString('kind', { description: 'regional, continental, global, law-enforcement-centre or grouping.' }),
    seatCity: t.exposeString('seatCity', { nullable: true, description: 'City of its seat.' }),
    seatState: t.field({
      type: MemberState,
      nullable: true,
      description: 'State of its seat.',
      resolve: async (it, _args, context) => (it.seatStateKey === null ? null : ((await getStates(context)).get(it.seatStateKey) ?? null)),
    }),
    founded: t.exposeString('founded', { nullable: true, description: 'Year of its founding.' }),
    instrumentsNote: t.exposeString('instrumentsNote', {
      nullable: true,
      description: 'Instruments on organized crime that the compiler recalls for it.',
    }),
    verification: t.exposeString('verification', { nullable: true, description: 'How far the entry was checked.' }),
    members: t.field({
      type: [MemberState],
      description: 'Members on that day, in the order of their names; associates and observers are none.',
      args: { asOf: t.arg(asOfArgument) },
      resolve: async (it, { asOf }, context) => {
        const [states, memberships] = await Promise.all([getStates(context), getMemberships(context)]);
        const members = memberships.filter((spell) => spell.organizationKey === it.key && isMemberAt(spell, asOf ?? context.today));
        return sortedByName(
          members.flatMap((spell) => states.get(spell.stateKey ?? '') ?? []),
          context,
        );
      },
    }),
    memberships: t.field({
      type: [Membership],
      description: 'Every recorded spell of membership, past ones, associates and observers included.',
      resolve: async (it, _args, context) => (await getMemberships(context)).filter((spell) => spell.organizationKey === it.key),
    }),
  }),
});

builder.queryFields((t) => ({
  memberStates: t.field({
    extensions: { listSize: ({ organization }: { organization?: string | null }) => (organization == null ? 200 : 30) },
    type: [MemberState],
    description:
      'Members of an organization on a day, or all states (without those that are only members of an organization); in the order of their names in the language of the request.',
    args: { organization: t.arg.string({ required: false, description: 'Key of an organization.' }), asOf: t.arg(asOfArgument) },
    resolve: async (_root, { organization, asOf }, context) => {
      if (organization == null)
        return sortedByName(
          [...(await getStates(context)).values()].filter(({ kind }) => kind !== 'org_member'),
          context,
        );
      const { key } = await getOrganization(context, organization);
      return (await getMembersAt(context, key, asOf ?? context.today)).map(({ state }) => state);
    },
  }),
  memberState: t.field({
    type: MemberState,
    nullable: true,
    description: 'One state. Null with NOT_FOUND where there is none.',
    args: { key: t.arg.string({ required: true, description: 'ISO 3166-1 alpha-3.' }) },
    resolve: async (_root, { key }, context) => (await getStates(context)).get(key) ?? notFound('state', key),
  }),
  organizations: t.field({
    extensions: { listSize: 40 },
    type: [Organization],
    description: 'All organizations, by key.',
    resolve: async (_root, _args, context) => [...(await getOrganizations(context)).values()],
  }),
  organization: t.field({
    type: Organization,
    nullable: true,
    description: 'One organization. Null with NOT_FOUND where there is none.',
    args: { key: t.arg.string({ required: true, description: 'Key, such as caricom.' }) },
    resolve: async (_root, { key }, context) => (await getOrganizations(context)).get(key) ?? notFound('organization', key),
  }),
}));

function notFound(what: 'state' | 'organization', key: string): never {
  throw new AppError('NOT_FOUND', at('key', say(`error.unseen.${what}`, { key })));
}

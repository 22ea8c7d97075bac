// The CSV formats of what all packs stand on: concepts, states, organizations, treaties, codes. Pure.

import { rowFormat, same } from './row-format.ts';
import { cellList, date, id, optional, positiveInteger, reference, regionId, stateCode, text, title, value, word } from './shapes.ts';
import { languageCodes } from './texts.ts';

const names = {
  name_en: title,
  name_fr: optional(title),
  name_es: optional(title),
  name_ru: optional(title),
  name_zh: optional(title),
  name_ar: optional(title),
};
type Names = { [C in keyof typeof names]: string | null };

/** The names of a row by language. */
function byLanguage(row: Names): Record<string, string> {
  return Object.fromEntries(languageCodes.flatMap((code) => (row[`name_${code}`] === null ? [] : [[code, row[`name_${code}`] ?? '']])));
}

/** A threat, an element or a provision. */
export type ConceptValue = {
  scheme: 'THREAT' | 'ELEMENT' | 'PROVISION';
  id: string;
  position: number;
  parent: string | null;
  label: Record<string, string>;
  group: string | null;
  paragraph: string | null;
  treaty_anchor: string | null;
  instrument: string | null;
  article: number | null;
  class: string | null;
  threats: string[];
  note: string | null;
};

const noConcept = {
  parent: null,
  group: null,
  paragraph: null,
  treaty_anchor: null,
  instrument: null,
  article: null,
  class: null,
  threats: [],
  note: null,
};

export type ExternalCodeValue = {
  system: 'ICCS' | 'DAC' | 'ASSISTANCE_THEME';
  code: string;
  label: string | null;
  scheme: 'THREAT' | 'ELEMENT' | null;
  concept: string | null;
  relation: string | null;
  verification: string | null;
};

export const threat = rowFormat(
  'threats',
  'concept',
  { id, parent: optional(id), ...names, treaty_anchor: optional(text) },
  (row, index): ConceptValue => ({
    ...noConcept,
    scheme: 'THREAT',
    id: row.id,
    position: index + 1,
    parent: row.parent,
    label: byLanguage(row),
    treaty_anchor: row.treaty_anchor,
  }),
);

export const element = rowFormat(
  'elements',
  'concept',
  { id, order: positiveInteger, group: word(['core', 'extension']), paragraph: optional(text), ...names },
  (row): ConceptValue => ({
    ...noConcept,
    scheme: 'ELEMENT',
    id: row.id,
    position: row.order,
    label: byLanguage(row),
    group: row.group,
    paragraph: row.paragraph,
  }),
);

export const state = rowFormat(
  'states',
  'state',
  {
    iso3: stateCode,
    iso2: optional(reference),
    m49: optional(reference),
    kind: word(['un_member', 'un_observer', 'other_untoc_party', 'org_member']),
    region: optional(text),
    subregion: optional(text),
    intermediate_region: optional(text),
    ...names,
    note: optional(text),
  },
  (row) => ({
    iso3: row.iso3,
    iso2: row.iso2,
    m49: row.m49,
    kind: row.kind,
    region: row.region,
    subregion: row.subregion,
    intermediate_region: row.intermediate_region,
    name: byLanguage(row),
    note: row.note,
  }),
  // Of the state's treaties, the format treaty_status knows more.
  [
    'region_m49',
    'subregion_m49',
    'common_en',
    'common_zh',
    ...['untoc', 'tip', 'som', 'firearms'].flatMap((instrument) => [`${instrument}_status`, `${instrument}_year`, `${instrument}_verified`]),
  ],
);

export const territory = rowFormat('territories', 'territory', { code: stateCode, m49: optional(reference), ...names }, (row) => ({
  code: row.code,
  m49: row.m49,
  name: byLanguage(row),
}));

export const treatyStatus = rowFormat(
  'treaty_status',
  'treaty_status',
  {
    party: reference,
    instrument: reference,
    signature_date: optional(date),
    consent_date: optional(date),
    consent_type: optional(word(['ratification', 'accession', 'acceptance', 'approval', 'succession'])),
    status: word(['party', 'signatory']),
    basis: optional(text),
    verified: optional(text),
  },
  same,
);

export const organization = rowFormat(
  'organizations',
  'organization',
  {
    org: id,
    acronym: optional(title),
    ...names,
    seat_city: optional(title),
    seat_iso3: optional(stateCode),
    founded: optional(date),
    kind: word(['regional', 'continental', 'global', 'law-enforcement-centre', 'grouping']),
    oc_instruments: optional(text),
    verified: optional(text),
  },
  (row) => ({
    org: row.org,
    acronym: row.acronym,
    name: byLanguage(row),
    seat_city: row.seat_city,
    seat_iso3: row.seat_iso3,
    founded: row.founded,
    kind: row.kind,
    oc_instruments: row.oc_instruments,
    verified: row.verified,
  }),
);

export const region = rowFormat('flow_regions', 'region', { region: regionId, members: cellList, basis: optional(text) }, same);

export const iccs = rowFormat(
  'iccs',
  'external_code',
  {
    code: reference,
    label_en: title,
    threat: optional(reference),
    relation: word(['exact', 'narrower', 'broader', 'partial']),
    verified: optional(text),
  },
  (row): ExternalCodeValue => ({
    system: 'ICCS',
    code: row.code,
    label: row.label_en,
    scheme: row.threat === null ? null : 'THREAT',
    concept: row.threat,
    relation: row.relation,
    verification: row.verified,
  }),
);

export const dacSector = rowFormat(
  'dac_sectors',
  'external_code',
  { code: reference, label_en: title, threat_hint: optional(reference), verified: optional(text) },
  (row): ExternalCodeValue => ({
    system: 'DAC',
    code: row.code,
    label: row.label_en,
    scheme: row.threat_hint === null ? null : 'THREAT',
    concept: row.threat_hint,
    relation: null,
    verification: row.verified,
  }),
);

export const conceptReference = value<{ scheme: 'THREAT' | 'ELEMENT'; concept: string }>((input) => {
  const [, scheme, concept] = /^(threat|element):(\S+)$/.exec(String(input)) ?? [];
  return concept === undefined
    ? { message: `"${String(input)}" is no concept. Write it as threat:… or element:….` }
    : { value: { scheme: scheme === 'threat' ? 'THREAT' : 'ELEMENT', concept } };
});

export const assistanceTheme = rowFormat(
  'assistance_themes',
  'external_code',
  { theme: id, concept: optional(conceptReference) },
  (row): ExternalCodeValue => ({
    system: 'ASSISTANCE_THEME',
    code: row.theme,
    label: null,
    scheme: row.concept?.scheme ?? null,
    concept: row.concept?.concept ?? null,
    relation: null,
    verification: null,
  }),
);

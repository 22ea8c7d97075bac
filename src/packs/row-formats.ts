// The CSV formats: their columns, and the item that a row is. Pure.
import * as v from 'valibot';
import type { PartialDate } from '../core/dates.ts';
import { parsePartialDate } from '../core/dates.ts';
import {
  amount, cellList, date, flag, id, isReversed, isReversedMessage, oneToFive, optional, positiveInteger, recordId, reference, regionId, score, shape, share, stateCode, text, title, value, word, year,
} from './shapes.ts';
import { languageCodes } from './texts.ts';

export const relations = ['EQUAL', 'SUPERSET', 'SUBSET', 'INTERSECTS', 'NO_RELATION', 'CONTRADICTS'] as const;
const linkStatuses = ['SUGGESTED', 'READ', 'CONFIRMED', 'REJECTED', 'STALE', 'SUPERSEDED'] as const;

const names = { name_en: title, name_fr: optional(title), name_es: optional(title), name_ru: optional(title), name_zh: optional(title), name_ar: optional(title) };
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

const noConcept = { parent: null, group: null, paragraph: null, treaty_anchor: null, instrument: null, article: null, class: null, threats: [], note: null };

type ExternalCodeValue = { system: 'ICCS' | 'DAC' | 'ASSISTANCE_THEME'; code: string; label: string | null; scheme: 'THREAT' | 'ELEMENT' | null; concept: string | null; relation: string | null; verification: string | null };

/** A period of a flow: a date, or two divided by a slash (years also by a hyphen). */
const period = value<{ text: string; from: PartialDate; to: PartialDate }>((input) => {
  const written = String(input);
  const [from = '', to = from] = /^\d{4}-\d{4}$/.test(written) ? written.split('-') : written.split('/');
  const isPeriod = written.split('/').length <= 2 && parsePartialDate(from) !== null && parsePartialDate(to) !== null;
  if (!isPeriod) return { message: `"${written}" is no period. Write it as 2024, 2019-2022, 2024-06 or 2024-01/2024-06.` };
  return isReversed(from, to) ? { message: isReversedMessage(from, to) } : { value: { text: written, from, to } };
});

/** A CSV format: `read` checks a row, `toValue` makes the item of it. Columns that are `ignored` may be there and are not read. */
function rowFormat<const K extends string, E extends v.ObjectEntries, V>(
  name: string,
  kind: K,
  columns: E,
  toValue: (row: v.InferOutput<ReturnType<typeof shape<E>>>, index: number) => V,
  ignored: readonly string[] = [],
  check: (row: v.InferOutput<ReturnType<typeof shape<E>>>) => string | null = () => null,
) {
  const read = v.pipe(
    shape(columns),
    v.rawCheck(({ dataset, addIssue }) => {
      const message = dataset.typed ? check(dataset.value) : null;
      if (message !== null) addIssue({ message });
    }),
  );
  return { name, kind, columns, ignored, read, toValue };
}

const same = <R>(row: R): R => row;

const link = rowFormat(
  'links',
  'link',
  {
    national: reference, regional: reference, relation: word(relations), share: optional(share), status: word(linkStatuses), confidence: optional(word(['low', 'medium', 'high'])), rationale: optional(text),
    method: optional(text), citation: optional(text), recorded_by: optional(text), recorded_on: optional(date),
  },
  same,
  [],
  (row) => (row.share !== null && row.relation !== 'SUBSET' && row.relation !== 'INTERSECTS' ? `share: a share says how much of the objective SUBSET or INTERSECTS covers; ${row.relation} has none. Leave it empty.` : null),
);

const finding = rowFormat(
  'findings',
  'finding',
  {
    assessment: id, series: optional(id), date: optional(date), iso3: stateCode, threat: reference, score: optional(score), scale_min: optional(score), scale_max: optional(score), likelihood: optional(oneToFive),
    impact: optional(oneToFive), is_emerging: optional(flag), note: optional(text),
  },
  same,
  [],
  (row) => {
    const given = [row.score, row.scale_min, row.scale_max].filter((number) => number !== null).length;
    if (given !== 0 && given !== 3) return 'a score needs its scale: give score, scale_min and scale_max together.';
    if ((row.likelihood === null) !== (row.impact === null)) return 'likelihood and impact belong together. Give both.';
    if (row.likelihood !== null && row.score !== null) return 'a finding has a score, or likelihood and impact, not both. Remove one.';
    if (row.score === null || row.scale_min === null || row.scale_max === null) return null;
    if (row.scale_min >= row.scale_max) return `scale_max: the scale ends (${row.scale_max}) where it begins (${row.scale_min}) or before. Correct it.`;
    return row.score < row.scale_min || row.score > row.scale_max ? `score: ${row.score} is not on the scale from ${row.scale_min} to ${row.scale_max}. Correct it.` : null;
  },
);

const flow = rowFormat(
  'flows',
  'flow',
  {
    id: recordId, threat: reference, commodity: optional(text), origin: cellList, transit: cellList, destination: cellList, period: optional(period), volume: optional(text), volume_unit: optional(text), value: optional(text),
    value_unit: optional(text), basis: optional(text), source_title: optional(text), publisher: optional(text), source_year: optional(year), source_url: optional(text), verification: optional(text), note: optional(text),
  },
  ({ period: written, ...row }) => ({ ...row, period: written?.text ?? null, last_year: written ? Number(written.to.slice(0, 4)) : row.source_year }),
);

const activity = rowFormat(
  'assistance',
  'activity',
  {
    id: recordId, name: title, provider: optional(text), funder: optional(text), recipients: cellList, themes: cellList, start: optional(date), end: optional(date), budget: optional(amount), currency: optional(reference),
    dac_sectors: cellList, source_url: optional(text), verification: optional(text), note: optional(text),
  },
  same,
  [],
  (row) => {
    if (isReversed(row.start, row.end)) return `end: ${isReversedMessage(row.start, row.end)}`;
    return row.budget !== null && row.currency === null ? 'currency: a budget needs its currency, such as EUR.' : null;
  },
);

const membership = rowFormat(
  'memberships',
  'membership',
  { org: reference, iso3: stateCode, from_year: year, to_year: optional(year), role: word(['member', 'participating-state', 'grouping', 'associate', 'observer']), note: optional(text), verified: optional(text) },
  same,
  [],
  (row) => (row.to_year !== null && row.to_year < row.from_year ? `to_year: ${isReversedMessage(row.from_year, row.to_year)}` : null),
);

const threat = rowFormat('threats', 'concept', { id, parent: optional(id), ...names, treaty_anchor: optional(text) }, (row, index): ConceptValue => ({
  ...noConcept, scheme: 'THREAT', id: row.id, position: index + 1, parent: row.parent, label: byLanguage(row), treaty_anchor: row.treaty_anchor,
}));

const element = rowFormat('elements', 'concept', { id, order: positiveInteger, group: word(['core', 'extension']), paragraph: optional(text), ...names }, (row): ConceptValue => ({
  ...noConcept, scheme: 'ELEMENT', id: row.id, position: row.order, label: byLanguage(row), group: row.group, paragraph: row.paragraph,
}));

const state = rowFormat(
  'states',
  'state',
  {
    iso3: stateCode, iso2: optional(reference), m49: optional(reference), kind: word(['un_member', 'un_observer', 'other_untoc_party', 'org_member']), region: optional(text), subregion: optional(text),
    intermediate_region: optional(text), ...names, note: optional(text),
  },
  (row) => ({ iso3: row.iso3, iso2: row.iso2, m49: row.m49, kind: row.kind, region: row.region, subregion: row.subregion, intermediate_region: row.intermediate_region, name: byLanguage(row), note: row.note }),
  // Of the state's treaties, the format treaty_status knows more.
  ['region_m49', 'subregion_m49', 'common_en', 'common_zh', ...['untoc', 'tip', 'som', 'firearms'].flatMap((instrument) => [`${instrument}_status`, `${instrument}_year`, `${instrument}_verified`])],
);

const territory = rowFormat('territories', 'territory', { code: stateCode, m49: optional(reference), ...names }, (row) => ({ code: row.code, m49: row.m49, name: byLanguage(row) }));

const treatyStatus = rowFormat(
  'treaty_status',
  'treaty_status',
  {
    party: reference, instrument: reference, signature_date: optional(date), consent_date: optional(date), consent_type: optional(word(['ratification', 'accession', 'acceptance', 'approval', 'succession'])),
    status: word(['party', 'signatory']), basis: optional(text), verified: optional(text),
  },
  same,
);

const organization = rowFormat(
  'organizations',
  'organization',
  {
    org: id, acronym: optional(title), ...names, seat_city: optional(title), seat_iso3: optional(stateCode), founded: optional(date), kind: word(['regional', 'continental', 'global', 'law-enforcement-centre', 'grouping']),
    oc_instruments: optional(text), verified: optional(text),
  },
  (row) => ({
    org: row.org, acronym: row.acronym, name: byLanguage(row), seat_city: row.seat_city, seat_iso3: row.seat_iso3, founded: row.founded, kind: row.kind, oc_instruments: row.oc_instruments, verified: row.verified,
  }),
);

const region = rowFormat('flow_regions', 'region', { region: regionId, members: cellList, basis: optional(text) }, same);

const iccs = rowFormat('iccs', 'external_code', { code: reference, label_en: title, threat: optional(reference), relation: word(['exact', 'narrower', 'broader', 'partial']), verified: optional(text) }, (row): ExternalCodeValue => ({
  system: 'ICCS', code: row.code, label: row.label_en, scheme: row.threat === null ? null : 'THREAT', concept: row.threat, relation: row.relation, verification: row.verified,
}));

const dacSector = rowFormat('dac_sectors', 'external_code', { code: reference, label_en: title, threat_hint: optional(reference), verified: optional(text) }, (row): ExternalCodeValue => ({
  system: 'DAC', code: row.code, label: row.label_en, scheme: row.threat_hint === null ? null : 'THREAT', concept: row.threat_hint, relation: null, verification: row.verified,
}));

const conceptReference = value<{ scheme: 'THREAT' | 'ELEMENT'; concept: string }>((input) => {
  const [, scheme, concept] = /^(threat|element):(\S+)$/.exec(String(input)) ?? [];
  return concept === undefined ? { message: `"${String(input)}" is no concept. Write it as threat:… or element:….` } : { value: { scheme: scheme === 'threat' ? 'THREAT' : 'ELEMENT', concept } };
});

const assistanceTheme = rowFormat('assistance_themes', 'external_code', { theme: id, concept: optional(conceptReference) }, (row): ExternalCodeValue => ({
  system: 'ASSISTANCE_THEME', code: row.theme, label: null, scheme: row.concept?.scheme ?? null, concept: row.concept?.concept ?? null, relation: null, verification: null,
}));

export const rowFormats = [link, finding, flow, activity, membership, threat, element, state, territory, treatyStatus, organization, region, iccs, dacSector, assistanceTheme] as const;

type ValueOf<F extends { toValue: (row: never, index: number) => unknown }> = ReturnType<F['toValue']>;

export type RowValues = {
  link: ValueOf<typeof link>;
  finding: ValueOf<typeof finding>;
  flow: ValueOf<typeof flow>;
  activity: ValueOf<typeof activity>;
  membership: ValueOf<typeof membership>;
  concept: ConceptValue;
  state: ValueOf<typeof state>;
  territory: ValueOf<typeof territory>;
  treaty_status: ValueOf<typeof treatyStatus>;
  organization: ValueOf<typeof organization>;
  region: ValueOf<typeof region>;
  external_code: ExternalCodeValue;
};

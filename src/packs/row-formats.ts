// The CSV formats of packs, and the list of all CSV formats. Pure.
import { type PartialDate, parsePartialDate } from '../core/dates.ts';
import {
  assistanceTheme,
  type ConceptValue,
  dacSector,
  type ExternalCodeValue,
  element,
  iccs,
  organization,
  region,
  state,
  territory,
  threat,
  treatyStatus,
} from './reference-formats.ts';
import { rowFormat, same } from './row-format.ts';
import {
  amount,
  cellList,
  date,
  flag,
  id,
  isReversed,
  isReversedMessage,
  oneToFive,
  optional,
  recordId,
  reference,
  score,
  share,
  stateCode,
  text,
  title,
  value,
  word,
  year,
} from './shapes.ts';

export const relations = ['EQUAL', 'SUPERSET', 'SUBSET', 'INTERSECTS', 'NO_RELATION', 'CONTRADICTS'] as const;
const linkStatuses = ['SUGGESTED', 'READ', 'CONFIRMED', 'REJECTED', 'STALE', 'SUPERSEDED'] as const;

/** A period of a flow: a date, or two divided by a slash (years also by a hyphen). */
const period = value<{ text: string; from: PartialDate; to: PartialDate }>((input) => {
  const written = String(input);
  const [from = '', to = from] = /^\d{4}-\d{4}$/.test(written) ? written.split('-') : written.split('/');
  const isPeriod = written.split('/').length <= 2 && parsePartialDate(from) !== null && parsePartialDate(to) !== null;
  if (!isPeriod) return { message: `"${written}" is no period. Write it as 2024, 2019-2022, 2024-06 or 2024-01/2024-06.` };
  return isReversed(from, to) ? { message: isReversedMessage(from, to) } : { value: { text: written, from, to } };
});

const link = rowFormat(
  'links',
  'link',
  {
    national: reference,
    regional: reference,
    relation: word(relations),
    share: optional(share),
    status: word(linkStatuses),
    confidence: optional(word(['low', 'medium', 'high'])),
    rationale: optional(text),
    method: optional(text),
    citation: optional(text),
    recorded_by: optional(text),
    recorded_on: optional(date),
  },
  same,
  [],
  (row) =>
    row.share !== null && row.relation !== 'SUBSET' && row.relation !== 'INTERSECTS'
      ? `share: a share says how much of the objective SUBSET or INTERSECTS covers; ${row.relation} has none. Leave it empty.`
      : null,
);

const finding = rowFormat(
  'findings',
  'finding',
  {
    assessment: id,
    series: optional(id),
    date: optional(date),
    iso3: stateCode,
    threat: reference,
    score: optional(score),
    scale_min: optional(score),
    scale_max: optional(score),
    likelihood: optional(oneToFive),
    impact: optional(oneToFive),
    is_emerging: optional(flag),
    note: optional(text),
  },
  same,
  [],
  (row) => {
    const given = [row.score, row.scale_min, row.scale_max].filter((number) => number !== null).length;
    if (given !== 0 && given !== 3) return 'a score needs its scale: give score, scale_min and scale_max together.';
    if ((row.likelihood === null) !== (row.impact === null)) return 'likelihood and impact belong together. Give both.';
    if (row.likelihood !== null && row.score !== null) return 'a finding has a score, or likelihood and impact, not both. Remove one.';
    if (row.score === null || row.scale_min === null || row.scale_max === null) return null;
    if (row.scale_min >= row.scale_max)
      return `scale_max: the scale ends (${row.scale_max}) where it begins (${row.scale_min}) or before. Correct it.`;
    return row.score < row.scale_min || row.score > row.scale_max
      ? `score: ${row.score} is not on the scale from ${row.scale_min} to ${row.scale_max}. Correct it.`
      : null;
  },
);

const flow = rowFormat(
  'flows',
  'flow',
  {
    id: recordId,
    threat: reference,
    commodity: optional(text),
    origin: cellList,
    transit: cellList,
    destination: cellList,
    period: optional(period),
    volume: optional(text),
    volume_unit: optional(text),
    value: optional(text),
    value_unit: optional(text),
    basis: optional(text),
    source_title: optional(text),
    publisher: optional(text),
    source_year: optional(year),
    source_url: optional(text),
    verification: optional(text),
    note: optional(text),
  },
  ({ period: written, ...row }) => ({ ...row, period: written?.text ?? null, last_year: written ? Number(written.to.slice(0, 4)) : row.source_year }),
);

const activity = rowFormat(
  'assistance',
  'activity',
  {
    id: recordId,
    name: title,
    provider: optional(text),
    funder: optional(text),
    recipients: cellList,
    themes: cellList,
    start: optional(date),
    end: optional(date),
    budget: optional(amount),
    currency: optional(reference),
    dac_sectors: cellList,
    source_url: optional(text),
    verification: optional(text),
    note: optional(text),
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
  {
    org: reference,
    iso3: stateCode,
    from_year: year,
    to_year: optional(year),
    role: word(['member', 'participating-state', 'grouping', 'associate', 'observer']),
    note: optional(text),
    verified: optional(text),
  },
  same,
  [],
  (row) => (row.to_year !== null && row.to_year < row.from_year ? `to_year: ${isReversedMessage(row.from_year, row.to_year)}` : null),
);

export const rowFormats = [
  link,
  finding,
  flow,
  activity,
  membership,
  threat,
  element,
  state,
  territory,
  treatyStatus,
  organization,
  region,
  iccs,
  dacSector,
  assistanceTheme,
] as const;

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

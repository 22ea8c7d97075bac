// The brief in words: labels, figures and entries in a language, each entry with its sources. Pure; GraphQL, page and document tell the same.
import type { Concept, ConceptScheme } from '../concepts/model.ts';
import type { PartialDate } from '../core/dates.ts';
import { dayText } from '../i18n/dates.ts';
import { type Language, localeOf, type Texts, textIn } from '../i18n/languages.ts';
import { message } from '../i18n/messages.ts';
import type { MemberState } from '../members/model.ts';
import type { Effect, Evaluation, OfficialAssessment } from '../monitoring/model.ts';
import type { Citation, SourceReference } from '../store/json.ts';
import type { Strategy } from '../strategies/model.ts';
import type { ActivityRow, NeedRow, RecommendationRow } from './assistance-rows.ts';
import type { BriefRows, Entry, Figure, Word, Words } from './model.ts';

/** A node's wording, as the store reads it. */
type NodeWording = { nodeId: number; key: string; label: Texts; originalLanguage: string; citation: Citation | null };

/** What entries refer to, by key or id. */
export type Lookups = {
  states: ReadonlyMap<string, MemberState>;
  strategies: ReadonlyMap<number, Strategy>;
  wordings: ReadonlyMap<number, NodeWording>;
  conceptOf: (scheme: ConceptScheme, key: string) => Concept | undefined;
  assessments: ReadonlyMap<string, OfficialAssessment>;
  effects: ReadonlyMap<string, Effect>;
  evaluations: ReadonlyMap<string, Evaluation>;
  activities: ReadonlyMap<string, ActivityRow>;
  needs: ReadonlyMap<string, NeedRow>;
  recommendations: ReadonlyMap<string, RecommendationRow>;
};

const byKey = <T extends { key: string }>(things: readonly T[]) => new Map(things.map((it) => [it.key, it]));

export function lookupsOf(
  rows: BriefRows,
  more: { states: readonly MemberState[]; wordings: readonly NodeWording[]; conceptOf: Lookups['conceptOf'] },
): Lookups {
  return {
    states: byKey(more.states),
    strategies: new Map(rows.strategies.map((it) => [it.strategyId, it])),
    wordings: new Map(more.wordings.map((it) => [it.nodeId, it])),
    conceptOf: more.conceptOf,
    assessments: byKey(rows.assessments),
    effects: byKey(rows.effects),
    evaluations: byKey(rows.evaluations),
    activities: byKey(rows.activities),
    needs: byKey(rows.needs),
    recommendations: byKey(rows.recommendations),
  };
}

/** Words in a language. */
export function tell(language: Language, { message: key, values = {} }: Words): string {
  return message(language, key, Object.fromEntries(Object.entries(values).map(([name, word]) => [name, valueIn(language, word)])));
}

function valueIn(language: Language, word: Word): number | string {
  if (typeof word !== 'object') return word;
  return 'texts' in word ? textIn(word.texts, language, word.originalLanguage).text : tell(language, word);
}

/** A figure with its unit and its denominator, such as "9 of 12 States; not known of 2". Where nothing is known of any, that is said and no figure. */
export function tellFigure(language: Language, { unit, value, of, unknown }: Figure): string {
  if (unit === 'MEAN_MONTHS' || unit === 'MEAN_ELEMENTS') {
    if (value === null) return message(language, 'brief.noMean', { of });
    const figure = new Intl.NumberFormat(localeOf(language), { maximumFractionDigits: 1 }).format(value);
    return message(language, `brief.count.${unit}`, { value: figure, of });
  }
  if (of === 0) return message(language, 'brief.noneToCount');
  // A zero of which nothing is known would be read as a finding.
  if (unknown >= of) return message(language, 'brief.noneKnown', { of });
  const count = message(language, `brief.count.${unit}`, { value: value ?? 0, of });
  return unknown === 0 ? count : message(language, 'brief.withUnknown', { count, unknown });
}

/** Names of states, those read by ended plans marked. */
export function tellStates(
  language: Language,
  { lookups, lapsedKeys }: { lookups: Lookups; lapsedKeys: readonly string[] },
  keys: readonly string[],
): string {
  const lapsed = new Set(lapsedKeys);
  return keys
    .flatMap((key) => {
      const state = lookups.states.get(key);
      if (!state) return [];
      const name = textIn(state.name, language).text;
      return lapsed.has(key) ? `${name} (${message(language, 'page.lapsed')})` : name;
    })
    .join(message(language, 'separator.item'));
}

/**
 * An entry in words. `text` is in `language` (BCP 47), `original` the same as it was published, where the thing has such a text. `context`: what it
 * stands in, such as the title of its strategy; `citation`: page and paragraph.
 */
export type ToldEntry = {
  state: string | null;
  text: string;
  language: string;
  original: { text: string; language: string } | null;
  context: string | null;
  /** Key of the node it is; null where it is none. */
  nodeKey: string | null;
  note: string | null;
  groups: string[];
  citation: string | null;
  sources: readonly SourceReference[];
};

type ToldThing = Omit<ToldEntry, 'state' | 'note' | 'groups'>;

/** An entry in a language, with its sources. */
export function tellEntry(language: Language, { thing, stateKey, note, group = [] }: Entry, lookups: Lookups): ToldEntry {
  const state = lookups.states.get(stateKey ?? '');
  return {
    state: state ? textIn(state.name, language).text : null,
    note: note ? tell(language, note) : null,
    groups: group.map((words) => tell(language, words)),
    ...tellThing(language, thing, lookups),
  };
}

function tellThing(language: Language, thing: Entry['thing'], lookups: Lookups): ToldThing {
  const plain = { language: language.toLowerCase(), original: null, context: null, nodeKey: null, citation: null, sources: [] };
  switch (thing.kind) {
    case 'STRATEGY': {
      const strategy = lookups.strategies.get(thing.strategyId);
      return strategy ? { ...plain, ...tellStrategy(language, strategy) } : { ...plain, text: '' };
    }
    case 'NODE': {
      const [wording, strategy] = [lookups.wordings.get(thing.nodeId), lookups.strategies.get(thing.strategyId)];
      if (!wording || !strategy) return { ...plain, text: '' };
      return {
        ...textIn(wording.label, language, wording.originalLanguage),
        original: originalOf(wording.label, wording.originalLanguage),
        context: textIn(strategy.title, language, strategy.originalLanguage).text,
        nodeKey: wording.key,
        citation: wording.citation && tellCitation(language, wording.citation),
        sources: strategy.sources,
      };
    }
    case 'CONCEPT': {
      const concept = lookups.conceptOf(thing.scheme, thing.key);
      const label = concept ? textIn(concept.label, language).text : thing.key;
      if (!concept?.instrumentKey || concept.article === null) return { ...plain, text: label };
      const instrument = instrumentWords(concept.instrumentKey);
      return {
        ...plain,
        text: label,
        citation: message(language, 'brief.article', { article: concept.article, instrument: message(language, instrument) }),
      };
    }
    case 'ASSESSMENT': {
      const it = lookups.assessments.get(thing.key);
      return {
        ...plain,
        text: it?.title ?? '',
        language: 'en',
        context: joined(language, [it?.issuingBody, dayOf(language, it?.dated)]),
        sources: it?.sources ?? [],
      };
    }
    case 'EFFECT': {
      const it = lookups.effects.get(thing.key);
      const strategy = lookups.strategies.get(it?.strategyId ?? 0);
      const context = joined(language, [strategy && textIn(strategy.title, language, strategy.originalLanguage).text, dayOf(language, it?.dated)]);
      return { ...plain, text: it?.text ?? '', language: it?.originalLanguage ?? 'en', context, sources: listed(it?.source) };
    }
    case 'EVALUATION': {
      const it = lookups.evaluations.get(thing.key);
      const strategy = lookups.strategies.get(it?.strategyId ?? 0);
      const text = message(language, 'brief.evaluationBy', {
        body: it?.body ?? '',
        date: dayOf(language, it?.dated) ?? message(language, 'brief.dateUnknown'),
      });
      return {
        ...plain,
        text,
        context: strategy ? textIn(strategy.title, language, strategy.originalLanguage).text : null,
        sources: listed(it?.source),
      };
    }
    case 'ACTIVITY': {
      const it = lookups.activities.get(thing.key);
      const period = it && tellPeriod(language, it.start, it.end);
      return {
        ...plain,
        text: it?.title ?? '',
        language: 'en',
        context: joined(language, [...(it?.providers ?? []), ...(it?.funders ?? []), period]),
        sources: it?.sources ?? [],
      };
    }
    case 'NEED':
      return { ...plain, text: lookups.needs.get(thing.key)?.reason ?? thing.key };
    case 'RECOMMENDATION': {
      const it = lookups.recommendations.get(thing.key);
      return { ...plain, text: it?.text ?? thing.key, sources: it?.sources ?? [] };
    }
  }
}

function tellStrategy(language: Language, strategy: Strategy): Omit<ToldThing, 'citation' | 'nodeKey'> {
  return {
    ...textIn(strategy.title, language, strategy.originalLanguage),
    original: originalOf(strategy.title, strategy.originalLanguage),
    context: joined(language, [message(language, `strategyScope.${strategy.scope}`), tellPeriod(language, strategy.validFrom, strategy.validTo)]),
    sources: strategy.sources,
  };
}

function originalOf(texts: Texts, originalLanguage: string): { text: string; language: string } | null {
  const text = texts.original ?? texts[originalLanguage];
  return text === undefined ? null : { text, language: originalLanguage };
}

const joined = (language: Language, parts: readonly (string | null | undefined)[]): string | null =>
  parts.filter((part) => part !== null && part !== undefined && part !== '').join(message(language, 'separator.item')) || null;

const listed = (source: SourceReference | null | undefined): SourceReference[] => (source ? [source] : []);

const dayOf = (language: Language, date: PartialDate | null | undefined): string | null => (date == null ? null : dayText(language, date));

/** From when to when, as far as it is known. */
export function tellPeriod(language: Language, from: PartialDate | null, to: PartialDate | null): string {
  if (from === null && to === null) return message(language, 'brief.dateUnknown');
  const [begin, end] = [dayOf(language, from), dayOf(language, to)];
  if (end === null) return message(language, 'brief.periodOpen', { from: begin ?? '' });
  return begin === null ? message(language, 'brief.periodUntil', { to: end }) : message(language, 'brief.period', { from: begin, to: end });
}

/** Page and paragraph of a citation, and the words where they are quoted. */
export function tellCitation(language: Language, { quote, page, paragraph }: Citation): string | null {
  return joined(language, [
    paragraph === null || paragraph === undefined ? null : message(language, 'brief.paragraph', { paragraph: String(paragraph) }),
    page === null || page === undefined ? null : message(language, 'brief.page', { page: String(page) }),
    quote ? message(language, 'quoted', { text: quote }) : null,
  ]);
}

const instruments = ['untoc', 'tip', 'som', 'firearms'] as const;

/** Message of the short name of an instrument. */
function instrumentWords(key: string): `instrument.${(typeof instruments)[number]}` {
  return `instrument.${instruments.find((it) => it === key) ?? 'untoc'}`;
}

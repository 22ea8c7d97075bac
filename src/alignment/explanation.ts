// Figures in words: sentences by which a person can check the arithmetic of one cell. Pure; the words are in i18n/catalogue.
import type { Language } from '../i18n/languages.ts';
import { message } from '../i18n/messages.ts';
import type { Relation } from '../strategies/model.ts';
import type { AlignmentCell, LinkReading } from './cell.ts';
import type { CountedFinding } from './exposure.ts';
import { rounded } from './figures.ts';
import type { Hint } from './hints.ts';
import { method } from './method.ts';
import type { AlignmentStatus, ElementStatus } from './model.ts';

/** A link of a cell as it is named to people: the key of its national node or plan. */
export type ExplainedLink = { linkId: number; nationalKey: string; relation: Relation };

/** A cell with the names of what it speaks of. `links` stand in the order they are to be named in. Titles by strategyId, labels by key. `hintNodeKey`: of the node the hint points to. */
export type AlignmentExplanation = {
  cell: AlignmentCell;
  stateName: string;
  objectiveLabel: string;
  isLapsed: boolean;
  planTitles: ReadonlyMap<number, string>;
  links: readonly ExplainedLink[];
  threatLabels: ReadonlyMap<string, string>;
  hint: Hint;
  hintNodeKey: string | null;
};

/** Which links count with their parts, how low and high follow, why the status holds, and where a hint comes from. **Source**: method 2. */
export function explainAlignmentCell(language: Language, input: AlignmentExplanation): string {
  const { cell } = input;
  const { status } = cell;
  if (status === 'NO_RECORD') return noRecord(language, message(language, 'alignmentStatus.NO_RECORD'));
  const links = readLinks(input);
  const counted = links.filter(({ whyNot }) => whyNot === null);
  return joined(language, [
    input.isLapsed && lapsed(language),
    counted.length === 0 ? message(language, 'cell.noLinks') : countedLinks(language, counted),
    counted.length > 0 && bounds(language, input),
    otherLinks(language, links),
    statusReason(language, status, input),
    counted.length === 0 && hintReason(language, input),
  ]);
}

type ReadLink = LinkReading & ExplainedLink;

function readLinks({ cell, links }: AlignmentExplanation): ReadLink[] {
  const readings = new Map(cell.readings.map((reading) => [reading.linkId, reading]));
  return links.flatMap((link) => {
    const reading = readings.get(link.linkId);
    return reading ? [{ ...reading, ...link }] : [];
  });
}

function countedLinks(language: Language, counted: readonly ReadLink[]): string {
  return message(language, 'cell.links', {
    count: counted.length,
    list: listed(
      language,
      counted.map((link) => partOf(language, link)),
    ),
  });
}

function partOf(language: Language, { nationalKey: key, relation, low, high, isUsed }: ReadLink): string {
  if (low === null || high === null) return message(language, 'cell.part.differs', { key, relation });
  if (!isUsed) return message(language, 'cell.part.repeated', { key, relation });
  const [from, to] = [rounded(low), rounded(high)];
  if (from !== to) return message(language, 'cell.part.range', { key, relation, low: from, high: to });
  return message(language, relation === 'NO_RELATION' ? 'cell.part.nothing' : 'cell.part.share', { key, relation, share: from });
}

function bounds(language: Language, { cell, planTitles }: AlignmentExplanation): string {
  if (cell.readings.every(({ isUsed }) => !isUsed)) return message(language, 'cell.bounds.noShare');
  const values = { low: rounded(cell.low), sum: cell.highSum };
  if (cell.unreadPlanIds.length === 0) return message(language, cell.highSum > 1 ? 'cell.bounds.capped' : 'cell.bounds.sum', values);
  const plans = cell.unreadPlanIds.map((planId) => quoted(language, planTitles.get(planId) ?? ''));
  return message(language, 'cell.bounds.unread', { low: values.low, count: plans.length, plans: listed(language, plans) });
}

/** Links that do not count, by reason. */
function otherLinks(language: Language, links: readonly ReadLink[]): string | false {
  const reasons = links.flatMap(({ whyNot }) => whyNot ?? []);
  const counts = [...Map.groupBy(reasons, (reason) => reason)].map(([reason, { length }]) =>
    message(language, 'cell.notCounted.reason', { reason: message(language, `whyNotCounted.${reason}`), count: length }),
  );
  return counts.length > 0 && message(language, 'cell.notCounted', { count: reasons.length, reasons: listed(language, counts) });
}

function statusReason(
  language: Language,
  status: Exclude<AlignmentStatus, 'NO_RECORD'>,
  { cell, stateName, objectiveLabel, threatLabels }: AlignmentExplanation,
): string {
  const isOnNoThreat = status === 'NARROW_RECORD' && cell.unmatchedThreats.length === 0;
  return message(language, isOnNoThreat ? 'cell.status.NARROW_RECORD.noThreat' : `cell.status.${status}`, {
    status: message(language, `alignmentStatus.${status}`),
    limit: method.alignedFrom.value,
    above: method.partialAbove.value,
    threats: listed(
      language,
      cell.unmatchedThreats.map((key) => quoted(language, threatLabels.get(key) ?? key)),
    ),
    state: stateName,
    objective: quoted(language, objectiveLabel),
  });
}

function hintReason(language: Language, { hint, hintNodeKey }: AlignmentExplanation): string | false {
  if (hintNodeKey === null) return false;
  const schemes = hint.coverages.map(({ scheme, coverage }) =>
    message(language, 'cell.hint.scheme', { scheme: message(language, `hintScheme.${scheme}`), coverage }),
  );
  return message(language, 'cell.hint', { hint: hint.hint, key: hintNodeKey, schemes: listed(language, schemes) });
}

/** One cell of the element matrix. `nodeKey`: of the deepest node that carries the element; null where none does. */
export type ElementExplanation = { depth: number | null; status: ElementStatus; planCount: number; nodeKey: string | null; isLapsed: boolean };

/** Which node gives the depth, and why. **Source**: method 3. */
export function explainElementCell(language: Language, { depth, status, planCount, nodeKey, isLapsed }: ElementExplanation): string {
  const word = message(language, `elementStatus.${status}`);
  if (status === 'NO_RECORD') return noRecord(language, word);
  const reason = message(language, `element.${status}`, { key: nodeKey ?? '', depth: depth ?? 0, count: planCount, status: word });
  return joined(language, [isLapsed && lapsed(language), reason]);
}

/** What an exposure rests on. `threatKey`: the threat asked for; the finding may be on a narrower one. `threatLabels`: of both. */
export type ExposureExplanation = { threatKey: string; threatLabels: ReadonlyMap<string, string>; finding: CountedFinding | null };

/** How the finding becomes an exposure, and whether it is stale. **Source**: method 4. */
export function explainThreatExposure(language: Language, { threatKey, threatLabels, finding }: ExposureExplanation): string {
  const labelOf = (key: string) => quoted(language, threatLabels.get(key) ?? key);
  const threat = labelOf(threatKey);
  if (finding === null) return message(language, 'exposure.none', { threat, status: message(language, 'threatStatus.NOT_ASSESSED') });
  const isNarrower = finding.threatKey !== threatKey;
  return joined(language, [
    isNarrower && message(language, 'exposure.narrower', { threat, narrower: labelOf(finding.threatKey) }),
    exposureReason(language, finding),
    ageReason(language, finding),
  ]);
}

function exposureReason(language: Language, finding: CountedFinding): string {
  const { likelihood, impact, score, scaleMin: min, scaleMax: max } = finding;
  const value = rounded(finding.value);
  const source = { assessment: finding.assessmentKey, date: finding.dated ?? finding.day };
  if (likelihood !== null && impact !== null) {
    const formula = `${likelihood} × ${impact} / ${method.impactTimesLikelihoodMax.value} = ${value}`;
    return message(language, 'exposure.rating', { ...source, likelihood, impact, formula });
  }
  if (score !== null && min !== null && max !== null) {
    return message(language, 'exposure.score', { ...source, score, min, max, formula: `(${score} - ${min}) / (${max} - ${min}) = ${value}` });
  }
  return message(language, 'exposure.named', { ...source, value });
}

function ageReason(language: Language, { nextEdition: edition, isStale }: CountedFinding): string {
  if (edition !== null) return message(language, isStale ? 'exposure.staleEdition' : 'exposure.currentEdition', { edition });
  return message(language, isStale ? 'exposure.staleAge' : 'exposure.currentAge', { months: method.staleMonths.value });
}

const months = { months: method.lapsedMonthsMax.value };
const noRecord = (language: Language, status: string) => message(language, 'record.none', { ...months, status });
const lapsed = (language: Language) => message(language, 'record.lapsed', months);
const quoted = (language: Language, text: string) => message(language, 'quoted', { text });
const listed = (language: Language, items: readonly string[]) => items.join(message(language, 'separator.item'));
const joined = (language: Language, sentences: readonly (string | false)[]) =>
  sentences.filter((it) => it !== false).join(message(language, 'separator.sentence'));

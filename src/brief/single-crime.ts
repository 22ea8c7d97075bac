// Para 6: what the plans of states with plans on single crimes alone carry together, beside what general plans add.
import { type ElementMatrix, elementEvidence, elementMatrix } from '../alignment/elements.ts';
import { isGeneral, type PlanRecord } from '../alignment/record.ts';
import { meanFigure, planEntries, type StateAnswer, stateFigure } from './figures.ts';
import type { BriefRows, Entry, Figure, Section, Words } from './model.ts';

/** Depths of one element in the plans of one state: over all its plans, over the general ones, and over those on single crimes. */
type Depths = { all: number; general: number | null; single: number | null; isWholeRead: boolean };

/** Figures of para 6. "Single" are all plans whose scope is not general. **Source**: method 3 "generalDepths"; source paper paras 6, 28-29. */
export function para6(rows: BriefRows): Section {
  const { stateKeys, records, elements } = rows;
  const recordOf = new Map(records.map((record) => [record.stateKey, record]));
  const hasGeneral = (stateKey: string) => recordOf.get(stateKey)?.plans.some(isGeneral) ?? false;
  const hasRecord = (stateKey: string) => (recordOf.get(stateKey)?.plans.length ?? 0) > 0;
  const singleAlone = stateKeys.filter((stateKey) => hasRecord(stateKey) && !hasGeneral(stateKey));
  const withGeneral = stateKeys.filter(hasGeneral);
  const depths = depthsOf(rows);
  const perElement = elements.map(({ key, label }, column) => {
    const at = (stateKey: string) => depths(stateKey, column);
    const words = (message: 'union' | 'general' | 'adds'): Words => ({ message: `brief.para6.${message}`, values: { element: { texts: label } } });
    const evidence = (keys: readonly string[], isWanted: (record: PlanRecord) => PlanRecord, answerOf: (stateKey: string) => StateAnswer) =>
      keys.filter((it) => answerOf(it) === 'YES').flatMap((it) => deepestNode(recordOf.get(it), isWanted, rows.nodesOf, key));
    const union = (stateKey: string): StateAnswer => carriedAnswer(at(stateKey)?.all ?? 0, at(stateKey)?.isWholeRead ?? false);
    const general = (stateKey: string): StateAnswer => carriedAnswer(at(stateKey)?.general ?? 0, at(stateKey)?.isWholeRead ?? false);
    const adds = (stateKey: string): StateAnswer => {
      const it = at(stateKey);
      if (!it || it.general === null) return 'LEFT_OUT';
      if (it.general > (it.single ?? 0)) return 'YES';
      return it.general === 0 && !it.isWholeRead ? 'UNKNOWN' : 'NO';
    };
    return [
      stateFigure(
        `para6.union.${key}`,
        words('union'),
        singleAlone,
        union,
        evidence(singleAlone, (it) => it, union),
      ),
      stateFigure(`para6.general.${key}`, words('general'), withGeneral, general, evidence(withGeneral, generalPart, general)),
      stateFigure(`para6.adds.${key}`, words('adds'), withGeneral, adds, evidence(withGeneral, generalPart, adds)),
    ] satisfies Figure[];
  });
  const carried = (keys: readonly string[], isCounted: (depth: Depths) => boolean) =>
    new Map(keys.map((stateKey) => [stateKey, elements.filter((_, column) => isCounted(depths(stateKey, column) ?? none)).length]));
  return {
    key: 'para6',
    title: { message: 'brief.para6' },
    figures: [
      stateFigure(
        'para6.singleAlone',
        { message: 'brief.para6.singleAlone' },
        stateKeys,
        (stateKey) => (hasRecord(stateKey) ? (hasGeneral(stateKey) ? 'NO' : 'YES') : 'UNKNOWN'),
        planEntries(records, (stateKey) => singleAlone.includes(stateKey)),
      ),
      stateFigure(
        'para6.withGeneral',
        { message: 'brief.para6.withGeneral' },
        stateKeys,
        (stateKey) => (hasRecord(stateKey) ? (hasGeneral(stateKey) ? 'YES' : 'NO') : 'UNKNOWN'),
        planEntries(records, hasGeneral),
      ),
      meanFigure(
        'para6.meanUnion',
        { message: 'brief.para6.meanUnion' },
        'MEAN_ELEMENTS',
        carried(singleAlone, (it) => it.all > 0),
      ),
      meanFigure(
        'para6.meanGeneral',
        { message: 'brief.para6.meanGeneral' },
        'MEAN_ELEMENTS',
        carried(withGeneral, (it) => (it.general ?? 0) > 0),
      ),
      meanFigure(
        'para6.meanAdded',
        { message: 'brief.para6.meanAdded' },
        'MEAN_ELEMENTS',
        carried(withGeneral, (it) => (it.general ?? 0) > (it.single ?? 0)),
      ),
      ...perElement.flat(),
    ],
    lists: [],
  };
}

const none: Depths = { all: 0, general: null, single: null, isWholeRead: false };

/** Not seen is unknown as long as the texts were not read whole. **Source**: method 3 "ABSENT". */
const carriedAnswer = (depth: number, isWholeRead: boolean): StateAnswer => (depth > 0 ? 'YES' : isWholeRead ? 'NO' : 'UNKNOWN');

const generalPart = (record: PlanRecord): PlanRecord => ({ ...record, plans: record.plans.filter(isGeneral) });
const singlePart = (record: PlanRecord): PlanRecord => ({ ...record, plans: record.plans.filter((plan) => !isGeneral(plan)) });

function depthsOf({ records, planNodes, elements }: BriefRows): (stateKey: string, column: number) => Depths | null {
  const keys = elements.map(({ key }) => key);
  const rowOf = new Map(records.map(({ stateKey }, row) => [stateKey, row]));
  const all: ElementMatrix = elementMatrix(records, planNodes, keys);
  const single: ElementMatrix = elementMatrix(records.map(singlePart), planNodes, keys);
  return (stateKey, column) => {
    const row = rowOf.get(stateKey) ?? -1;
    const depth = all.depths[row]?.[column];
    if (depth === null || depth === undefined) return null;
    return {
      all: depth,
      general: all.generalDepths[row]?.[column] ?? null,
      single: single.depths[row]?.[column] ?? null,
      isWholeRead: records[row]?.plans.every((plan) => plan.isFullyRead) ?? false,
    };
  };
}

/** The node of some plans of a state that carries an element deepest, as an entry; none where none carries it. */
export function deepestNode(
  record: PlanRecord | undefined,
  part: (record: PlanRecord) => PlanRecord,
  nodesOf: BriefRows['nodesOf'],
  elementKey: string,
): Entry[] {
  if (!record) return [];
  const counted = part(record);
  const nodes = counted.plans.flatMap((plan) => nodesOf(plan.strategyId));
  const [deepest] = elementEvidence(counted, nodes, elementKey);
  if (!deepest) return [];
  const { strategyId, nodeId, depth } = deepest;
  const status = depth === 3 ? 'ACCOUNTABLE' : depth === 2 ? 'ACTIONED' : 'MENTIONED';
  return [{ thing: { kind: 'NODE', strategyId, nodeId }, stateKey: record.stateKey, note: { message: `elementStatus.${status}` } }];
}

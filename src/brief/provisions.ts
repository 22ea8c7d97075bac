// Para 4: which provisions of the Convention and of its three Protocols the plans carry, together and apart. Every count is of distinct
// provisions, or splits the states into parts that do not overlap: nothing is counted twice.
import { isGeneral } from '../alignment/record.ts';
import { planEntries, type StateAnswer, stateFigure, thingFigure } from './figures.ts';
import type { BriefRows, Entry, Figure, Section, Words } from './model.ts';

const instrumentKeys = ['untoc', 'tip', 'som', 'firearms'] as const;
const togetherness = ['together', 'convention', 'protocols', 'neither'] as const;
type Togetherness = (typeof togetherness)[number];

/** By provision: which states carry it, in a general plan and in one on a single crime. */
type Carried = Map<string, { stateKeys: Set<string>; isInGeneral: boolean; isInSingle: boolean }>;

/** Figures and lists of para 4, over P(s) of each state. **Source**: method 0 and 1 "carries"; source paper para 4. */
export function para4(rows: BriefRows): Section {
  const { provisions } = rows;
  const { carried, byState } = carriedProvisions(rows);
  const isWholeRead = rows.records.every(({ plans }) => plans.length > 0 && plans.every((plan) => plan.isFullyRead));
  const counted = (key: string, label: Words, isCounted: (provisionKey: string) => boolean, among = provisions): Figure => {
    const found = among.filter((it) => isCounted(it.key));
    const stateKeys = new Set(found.flatMap((it) => [...(carried.get(it.key)?.stateKeys ?? [])]));
    const unknown = isWholeRead ? 0 : among.filter((it) => !carried.has(it.key)).length;
    return thingFigure(
      key,
      label,
      'PROVISIONS',
      { value: found.length, of: among.length, unknown },
      { stateKeys: rows.stateKeys.filter((it) => stateKeys.has(it)), entries: found.map(({ key: it }) => provisionEntry(it, carried)) },
    );
  };
  const general = (key: string) => carried.get(key)?.isInGeneral ?? false;
  const single = (key: string) => carried.get(key)?.isInSingle ?? false;
  return {
    key: 'para4',
    title: { message: 'brief.para4' },
    figures: [
      counted('para4.all', { message: 'brief.para4.all' }, (key) => carried.has(key)),
      ...instrumentKeys.map((instrument) =>
        counted(
          `para4.${instrument}`,
          { message: 'brief.para4.instrument', values: { instrument: { message: `instrument.${instrument}` } } },
          (key) => carried.has(key),
          provisions.filter((it) => it.instrumentKey === instrument),
        ),
      ),
      counted('para4.generalAlone', { message: 'brief.para4.generalAlone' }, (key) => general(key) && !single(key)),
      counted('para4.singleAlone', { message: 'brief.para4.singleAlone' }, (key) => single(key) && !general(key)),
      counted('para4.generalAndSingle', { message: 'brief.para4.generalAndSingle' }, (key) => general(key) && single(key)),
      ...togetherness.map((part) => {
        const answerOf = (stateKey: string): StateAnswer => {
          const own = byState.get(stateKey);
          if (own === undefined) return 'UNKNOWN';
          return togethernessOf(own) === part ? 'YES' : 'NO';
        };
        const entries = planEntries(rows.records, (stateKey) => answerOf(stateKey) === 'YES');
        return stateFigure(`para4.states.${part}`, { message: `brief.para4.states.${part}` }, rows.stateKeys, answerOf, entries);
      }),
    ],
    lists: [],
  };
}

function provisionEntry(key: string, carried: Carried): Entry {
  const states = carried.get(key)?.stateKeys.size ?? 0;
  return { thing: { kind: 'CONCEPT', scheme: 'PROVISION', key }, note: { message: 'brief.carriedBy', values: { count: states } } };
}

/** Which part a state with plans belongs to, by the instruments whose provisions its plans carry. */
function togethernessOf(instruments: ReadonlySet<string>): Togetherness {
  const isConvention = instruments.has('untoc');
  const isProtocol = instrumentKeys.some((key) => key !== 'untoc' && instruments.has(key));
  if (isConvention) return isProtocol ? 'together' : 'convention';
  return isProtocol ? 'protocols' : 'neither';
}

/** `byState`: instruments carried by the plans of each state that has a record. */
function carriedProvisions({ records, planNodes, provisions }: BriefRows): { carried: Carried; byState: Map<string, Set<string>> } {
  const instrumentOf = new Map(provisions.map(({ key, instrumentKey }) => [key, instrumentKey]));
  const planOf = new Map(
    records.flatMap(({ stateKey, plans }) => plans.map((plan) => [plan.strategyId, { stateKey, isGeneral: isGeneral(plan) }] as const)),
  );
  const carried: Carried = new Map();
  const byState = new Map(records.filter(({ plans }) => plans.length > 0).map(({ stateKey }) => [stateKey, new Set<string>()]));
  for (const node of planNodes) {
    const plan = planOf.get(node.row.strategyId);
    if (!plan) continue;
    for (const provision of node.provisions) {
      const known = carried.get(provision) ?? { stateKeys: new Set<string>(), isInGeneral: false, isInSingle: false };
      known.stateKeys.add(plan.stateKey);
      if (plan.isGeneral) known.isInGeneral = true;
      else known.isInSingle = true;
      carried.set(provision, known);
      byState.get(plan.stateKey)?.add(instrumentOf.get(provision) ?? '');
    }
  }
  return { carried, byState };
}

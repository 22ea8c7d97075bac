// Para 8: what an overarching strategy should hold, and what to consider when one is drafted: each element of paras 28-29 beside the regional
// strategies, with the regional wording and that of other states.
import { elementMatrix } from '../alignment/elements.ts';
import type { PlanRecord } from '../alignment/record.ts';
import { objectivesOf } from '../alignment/trees.ts';
import { type StateAnswer, stateFigure, thingFigure } from './figures.ts';
import type { BriefRows, Entry, Figure, Section } from './model.ts';
import { deepestNode } from './single-crime.ts';

/** Figures of para 8. **Source**: method 1 "carries", 3; source paper paras 8, 28-32. */
export function para8(rows: BriefRows): Section {
  return { key: 'para8', title: { message: 'brief.para8' }, figures: [...strategyFigures(rows), ...elementFigures(rows)], lists: [] };
}

/** Elements that each regional strategy carries: one figure a strategy, its entries one node an element. */
function strategyFigures({ regionals, elements }: BriefRows): Figure[] {
  return regionals.flatMap(({ strategies, nodes, isEnded }) =>
    strategies.map((strategy) => {
      const own = nodes.filter(({ row }) => row.strategyId === strategy.strategyId);
      const carrying = elements.flatMap(({ key, label }) => {
        const node = own.find((it) => it.elements.includes(key));
        return node ? [{ label, nodeId: node.row.nodeId }] : [];
      });
      const title = { texts: strategy.title, originalLanguage: strategy.originalLanguage };
      return thingFigure(
        `para8.strategy.${strategy.key}`,
        { message: isEnded ? 'brief.para8.endedStrategy' : 'brief.para8.strategy', values: { title } },
        'ELEMENTS',
        { value: carrying.length, of: elements.length, unknown: strategy.isFullyRead ? 0 : elements.length - carrying.length },
        {
          entries: [
            { thing: { kind: 'STRATEGY', strategyId: strategy.strategyId } },
            ...carrying.map(
              ({ label, nodeId }): Entry => ({
                thing: { kind: 'NODE', strategyId: strategy.strategyId, nodeId },
                group: [{ message: 'brief.text', values: { text: { texts: label } } }],
              }),
            ),
          ],
        },
      );
    }),
  );
}

/** Per element: the states whose plans carry it; behind it the regional wording first, then that of each state, its deepest node. */
function elementFigures(rows: BriefRows): Figure[] {
  const { stateKeys, records, planNodes, regionals, elements, nodesOf, publicIds } = rows;
  const matrix = elementMatrix(
    records,
    planNodes,
    elements.map(({ key }) => key),
  );
  const publicPart = (record: PlanRecord): PlanRecord => ({ ...record, plans: record.plans.filter((plan) => publicIds.has(plan.strategyId)) });
  const rowOf = new Map(records.map(({ stateKey }, row) => [stateKey, row]));
  return elements.map(({ key, label }, column) => {
    const answerOf = (stateKey: string): StateAnswer => {
      const status = matrix.statuses[rowOf.get(stateKey) ?? -1]?.[column];
      if (status === 'ABSENT') return 'NO';
      return status === undefined || status === 'NO_RECORD' || status === 'NOT_SEEN' ? 'UNKNOWN' : 'YES';
    };
    const regionalWording = regionals.flatMap(({ nodes }) =>
      objectivesOf(nodes)
        .filter((node) => node.elements.includes(key))
        .map(
          ({ row }): Entry => ({
            thing: { kind: 'NODE', strategyId: row.strategyId, nodeId: row.nodeId },
            group: [{ message: 'brief.para8.regionalWording' }],
          }),
        ),
    );
    const nationalWording = records.flatMap((record) =>
      deepestNode(record, publicPart, nodesOf, key).map((entry): Entry => ({ ...entry, group: [{ message: 'brief.para8.nationalWording' }] })),
    );
    return stateFigure(`para8.element.${key}`, { message: 'brief.para8.element', values: { element: { texts: label } } }, stateKeys, answerOf, [
      ...regionalWording,
      ...nationalWording,
    ]);
  });
}

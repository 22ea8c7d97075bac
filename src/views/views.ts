// All views by key, and how each is answered, whoever asks: the command line, an export or a page.
import { activitiesView, assistanceView, overlapsView } from './assistance.ts';
import { briefView } from './brief.ts';
import { alignmentView, coverageView, elementView, threatView } from './matrices.ts';
import { overviewView } from './overview.ts';
import { organizationsView, statesView, strategiesView } from './records.ts';
import { calendarView, sessionsView } from './sessions.ts';
import { comparisonView, sharedThreatsView, synergyView } from './shared.ts';
import { stateRecordView } from './state-record.ts';
import { strategyView } from './strategy.ts';
import { queryOf, type Sheet, type View } from './view.ts';

/** A view with its type of data closed in, so that views of different data stand in one list. */
export type AnyView = Omit<View<never>, 'sheet'> & { sheet: (data: unknown) => Sheet };

const anyView = <Data>(view: View<Data>): AnyView => ({ ...view, sheet: (data) => view.sheet(data as Data) });

export const views: readonly AnyView[] = [
  anyView(overviewView),
  anyView(alignmentView),
  anyView(elementView),
  anyView(threatView),
  anyView(sharedThreatsView),
  anyView(coverageView),
  anyView(synergyView),
  anyView(comparisonView),
  anyView(stateRecordView),
  anyView(strategiesView),
  anyView(strategyView),
  anyView(statesView),
  anyView(organizationsView),
  anyView(assistanceView),
  anyView(activitiesView),
  anyView(overlapsView),
  anyView(sessionsView),
  anyView(calendarView),
  anyView(briefView),
];

/** Executes one operation for somebody; gives its data, throws where there is an error. */
export type Ask = (query: string, variables: Readonly<Record<string, unknown>>) => Promise<unknown>;

type Connection = { pageInfo: { hasNextPage: boolean; endCursor: string | null }; edges: unknown[] };

/** The data of a view: of one operation, or of all pages of a connection as one. */
export async function answerView(view: AnyView, ask: Ask, variables: Readonly<Record<string, unknown>>): Promise<unknown> {
  const { pages: field } = view;
  if (field === undefined) return ask(queryOf(view), variables);
  const edges: unknown[] = [];
  let after: string | null = null;
  for (;;) {
    const data = (await ask(queryOf(view), { ...variables, first: 100, after })) as Record<string, Connection>;
    const page = data[field];
    edges.push(...(page?.edges ?? []));
    if (!page?.pageInfo.hasNextPage) return { ...data, [field]: { ...page, edges } };
    after = page.pageInfo.endCursor;
  }
}

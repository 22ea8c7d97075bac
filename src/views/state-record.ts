// The view of all that is said of one state: a line for each statement. Pure.
import type { AlignmentStatus, CoverageStatus, ElementStatus, EvidenceBasis, ThreatStatus } from '../alignment/model.ts';
import type { StrategyScope } from '../strategies/model.ts';
import { type Cell, type Computed, type Concept, computedFields, computedSheet, type State, stateFields, type View } from './view.ts';

export type RecordedStrategy = { key: string; title: string; scope: StrategyScope; validFrom: string | null; validTo: string | null };
export type RecordedObjective = {
  objective: { key: string; label: string; english: string; originalLanguage: string; strategy: { key: string } };
  status: AlignmentStatus;
  low: number;
  high: number;
  basis: EvidenceBasis;
  hint: number;
  evidenceCount: number;
};
type Statement = { objective: RecordedObjective['objective']; open: boolean; reason: string; reference: string | null; when: string; who: string };

export type RecordData = {
  stateRecord: Computed & {
    state: State & { region: string | null };
    lapsed: boolean;
    plans: { key: string }[];
    strategies: (RecordedStrategy & { phase: string; english: string; originalTitle: string; originalLanguage: string })[];
    coverage: { scope: StrategyScope; status: CoverageStatus; party: boolean | null }[];
    elements: { element: Concept; status: ElementStatus; depth: number | null; generalDepth: number | null }[];
    threats: { threat: Concept; status: ThreatStatus; exposure: number | null; named: boolean; planned: number | null; stale: boolean }[];
    organizations: {
      organization: { key: string; name: string };
      note: string | null;
      ended: boolean;
      strategies: { key: string; title: string }[];
      objectives: RecordedObjective[];
    }[];
    contests: (Statement & { resolution: string | null })[];
    notApplicable: Statement[];
    statements: RecordWord[];
  };
};

/** What the state itself says to a kind of strategy, an element or a threat of its record. */
export type RecordWord = {
  id: string;
  subject: 'SCOPE' | 'ELEMENT' | 'THREAT';
  key: string;
  decision: 'CONFIRM' | 'CORRECT' | 'CONTEST';
  proposed: string | null;
  open: boolean;
  reason: string | null;
  reference: string | null;
  when: string;
  who: string;
};

const objectiveFields = 'objective { key label english: label(lang: EN) originalLanguage strategy { key } }';

export const stateRecordView: View<RecordData> = {
  key: 'state-record',
  about: 'all that is said of one state, a line for each statement',
  scope: 'one of the states',
  name: 'StateRecord',
  variables: { state: 'String!', asOf: 'Date', sources: 'FindingSources', includeUnseen: 'Boolean' },
  selection: `stateRecord(state: $state, asOf: $asOf, sources: $sources, includeUnseen: $includeUnseen) {
    ${computedFields}
    state { ${stateFields} region }
    lapsed
    plans { key }
    strategies { key title english: title(lang: EN) originalTitle originalLanguage scope validFrom validTo phase(asOf: $asOf) }
    coverage { scope status party }
    elements { element { key label } status depth generalDepth }
    threats { threat { key label } status exposure named planned stale }
    organizations {
      organization { key name }
      note
      ended
      strategies { key title }
      objectives { ${objectiveFields} status low high basis hint evidenceCount }
    }
    contests { ${objectiveFields} open reason reference when who resolution }
    notApplicable { ${objectiveFields} open reason reference when who }
    statements { id subject key decision proposed open reason reference when who }
  }`,
  sheet: ({ stateRecord: it }) => {
    const plans = new Set(it.plans.map(({ key }) => key));
    const lines: Cell[][] = [
      ...it.strategies.map(({ key, title, phase }) => ['strategy', null, key, title, phase, null, null, plans.has(key) ? 'counts' : null, null]),
      ...it.coverage.map(({ scope, status }) => ['kind', null, scope, null, status, null, null, null, null]),
      ...it.elements.map(({ element, status, depth }) => ['element', null, element.key, element.label, status, depth, depth, null, null]),
      ...it.threats.map(({ threat, status, exposure, planned, named, stale }) => [
        'threat',
        null,
        threat.key,
        threat.label,
        status,
        exposure,
        exposure,
        [named ? 'named' : [], stale ? 'stale' : [], planned === null ? [] : `planned:${planned}`].flat(),
        null,
      ]),
      ...it.organizations.flatMap(({ organization, objectives }) =>
        objectives.map(({ objective, status, low, high, basis }) => [
          'objective',
          organization.key,
          objective.key,
          objective.label,
          status,
          low,
          high,
          basis,
          null,
        ]),
      ),
      ...it.contests.map((said) => statementLine('contest', said)),
      ...it.notApplicable.map((said) => statementLine('not-applicable', said)),
      ...it.statements.map((said) => [
        'word',
        null,
        said.key,
        said.decision,
        said.proposed ?? (said.open ? 'OPEN' : 'ENDED'),
        null,
        null,
        `${said.who} ${said.when}`,
        said.reason,
      ]),
    ];
    return computedSheet(
      ['state', 'state_name', 'state_note', 'lapsed', 'statement', 'organization', 'key', 'label', 'status', 'low', 'high', 'basis', 'reason'],
      lines.map((cells) => ({ of: it, cells: [it.state.key, it.state.name, it.state.note, it.lapsed, ...cells] })),
    );
  },
};

function statementLine(kind: string, { objective, open, who, when, reason }: Statement): Cell[] {
  return [kind, null, objective.key, objective.label, open ? 'OPEN' : 'ENDED', null, null, `${who} ${when}`, reason];
}

// Views of the sessions of the working group, and of what is due when. Pure.
import type { Labelled, Named } from './assistance.ts';
import { type Computed, computedFields, computedSheet, keysOf, type View } from './view.ts';

export type Outcome = 'DONE' | 'UNDER_WAY' | 'DROPPED' | 'CARRIED_OVER';
export type Recommendation = {
  key: string;
  version: number;
  what: string;
  addressee: string;
  dueOn: string | null;
  overdue: boolean;
  outcome: Outcome | null;
  states: Named[];
  organizations: Named[];
  needs: { key: string; state: Named; element: Labelled | null; threat: Labelled | null }[];
  outcomes: { outcome: Outcome; on: string; reason: string; carriedTo: { key: string; title: string } | null }[];
};
export type Session = { key: string; title: string; startsOn: string; endsOn: string; frozenOn: string | null };
export type SessionsData = {
  sessions: (Session & {
    recommendations: (Pick<Recommendation, 'key' | 'what' | 'addressee' | 'dueOn' | 'overdue' | 'outcome'> & {
      states: { key: string }[];
      organizations: { key: string }[];
    })[];
  })[];
};

export const sessionFields = 'key title startsOn endsOn frozenOn';

export const sessionsView: View<SessionsData> = {
  key: 'sessions',
  about: 'sessions of the working group and what they recommended',
  scope: 'none',
  name: 'Sessions',
  variables: {},
  selection: `sessions {
    ${sessionFields}
    recommendations { key what addressee dueOn overdue outcome states { key } organizations { key } }
  }`,
  sheet: ({ sessions }) => ({
    header: [
      'session',
      'session_title',
      'starts_on',
      'ends_on',
      'frozen_on',
      'recommendation',
      'what',
      'addressee',
      'states',
      'organizations',
      'due_on',
      'overdue',
      'outcome',
    ],
    rows: sessions.flatMap((session) => {
      const own = [session.key, session.title, session.startsOn, session.endsOn, session.frozenOn];
      if (session.recommendations.length === 0) return [[...own, null, null, null, null, null, null, null, null]];
      return session.recommendations.map((it) => [
        ...own,
        it.key,
        it.what,
        it.addressee,
        keysOf(it.states),
        keysOf(it.organizations),
        it.dueOn,
        it.overdue,
        it.outcome,
      ]);
    }),
  }),
};

type Source = { title: string | null; ref: string | null };
export type CalendarItem = {
  kind: 'ASSESSMENT' | 'EVALUATION' | 'STRATEGY_END';
  status: 'OVERDUE' | 'DUE' | 'LATER' | 'UNKNOWN' | 'NEVER_RECORDED';
  dueOn: string | null;
  ageMonths: number | null;
  stated: boolean;
  state: Named | null;
  organization: Named | null;
  strategy: { key: string; title: string } | null;
  assessment: { key: string; title: string; dated: string | null; nextEdition: string | null; sources: Source[] } | null;
  evaluation: {
    key: string;
    body: string;
    dated: string | null;
    cadenceMonths: number | null;
    nextDue: string | null;
    source: Source | null;
  } | null;
};
export type CalendarData = { monitoringCalendar: Computed & { items: CalendarItem[] } };

export const calendarView: View<CalendarData> = {
  key: 'calendar',
  about: 'assessments and evaluations that are due, and strategies that end within 12 months',
  scope: 'organization or states',
  name: 'Calendar',
  variables: { organization: 'String', states: '[String!]', asOf: 'Date' },
  selection: `monitoringCalendar(organization: $organization, states: $states, asOf: $asOf) {
    ${computedFields}
    items {
      kind status dueOn ageMonths stated
      state { key name }
      organization { key name }
      strategy { key title }
      assessment { key title dated nextEdition sources { title ref } }
      evaluation { key body dated cadenceMonths nextDue source { title ref } }
    }
  }`,
  sheet: ({ monitoringCalendar: it }) =>
    computedSheet(
      [
        'kind',
        'status',
        'due_on',
        'stated',
        'state',
        'organization',
        'strategy',
        'strategy_title',
        'newest',
        'newest_dated',
        'age_months',
        'cadence_months',
        'next_stated',
      ],
      it.items.map((item) => ({
        of: it,
        cells: [
          item.kind,
          item.status,
          item.dueOn,
          item.stated,
          item.state?.key,
          item.organization?.key,
          item.strategy?.key,
          item.strategy?.title,
          item.assessment?.key ?? item.evaluation?.key,
          item.assessment?.dated ?? item.evaluation?.dated,
          item.ageMonths,
          item.evaluation?.cadenceMonths,
          item.assessment?.nextEdition ?? item.evaluation?.nextDue,
        ],
      })),
    ),
};

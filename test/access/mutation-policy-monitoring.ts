// The policy of changes for what is recorded beside strategies: by their owner's editors, of a published strategy too.
import { asks, isEditor, type MutationPolicy } from './mutation-rules.ts';

export const monitoringPolicies: Readonly<Record<string, MutationPolicy>> = {
  recordEffect: {
    on: 'strategy',
    input: ({ key }) => ({ strategy: key, axis: 'REGIONAL_COOPERATION', direction: 'GOOD', text: 'It helped.', source: { title: 'Report' } }),
    outcome: asks(isEditor),
    references: ['strategy'],
  },
  recordEvaluation: {
    on: 'strategy',
    input: ({ key }) => ({ strategy: key, body: 'Audit office', date: '2025', cadenceMonths: 24 }),
    outcome: asks(isEditor),
    references: ['strategy'],
  },
  recordIndicatorValue: {
    on: 'strategy',
    input: ({ key }) => ({ indicator: `${key}.n4`, date: '2026-01', value: 3, details: { unit: 'cases' } }),
    outcome: asks(isEditor),
    references: ['indicator'],
  },
  reportMeasure: {
    on: 'strategy',
    input: ({ key }) => ({ measure: `${key}.n3`, status: 'UNDER_WAY', date: '2026-01' }),
    outcome: asks(isEditor),
    references: ['measure'],
  },
};

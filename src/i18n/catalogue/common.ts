// Messages of what States have in common: overview, shared threats, synergy, comparison.
import type { Language } from '../languages.ts';

const en = {
  'overview.title': 'Overview of {organization}',
} as const;

type Group = Readonly<Record<keyof typeof en, string>>;

export const commonMessages: Readonly<Record<Language, Group>> & { EN: typeof en } = {
  EN: en,
  FR: {
    'overview.title': 'Vue d’ensemble\u00a0: {organization}',
  },
  ES: {
    'overview.title': 'Panorama de {organization}',
  },
  RU: {
    'overview.title': 'Обзор: {organization}',
  },
  ZH: {
    'overview.title': '{organization}概览',
  },
  AR: {
    'overview.title': 'نظرة عامة: {organization}',
  },
};

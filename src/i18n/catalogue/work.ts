// Messages of technical assistance: needs, activities, sessions.
import type { Language } from '../languages.ts';

const en = {
  'assistance.title': 'Technical assistance',
} as const;

type Group = Readonly<Record<keyof typeof en, string>>;

export const workMessages: Readonly<Record<Language, Group>> & { EN: typeof en } = {
  EN: en,
  FR: {
    'assistance.title': 'Assistance technique',
  },
  ES: {
    'assistance.title': 'Asistencia técnica',
  },
  RU: {
    'assistance.title': 'Техническая помощь',
  },
  ZH: {
    'assistance.title': '技术援助',
  },
  AR: {
    'assistance.title': 'المساعدة التقنية',
  },
};

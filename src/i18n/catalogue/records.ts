// Messages of records: a State, strategies, search, method, sources.
import type { Language } from '../languages.ts';

const en = {
  'record.title': '{state}: all that is recorded',
} as const;

type Group = Readonly<Record<keyof typeof en, string>>;

export const recordMessages: Readonly<Record<Language, Group>> & { EN: typeof en } = {
  EN: en,
  FR: {
    'record.title': '{state}\u00a0: tout ce qui est enregistré',
  },
  ES: {
    'record.title': '{state}: todo lo registrado',
  },
  RU: {
    'record.title': '{state}: всё, что записано',
  },
  ZH: {
    'record.title': '{state}：全部记录',
  },
  AR: {
    'record.title': '{state}: كل ما هو مسجّل',
  },
};

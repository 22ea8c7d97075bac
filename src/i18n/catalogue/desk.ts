// Messages of signed-in work: signing in, forms, import.
import type { Language } from '../languages.ts';

const en = {
  'desk.signIn': 'Sign in',
  'action.reference': 'Number of the note it comes with',
  'action.referenceDate': 'Date of that note',
} as const;

type Group = Readonly<Record<keyof typeof en, string>>;

export const deskMessages: Readonly<Record<Language, Group>> & { EN: typeof en } = {
  EN: en,
  FR: {
    'desk.signIn': 'Se connecter',
    'action.reference': 'Numéro de la note d’accompagnement',
    'action.referenceDate': 'Date de cette note',
  },
  ES: {
    'desk.signIn': 'Iniciar sesión',
    'action.reference': 'Número de la nota adjunta',
    'action.referenceDate': 'Fecha de esa nota',
  },
  RU: {
    'desk.signIn': 'Войти',
    'action.reference': 'Номер сопроводительной ноты',
    'action.referenceDate': 'Дата этой ноты',
  },
  ZH: {
    'desk.signIn': '登录',
    'action.reference': '所附照会编号',
    'action.referenceDate': '照会日期',
  },
  AR: {
    'desk.signIn': 'تسجيل الدخول',
    'action.reference': 'رقم المذكرة المرفقة',
    'action.referenceDate': 'تاريخ تلك المذكرة',
  },
};

// Messages of the correction sheet in Russian.
import type { sheetEn } from './sheet-en.ts';

export const sheetRu: Readonly<Record<keyof typeof sheetEn, string>> = {
  'sheet.title': 'Лист исправлений',
  'sheet.lead': 'Что говорится в этой базе о государстве: {state}, по состоянию на {date}',
  'sheet.howTitle': 'Как заполнять',
  'sheet.how':
    'Укажите в столбце «{decision}», как ваше государство относится к строке: {confirm}, {correct} или {contest}. Незаполненное остается без изменений. Сказанное вами показывается рядом с записанным всем, кто видит строку.',
  'sheet.how.confirm':
    '«{confirm}»: это так. Подтверждает утверждающее лицо государства; если лист возвращает редактор, эти строки ждут, пока его вернет и утверждающее лицо.',
  'sheet.how.correct': '«{correct}»: это иначе. Выберите верное значение в столбце «{proposed}» и укажите причину.',
  'sheet.how.cell':
    'В разделе «{part}» верное значение — «{notApplicable}» или ключ части вашего плана, охватывающей цель, например abc-plan.p1.o1. Перед ключом может стоять EQUAL, SUPERSET, SUBSET, INTERSECTS, NO_RELATION или CONTRADICTS; без такого слова подразумевается INTERSECTS. До рассмотрения это лишь предложение.',
  'sheet.how.contest': '«{contest}»: это не так. Укажите причину; тогда показываются оба прочтения.',
  'sheet.how.prompt':
    'В разделе «{part}», который видит только ваше государство, «{confirm}» превращает строку в просьбу о помощи. Выберите срочность в столбце «{proposed}» и укажите причину. Затем просьбу подтверждает второе лицо государства.',
  'sheet.how.back':
    'Укажите на этой странице номер и дату вашей ноты и верните файл вместе с ней. Его загружает редактор или утверждающее лицо государства либо оператор этого сервиса.',
  'sheet.how.key': 'Не меняйте столбец «{key}»: по нему распознаются строки.',
  'sheet.how.paper':
    'Отметьте одно поле в каждой строке, по которой вы хотите высказаться, и напишите рядом верное значение и причину. Верните документ вместе с вашей нотой.',
  'sheet.field.state': 'Государство',
  'sheet.field.reference': 'Номер вашей ноты',
  'sheet.field.referenceDate': 'Дата вашей ноты (ГГГГ-ММ-ДД)',
  'sheet.tab.cover': 'Титул',
  'sheet.tab.values': 'Значения',
  'sheet.part.SCOPE': 'Виды стратегий',
  'sheet.part.ELEMENT': 'Элементы',
  'sheet.part.THREAT': 'Угрозы',
  'sheet.part.CELL': 'Цели',
  'sheet.part.PROMPT': 'Подсказки',
  'sheet.column.subject': 'О чем речь',
  'sheet.column.recorded': 'Что записано',
  'sheet.column.decision': 'Решение',
  'sheet.column.proposed': 'Верное значение',
  'sheet.column.reason': 'Причина',
  'sheet.column.key': 'Ключ',
  'sheet.decision.CONFIRM': 'подтвердить',
  'sheet.decision.CORRECT': 'исправить',
  'sheet.decision.CONTEST': 'оспорить',
  'sheet.urgency.LOW': 'низкая',
  'sheet.urgency.MEDIUM': 'средняя',
  'sheet.urgency.HIGH': 'высокая',
  'sheet.urgency.CRITICAL': 'критическая',
  'sheet.withBasis': '{status} ({basis})',
  'sheet.share': 'доля {share}',
  'sheet.more': '{count, plural, one {и еще #} few {и еще #} many {и еще #} other {и еще #}}',
  'sheet.said': 'Государство заявило {date}: {words}',
  'sheet.place': '{tab}, строка {row}',
  'sheet.did.CONTEST_CELL': '{place}: ячейка {key} оспорена.',
  'sheet.did.MARK_NOT_APPLICABLE': '{place}: заявлено, что цель {key} неприменима.',
  'sheet.did.PROPOSE_LINK': '{place}: предложена связь {key}.',
  'sheet.did.CONFIRM_LINK': '{place}: связь {key} подтверждена.',
  'sheet.did.RECORD_STATEMENT': '{place}: записано, что государство говорит о {key}.',
  'sheet.did.REQUEST_ASSISTANCE': '{place}: запрошена помощь по теме {key}.',
  'sheet.didBefore': '{done} Так было и прежде.',
};

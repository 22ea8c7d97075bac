// Russian messages.
import { briefRu } from './brief-ru.ts';
import { commonMessages } from './common.ts';
import { sharedThreatMessages } from './common-2.ts';
import { comparisonMessages } from './common-3.ts';
import { deskMessages } from './desk.ts';
import { deskMoreMessages } from './desk-2.ts';
import { deskEditMessages } from './desk-3.ts';
import { importMessages } from './desk-4.ts';
import { monitoringMessages } from './desk-5.ts';
import { formMessages } from './desk-6.ts';
import { editMessages } from './edit.ts';
import type { Catalogue } from './en.ts';
import { errorPacksRu } from './errors-packs-ru.ts';
import { errorRecordsRu } from './errors-records-ru.ts';
import { errorsRu } from './errors-ru.ts';
import { gridMessages } from './grids.ts';
import { gridMessages2 } from './grids-2.ts';
import { gridMessages3 } from './grids-3.ts';
import { recordMessages } from './records.ts';
import { regionMessages } from './regions.ts';
import { sheetRu } from './sheet-ru.ts';
import { shellMessages } from './shell.ts';
import { templateMessages } from './template.ts';
import { workMessages } from './work.ts';

export const ru: Catalogue = {
  disclaimer:
    'Обозначения, используемые в настоящем сервисе, и изложение материала в нём не означают выражения какого-либо мнения относительно правового статуса какой-либо страны, территории, города или района, или их властей, либо относительно прохождения их границ или рубежей. Все показатели рассчитаны на основе опубликованных текстов и не были согласованы ни с одним государством. Если соответствующее положение не найдено, это относится только к учтённым здесь документам. Ранжирование государств не проводится.',
  kosovoNote: 'Ссылки на Косово следует понимать в контексте резолюции 1244 (1999) Совета Безопасности.',
  unseenStrategy:
    '{title}: ни один из {count, plural, one {# узла} few {# узлов} many {# узлов} other {# узла}} этой стратегии не был обнаружен в источнике, поэтому здесь они не учитываются; чтобы увидеть их, сделайте запрос с includeUnseen.',

  who: '{body}, {role}',
  'role.READER': 'читатель',
  'role.EDITOR': 'редактор',
  'role.APPROVER': 'утверждающее лицо',
  'role.DELEGATE': 'делегат в рабочей группе',
  'role.ANALYST': 'аналитик',
  'role.SECRETARIAT': 'Секретариат',
  'role.ADMIN': 'администратор',
  'role.OPERATOR': 'оператор этого сервиса',

  'alignmentStatus.ALIGNED': 'согласуется',
  'alignmentStatus.PARTIAL': 'частично согласуется',
  'alignmentStatus.GAP': 'в учтённых документах соответствующее положение не найдено',
  'alignmentStatus.NARROW_RECORD': 'не содержится в учтённых планах, каждый из которых посвящён одному виду преступности',
  'alignmentStatus.UNREAD': 'ещё не прочитано',
  'alignmentStatus.DIFFERS': 'имеются различия',
  'alignmentStatus.CONTESTED': 'оспаривается',
  'alignmentStatus.NOT_APPLICABLE': 'неприменимо',
  'alignmentStatus.NO_RECORD': 'нет учтённых планов',

  'evidenceBasis.CONFIRMED': 'подтверждено государством или автором цели',
  'evidenceBasis.READ': 'одинаково прочитано двумя читателями',
  'evidenceBasis.HINT': 'ориентир по меткам, а не вывод',
  'evidenceBasis.UNREAD': 'ещё не прочитано',

  'relation.EQUAL': 'говорит то же самое',
  'relation.SUPERSET': 'охватывает её целиком и выходит за её рамки',
  'relation.SUBSET': 'охватывает её часть',
  'relation.INTERSECTS': 'охватывает её часть и другие вопросы',
  'relation.NO_RELATION': 'прочитано, ничего не найдено',
  'relation.CONTRADICTS': 'отличается от неё',

  'linkStatus.SUGGESTED': 'предложена',
  'linkStatus.READ': 'одинаково прочитана двумя читателями',
  'linkStatus.CONFIRMED': 'подтверждена',
  'linkStatus.REJECTED': 'не принята по итогам рассмотрения',
  'linkStatus.STALE': 'подлежит повторному прочтению, поскольку текст изменился',
  'linkStatus.SUPERSEDED': 'заменена более поздней связью',

  'elementStatus.ACCOUNTABLE': 'мера с ответственным органом и показателем',
  'elementStatus.ACTIONED': 'мера',
  'elementStatus.MENTIONED': 'упоминается',
  'elementStatus.NOT_SEEN': 'в прочитанном не встретилось',
  'elementStatus.ABSENT': 'не содержится в планах, прочитанных полностью',
  'elementStatus.NO_RECORD': 'нет учтённых планов',

  'threatStatus.PLANNED': 'предусмотрена в планах',
  'threatStatus.MENTIONED': 'упоминается в планах',
  'threatStatus.NOT_SEEN': 'в учтённых планах не встретилась',
  'threatStatus.LOW_EXPOSURE': 'низкая подверженность',
  'threatStatus.NOT_ASSESSED': 'не оценивалась',
  'threatStatus.NO_RECORD': 'нет учтённых планов',

  'coverageStatus.IN_FORCE': 'действует',
  'coverageStatus.UPCOMING': 'утверждён, ещё не начал действовать',
  'coverageStatus.ENDED': 'завершён',
  'coverageStatus.DRAFT': 'проект',
  'coverageStatus.NONE': 'нет, по заявлению государства',
  'coverageStatus.NOT_RECORDED': 'не учтено',

  'sharedThreatReason.LINKED_BY_FLOW': 'учтённые потоки связывают государства-члены',
  'sharedThreatReason.NAMED_BY_ASSESSMENT': 'названа в последней региональной оценке',
  'sharedThreatReason.NO_REGIONAL_OBJECTIVE': 'региональной цели, касающейся её, не учтено',
  'sharedThreatReason.UNEVEN_PLANNING': 'планы подверженных ей государств-членов охватывают её в разной мере',
  'sharedThreatReason.RISING': 'оценивается выше, чем прежде',
  'sharedThreatReason.EMERGING': 'отмечена в одной из оценок как возникающая',
  'sharedThreatReason.STALE': 'все выводы о ней устарели',
  'sharedThreatReason.UNASSESSED': 'по некоторым государствам-членам выводов о ней нет',

  'hintScheme.threats': 'угрозы',
  'hintScheme.elements': 'элементы',
  'hintScheme.provisions': 'положения',

  'whyNotCounted.STATUS': 'не подтверждена и не прочитана одинаково двумя читателями',
  'whyNotCounted.PLAN': 'от плана, который не учитывается на запрошенную дату',
  'whyNotCounted.UNSEEN': 'от узла, не обнаруженного в источнике',
  'whyNotCounted.NOT_A_CANDIDATE': 'от узла, который не является ни целью, ни мерой',

  'separator.item': ', ',
  'separator.sentence': ' ',
  quoted: '«{text}»',

  'record.none':
    'Нет учтённых планов, которые действовали бы на запрошенную дату или завершились бы в течение предшествующих ей {months} месяцев: {status}.',
  'record.lapsed':
    'Нет учтённых планов, действующих на запрошенную дату; вместо них читаются планы, завершившиеся в течение предшествующих ей {months} месяцев.',

  'cell.links':
    '{count, plural, one {Учитывается # связь} few {Учитываются # связи} many {Учитывается # связей} other {Учитывается # связи}}: {list}.',
  'cell.noLinks': 'Ни одна связь не учитывается, поэтому нижнее значение (low) равно 0, а верхнее (high) — 1.',
  'cell.notCounted':
    'Не {count, plural, one {учитывается # связь} few {учитываются # связи} many {учитывается # связей} other {учитывается # связи}} ({reasons}).',
  'cell.notCounted.reason': '{reason}: {count}',
  'cell.part.share': '{key} охватывает долю {share} ({relation})',
  'cell.part.range': '{key} охватывает от {low} до {high} ({relation})',
  'cell.part.nothing': '{key} — прочитано, ничего не найдено, доля {share} ({relation})',
  'cell.part.differs': '{key} отличается и не даёт доли ({relation})',
  'cell.part.repeated': '{key} повторно ({relation}; не прибавляется, поскольку каждый узел или план учитывается один раз)',
  'cell.bounds.sum': 'Нижнее значение (low) равно наибольшей из нижних границ, {low}; верхнее значение (high) равно сумме верхних границ, {sum}.',
  'cell.bounds.capped':
    'Нижнее значение (low) равно наибольшей из нижних границ, {low}; верхнее значение (high) равно сумме верхних границ, {sum}, ограниченной единицей (1).',
  'cell.bounds.unread':
    'Нижнее значение (low) равно наибольшей из нижних границ, {low}; верхнее значение (high) равно 1, поскольку в отношении этой цели не {count, plural, one {прочитан # план} few {прочитаны # плана} many {прочитано # планов} other {прочитано # плана}}: {plans}.',
  'cell.bounds.noShare': 'Ни одна связь не даёт доли, поэтому нижнее значение (low) равно 0, а верхнее (high) — 1.',
  'cell.status.ALIGNED': 'Нижнее значение не меньше {limit}: {status}.',
  'cell.status.PARTIAL': 'Нижнее значение больше {above} и меньше {limit}: {status}.',
  'cell.status.GAP':
    'Прочитаны все планы, и среди них есть план общего характера или планы по каждой из угроз, указанных в цели, так что соответствующего положения можно было ожидать: {status}.',
  'cell.status.NARROW_RECORD':
    'Прочитаны все планы, однако среди учтённых нет плана общего характера и нет плана, посвящённого следующему: {threats}; результат: {status}.',
  'cell.status.NARROW_RECORD.noThreat':
    'Прочитаны все планы, однако среди учтённых нет плана общего характера, а в цели не названа угроза, которой мог бы быть посвящён план по одному виду преступности: {status}.',
  'cell.status.UNREAD': 'Пока не известно, что охвачена какая-либо часть, и прочитаны не все планы: {status}.',
  'cell.status.DIFFERS': 'Согласно подтверждённой связи, один из планов отличается от цели, что имеет приоритет перед цифрами: {status}.',
  'cell.status.CONTESTED': 'По этой ячейке или по учитываемой связи имеется нерассмотренное возражение, что имеет приоритет перед цифрами: {status}.',
  'cell.status.NOT_APPLICABLE': 'Государство ({state}) или автор цели заявили с указанием причины, что цель {objective} не применяется: {status}.',
  'cell.hint':
    'Ориентир {hint} указывает на {key}: это среднее значение того, насколько метки этого узла совпадают с метками цели ({schemes}). Ориентир показывает, где искать, и не является выводом.',
  'cell.hint.scheme': '{scheme} {coverage}',

  'element.ACCOUNTABLE': '{key} содержит этот элемент и является мерой с ответственным органом и показателем, что даёт глубину {depth}: {status}.',
  'element.ACTIONED':
    '{key} содержит этот элемент и является мерой; ни у одной из содержащих его мер нет одновременно ответственного органа и показателя, что даёт глубину {depth}: {status}.',
  'element.MENTIONED': '{key} содержит этот элемент, но ни одна мера его не содержит, что даёт глубину {depth}: {status}.',
  'element.NOT_SEEN':
    'Ни один узел {count, plural, one {# плана} few {# планов} many {# планов} other {# плана}} не содержит этого элемента, что даёт глубину {depth}, и не все планы отмечены как прочитанные полностью: {status}.',
  'element.ABSENT':
    'Ни один узел {count, plural, one {# плана} few {# планов} many {# планов} other {# плана}} не содержит этого элемента, что даёт глубину {depth}, и все планы отмечены как прочитанные полностью: {status}.',

  'exposure.none': 'На запрошенную дату не учитывается ни один вывод по угрозе {threat}: {status}.',
  'exposure.narrower':
    'По самой угрозе {threat} не учитывается ни один вывод; наибольшая подверженность среди входящих в неё угроз приходится на угрозу {narrower}.',
  'exposure.score': '{assessment} ({date}) даёт {score} по шкале от {min} до {max}: {formula}.',
  'exposure.rating': '{assessment} ({date}) даёт вероятность {likelihood} и воздействие {impact}, каждое по шкале от 1 до 5: {formula}.',
  'exposure.named': '{assessment} ({date}) называет угрозу, не приводя цифры; при сравнении с пределом она принимается за {value}.',
  'exposure.currentEdition': 'Следующее издание было объявлено на {edition}, этот срок не прошёл, поэтому вывод не считается устаревшим.',
  'exposure.staleEdition':
    'Следующее издание было объявлено на {edition}, этот срок прошёл, поэтому вывод отмечен как устаревший и по-прежнему учитывается.',
  'exposure.currentAge': 'С даты вывода прошло не более {months} месяцев, поэтому он не считается устаревшим.',
  'exposure.staleAge': 'С даты вывода прошло более {months} месяцев, поэтому он отмечен как устаревший и по-прежнему учитывается.',

  'effect.matrix.ALIGNMENT': 'матрица согласованности',
  'effect.matrix.ELEMENTS': 'матрица элементов',
  'effect.change':
    '{organization}, {matrix}: {count, plural, one {# ячейка переходит} few {# ячейки переходят} many {# ячеек переходят} other {# ячейки переходят}} из состояния «{from}» в состояние «{to}».',
  'effect.appear':
    '{organization}, {matrix}: {count, plural, one {появляется # ячейка} few {появляются # ячейки} many {появляются # ячеек} other {появляются # ячейки}} в состоянии «{to}».',
  'effect.vanish':
    '{organization}, {matrix}: {count, plural, one {исчезает # ячейка} few {исчезают # ячейки} many {исчезают # ячеек} other {исчезают # ячейки}} в состоянии «{from}».',
  ...briefRu,
  ...shellMessages.RU,
  ...gridMessages.RU,
  ...gridMessages2.RU,
  ...gridMessages3.RU,
  ...commonMessages.RU,
  ...sharedThreatMessages.RU,
  ...comparisonMessages.RU,
  ...recordMessages.RU,
  ...workMessages.RU,
  ...deskMessages.RU,
  ...deskMoreMessages.RU,
  ...deskEditMessages.RU,
  ...importMessages.RU,
  ...regionMessages.RU,
  ...editMessages.RU,
  ...monitoringMessages.RU,
  ...formMessages.RU,
  ...templateMessages.RU,
  ...errorsRu,
  ...errorRecordsRu,
  ...errorPacksRu,
  ...sheetRu,
};

// Messages of the correction sheet in Spanish.
import type { sheetEn } from './sheet-en.ts';

export const sheetEs: Readonly<Record<keyof typeof sheetEn, string>> = {
  'sheet.title': 'Hoja de rectificación',
  'sheet.lead': 'Lo que este registro dice de {state}, al {date}',
  'sheet.howTitle': 'Cómo rellenarla',
  'sheet.how':
    'Indique en la columna «{decision}» lo que su Estado opina de una fila: {confirm}, {correct} u {contest}. Lo que quede vacío no se modifica. Lo que diga se muestra junto a lo registrado, a quien vea la fila.',
  'sheet.how.confirm':
    '«{confirm}»: es así. Confirma un aprobador del Estado; si un redactor devuelve la hoja, esas filas esperan a que un aprobador la devuelva también.',
  'sheet.how.correct': '«{correct}»: es de otro modo. Elija el valor correcto en la columna «{proposed}» y dé el motivo.',
  'sheet.how.cell':
    'En «{part}», el valor correcto es «{notApplicable}», o la clave de la parte de su plan que abarca el objetivo, como abc-plan.p1.o1. Antes de la clave puede figurar EQUAL, SUPERSET, SUBSET, INTERSECTS, NO_RELATION o CONTRADICTS; sin esa palabra se lee como INTERSECTS. Es una sugerencia hasta que se examine.',
  'sheet.how.contest': '«{contest}»: no es así. Dé el motivo; se muestran entonces ambas lecturas.',
  'sheet.how.prompt':
    'En «{part}», que solo ve su Estado, «{confirm}» convierte una fila en una solicitud de asistencia. Elija la urgencia en la columna «{proposed}» y dé el motivo. Una segunda persona del Estado confirma después la solicitud.',
  'sheet.how.back':
    'Indique en esta página la referencia y la fecha de su nota, y devuelva el archivo con ella. Lo importa un redactor o un aprobador del Estado, o el operador de este servicio.',
  'sheet.how.key': 'Deje la columna «{key}» como está: por ella se reconocen las filas.',
  'sheet.how.paper':
    'Marque una casilla en cada fila sobre la que desee pronunciarse y escriba al lado el valor correcto y el motivo. Devuelva el documento con su nota.',
  'sheet.field.state': 'Estado',
  'sheet.field.reference': 'Referencia de su nota',
  'sheet.field.referenceDate': 'Fecha de su nota (AAAA-MM-DD)',
  'sheet.tab.cover': 'Portada',
  'sheet.tab.values': 'Valores',
  'sheet.part.SCOPE': 'Tipos de estrategia',
  'sheet.part.ELEMENT': 'Elementos',
  'sheet.part.THREAT': 'Amenazas',
  'sheet.part.CELL': 'Objetivos',
  'sheet.part.PROMPT': 'Pistas',
  'sheet.column.subject': 'Asunto',
  'sheet.column.recorded': 'Lo registrado',
  'sheet.column.decision': 'Decisión',
  'sheet.column.proposed': 'Valor correcto',
  'sheet.column.reason': 'Motivo',
  'sheet.column.key': 'Clave',
  'sheet.decision.CONFIRM': 'confirmar',
  'sheet.decision.CORRECT': 'rectificar',
  'sheet.decision.CONTEST': 'objetar',
  'sheet.urgency.LOW': 'baja',
  'sheet.urgency.MEDIUM': 'media',
  'sheet.urgency.HIGH': 'alta',
  'sheet.urgency.CRITICAL': 'crítica',
  'sheet.withBasis': '{status} ({basis})',
  'sheet.share': 'una parte de {share}',
  'sheet.more': '{count, plural, one {y # más} other {y # más}}',
  'sheet.said': 'El Estado dijo el {date}: {words}',
  'sheet.place': '{tab}, fila {row}',
  'sheet.did.CONTEST_CELL': '{place}: se objeta la celda {key}.',
  'sheet.did.MARK_NOT_APPLICABLE': '{place}: se declara que el objetivo {key} no es aplicable.',
  'sheet.did.PROPOSE_LINK': '{place}: se sugiere el vínculo {key}.',
  'sheet.did.CONFIRM_LINK': '{place}: se confirma el vínculo {key}.',
  'sheet.did.RECORD_STATEMENT': '{place}: se registra lo que el Estado dice de {key}.',
  'sheet.did.REQUEST_ASSISTANCE': '{place}: se solicita asistencia para {key}.',
  'sheet.didBefore': '{done} Ya era así.',
};

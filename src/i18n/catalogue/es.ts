// Spanish messages.
import { briefEs } from './brief-es.ts';
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
import { errorsEs } from './errors-es.ts';
import { errorPacksEs } from './errors-packs-es.ts';
import { errorRecordsEs } from './errors-records-es.ts';
import { gridMessages } from './grids.ts';
import { gridMessages2 } from './grids-2.ts';
import { gridMessages3 } from './grids-3.ts';
import { recordMessages } from './records.ts';
import { regionMessages } from './regions.ts';
import { sheetEs } from './sheet-es.ts';
import { shellMessages } from './shell.ts';
import { templateMessages } from './template.ts';
import { workMessages } from './work.ts';

export const es: Catalogue = {
  disclaimer:
    'Las denominaciones empleadas en este servicio y la forma en que se presenta su contenido no entrañan juicio alguno sobre la condición jurídica de ningún país, territorio, ciudad o zona, ni de sus autoridades, ni respecto del trazado de sus fronteras o límites. Todas las cifras se calculan a partir de textos publicados y no han sido aprobadas por ningún Estado. Cuando no se ha encontrado ningún pasaje correspondiente, ello se refiere únicamente a los documentos aquí registrados. No se establece ninguna clasificación de los Estados.',
  kosovoNote: 'Toda referencia a Kosovo debe entenderse en el contexto de la resolución 1244 (1999) del Consejo de Seguridad.',
  unseenStrategy:
    '{title}: ninguno de sus {count, plural, one {# nodo} other {# nodos}} se ha visto en una fuente, por lo que ninguno se cuenta aquí; para verlos, haga la consulta con includeUnseen.',

  who: '{body}, {role}',
  'role.READER': 'lector',
  'role.EDITOR': 'redactor',
  'role.APPROVER': 'aprobador',
  'role.DELEGATE': 'delegado en el grupo de trabajo',
  'role.ANALYST': 'analista',
  'role.SECRETARIAT': 'Secretaría',
  'role.ADMIN': 'administrador',
  'role.OPERATOR': 'operador de este servicio',

  'alignmentStatus.ALIGNED': 'concordante',
  'alignmentStatus.PARTIAL': 'parcialmente concordante',
  'alignmentStatus.GAP': 'no se encontró ningún pasaje correspondiente en los documentos registrados',
  'alignmentStatus.NARROW_RECORD': 'no figura en los planes registrados, dedicados cada uno a una sola forma de delincuencia',
  'alignmentStatus.UNREAD': 'aún no leído',
  'alignmentStatus.DIFFERS': 'difiere',
  'alignmentStatus.CONTESTED': 'objetado',
  'alignmentStatus.NOT_APPLICABLE': 'no aplicable',
  'alignmentStatus.NO_RECORD': 'ningún plan registrado',

  'evidenceBasis.CONFIRMED': 'confirmado por el Estado o por el autor del objetivo',
  'evidenceBasis.READ': 'lectura coincidente de dos lectores',
  'evidenceBasis.HINT': 'un indicio extraído de los descriptores, no una constatación',
  'evidenceBasis.UNREAD': 'aún no leído',

  'relation.EQUAL': 'dice lo mismo',
  'relation.SUPERSET': 'lo abarca por completo y va más allá',
  'relation.SUBSET': 'abarca una parte',
  'relation.INTERSECTS': 'abarca una parte, además de otras cuestiones',
  'relation.NO_RELATION': 'leído, no se encontró nada',
  'relation.CONTRADICTS': 'difiere de él',

  'linkStatus.SUGGESTED': 'propuesto',
  'linkStatus.READ': 'lectura coincidente de dos lectores',
  'linkStatus.CONFIRMED': 'confirmado',
  'linkStatus.REJECTED': 'no aceptado tras su examen',
  'linkStatus.STALE': 'pendiente de nueva lectura, por haber cambiado un texto',
  'linkStatus.SUPERSEDED': 'sustituido por un vínculo posterior',

  'elementStatus.ACCOUNTABLE': 'una medida con un órgano responsable y un indicador',
  'elementStatus.ACTIONED': 'una medida',
  'elementStatus.MENTIONED': 'mencionado',
  'elementStatus.NOT_SEEN': 'no observado en lo leído',
  'elementStatus.ABSENT': 'no figura en los planes, que se leyeron en su totalidad',
  'elementStatus.NO_RECORD': 'ningún plan registrado',

  'threatStatus.PLANNED': 'prevista en los planes',
  'threatStatus.MENTIONED': 'mencionada en los planes',
  'threatStatus.NOT_SEEN': 'no observada en los planes registrados',
  'threatStatus.LOW_EXPOSURE': 'exposición baja',
  'threatStatus.NOT_ASSESSED': 'no evaluada',
  'threatStatus.NO_RECORD': 'ningún plan registrado',

  'coverageStatus.IN_FORCE': 'en vigor',
  'coverageStatus.UPCOMING': 'aprobado, aún no iniciado',
  'coverageStatus.ENDED': 'finalizado',
  'coverageStatus.DRAFT': 'proyecto',
  'coverageStatus.NONE': 'ninguno, según lo declarado por el Estado',
  'coverageStatus.NOT_RECORDED': 'no registrado',

  'sharedThreatReason.LINKED_BY_FLOW': 'hay flujos registrados que vinculan a Estados miembros',
  'sharedThreatReason.NAMED_BY_ASSESSMENT': 'citada en la evaluación regional más reciente',
  'sharedThreatReason.NO_REGIONAL_OBJECTIVE': 'no hay ningún objetivo regional registrado al respecto',
  'sharedThreatReason.UNEVEN_PLANNING': 'los planes de los Estados miembros expuestos la abarcan en distinta medida',
  'sharedThreatReason.RISING': 'evaluada en un nivel más alto que antes',
  'sharedThreatReason.EMERGING': 'señalada como emergente en una evaluación',
  'sharedThreatReason.STALE': 'todas las constataciones al respecto son antiguas',
  'sharedThreatReason.UNASSESSED': 'algunos Estados miembros no tienen ninguna constatación al respecto',

  'hintScheme.threats': 'amenazas',
  'hintScheme.elements': 'elementos',
  'hintScheme.provisions': 'disposiciones',

  'whyNotCounted.STATUS': 'ni confirmado ni de lectura coincidente de dos lectores',
  'whyNotCounted.PLAN': 'de un plan que no se tiene en cuenta en la fecha solicitada',
  'whyNotCounted.UNSEEN': 'de un nodo no visto en una fuente',
  'whyNotCounted.NOT_A_CANDIDATE': 'de un nodo que no es ni objetivo ni medida',

  'separator.item': ', ',
  'separator.sentence': ' ',
  quoted: '«{text}»',

  'record.none': 'No hay ningún plan registrado como vigente en la fecha solicitada ni como finalizado en los {months} meses anteriores: {status}.',
  'record.lapsed':
    'No hay ningún plan registrado como vigente en la fecha solicitada; en su lugar se leen los planes que finalizaron en los {months} meses anteriores.',

  'cell.links': '{count, plural, one {Cuenta # vínculo} other {Cuentan # vínculos}}: {list}.',
  'cell.noLinks': 'No cuenta ningún vínculo, por lo que el valor inferior (low) es 0 y el superior (high) es 1.',
  'cell.notCounted': '{count, plural, one {No cuenta # vínculo} other {No cuentan # vínculos}} ({reasons}).',
  'cell.notCounted.reason': '{reason}: {count}',
  'cell.part.share': '{key} abarca una parte de {share} ({relation})',
  'cell.part.range': '{key} abarca entre {low} y {high} ({relation})',
  'cell.part.nothing': '{key} se leyó y no se encontró nada, es decir, una parte de {share} ({relation})',
  'cell.part.differs': '{key} difiere y no indica ninguna parte ({relation})',
  'cell.part.repeated': '{key} de nuevo ({relation}; no se suma, ya que cada nodo o plan cuenta una sola vez)',
  'cell.bounds.sum':
    'El valor inferior (low) es el mayor de los límites inferiores, {low}; el valor superior (high) es la suma de los límites superiores, {sum}.',
  'cell.bounds.capped':
    'El valor inferior (low) es el mayor de los límites inferiores, {low}; el valor superior (high) es la suma de los límites superiores, {sum}, limitada a 1.',
  'cell.bounds.unread':
    'El valor inferior (low) es el mayor de los límites inferiores, {low}; el valor superior (high) es 1, porque {count, plural, one {# plan no se ha leído} other {# planes no se han leído}} en relación con este objetivo: {plans}.',
  'cell.bounds.noShare': 'Ningún vínculo indica una parte, por lo que el valor inferior (low) es 0 y el superior (high) es 1.',
  'cell.status.ALIGNED': 'El valor inferior es de al menos {limit}: {status}.',
  'cell.status.PARTIAL': 'El valor inferior es mayor que {above} y menor que {limit}: {status}.',
  'cell.status.GAP':
    'Se leyeron todos los planes, entre los que hay un plan de alcance general o planes sobre cada una de las amenazas del objetivo, de modo que cabía esperar un pasaje: {status}.',
  'cell.status.NARROW_RECORD':
    'Se leyeron todos los planes, pero no hay registrado ningún plan de alcance general ni ninguno relativo a {threats}: {status}.',
  'cell.status.NARROW_RECORD.noThreat':
    'Se leyeron todos los planes, pero no hay registrado ningún plan de alcance general, y el objetivo no cita ninguna amenaza a la que pudiera referirse un plan dedicado a una sola forma de delincuencia: {status}.',
  'cell.status.UNREAD': 'Por ahora no consta que se abarque ninguna parte, y no se han leído todos los planes: {status}.',
  'cell.status.DIFFERS': 'Un vínculo confirmado indica que un plan difiere del objetivo, lo que prevalece sobre las cifras: {status}.',
  'cell.status.CONTESTED': 'Esta celda, o un vínculo que cuenta, es objeto de una objeción pendiente, lo que prevalece sobre las cifras: {status}.',
  'cell.status.NOT_APPLICABLE':
    'El Estado ({state}) o el autor del objetivo ha declarado, indicando el motivo, que el objetivo {objective} no es aplicable: {status}.',
  'cell.hint':
    'Un indicio de {hint} apunta a {key}: es la media del grado en que los descriptores de ese nodo coinciden con los del objetivo ({schemes}). Un indicio señala dónde buscar y no es una constatación.',
  'cell.hint.scheme': '{scheme} {coverage}',

  'element.ACCOUNTABLE':
    '{key} lleva asociado el elemento y es una medida con un órgano responsable y un indicador, lo que da la profundidad {depth}: {status}.',
  'element.ACTIONED':
    '{key} lleva asociado el elemento y es una medida; ninguna de las medidas que lo llevan tiene a la vez un órgano responsable y un indicador, lo que da la profundidad {depth}: {status}.',
  'element.MENTIONED': '{key} lleva asociado el elemento, pero ninguna medida lo lleva, lo que da la profundidad {depth}: {status}.',
  'element.NOT_SEEN':
    'Ningún nodo {count, plural, one {del único plan} other {de los # planes}} lleva asociado el elemento, lo que da la profundidad {depth}, y no todos los planes constan como leídos en su totalidad: {status}.',
  'element.ABSENT':
    'Ningún nodo {count, plural, one {del único plan} other {de los # planes}} lleva asociado el elemento, lo que da la profundidad {depth}, y todos los planes constan como leídos en su totalidad: {status}.',

  'exposure.none': 'No se tiene en cuenta ninguna constatación sobre {threat} en la fecha solicitada: {status}.',
  'exposure.narrower':
    'No se tiene en cuenta ninguna constatación sobre {threat} en sí; la mayor exposición entre las amenazas que comprende corresponde a {narrower}.',
  'exposure.score': '{assessment} ({date}) da {score} en una escala de {min} a {max}: {formula}.',
  'exposure.rating': '{assessment} ({date}) da una probabilidad de {likelihood} y un impacto de {impact}, cada uno de 1 a 5: {formula}.',
  'exposure.named': '{assessment} ({date}) cita la amenaza sin dar una cifra; en las comparaciones con un límite equivale a {value}.',
  'exposure.currentEdition': 'La edición siguiente se anunció para {edition}, plazo que no ha vencido, por lo que la constatación no es antigua.',
  'exposure.staleEdition':
    'La edición siguiente se anunció para {edition}, plazo que ya ha vencido, por lo que la constatación se señala como antigua y se sigue teniendo en cuenta.',
  'exposure.currentAge': 'La constatación no tiene más de {months} meses, por lo que no es antigua.',
  'exposure.staleAge': 'La constatación tiene más de {months} meses, por lo que se señala como antigua y se sigue teniendo en cuenta.',

  'effect.matrix.ALIGNMENT': 'matriz de alineación',
  'effect.matrix.ELEMENTS': 'matriz de elementos',
  'effect.change': '{organization}, {matrix}: {count, plural, one {# celda pasa} other {# celdas pasan}} de «{from}» a «{to}».',
  'effect.appear': '{organization}, {matrix}: {count, plural, one {# celda nueva} other {# celdas nuevas}}, «{to}».',
  'effect.vanish': '{organization}, {matrix}: {count, plural, one {# celda desaparece} other {# celdas desaparecen}}, «{from}» hasta ahora.',
  ...briefEs,
  ...shellMessages.ES,
  ...gridMessages.ES,
  ...gridMessages2.ES,
  ...gridMessages3.ES,
  ...commonMessages.ES,
  ...sharedThreatMessages.ES,
  ...comparisonMessages.ES,
  ...recordMessages.ES,
  ...workMessages.ES,
  ...deskMessages.ES,
  ...deskMoreMessages.ES,
  ...deskEditMessages.ES,
  ...importMessages.ES,
  ...regionMessages.ES,
  ...editMessages.ES,
  ...monitoringMessages.ES,
  ...formMessages.ES,
  ...templateMessages.ES,
  ...errorsEs,
  ...errorRecordsEs,
  ...errorPacksEs,
  ...sheetEs,
};

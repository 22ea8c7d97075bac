// Messages of the correction sheet in French.
import type { sheetEn } from './sheet-en.ts';

export const sheetFr: Readonly<Record<keyof typeof sheetEn, string>> = {
  'sheet.title': 'Feuille de rectification',
  'sheet.lead': 'Ce que ce registre dit de {state}, au {date}',
  'sheet.howTitle': 'Comment la remplir',
  'sheet.how':
    'Indiquez dans la colonne «\u00a0{decision}\u00a0» ce que votre État pense de chaque ligne\u00a0: {confirm}, {correct} ou {contest}. Ce qui reste vide n’est pas modifié. Ce que vous dites est affiché à côté de ce qui est enregistré, pour quiconque voit la ligne.',
  'sheet.how.confirm':
    '«\u00a0{confirm}\u00a0»\u00a0: il en est ainsi. C’est un approbateur de l’État qui confirme\u00a0; si un rédacteur renvoie la feuille, ces lignes attendent qu’un approbateur la renvoie aussi.',
  'sheet.how.correct':
    '«\u00a0{correct}\u00a0»\u00a0: il en est autrement. Choisissez la valeur exacte dans la colonne «\u00a0{proposed}\u00a0» et donnez le motif.',
  'sheet.how.cell':
    'Dans «\u00a0{part}\u00a0», la valeur exacte est «\u00a0{notApplicable}\u00a0», ou la clef de la partie de votre plan qui couvre l’objectif, telle que abc-plan.p1.o1. La clef peut être précédée de EQUAL, SUPERSET, SUBSET, INTERSECTS, NO_RELATION ou CONTRADICTS\u00a0; sans ce mot, elle est lue comme INTERSECTS. Cela reste une suggestion jusqu’à son examen.',
  'sheet.how.contest': '«\u00a0{contest}\u00a0»\u00a0: il n’en est pas ainsi. Donnez le motif\u00a0; les deux lectures sont alors affichées.',
  'sheet.how.prompt':
    'Dans «\u00a0{part}\u00a0», que votre État est seul à voir, «\u00a0{confirm}\u00a0» fait d’une ligne une demande d’assistance. Choisissez le degré d’urgence dans la colonne «\u00a0{proposed}\u00a0» et donnez le motif. Une deuxième personne de l’État confirme ensuite la demande.',
  'sheet.how.back':
    'Indiquez sur cette page la référence et la date de votre note, et renvoyez le fichier avec elle. Il est importé par un rédacteur ou un approbateur de l’État, ou par l’exploitant de ce service.',
  'sheet.how.key': 'Laissez la colonne «\u00a0{key}\u00a0» telle quelle\u00a0: elle sert à reconnaître les lignes.',
  'sheet.how.paper':
    'Cochez une case dans chaque ligne sur laquelle vous souhaitez vous prononcer, et écrivez à côté la valeur exacte et le motif. Renvoyez le document avec votre note.',
  'sheet.field.state': 'État',
  'sheet.field.reference': 'Référence de votre note',
  'sheet.field.referenceDate': 'Date de votre note (AAAA-MM-JJ)',
  'sheet.tab.cover': 'Page de garde',
  'sheet.tab.values': 'Valeurs',
  'sheet.part.SCOPE': 'Types de stratégie',
  'sheet.part.ELEMENT': 'Éléments',
  'sheet.part.THREAT': 'Menaces',
  'sheet.part.CELL': 'Objectifs',
  'sheet.part.PROMPT': 'Pistes',
  'sheet.column.subject': 'Objet',
  'sheet.column.recorded': 'Ce qui est enregistré',
  'sheet.column.decision': 'Décision',
  'sheet.column.proposed': 'Valeur exacte',
  'sheet.column.reason': 'Motif',
  'sheet.column.key': 'Clef',
  'sheet.decision.CONFIRM': 'confirmer',
  'sheet.decision.CORRECT': 'rectifier',
  'sheet.decision.CONTEST': 'contester',
  'sheet.urgency.LOW': 'faible',
  'sheet.urgency.MEDIUM': 'moyenne',
  'sheet.urgency.HIGH': 'élevée',
  'sheet.urgency.CRITICAL': 'critique',
  'sheet.withBasis': '{status} ({basis})',
  'sheet.share': 'une part de {share}',
  'sheet.more': '{count, plural, one {et # autre} other {et # autres}}',
  'sheet.said': 'L’État a dit le {date}\u00a0: {words}',
  'sheet.place': '{tab}, ligne {row}',
  'sheet.did.CONTEST_CELL': '{place}\u00a0: la cellule {key} est contestée.',
  'sheet.did.MARK_NOT_APPLICABLE': '{place}\u00a0: l’objectif {key} est déclaré sans objet.',
  'sheet.did.PROPOSE_LINK': '{place}\u00a0: le lien {key} est suggéré.',
  'sheet.did.CONFIRM_LINK': '{place}\u00a0: le lien {key} est confirmé.',
  'sheet.did.RECORD_STATEMENT': '{place}\u00a0: ce que l’État dit de {key} est enregistré.',
  'sheet.did.REQUEST_ASSISTANCE': '{place}\u00a0: une assistance est demandée pour {key}.',
  'sheet.didBefore': '{done} Il en était déjà ainsi.',
};

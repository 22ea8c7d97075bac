// French messages. The space before : ; and inside « » does not break (\u00a0).
import { briefFr } from './brief-fr.ts';
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
import { errorsFr } from './errors-fr.ts';
import { errorPacksFr } from './errors-packs-fr.ts';
import { errorRecordsFr } from './errors-records-fr.ts';
import { gridMessages } from './grids.ts';
import { gridMessages2 } from './grids-2.ts';
import { gridMessages3 } from './grids-3.ts';
import { recordMessages } from './records.ts';
import { regionMessages } from './regions.ts';
import { sheetFr } from './sheet-fr.ts';
import { shellMessages } from './shell.ts';
import { templateMessages } from './template.ts';
import { workMessages } from './work.ts';

export const fr: Catalogue = {
  disclaimer:
    'Les appellations employées dans ce service et la présentation des données qui y figurent n’impliquent aucune prise de position quant au statut juridique des pays, territoires, villes ou zones, ou de leurs autorités, ni quant au tracé de leurs frontières ou limites. Tous les chiffres sont calculés à partir de textes publiés et n’ont été approuvés par aucun État. Lorsqu’aucun passage correspondant n’a été trouvé, cela ne vaut que pour les documents enregistrés ici. Aucun classement des États n’est établi.',
  kosovoNote: 'Toute référence au Kosovo s’entend dans le contexte de la résolution 1244 (1999) du Conseil de sécurité.',
  unseenStrategy:
    '{title}\u00a0: aucun de ses {count, plural, one {# nœud} other {# nœuds}} n’a été vu dans une source, de sorte qu’aucun n’est compté ici\u00a0; pour les voir, interrogez le service avec includeUnseen.',

  who: '{body}, {role}',
  'role.READER': 'lecteur',
  'role.EDITOR': 'rédacteur',
  'role.APPROVER': 'approbateur',
  'role.DELEGATE': 'délégué au groupe de travail',
  'role.ANALYST': 'analyste',
  'role.SECRETARIAT': 'Secrétariat',
  'role.ADMIN': 'administrateur',
  'role.OPERATOR': 'exploitant de ce service',

  'alignmentStatus.ALIGNED': 'concordant',
  'alignmentStatus.PARTIAL': 'partiellement concordant',
  'alignmentStatus.GAP': 'aucun passage correspondant trouvé dans les documents enregistrés',
  'alignmentStatus.NARROW_RECORD': 'ne figure pas dans les plans enregistrés, consacrés chacun à une seule forme de criminalité',
  'alignmentStatus.UNREAD': 'pas encore lu',
  'alignmentStatus.DIFFERS': 'diffère',
  'alignmentStatus.CONTESTED': 'contesté',
  'alignmentStatus.NOT_APPLICABLE': 'sans objet',
  'alignmentStatus.NO_RECORD': 'aucun plan enregistré',

  'evidenceBasis.CONFIRMED': 'confirmé par l’État ou par l’auteur de l’objectif',
  'evidenceBasis.READ': 'lecture concordante de deux lecteurs',
  'evidenceBasis.HINT': 'une piste tirée des descripteurs, non un constat',
  'evidenceBasis.UNREAD': 'pas encore lu',

  'relation.EQUAL': 'dit la même chose',
  'relation.SUPERSET': 'le couvre en entier et va au-delà',
  'relation.SUBSET': 'en couvre une partie',
  'relation.INTERSECTS': 'en couvre une partie, ainsi que d’autres questions',
  'relation.NO_RELATION': 'lu, rien n’a été trouvé',
  'relation.CONTRADICTS': 'en diffère',

  'linkStatus.SUGGESTED': 'proposé',
  'linkStatus.READ': 'lecture concordante de deux lecteurs',
  'linkStatus.CONFIRMED': 'confirmé',
  'linkStatus.REJECTED': 'non retenu après examen',
  'linkStatus.STALE': 'à relire, un texte ayant changé',
  'linkStatus.SUPERSEDED': 'remplacé par un lien plus récent',

  'elementStatus.ACCOUNTABLE': 'une mesure dotée d’un organe responsable et d’un indicateur',
  'elementStatus.ACTIONED': 'une mesure',
  'elementStatus.MENTIONED': 'mentionné',
  'elementStatus.NOT_SEEN': 'non relevé dans ce qui a été lu',
  'elementStatus.ABSENT': 'ne figure pas dans les plans, qui ont été lus en entier',
  'elementStatus.NO_RECORD': 'aucun plan enregistré',

  'threatStatus.PLANNED': 'prise en compte dans les plans',
  'threatStatus.MENTIONED': 'mentionnée dans les plans',
  'threatStatus.NOT_SEEN': 'non relevée dans les plans enregistrés',
  'threatStatus.LOW_EXPOSURE': 'exposition faible',
  'threatStatus.NOT_ASSESSED': 'non évaluée',
  'threatStatus.NO_RECORD': 'aucun plan enregistré',

  'coverageStatus.IN_FORCE': 'en vigueur',
  'coverageStatus.UPCOMING': 'adopté, pas encore en vigueur',
  'coverageStatus.ENDED': 'terminé',
  'coverageStatus.DRAFT': 'projet',
  'coverageStatus.NONE': 'aucun, selon la déclaration de l’État',
  'coverageStatus.NOT_RECORDED': 'non enregistré',

  'sharedThreatReason.LINKED_BY_FLOW': 'des flux recensés relient des États membres',
  'sharedThreatReason.NAMED_BY_ASSESSMENT': 'citée par l’évaluation régionale la plus récente',
  'sharedThreatReason.NO_REGIONAL_OBJECTIVE': 'aucun objectif régional enregistré ne porte sur elle',
  'sharedThreatReason.UNEVEN_PLANNING': 'les plans des États membres exposés la couvrent à des degrés différents',
  'sharedThreatReason.RISING': 'évaluée à un niveau plus élevé qu’auparavant',
  'sharedThreatReason.EMERGING': 'signalée comme émergente par une évaluation',
  'sharedThreatReason.STALE': 'tous les constats qui la concernent sont anciens',
  'sharedThreatReason.UNASSESSED': 'certains États membres n’ont pas de constat à son sujet',

  'hintScheme.threats': 'menaces',
  'hintScheme.elements': 'éléments',
  'hintScheme.provisions': 'dispositions',

  'whyNotCounted.STATUS': 'ni confirmé, ni lecture concordante de deux lecteurs',
  'whyNotCounted.PLAN': 'd’un plan qui n’est pas pris en compte à la date demandée',
  'whyNotCounted.UNSEEN': 'd’un nœud non vu dans une source',
  'whyNotCounted.NOT_A_CANDIDATE': 'd’un nœud qui n’est ni un objectif ni une mesure',

  'separator.item': ', ',
  'separator.sentence': ' ',
  quoted: '«\u00a0{text}\u00a0»',

  'record.none':
    'Aucun plan n’est enregistré comme étant en vigueur à la date demandée, ni comme ayant pris fin dans les {months} mois précédents\u00a0: {status}.',
  'record.lapsed':
    'Aucun plan n’est enregistré comme étant en vigueur à la date demandée\u00a0; les plans ayant pris fin dans les {months} mois précédents sont lus à leur place.',

  'cell.links': '{count, plural, one {# lien compte} other {# liens comptent}}\u00a0: {list}.',
  'cell.noLinks': 'Aucun lien ne compte\u00a0; la valeur basse (low) est donc 0 et la valeur haute (high) 1.',
  'cell.notCounted': '{count, plural, one {# lien ne compte} other {# liens ne comptent}} pas ({reasons}).',
  'cell.notCounted.reason': '{reason}\u00a0: {count}',
  'cell.part.share': '{key} couvre une part de {share} ({relation})',
  'cell.part.range': '{key} couvre entre {low} et {high} ({relation})',
  'cell.part.nothing': '{key} a été lu et rien n’a été trouvé, soit une part de {share} ({relation})',
  'cell.part.differs': '{key} diffère et ne donne aucune part ({relation})',
  'cell.part.repeated': '{key} de nouveau ({relation}\u00a0; non ajouté, chaque nœud ou plan comptant une seule fois)',
  'cell.bounds.sum':
    'La valeur basse (low) est la plus grande des bornes inférieures, {low}\u00a0; la valeur haute (high) est la somme des bornes supérieures, {sum}.',
  'cell.bounds.capped':
    'La valeur basse (low) est la plus grande des bornes inférieures, {low}\u00a0; la valeur haute (high) est la somme des bornes supérieures, {sum}, ramenée à 1.',
  'cell.bounds.unread':
    'La valeur basse (low) est la plus grande des bornes inférieures, {low}\u00a0; la valeur haute (high) est 1, car {count, plural, one {# plan n’a pas été lu} other {# plans n’ont pas été lus}} pour cet objectif\u00a0: {plans}.',
  'cell.bounds.noShare': 'Aucun lien ne donne de part\u00a0; la valeur basse (low) est donc 0 et la valeur haute (high) 1.',
  'cell.status.ALIGNED': 'La valeur basse est d’au moins {limit}\u00a0: {status}.',
  'cell.status.PARTIAL': 'La valeur basse est supérieure à {above} et inférieure à {limit}\u00a0: {status}.',
  'cell.status.GAP':
    'Tous les plans ont été lus et comprennent un plan de portée générale, ou des plans consacrés à chacune des menaces de l’objectif, de sorte qu’un passage pouvait être attendu\u00a0: {status}.',
  'cell.status.NARROW_RECORD':
    'Tous les plans ont été lus, mais aucun plan de portée générale n’est enregistré, ni aucun plan consacré à {threats}\u00a0: {status}.',
  'cell.status.NARROW_RECORD.noThreat':
    'Tous les plans ont été lus, mais aucun plan de portée générale n’est enregistré, et l’objectif ne cite aucune menace à laquelle un plan portant sur une seule forme de criminalité pourrait être consacré\u00a0: {status}.',
  'cell.status.UNREAD': 'À ce stade, aucune partie n’est réputée couverte, et certains plans n’ont pas été lus\u00a0: {status}.',
  'cell.status.DIFFERS': 'Un lien confirmé indique qu’un plan diffère de l’objectif, ce qui prime les chiffres\u00a0: {status}.',
  'cell.status.CONTESTED':
    'Cette cellule, ou un lien qui compte, fait l’objet d’une contestation en cours, ce qui prime les chiffres\u00a0: {status}.',
  'cell.status.NOT_APPLICABLE':
    'L’État ({state}) ou l’auteur de l’objectif a déclaré, en indiquant le motif, que l’objectif {objective} ne s’applique pas\u00a0: {status}.',
  'cell.hint':
    'Une piste de {hint} mène à {key}\u00a0: c’est la moyenne du degré de correspondance entre les descripteurs de ce nœud et ceux de l’objectif ({schemes}). Une piste indique où chercher et n’est pas un constat.',
  'cell.hint.scheme': '{scheme} {coverage}',

  'element.ACCOUNTABLE':
    '{key} porte l’élément et est une mesure dotée d’un organe responsable et d’un indicateur, ce qui donne la profondeur {depth}\u00a0: {status}.',
  'element.ACTIONED':
    '{key} porte l’élément et est une mesure\u00a0; aucune mesure qui le porte n’a à la fois un organe responsable et un indicateur, ce qui donne la profondeur {depth}\u00a0: {status}.',
  'element.MENTIONED': '{key} porte l’élément, mais aucune mesure ne le porte, ce qui donne la profondeur {depth}\u00a0: {status}.',
  'element.NOT_SEEN':
    'Aucun nœud {count, plural, one {du seul plan} other {des # plans}} ne porte l’élément, ce qui donne la profondeur {depth}, et certains plans ne sont pas signalés comme lus en entier\u00a0: {status}.',
  'element.ABSENT':
    'Aucun nœud {count, plural, one {du seul plan} other {des # plans}} ne porte l’élément, ce qui donne la profondeur {depth}, et tous les plans sont signalés comme lus en entier\u00a0: {status}.',

  'exposure.none': 'Aucun constat concernant {threat} n’est pris en compte à la date demandée\u00a0: {status}.',
  'exposure.narrower':
    'Aucun constat concernant {threat} même n’est pris en compte\u00a0; l’exposition la plus élevée parmi les menaces qui en relèvent concerne {narrower}.',
  'exposure.score': '{assessment} ({date}) donne {score} sur une échelle de {min} à {max}\u00a0: {formula}.',
  'exposure.rating': '{assessment} ({date}) donne une probabilité de {likelihood} et un impact de {impact}, chacun de 1 à 5\u00a0: {formula}.',
  'exposure.named': '{assessment} ({date}) cite la menace sans donner de chiffre\u00a0; dans les comparaisons avec une limite, elle vaut {value}.',
  'exposure.currentEdition':
    'L’édition suivante a été annoncée pour {edition}, échéance qui n’est pas passée\u00a0; le constat n’est donc pas ancien.',
  'exposure.staleEdition':
    'L’édition suivante a été annoncée pour {edition}, échéance qui est passée\u00a0; le constat est donc signalé comme ancien et reste pris en compte.',
  'exposure.currentAge': 'Le constat ne date pas de plus de {months} mois\u00a0; il n’est donc pas ancien.',
  'exposure.staleAge': 'Le constat date de plus de {months} mois\u00a0; il est donc signalé comme ancien et reste pris en compte.',

  'effect.matrix.ALIGNMENT': 'matrice d’alignement',
  'effect.matrix.ELEMENTS': 'matrice des éléments',
  'effect.change':
    '{organization}, {matrix}\u00a0: {count, plural, one {# cellule passe} other {# cellules passent}} de «\u00a0{from}\u00a0» à «\u00a0{to}\u00a0».',
  'effect.appear': '{organization}, {matrix}\u00a0: {count, plural, one {# nouvelle cellule} other {# nouvelles cellules}}, «\u00a0{to}\u00a0».',
  'effect.vanish':
    '{organization}, {matrix}\u00a0: {count, plural, one {# cellule disparaît} other {# cellules disparaissent}}, «\u00a0{from}\u00a0» jusqu’ici.',
  ...briefFr,
  ...shellMessages.FR,
  ...gridMessages.FR,
  ...gridMessages2.FR,
  ...gridMessages3.FR,
  ...commonMessages.FR,
  ...sharedThreatMessages.FR,
  ...comparisonMessages.FR,
  ...recordMessages.FR,
  ...workMessages.FR,
  ...deskMessages.FR,
  ...deskMoreMessages.FR,
  ...deskEditMessages.FR,
  ...importMessages.FR,
  ...regionMessages.FR,
  ...editMessages.FR,
  ...monitoringMessages.FR,
  ...formMessages.FR,
  ...templateMessages.FR,
  ...errorsFr,
  ...errorRecordsFr,
  ...errorPacksFr,
  ...sheetFr,
};

// Messages of search, of the method, and about the service.
import type { Language } from '../languages.ts';

const en = {
  'search.words': 'Words to look for',
  'search.go': 'Search',
  'search.hint':
    'Titles of strategies and their texts are searched, in the language of this page and in English. All words have to occur; “or” and quotation marks work too.',
  'search.count': '{count, plural, one {# hit} other {# hits}} for',
  'search.none': 'Nothing was found in this record for',
  'search.advice': 'Try fewer or other words, or the English ones, or look through the lists:',
  'search.byTag': 'found by the names of its tags or in another language',
  'search.otherLanguage': 'found in another language',
  'search.kind.STRATEGY': 'Strategies',
  'search.kind.PILLAR': 'Pillars',
  'search.kind.OBJECTIVE': 'Objectives',
  'search.kind.MEASURE': 'Measures',
  'search.kind.INDICATOR': 'Indicators',
  'method.lead': 'How every figure comes about, by method {version}. What is not known is never shown as zero, and States are never ranked.',
  'method.counted': 'What is counted',
  'method.counted.text':
    'The plans of a State are those in force on the day asked for, else those that ended within 36 months before it, which is marked. Where there are none, there is no record, and nothing is said. What was not seen in a source does not count unless it is asked for.',
  'method.alignment':
    'Each objective of an organization that is addressed to members is compared with the plans of each member. A link says what part of the objective a passage covers; it counts when it is confirmed, or when two readers agree. As parts may overlap, a cell has a lower and an upper bound.',
  'method.hint': 'A hint comes from tags alone: it is a place to look, is shown in brackets, and never counts.',
  'method.means.ALIGNED': 'The plans cover at least 0.75 of the objective.',
  'method.means.PARTIAL': 'The plans cover some of it.',
  'method.means.GAP': 'Every recorded plan was compared, and a passage could be expected. The texts may still hold one.',
  'method.means.NARROW_RECORD': 'Only plans on single crimes are recorded, and they were all compared; a general plan might say more.',
  'method.means.DIFFERS': 'A confirmed link says that a plan says otherwise.',
  'method.means.CONTESTED': 'The State contests the reading; both readings stand.',
  'method.means.UNREAD': 'Not every plan was compared with the objective: nothing can be said yet.',
  'method.means.NO_RECORD': 'No plan of the State is recorded: unknown, not absent.',
  'method.means.NOT_APPLICABLE': 'The State or the owner of the objective says so, with a reason.',
  'method.elements':
    'An element has the depth of the deepest place in the plans that carries it. “Not in the plans” is said only where every plan was read in full.',
  'method.threats':
    'What plans say of a threat stands beside how exposed an assessment finds the State: the State’s own first, then official ones, then others. Without a finding the threat is not assessed, which is not low.',
  'method.kinds': 'Of each kind of strategy: whether one is in force on the day. “None” is the State’s own word; all else is “not recorded”.',
  'method.constants': 'Constants',
  'method.constants.text':
    'Every constant in use. “Method N” is section N of the method; “para” is a paragraph of the note by the Secretariat of 1 August 2012. Meanings are given in English.',
  'method.meaning': 'Meaning',
  'method.value': 'Value',
  'about.is': 'What this service is',
  'about.is.text':
    'It holds national and regional strategies against organized crime as linked texts, and shows how they fit together: for regional organizations, for Member States, and for the Working Group of Government Experts on Technical Assistance. Every figure opens to the texts it rests on.',
  'about.isNot': 'What it is not',
  'about.isNot.text':
    'It is no assessment of States and no ranking. It says what texts say, not what is done. It is not complete: what is not recorded is unknown.',
  'about.data': 'Sources and licences',
  'about.data.text':
    'Facts were gathered from published texts, and each strategy names its sources. Labels are paraphrases, tags and links are readings of analysts: they are not statements of the sources, and no State has cleared them.',
  'about.data.licence':
    'The choice of facts, the paraphrases, tags and links are under the licence of this project (Apache-2.0). The texts belong to their publishers. Names and codes of countries are those of the United Nations (M49). Figures that belong to others are not under this licence; the words owed to them stand below and with every figure.',
  'about.assessments': 'Threat assessments',
  'about.assessments.text': 'Findings on threats are taken from these. Where words are owed to the publisher, they stand below its name.',
  'about.official': 'official assessment',
  'about.notOfficial': 'not an official assessment',
  'about.organizations.text': 'Members are listed as each organization lists them, and how far that was checked is said here.',
  'about.verification.recalled': 'given from general knowledge, not yet checked against a source',
  'about.verification.excerpt': 'seen in a source',
  'about.cite.text':
    'Every page ends with a citation: its title, the method, the day it was read and its address. Give the day that the page says it is answered for, since figures change with the record.',
  'about.contact': 'Contact',
  'about.contact.text':
    'Whoever operates this installation answers for it; ask them for corrections and for an account. Corrections by a State are made on the page of its record by those whom it names.',
} as const;

type Group = Readonly<Record<keyof typeof en, string>>;

export const placeMessages: Readonly<Record<Language, Group>> & { EN: typeof en } = {
  EN: en,
  FR: {
    'search.words': 'Mots à chercher',
    'search.go': 'Chercher',
    'search.hint':
      'La recherche porte sur les titres et les textes des stratégies, dans la langue de cette page et en anglais. Tous les mots doivent apparaître\u00a0; «\u00a0or\u00a0» et les guillemets droits fonctionnent aussi.',
    'search.count': '{count, plural, one {# résultat} other {# résultats}} pour',
    'search.none': 'Rien n’a été trouvé dans ce recueil pour',
    'search.advice': 'Essayez moins de mots, d’autres mots ou les mots anglais, ou parcourez les listes\u00a0:',
    'search.byTag': 'trouvé par le nom de ses étiquettes ou dans une autre langue',
    'search.otherLanguage': 'trouvé dans une autre langue',
    'search.kind.STRATEGY': 'Stratégies',
    'search.kind.PILLAR': 'Axes',
    'search.kind.OBJECTIVE': 'Objectifs',
    'search.kind.MEASURE': 'Mesures',
    'search.kind.INDICATOR': 'Indicateurs',
    'method.lead':
      'Comment chaque chiffre est établi, selon la méthode {version}. L’inconnu n’est jamais affiché comme zéro et les États ne sont jamais classés.',
    'method.counted': 'Ce qui est pris en compte',
    'method.counted.text':
      'Les plans d’un État sont ceux en vigueur à la date demandée, sinon ceux qui ont pris fin dans les 36 mois précédents, ce qui est signalé. S’il n’y en a pas, rien n’est enregistré et rien n’est dit. Ce qui n’a pas été vu dans une source ne compte que sur demande.',
    'method.alignment':
      'Chaque objectif d’une organisation adressé aux membres est comparé aux plans de chaque membre. Un lien indique quelle part de l’objectif un passage couvre\u00a0; il compte s’il est confirmé ou si deux lecteurs concordent. Les parts pouvant se recouper, une cellule a une borne inférieure et une borne supérieure.',
    'method.hint': 'Une piste vient des seuls descripteurs\u00a0: c’est un endroit où chercher, affiché entre crochets et jamais pris en compte.',
    'method.means.ALIGNED': 'Les plans couvrent au moins 0,75 de l’objectif.',
    'method.means.PARTIAL': 'Les plans en couvrent une partie.',
    'method.means.GAP': 'Tous les plans enregistrés ont été comparés et un passage pouvait être attendu. Les textes peuvent encore en contenir un.',
    'method.means.NARROW_RECORD':
      'Seuls des plans portant sur une forme de criminalité sont enregistrés et tous ont été comparés\u00a0; un plan général pourrait en dire plus.',
    'method.means.DIFFERS': 'Un lien confirmé indique qu’un plan dit autre chose.',
    'method.means.CONTESTED': 'L’État conteste la lecture\u00a0; les deux lectures sont maintenues.',
    'method.means.UNREAD': 'Tous les plans n’ont pas été comparés à l’objectif\u00a0: rien ne peut encore être dit.',
    'method.means.NO_RECORD': 'Aucun plan de l’État n’est enregistré\u00a0: inconnu, et non absent.',
    'method.means.NOT_APPLICABLE': 'L’État ou le responsable de l’objectif le déclare, motif à l’appui.',
    'method.elements':
      'Un élément a la profondeur du passage le plus précis des plans qui le porte. Son absence n’est affirmée que si tous les plans ont été lus en entier.',
    'method.threats':
      'Ce que les plans disent d’une menace est placé à côté de l’exposition constatée par une évaluation\u00a0: celle de l’État d’abord, puis les évaluations officielles, puis les autres. Sans constat, la menace n’est pas évaluée, ce qui ne veut pas dire faible.',
    'method.kinds':
      'Pour chaque type de stratégie\u00a0: s’il en est une en vigueur à cette date. «\u00a0Aucune\u00a0» est la parole de l’État\u00a0; tout le reste est «\u00a0non enregistré\u00a0».',
    'method.constants': 'Constantes',
    'method.constants.text':
      'Toutes les constantes utilisées. «\u00a0Method N\u00a0» est la section N de la méthode\u00a0; «\u00a0para\u00a0» un paragraphe de la note du Secrétariat du 1er août 2012. Les significations sont données en anglais.',
    'method.meaning': 'Signification',
    'method.value': 'Valeur',
    'about.is': 'Ce qu’est ce service',
    'about.is.text':
      'Il tient les stratégies nationales et régionales contre la criminalité organisée sous forme de textes liés et montre comment elles s’articulent, à l’intention des organisations régionales, des États Membres et du Groupe de travail d’experts gouvernementaux sur l’assistance technique. Chaque chiffre s’ouvre sur les textes qui le fondent.',
    'about.isNot': 'Ce qu’il n’est pas',
    'about.isNot.text':
      'Ce n’est ni une évaluation des États ni un classement. Il dit ce que disent les textes, non ce qui est fait. Il n’est pas complet\u00a0: ce qui n’est pas enregistré est inconnu.',
    'about.data': 'Sources et licences',
    'about.data.text':
      'Les faits proviennent de textes publiés et chaque stratégie cite ses sources. Les libellés sont des paraphrases, les étiquettes et les liens des lectures d’analystes\u00a0: ce ne sont pas des déclarations des sources et aucun État ne les a approuvés.',
    'about.data.licence':
      'Le choix des faits, les paraphrases, étiquettes et liens relèvent de la licence de ce projet (Apache-2.0). Les textes appartiennent à leurs éditeurs. Les noms et codes de pays sont ceux des Nations Unies (M49). Les chiffres de tiers ne relèvent pas de cette licence\u00a0; les mentions dues figurent ci-dessous et avec chaque chiffre.',
    'about.assessments': 'Évaluations des menaces',
    'about.assessments.text': 'Les constats sur les menaces en proviennent. Les mentions dues à l’éditeur figurent sous son nom.',
    'about.official': 'évaluation officielle',
    'about.notOfficial': 'évaluation non officielle',
    'about.organizations.text': 'Les membres sont ceux que chaque organisation indique\u00a0; le degré de vérification est précisé ici.',
    'about.verification.recalled': 'donné de connaissance générale, pas encore vérifié auprès d’une source',
    'about.verification.excerpt': 'vu dans une source',
    'about.cite.text':
      'Chaque page se termine par une référence\u00a0: titre, méthode, date de consultation et adresse. Indiquez la date pour laquelle la page répond, car les chiffres changent avec le recueil.',
    'about.contact': 'Contact',
    'about.contact.text':
      'Qui exploite cette installation en répond\u00a0; adressez-lui demandes de correction et de compte. Les corrections d’un État se font sur la page de son recueil par les personnes qu’il désigne.',
  },
  ES: {
    'search.words': 'Palabras que buscar',
    'search.go': 'Buscar',
    'search.hint':
      'Se buscan los títulos y textos de las estrategias, en el idioma de esta página y en inglés. Deben aparecer todas las palabras; también sirven «or» y las comillas rectas.',
    'search.count': '{count, plural, one {# resultado} other {# resultados}} para',
    'search.none': 'No se encontró nada en este registro para',
    'search.advice': 'Pruebe con menos palabras, con otras o en inglés, o recorra las listas:',
    'search.byTag': 'encontrado por el nombre de sus etiquetas o en otro idioma',
    'search.otherLanguage': 'encontrado en otro idioma',
    'search.kind.STRATEGY': 'Estrategias',
    'search.kind.PILLAR': 'Pilares',
    'search.kind.OBJECTIVE': 'Objetivos',
    'search.kind.MEASURE': 'Medidas',
    'search.kind.INDICATOR': 'Indicadores',
    'method.lead':
      'Cómo se obtiene cada cifra, según el método {version}. Lo que no se sabe nunca se muestra como cero y nunca se clasifica a los Estados.',
    'method.counted': 'Qué se cuenta',
    'method.counted.text':
      'Los planes de un Estado son los vigentes en la fecha pedida; si no, los que terminaron en los 36 meses anteriores, lo que se señala. Si no los hay, no hay registro y nada se dice. Lo que no se vio en una fuente solo cuenta si se pide.',
    'method.alignment':
      'Cada objetivo de una organización dirigido a sus miembros se compara con los planes de cada uno. Un vínculo dice qué parte del objetivo cubre un pasaje; cuenta si está confirmado o si dos lectores coinciden. Como las partes pueden solaparse, cada celda tiene un límite inferior y otro superior.',
    'method.hint': 'Un indicio procede solo de los descriptores: es un lugar donde mirar, se muestra entre corchetes y nunca cuenta.',
    'method.means.ALIGNED': 'Los planes cubren al menos 0,75 del objetivo.',
    'method.means.PARTIAL': 'Los planes cubren una parte.',
    'method.means.GAP': 'Se compararon todos los planes registrados y cabía esperar un pasaje. Los textos aún pueden contenerlo.',
    'method.means.NARROW_RECORD': 'Solo constan planes sobre delitos concretos y todos se compararon; un plan general podría decir más.',
    'method.means.DIFFERS': 'Un vínculo confirmado indica que un plan dice otra cosa.',
    'method.means.CONTESTED': 'El Estado impugna la lectura; ambas lecturas se mantienen.',
    'method.means.UNREAD': 'No todos los planes se compararon con el objetivo: aún no puede decirse nada.',
    'method.means.NO_RECORD': 'No consta ningún plan del Estado: se desconoce, no es que no exista.',
    'method.means.NOT_APPLICABLE': 'Lo declara, con motivo, el Estado o el titular del objetivo.',
    'method.elements':
      'Un elemento tiene la profundidad del pasaje más concreto de los planes que lo recoge. Su ausencia solo se afirma si todos los planes se leyeron íntegramente.',
    'method.threats':
      'Lo que los planes dicen de una amenaza figura junto a la exposición que halla una evaluación: primero la del propio Estado, luego las oficiales y después las demás. Sin conclusión, la amenaza no está evaluada, lo que no significa baja.',
    'method.kinds': 'De cada tipo de estrategia: si hay una en vigor en la fecha. «Ninguna» es palabra del Estado; todo lo demás es «no registrado».',
    'method.constants': 'Constantes',
    'method.constants.text':
      'Todas las constantes en uso. «Method N» es la sección N del método; «para», un párrafo de la nota de la Secretaría de 1 de agosto de 2012. Los significados se dan en inglés.',
    'method.meaning': 'Significado',
    'method.value': 'Valor',
    'about.is': 'Qué es este servicio',
    'about.is.text':
      'Reúne las estrategias nacionales y regionales contra la delincuencia organizada como textos vinculados y muestra cómo encajan, para las organizaciones regionales, los Estados Miembros y el Grupo de Trabajo de Expertos Gubernamentales sobre Asistencia Técnica. Cada cifra se abre a los textos en que se basa.',
    'about.isNot': 'Qué no es',
    'about.isNot.text':
      'No es una evaluación de los Estados ni una clasificación. Dice lo que dicen los textos, no lo que se hace. No es completo: lo no registrado se desconoce.',
    'about.data': 'Fuentes y licencias',
    'about.data.text':
      'Los datos proceden de textos publicados y cada estrategia cita sus fuentes. Los enunciados son paráfrasis, y las etiquetas y vínculos, lecturas de analistas: no son declaraciones de las fuentes y ningún Estado los ha aprobado.',
    'about.data.licence':
      'La selección de datos, las paráfrasis, etiquetas y vínculos están bajo la licencia de este proyecto (Apache-2.0). Los textos pertenecen a quienes los publicaron. Los nombres y códigos de países son los de las Naciones Unidas (M49). Las cifras de terceros no están bajo esta licencia; las menciones debidas figuran abajo y junto a cada cifra.',
    'about.assessments': 'Evaluaciones de amenazas',
    'about.assessments.text': 'Las conclusiones sobre amenazas proceden de ellas. Las menciones debidas a quien las publica figuran bajo su nombre.',
    'about.official': 'evaluación oficial',
    'about.notOfficial': 'evaluación no oficial',
    'about.organizations.text': 'Los miembros figuran como los indica cada organización; aquí se dice hasta qué punto se comprobó.',
    'about.verification.recalled': 'dado por conocimiento general, aún no comprobado con una fuente',
    'about.verification.excerpt': 'visto en una fuente',
    'about.cite.text':
      'Cada página termina con una cita: título, método, fecha de consulta y dirección. Indique la fecha a la que responde la página, pues las cifras cambian con el registro.',
    'about.contact': 'Contacto',
    'about.contact.text':
      'Responde de esta instalación quien la opera; diríjale las correcciones y solicitudes de cuenta. Las correcciones de un Estado las hacen, en la página de su registro, quienes este designe.',
  },
  RU: {
    'search.words': 'Искомые слова',
    'search.go': 'Искать',
    'search.hint':
      'Поиск идёт по названиям и текстам стратегий на языке этой страницы и на английском. Должны встретиться все слова; работают также «or» и прямые кавычки.',
    'search.count': '{count, plural, one {# результат} few {# результата} many {# результатов} other {# результата}} по запросу',
    'search.none': 'В этой записи ничего не найдено по запросу',
    'search.advice': 'Попробуйте меньше слов, другие слова или английские, либо просмотрите списки:',
    'search.byTag': 'найдено по названиям меток или на другом языке',
    'search.otherLanguage': 'найдено на другом языке',
    'search.kind.STRATEGY': 'Стратегии',
    'search.kind.PILLAR': 'Направления',
    'search.kind.OBJECTIVE': 'Цели',
    'search.kind.MEASURE': 'Меры',
    'search.kind.INDICATOR': 'Показатели',
    'method.lead': 'Как получается каждая цифра по методу {version}. Неизвестное никогда не показывается как ноль, государства не ранжируются.',
    'method.counted': 'Что учитывается',
    'method.counted.text':
      'Планы государства — это те, что действуют на указанный день, иначе закончившиеся в предыдущие 36 месяцев, что отмечается. Если таких нет, записи нет и ничего не утверждается. Не найденное в источнике учитывается только по запросу.',
    'method.alignment':
      'Каждая цель организации, обращённая к членам, сопоставляется с планами каждого члена. Связь говорит, какую часть цели покрывает место текста; она учитывается, если подтверждена или если двое читателей согласны. Части могут пересекаться, поэтому у ячейки есть нижняя и верхняя граница.',
    'method.hint': 'Ориентир исходит только из меток: он показывает, где искать, стоит в скобках и никогда не учитывается.',
    'method.means.ALIGNED': 'Планы покрывают не менее 0,75 цели.',
    'method.means.PARTIAL': 'Планы покрывают часть цели.',
    'method.means.GAP': 'Сопоставлены все записанные планы, и такого места можно было ожидать. В текстах оно всё же может быть.',
    'method.means.NARROW_RECORD': 'Записаны только планы по отдельным преступлениям, все они сопоставлены; общий план мог бы сказать больше.',
    'method.means.DIFFERS': 'Подтверждённая связь говорит, что план утверждает иное.',
    'method.means.CONTESTED': 'Государство оспаривает прочтение; остаются оба прочтения.',
    'method.means.UNREAD': 'Не все планы сопоставлены с целью: сказать пока ничего нельзя.',
    'method.means.NO_RECORD': 'План государства не записан: неизвестно, а не отсутствует.',
    'method.means.NOT_APPLICABLE': 'Так указало с обоснованием государство или владелец цели.',
    'method.elements':
      'Глубина элемента — это глубина самого конкретного места планов, где он есть. Об отсутствии говорится, только если все планы прочитаны полностью.',
    'method.threats':
      'Сказанное в планах об угрозе стоит рядом с подверженностью по оценке: сначала собственной, затем официальных, затем прочих. Без вывода угроза не оценена, что не значит низкая.',
    'method.kinds': 'О каждом виде стратегий: действует ли такая в этот день. «Нет» — слово самого государства; всё прочее «не записано».',
    'method.constants': 'Константы',
    'method.constants.text':
      'Все используемые константы. «Method N» — раздел N метода; «para» — пункт записки Секретариата от 1 августа 2012 года. Пояснения даны на английском.',
    'method.meaning': 'Значение',
    'method.value': 'Величина',
    'about.is': 'Что это за сервис',
    'about.is.text':
      'Он хранит национальные и региональные стратегии борьбы с организованной преступностью как связанные тексты и показывает, как они согласуются, — для региональных организаций, государств-членов и Рабочей группы правительственных экспертов по технической помощи. Каждая цифра раскрывается до текстов, на которых она основана.',
    'about.isNot': 'Чем он не является',
    'about.isNot.text':
      'Это не оценка государств и не рейтинг. Он говорит, что сказано в текстах, а не что сделано. Он неполон: незаписанное неизвестно.',
    'about.data': 'Источники и лицензии',
    'about.data.text':
      'Факты взяты из опубликованных текстов, каждая стратегия называет свои источники. Формулировки — пересказ, метки и связи — прочтение аналитиков: это не слова источников, и ни одно государство их не согласовывало.',
    'about.data.licence':
      'Отбор фактов, пересказ, метки и связи — под лицензией этого проекта (Apache-2.0). Тексты принадлежат издателям. Названия и коды стран — Организации Объединённых Наций (M49). Чужие цифры этой лицензией не охвачены; обязательные указания стоят ниже и при каждой цифре.',
    'about.assessments': 'Оценки угроз',
    'about.assessments.text': 'Выводы об угрозах взяты из них. Обязательные указания издателя стоят под его названием.',
    'about.official': 'официальная оценка',
    'about.notOfficial': 'неофициальная оценка',
    'about.organizations.text': 'Члены указаны так, как их перечисляет сама организация; здесь сказано, насколько это проверено.',
    'about.verification.recalled': 'указано по общим сведениям, с источником пока не сверено',
    'about.verification.excerpt': 'найдено в источнике',
    'about.cite.text':
      'Каждая страница заканчивается ссылкой: название, метод, день обращения и адрес. Указывайте день, на который дан ответ: цифры меняются вместе с записью.',
    'about.contact': 'Связь',
    'about.contact.text':
      'За эту установку отвечает её оператор; к нему обращайтесь за исправлениями и учётной записью. Исправления государства вносят на странице его записи назначенные им лица.',
  },
  ZH: {
    'search.words': '查找词语',
    'search.go': '搜索',
    'search.hint': '在本页语言和英文中搜索战略标题及其文本。须包含所有词语；也可使用 or 和直引号。',
    'search.count': '{count, plural, other {# 个结果}}：',
    'search.none': '本记录中未找到：',
    'search.advice': '请减少词语、换用其他词语或英文，或浏览列表：',
    'search.byTag': '按其标签名称或其他语言找到',
    'search.otherLanguage': '在其他语言中找到',
    'search.kind.STRATEGY': '战略',
    'search.kind.PILLAR': '支柱',
    'search.kind.OBJECTIVE': '目标',
    'search.kind.MEASURE': '措施',
    'search.kind.INDICATOR': '指标',
    'method.lead': '按方法 {version} 说明每个数字的由来。未知从不显示为零，也不对国家排名。',
    'method.counted': '计入的内容',
    'method.counted.text':
      '一国的计划指在所询之日有效者，否则为此前 36 个月内到期者，并加标记。若均无，则无记录，不作任何说法。未见于来源的内容除非要求，否则不计入。',
    'method.alignment':
      '组织面向成员的每项目标均与每个成员的计划比较。关联说明某段文字涵盖目标的哪一部分；经确认或两名读者一致时计入。由于各部分可能重叠，每个单元格有下限和上限。',
    'method.hint': '线索仅来自标签：只表示可查之处，以括号显示，从不计入。',
    'method.means.ALIGNED': '计划涵盖目标的至少 0.75。',
    'method.means.PARTIAL': '计划涵盖其中一部分。',
    'method.means.GAP': '所有已记录计划均已比较，且可预期有相应段落。文本中仍可能有。',
    'method.means.NARROW_RECORD': '仅记录了针对单一犯罪的计划且均已比较；综合性计划或有更多内容。',
    'method.means.DIFFERS': '经确认的关联表明计划另有说法。',
    'method.means.CONTESTED': '该国对解读提出异议；两种解读并存。',
    'method.means.UNREAD': '并非所有计划都与该目标作了比较：尚不能作任何说法。',
    'method.means.NO_RECORD': '未记录该国计划：属于未知，并非没有。',
    'method.means.NOT_APPLICABLE': '该国或目标所有者如此声明并附理由。',
    'method.elements': '要素的深度取计划中体现该要素的最具体之处。仅当所有计划均已通读时，才说“计划中没有”。',
    'method.threats':
      '计划对威胁的论述与评估认定的受影响程度并列：首先是该国自己的评估，其次是官方评估，再次是其他评估。没有结论即为未评估，不等于低。',
    'method.kinds': '每类战略：该日是否有效。“无”是该国自己的说法；其余均为“未记录”。',
    'method.constants': '常数',
    'method.constants.text': '所有使用中的常数。“method N”指方法第 N 节；“para”指秘书处 2012 年 8 月 1 日说明的段落。含义以英文给出。',
    'method.meaning': '含义',
    'method.value': '数值',
    'about.is': '本服务是什么',
    'about.is.text':
      '本服务将国家和区域打击有组织犯罪战略作为相互关联的文本保存，并显示其如何衔接，供区域组织、成员国和技术援助问题政府专家工作组使用。每个数字都可展开查看所依据的文本。',
    'about.isNot': '本服务不是什么',
    'about.isNot.text': '它不是对国家的评估，也不是排名。它说明文本的内容，而非实际行动。它并不完整：未记录者即为未知。',
    'about.data': '来源与许可',
    'about.data.text': '事实取自已公布文本，每项战略均注明来源。标题为转述，标签和关联为分析人员的解读：并非来源的声明，也未经任何国家认可。',
    'about.data.licence':
      '事实的选取、转述、标签和关联适用本项目许可（Apache-2.0）。文本归其发布者所有。国家名称和代码采用联合国 M49。他方数字不在此许可之内；应作的致谢列于下文并随每个数字显示。',
    'about.assessments': '威胁评估',
    'about.assessments.text': '关于威胁的结论取自这些评估。对发布者应作的说明列于其名称之下。',
    'about.official': '官方评估',
    'about.notOfficial': '非官方评估',
    'about.organizations.text': '成员按各组织自己的名单列出；此处说明核对程度。',
    'about.verification.recalled': '据一般知识给出，尚未与来源核对',
    'about.verification.excerpt': '见于来源',
    'about.cite.text': '每页末尾均有引用格式：标题、方法、查阅日期和地址。请注明该页所答复的日期，因为数字随记录变化。',
    'about.contact': '联系',
    'about.contact.text': '本系统由其运营方负责；如需更正或申请账户，请与其联系。国家的更正由其指定人员在该国记录页面上进行。',
  },
  AR: {
    'search.words': 'كلمات البحث',
    'search.go': 'ابحث',
    'search.hint':
      'يشمل البحث عناوين الاستراتيجيات ونصوصها بلغة هذه الصفحة وبالإنكليزية. يجب أن ترد كل الكلمات، ويمكن استعمال or وعلامات الاقتباس المستقيمة.',
    'search.count': '{count, plural, zero {لا نتائج} one {نتيجة واحدة} two {نتيجتان} few {# نتائج} many {# نتيجة} other {# نتيجة}} للبحث عن',
    'search.none': 'لم يُعثر في هذا السجل على شيء لـ',
    'search.advice': 'جرّب كلمات أقل أو كلمات أخرى أو بالإنكليزية، أو تصفّح القوائم:',
    'search.byTag': 'عُثر عليه بأسماء وسومه أو بلغة أخرى',
    'search.otherLanguage': 'عُثر عليه بلغة أخرى',
    'search.kind.STRATEGY': 'الاستراتيجيات',
    'search.kind.PILLAR': 'الركائز',
    'search.kind.OBJECTIVE': 'الأهداف',
    'search.kind.MEASURE': 'التدابير',
    'search.kind.INDICATOR': 'المؤشرات',
    'method.lead': 'كيف يُحسب كل رقم وفق المنهجية {version}. لا يُعرض المجهول صفرًا أبدًا، ولا تُصنّف الدول.',
    'method.counted': 'ما يُحتسب',
    'method.counted.text':
      'خطط الدولة هي السارية في اليوم المطلوب، وإلا فالتي انتهت خلال 36 شهرًا قبله، ويُشار إلى ذلك. وإن لم توجد فلا سجل ولا يقال شيء. وما لم يُشاهد في مصدر لا يُحتسب إلا عند الطلب.',
    'method.alignment':
      'يُقارن كل هدف للمنظمة موجّه إلى الأعضاء بخطط كل عضو. ويبيّن الرابط أي جزء من الهدف يغطيه المقطع، ويُحتسب إذا أُكّد أو اتفق عليه قارئان. ولأن الأجزاء قد تتداخل، لكل خلية حد أدنى وحد أعلى.',
    'method.hint': 'التلميح مصدره الواصفات وحدها: هو موضع للبحث، ويُعرض بين قوسين، ولا يُحتسب أبدًا.',
    'method.means.ALIGNED': 'تغطي الخطط 0.75 من الهدف على الأقل.',
    'method.means.PARTIAL': 'تغطي الخطط جزءًا منه.',
    'method.means.GAP': 'قورنت كل الخطط المسجّلة وكان يمكن توقّع مقطع. وقد تتضمنه النصوص مع ذلك.',
    'method.means.NARROW_RECORD': 'لا تُسجّل إلا خطط عن جرائم بعينها وقد قورنت جميعها، وقد تقول خطة عامة أكثر.',
    'method.means.DIFFERS': 'رابط مؤكد يبيّن أن خطة تقول غير ذلك.',
    'method.means.CONTESTED': 'تعترض الدولة على القراءة، وتبقى القراءتان.',
    'method.means.UNREAD': 'لم تُقارن كل الخطط بالهدف: لا يمكن قول شيء بعد.',
    'method.means.NO_RECORD': 'لا خطة مسجّلة للدولة: غير معروف، وليس غيابًا.',
    'method.means.NOT_APPLICABLE': 'أفادت بذلك الدولة أو صاحب الهدف مع ذكر السبب.',
    'method.elements': 'عمق العنصر هو عمق أدق موضع يرد فيه في الخطط. ولا يقال بغيابه إلا إذا قُرئت كل الخطط كاملة.',
    'method.threats':
      'يُوضع ما تقوله الخطط عن التهديد إلى جانب ما يجده تقييم من تعرّض الدولة: تقييم الدولة نفسها أولًا، ثم الرسمية، ثم غيرها. وبلا نتيجة فالتهديد غير مقيَّم، وهذا لا يعني أنه منخفض.',
    'method.kinds': 'لكل نوع من الاستراتيجيات: هل توجد واحدة سارية في ذلك اليوم. «لا توجد» قول الدولة نفسها، وما عداه «غير مسجّل».',
    'method.constants': 'الثوابت',
    'method.constants.text':
      'كل الثوابت المستعملة. «method N» هو القسم N من المنهجية، و«para» فقرة من مذكرة الأمانة المؤرخة 1 آب/أغسطس 2012. والمعاني بالإنكليزية.',
    'method.meaning': 'المعنى',
    'method.value': 'القيمة',
    'about.is': 'ما هذه الخدمة',
    'about.is.text':
      'تحفظ الخدمة الاستراتيجيات الوطنية والإقليمية لمكافحة الجريمة المنظمة نصوصًا مترابطة وتبيّن كيف تتوافق، للمنظمات الإقليمية والدول الأعضاء والفريق العامل من الخبراء الحكوميين المعني بالمساعدة التقنية. وكل رقم ينفتح على النصوص التي يستند إليها.',
    'about.isNot': 'ما ليست عليه',
    'about.isNot.text': 'ليست تقييمًا للدول ولا تصنيفًا لها. تقول ما تقوله النصوص لا ما يُفعل. وليست كاملة: فما ليس مسجّلًا غير معروف.',
    'about.data': 'المصادر والتراخيص',
    'about.data.text':
      'جُمعت الوقائع من نصوص منشورة، وتذكر كل استراتيجية مصادرها. والعبارات إعادة صياغة، والوسوم والروابط قراءات محللين: ليست تصريحات للمصادر ولم تعتمدها أي دولة.',
    'about.data.licence':
      'يخضع اختيار الوقائع وإعادة الصياغة والوسوم والروابط لترخيص هذا المشروع (Apache-2.0). والنصوص ملك لناشريها. وأسماء البلدان ورموزها هي المعتمدة في الأمم المتحدة (M49). والأرقام المملوكة لآخرين لا يشملها هذا الترخيص، وترد الإشارات الواجبة أدناه ومع كل رقم.',
    'about.assessments': 'تقييمات التهديدات',
    'about.assessments.text': 'النتائج بشأن التهديدات مأخوذة منها. وترد الإشارات الواجبة للناشر تحت اسمه.',
    'about.official': 'تقييم رسمي',
    'about.notOfficial': 'تقييم غير رسمي',
    'about.organizations.text': 'يُدرج الأعضاء كما تدرجهم كل منظمة، ويُبيَّن هنا مدى التحقق من ذلك.',
    'about.verification.recalled': 'مذكور من المعرفة العامة، ولم يُتحقق منه بعد في مصدر',
    'about.verification.excerpt': 'شوهد في مصدر',
    'about.cite.text':
      'تنتهي كل صفحة بصيغة استشهاد: العنوان والمنهجية ويوم الاطلاع والرابط. واذكر اليوم الذي تجيب عنه الصفحة، فالأرقام تتغير مع السجل.',
    'about.contact': 'الاتصال',
    'about.contact.text':
      'يتولى المسؤولية عن هذه النسخة مشغّلها؛ فاطلب منه التصحيحات والحساب. وتُجري تصحيحاتِ الدولة على صفحة سجلها الجهاتُ التي تعيّنها.',
  },
};

// Arabic messages. Latin words that stand in a message itself are isolated (\u2066 … \u2069) like the values put into it.
import { briefAr } from './brief-ar.ts';
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
import { errorsAr } from './errors-ar.ts';
import { errorPacksAr } from './errors-packs-ar.ts';
import { errorRecordsAr } from './errors-records-ar.ts';
import { gridMessages } from './grids.ts';
import { gridMessages2 } from './grids-2.ts';
import { gridMessages3 } from './grids-3.ts';
import { recordMessages } from './records.ts';
import { regionMessages } from './regions.ts';
import { sheetAr } from './sheet-ar.ts';
import { shellMessages } from './shell.ts';
import { templateMessages } from './template.ts';
import { workMessages } from './work.ts';

export const ar: Catalogue = {
  disclaimer:
    'لا تنطوي التسميات المستخدمة في هذه الخدمة، ولا طريقة عرض المواد الواردة فيها، على الإعراب عن أي رأي بشأن المركز القانوني لأي بلد أو إقليم أو مدينة أو منطقة أو لسلطات أي منها، أو بشأن تعيين تخومها أو حدودها. وجميع الأرقام محسوبة استناداً إلى نصوص منشورة ولم تُقرَّها أي دولة. وحيثما لم يُعثر على فقرة مقابلة، فإن ذلك يخص الوثائق المسجلة هنا دون غيرها. ولا يُجرى أي ترتيب تفاضلي للدول.',
  kosovoNote: 'تُفهم الإشارات إلى كوسوفو في سياق قرار مجلس الأمن 1244 (1999).',
  unseenStrategy:
    '{title}: {count, plural, zero {لا توجد عُقد شوهدت في أي مصدر} one {لم تُشاهَد عُقدتها الوحيدة في أي مصدر} two {لم تُشاهَد أيٌّ من عُقدتيها في أي مصدر} few {لم تُشاهَد أيٌّ من عُقدها البالغ عددها # في أي مصدر} many {لم تُشاهَد أيٌّ من عُقدها البالغ عددها # في أي مصدر} other {لم تُشاهَد أيٌّ من عُقدها البالغ عددها # في أي مصدر}}، ولذلك لا يُحتسب شيء منها هنا؛ وللاطلاع عليها يُرجى الاستعلام باستخدام \u2066includeUnseen\u2069.',

  who: '{body}، {role}',
  'role.READER': 'قارئ',
  'role.EDITOR': 'محرِّر',
  'role.APPROVER': 'مُقِرّ',
  'role.DELEGATE': 'مندوب في الفريق العامل',
  'role.ANALYST': 'محلِّل',
  'role.SECRETARIAT': 'الأمانة',
  'role.ADMIN': 'مدير',
  'role.OPERATOR': 'مشغِّل هذه الخدمة',

  'alignmentStatus.ALIGNED': 'متوافق',
  'alignmentStatus.PARTIAL': 'متوافق جزئياً',
  'alignmentStatus.GAP': 'لم يُعثر على فقرة مقابلة في الوثائق المسجلة',
  'alignmentStatus.NARROW_RECORD': 'غير وارد في الخطط المسجلة التي تتناول كل منها جريمة بعينها',
  'alignmentStatus.UNREAD': 'لم يُقرأ بعد',
  'alignmentStatus.DIFFERS': 'يختلف',
  'alignmentStatus.CONTESTED': 'موضع اعتراض',
  'alignmentStatus.NOT_APPLICABLE': 'لا ينطبق',
  'alignmentStatus.NO_RECORD': 'لا توجد خطة مسجلة',

  'evidenceBasis.CONFIRMED': 'أكدته الدولة أو الجهة صاحبة الهدف',
  'evidenceBasis.READ': 'اتفقت عليه قراءتان لقارئين',
  'evidenceBasis.HINT': 'تلميح مستمد من الواصفات، وليس استنتاجاً',
  'evidenceBasis.UNREAD': 'لم يُقرأ بعد',

  'relation.EQUAL': 'ينص على الأمر نفسه',
  'relation.SUPERSET': 'يشمله كله ويتجاوزه',
  'relation.SUBSET': 'يشمل جزءاً منه',
  'relation.INTERSECTS': 'يشمل جزءاً منه ومسائل أخرى',
  'relation.NO_RELATION': 'قُرئ ولم يُعثر على شيء',
  'relation.CONTRADICTS': 'يختلف عنه',

  'linkStatus.SUGGESTED': 'مقترحة',
  'linkStatus.READ': 'اتفقت عليها قراءتان لقارئين',
  'linkStatus.CONFIRMED': 'مؤكدة',
  'linkStatus.REJECTED': 'لم تُقبل بعد الاستعراض',
  'linkStatus.STALE': 'تُعاد قراءتها لأن أحد النصوص قد تغير',
  'linkStatus.SUPERSEDED': 'حلت محلها صلة أحدث',

  'elementStatus.ACCOUNTABLE': 'تدبير له جهة مسؤولة ومؤشر',
  'elementStatus.ACTIONED': 'تدبير',
  'elementStatus.MENTIONED': 'مذكور',
  'elementStatus.NOT_SEEN': 'لم يُلاحَظ فيما قُرئ',
  'elementStatus.ABSENT': 'غير وارد في الخطط التي قُرئت بكاملها',
  'elementStatus.NO_RECORD': 'لا توجد خطة مسجلة',

  'threatStatus.PLANNED': 'تتناوله الخطط',
  'threatStatus.MENTIONED': 'مذكور في الخطط',
  'threatStatus.NOT_SEEN': 'لم يُلاحَظ في الخطط المسجلة',
  'threatStatus.LOW_EXPOSURE': 'تعرُّض منخفض',
  'threatStatus.NOT_ASSESSED': 'لم يُقيَّم',
  'threatStatus.NO_RECORD': 'لا توجد خطة مسجلة',

  'coverageStatus.IN_FORCE': 'سارية',
  'coverageStatus.UPCOMING': 'معتمدة ولم يبدأ العمل بها بعد',
  'coverageStatus.ENDED': 'منتهية',
  'coverageStatus.DRAFT': 'مشروع',
  'coverageStatus.NONE': 'لا توجد، وفقاً لما ذكرته الدولة',
  'coverageStatus.NOT_RECORDED': 'غير مسجلة',

  'sharedThreatReason.LINKED_BY_FLOW': 'تربط تدفقات مسجلة بين دول أعضاء',
  'sharedThreatReason.NAMED_BY_ASSESSMENT': 'ورد ذكره في أحدث تقييم إقليمي',
  'sharedThreatReason.NO_REGIONAL_OBJECTIVE': 'لا يوجد هدف إقليمي مسجل بشأنه',
  'sharedThreatReason.UNEVEN_PLANNING': 'تتفاوت خطط الدول الأعضاء المعرضة له في مدى تناوله',
  'sharedThreatReason.RISING': 'قُيِّم بمستوى أعلى من ذي قبل',
  'sharedThreatReason.EMERGING': 'أشار تقييم إلى أنه ناشئ',
  'sharedThreatReason.STALE': 'جميع الاستنتاجات المتعلقة به قديمة',
  'sharedThreatReason.UNASSESSED': 'لا يوجد استنتاج بشأنه لدى بعض الدول الأعضاء',

  'hintScheme.threats': 'التهديدات',
  'hintScheme.elements': 'العناصر',
  'hintScheme.provisions': 'الأحكام',

  'whyNotCounted.STATUS': 'غير مؤكدة ولم تتفق عليها قراءتان لقارئين',
  'whyNotCounted.PLAN': 'من خطة لا تُحتسب في التاريخ المطلوب',
  'whyNotCounted.UNSEEN': 'من عُقدة لم تُشاهَد في أي مصدر',
  'whyNotCounted.NOT_A_CANDIDATE': 'من عُقدة ليست هدفاً ولا تدبيراً',

  'separator.item': '، ',
  'separator.sentence': ' ',
  quoted: '«{text}»',

  'record.none': 'لا توجد خطة مسجلة على أنها سارية في التاريخ المطلوب أو منتهية خلال المدة السابقة له (عدد الأشهر: {months}): {status}.',
  'record.lapsed':
    'لا توجد خطة مسجلة على أنها سارية في التاريخ المطلوب؛ وتُقرأ بدلاً منها الخطط التي انتهت خلال المدة السابقة له (عدد الأشهر: {months}).',

  'cell.links':
    '{count, plural, zero {لا تُحتسب أي صلة} one {تُحتسب صلة واحدة} two {تُحتسب صلتان} few {تُحتسب # صلات} many {تُحتسب # صلةً} other {تُحتسب # صلة}}: {list}.',
  'cell.noLinks': 'لا تُحتسب أي صلة، ولذلك فإن القيمة الدنيا (\u2066low\u2069) هي 0 والقيمة العليا (\u2066high\u2069) هي 1.',
  'cell.notCounted':
    '{count, plural, zero {لا توجد صلات غير محتسبة} one {توجد صلة واحدة غير محتسبة} two {توجد صلتان غير محتسبتين} few {توجد # صلات غير محتسبة} many {توجد # صلةً غير محتسبة} other {توجد # صلة غير محتسبة}} ({reasons}).',
  'cell.notCounted.reason': '{reason}: {count}',
  'cell.part.share': '{key} يشمل حصة قدرها {share} ({relation})',
  'cell.part.range': '{key} يشمل ما بين {low} و {high} ({relation})',
  'cell.part.nothing': '{key} قُرئ ولم يُعثر على شيء، أي حصة قدرها {share} ({relation})',
  'cell.part.differs': '{key} يختلف ولا يعطي أي حصة ({relation})',
  'cell.part.repeated': '{key} مرة أخرى ({relation}؛ لا يُضاف، لأن كل عُقدة أو خطة تُحتسب مرة واحدة)',
  'cell.bounds.sum':
    'القيمة الدنيا (\u2066low\u2069) هي أكبر الحدود الدنيا، أي {low}؛ والقيمة العليا (\u2066high\u2069) هي مجموع الحدود العليا، أي {sum}.',
  'cell.bounds.capped':
    'القيمة الدنيا (\u2066low\u2069) هي أكبر الحدود الدنيا، أي {low}؛ والقيمة العليا (\u2066high\u2069) هي مجموع الحدود العليا، أي {sum}، على ألا تتجاوز 1.',
  'cell.bounds.unread':
    'القيمة الدنيا (\u2066low\u2069) هي أكبر الحدود الدنيا، أي {low}؛ والقيمة العليا (\u2066high\u2069) هي 1، لأن {count, plural, zero {# خطة لم تُقرأ} one {خطةً واحدة لم تُقرأ} two {خطتين لم تُقرآ} few {# خطط لم تُقرأ} many {# خطةً لم تُقرأ} other {# خطة لم تُقرأ}} فيما يتعلق بهذا الهدف: {plans}.',
  'cell.bounds.noShare': 'لا تعطي أي صلة حصة، ولذلك فإن القيمة الدنيا (\u2066low\u2069) هي 0 والقيمة العليا (\u2066high\u2069) هي 1.',
  'cell.status.ALIGNED': 'القيمة الدنيا لا تقل عن {limit}: {status}.',
  'cell.status.PARTIAL': 'القيمة الدنيا أكبر من {above} وأصغر من {limit}: {status}.',
  'cell.status.GAP': 'قُرئت جميع الخطط، وبينها خطة عامة النطاق أو خطط بشأن كل تهديد من تهديدات الهدف، بحيث كان يمكن توقع وجود فقرة مقابلة: {status}.',
  'cell.status.NARROW_RECORD': 'قُرئت جميع الخطط، غير أنه ليس بينها خطة عامة النطاق ولا خطة بشأن {threats}: {status}.',
  'cell.status.NARROW_RECORD.noThreat':
    'قُرئت جميع الخطط، غير أنه ليس بينها خطة عامة النطاق، ولا يذكر الهدف تهديداً يمكن أن تتناوله خطة خاصة بجريمة بعينها: {status}.',
  'cell.status.UNREAD': 'لا يُعرف حتى الآن أن أي جزء مشمول، ولم تُقرأ الخطط جميعها: {status}.',
  'cell.status.DIFFERS': 'تفيد صلة مؤكدة بأن إحدى الخطط تختلف عن الهدف، ولذلك أسبقية على الأرقام: {status}.',
  'cell.status.CONTESTED': 'هناك اعتراض لم يُبت فيه على هذه الخانة أو على صلة محتسبة، ولذلك أسبقية على الأرقام: {status}.',
  'cell.status.NOT_APPLICABLE': 'ذكرت الدولة ({state}) أو الجهة صاحبة الهدف، مع بيان السبب، أن الهدف {objective} لا ينطبق: {status}.',
  'cell.hint':
    'تلميح قيمته {hint} يشير إلى {key}: وهو متوسط مدى تطابق واصفات تلك العُقدة مع واصفات الهدف ({schemes}). والتلميح يدل على موضع للبحث وليس استنتاجاً.',
  'cell.hint.scheme': '{scheme} {coverage}',

  'element.ACCOUNTABLE': '{key} يتضمن العنصر وهو تدبير له جهة مسؤولة ومؤشر، ومن ثم فإن العمق هو {depth}: {status}.',
  'element.ACTIONED': '{key} يتضمن العنصر وهو تدبير؛ وليس لأي من التدابير التي تتضمنه جهة مسؤولة ومؤشر معاً، ومن ثم فإن العمق هو {depth}: {status}.',
  'element.MENTIONED': '{key} يتضمن العنصر، ولا يتضمنه أي تدبير، ومن ثم فإن العمق هو {depth}: {status}.',
  'element.NOT_SEEN':
    'لا تتضمن العنصرَ أيُّ عُقدة من عُقد {count, plural, zero {الخطط المحتسبة} one {الخطة الوحيدة المحتسبة} two {الخطتين المحتسبتين} few {الخطط المحتسبة البالغ عددها #} many {الخطط المحتسبة البالغ عددها #} other {الخطط المحتسبة البالغ عددها #}}، ومن ثم فإن العمق هو {depth}، وليست جميع الخطط مؤشَّراً عليها بأنها قُرئت بكاملها: {status}.',
  'element.ABSENT':
    'لا تتضمن العنصرَ أيُّ عُقدة من عُقد {count, plural, zero {الخطط المحتسبة} one {الخطة الوحيدة المحتسبة} two {الخطتين المحتسبتين} few {الخطط المحتسبة البالغ عددها #} many {الخطط المحتسبة البالغ عددها #} other {الخطط المحتسبة البالغ عددها #}}، ومن ثم فإن العمق هو {depth}، وجميع الخطط مؤشَّر عليها بأنها قُرئت بكاملها: {status}.',

  'exposure.none': 'لا يُحتسب أي استنتاج بشأن {threat} في التاريخ المطلوب: {status}.',
  'exposure.narrower': 'لا يُحتسب أي استنتاج بشأن {threat} ذاته؛ وأعلى تعرُّض بين التهديدات المندرجة تحته يخص {narrower}.',
  'exposure.score': '{assessment} ({date}) يعطي {score} على مقياس من {min} إلى {max}: {formula}.',
  'exposure.rating': '{assessment} ({date}) يعطي احتمالاً قدره {likelihood} وأثراً قدره {impact}، وكل منهما من 1 إلى 5: {formula}.',
  'exposure.named': '{assessment} ({date}) يذكر التهديد دون رقم؛ وفي المقارنات بحدٍّ ما يُعد مساوياً لـ {value}.',
  'exposure.currentEdition': 'أُعلن أن الطبعة التالية تصدر في {edition}، وهو موعد لم ينقضِ، ولذلك لا يُعد الاستنتاج قديماً.',
  'exposure.staleEdition': 'أُعلن أن الطبعة التالية تصدر في {edition}، وهو موعد انقضى، ولذلك يُشار إلى أن الاستنتاج قديم ويظل محتسباً.',
  'exposure.currentAge': 'لم تنقضِ على الاستنتاج مدة تتجاوز الحد (عدد الأشهر: {months})، ولذلك لا يُعد قديماً.',
  'exposure.staleAge': 'انقضت على الاستنتاج مدة تتجاوز الحد (عدد الأشهر: {months})، ولذلك يُشار إلى أنه قديم ويظل محتسباً.',

  'effect.matrix.ALIGNMENT': 'مصفوفة المواءمة',
  'effect.matrix.ELEMENTS': 'مصفوفة العناصر',
  'effect.change':
    '{organization}، {matrix}: {count, plural, zero {لا خلية تنتقل} one {خلية واحدة تنتقل} two {خليتان تنتقلان} few {# خلايا تنتقل} many {# خلية تنتقل} other {# خلية تنتقل}} من «{from}» إلى «{to}».',
  'effect.appear':
    '{organization}، {matrix}: {count, plural, zero {لا خلية جديدة} one {خلية جديدة واحدة} two {خليتان جديدتان} few {# خلايا جديدة} many {# خلية جديدة} other {# خلية جديدة}} بالحالة «{to}».',
  'effect.vanish':
    '{organization}، {matrix}: {count, plural, zero {لا خلية تزول} one {خلية واحدة تزول} two {خليتان تزولان} few {# خلايا تزول} many {# خلية تزول} other {# خلية تزول}} كانت بالحالة «{from}».',
  ...briefAr,
  ...shellMessages.AR,
  ...gridMessages.AR,
  ...gridMessages2.AR,
  ...gridMessages3.AR,
  ...commonMessages.AR,
  ...sharedThreatMessages.AR,
  ...comparisonMessages.AR,
  ...recordMessages.AR,
  ...workMessages.AR,
  ...deskMessages.AR,
  ...deskMoreMessages.AR,
  ...deskEditMessages.AR,
  ...importMessages.AR,
  ...regionMessages.AR,
  ...editMessages.AR,
  ...monitoringMessages.AR,
  ...formMessages.AR,
  ...templateMessages.AR,
  ...errorsAr,
  ...errorRecordsAr,
  ...errorPacksAr,
  ...sheetAr,
};

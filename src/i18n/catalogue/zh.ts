// Chinese messages.
import { briefZh } from './brief-zh.ts';
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
import { errorPacksZh } from './errors-packs-zh.ts';
import { errorRecordsZh } from './errors-records-zh.ts';
import { errorsZh } from './errors-zh.ts';
import { gridMessages } from './grids.ts';
import { gridMessages2 } from './grids-2.ts';
import { gridMessages3 } from './grids-3.ts';
import { recordMessages } from './records.ts';
import { regionMessages } from './regions.ts';
import { sheetZh } from './sheet-zh.ts';
import { shellMessages } from './shell.ts';
import { templateMessages } from './template.ts';
import { workMessages } from './work.ts';

export const zh: Catalogue = {
  disclaimer:
    '本服务所用名称及其材料的编排方式，并不意味着对任何国家、领土、城市或地区或其当局的法律地位，或对其边界或界线的走向，表示任何意见。所有数字均根据已公布的文本计算得出，未经任何国家核可。凡未找到相应段落之处，仅就此处收录的文件而言。本服务不对各国进行任何排名。',
  kosovoNote: '凡提及科索沃之处，均应结合安全理事会第1244（1999）号决议加以理解。',
  unseenStrategy: '{title}：其{count, plural, other {#个}}节点均未在来源文件中见到，因此此处均不计入；如需查看，请使用includeUnseen查询。',

  who: '{body}，{role}',
  'role.READER': '读者',
  'role.EDITOR': '编辑',
  'role.APPROVER': '审批人',
  'role.DELEGATE': '工作组代表',
  'role.ANALYST': '分析员',
  'role.SECRETARIAT': '秘书处',
  'role.ADMIN': '管理员',
  'role.OPERATOR': '本服务的运营方',

  'alignmentStatus.ALIGNED': '一致',
  'alignmentStatus.PARTIAL': '部分一致',
  'alignmentStatus.GAP': '在已收录文件中未找到相应段落',
  'alignmentStatus.NARROW_RECORD': '未见于已收录的、仅针对单一犯罪的计划',
  'alignmentStatus.UNREAD': '尚未阅读',
  'alignmentStatus.DIFFERS': '有所不同',
  'alignmentStatus.CONTESTED': '有异议',
  'alignmentStatus.NOT_APPLICABLE': '不适用',
  'alignmentStatus.NO_RECORD': '未收录任何计划',

  'evidenceBasis.CONFIRMED': '经国家或目标制定方确认',
  'evidenceBasis.READ': '两名阅读者的阅读结果一致',
  'evidenceBasis.HINT': '根据标签得出的线索，并非结论',
  'evidenceBasis.UNREAD': '尚未阅读',

  'relation.EQUAL': '内容相同',
  'relation.SUPERSET': '涵盖其全部内容并超出其范围',
  'relation.SUBSET': '涵盖其部分内容',
  'relation.INTERSECTS': '涵盖其部分内容以及其他事项',
  'relation.NO_RELATION': '已阅读，未找到相关内容',
  'relation.CONTRADICTS': '与其有所不同',

  'linkStatus.SUGGESTED': '已提议',
  'linkStatus.READ': '两名阅读者的阅读结果一致',
  'linkStatus.CONFIRMED': '已确认',
  'linkStatus.REJECTED': '经审查未予采纳',
  'linkStatus.STALE': '因文本已变更而有待重新阅读',
  'linkStatus.SUPERSEDED': '已由较新的关联取代',

  'elementStatus.ACCOUNTABLE': '有负责机构和指标的措施',
  'elementStatus.ACTIONED': '措施',
  'elementStatus.MENTIONED': '有所提及',
  'elementStatus.NOT_SEEN': '在已阅读的内容中未见',
  'elementStatus.ABSENT': '计划已全文阅读，其中未见',
  'elementStatus.NO_RECORD': '未收录任何计划',

  'threatStatus.PLANNED': '计划中已有安排',
  'threatStatus.MENTIONED': '计划中有所提及',
  'threatStatus.NOT_SEEN': '在已收录的计划中未见',
  'threatStatus.LOW_EXPOSURE': '受影响程度低',
  'threatStatus.NOT_ASSESSED': '未评估',
  'threatStatus.NO_RECORD': '未收录任何计划',

  'coverageStatus.IN_FORCE': '有效',
  'coverageStatus.UPCOMING': '已通过，尚未开始实施',
  'coverageStatus.ENDED': '已结束',
  'coverageStatus.DRAFT': '草案',
  'coverageStatus.NONE': '据该国说明，没有',
  'coverageStatus.NOT_RECORDED': '未收录',

  'sharedThreatReason.LINKED_BY_FLOW': '有记录的流动将成员国联系在一起',
  'sharedThreatReason.NAMED_BY_ASSESSMENT': '最新的区域评估提及该威胁',
  'sharedThreatReason.NO_REGIONAL_OBJECTIVE': '未收录针对该威胁的区域目标',
  'sharedThreatReason.UNEVEN_PLANNING': '受影响成员国的计划对该威胁的涵盖程度不同',
  'sharedThreatReason.RISING': '评估结果高于以往',
  'sharedThreatReason.EMERGING': '有评估将其标为新出现的威胁',
  'sharedThreatReason.STALE': '有关该威胁的所有结论均已过期',
  'sharedThreatReason.UNASSESSED': '部分成员国没有关于该威胁的结论',

  'hintScheme.threats': '威胁',
  'hintScheme.elements': '要素',
  'hintScheme.provisions': '条款',

  'whyNotCounted.STATUS': '既未经确认，也未经两名阅读者一致阅读',
  'whyNotCounted.PLAN': '所属计划在所询日期不计入',
  'whyNotCounted.UNSEEN': '所属节点未在来源文件中见到',
  'whyNotCounted.NOT_A_CANDIDATE': '所属节点既非目标也非措施',

  'separator.item': '、',
  'separator.sentence': '',
  quoted: '“{text}”',

  'record.none': '没有收录在所询日期有效或在此前{months}个月内结束的计划：{status}。',
  'record.lapsed': '没有收录在所询日期有效的计划；以此前{months}个月内结束的计划代之。',

  'cell.links': '有{count, plural, other {#项}}关联计入：{list}。',
  'cell.noLinks': '没有关联计入，因此下限值（low）为0，上限值（high）为1。',
  'cell.notCounted': '有{count, plural, other {#项}}关联不计入（{reasons}）。',
  'cell.notCounted.reason': '{reason}：{count}',
  'cell.part.share': '{key}涵盖的份额为{share}（{relation}）',
  'cell.part.range': '{key}涵盖的份额在{low}至{high}之间（{relation}）',
  'cell.part.nothing': '{key}已阅读而未找到相关内容，份额为{share}（{relation}）',
  'cell.part.differs': '{key}有所不同，不提供份额（{relation}）',
  'cell.part.repeated': '{key}再次出现（{relation}；不予累加，因为同一节点或计划只计一次）',
  'cell.bounds.sum': '下限值（low）为各下限中的最大值{low}；上限值（high）为各上限之和{sum}。',
  'cell.bounds.capped': '下限值（low）为各下限中的最大值{low}；上限值（high）为各上限之和{sum}，以1为限。',
  'cell.bounds.unread':
    '下限值（low）为各下限中的最大值{low}；上限值（high）为1，因为有{count, plural, other {#项}}计划尚未就这一目标阅读：{plans}。',
  'cell.bounds.noShare': '没有关联提供份额，因此下限值（low）为0，上限值（high）为1。',
  'cell.status.ALIGNED': '下限值不低于{limit}：{status}。',
  'cell.status.PARTIAL': '下限值大于{above}且小于{limit}：{status}。',
  'cell.status.GAP': '所有计划均已阅读，其中有一般性计划，或有针对该目标所列每项威胁的计划，因此可以预期会有相应段落：{status}。',
  'cell.status.NARROW_RECORD': '所有计划均已阅读，但其中没有一般性计划，也没有关于{threats}的计划：{status}。',
  'cell.status.NARROW_RECORD.noThreat': '所有计划均已阅读，但其中没有一般性计划，且该目标未列出单一犯罪计划可能针对的威胁：{status}。',
  'cell.status.UNREAD': '目前尚不知有任何部分得到涵盖，且并非所有计划均已阅读：{status}。',
  'cell.status.DIFFERS': '一项经确认的关联表明某项计划与该目标有所不同，此点优先于数字：{status}。',
  'cell.status.CONTESTED': '对本单元格或对一项计入的关联有尚未解决的异议，此点优先于数字：{status}。',
  'cell.status.NOT_APPLICABLE': '该国（{state}）或目标制定方已说明理由，表示目标{objective}不适用：{status}。',
  'cell.hint': '数值为{hint}的线索指向{key}：它是该节点的标签与目标的标签相符程度的平均值（{schemes}）。线索仅提示查找之处，并非结论。',
  'cell.hint.scheme': '{scheme}{coverage}',

  'element.ACCOUNTABLE': '{key}带有该要素，是有负责机构和指标的措施，因此深度为{depth}：{status}。',
  'element.ACTIONED': '{key}带有该要素，是一项措施；带有该要素的措施均未同时具备负责机构和指标，因此深度为{depth}：{status}。',
  'element.MENTIONED': '{key}带有该要素，但没有任何措施带有该要素，因此深度为{depth}：{status}。',
  'element.NOT_SEEN': '{count, plural, other {#项}}计划中没有节点带有该要素，因此深度为{depth}，且并非所有计划都标为已全文阅读：{status}。',
  'element.ABSENT': '{count, plural, other {#项}}计划中没有节点带有该要素，因此深度为{depth}，且所有计划都标为已全文阅读：{status}。',

  'exposure.none': '在所询日期没有关于{threat}的结论计入：{status}。',
  'exposure.narrower': '没有直接关于{threat}的结论计入；在其下各项威胁中，受影响程度最高的是{narrower}。',
  'exposure.score': '{assessment}（{date}）给出{score}，量表为{min}至{max}：{formula}。',
  'exposure.rating': '{assessment}（{date}）给出可能性{likelihood}和影响{impact}，各为1至5：{formula}。',
  'exposure.named': '{assessment}（{date}）提及该威胁而未给出数字；在与限值比较时按{value}计。',
  'exposure.currentEdition': '下一版预告的时间为{edition}，尚未过去，因此该结论未过期。',
  'exposure.staleEdition': '下一版预告的时间为{edition}，已经过去，因此该结论标为过期，但仍然计入。',
  'exposure.currentAge': '该结论的时间不超过{months}个月，因此未过期。',
  'exposure.staleAge': '该结论的时间已超过{months}个月，因此标为过期，但仍然计入。',

  'effect.matrix.ALIGNMENT': '一致性矩阵',
  'effect.matrix.ELEMENTS': '要素矩阵',
  'effect.change': '{organization}，{matrix}：{count, plural, other {#个单元格}}由“{from}”变为“{to}”。',
  'effect.appear': '{organization}，{matrix}：新增{count, plural, other {#个单元格}}，状态为“{to}”。',
  'effect.vanish': '{organization}，{matrix}：{count, plural, other {#个单元格}}不再存在，原状态为“{from}”。',
  ...briefZh,
  ...shellMessages.ZH,
  ...gridMessages.ZH,
  ...gridMessages2.ZH,
  ...gridMessages3.ZH,
  ...commonMessages.ZH,
  ...sharedThreatMessages.ZH,
  ...comparisonMessages.ZH,
  ...recordMessages.ZH,
  ...workMessages.ZH,
  ...deskMessages.ZH,
  ...deskMoreMessages.ZH,
  ...deskEditMessages.ZH,
  ...importMessages.ZH,
  ...regionMessages.ZH,
  ...editMessages.ZH,
  ...monitoringMessages.ZH,
  ...formMessages.ZH,
  ...templateMessages.ZH,
  ...errorsZh,
  ...errorRecordsZh,
  ...errorPacksZh,
  ...sheetZh,
};

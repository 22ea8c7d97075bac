// English messages; their keys are the keys of every language. Status words stand inside a sentence, so they begin in lower case.
// No apostrophe (') in a message: ICU takes it for quoting. Write ’ instead, or '' where clients know the words with it.

import { briefEn } from './brief-en.ts';
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
import { errorsEn } from './errors-en.ts';
import { errorPacksEn } from './errors-packs-en.ts';
import { errorRecordsEn } from './errors-records-en.ts';
import { gridMessages } from './grids.ts';
import { gridMessages2 } from './grids-2.ts';
import { gridMessages3 } from './grids-3.ts';
import { recordMessages } from './records.ts';
import { regionMessages } from './regions.ts';
import { sheetEn } from './sheet-en.ts';
import { shellMessages } from './shell.ts';
import { templateMessages } from './template.ts';
import { workMessages } from './work.ts';

export const en = {
  disclaimer:
    'The designations used in this service, and the way its material is presented, express no opinion whatsoever on the legal status of any country, territory, city or area, or of its authorities, or on the course of any frontier or boundary. All figures are computed from published texts and have not been cleared by any State. Where no matching passage was found, this is said of the documents recorded here and of nothing else. No ranking of States is made.',
  kosovoNote: 'References to Kosovo are to be understood in the context of Security Council resolution 1244 (1999).',
  unseenStrategy:
    '{title}: none of its {count, plural, one {# node} other {# nodes}} was seen in a source, so none counts here; ask with includeUnseen to see them.',

  who: '{body}, {role}',
  'role.READER': 'reader',
  'role.EDITOR': 'editor',
  'role.APPROVER': 'approver',
  'role.DELEGATE': 'delegate in the working group',
  'role.ANALYST': 'analyst',
  'role.SECRETARIAT': 'Secretariat',
  'role.ADMIN': 'administrator',
  'role.OPERATOR': 'operator of this service',

  'alignmentStatus.ALIGNED': 'aligned',
  'alignmentStatus.PARTIAL': 'partly aligned',
  'alignmentStatus.GAP': 'no matching passage found in this record',
  'alignmentStatus.NARROW_RECORD': 'not in the single-crime plans recorded',
  'alignmentStatus.UNREAD': 'not yet read',
  'alignmentStatus.DIFFERS': 'differs',
  'alignmentStatus.CONTESTED': 'contested',
  'alignmentStatus.NOT_APPLICABLE': 'not applicable',
  'alignmentStatus.NO_RECORD': 'no plan recorded',

  'evidenceBasis.CONFIRMED': 'confirmed by the State or by the owner of the objective',
  'evidenceBasis.READ': 'read alike by two readers',
  'evidenceBasis.HINT': 'a hint from tags, not a finding',
  'evidenceBasis.UNREAD': 'not yet read',

  'relation.EQUAL': 'says the same',
  'relation.SUPERSET': 'covers all of it and more',
  'relation.SUBSET': 'covers a part of it',
  'relation.INTERSECTS': 'covers a part of it and other matters',
  'relation.NO_RELATION': 'read, nothing found',
  'relation.CONTRADICTS': 'differs from it',

  'linkStatus.SUGGESTED': 'suggested',
  'linkStatus.READ': 'read alike by two readers',
  'linkStatus.CONFIRMED': 'confirmed',
  'linkStatus.REJECTED': 'not accepted on review',
  'linkStatus.STALE': 'to be read again, as a text has changed',
  'linkStatus.SUPERSEDED': 'replaced by a later link',

  'elementStatus.ACCOUNTABLE': 'a measure with a responsible body and an indicator',
  'elementStatus.ACTIONED': 'a measure',
  'elementStatus.MENTIONED': 'mentioned',
  'elementStatus.NOT_SEEN': 'not seen in what was read',
  'elementStatus.ABSENT': 'not in the plans, which were read in full',
  'elementStatus.NO_RECORD': 'no plan recorded',

  'threatStatus.PLANNED': 'planned for',
  'threatStatus.MENTIONED': 'mentioned in plans',
  'threatStatus.NOT_SEEN': 'not seen in the plans recorded',
  'threatStatus.LOW_EXPOSURE': 'low exposure',
  'threatStatus.NOT_ASSESSED': 'not assessed',
  'threatStatus.NO_RECORD': 'no plan recorded',

  'coverageStatus.IN_FORCE': 'in force',
  'coverageStatus.UPCOMING': 'adopted, not yet begun',
  'coverageStatus.ENDED': 'ended',
  'coverageStatus.DRAFT': 'draft',
  'coverageStatus.NONE': 'none, as stated by the State',
  'coverageStatus.NOT_RECORDED': 'not recorded',

  'sharedThreatReason.LINKED_BY_FLOW': 'recorded flows link Member States',
  'sharedThreatReason.NAMED_BY_ASSESSMENT': 'named by the newest regional assessment',
  'sharedThreatReason.NO_REGIONAL_OBJECTIVE': 'no regional objective on it is recorded',
  'sharedThreatReason.UNEVEN_PLANNING': 'plans of exposed Member States differ in how far they cover it',
  'sharedThreatReason.RISING': 'assessed higher than before',
  'sharedThreatReason.EMERGING': 'marked as emerging by an assessment',
  'sharedThreatReason.STALE': 'every finding on it is out of date',
  'sharedThreatReason.UNASSESSED': 'some Member States have no finding on it',

  'hintScheme.threats': 'threats',
  'hintScheme.elements': 'elements',
  'hintScheme.provisions': 'provisions',

  'whyNotCounted.STATUS': 'neither confirmed nor read alike by two readers',
  'whyNotCounted.PLAN': 'of a plan that does not count on the day asked for',
  'whyNotCounted.UNSEEN': 'from a node not seen in a source',
  'whyNotCounted.NOT_A_CANDIDATE': 'from a node that is neither an objective nor a measure',

  'separator.item': ', ',
  'separator.sentence': ' ',
  quoted: '“{text}”',

  'record.none': 'No plan is recorded as in force on the day asked for, or as ended in the {months} months before it: {status}.',
  'record.lapsed': 'No plan is recorded as in force on the day asked for; the plans that ended in the {months} months before it are read instead.',

  'cell.links': '{count, plural, one {# link counts} other {# links count}}: {list}.',
  'cell.noLinks': 'No link counts, so low is 0 and high is 1.',
  'cell.notCounted': '{count, plural, one {# link does} other {# links do}} not count ({reasons}).',
  'cell.notCounted.reason': '{reason}: {count}',
  'cell.part.share': '{key} covers a share of {share} ({relation})',
  'cell.part.range': '{key} covers between {low} and {high} ({relation})',
  'cell.part.nothing': '{key} was read and nothing was found, a share of {share} ({relation})',
  'cell.part.differs': '{key} differs and gives no share ({relation})',
  'cell.part.repeated': '{key} again ({relation}; not added, as one node or plan counts once)',
  'cell.bounds.sum': 'Low is the largest lower end, {low}; high is the sum of the upper ends, {sum}.',
  'cell.bounds.capped': 'Low is the largest lower end, {low}; high is the sum of the upper ends, {sum}, capped at 1.',
  'cell.bounds.unread':
    'Low is the largest lower end, {low}; high is 1, because {count, plural, one {# plan has} other {# plans have}} not been read for this objective: {plans}.',
  'cell.bounds.noShare': 'No link gives a share, so low is 0 and high is 1.',
  'cell.status.ALIGNED': 'Low is at least {limit}: {status}.',
  'cell.status.PARTIAL': 'Low is above {above} and below {limit}: {status}.',
  'cell.status.GAP':
    'Every plan was read, and the record holds a plan of general scope, or plans on each threat of the objective, so that a passage could be expected: {status}.',
  'cell.status.NARROW_RECORD': 'Every plan was read, but the record holds no plan of general scope and none on {threats}: {status}.',
  'cell.status.NARROW_RECORD.noThreat':
    'Every plan was read, but the record holds no plan of general scope, and the objective names no threat that a single-crime plan could be on: {status}.',
  'cell.status.UNREAD': 'No part is known to be covered so far, and not every plan has been read: {status}.',
  'cell.status.DIFFERS': 'A confirmed link says that a plan differs from the objective, which comes before the figures: {status}.',
  'cell.status.CONTESTED': 'This cell, or a link that counts, is contested, and the contest is open, which comes before the figures: {status}.',
  'cell.status.NOT_APPLICABLE': '{state} or the owner of the objective has stated, with a reason, that {objective} does not apply: {status}.',
  'cell.hint':
    'A hint of {hint} points to {key}: it is the mean of how far the tags of that node match those of the objective ({schemes}). A hint is a place to look, not a finding.',
  'cell.hint.scheme': '{scheme} {coverage}',

  'element.ACCOUNTABLE':
    '{key} carries the element and is a measure with a responsible body and an indicator, which gives the depth {depth}: {status}.',
  'element.ACTIONED':
    '{key} carries the element and is a measure; no measure that carries it has both a responsible body and an indicator, which gives the depth {depth}: {status}.',
  'element.MENTIONED': '{key} carries the element, and no measure does, which gives the depth {depth}: {status}.',
  'element.NOT_SEEN':
    'No node of the {count, plural, one {one plan} other {# plans}} carries the element, which gives the depth {depth}, and not every plan is marked as read in full: {status}.',
  'element.ABSENT':
    'No node of the {count, plural, one {one plan} other {# plans}} carries the element, which gives the depth {depth}, and every plan is marked as read in full: {status}.',

  'exposure.none': 'No finding on {threat} counts on the day asked for: {status}.',
  'exposure.narrower': 'No finding on {threat} itself counts; the largest exposure among the threats below it is on {narrower}.',
  'exposure.score': '{assessment} ({date}) gives {score} on a scale of {min} to {max}: {formula}.',
  'exposure.rating': '{assessment} ({date}) gives a likelihood of {likelihood} and an impact of {impact}, each from 1 to 5: {formula}.',
  'exposure.named': '{assessment} ({date}) names the threat without a figure; in comparisons with a limit it stands as {value}.',
  'exposure.currentEdition': 'The next edition was stated for {edition}, which has not passed, so the finding is not out of date.',
  'exposure.staleEdition': 'The next edition was stated for {edition}, which has passed, so the finding is marked as out of date and still counts.',
  'exposure.currentAge': 'It is not more than {months} months old, so it is not out of date.',
  'exposure.staleAge': 'It is more than {months} months old, so it is marked as out of date and still counts.',

  'effect.matrix.ALIGNMENT': 'alignment matrix',
  'effect.matrix.ELEMENTS': 'element matrix',
  'effect.change': '{organization}, {matrix}: {count, plural, one {# cell goes} other {# cells go}} from “{from}” to “{to}”.',
  'effect.appear': '{organization}, {matrix}: {count, plural, one {# cell is} other {# cells are}} new, as “{to}”.',
  'effect.vanish':
    '{organization}, {matrix}: {count, plural, one {# cell that was} other {# cells that were}} “{from}” {count, plural, one {is} other {are}} no longer there.',
  ...briefEn,
  ...shellMessages.EN,
  ...gridMessages.EN,
  ...gridMessages2.EN,
  ...gridMessages3.EN,
  ...commonMessages.EN,
  ...sharedThreatMessages.EN,
  ...comparisonMessages.EN,
  ...recordMessages.EN,
  ...workMessages.EN,
  ...deskMessages.EN,
  ...deskMoreMessages.EN,
  ...deskEditMessages.EN,
  ...importMessages.EN,
  ...regionMessages.EN,
  ...editMessages.EN,
  ...monitoringMessages.EN,
  ...formMessages.EN,
  ...templateMessages.EN,
  ...errorsEn,
  ...errorRecordsEn,
  ...errorPacksEn,
  ...sheetEn,
} as const;

export type MessageKey = keyof typeof en;

/** Every message of a language. */
export type Catalogue = Readonly<Record<MessageKey, string>>;

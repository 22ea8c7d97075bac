// English messages of the correction sheet. Their keys are the keys of every language; see en.ts for how messages are written.
// Names of tabs have 31 characters at most, and words to choose from hold no comma.

export const sheetEn = {
  'sheet.title': 'Correction sheet',
  'sheet.lead': 'What this record says of {state}, as of {date}',
  'sheet.howTitle': 'How to fill it in',
  'sheet.how':
    'Say in the column “{decision}” what your State makes of a row: {confirm}, {correct} or {contest}. What is left empty is not touched. What you say is shown beside what is recorded, to whoever sees the row.',
  'sheet.how.confirm':
    '“{confirm}”: it is so. An approver of the State confirms; where an editor brings the sheet back, these rows wait until an approver brings it back too.',
  'sheet.how.correct': '“{correct}”: it is otherwise. Choose the right value in the column “{proposed}”, and give the reason.',
  'sheet.how.cell':
    'In “{part}”, the right value is “{notApplicable}”, or the key of the part of your plan that covers the objective, such as abc-plan.p1.o1. Before the key may stand EQUAL, SUPERSET, SUBSET, INTERSECTS, NO_RELATION or CONTRADICTS; without such a word it is read as INTERSECTS. This is a suggestion until it is reviewed.',
  'sheet.how.contest': '“{contest}”: it is not so. Give the reason; both readings are then shown.',
  'sheet.how.prompt':
    'In “{part}”, which your State alone sees, “{confirm}” makes a request for assistance of a row. Choose how urgent it is in the column “{proposed}”, and give the reason. A second person of the State then confirms the request.',
  'sheet.how.back':
    'Give the reference and the date of your note on this page, and send the file back with it. It is imported by an editor or an approver of the State, or by the operator of this service.',
  'sheet.how.key': 'Leave the column “{key}” as it is: rows are recognized by it.',
  'sheet.how.paper':
    'Mark one box in each row you wish to speak to, and write the right value and the reason beside it. Send it back with your note.',
  'sheet.field.state': 'State',
  'sheet.field.reference': 'Reference of your note',
  'sheet.field.referenceDate': 'Date of your note (YYYY-MM-DD)',
  'sheet.tab.cover': 'Cover',
  'sheet.tab.values': 'Values',
  'sheet.part.SCOPE': 'Kinds of strategy',
  'sheet.part.ELEMENT': 'Elements',
  'sheet.part.THREAT': 'Threats',
  'sheet.part.CELL': 'Objectives',
  'sheet.part.PROMPT': 'Prompts',
  'sheet.column.subject': 'What it is about',
  'sheet.column.recorded': 'What is recorded',
  'sheet.column.decision': 'Decision',
  'sheet.column.proposed': 'Right value',
  'sheet.column.reason': 'Reason',
  'sheet.column.key': 'Key',
  'sheet.decision.CONFIRM': 'confirm',
  'sheet.decision.CORRECT': 'correct',
  'sheet.decision.CONTEST': 'contest',
  'sheet.urgency.LOW': 'low',
  'sheet.urgency.MEDIUM': 'medium',
  'sheet.urgency.HIGH': 'high',
  'sheet.urgency.CRITICAL': 'critical',
  'sheet.withBasis': '{status} ({basis})',
  'sheet.share': 'a share of {share}',
  'sheet.more': '{count, plural, one {and # more} other {and # more}}',
  'sheet.said': 'The State has said on {date}: {words}',
  'sheet.place': '{tab}, row {row}',
  'sheet.did.CONTEST_CELL': '{place}: the cell {key} is contested.',
  'sheet.did.MARK_NOT_APPLICABLE': '{place}: the objective {key} is said not to apply.',
  'sheet.did.PROPOSE_LINK': '{place}: the link {key} is suggested.',
  'sheet.did.CONFIRM_LINK': '{place}: the link {key} is confirmed.',
  'sheet.did.RECORD_STATEMENT': '{place}: what the State says to {key} is recorded.',
  'sheet.did.REQUEST_ASSISTANCE': '{place}: assistance with {key} is requested.',
  'sheet.didBefore': '{done} It was so before.',
} as const;

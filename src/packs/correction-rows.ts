// From the record of a state to the rows of its correction sheet, in words. Pure.
import { method, methodVersion } from '../alignment/method.ts';
import type { LinkEvidence, RecordEvidence } from '../alignment/record-evidence-service.ts';
import type { StateRecordAnswer } from '../alignment/record-service.ts';
import type { RecordStatement, RecordSubject } from '../alignment/record-statements.ts';
import { tellCitation, tellPeriod } from '../brief/told.ts';
import { type Language, textIn } from '../i18n/languages.ts';
import { message } from '../i18n/messages.ts';
import type { SourceReference } from '../store/json.ts';
import type { Strategy, StrategyNode } from '../strategies/model.ts';
import type { Assessment } from '../threats/model.ts';
import { type CorrectionPart, type CorrectionRow, type CorrectionSheet, proposals, type SheetMark } from './correction-model.ts';

/** `statements`: what the state said before. `promptedElements`: of the prompts that the viewer is told; none for whoever is not of the state. */
export type SheetInput = {
  mark: SheetMark;
  record: StateRecordAnswer;
  evidence: RecordEvidence;
  statements: readonly RecordStatement[];
  promptedElements: readonly string[];
};

/** Of what a statement rests on, so many lines are shown; of the rest the number. */
const evidenceMax = 5;

type Writer = { language: Language; sources: Map<string, { title: string | null; ref: string | null; number: number }> };

export function correctionSheet(input: SheetInput): CorrectionSheet {
  const { mark, record } = input;
  const writer: Writer = { language: mark.language, sources: new Map() };
  const parts: CorrectionPart[] = [
    { kind: 'SCOPE', rows: scopeRows(writer, input) },
    { kind: 'ELEMENT', rows: elementRows(writer, input) },
    { kind: 'THREAT', rows: threatRows(writer, input) },
    { kind: 'CELL', rows: cellRows(writer, input) },
    { kind: 'PROMPT', rows: promptRows(writer, input) },
  ];
  return {
    mark,
    stateName: textIn(record.state.name, mark.language).text,
    parts: parts.filter(({ rows }) => rows.length > 0),
    sources: [...writer.sources.values()].map(({ title, ref }) => ({ title, ref })),
    notes: notesOf(mark.language, record),
  };
}

const row = (it: Omit<CorrectionRow, 'group'> & { group?: string }): CorrectionRow => ({ group: null, ...it });

function scopeRows(writer: Writer, { record, evidence, statements }: SheetInput): CorrectionRow[] {
  const { language } = writer;
  return record.coverage.map(({ scope, status }) =>
    row({
      kind: 'SCOPE',
      key: scope,
      reading: status,
      subject: message(language, `strategyScope.${scope}`),
      recorded: message(language, `coverageStatus.${status}`),
      evidence: [
        ...few(writer, evidence.scopes.get(scope) ?? [], (it) => tellStrategy(writer, it)),
        ...tellSaid(language, statements, 'SCOPE', scope),
      ],
    }),
  );
}

function elementRows(writer: Writer, { record, evidence, statements }: SheetInput): CorrectionRow[] {
  const { language } = writer;
  return record.elements.map(({ element, status }) =>
    row({
      kind: 'ELEMENT',
      key: element.key,
      reading: status,
      subject: textIn(element.label, language).text,
      recorded: message(language, `elementStatus.${status}`),
      evidence: [
        ...few(writer, evidence.elements.get(element.key) ?? [], (it) => tellNode(writer, it)),
        ...tellSaid(language, statements, 'ELEMENT', element.key),
      ],
    }),
  );
}

function threatRows(writer: Writer, { record, evidence, statements }: SheetInput): CorrectionRow[] {
  const { language } = writer;
  return record.threats.map(({ threat, status }) => {
    const { assessment, nodes } = evidence.threats.get(threat.key) ?? { assessment: null, nodes: [] };
    return row({
      kind: 'THREAT',
      key: threat.key,
      reading: status,
      subject: textIn(threat.label, language).text,
      recorded: message(language, `threatStatus.${status}`),
      evidence: [
        ...(assessment ? [tellAssessment(writer, assessment)] : []),
        ...few(writer, nodes, (it) => tellNode(writer, it)),
        ...tellSaid(language, statements, 'THREAT', threat.key),
      ],
    });
  });
}

function cellRows(writer: Writer, { record, evidence }: SheetInput): CorrectionRow[] {
  const { language } = writer;
  return record.organizations.flatMap(({ organization, objectives }) =>
    objectives.map(({ objective, status, basis }) => {
      const words = message(language, `alignmentStatus.${status}`);
      const isRead = basis === 'CONFIRMED' || basis === 'READ';
      return row({
        kind: 'CELL',
        key: objective.key,
        reading: status,
        group: textIn(organization.name, language).text,
        subject: textIn(objective.label, language, objective.originalLanguage).text,
        recorded: isRead ? message(language, 'sheet.withBasis', { status: words, basis: message(language, `evidenceBasis.${basis}`) }) : words,
        evidence: few(writer, evidence.cells.get(objective.key) ?? [], (it) => tellLink(writer, it)),
      });
    }),
  );
}

function promptRows(writer: Writer, { promptedElements, ...input }: SheetInput): CorrectionRow[] {
  const prompted = new Set(promptedElements);
  const elements = elementRows(writer, { ...input, promptedElements, statements: [] });
  return elements.filter(({ key }) => prompted.has(key)).map((it) => ({ ...it, kind: 'PROMPT' }));
}

function few<T>({ language }: Writer, all: readonly T[], tell: (it: T) => string): string[] {
  const told = all.slice(0, evidenceMax).map(tell);
  return all.length > evidenceMax ? [...told, message(language, 'sheet.more', { count: all.length - evidenceMax })] : told;
}

/** Parts that are there, with a sign between that no language reads as a word. */
const joined = (parts: readonly (string | null | undefined)[]): string => parts.filter((part) => part != null && part !== '').join(' · ');

/** The numbers of sources in the list of all, such as "[1] [3]". */
function numbersOf({ sources }: Writer, of: readonly SourceReference[]): string {
  return of
    .map(({ title, ref }) => {
      const id = `${ref ?? ''} ${title ?? ''}`;
      const known = sources.get(id) ?? { title: title ?? null, ref: ref ?? null, number: sources.size + 1 };
      sources.set(id, known);
      return `[${known.number}]`;
    })
    .join(' ');
}

function tellStrategy(writer: Writer, strategy: Strategy): string {
  const { language } = writer;
  const { text } = textIn(strategy.title, language, strategy.originalLanguage);
  return joined([text, tellPeriod(language, strategy.validFrom, strategy.validTo), strategy.key, numbersOf(writer, strategy.sources)]);
}

function tellNode(writer: Writer, node: StrategyNode): string {
  const { language } = writer;
  const label = textIn(node.label, language, node.originalLanguage).text;
  const plan = textIn(node.strategy.title, language, node.strategy.originalLanguage).text;
  return joined([label, plan, node.citation && tellCitation(language, node.citation), node.key, numbersOf(writer, node.strategy.sources)]);
}

function tellAssessment(writer: Writer, { title, issuingBody, dated, sources }: Assessment): string {
  return joined([title, issuingBody, dated, numbersOf(writer, sources)]);
}

function tellLink(writer: Writer, { link, node, strategy }: LinkEvidence): string {
  const { language } = writer;
  const said = node ?? strategy;
  const texts = 'label' in said ? said.label : said.title;
  return joined([
    textIn(texts, language, said.originalLanguage).text,
    message(language, `relation.${link.relation}`),
    link.share === null ? null : message(language, 'sheet.share', { share: link.share }),
    link.rationale,
    link.citation ?? (node?.citation ? tellCitation(language, node.citation) : null),
    link.nationalKey,
    numbersOf(writer, strategy.sources),
  ]);
}

/** What stands of the state's own word on a reading. */
function tellSaid(language: Language, statements: readonly RecordStatement[], subject: RecordSubject, key: string): string[] {
  return statements
    .filter((it) => it.subject === subject && it.subjectKey === key && it.endedOn === null)
    .map(({ statedOn, decision, proposed, reason, reference }) => {
      const word = proposals(subject).find(({ code }) => code === proposed);
      const words = joined([message(language, `sheet.decision.${decision}`), word && message(language, word.key), reason, reference]);
      return message(language, 'sheet.said', { date: statedOn, words });
    });
}

function notesOf(language: Language, { record, state, attribution }: StateRecordAnswer): string[] {
  const months = method.lapsedMonthsMax.value;
  const noPlan = message(language, 'record.none', { months, status: message(language, 'alignmentStatus.NO_RECORD') });
  return [
    ...(record.plans.length === 0 ? [noPlan] : []),
    ...(record.isLapsed ? [message(language, 'record.lapsed', { months })] : []),
    message(language, 'page.computed', { version: methodVersion }),
    ...attribution,
    message(language, 'disclaimer'),
    ...(state.key === 'XKX' ? [message(language, 'kosovoNote')] : []),
  ];
}

// The format assessments/1: threat assessments with the threats they name as key. Pure.
import * as v from 'valibot';
import { plain } from '../i18n/words.ts';
import type { Item, Problem, Where } from './model.ts';
import { addProblem, hasEnough } from './problems.ts';
import {
  checkShape,
  date,
  flag,
  id,
  isReversed,
  kebab,
  list,
  optional,
  reference,
  shape,
  source,
  text,
  title,
  visibility,
  word,
  year,
} from './shapes.ts';

const assessmentShape = shape({
  id,
  title,
  jurisdiction: reference,
  jurisdictions: list(reference),
  level: word(['NATIONAL', 'REGIONAL', 'GLOBAL', 'OTHER'], kebab),
  year: optional(year),
  date: optional(date),
  next_edition: optional(date),
  issuing_body: optional(text),
  kind: word(['official', 'non-governmental']),
  series: optional(id),
  key_threats: list(reference),
  emerging: list(reference),
  threats_seen: optional(flag),
  method: optional(text),
  sources: list(source),
  verified: optional(flag),
  note: optional(text),
  attribution: optional(text),
  visibility,
  shared_with: list(reference),
});

const documentShape = shape({ schema: v.unknown(), assessments: v.array(v.unknown(), 'must be a list of assessments.') });

export type AssessmentValue = v.InferOutput<typeof assessmentShape> & { dated: string | null };

/** Reads the assessments of a document. */
export function readAssessments(document: unknown, where: Where, problems: Problem[]): Item<AssessmentValue>[] {
  const written = checkShape(documentShape, document, where, problems)?.assessments ?? [];
  const before = problems.length;
  return written.flatMap((assessment, index) => {
    if (hasEnough(problems, before)) return [];
    const itemWhere: Where = { file: where.file, line: (path = []) => where.line(['assessments', index, ...path]) };
    const read = checkShape(assessmentShape, assessment, itemWhere, problems);
    if (!read) return [];
    const dated = read.date ?? (read.year === null ? null : String(read.year));
    if (read.date !== null && read.year !== null && !read.date.startsWith(String(read.year)))
      addProblem(problems, itemWhere, plain(`year: ${read.year} is not the year of the date ${read.date}. Correct one of them.`), ['year']);
    if (isReversed(dated, read.next_edition))
      addProblem(problems, itemWhere, plain(`next_edition: ${read.next_edition} is before the date of this one (${dated}). Correct it.`), [
        'next_edition',
      ]);
    const keyThreats = new Set(read.key_threats);
    for (const threat of read.emerging) {
      if (!keyThreats.has(threat))
        addProblem(problems, itemWhere, plain(`emerging: ${threat} is not among the key threats. Add it there too.`), ['emerging']);
    }
    return [{ value: { ...read, dated }, where: itemWhere }];
  });
}

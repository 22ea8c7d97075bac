// The format treaty/1: the Convention and its Protocols with their articles, which are the concepts of the scheme PROVISION. Pure.
import * as v from 'valibot';
import type { Item, Problem, Where } from './model.ts';
import type { ConceptValue } from './reference-formats.ts';
import { checkShape, day, flag, list, optional, positiveInteger, reference, shape, text, title } from './shapes.ts';
import { texts } from './texts.ts';

const instrumentShape = shape({
  id: reference,
  title: texts(title),
  adopted: optional(day),
  in_force: optional(day),
  un_treaty_collection: optional(text),
  provisions: list(
    shape({
      id: reference,
      article: positiveInteger,
      title: texts(title),
      class: optional(text),
      threats: list(reference),
      note: optional(text),
      es_checked: optional(flag),
    }),
  ),
});

const documentShape = shape({
  schema: v.optional(v.unknown()),
  about: v.optional(v.unknown()),
  instruments: v.array(v.unknown(), 'must be a list of instruments.'),
});

export type InstrumentValue = Omit<v.InferOutput<typeof instrumentShape>, 'provisions'>;

/** Reads the instruments of a document and their provisions. */
export function readTreaty(
  document: unknown,
  where: Where,
  problems: Problem[],
): { instruments: Item<InstrumentValue>[]; provisions: Item<ConceptValue>[] } {
  const instruments: Item<InstrumentValue>[] = [];
  const concepts: Item<ConceptValue>[] = [];
  const written = checkShape(documentShape, document, where, problems)?.instruments ?? [];
  written.forEach((instrument, index) => {
    const lineIn = (path: readonly (string | number)[]) => where.line(['instruments', index, ...path]);
    const read = checkShape(instrumentShape, instrument, { file: where.file, line: (path = []) => lineIn(path) }, problems);
    if (!read) return;
    const { provisions, ...rest } = read;
    instruments.push({ value: rest, where: { file: where.file, line: (path = []) => lineIn(path) } });
    provisions.forEach((provision, at) => {
      concepts.push({
        value: {
          scheme: 'PROVISION',
          id: provision.id,
          position: concepts.length + 1,
          parent: null,
          label: provision.title.texts,
          group: null,
          paragraph: null,
          treaty_anchor: null,
          instrument: rest.id,
          article: provision.article,
          class: provision.class,
          threats: provision.threats,
          note: provision.note,
        },
        where: { file: where.file, line: (path = []) => lineIn(['provisions', at, ...path]) },
      });
    });
  });
  return { instruments, provisions: concepts };
}

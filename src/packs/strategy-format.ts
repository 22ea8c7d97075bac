// The format strategy/1: one strategy with its tree. Pure.
import * as v from 'valibot';
import type { PartialDate } from '../core/dates.ts';
import { plain } from '../i18n/words.ts';
import { canHold, type NodeKind, nodeKinds, strategyScopes } from '../strategies/model.ts';
import type { Item, Path, Problem, Where } from './model.ts';
import { addProblem, hasEnough, quote } from './problems.ts';
import {
  checkShape,
  date,
  flag,
  id,
  isReversed,
  isReversedMessage,
  kebab,
  list,
  nodeId,
  optional,
  reference,
  shape,
  source,
  stateCode,
  text,
  title,
  value,
  visibility,
  word,
  year,
} from './shapes.ts';
import { type TextsValue, texts } from './texts.ts';

/** A node of the tree as it is recorded; `path` leads to it in the file. */
export type NodeValue = {
  id: string;
  parent: string | null;
  position: number;
  last_position: number;
  kind: NodeKind;
  label: TextsValue;
  addressee: string | null;
  is_seen_in_source: boolean;
  responsible: string | null;
  deadline: PartialDate | null;
  citation: object | null;
  threats: string[];
  elements: string[];
  provisions: string[];
  path: Path;
};

const place = optional(
  value((input) =>
    ['string', 'number'].includes(typeof input) ? { value: input as string | number } : { message: `${quote(input)} is no text or number.` },
  ),
);

const nodeShape = shape({
  id: nodeId,
  kind: word(nodeKinds, kebab),
  label: texts(),
  seen_in_source: optional(flag),
  addressee: optional(word(['MEMBERS', 'ORGANIZATION', 'BOTH'])),
  responsible: optional(text),
  deadline: optional(date),
  citation: optional(shape({ quote: optional(text), page: place, paragraph: place, language: optional(reference) })),
  tags: optional(shape({ threats: list(reference), elements: list(reference), provisions: list(reference) })),
  // Each node is checked by itself: see nodesOf.
  children: v.nullish(v.array(v.unknown(), 'must be a list: write each node on a line of its own, after "- ".'), []),
});

/** Years, or dates known better than to the year. */
const validity = v.pipe(
  shape({ from_year: optional(year), to_year: optional(year), from: optional(date), to: optional(date) }),
  v.transform((valid) => ({ from: valid.from ?? yearText(valid.from_year), to: valid.to ?? yearText(valid.to_year) })),
  v.check(
    ({ from, to }) => !isReversed(from, to),
    ({ input }) => isReversedMessage(input.from, input.to),
  ),
);

function yearText(written: number | null): string | null {
  return written === null ? null : String(written);
}

const strategyShape = shape({
  schema: v.unknown(),
  id,
  title: texts(title),
  owner: shape({ state: optional(stateCode), organization: optional(reference) }),
  level: word(['NATIONAL', 'REGIONAL', 'GLOBAL'], kebab),
  scope: word(strategyScopes, kebab),
  status: word(['DRAFT', 'ADOPTED', 'WITHDRAWN'], kebab),
  themes: list(reference),
  adopted: optional(date),
  adopting_body: optional(text),
  lead_body: optional(text),
  status_note: optional(text),
  valid: optional(validity),
  superseded_by: list(id),
  links_up: list(
    shape({
      target: id,
      relation: reference,
      strength: word(['EXPLICIT', 'CANDIDATE'], kebab),
      basis: optional(text),
      verified: optional(flag),
      citation: optional(text),
    }),
  ),
  instrument_refs: list(shape({ instruments: list(reference), seen_in_source: optional(flag), citation: optional(text) })),
  verified: optional(flag),
  verified_note: optional(text),
  fully_read: optional(flag),
  structure_basis: optional(reference),
  notes: list(text),
  sources: list(source),
  visibility,
  shared_with: list(reference),
  structure: v.nullish(v.array(v.unknown(), 'must be a list: write each node on a line of its own, after "- ".'), []),
});

type StrategyShape = v.InferOutput<typeof strategyShape>;
export type StrategyValue = Omit<StrategyShape, 'structure' | 'schema' | 'valid'> & {
  valid_from: string | null;
  valid_to: string | null;
  nodes: NodeValue[];
};

/** Reads a strategy from a document, with the problems that can be seen without other files: all of them, whatever else is wrong. */
export function readStrategy(document: unknown, where: Where, problems: Problem[]): Item<StrategyValue> | null {
  const before = problems.length;
  const read = checkShape(strategyShape, document, where, problems);
  const written = recordOf(document);
  const nodes = nodesOf(listOf(written.structure), where, problems);
  checkOwner(written, nodes, where, problems);
  if (!read || problems.length > before) return null;
  const { structure: _structure, schema: _schema, valid, ...rest } = read;
  return { value: { ...rest, valid_from: valid?.from ?? null, valid_to: valid?.to ?? null, nodes }, where };
}

/** The id begins with the owner's code, the ids of nodes with that of the strategy; states have national strategies. */
function checkOwner(written: Record<string, unknown>, nodes: readonly NodeValue[], where: Where, problems: Problem[]): void {
  const { state, organization } = recordOf(written.owner);
  const owners = [state, organization].filter((owner) => typeof owner === 'string');
  if (owners.length !== 1) addProblem(problems, where, plain('the owner must be one state or one organization, such as `state: XAA`.'), ['owner']);
  else if (typeof written.level === 'string' && (written.level.toLowerCase() === 'national') !== (owners[0] === state)) {
    addProblem(
      problems,
      where,
      plain('a strategy of a state is national; a strategy of an organization is regional or global. Correct the level or the owner.'),
      ['level'],
    );
  }
  if (typeof written.id !== 'string') return;
  const prefix = `${owners[0]?.toLowerCase()}-`;
  if (owners.length === 1 && !written.id.startsWith(prefix)) {
    addProblem(problems, where, plain(`the id ${quote(written.id)} does not begin with its owner's code. Let it begin with ${quote(prefix)}.`), [
      'id',
    ]);
  }
  for (const node of nodes) {
    if (node.id.startsWith(`${written.id}.`)) continue;
    addProblem(
      problems,
      where,
      plain(`the id ${quote(node.id)} does not begin with that of the strategy. Let it begin with ${quote(`${written.id}.`)}.`),
      [...node.path, 'id'],
    );
  }
}

function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The tree from top to bottom, each node after its parent. */
function nodesOf(structure: readonly unknown[], where: Where, problems: Problem[]): NodeValue[] {
  const nodes: NodeValue[] = [];
  const lines = new Map<string, number>();
  const before = problems.length;

  function visit(written: unknown, path: Path, parent: NodeValue | null): void {
    if (hasEnough(problems, before)) return;
    const { place } = where;
    const nodeWhere: Where = {
      file: where.file,
      line: (inner = []) => where.line([...path, ...inner]),
      ...(place && { place: (inner = []) => place([...path, ...inner]) }),
    };
    const read = checkShape(nodeShape, written, nodeWhere, problems);
    const node: NodeValue | null = read && {
      id: read.id,
      parent: parent?.id ?? null,
      position: nodes.length + 1,
      last_position: nodes.length + 1,
      kind: read.kind,
      label: read.label,
      addressee: read.addressee,
      is_seen_in_source: read.seen_in_source ?? true,
      responsible: read.responsible,
      deadline: read.deadline,
      citation: read.citation,
      threats: [...new Set(read.tags?.threats)],
      elements: [...new Set(read.tags?.elements)],
      provisions: [...new Set(read.tags?.provisions)],
      path,
    };
    if (node) {
      const first = lines.get(node.id);
      if (first !== undefined)
        addProblem(problems, nodeWhere, plain(`the id ${quote(node.id)} is given twice, first on line ${first}. Change one.`), ['id']);
      else lines.set(node.id, nodeWhere.line(['id']));
      if (parent && !canHold(parent.kind, node.kind)) {
        addProblem(
          problems,
          nodeWhere,
          plain(`${kebab(node.kind)} under ${kebab(parent.kind)}: the order is pillar, objective, measure, indicator. Move it.`),
          ['kind'],
        );
      }
      nodes.push(node);
    }
    listOf(recordOf(written).children).forEach((child, index) => visit(child, [...path, 'children', index], node));
    if (node) node.last_position = nodes.length;
  }

  structure.forEach((written, index) => visit(written, ['structure', index], null));
  return nodes;
}

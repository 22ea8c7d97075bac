// The graph of a strategy: its tree on one side, a line a node, and the strategies it is linked with on the other. Pure.
import { html } from 'hono/html';
import type { Language } from '../i18n/languages.ts';
import { message } from '../i18n/messages.ts';
import type { StrategyData, TreeNode } from '../views/strategy.ts';
import { directionOf, type Html, strategyPath } from './document.ts';

const [width, line, indent, nodeWidth, otherWidth] = [1000, 26, 22, 400, 330];
const kinds = { PILLAR: '▣', OBJECTIVE: '◆', MEASURE: '▸', INDICATOR: '◇' } as const;

/** `owner`: whose plan it is, empty where the strategy is of an organization. */
type Other = { key: string; owner: string; title: string };
/** `firm`: confirmed or read alike; otherwise proposed only. */
type Line = { node: string; other: string; firm: boolean };

/** Empty where there is nothing to draw. */
export function strategyGraph(it: StrategyData['strategy'], language: Language): Html | '' {
  if (it.nodes.length === 0) return '';
  const present = new Set(it.nodes.map(({ kind }) => kind));
  const signs = (Object.keys(kinds) as (keyof typeof kinds)[]).filter((kind) => present.has(kind));
  return html`<p class="soft">${message(language, 'reader.graphAbout')}</p>
<div class="scroll" tabindex="0" role="region" aria-label="${message(language, 'reader.graphOf', { title: it.title })}">${graphDrawing(it, language)}</div>
<ul class="legend-line soft">${signs.map((kind) => html`<li>${kinds[kind]} ${message(language, `nodeKind.${kind}`)}</li>`)}${
    linksOf(it.nodes).lines.length === 0
      ? ''
      : html`<li>— ${message(language, 'reader.firm')}</li><li>┄ ${message(language, 'linkStatus.SUGGESTED')}</li>`
  }</ul>`;
}

/** The drawing by itself. Links that say that nothing was found are no lines. */
export function graphDrawing(it: StrategyData['strategy'], language: Language): Html {
  const { others, lines } = linksOf(it.nodes);
  const places = new Map(it.nodes.map(({ key }, index) => [key, 14 + index * line]));
  const height = Math.max(it.nodes.length, others.length) * line + 8;
  const step = others.length === 0 ? 0 : (height - 8) / others.length;
  const otherPlaces = new Map(others.map(({ key }, index) => [key, 4 + step * (index + 0.5)]));
  const isMirrored = directionOf(language) === 'rtl';
  const x = (value: number) => (isMirrored ? width - value : value);
  const depths = depthsOf(it.nodes);
  const labels = new Map(it.nodes.map((node) => [node.key, shortened(node.label, nodeWidth - indent * (depths.get(node.key) ?? 0))]));
  const ends = new Map(it.nodes.map(({ key }) => [key, Math.ceil(28 + indent * (depths.get(key) ?? 0) + widthOf(labels.get(key) ?? ''))]));
  const drawn = lines.map(({ node, other, firm }) => {
    const [from, to] = [places.get(node) ?? 0, otherPlaces.get(other) ?? 0];
    const [start, end] = [x(ends.get(node) ?? 0), x(width - otherWidth - 6)];
    const middle = (start + end) / 2;
    return html`<path d="M${start} ${from}C${middle} ${from} ${middle} ${to.toFixed(1)} ${end} ${to.toFixed(1)}"${firm ? '' : html` stroke-dasharray="4 4"`}/>`;
  });
  const title = message(language, 'reader.graphOf', { title: it.title });
  return html`<svg class="graph" xmlns="http://www.w3.org/2000/svg" font-family="system-ui, sans-serif" font-size="12.5" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" direction="${directionOf(language)}" role="group" aria-label="${title}"><title>${title}</title>
<g class="lines" fill="none" stroke="#14507a" stroke-opacity="0.55">${drawn}</g>
${it.nodes.map((node) => {
  const at = indent * (depths.get(node.key) ?? 0);
  return html`<a href="#${node.key}"><text x="${x(4 + at)}" y="${(places.get(node.key) ?? 0) + 4}"${node.kind === 'PILLAR' ? html` font-weight="700"` : ''}><title>${node.label}</title>${kinds[node.kind]} ${isolated(labels.get(node.key) ?? '')}</text></a>`;
})}
${others.map(
  ({ key, owner, title: name }) =>
    html`<a href="${strategyPath(language, key)}"><text x="${x(width - otherWidth)}" y="${((otherPlaces.get(key) ?? 0) + 4).toFixed(1)}"><title>${owner}${isolated(name)}</title>${owner}${isolated(shortened(name, otherWidth - 10 - widthOf(owner)))}</text></a>`,
)}
</svg>`;
}

function linksOf(nodes: readonly TreeNode[]): { others: Other[]; lines: Line[] } {
  const others = new Map<string, Other>();
  const lines = new Map<string, Line>();
  const add = (node: string, other: Other, { relation, status }: { relation: string; status: string }) => {
    if (relation === 'NO_RELATION' || !['CONFIRMED', 'READ', 'SUGGESTED'].includes(status)) return;
    others.set(other.key, other);
    const id = `${node} ${other.key}`;
    lines.set(id, { node, other: other.key, firm: status !== 'SUGGESTED' || (lines.get(id)?.firm ?? false) });
  };
  for (const { key, serves, implementedBy } of nodes) {
    for (const link of serves) add(key, { key: link.objective.strategy.key, owner: '', title: link.objective.strategy.title }, link);
    for (const link of implementedBy) add(key, { key: link.strategy.key, owner: `${link.strategy.owner.name}: `, title: link.strategy.title }, link);
  }
  return { others: [...others.values()].toSorted((a, b) => (a.owner + a.title < b.owner + b.title ? -1 : 1)), lines: [...lines.values()] };
}

/** How far below the top each node stands, from 0; no deeper than 3 in the drawing. */
function depthsOf(nodes: readonly TreeNode[]): Map<string, number> {
  const parents = new Map(nodes.map(({ key, parent }) => [key, parent?.key]));
  const depth = (key: string): number => {
    const parent = parents.get(key);
    return parent === undefined ? 0 : Math.min(depth(parent) + 1, 3);
  };
  return new Map(nodes.map(({ key }) => [key, depth(key)]));
}

/** About how wide a text is drawn: letters of East Asia are as wide as high. */
const widthOf = (text: string): number => [...text].reduce((sum, letter) => sum + letterWidth(letter), 0);
const letterWidth = (letter: string): number => (/[\p{Script=Han}\u3000-\u30ff\uff00-\uffef]/u.test(letter) ? 12.5 : 6.8);

/** Cut where the drawing has no room; the whole text is its title and in the list. */
function shortened(text: string, widthMax: number): string {
  if (widthOf(text) <= widthMax) return text;
  let kept = '';
  let room = widthMax - 12;
  for (const letter of text) {
    room -= letterWidth(letter);
    if (room < 0) break;
    kept += letter;
  }
  return `${kept.trimEnd()}…`;
}

/** A text that runs its own way, whatever stands around it. */
const isolated = (text: string): string => `\u2068${text}\u2069`;

// What a new version of a strategy says otherwise than the one before it: parts that are new, parts that changed, parts that are gone. Pure.
import { html } from 'hono/html';
import { dayText } from '../i18n/dates.ts';
import type { Language } from '../i18n/languages.ts';
import { message } from '../i18n/messages.ts';
import type { PartBefore, StrategyData, TreeNode } from '../views/strategy.ts';
import type { Html } from './document.ts';
import { labelText, nodeLink, titleText } from './texts.ts';

type Strategy = StrategyData['strategy'];
type Changed = { node: TreeNode; before: PartBefore };
export type VersionChanges = { added: TreeNode[]; changed: Changed[]; gone: PartBefore[] };

/** Null where no part is known to carry on one of the other: then there is nothing to compare. */
export function changesBetween(nodes: readonly TreeNode[], earlier: readonly PartBefore[]): VersionChanges | null {
  const byKey = new Map(earlier.map((part) => [part.key, part]));
  const pairs = nodes.flatMap((node): Changed[] => {
    const before = node.succeeds && byKey.get(node.succeeds.key);
    return before ? [{ node, before }] : [];
  });
  if (pairs.length === 0) return null;
  const carried = new Set(pairs.map(({ before }) => before.key));
  const kept = new Set(pairs.map(({ node }) => node.key));
  return {
    added: nodes.filter(({ key }) => !kept.has(key)),
    changed: pairs.filter(({ node, before }) => (['label', 'responsible', 'deadline'] as const).some((name) => node[name] !== before[name])),
    gone: earlier.filter(({ key }) => !carried.has(key)),
  };
}

/** The changes since each version before it, as lists; empty where there are none to tell of. */
export function versionChanges(it: Strategy, language: Language): Html | '' {
  const say = (key: Parameters<typeof message>[1]) => message(language, key);
  const list = (name: string, items: readonly Html[]) =>
    items.length === 0
      ? ''
      : html`<h4>${name} <span class="soft">(${items.length})</span></h4><ul class="links">${items.map((item) => html`<li>${item}</li>`)}</ul>`;
  const own = (node: TreeNode) => nodeLink(language, { ...node, strategy: it });
  const told = it.supersedes.flatMap((earlier) => {
    const changes = changesBetween(it.nodes, earlier.nodes);
    if (changes === null) return [];
    const { added, changed, gone } = changes;
    const none = added.length + changed.length + gone.length === 0;
    return html`<h3>${say('reader.changesSince')}${say('separator.label')}${titleText(language, earlier)}</h3>${none ? html`<p>${say('reader.sameParts')}</p>` : ''}
${list(say('reader.partsNew'), added.map(own))}
${list(
  say('reader.partsChanged'),
  changed.map((pair) => html`${own(pair.node)}${changesOf(pair, language)}`),
)}
${list(
  say('reader.partsGone'),
  gone.map((part) => nodeLink(language, { ...part, strategy: earlier })),
)}`;
  });
  return told.length === 0 ? '' : html`${told}`;
}

function changesOf({ node, before }: Changed, language: Language): Html {
  const say = (key: Parameters<typeof message>[1]) => message(language, key);
  const was = (value: string | null, written: (value: string) => Html | string) => (value === null ? say('word.notStated') : written(value));
  const english = (text: string) => html`<bdi lang="en">${text}</bdi>`;
  const lines: [string, Html | string][] = [];
  if (node.label !== before.label) lines.push([say('edit.label'), labelText(language, before)]);
  if (node.responsible !== before.responsible) lines.push([say('reader.responsible'), was(before.responsible, english)]);
  if (node.deadline !== before.deadline) lines.push([say('template.column.deadline'), was(before.deadline, (day) => dayText(language, day))]);
  return html`<ul>${lines.map(([name, value]) => html`<li class="soft">${say('reader.before')} · ${name}${say('separator.label')}${value}</li>`)}</ul>`;
}

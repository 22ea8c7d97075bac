// The tree of a strategy at the desk: each node with what it says, where it stands, and a new one. Pure.
import { html } from 'hono/html';
import { message } from '../i18n/messages.ts';
import { actionForm } from './actions.ts';
import type { Html } from './document.ts';
import { cleared, conceptsField, seenField, withKeys } from './edit-fields.ts';
import type { Choices, EditedNode, EditedStrategy } from './edit-model.ts';
import { areaField, choiceField, hidden, namesInOrder, textField } from './fields.ts';
import type { Shown } from './screen.ts';
import { textsFields } from './texts-fields.ts';

const kinds = ['PILLAR', 'OBJECTIVE', 'MEASURE', 'INDICATOR'] as const;
const addressees = ['MEMBERS', 'ORGANIZATION', 'BOTH'] as const;

export function nodeForms(it: EditedStrategy, offered: Choices, shown: Shown): Html {
  const { language, address } = shown;
  const open = it.nodes.find(({ key }) => key === address.text('node'));
  const top = it.nodes.filter(({ parent }) => parent === null);
  return html`<section aria-labelledby="tree"><h2 id="tree">${message(language, 'edit.tree')}</h2>
${it.nodes.length === 0 ? html`<p class="empty">${message(language, 'edit.noNodes')}</p>` : branch(top, it, shown, 0)}
${open === undefined ? '' : openNode(open, it, offered, shown)}
<details class="more"${it.nodes.length === 0 ? html` open` : ''}><summary>${message(language, 'edit.addNode')}</summary>${actionForm(
    shown,
    'addNode',
    message(language, 'edit.addNode'),
    html`${hidden('strategy', it.key)}${hidden('version', it.version)}${textField(message(language, 'edit.nodeKey'), 'key', {
      value: freeKey(it),
      isRequired: true,
      max: 200,
    })}${place(it, null, shown, open?.key ?? null)}${nodeFields(null, it, offered, shown)}`,
  )}</details></section>`;
}

/** A key for a new node that no other has. */
function freeKey({ key, nodes }: EditedStrategy): string {
  const taken = new Set(nodes.map((node) => node.key));
  let number = nodes.length + 1;
  while (taken.has(`${key}.n${number}`)) number += 1;
  return `${key}.n${number}`;
}

/** Deeper than any tree of four kinds is: what stands below is not followed for ever. */
const depthMax = 12;

function branch(nodes: readonly EditedNode[], it: EditedStrategy, shown: Shown, depth: number): Html | '' {
  if (nodes.length === 0 || depth > depthMax) return '';
  const { language, address } = shown;
  return html`<ol class="tree">${nodes.map(
    (node) =>
      html`<li><a href="${address.with(language, { node: node.key })}#node"><bdi>${node.label}</bdi></a> <span class="soft">${message(language, `edit.kind.${node.kind as 'PILLAR'}`)}</span>${branch(
        it.nodes.filter(({ parent }) => parent?.key === node.key),
        it,
        shown,
        depth + 1,
      )}</li>`,
  )}</ol>`;
}

function openNode(node: EditedNode, it: EditedStrategy, offered: Choices, shown: Shown): Html {
  const { language, address } = shown;
  const say = (key: Parameters<typeof message>[1]) => message(language, key);
  const which = html`${hidden('key', node.key)}${hidden('version', it.version)}`;
  // Removed, it can be shown no more.
  const closed = address.with(language, { node: null });
  return html`<section id="node" class="panel" aria-labelledby="node-title" tabindex="-1"><p class="close"><a href="${closed}">${say('cell.close')}</a></p>
<h3 id="node-title"><bdi>${node.label}</bdi> <code>${node.key}</code></h3>
${actionForm(shown, 'updateNode', say('edit.save'), html`${which}${nodeFields(node, it, offered, shown)}`)}
<h4>${say('edit.move')}</h4>${actionForm(shown, 'updateNode', say('edit.move'), html`${which}${place(it, node, shown, node.parent?.key ?? null)}`)}
<h4>${say('edit.remove')}</h4>${actionForm(shown, 'removeNode', say('edit.remove'), which, { back: closed })}</section>`;
}

/** Where it stands: below which node, at which place. */
function place(it: EditedStrategy, node: EditedNode | null, { language }: Shown, parent: string | null): Html {
  const others = it.nodes.filter(({ key }) => key !== node?.key);
  return html`<label>${message(language, 'edit.parent')}<select name="parent"><option value="">${message(language, 'edit.top')}</option>${others.map(
    ({ key, label }) => html`<option value="${key}"${key === parent ? html` selected` : ''}>${label.slice(0, 100)}</option>`,
  )}</select></label>${node?.parent ? hidden('clear', 'parent') : ''}<label>${message(language, 'edit.position')}<input name="position" inputmode="numeric" pattern="\\d*" size="4"></label>`;
}

function nodeFields(node: EditedNode | null, { owner }: EditedStrategy, offered: Choices, { language }: Shown): Html {
  const say = (key: Parameters<typeof message>[1]) => message(language, key);
  const { citation } = node ?? { citation: null };
  const optional =
    node === null
      ? []
      : [
          ...(['responsible', 'deadline', 'addressee', 'citation'] as const).filter((name) => node[name] !== null),
          ...(['elements', 'threats', 'provisions'] as const).filter((name) => node[name].length > 0),
        ];
  return html`${choiceField(
    language,
    say('edit.kind'),
    'kind',
    kinds.map((kind) => [kind, say(`edit.kind.${kind}`)]),
    { value: node?.kind, isRequired: true },
  )}${textsFields(say('edit.label'), 'label', node, 5000)}
${textField(say('edit.responsible'), 'responsible', { value: node?.responsible, max: 300 })}${textField(say('template.column.deadline'), 'deadline', { value: node?.deadline, max: 10, hint: 'YYYY-MM-DD' })}${
  owner.__typename === 'Organization'
    ? choiceField(
        language,
        say('edit.addressee'),
        'addressee',
        addressees.map((value) => [value, say(`edit.addressee.${value}`)]),
        { value: node?.addressee },
      )
    : ''
}
${textField(say('edit.page'), 'citation.page', { value: citation?.page, max: 50 })}${textField(say('edit.paragraph'), 'citation.paragraph', { value: citation?.paragraph, max: 100 })}
${areaField(say('edit.quote'), 'citation.quote', { value: citation?.quote })}${textField(say('edit.quoteLanguage'), 'citation.language', { value: citation?.language, max: 20, hint: 'en' })}
${seenField(language, 'seenInSource', node?.seenInSource ?? true)}
${conceptsField(say('view.elements'), 'elements', namesInOrder(language, offered.elements), node?.elements)}${conceptsField(say('record.threats'), 'threats', namesInOrder(language, offered.threats), node?.threats)}${conceptsField(say('reader.provisions'), 'provisions', withKeys(offered.provisions), node?.provisions)}
${cleared(optional)}`;
}

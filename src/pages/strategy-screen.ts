// The reader of one strategy: its facts, its text as a tree, links both ways, its graph and its versions.
import { html } from 'hono/html';
import { isEditorOf } from '../core/sharing.ts';
import { dayText } from '../i18n/dates.ts';
import { message } from '../i18n/messages.ts';
import { type Implementing, type Serving, type StrategyData, strategyView, type TreeNode } from '../views/strategy.ts';
import { queryOf } from '../views/view.ts';
import { codeOf, type Html, organizationPath, statePath, strategyPath } from './document.ts';
import { type Shown, screen } from './screen.ts';
import { strategyGraph } from './strategy-graph.ts';
import { editList } from './strategy-history.ts';
import { labelText, languageName, nodeLink, part, periodText, phaseText, sourceItem, strategyLink, titleText } from './texts.ts';
import { toolsForm } from './tools.ts';
import { versionChanges } from './version-changes.ts';

type Strategy = StrategyData['strategy'];

export const strategyScreen = screen<StrategyData>({
  path: '/strategies/:key',
  parameters: ['asOf'],
  ask: (address) => ({ query: queryOf(strategyView), variables: { key: address.part('key'), asOf: address.day('asOf') } }),
  render: ({ strategy: it }, shown) => {
    const { language, address, today } = shown;
    const say = (key: Parameters<typeof message>[1]) => message(language, key);
    const graph = strategyGraph(it, language);
    const parts: [string, string, Html][] = [
      ['text', say('reader.tree'), treeOf(it, shown)],
      ...(graph === '' ? [] : [['graph', say('reader.graph'), graph] as [string, string, Html]]),
      ['versions', say('reader.versions'), versionsOf(it, shown)],
      ['sources', say('page.sources'), sourcesOf(it, shown)],
    ];
    const isOriginal = it.title === it.originalTitle;
    return {
      title: it.title,
      exports: { view: strategyView.key, formats: ['csv', 'xlsx', 'json', 'svg'], extra: { key: it.key } },
      body: html`<h1>${titleText(language, it)}</h1>
${isOriginal ? '' : html`<p class="lead"><bdi lang="${it.originalLanguage}">${it.originalTitle}</bdi> <span class="soft">(${languageName(language, it.originalLanguage)})</span></p>`}
${it.publication === 'UNPUBLISHED' ? html`<p class="notice">${say('reader.unpublished')}${mayEdit(it, shown) ? html` <a href="/${codeOf(language)}/desk/strategies/${encodeURIComponent(it.key)}">${say('reader.openDraft')}</a>` : ''}</p>` : ''}
${factsOf(it, shown)}
${it.fullyRead ? '' : html`<p class="soft">${say('reader.notFullyRead')}</p>`}
${toolsForm(shown, { asOf: address.text('asOf') ?? today, hasSince: false })}
<p><a href="${strategyPath(language, it.key)}/monitoring">${say('monitoring.open')}</a></p>
<nav class="contents" aria-label="${say('page.contents')}"><ul>${parts.map(([id, name]) => html`<li><a href="#${id}">${name}</a></li>`)}</ul></nav>
${parts.map(([id, name, content]) => part(id, name, content))}`,
    };
  },
});

function mayEdit({ owner: { __typename, key } }: Strategy, { viewer }: Shown): boolean {
  const isState = __typename === 'MemberState';
  return isEditorOf(viewer, { stateKey: isState ? key : null, organizationKey: isState ? null : key });
}

function factsOf(it: Strategy, { language }: Shown): Html {
  const { owner } = it;
  const isState = owner.__typename === 'MemberState';
  const say = (key: Parameters<typeof message>[1]) => message(language, key);
  const facts: [string, Html | string][] = [
    [
      say('reader.owner'),
      html`<a href="${isState ? statePath(language, owner.key) : organizationPath(language, owner.key, 'matrix')}"><bdi>${owner.name}</bdi></a>`,
    ],
    [say('strategies.scope'), `${say(`strategyScope.${it.scope}`)} · ${say(`strategyLevel.${it.level}`)}`],
    [say('reader.period'), [periodText(language, it.validFrom, it.validTo) || say('page.noRecord'), phaseText(language, it.phase)].join(' · ')],
    [
      say('reader.adopted'),
      it.adopted === null && it.adoptingBody === null
        ? say('page.noRecord')
        : html`${it.adopted === null ? '' : html`<bdi>${dayText(language, it.adopted)}</bdi>`}${it.adopted && it.adoptingBody ? ' · ' : ''}${it.adoptingBody === null ? '' : html`<bdi lang="en">${it.adoptingBody}</bdi>`}`,
    ],
    ...(it.leadBody === null ? [] : [[say('reader.leadBody'), html`<bdi lang="en">${it.leadBody}</bdi>`] as [string, Html]]),
    [say('reader.language'), languageName(language, it.originalLanguage)],
    ...(it.themes.length === 0 ? [] : [[say('record.threats'), listed(it.themes, language)] as [string, Html]]),
    ...(it.instrumentReferences.length === 0
      ? []
      : [
          [say('reader.instruments'), html`<bdi lang="en">${it.instrumentReferences.flatMap(({ instruments }) => instruments).join(', ')}</bdi>`] as [
            string,
            Html,
          ],
        ]),
    [
      say('reader.checked'),
      html`${say(it.verified ? 'reader.verified' : 'reader.notVerified')}${it.verifiedNote === null ? '' : html` <bdi lang="en" class="soft">${it.verifiedNote}</bdi>`}`,
    ],
  ];
  return html`<dl class="facts">${facts.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>
${[it.statusNote, ...it.notes].map((note) => (note === null ? '' : html`<p class="soft"><bdi lang="en">${note}</bdi></p>`))}`;
}

const listed = (items: readonly { label: string }[], language: Shown['language']): Html =>
  html`${items.map(({ label }, index) => html`${index === 0 ? '' : message(language, 'separator.item')}<bdi>${label}</bdi>`)}`;

/** The tree, numbered as it stands: 1, 1.1, 1.1.1. */
function treeOf({ nodes, serves }: Strategy, shown: Shown): Html {
  const { language } = shown;
  const whole = serves.length === 0 ? '' : html`<h3>${message(language, 'reader.servesWhole')}</h3>${servesList(serves, shown)}`;
  if (nodes.length === 0) return html`<p class="empty">${message(language, 'reader.noTree')}</p>${whole}`;
  const below = Map.groupBy(nodes, ({ parent }) => parent?.key ?? '');
  const branch = (key: string, number: string): Html | '' => {
    const children = below.get(key) ?? [];
    return children.length === 0
      ? ''
      : html`<ol class="tree">${children.map((node, index) => {
          const own = `${number}${index + 1}`;
          return html`<li id="${node.key}">${nodeText(node, own, shown)}${branch(node.key, `${own}.`)}</li>`;
        })}</ol>`;
  };
  return html`${branch('', '')}${whole}`;
}

function nodeText(node: TreeNode, number: string, shown: Shown): Html {
  const { language } = shown;
  const say = (key: Parameters<typeof message>[1]) => message(language, key);
  const named = (name: string, value: Html | string) => html`<span>${name}${say('separator.label')}${value}</span> `;
  const { citation, indicator } = node;
  const facts = [
    node.addressee === null ? '' : named(say('reader.addressee'), say(`addressee.${node.addressee}`)),
    node.responsible === null ? '' : named(say('reader.responsible'), html`<bdi lang="en">${node.responsible}</bdi>`),
    node.deadline === null ? '' : named(say('template.column.deadline'), dayText(language, node.deadline)),
    node.threats.length === 0 ? '' : named(say('record.threats'), listed(node.threats, language)),
    node.elements.length === 0 ? '' : named(say('view.elements'), listed(node.elements, language)),
    node.provisions.length === 0 ? '' : named(say('reader.provisions'), listed(node.provisions, language)),
    indicator === null
      ? ''
      : named(
          say('nodeKind.INDICATOR'),
          html`<bdi dir="ltr">${indicator.baseline ?? '?'} → ${indicator.target ?? '?'} ${indicator.unit}</bdi>${indicator.targetDate === null ? '' : html` <bdi>${dayText(language, indicator.targetDate)}</bdi>`}`,
        ),
    citation?.paragraph || citation?.page
      ? named(
          say('page.source'),
          html`<bdi lang="en">${[citation.paragraph, citation.page && message(language, 'brief.page', { page: citation.page })].filter(Boolean).join(', ')}</bdi>`,
        )
      : '',
  ].filter((fact) => fact !== '');
  return html`<p class="node"><span class="number">${number}</span> <span class="kind">${say(`nodeKind.${node.kind}`)}</span> <a href="#${node.key}" class="text">${labelText(language, node)}</a>${
    node.seenInSource ? '' : html` <span class="soft">(${say('reader.unseen')})</span>`
  }</p>
${facts.length === 0 ? '' : html`<p class="soft facets">${facts}</p>`}
${citation?.quote ? html`<blockquote${citation.language ? html` lang="${citation.language}"` : ''}><bdi>${citation.quote}</bdi></blockquote>` : ''}
${node.succeeds === null ? '' : html`<p class="soft">${say('reader.carriesOn')}${say('separator.label')}${nodeLink(language, node.succeeds)}</p>`}
${node.serves.length === 0 ? '' : servesList(node.serves, shown)}
${implementedList(node.implementedBy, shown)}`;
}

function linkWords({ relation, status, share }: Pick<Serving, 'relation' | 'status' | 'share'>, { language }: Shown): Html {
  const words = [
    message(language, `relation.${relation}` as 'relation.EQUAL'),
    share === null ? null : message(language, 'cell.share', { share }),
    message(language, `linkStatus.${status}`),
  ].filter((word) => word !== null);
  return html`<span class="soft">(${words.join(message(language, 'separator.item'))})</span>`;
}

function servesList(links: readonly Serving[], shown: Shown): Html {
  const { language } = shown;
  const found = links.filter(({ relation }) => relation !== 'NO_RELATION');
  const nothing = links.filter(({ relation }) => relation === 'NO_RELATION');
  const to = ({ objective }: Serving) =>
    html`${nodeLink(language, objective)} <span class="soft">· ${strategyLink(language, objective.strategy)}</span>`;
  return html`${
    found.length === 0
      ? ''
      : html`<p class="way">${message(language, 'reader.serves')}</p><ul class="links">${found.map((link) => html`<li>${to(link)} ${linkWords(link, shown)}</li>`)}</ul>`
  }${
    nothing.length === 0
      ? ''
      : html`<details class="more"><summary>${message(language, 'reader.comparedObjectives', { count: nothing.length })}</summary><ul class="links">${nothing.map((link) => html`<li>${nodeLink(language, link.objective)}</li>`)}</ul></details>`
  }`;
}

function implementedList(links: readonly Implementing[], shown: Shown): Html | '' {
  const { language } = shown;
  const found = links.filter(({ relation }) => relation !== 'NO_RELATION');
  const nothing = links.filter(({ relation }) => relation === 'NO_RELATION');
  const from = ({ node, strategy }: Implementing) =>
    html`<bdi>${strategy.owner.name}</bdi>${message(language, 'separator.label')}${
      node === null
        ? strategyLink(language, strategy)
        : html`${nodeLink(language, { ...node, strategy })} <span class="soft">· ${titleText(language, strategy)}</span>`
    }`;
  return html`${
    found.length === 0
      ? ''
      : html`<details class="more" open><summary>${message(language, 'reader.implementedBy', { count: found.length })}</summary><ul class="links">${found.map((link) => html`<li>${from(link)} ${linkWords(link, shown)}</li>`)}</ul></details>`
  }${
    nothing.length === 0
      ? ''
      : html`<details class="more"><summary>${message(language, 'reader.comparedPlans', { count: nothing.length })}</summary><p>${nothing.map(
          ({ strategy }, index) =>
            html`${index === 0 ? '' : message(language, 'separator.item')}<a href="${strategyPath(language, strategy.key)}"><bdi>${strategy.owner.name}</bdi> <span class="soft">${strategy.key}</span></a>`,
        )}</p></details>`
  }`;
}

function versionsOf(it: Strategy, { language }: Shown): Html {
  const say = (key: Parameters<typeof message>[1]) => message(language, key);
  const group = (name: string, items: Html[]) =>
    items.length === 0 ? '' : html`<h3>${name}</h3><ul class="links">${items.map((item) => html`<li>${item}</li>`)}</ul>`;
  const words = (relation: string) => html`<bdi lang="en">${relation.replaceAll('_', ' ')}</bdi>`;
  const none = it.supersedes.length + it.supersededBy.length + it.relations.length + it.relatedFrom.length + it.history.length === 0;
  return html`${none ? html`<p>${say('page.nothing')}</p>` : ''}
${group(
  say('reader.replaces'),
  it.supersedes.map((other) => strategyLink(language, other)),
)}
${versionChanges(it, language)}
${group(
  say('reader.replacedBy'),
  it.supersededBy.map(({ key, strategy }) =>
    strategy === null ? html`<code>${key}</code> (${say('page.noRecord')})` : strategyLink(language, strategy),
  ),
)}
${group(say('reader.related'), [
  ...it.relations.map(
    ({ relation, target, targetKey }) =>
      html`${words(relation)} ${target === null ? html`<code>${targetKey}</code> (${say('page.noRecord')})` : strategyLink(language, target)}`,
  ),
  ...it.relatedFrom.flatMap(({ relation, strategy }) => (strategy === null ? [] : [html`${strategyLink(language, strategy)} ${words(relation)}`])),
])}
${it.history.length === 0 ? '' : html`<h3>${say('reader.history')}</h3>${editList(language, it.history)}`}`;
}

function sourcesOf({ sources }: Strategy, { language }: Shown): Html {
  return sources.length === 0
    ? html`<p>${message(language, 'page.nothing')}</p>`
    : html`<ol class="sources">${sources.map((source) => html`<li>${sourceItem(source)}</li>`)}</ol>`;
}

// The brief as a page: figures in order, each opening to the states and things behind it and these to their sources, and made to be printed.
import { html } from 'hono/html';
import { rowNotes } from '../alignment/facets.ts';
import { methodVersion } from '../alignment/method.ts';
import type { Entry, EntryList, Figure, Section } from '../brief/model.ts';
import type { Brief } from '../brief/service.ts';
import { type ToldEntry, tell, tellEntry, tellFigure, tellStates } from '../brief/told.ts';
import { dayText } from '../i18n/dates.ts';
import { type Language, textIn } from '../i18n/languages.ts';
import { message } from '../i18n/messages.ts';
import type { Organization } from '../members/model.ts';
import { briefView } from '../views/brief.ts';
import { queryOf } from '../views/view.ts';
import { activityPath, needPath } from './assistance-parts.ts';
import { elementOf, type Grid, gridsOf } from './brief-grid.ts';
import { briefSince } from './brief-since.ts';
import { linkOf, type SourceIndex, sourceIndex } from './brief-sources.ts';
import { codeOf, graphiqlPath, type Html, pageText } from './document.ts';
import { citation } from './frame.ts';

/** What an address asks for: days, and the part that is opened to what its figures rest on; null where it does not say. */
export type AskedBrief = { asOf: string | null; since: string | null; part: string | null };

/** Path of the brief of an organization (null: of all states), on the days and with the part that were asked for. */
export function briefPath(language: Language, organizationKey: string | null, { asOf, since, part }: AskedBrief): string {
  const place = organizationKey === null ? `/${codeOf(language)}/brief` : `/${codeOf(language)}/r/${encodeURIComponent(organizationKey)}/brief`;
  const search = new URLSearchParams({ ...(asOf !== null && { asOf }), ...(since !== null && { since }), ...(part !== null && { part }) });
  return search.size === 0 ? place : `${place}?${search}`;
}

/** `before`: the brief of the other day, where one was asked for. */
export type BriefPageOptions = {
  language: Language;
  organizations: readonly Organization[];
  asked: AskedBrief;
  before: Brief | null;
  account: Html | '';
  today: string;
  /** Origin by which the page is known outside. */
  origin: string;
};

/**
 * What the parts of the page share. `isWhole`: does this part tell what its figures rest on? Of all states that is too much for one page, so
 * one part does at a time, and `behindOf` leads there.
 */
type View = {
  language: Language;
  brief: Brief;
  sources: SourceIndex;
  isWhole: (part: string) => boolean;
  behindOf: (part: string, id: string) => Html;
};

export function briefPage(brief: Brief, { language, organizations, asked, before, account, today, origin }: BriefPageOptions): Html {
  const { organization } = brief.rows;
  const isWhole = (part: string) => organization !== null || part === asked.part;
  const view: View = {
    language,
    brief,
    sources: sourceIndex(
      language,
      [...brief.functions, ...brief.questions].filter(({ key }) => isWhole(key)),
      brief.lookups,
    ),
    isWhole,
    behindOf: (part, id) => html`<p><a href="${briefPath(language, null, { ...asked, part })}#${id}">${message(language, 'page.behind')}</a></p>`,
  };
  const whose = organization ? textIn(organization.name, language).text : message(language, 'page.allStates');
  const title = message(language, 'brief.title');
  const body = html`<header>
<h1>${title}</h1>
<p class="lead"><bdi>${whose}</bdi> · ${message(language, 'page.asOf', { date: dayText(language, brief.asOf) })}</p>
${tools(view, organizations, asked)}
</header>
${before === null ? '' : briefSince(brief, before, language)}
${contents(view)}
<section aria-labelledby="functions"><h2 id="functions">${message(language, 'page.functions')}</h2>${brief.functions.map((it) => sectionOf(view, it))}</section>
<section aria-labelledby="questions"><h2 id="questions">${message(language, 'page.questions')}</h2>${brief.questions.map((it) => sectionOf(view, it))}</section>
${sourceList(view)}
${citation(language, `${title}${message(language, 'separator.label')}${whose}`, today, `${origin}${briefPath(language, organization?.key ?? null, asked)}`)}
${notes(view)}`;
  const place = organization ? { path: `/r/${organization.key}/brief`, organization: { key: organization.key, name: whose } } : { path: '/brief' };
  return pageText({
    language,
    title: `${title}${message(language, 'separator.label')}${whose}`,
    pathIn: (other) => briefPath(other, organization?.key ?? null, asked),
    body,
    account,
    ...place,
  });
}

function tools({ language, brief }: View, organizations: readonly Organization[], asked: AskedBrief): Html {
  const organizationKey = brief.rows.organization?.key ?? null;
  const named = organizations.map((it) => ({ key: it.key, name: textIn(it.name, language).text }));
  const collator = new Intl.Collator(codeOf(language));
  const link = (key: string | null, name: string) =>
    html`<li><a href="${briefPath(language, key, { ...asked, part: null })}"${key === organizationKey ? html` aria-current="page"` : ''}>${name}</a></li>`;
  return html`<div class="tools">
<form method="get" action="${briefPath(language, organizationKey, { asOf: null, since: null, part: null })}"><label>${message(language, 'page.day')}<input type="date" name="asOf" value="${brief.asOf}"></label><label>${message(language, 'tool.since')}<input type="date" name="since" value="${asked.since ?? ''}"></label><button>${message(language, 'page.show')}</button></form>
<a href="${filePath('docx', language, organizationKey, brief.asOf)}">${message(language, 'page.document')} (DOCX)</a>
<ul class="files">${['csv', 'xlsx', 'json'].map((format) => html`<li><a href="${filePath(format, language, organizationKey, brief.asOf)}" download>${format.toUpperCase()}</a></li>`)}</ul>
<a href="${graphiqlPath(language, { query: queryOf(briefView), variables: { organization: organizationKey, asOf: brief.asOf } })}">${message(language, 'take.query')}</a>
</div>
<details class="whose"><summary>${message(language, 'page.whose')}</summary><ul>${link(null, message(language, 'page.allStates'))}${named
    .toSorted((a, b) => collator.compare(a.name, b.name))
    .map(({ key, name }) => link(key, name))}</ul></details>`;
}

/** A file of the same brief: the document, or its figures as a table. */
function filePath(format: string, language: Language, organizationKey: string | null, asOf: string): string {
  const given = new URLSearchParams({ ...(organizationKey !== null && { organization: organizationKey }), asOf, lang: codeOf(language) });
  return `/export/brief.${format}?${given}`;
}

function contents({ language, brief }: View): Html {
  const items = (sections: readonly Section[]) => sections.map(({ key, title }) => html`<li><a href="#${key}">${tell(language, title)}</a></li>`);
  const group = (name: string, list: Html) => html`<div><p>${name}</p>${list}</div>`;
  return html`<nav class="contents groups" aria-labelledby="contents"><h2 id="contents">${message(language, 'page.contents')}</h2>
${group(message(language, 'page.functions'), html`<ul>${items(brief.functions)}</ul>`)}
${group(message(language, 'page.questions'), html`<ul>${items(brief.questions)}</ul>`)}
<p><a href="#sources">${message(language, 'page.sources')}</a> <a href="#notes">${message(language, 'page.notes')}</a></p></nav>`;
}

/** Folded up, with its first figure in sight. What it is linked by stands inside, so that browsers open it for who follows a link. */
function sectionOf(view: View, { key, title, figures, lists }: Section): Html {
  const { language, brief, isWhole } = view;
  const grids = gridsOf(key, figures);
  const gridded = new Set(grids.flatMap(({ rows }) => rows.flat()));
  const alone = figures.filter((figure) => !gridded.has(figure));
  const first = alone[0] ?? figures[0];
  const glance =
    first === undefined
      ? ''
      : html`<span class="glimpse">${tell(language, first.label)}${message(language, 'separator.label')}<strong>${tellFigure(language, first)}</strong></span>`;
  return html`<details class="part"${brief.rows.organization === null && isWhole(key) ? html` open` : ''}><summary><h3 id="${key}-title">${tell(language, title)}</h3>${glance}</summary><section id="${key}" aria-labelledby="${key}-title">
${alone.map((figure) => figureOf(view, key, figure))}
${grids.map((grid) => gridOf(view, key, grid))}
${lists.map((list) => listOf(view, key, list))}
<p class="pages"><a href="#contents">${message(language, 'page.contents')}</a></p></section></details>`;
}

function gridOf(view: View, part: string, { columns, rows }: Grid): Html {
  const { language } = view;
  const heads = columns.map((column) => tell(language, column));
  return html`<table class="grid"><thead><tr><th scope="col">${message(language, 'page.element')}</th>${heads.map(
    (head) => html`<th scope="col">${head}</th>`,
  )}</tr></thead><tbody>${rows.map(
    (row) =>
      html`<tr><th scope="row">${elementOf(language, row)}</th>${row.map(
        (figure, column) => html`<td data-column="${heads[column] ?? ''}"><a href="#${figure.key}">${tellFigure(language, figure)}</a></td>`,
      )}</tr>`,
  )}</tbody></table>
<details class="more"><summary>${message(language, 'page.lists')}</summary>${rows.flat().map((figure) => figureOf(view, part, figure))}</details>`;
}

function figureOf(view: View, part: string, figure: Figure): Html {
  const { language } = view;
  return html`<details class="figure" id="${figure.key}"><summary><span class="label">${tell(language, figure.label)}</span> <span class="count">${tellFigure(language, figure)}</span></summary>
<div class="behind">${view.isWhole(part) ? behind(view, figure) : view.behindOf(part, figure.key)}</div></details>`;
}

/** The states of a figure, and the things it rests on. */
function behind(view: View, figure: Figure): Html {
  const { language } = view;
  const states = (title: string, keys: readonly string[]) =>
    keys.length === 0 ? '' : html`<h5>${title}</h5><p>${tellStates(language, view.brief, keys)}</p>`;
  const isEmpty = figure.stateKeys.length + figure.unknownStateKeys.length + figure.entries.length === 0;
  return html`${isEmpty ? html`<p>${message(language, 'page.nothing')}</p>` : ''}${states(message(language, 'page.counted'), figure.stateKeys)}${states(
    message(language, 'page.notKnown'),
    figure.unknownStateKeys,
  )}${figure.entries.length === 0 ? '' : html`<h5>${message(language, 'page.restsOn')}</h5>${entriesOf(view, figure.entries)}`}`;
}

/** Entries under the headings of their groups, in the order they come. */
function entriesOf(view: View, entries: readonly Entry[]): Html {
  const told = entries.map((entry) => ({ ...tellEntry(view.language, entry, view.brief.lookups), page: pageOf(view.language, entry.thing) }));
  const groups = Map.groupBy(told, (entry) => entry.groups.join(' · '));
  return html`${[...groups].map(([group, own]) => html`${group === '' ? '' : html`<h6>${group}</h6>`}<ul>${own.map((entry) => entryOf(view, entry))}</ul>`)}`;
}

/** The page of a thing behind a figure, where what is said of it is told with who said it and when. */
function pageOf(language: Language, thing: Entry['thing']): string | null {
  if (thing.kind === 'NEED') return needPath(language, thing.key);
  return thing.kind === 'ACTIVITY' ? activityPath(language, thing.key) : null;
}

function entryOf({ language, sources }: View, entry: ToldEntry & { page?: string | null }): Html {
  const words = entry.language === codeOf(language) ? html`${entry.text}` : html`<bdi lang="${entry.language}">${entry.text}</bdi>`;
  const text = entry.page ? html`<a href="${entry.page}">${words}</a>` : words;
  const { original } = entry;
  const isOther = original !== null && original.text !== entry.text;
  const quiet = [entry.context, entry.citation, entry.note].filter((part) => part !== null);
  const numbers = entry.sources.map((source) => sources.numberOf(source)).filter((number) => number > 0);
  return html`<li>${entry.state === null ? '' : html`<strong>${entry.state}</strong>${message(language, 'separator.label')}`}${text}${
    isOther ? html` <span class="soft">(<bdi lang="${original.language}">${original.text}</bdi>)</span>` : ''
  }${quiet.map((part) => html` <span class="soft">· <bdi>${part}</bdi></span>`)}${
    entry.nodeKey === null ? '' : html` <code><bdi dir="ltr">${entry.nodeKey}</bdi></code>`
  } ${numbers.map(
    (number) => html`<a class="source" href="#source-${number}" aria-label="${message(language, 'page.source')} ${number}">[${number}]</a> `,
  )}</li>`;
}

/** The adoption board is a table by region and year; any other list is a list. */
function listOf(view: View, part: string, { key, title, entries }: EntryList): Html {
  const { language } = view;
  const heading = html`<summary>${tell(language, title)} <span class="soft">(${entries.length})</span></summary>`;
  if (!view.isWhole(part))
    return html`<details class="more" id="list-${key}">${heading}<div class="behind">${view.behindOf(part, `list-${key}`)}</div></details>`;
  if (key !== 'adoptionBoard' || entries.length === 0) {
    const inside = entries.length === 0 ? html`<p>${message(language, 'page.nothing')}</p>` : entriesOf(view, entries);
    return html`<details class="more" id="list-${key}">${heading}<div class="behind">${inside}</div></details>`;
  }
  const told = entries.map((entry) => tellEntry(language, entry, view.brief.lookups));
  const regions = Map.groupBy(told, ({ groups }) => groups[0] ?? '');
  return html`<h4 id="list-${key}">${tell(language, title)}</h4>${[...regions].map(
    ([region, own]) =>
      html`<h5>${region}</h5><table class="board"><tbody>${[...Map.groupBy(own, ({ groups }) => groups[1] ?? '')].map(
        ([year, those]) => html`<tr><th scope="row">${year}</th><td><ul>${those.map((entry) => entryOf(view, entry))}</ul></td></tr>`,
      )}</tbody></table>`,
  )}`;
}

function sourceList({ language, sources }: View): Html {
  const items = sources.all.map((source, index) => {
    const [link, text] = [linkOf(source), source.title ?? source.ref ?? ''];
    return html`<li id="source-${index + 1}"><bdi>${link === null ? text : html`<a href="${link}" rel="noreferrer">${text}</a>`}</bdi></li>`;
  });
  return html`<details class="part"><summary><h2 id="sources-title">${message(language, 'page.sources')} <span class="soft">(${items.length})</span></h2></summary><section id="sources" aria-labelledby="sources-title">${
    items.length === 0 ? html`<p>${message(language, 'page.nothing')}</p>` : html`<ol class="sources">${items}</ol>`
  }</section></details>`;
}

function notes({ language, brief }: View): Html {
  const ofStates = [
    ...new Set(
      rowNotes(brief.rows).flatMap((note, row) => {
        const state = brief.rows.states[row];
        return note === null || !state ? [] : `${textIn(state.name, language).text}${message(language, 'separator.label')}${note}`;
      }),
    ),
  ];
  return html`<footer aria-labelledby="notes"><h2 id="notes">${message(language, 'page.notes')}</h2>
<p>${message(language, 'page.computed', { version: methodVersion })} ${message(language, 'page.officialOnly')}</p>
${brief.lapsedKeys.length === 0 ? '' : html`<p>${message(language, 'page.lapsedNote', { mark: message(language, 'page.lapsed') })}</p>`}
${brief.attribution.map((words) => html`<p><bdi>${words}</bdi></p>`)}
${ofStates.length === 0 ? '' : html`<ul>${ofStates.map((note) => html`<li><bdi>${note}</bdi></li>`)}</ul>`}
<p>${message(language, 'disclaimer')}</p>${brief.lookups.states.has('XKX') ? html`<p>${message(language, 'kosovoNote')}</p>` : ''}</footer>`;
}

// What changed between two days in what States need: how many needs stand how, which of them came, went or moved on, and the totals. Pure.
import { html } from 'hono/html';
import { dayText } from '../i18n/dates.ts';
import type { Language } from '../i18n/languages.ts';
import { message } from '../i18n/messages.ts';
import { type Labelled, type Named, type Need, type Overlap, type Stage, type Totals, totalsFields } from '../views/assistance.ts';
import { type NeedName, needLink, totalsWords } from './assistance-parts.ts';
import type { Html } from './document.ts';
import type { Shown } from './screen.ts';

export type ComparedNeed = NeedName & { stage: Stage | null; status: Need['status'] };
export type ComparedNeeds = {
  pageInfo: { hasNextPage: boolean };
  elements: Totals[];
  threats: Totals[];
  edges: { node: ComparedNeed }[];
};
type Answered = Pick<ComparedNeeds, 'pageInfo' | 'edges'>;
type Met = Pick<Overlap, 'state' | 'theme'>;

/** What of a page of needs is compared. */
export const comparedFields = `pageInfo { hasNextPage } elements { ${totalsFields} } threats { ${totalsFields} }
    edges { node { key stage status state { key name } element { key label } threat { key label } provision { key label } } }`;

const statuses = ['UNMET', 'PARTLY_MET', 'MET'] as const;
/** States over which how many needs there are is told at least, as in the totals of the API. */
const statesMin = 3;

/** Needs of both days as far as they can be compared: of a day with more needs than were answered, nothing is known behind the last of them. */
export function comparable(...days: readonly [Answered, Answered]): [ComparedNeed[], ComparedNeed[]] {
  const ends = days.flatMap(({ pageInfo, edges }) => (pageInfo.hasNextPage ? (edges.at(-1)?.node.key ?? []) : []));
  const known = ({ edges }: Answered) => edges.flatMap(({ node }) => (ends.every((end) => node.key <= end) ? [node] : []));
  return [known(days[0]), known(days[1])];
}

export function needsSince(now: ComparedNeeds, then: ComparedNeeds, overlaps: { now: readonly Met[]; earlier: readonly Met[] }, shown: Shown): Html {
  const { language, address, today } = shown;
  const say = (key: Parameters<typeof message>[1]) => message(language, key);
  const [since, asOf] = [address.day('since') ?? today, address.day('asOf') ?? today];
  const isCut = now.pageInfo.hasNextPage || then.pageInfo.hasNextPage;
  const [later, earlier] = comparable(now, then);
  const moved = needChanges(later, earlier, language);
  const counted = (needs: readonly ComparedNeed[]) => needs.filter(({ stage }) => stage !== 'WITHDRAWN');
  const totals = [...totalChanges(now.elements, then.elements, language), ...totalChanges(now.threats, then.threats, language)];
  const lines = (items: readonly Html[]) =>
    items.length === 0 ? html`<p>${say('overview.noChange')}</p>` : html`<ul class="changes">${items.map((item) => html`<li>${item}</li>`)}</ul>`;
  const list = (title: string, of: readonly Met[], others: readonly Met[]) => {
    const ids = new Set(others.map(overlapId));
    const own = of.filter((it) => !ids.has(overlapId(it)));
    return own.length === 0
      ? ''
      : html`<h3>${title}</h3><ul>${own.map(({ state, theme }) => html`<li><bdi>${state.name}</bdi> · <bdi>${theme.label}</bdi></li>`)}</ul>`;
  };
  return html`<section class="panel" aria-labelledby="changes"><h2 id="changes">${message(language, 'overview.changes', { date: dayText(language, since) })}</h2>
<p class="soft">${[say('since.lead'), say('since.needs'), ...(isCut ? [say('since.first')] : [])].join(say('separator.sentence'))}</p>
${countsTable(counted(later), counted(earlier), [dayText(language, since), dayText(language, asOf)], language)}
<h3>${say('since.needsChanged')}</h3>${lines(moved)}
<h3>${say('since.totals')}</h3>${lines(totals)}
${list(say('session.begun'), overlaps.now, overlaps.earlier)}${list(say('session.over'), overlaps.earlier, overlaps.now)}</section>`;
}

const overlapId = ({ state, theme }: Met): string => `${state.key} ${theme.key}`;

/** How many needs stand how on each day; of a day with fewer than three states in it no figure is given. */
function countsTable(now: readonly ComparedNeed[], then: readonly ComparedNeed[], days: readonly [string, string], language: Language): Html {
  const title = message(language, 'needs.title');
  const figure = (needs: readonly ComparedNeed[], status: Need['status'] | null) => {
    const isFew = needs.length > 0 && new Set(needs.map(({ state }) => state.key)).size < statesMin;
    if (isFew) return html`<td class="soft">${message(language, 'totals.few')}</td>`;
    return html`<td>${needs.filter((need) => status === null || need.status === status).length}</td>`;
  };
  const row = (name: string, status: Need['status'] | null) =>
    html`<tr><th scope="row">${name}</th>${figure(then, status)}${figure(now, status)}</tr>`;
  return html`<table class="then-now"><caption class="hidden">${title}</caption><thead><tr><th scope="col">${title}</th>${days.map((day) => html`<th scope="col"><bdi>${day}</bdi></th>`)}</tr></thead>
<tbody>${row(message(language, 'totals.all'), null)}${statuses.map((status) => row(message(language, `needStatus.${status}`), status))}</tbody></table>`;
}

/** Needs that came, went, or stand otherwise, by key. */
function needChanges(now: readonly ComparedNeed[], then: readonly ComparedNeed[], language: Language): Html[] {
  const earlier = new Map(then.map((node) => [node.key, node]));
  const later = new Set(now.map(({ key }) => key));
  const label = message(language, 'separator.label');
  const stage = (of: Stage | null) => (of === null ? message(language, 'change.none') : message(language, `needStage.${of}`));
  const came = now.flatMap((node): { key: string; line: Html }[] => {
    const was = earlier.get(node.key);
    const stood = `${stage(node.stage)}${message(language, 'separator.item')}${message(language, `needStatus.${node.status}`)}`;
    if (!was) return [{ key: node.key, line: html`${needLink(language, node)}${label}${message(language, 'since.new')} (${stood})` }];
    const steps = [
      was.stage === node.stage ? [] : message(language, 'change.fromTo', { from: stage(was.stage), to: stage(node.stage) }),
      was.status === node.status
        ? []
        : message(language, 'change.fromTo', {
            from: message(language, `needStatus.${was.status}`),
            to: message(language, `needStatus.${node.status}`),
          }),
    ].flat();
    return steps.length === 0
      ? []
      : [{ key: node.key, line: html`${needLink(language, node)}${label}${steps.join(message(language, 'separator.item'))}` }];
  });
  const went = then.flatMap((node) =>
    later.has(node.key) ? [] : [{ key: node.key, line: html`${needLink(language, node)}${label}${message(language, 'since.gone')}` }],
  );
  return [...came, ...went].toSorted((a, b) => (a.key < b.key ? -1 : 1)).map(({ line }) => line);
}

const figures = Object.keys(totalsWords) as (keyof typeof totalsWords)[];

/** Figures of the totals that differ. A theme that nobody needed on a day has none, which is told as no figure and not as zero. */
function totalChanges(now: readonly Totals[], then: readonly Totals[], language: Language): Html[] {
  const themes = new Map([...then, ...now].flatMap(({ theme }): [string, Labelled][] => (theme ? [[theme.key, theme]] : [])));
  const at = (totals: readonly Totals[], key: string) => totals.find(({ theme }) => theme?.key === key);
  const value = (figure: number | null | undefined) => (figure == null ? message(language, 'session.noFigure') : String(figure));
  return [...themes.values()].flatMap(({ key, label }) => {
    const [was, is] = [at(then, key), at(now, key)];
    const steps = figures.flatMap((figure) =>
      (was?.[figure] ?? null) === (is?.[figure] ?? null)
        ? []
        : `${message(language, totalsWords[figure])}${message(language, 'separator.label')}${message(language, 'change.fromTo', { from: value(was?.[figure]), to: value(is?.[figure]) })}`,
    );
    return steps.length === 0
      ? []
      : [html`<bdi>${label}</bdi>${message(language, 'separator.item')}${steps.join(message(language, 'separator.item'))}`];
  });
}

/** States by key with their needs, in the order the needs come. */
export function byState<N extends { state: Named }>(needs: readonly N[]): { state: Named; needs: N[] }[] {
  return [...Map.groupBy(needs, ({ state }) => state.key).values()].flatMap((own) => (own[0] ? [{ state: own[0].state, needs: own }] : []));
}

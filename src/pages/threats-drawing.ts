// Shared threats drawn: a network of states, threats and flows, and a map of equal tiles for one threat. Self-contained SVG; on pages with links. Pure.
import { html, raw } from 'hono/html';
import { method } from '../alignment/method.ts';
import { dayText } from '../i18n/dates.ts';
import type { Language } from '../i18n/languages.ts';
import { message } from '../i18n/messages.ts';
import type { SharedThreatsData } from '../views/shared.ts';
import { directionOf, type Html, statePath } from './document.ts';
import { type NetworkEdge, type NetworkNode, networkLayout } from './network-layout.ts';
import { ofText } from './onward.ts';
import { tilesOf } from './tiles.ts';

type Threat = SharedThreatsData['sharedThreats'][number];

/** Nodes a person can still follow; beyond it threats stand alone, with their counts. */
const nodesMax = 300;
const font = "system-ui, 'Noto Sans', 'Noto Sans Arabic', 'Noto Sans CJK SC', sans-serif";

/** How a member stands to a threat on the map. */
export type Exposed = 'EXPOSED' | 'BELOW' | 'NOT_ASSESSED';
const fills: Record<Exposed, { fill: string; ink: string; glyph: string }> = {
  EXPOSED: { fill: '#1b5e8c', ink: '#ffffff', glyph: '●' },
  BELOW: { fill: '#cfe4f1', ink: '#1c2126', glyph: '–' },
  NOT_ASSESSED: { fill: '#ececec', ink: '#1c2126', glyph: '·' },
};

export const exposedGlyph = (exposed: Exposed): string => fills[exposed].glyph;

export function exposedOf(threat: Threat, stateKey: string): { exposed: Exposed; isStale: boolean } {
  const finding = threat.exposures.find(({ state }) => state.key === stateKey);
  if (!finding) return { exposed: 'NOT_ASSESSED', isStale: false };
  return { exposed: threat.members.some(({ key }) => key === stateKey) ? 'EXPOSED' : 'BELOW', isStale: finding.stale };
}

export const exposedWords = (language: Language, { exposed, isStale }: { exposed: Exposed; isStale: boolean }): string => {
  const words =
    exposed === 'NOT_ASSESSED'
      ? message(language, 'threatStatus.NOT_ASSESSED')
      : message(language, `threats.${exposed}`, { from: method.sharedExposureFrom.value });
  return isStale ? `${words}${message(language, 'separator.item')}${message(language, 'threats.outOfDate')}` : words;
};

/** What the file holds: the map of the threat that the address names, else the network. */
export function sharedThreatsDrawing(data: unknown, language: Language, search: URLSearchParams): Html {
  const of = data as SharedThreatsData;
  const threat = of.sharedThreats.find(({ threat: { key } }) => key === search.get('threat'));
  return threat ? threatMap(of, threat, language, null) : threatNetwork(of, language, null);
}

/** Where a node of a drawing leads; null in a file, which leads nowhere. */
export type Ways = { state: (key: string) => string; threat: (key: string) => string; focus: string | null } | null;

export const waysOf = (language: Language, focus: string | null, threat: (key: string) => string): Ways => ({
  state: (key) => statePath(language, key),
  threat,
  focus,
});

function linked(href: string | null, words: string, body: Html): Html {
  return href === null ? html`<g><title>${words}</title>${body}</g>` : html`<a href="${href}"><title>${words}</title>${body}</a>`;
}

export function threatNetwork(data: SharedThreatsData, language: Language, ways: Ways): Html {
  const { organization } = data;
  const { nodes, edges, flows, isWhole } = networkOf(data, language);
  const { points, width, height } = networkLayout(nodes, [...edges, ...flows], directionOf(language) === 'rtl');
  const margin = { x: 16, top: 70, bottom: 80 };
  const at = (id: string) => points.get(id) ?? { x: 0, y: 0 };
  const names = new Map(organization.members.map(({ key, name }) => [key, name]));
  const title = message(language, 'threats.networkTitle', { organization: organization.name });
  const line = ({ from, to }: NetworkEdge, kind: string, attributes: string) => {
    const [a, b] = [at(from), at(to)];
    const isFocus = ways?.focus != null && (from === `threat ${ways.focus}` || to === `threat ${ways.focus}`);
    return html`<line class="${kind}${isFocus ? ' focus' : ''}" data-from="${from}" data-to="${to}" x1="${a.x}" y1="${a.y}" x2="${b.x}" y2="${b.y}" ${raw(attributes)}/>`;
  };
  const shape = ({ id, kind }: NetworkNode) => {
    const { x, y } = at(id);
    const key = id.slice(id.indexOf(' ') + 1);
    if (kind === 'state')
      return html`<g data-node="${id}">${linked(
        ways?.state(key) ?? null,
        `${names.get(key) ?? key} (${key})`,
        html`<circle class="state" cx="${x}" cy="${y}" r="19" fill="#ffffff" stroke="#14507a" stroke-width="2"/><text class="ink" x="${x}" y="${y + 4}" text-anchor="middle" font-size="12" font-weight="600" fill="#1c2126">${key}</text>`,
      )}</g>`;
    const lines = linesOf(data, language, kind, key);
    const half = halfOf(lines);
    const tall = lines.length * 15 + 10;
    const box = html`<rect class="${kind}" x="${x - half}" y="${y - tall / 2}" width="${half * 2}" height="${tall}" rx="${kind === 'threat' ? 4 : tall / 2}" fill="${kind === 'threat' ? '#fff6d6' : '#f3f6f8'}" stroke="#4a545e"${kind === 'threat' ? '' : raw(' stroke-dasharray="4 3"')}/>${lines.map(
      (text, index) =>
        html`<text class="ink" x="${x}" y="${y - tall / 2 + 17 + index * 15}" text-anchor="middle" font-size="12"${kind === 'threat' && index < lines.length - 1 ? raw(' font-weight="600"') : ''} fill="#1c2126">${text}</text>`,
    )}`;
    return html`<g data-node="${id}">${linked(kind === 'threat' ? (ways?.threat(key) ?? null) : null, lines.join(' '), box)}</g>`;
  };
  const [wide, tall] = [width + margin.x * 2, height + margin.top + margin.bottom];
  const note = isWhole
    ? ''
    : html`<text class="ink" x="${-margin.x + 12}" y="${height + 40}" font-size="12" fill="#1c2126">${message(language, 'threats.networkCounts', { max: nodesMax })}</text>`;
  return html`<svg class="network" xmlns="http://www.w3.org/2000/svg" viewBox="${-margin.x} ${-margin.top} ${wide} ${tall}" width="${wide}" height="${tall}" role="group" aria-label="${title}" font-family="${font}" direction="${directionOf(language)}">
<title>${title}</title>${ways === null ? html`<rect x="${-margin.x}" y="${-margin.top}" width="${wide}" height="${tall}" fill="#ffffff"/>` : ''}
<defs><marker id="arrow" viewBox="0 0 10 10" refX="30" refY="5" markerWidth="8" markerHeight="8" orient="auto"><path class="tip" d="M0 0 10 5 0 10z" fill="#9c2f1c"/></marker></defs>
${edges.map((edge) => line(edge, 'tie', 'stroke="#8a97a3" stroke-width="1"'))}${flows.map((edge) => line(edge, 'flow', 'stroke="#9c2f1c" stroke-width="2" stroke-dasharray="6 3" marker-end="url(#arrow)"'))}
${nodes.map(shape)}${note}${ways === null ? caption(language, data, -margin.x + wide / 2, height + margin.bottom - 24) : ''}</svg>`;
}

/** Ties of exposed members to threats, and flows that join members; states without either are left to the list. */
function networkOf(
  data: SharedThreatsData,
  language: Language,
): { nodes: NetworkNode[]; edges: NetworkEdge[]; flows: NetworkEdge[]; isWhole: boolean } {
  const { organization, sharedThreats } = data;
  const edges = sharedThreats.flatMap(({ threat, members }) => members.map(({ key }) => ({ from: `state ${key}`, to: `threat ${threat.key}` })));
  const memberKeys = new Set(organization.members.map(({ key }) => key));
  const idOf = ({ key, state }: { key: string; state: { key: string } | null }) =>
    state && memberKeys.has(state.key) ? `state ${state.key}` : `place ${key}`;
  const steps = sharedThreats.flatMap(({ flows }) =>
    flows.flatMap(({ origins, transits, destinations }) => {
      const stages = [origins, transits, destinations].filter((stage) => stage.length > 0);
      return stages
        .slice(1)
        .flatMap((to, index) =>
          (stages[index] ?? []).flatMap((a) => to.map((b): [string, NetworkEdge] => [`${idOf(a)} ${idOf(b)}`, { from: idOf(a), to: idOf(b) }])),
        );
    }),
  );
  const flows = [...new Map(steps).values()].filter(({ from, to }) => from !== to);
  const used = new Set([...edges, ...flows].flatMap(({ from, to }) => [from, to]));
  const nodeOf = (id: string): NetworkNode => {
    const [kind, key] = [id.slice(0, id.indexOf(' ')) as NetworkNode['kind'], id.slice(id.indexOf(' ') + 1)];
    return { id, kind, reach: kind === 'state' ? 22 : halfOf(linesOf(data, language, kind, key)) };
  };
  const threats = sharedThreats.map(({ threat }) => nodeOf(`threat ${threat.key}`));
  const others = [...used].filter((id) => !id.startsWith('threat ')).map(nodeOf);
  if (threats.length + others.length > nodesMax) return { nodes: threats, edges: [], flows: [], isWhole: false };
  return { nodes: [...threats, ...others], edges, flows, isWhole: true };
}

/** What stands in the box of a threat, with its count, or of a place outside. */
function linesOf(data: SharedThreatsData, language: Language, kind: NetworkNode['kind'], key: string): string[] {
  const it = data.sharedThreats.find(({ threat }) => threat.key === key);
  if (kind === 'threat' && it) return [...wrapped(it.threat.label), ofText(language, it.members.length, it.memberCount)];
  return wrapped(placesOf(data).find((place) => place.key === key)?.name ?? key);
}

const halfOf = (lines: readonly string[]): number => Math.max(...lines.map(widthOf)) / 2 + 10;

function placesOf({ sharedThreats }: SharedThreatsData) {
  return sharedThreats.flatMap(({ flows }) => flows.flatMap(({ origins, transits, destinations }) => [...origins, ...transits, ...destinations]));
}

const side = 52;
const gap = 4;

/** Members as equal tiles; the size of a tile says nothing. */
export function threatMap(data: SharedThreatsData, threat: Threat, language: Language, ways: Ways): Html {
  const { organization } = data;
  const tiles = tilesOf(organization.members.map(({ key }) => key));
  const names = new Map(organization.members.map(({ key, name }) => [key, name]));
  const [columns, rows] = [Math.max(...tiles.map(({ column }) => column), 0) + 1, Math.max(...tiles.map(({ row }) => row), 0) + 1];
  const isMirrored = directionOf(language) === 'rtl';
  const title = message(language, 'threats.mapTitle', { threat: threat.threat.label, organization: organization.name });
  const foot = ways === null ? 80 : 0;
  const wide = Math.max(columns * (side + gap), ways === null ? 560 : 0);
  const tall = rows * (side + gap) + foot;
  return html`<svg class="tiles" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${wide} ${tall}" width="${wide}" height="${tall}" role="group" aria-label="${title}" font-family="${font}" direction="${directionOf(language)}">
<title>${title}</title>${ways === null ? html`<rect width="${wide}" height="${tall}" fill="#ffffff"/>` : ''}${tiles.map(({ key, row, column }) => {
    const standing = exposedOf(threat, key);
    const { fill, ink, glyph } = fills[standing.exposed];
    const [x, y] = [(isMirrored ? columns - 1 - column : column) * (side + gap), row * (side + gap)];
    const words = `${names.get(key) ?? key}${message(language, 'separator.label')}${exposedWords(language, standing)}`;
    return linked(
      ways?.state(key) ?? null,
      words,
      html`<rect class="tile" x="${x + 1}" y="${y + 1}" width="${side}" height="${side}" rx="4" fill="${fill}" stroke="#4a545e"/><text x="${x + side / 2 + 1}" y="${y + 22}" text-anchor="middle" font-size="13" font-weight="600" fill="${ink}">${key}</text><text x="${x + side / 2 + 1}" y="${y + 42}" text-anchor="middle" font-size="15" fill="${ink}">${glyph}${standing.isStale ? '†' : ''}</text>`,
    );
  })}${ways === null ? html`${caption(language, data, wide / 2, tall - 38, threat.threat.label)}<text x="${wide / 2}" y="${tall - 58}" text-anchor="middle" font-size="11" fill="#1c2126">${signs(language)}</text>` : ''}</svg>`;
}

const signs = (language: Language): string =>
  [
    ...(['EXPOSED', 'BELOW', 'NOT_ASSESSED'] as const).map(
      (exposed) => `${fills[exposed].glyph} ${exposedWords(language, { exposed, isStale: false })}`,
    ),
    `† ${message(language, 'threats.outOfDate')}`,
  ].join(' · ');

/** What a file has to say of itself: what it shows, when, and that it takes no position. */
function caption(language: Language, { organization, sharedThreats }: SharedThreatsData, x: number, y: number, threat?: string): Html {
  const asOf = sharedThreats[0]?.asOf ?? '';
  const title = threat === undefined ? organization.name : `${threat} · ${organization.name}`;
  return html`<text x="${x}" y="${y}" text-anchor="middle" font-size="12" fill="#1c2126">${title} · ${message(language, 'page.asOf', { date: dayText(language, asOf) })}</text><text x="${x}" y="${y + 16}" text-anchor="middle" font-size="9" fill="#4a545e">${message(language, 'threats.mapDisclaimer')}</text>`;
}

/** Three lines at most, broken where a word ends. */
function wrapped(label: string, linesMax = 3): string[] {
  const wide = widthOf(label);
  const words = label.split(' ');
  if (wide < 110 || words.length === 1) return [label];
  const cuts = words.slice(1).map((_word, index) => index + 1);
  // The first line takes half of it, or a third where three are needed.
  const lines = wide > 330 ? linesMax : 2;
  const longest = (cut: number) => Math.max(widthOf(words.slice(0, cut).join(' ')), widthOf(words.slice(cut).join(' ')) / (lines - 1));
  const cut = cuts.reduce((best, it) => (longest(it) < longest(best) ? it : best), 1);
  const rest = words.slice(cut).join(' ');
  return [words.slice(0, cut).join(' '), ...(lines === 3 ? wrapped(rest, 2) : [rest])];
}

/** About how many pixels a text takes at 12 px: letters of East Asia are twice as wide, Cyrillic ones a little wider. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (/[\u2e80-\uffef]/.test(letter) ? 12.5 : /\p{Script=Cyrillic}/u.test(letter) ? 7.9 : 6.9), 0);

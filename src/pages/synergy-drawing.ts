// The two ways of synergy drawn: what goes from the region to its members, and what comes back. Two fractions, never one number. Pure.
import { html } from 'hono/html';
import { dayText } from '../i18n/dates.ts';
import type { Language } from '../i18n/languages.ts';
import { message } from '../i18n/messages.ts';
import type { SynergyData } from '../views/shared.ts';
import { directionOf, type Html } from './document.ts';

export function synergyDrawing(data: unknown, language: Language): Html {
  const { synergy } = data as SynergyData;
  return twoWays(synergy, language, true);
}

/** `isFile`: on paper of its own, with the day and the disclaimer below. */
export function twoWays({ organization, takenUp, carriedBack, asOf }: SynergyData['synergy'], language: Language, isFile: boolean): Html {
  const isMirrored = directionOf(language) === 'rtl';
  const side = (x: number, words: string) =>
    html`<rect class="side" x="${x}" y="20" width="170" height="130" rx="6" fill="#f3f6f8" stroke="#14507a" stroke-width="2"/><text class="ink" x="${x + 85}" y="90" text-anchor="middle" font-size="15" font-weight="600" fill="#1c2126">${words}</text>`;
  const [region, members] = isMirrored ? [460, 10] : [10, 460];
  const [start, end] = isMirrored ? [452, 196] : [188, 444];
  const arrow = (y: number, from: number, to: number, words: string, count: string) =>
    html`<line class="way" x1="${from}" y1="${y}" x2="${to}" y2="${y}" stroke="#14507a" stroke-width="2" marker-end="url(#way)"/><text class="ink" x="320" y="${y - 10}" text-anchor="middle" font-size="13" fill="#1c2126">${words}</text><text class="ink" x="320" y="${y + 22}" text-anchor="middle" font-size="15" font-weight="600" fill="#1c2126">${count}</text>`;
  const title = message(language, 'synergy.title', { organization: organization.name });
  return html`<svg class="network" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 ${isFile ? 220 : 170}" width="640" height="${isFile ? 220 : 170}" role="img" aria-label="${title}" font-family="system-ui, 'Noto Sans', 'Noto Sans Arabic', 'Noto Sans CJK SC', sans-serif" direction="${directionOf(language)}">
<title>${title}</title>${isFile ? html`<rect width="640" height="220" fill="#ffffff"/>` : ''}
<defs><marker id="way" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" orient="auto"><path class="way-tip" d="M0 0 10 5 0 10z" fill="#14507a"/></marker></defs>
${side(region, message(language, 'synergy.region'))}${side(members, message(language, 'synergy.members'))}
${arrow(55, start, end, message(language, 'synergy.takenUp'), message(language, 'overview.ofRead', takenUp))}${arrow(120, end, start, message(language, 'synergy.carriedBack'), message(language, 'overview.ofThreats', carriedBack))}
${isFile ? html`<text x="320" y="185" text-anchor="middle" font-size="12" fill="#1c2126">${organization.name} · ${message(language, 'page.asOf', { date: dayText(language, asOf) })}</text><text x="320" y="205" text-anchor="middle" font-size="10" fill="#4a545e">${message(language, 'synergy.lead')}</text>` : ''}</svg>`;
}

// Who changed a thing and when, as far as the viewer may know: bodies and roles, never persons. Pure.
import { html } from 'hono/html';
import { dayText } from '../i18n/dates.ts';
import type { Language } from '../i18n/languages.ts';
import { message } from '../i18n/messages.ts';
import type { Html } from './document.ts';

export type HistoryItem = { action: string; when: string; who: string };
export const historyFields = 'action when who';

export function historyOf(language: Language, history: readonly HistoryItem[]): Html | '' {
  if (history.length === 0) return '';
  return html`<details class="more"><summary>${message(language, 'word.history')} <span class="soft">(${history.length})</span></summary><ul>${history.map(
    ({ action, when, who }) => html`<li><bdi>${dayText(language, when.slice(0, 10))}</bdi> · ${who} · <code>${action}</code></li>`,
  )}</ul></details>`;
}

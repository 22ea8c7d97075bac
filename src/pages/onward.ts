// Ways from a figure to the page that it counts: the same day and options go along. Pure.
import { html } from 'hono/html';
import type { AlignmentStatus } from '../alignment/model.ts';
import type { Language } from '../i18n/languages.ts';
import { message } from '../i18n/messages.ts';
import { type Html, type OrganizationView, organizationPath, statePath } from './document.ts';
import type { Shown } from './screen.ts';
import { sourcesAsked, sourcesField, unseenField } from './tools.ts';

const kept = ['asOf', 'since', 'sources', 'includeUnseen'] as const;

/** Another view of the same organization, for the same day; `changes` are parameters of its own. */
export function onward({ language, address }: Shown, key: string, view: OrganizationView, changes: Readonly<Record<string, string>> = {}): string {
  const search = new URLSearchParams(kept.flatMap((name) => (address.text(name) === null ? [] : [[name, address.text(name) ?? '']])));
  for (const [name, value] of Object.entries(changes)) search.set(name, value);
  return `${organizationPath(language, key, view)}${search.size === 0 ? '' : `?${search}`}`;
}

/** So many of so many, in words. */
export const ofText = (language: Language, n: number, m: number): string => message(language, 'common.of', { n, m });

/** Which cells the figures of what was read leave out. **Source**: method 2 "Aggregates". */
export function excludedText(language: Language): string {
  const said = (status: AlignmentStatus) => message(language, `alignmentStatus.${status}`);
  const [read, left] = [
    { aligned: said('ALIGNED'), partial: said('PARTIAL'), unmatched: said('GAP') },
    { contested: said('CONTESTED'), differs: said('DIFFERS'), notApplicable: said('NOT_APPLICABLE') },
  ];
  return message(language, 'overview.excluded', { ...read, ...left });
}

/** Names of states with links to their records, in the order given. */
export function stateNames(language: Language, states: readonly { key: string; name: string }[]): Html {
  return html`${states.map(
    ({ key, name }, index) =>
      html`${index === 0 ? '' : message(language, 'separator.item')}<a href="${statePath(language, key)}"><bdi>${name}</bdi></a>`,
  )}`;
}

/** A figure that opens to what it counts. */
export function opened(label: Html | string, count: string, behind: Html): Html {
  return html`<details class="figure"><summary><span>${label}</span><span class="count">${count}</span></summary><div class="behind">${behind}</div></details>`;
}

export const asOfOptions = ({ address }: Pick<Shown, 'address'>) => ({
  organization: address.part('organization'),
  asOf: address.day('asOf'),
  sources: sourcesAsked(address),
  includeUnseen: address.flag('includeUnseen') || null,
});

/** Fields for the sources of findings, and for what was not seen in a source. */
export const sourceFields = (shown: Shown): Html => html`${sourcesField(shown)}${unseenField(shown)}`;

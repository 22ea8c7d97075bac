// What changed between two days in all that is said of one state: objectives, kinds of strategy, elements and threats. Pure.
import { html } from 'hono/html';
import type { AlignmentStatus, CoverageStatus, ElementStatus, ThreatStatus } from '../alignment/model.ts';
import type { MessageKey } from '../i18n/catalogue/en.ts';
import { dayText } from '../i18n/dates.ts';
import { message } from '../i18n/messages.ts';
import type { RecordData } from '../views/state-record.ts';
import type { Html } from './document.ts';
import { cellKey } from './grid-model.ts';
import type { Shown } from './screen.ts';

type Record = RecordData['stateRecord'];
export type RecordBefore = {
  asOf: string;
  organizations: { objectives: { objective: { key: string }; status: AlignmentStatus }[] }[];
  coverage: { scope: string; status: CoverageStatus }[];
  elements: { element: { key: string; label: string }; status: ElementStatus }[];
  threats: { threat: { key: string; label: string }; status: ThreatStatus }[];
};

/** What of a record is compared. */
export const recordBeforeFields = `asOf organizations { objectives { objective { key } status } } coverage { scope status }
    elements { element { key label } status } threats { threat { key label } status }`;

/** A statement: `name` what it is of, `said` its status in words. */
type Statement = { key: string; name: Html; said: string };

export function recordSince(record: Record, before: RecordBefore, shown: Shown): Html {
  const { language, address } = shown;
  const say = (key: MessageKey) => message(language, key);
  const objectiveLink = (objective: { key: string; label: string }, organization: string) =>
    html`<a href="${address.with(language, { cell: cellKey(record.state.key, objective.key) })}#cell"><bdi>${organization}</bdi></a>${say('separator.item')}<bdi>${objective.label}</bdi>`;
  const objectives = record.organizations.flatMap(({ organization, objectives: own }) =>
    own.map(({ objective, status }) => ({
      key: objective.key,
      name: objectiveLink(objective, organization.name),
      said: say(`alignmentStatus.${status}`),
    })),
  );
  // An objective of an organization that the state had left, or of a strategy that is over, has no name in the record of the later day.
  const objectivesThen = before.organizations.flatMap(({ objectives: own }) =>
    own.map(({ objective, status }) => ({ key: objective.key, name: html`<code>${objective.key}</code>`, said: say(`alignmentStatus.${status}`) })),
  );
  const kinds = (of: RecordBefore['coverage']): Statement[] =>
    of.map(({ scope, status }) => ({
      key: scope,
      name: html`${say(`strategyScope.${scope}` as MessageKey)}`,
      said: say(`coverageStatus.${status}`),
    }));
  const elements = (of: RecordBefore['elements']): Statement[] =>
    of.map(({ element, status }) => ({ key: element.key, name: html`<bdi>${element.label}</bdi>`, said: say(`elementStatus.${status}`) }));
  const threats = (of: RecordBefore['threats']): Statement[] =>
    of.map(({ threat, status }) => ({ key: threat.key, name: html`<bdi>${threat.label}</bdi>`, said: say(`threatStatus.${status}`) }));
  const parts: [string, string, Html[]][] = [
    ['objectives', say('record.objectives'), changesOf(objectives, objectivesThen, shown)],
    ['kinds', say('view.coverage'), changesOf(kinds(record.coverage), kinds(before.coverage), shown)],
    ['elements', say('view.elements'), changesOf(elements(record.elements), elements(before.elements), shown)],
    ['threats', say('record.threats'), changesOf(threats(record.threats), threats(before.threats), shown)],
  ];
  return html`<section class="panel" aria-labelledby="changes"><h2 id="changes">${message(language, 'overview.changes', { date: dayText(language, before.asOf) })}</h2>
<p class="soft">${say('since.lead')}${say('separator.sentence')}${say('since.statuses')}</p>${parts.map(
    ([id, name, lines]) =>
      html`<h3><a href="#${id}">${name}</a> <span class="soft">(${lines.length})</span></h3>${
        lines.length === 0 ? html`<p>${say('overview.noChange')}</p>` : html`<ul class="changes">${lines.map((line) => html`<li>${line}</li>`)}</ul>`
      }`,
  )}</section>`;
}

/** Statements that differ in the order of the later day; then those that are made no more. */
function changesOf(now: readonly Statement[], then: readonly Statement[], { language }: Shown): Html[] {
  const none = message(language, 'page.noRecord');
  const earlier = new Map(then.map(({ key, said }) => [key, said]));
  const later = new Set(now.map(({ key }) => key));
  const line = (name: Html, from: string, to: string) =>
    html`${name}${message(language, 'separator.label')}${message(language, 'change.fromTo', { from, to })}`;
  return [
    ...now.flatMap(({ key, name, said }) => {
      const was = earlier.get(key) ?? none;
      return was === said ? [] : [line(name, was, said)];
    }),
    ...then.flatMap(({ key, name, said }) => (later.has(key) ? [] : [line(name, said, none)])),
  ];
}

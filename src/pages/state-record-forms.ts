// Forms with which a state answers to what is said of it. Offered only to those whom the service would let do it. Pure.
import { html } from 'hono/html';
import { proposedStatuses, type RecordSubject } from '../alignment/record-statements.ts';
import { isApproverOf, isEditorOf } from '../core/sharing.ts';
import { message } from '../i18n/messages.ts';
import type { LinkStatus } from '../views/strategy.ts';
import { actionForm, noteFields } from './actions.ts';
import { foldedForm } from './assistance-forms.ts';
import { besideOf } from './cell-actions.ts';
import type { Html } from './document.ts';
import { areaField, choiceField, hidden } from './fields.ts';
import type { Shown } from './screen.ts';
import { listed } from './work-fields.ts';

type Key = Parameters<typeof message>[1];
type Named = { key: string; name: string };

/** What confirming or contesting all of a record would do; as `clearanceSelection` asks for it. */
export type Clearance = {
  toConfirm: { status: LinkStatus; objective: { strategy: { owner: { key: string; name: string } } } }[];
  ownProposals: object[];
  toContest: number;
  alreadyContested: number;
};
export const clearanceSelection =
  'clearance { toConfirm { status objective { strategy { owner { ... on Organization { key name } } } } } ownProposals { version } toContest alreadyContested }';

type Reviewed = { state: Named; organizations: readonly Named[]; clearance: Clearance; openContests: number; lead?: Html };

/** Confirm or contest all that is said of the state, or what is said of it towards one organization; and beforehand what that would do. */
export function reviewForms(shown: Shown, { state, organizations, clearance, openContests, lead }: Reviewed): Html | '' {
  const { viewer, language } = shown;
  if (shown.formToken === null) return '';
  const owners = { stateKey: state.key, organizationKey: null };
  if (!isEditorOf(viewer, owners)) return '';
  const say = (key: Key) => message(language, key);
  const options = organizations.map(({ key, name }) => [key, name] as const);
  const whose = choiceField(language, say('states.organization'), 'organization', options, { none: say('record.whole') });
  const of = html`${hidden('state', state.key)}${whose}`;
  const settings = { about: state.name };
  const confirm = isApproverOf(viewer, owners)
    ? actionForm(
        shown,
        'reviewRecord',
        say('record.confirmAll'),
        html`<div class="wide">${toConfirmOf(clearance, shown)}</div>${besideOf(shown, 'beside.contests', openContests)}${hidden('decision', 'CONFIRM')}${of}${noteFields(shown)}`,
        settings,
      )
    : '';
  const contest = actionForm(
    shown,
    'reviewRecord',
    say('record.contestAll'),
    html`<div class="wide"><p>${message(language, 'clearance.toContest', { count: clearance.toContest })}${
      clearance.alreadyContested === 0
        ? ''
        : `${say('separator.sentence')}${message(language, 'clearance.before', { count: clearance.alreadyContested })}`
    }</p></div>${hidden('decision', 'CONTEST')}${of}${areaField(say('record.reason'), 'reason', { isRequired: true, max: 2_000 })}${noteFields(shown)}`,
    settings,
  );
  return html`<section class="answers" aria-labelledby="review"><h2 id="review">${say('record.review')}</h2>
${lead ?? ''}<p class="soft">${say('record.answerHint')}</p>${[confirm, contest].map((form) => (form === '' ? '' : html`<div class="answer">${form}</div>`))}</section>`;
}

const sorts = ['SUGGESTED', 'READ', 'STALE'] as const;

/** How many links of each sort would be confirmed, of each organization, and what would be left. */
function toConfirmOf({ toConfirm, ownProposals }: Clearance, { language }: Shown): Html {
  const say = (key: Key) => message(language, key);
  const own = ownProposals.length === 0 ? '' : html`<p>${message(language, 'clearance.own', { count: ownProposals.length })}</p>`;
  const lead = html`<p>${message(language, 'clearance.toConfirm', { count: toConfirm.length })}</p>`;
  if (toConfirm.length === 0) return html`${lead}${own}`;
  const groups = [...Map.groupBy(toConfirm, ({ objective }) => objective.strategy.owner.key).values()];
  const count = (links: Clearance['toConfirm'], sort: LinkStatus) => links.filter(({ status }) => status === sort).length;
  return html`${lead}<ul>${groups.map((links) => {
    const told = sorts.flatMap((sort) => {
      const found = count(links, sort);
      return found === 0 ? [] : [html`${say(`linkStatus.${sort}`)}${say('separator.label')}<strong>${found}</strong>`];
    });
    return html`<li><bdi>${links[0]?.objective.strategy.owner.name}</bdi> <span class="soft">·</span> ${listed(language, told)}</li>`;
  })}</ul>${own}`;
}

const schemes = { SCOPE: 'coverageStatus', ELEMENT: 'elementStatus', THREAT: 'threatStatus' } as const;

/** The word of the state on one line of a part of its record. */
export function statementForm(shown: Shown, state: Named, subject: RecordSubject, lines: readonly (readonly [string, string])[]): Html | '' {
  const { language, viewer } = shown;
  const owners = { stateKey: state.key, organizationKey: null };
  if (!isEditorOf(viewer, owners) || lines.length === 0) return '';
  const say = (key: Key) => message(language, key);
  const decisions = isApproverOf(viewer, owners) ? (['CONFIRM', 'CORRECT', 'CONTEST'] as const) : (['CORRECT', 'CONTEST'] as const);
  return foldedForm(
    shown,
    'recordStatement',
    say('statement.record'),
    html`<p class="soft">${say('record.answerHint')}</p>${hidden('state', state.key)}${hidden('subject', subject)}${choiceField(language, say('statement.subject'), 'key', lines, { isRequired: true })}${choiceField(
      language,
      say('link.decision'),
      'decision',
      decisions.map((decision) => [decision, say(`sheet.decision.${decision}`)]),
      { isRequired: true },
    )}${choiceField(
      language,
      say('statement.proposed'),
      'proposed',
      proposedStatuses[subject].map((status) => [status, say(`${schemes[subject]}.${status}` as 'elementStatus.ABSENT')]),
      { none: say('statement.notCorrected') },
    )}${areaField(say('record.reason'), 'reason', { max: 2_000 })}${noteFields(shown)}`,
    { about: `${state.name}${say('separator.item')}${say(`sheet.part.${subject}`)}` },
  );
}

/** Takes a word of the state back that stands. */
export function withdrawStatementForm(shown: Shown, state: Named, { id, open }: { id: string; open: boolean }, about: string): Html | '' {
  if (!open || !isEditorOf(shown.viewer, { stateKey: state.key, organizationKey: null })) return '';
  return actionForm(shown, 'withdrawStatement', message(shown.language, 'statement.withdraw'), hidden('statement', id), { about });
}

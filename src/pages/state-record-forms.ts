// Forms with which a state answers to what is said of it. Offered only to those whom the service would let do it. Pure.
import { html } from 'hono/html';
import { isApproverOf, isEditorOf } from '../core/sharing.ts';
import { message } from '../i18n/messages.ts';
import { actionForm, noteFields } from './actions.ts';
import type { Html } from './document.ts';
import type { Shown } from './screen.ts';
import { choice } from './texts.ts';

const hidden = (name: string, value: string): Html => html`<input type="hidden" name="${name}" value="${value}">`;

function reasonField({ language }: Shown): Html {
  return html`<label>${message(language, 'record.reason')}<textarea name="reason" rows="3" maxlength="2000" required></textarea></label>`;
}

type Named = { key: string; name: string };

/** Confirm or contest all that is said of the state, or what is said of it towards one organization. */
export function reviewForms(shown: Shown, state: Named, organizations: readonly Named[]): Html | '' {
  const { viewer, language } = shown;
  if (shown.formToken === null) return '';
  const owners = { stateKey: state.key, organizationKey: null };
  if (!isEditorOf(viewer, owners)) return '';
  const options = organizations.map(({ key, name }) => ({ value: key, text: name }));
  const whose = choice('organization', message(language, 'states.organization'), null, options, message(language, 'record.whole'));
  const of = html`${hidden('state', state.key)}${whose}`;
  const confirm = isApproverOf(viewer, owners)
    ? actionForm(shown, 'reviewRecord', message(language, 'record.confirmAll'), html`${hidden('decision', 'CONFIRM')}${of}${noteFields(shown)}`)
    : '';
  const contest = actionForm(
    shown,
    'reviewRecord',
    message(language, 'record.contestAll'),
    html`${hidden('decision', 'CONTEST')}${of}${reasonField(shown)}${noteFields(shown)}`,
  );
  return html`<section class="answers" aria-labelledby="review"><h2 id="review">${message(language, 'record.review')}</h2>
<p class="soft">${message(language, 'record.answerHint')}</p>${[confirm, contest].map((form) => (form === '' ? '' : html`<div class="answer">${form}</div>`))}</section>`;
}

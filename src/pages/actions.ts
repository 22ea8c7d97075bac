// Forms that change something: each runs one mutation of the API under its own name, and comes back to the page it stands on. Pure.
import { html } from 'hono/html';
import { message } from '../i18n/messages.ts';
import { codeOf, type Html } from './document.ts';
import type { Shown } from './screen.ts';

/** Path that runs a mutation of this name. */
export const actionPath = (language: Shown['language'], mutation: string): string => `/${codeOf(language)}/do/${mutation}`;

/**
 * A form for one mutation. `fields` are inputs named as the fields of its input type; what is left empty is not sent. Empty for those who
 * are not signed in: they cannot send it.
 */
export function actionForm(shown: Shown, mutation: string, label: string, fields: Html): Html | '' {
  const { language, address, formToken } = shown;
  if (formToken === null) return '';
  return html`<form class="action" method="post" action="${actionPath(language, mutation)}">
<input type="hidden" name="formToken" value="${formToken}"><input type="hidden" name="back" value="${address.with(language)}">
${fields}<button>${label}</button></form>`;
}

/** Fields for the note by which a statement came, and its date. */
export function noteFields({ language }: Shown): Html {
  return html`<label>${message(language, 'action.reference')}<input name="reference" maxlength="200"></label>
<label>${message(language, 'action.referenceDate')}<input name="referenceDate" pattern="\\d{4}(-\\d{2}(-\\d{2})?)?" placeholder="YYYY-MM-DD"></label>`;
}

// Fields of forms that change something: a label, a name as the input type has it, and what may be written. Pure.
import { html } from 'hono/html';
import type { Language } from '../i18n/languages.ts';
import { message } from '../i18n/messages.ts';
import type { Html } from './document.ts';

/** `none`: what no choice means, where it means something. */
type Given = { value?: string | null | undefined; isRequired?: boolean; max?: number; rows?: number; hint?: string; none?: string };

const required = ({ isRequired }: Given) => (isRequired ? html` required` : '');

export function hidden(name: string, value: string | number): Html {
  return html`<input type="hidden" name="${name}" value="${value}">`;
}

export function textField(label: string, name: string, given: Given = {}): Html {
  return html`<label>${label}<input name="${name}" value="${given.value ?? ''}" maxlength="${given.max ?? 500}"${required(given)}${
    given.hint ? html` placeholder="${given.hint}"` : ''
  }></label>`;
}

export function areaField(label: string, name: string, given: Given = {}): Html {
  return html`<label class="wide">${label}<textarea name="${name}" rows="${given.rows ?? 3}" maxlength="${given.max ?? 5000}"${required(given)}>${given.value ?? ''}</textarea></label>`;
}

/** One of these, by value and words; the first line says to choose where nothing is chosen yet. */
export function choiceField(
  language: Language,
  label: string,
  name: string,
  options: readonly (readonly [string, string])[],
  given: Given = {},
): Html {
  return html`<label>${label}<select name="${name}"${required(given)}>${
    given.value ? '' : html`<option value="">${given.none ?? message(language, 'action.choose')}</option>`
  }${options.map(([value, words]) => html`<option value="${value}"${value === given.value ? html` selected` : ''}>${words}</option>`)}</select></label>`;
}

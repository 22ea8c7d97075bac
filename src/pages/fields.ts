// Fields of forms that change something: a label, a name as the input type has it, and what may be written. Pure.
import { html } from 'hono/html';
import { type Language, localeOf } from '../i18n/languages.ts';
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
    given.hint ? html` placeholder="${given.hint}" dir="ltr"` : ''
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
  }${options.map(([value, words]) => html`<option value="${value}"${value === given.value ? html` selected` : ''}>${shortened(words)}</option>`)}</select></label>`;
}

/** Choices below a name of their own, such as the passages of one plan. */
export type Grouped = { name: string; options: readonly (readonly [string, string])[] };

/** One of these, which stand in groups. */
export function groupedField(language: Language, label: string, name: string, groups: readonly Grouped[], given: Given = {}): Html {
  return html`<label class="wide">${label}<select name="${name}"${required(given)}><option value="">${given.none ?? message(language, 'action.choose')}</option>${groups.map(
    (group) =>
      html`<optgroup label="${group.name}">${group.options.map(([value, words]) => html`<option value="${value}"${value === given.value ? html` selected` : ''}>${shortened(words)}</option>`)}</optgroup>`,
  )}</select></label>`;
}

/** An option is one line, and no wider than a page. */
const optionLengthMax = 110;
export const shortened = (words: string, max = optionLengthMax): string => (words.length > max ? `${words.slice(0, max - 1).trimEnd()}…` : words);

/** Several of these, each with a box of its own, so that nobody needs to know of keys to hold. */
export function severalField(
  label: string,
  name: string,
  options: readonly (readonly [string, string])[],
  chosen: readonly string[] = [],
): Html | '' {
  if (options.length === 0) return '';
  return html`<fieldset class="wide several"><legend>${label}</legend><div class="boxes">${options.map(
    ([value, words]) =>
      html`<label class="tick"><input type="checkbox" name="${name}" value="${value}"${chosen.includes(value) ? html` checked` : ''}><bdi>${shortened(words)}</bdi></label>`,
  )}</div></fieldset>`;
}

type Offered = { key: string } & ({ name: string } | { label: string } | { title: string });

/** Things to choose from by key and what each is called, in the order of the reader's language. */
export function namesInOrder(language: Language, list: readonly Offered[] = []): (readonly [string, string])[] {
  const collator = new Intl.Collator(localeOf(language));
  return list
    .map((it) => [it.key, 'name' in it ? it.name : 'label' in it ? it.label : it.title] as const)
    .toSorted(([, one], [, other]) => collator.compare(one, other));
}

// The page that says why nothing was done by a form, with all that was typed, to mend it and send it again. Pure.
import { html } from 'hono/html';
import type { Language } from '../i18n/languages.ts';
import { message } from '../i18n/messages.ts';
import { actionPath } from './actions.ts';
import { codeOf, type Html, pageText } from './document.ts';

export type Problem = { field: string | null; code: string; message: string };

type Refused = {
  language: Language;
  mutation: string;
  problems: readonly Problem[];
  form: URLSearchParams;
  /** What the fields of enums may be. */
  choices: ReadonlyMap<string, readonly string[]>;
  back: string;
  formToken: string | null;
  account: Html | '';
};

/** Names of fields that say what is changed and not how: they are shown, and go along as they are. */
const fixed = ['key', 'strategy', 'link', 'contest', 'match', 'need', 'state', 'objective', 'organization', 'clear'];
const longLength = 60;

export function refusedPage({ language, mutation, problems, form, choices, back, formToken, account }: Refused): Html {
  const title = message(language, 'refused.title');
  const isStale = problems.some(({ code }) => code === 'CONFLICT');
  const fields = [...form].filter(([name]) => name !== 'formToken' && name !== 'back');
  return pageText({
    language,
    title,
    account,
    pathIn: (other) => back.replace(/^\/[a-z]{2}/, `/${codeOf(other)}`),
    body: html`<h1>${title}</h1>
<ul class="problems" role="alert">${problems.map((it) => problemOf(it, language))}</ul>
${isStale ? html`<p>${message(language, 'refused.conflict')}</p>` : ''}
<p><a href="${back}">${message(language, 'refused.back')}</a></p>
${
  fields.length === 0
    ? ''
    : html`<section aria-labelledby="sent"><h2 id="sent">${message(language, 'refused.sent')}</h2>
<form class="action" method="post" action="${actionPath(language, mutation)}"><input type="hidden" name="formToken" value="${formToken ?? form.get('formToken') ?? ''}"><input type="hidden" name="back" value="${back}">
${fields.map(([name, value]) => fieldOf(name, value, choices.get(name), problems))}
<button>${message(language, 'refused.again')}</button></form></section>`
}`,
  });
}

function problemOf({ field: path, code, message: words }: Problem, language: Language): Html {
  const field = path && fieldName(path);
  const kind =
    code === 'CONFLICT' || code === 'NOT_FOUND' || code === 'INVALID' || code === 'FORBIDDEN' || code === 'UNAUTHENTICATED' ? code : 'OTHER';
  return html`<li><strong>${message(language, `refused.${kind}`)}</strong>${
    field === null ? '' : html` <a href="#field-${field}"><bdi>${field}</bdi></a>`
  } <span>${words}</span></li>`;
}

function fieldOf(name: string, value: string, choice: readonly string[] | undefined, problems: readonly Problem[]): Html {
  const isWrong = problems.some(({ field }) => field !== null && [name, name.split('.')[0]].includes(fieldName(field)));
  const marks = html`${isWrong ? html` aria-invalid="true"` : ''}${fixed.includes(name) ? html` readonly` : ''}`;
  const label = html`<bdi lang="en">${name}</bdi>`;
  // What was sent and is none of them stays to be seen, as what was sent.
  if (choice && !fixed.includes(name)) {
    const values = value === '' || !choice.includes(value) ? [value, ...choice] : choice;
    return html`<label id="field-${name}">${label}<select name="${name}" lang="en"${marks}>${values.map(
      (it) => html`<option value="${it}"${it === value ? ' selected' : ''}>${it}</option>`,
    )}</select></label>`;
  }
  if (value.length > longLength || value.includes('\n'))
    return html`<label id="field-${name}">${label}<textarea name="${name}" rows="5"${marks}>${value}</textarea></label>`;
  return html`<label id="field-${name}">${label}<input name="${name}" value="${value}"${marks}></label>`;
}

/** The API names fields from its argument on; a form has them below it. */
const fieldName = (path: string): string => path.replace(/^input\./, '');

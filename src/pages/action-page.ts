// The page that says why nothing was done by a form, with all that was typed, to mend it and send it again. Pure.
import { html } from 'hono/html';
import type { Language } from '../i18n/languages.ts';
import { message } from '../i18n/messages.ts';
import { labelOf, wordOf } from './action-labels.ts';
import { actionPath, formFields, offeredMutations } from './actions.ts';
import { codeOf, type Html, pageText } from './document.ts';
import { shortened } from './fields.ts';

export type Problem = { field: string | null; code: string; message: string };

/** What a field of an enum may be. */
export type Choice = { enumName: string; values: readonly string[] };

type Refused = {
  language: Language;
  mutation: string;
  problems: readonly Problem[];
  form: URLSearchParams;
  choices: ReadonlyMap<string, Choice>;
  back: string;
  formToken: string | null;
  account: Html | '';
  /** The name of what a field says by key. */
  nameOf: (field: string, key: string) => string | null;
  /** Where those sign in again who are signed in no longer. */
  signIn: string;
};

/** Names of fields that say what is changed and not how: they go along as they are. */
const fixed = [
  'strategy',
  'link',
  'contest',
  'match',
  'need',
  'state',
  'objective',
  'organization',
  'session',
  'recommendation',
  'statement',
  'indicator',
];
/** Of these a reader learns nothing. */
const silent = ['version', 'clear', 'link', 'contest', 'match', 'statement', 'recommendation', 'original', 'originalLanguage'];
/** Mutations that make something new, under a key that is typed. */
const making = ['createStrategy', 'addNode', 'recordSession', 'recordStatement'];
const longLength = 60;

export function refusedPage({ language, mutation, problems, form, choices, back, formToken, account, signIn, nameOf }: Refused): Html {
  const say = (key: Parameters<typeof message>[1]) => message(language, key);
  const title = say('refused.title');
  const has = (code: string) => problems.some((it) => it.code === code);
  const fields = [...form].filter(([name]) => !formFields.includes(name));
  const [about, beside] = [form.get('about'), form.get('beside')];
  const kept = (name: string, value: string | null) => (value === null ? '' : html`<input type="hidden" name="${name}" value="${value}">`);
  const act = offeredMutations[mutation]?.[1];
  const given = { language, mutation, problems, choices, nameOf, isNamed: about !== null };
  return pageText({
    language,
    title,
    // Who leaves this page to sign in loses what was typed: the way there is below, and opens beside it.
    account: has('UNAUTHENTICATED') ? '' : account,
    pathIn: (other) => back.replace(/^\/[a-z]{2}/, `/${codeOf(other)}`),
    body: html`<h1>${title}</h1>
${act === undefined ? '' : html`<p class="lead">${say(act)}${about ? html` · <bdi>${about}</bdi>` : ''}</p>`}
<ul class="problems" role="alert">${problems.map((it) => problemOf(it, given))}</ul>
${has('CONFLICT') ? html`<p>${say('refused.conflict')}</p>` : ''}
${has('UNAUTHENTICATED') ? html`<p class="notice">${say('refused.signIn')} <a href="${signIn}" target="_blank" rel="noopener">${say('refused.signInBeside')}</a></p>` : ''}
${
  fields.length === 0
    ? ''
    : html`<section aria-labelledby="sent"><h2 id="sent">${say('refused.sent')}</h2>
<form class="action" method="post" action="${actionPath(language, mutation)}"><input type="hidden" name="formToken" value="${formToken ?? form.get('formToken') ?? ''}"><input type="hidden" name="back" value="${back}">${kept('about', about)}${kept('beside', beside)}
${fields.map(([name, value]) => fieldOf(name, value, given))}
<button>${say('refused.again')}</button></form></section>`
}
<p><a href="${back}">${say('refused.back')}</a></p>`,
  });
}

type Given = Pick<Refused, 'language' | 'mutation' | 'problems' | 'choices' | 'nameOf'> & {
  /** Does the page say by name what is changed? */
  isNamed: boolean;
};

function problemOf({ field: path, code, message: words }: Problem, { language, mutation }: Given): Html {
  const field = path && fieldName(path);
  const kind =
    code === 'CONFLICT' || code === 'NOT_FOUND' || code === 'INVALID' || code === 'FORBIDDEN' || code === 'UNAUTHENTICATED' ? code : 'OTHER';
  return html`<li><strong>${message(language, `refused.${kind}`)}</strong>${
    field === null ? '' : html` <a href="#field-${field}"><bdi>${labelOf(language, mutation, field)}</bdi></a>`
  } <span>${words}</span></li>`;
}

function fieldOf(name: string, value: string, { language, mutation, problems, choices, nameOf, isNamed }: Given): Html {
  const isWrong = problems.some(({ field }) => field !== null && [name, name.split('.')[0]].includes(fieldName(field)));
  const isFixed = fixed.includes(name) || (name === 'key' && !making.includes(mutation));
  if (!isWrong && (silent.includes(name) || name.endsWith('.originalLanguage') || (isFixed && isNamed)))
    return html`<input type="hidden" name="${name}" value="${value}">`;
  const marks = html`${isWrong ? html` aria-invalid="true"` : ''}${isFixed ? html` readonly` : ''}`;
  const label = labelOf(language, mutation, name);
  const choice = choices.get(name);
  // What was sent and is none of them stays to be seen, as what was sent.
  if (choice && !isFixed) {
    const values = value === '' || !choice.values.includes(value) ? [value, ...choice.values] : choice.values;
    return html`<label id="field-${name}">${label}<select name="${name}"${marks}>${values.map(
      (it) => html`<option value="${it}"${it === value ? ' selected' : ''}>${wordOf(language, choice.enumName, it)}</option>`,
    )}</select></label>`;
  }
  // What was chosen from a list is shown by name; whoever wants another goes back to the list.
  const chosen = nameOf(name, value);
  if (chosen !== null)
    return html`<label id="field-${name}">${label}<select name="${name}"${isWrong ? html` aria-invalid="true"` : ''}><option value="${value}" selected>${shortened(chosen)}</option></select></label>`;
  if (value.length > longLength || value.includes('\n'))
    return html`<label id="field-${name}" class="wide">${label}<textarea name="${name}" rows="5"${marks}>${value}</textarea></label>`;
  return html`<label id="field-${name}">${label}<input name="${name}" value="${value}"${marks}></label>`;
}

/** The API names fields from its argument on; a form has them below it. */
const fieldName = (path: string): string => path.replace(/^input\./, '');

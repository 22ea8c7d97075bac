// The page of the import at the desk, at each of its steps. Pure.
import { html } from 'hono/html';
import type { Viewer } from '../core/viewer.ts';
import type { Language } from '../i18n/languages.ts';
import { message } from '../i18n/messages.ts';
import type { Counts } from '../packs/write.ts';
import type { Problem } from './action-page.ts';
import { codeOf, type Html, pageText } from './document.ts';
import { hidden } from './fields.ts';

type ImportedKind = Uppercase<keyof Counts>;
export type ImportedFile = { name: string; content: string };
export type ImportAnswer = {
  stored: boolean;
  counts: { kind: ImportedKind; added: number; changed: number; unchanged: number }[];
  proposals: { sentence: string }[];
  effects: { sentence: string }[];
  warnings: { file: string; line: number; message: string }[];
  userErrors: Problem[];
};

type Import = {
  language: Language;
  viewer: Viewer;
  formToken: string | null;
  files: readonly ImportedFile[];
  answer: ImportAnswer | null;
  problem: string | null;
  account: Html | '';
};

/** Roles that may import; for each the API says of every row whether it is theirs to bring. */
const importing = ['EDITOR', 'APPROVER', 'ANALYST', 'SECRETARIAT', 'ADMIN'];

export function importPage({ language, viewer, formToken, files, answer, problem, account }: Import): Html {
  const say = (key: Parameters<typeof message>[1]) => message(language, key);
  const title = say('desk.import');
  const path = `/${codeOf(language)}/desk/import`;
  const form = (fields: Html) =>
    html`<form class="action" method="post" action="${path}" enctype="multipart/form-data">${hidden('formToken', formToken ?? '')}${fields}</form>`;
  const choose = form(
    html`<label class="wide">${say('import.files')}<input type="file" name="files" multiple required accept=".yaml,.yml,.csv,.json,.xlsx"></label><button>${say('import.check')}</button>`,
  );
  const may = formToken !== null && importing.includes(viewer.role);
  const isFine = answer !== null && answer.userErrors.length === 0;
  return pageText({
    language,
    title,
    account,
    path: '/desk/import',
    pathIn: (other) => `/${codeOf(other)}/desk/import`,
    body: html`<h1>${title}</h1><p class="lead">${say('import.lead')}</p>
<p class="soft">${say('import.after')}</p>
<p><a href="/export/plan-template.xlsx?lang=${codeOf(language)}" download>${say('template.get')}</a></p>
${problem === null ? '' : html`<ul class="problems" role="alert"><li>${problem}</li></ul>`}
${may ? '' : html`<p class="empty">${say('desk.notYours')}</p>`}
${answer === null ? '' : answered(answer, files, language)}
${
  isFine && may
    ? form(
        html`${hidden('step', 'store')}${files.map(
          ({ name, content }) => html`${hidden('name', name)}${hidden('content', Buffer.from(content).toString('base64'))}`,
        )}<button>${say('import.submit')}</button>`,
      )
    : ''
}
${may ? html`${answer === null ? '' : html`<h2>${say('import.again')}</h2>`}${choose}` : ''}`,
  });
}

function answered({ counts, proposals, effects, warnings, userErrors }: ImportAnswer, files: readonly ImportedFile[], language: Language): Html {
  const say = (key: Parameters<typeof message>[1]) => message(language, key);
  const list = html`<p class="soft">${say('import.files')}${say('separator.label')}${files.map(({ name }, index) => html`${index === 0 ? '' : say('separator.item')}<bdi>${name}</bdi>`)}</p>`;
  if (userErrors.length > 0)
    return html`${list}<section aria-labelledby="problems"><h2 id="problems">${say('import.problems')}</h2><ol class="problems" role="alert">${userErrors.map(
      ({ message: words }) => html`<li>${words}</li>`,
    )}</ol></section>`;
  const warned = html`<h3>${say('import.warnings')}</h3><ul>${warnings.map(
    ({ file, line, message: words }) => html`<li>${file === '' ? '' : html`<bdi>${file}:${line}</bdi>${say('separator.label')}`}${words}</li>`,
  )}</ul>`;
  return html`${list}<section aria-labelledby="effect"><h2 id="effect">${say('import.effect')}</h2>
<ul>${proposals.map(({ sentence }) => html`<li>${sentence}</li>`)}${counts.map((it) => html`<li>${message(language, 'import.counts', { ...it, kind: say(`import.kind.${it.kind}`) })}</li>`)}</ul>
${effects.length === 0 ? html`<p>${say('import.noEffect')}</p>` : html`<ul>${effects.map(({ sentence }) => html`<li>${sentence}</li>`)}</ul>`}
${warnings.length === 0 ? '' : warned}</section>`;
}

// The import at the desk: files are chosen, checked by a dry run with what it would do, and stored. Between the steps they travel with the page.
import { Hono, type Context as HonoContext } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { AppError } from '../core/errors.ts';
import type { Language } from '../i18n/languages.ts';
import { message } from '../i18n/messages.ts';
import { at, say } from '../i18n/words.ts';
import { isWorkbook } from '../packs/workbook-service.ts';
import { type Html, languageOfCode } from '../pages/document.ts';
import { type ImportAnswer, type ImportedFile, importPage } from '../pages/import-page.ts';
import { mustHaveToken, withParameter } from './forms.ts';
import type { AskInProcess, Requested } from './in-process.ts';
import { formTokenOf, languageParts, pageHeaders, statusOfPage } from './pages.ts';

type ImportOptions = { ask: AskInProcess; accountOf: (c: HonoContext<Requested>, language: Language) => Html | '' };

export const importPath = '/desk/import';
const filesMax = 1_000;
const query = `mutation Import($input: ImportPackInput!) { importPack(input: $input) {
  stored counts { kind added changed unchanged } proposals { sentence } effects { sentence } warnings { file line message } userErrors { field code message } } }`;

export function importRoutes({ ask, accountOf }: ImportOptions) {
  const app = new Hono<Requested>();
  const path = `/:lang{${languageParts}}${importPath}`;

  const page = (
    c: HonoContext<Requested>,
    files: readonly ImportedFile[],
    answer: ImportAnswer | null,
    problem: string | null,
    status: ContentfulStatusCode = 200,
  ) => {
    const language = languageOfCode(c.req.path.slice(1, 3)) ?? 'EN';
    pageHeaders(c, language);
    const body = importPage({
      language,
      viewer: c.get('viewer'),
      formToken: formTokenOf(c),
      files,
      answer,
      problem,
      account: accountOf(c, language),
    });
    return c.html(body, status);
  };

  app.get(path, (c) => page(c, [], null, null));

  app.post(path, async (c) => {
    const type = (c.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase();
    if (type !== 'multipart/form-data') throw new AppError('INVALID', say('error.filesType'));
    // Who is not signed in has nothing to send: known before anything is read.
    if (c.get('viewer').role === 'PUBLIC') throw new AppError('UNAUTHENTICATED', say('error.signInToImport'));
    const form = await c.req.formData().catch(() => null);
    if (form === null) throw new AppError('INVALID', say('error.filesNotWhole'));
    mustHaveToken(c, textOf(form.get('formToken')));
    const language = languageOfCode(c.req.path.slice(1, 3)) ?? 'EN';
    const files = [...(await chosenFiles(form)), ...keptFiles(form)];
    if (files.length === 0) return page(c, [], null, message(language, 'error.chooseFiles'), 400);
    if (files.length > filesMax) return page(c, [], null, message(language, 'error.filesMax', { max: filesMax }), 400);
    const isStored = form.get('step') === 'store';
    const { data, errors, status } = await ask(c, language, { query, variables: { input: { dryRun: !isStored, files } } });
    const [error] = errors;
    if (error) return page(c, [], null, error.message, statusOfPage(error.extensions.code, status));
    const answer = (data as { importPack: ImportAnswer }).importPack;
    if (answer.stored) return c.redirect(withParameter(`/${c.req.path.slice(1, 3)}/desk`, 'done', 'IMPORTED'), 303);
    return page(c, files, answer, null, answer.userErrors.length === 0 ? 200 : 400);
  });
  return app;
}

const textOf = (value: FormDataEntryValue | null): string | null => (typeof value === 'string' ? value : null);

/** Files chosen just now. Throws INVALID for one that is neither a workbook nor a text. */
async function chosenFiles(form: FormData): Promise<ImportedFile[]> {
  const chosen = form.getAll('files').filter((it) => typeof it !== 'string' && it.name !== '') as File[];
  return Promise.all(chosen.map(async (file) => ({ name: file.name, content: contentOf(file.name, new Uint8Array(await file.arrayBuffer())) })));
}

/** Files that the page of the check carries: as base64, since a browser changes the ends of lines in a hidden field. */
function keptFiles(form: FormData): ImportedFile[] {
  const [names, contents] = [form.getAll('name'), form.getAll('content')];
  return names.flatMap((name, index) => {
    const content = contents[index];
    if (typeof name !== 'string' || typeof content !== 'string') return [];
    return { name, content: textOfBytes(name, new Uint8Array(Buffer.from(content, 'base64'))) };
  });
}

/** As `importPack` takes it: a text, or the bytes of a workbook in base64. */
const contentOf = (name: string, bytes: Uint8Array): string =>
  isWorkbook({ name }) ? Buffer.from(bytes).toString('base64') : textOfBytes(name, bytes);

function textOfBytes(name: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new AppError('INVALID', at(name.slice(0, 100), say('error.noUtf8')));
  }
}

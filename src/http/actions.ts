// POST /{lang}/do/{mutation}: runs one mutation of the API with the fields of a form, in process, and goes back to the page the form stands on.
import { type GraphQLInputObjectType, type GraphQLSchema, getNamedType, getNullableType, isEnumType, isInputObjectType } from 'graphql';
import { Hono, type Context as HonoContext } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { AppError } from '../core/errors.ts';
import type { Language } from '../i18n/languages.ts';
import { inWords, say } from '../i18n/words.ts';
import { namesFrom, namesOperation } from '../pages/action-names.ts';
import { type Choice, type Problem, refusedPage } from '../pages/action-page.ts';
import { type Payload, toldOf, toldSelection } from '../pages/action-told.ts';
import { offeredMutations } from '../pages/actions.ts';
import { type Html, languageOfCode } from '../pages/document.ts';
import { inputOfForm } from '../pages/form-input.ts';
import { homePath, mustHaveToken, ownPath, readForm, withParameter } from './forms.ts';
import type { AskInProcess, Requested } from './in-process.ts';
import { formTokenOf, languageParts, pageHeaders, statusOfPage } from './pages.ts';

type ActionsOptions = {
  schema: GraphQLSchema;
  ask: AskInProcess;
  accountOf: (c: HonoContext<Requested>, language: Language) => Html | '';
  /** Where one signs in, in another tab. */
  signInPath: (language: Language) => string;
};

export function actionRoutes({ schema, ask, accountOf, signInPath }: ActionsOptions) {
  const app = new Hono<Requested>();
  app.post(`/:lang{${languageParts}}/do/:mutation{[A-Za-z]+}`, async (c) => {
    const mutation = c.req.param('mutation');
    const [outcome] = (Object.hasOwn(offeredMutations, mutation) ? offeredMutations[mutation] : undefined) ?? [];
    const argument = schema
      .getMutationType()
      ?.getFields()
      [mutation]?.args.find(({ name }) => name === 'input');
    const type = argument && getNamedType(argument.type);
    if (outcome === undefined || !isInputObjectType(type)) throw new AppError('NOT_FOUND', say('error.noForm'));
    const language = languageOfCode(c.req.path.slice(1, 3)) ?? 'EN';
    const form = await readForm(c);
    const back = backOf(c, form);
    const refuse = async (problems: readonly Problem[], status: ContentfulStatusCode) => {
      pageHeaders(c, language);
      const names = namesOperation(form);
      const page = refusedPage({
        language,
        mutation,
        problems,
        form,
        choices: choicesOf(type),
        back,
        formToken: formTokenOf(c),
        account: accountOf(c, language),
        signIn: signInPath(language),
        nameOf: namesFrom(names && (await ask(c, language, names)).data),
      });
      return c.html(page, status);
    };
    try {
      mustHaveToken(c, form.get('formToken'));
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return refuse([{ field: null, code: error.code, message: inWords(language, error.said) }], statusOfPage(error.code, 400));
    }
    const query = `mutation Do($input: ${type.name}!) { ${mutation}(input: $input) { ${toldSelection(mutation)} userErrors { field code message } } }`;
    const { data, errors, status } = await ask(c, language, { query, variables: { input: inputOfForm(type, form) } });
    const [error] = errors;
    if (error) return refuse([{ field: null, code: error.extensions.code, message: error.message }], statusOfPage(error.extensions.code, status));
    const payload = (data as Record<string, Payload & { userErrors: Problem[] }>)[mutation];
    const problems = payload?.userErrors ?? [];
    const [problem] = problems;
    if (problem) return refuse(problems, statusOfPage(problem.code, 400));
    const viewer = c.get('viewer');
    if (payload && viewer.role !== 'PUBLIC') await c.get('sessions')?.tell(c, viewer, toldOf(language, mutation, payload, form));
    return c.redirect(withParameter(back, 'done', outcome), 303);
  });
  return app;
}

/** Fields of one word of an enum, with the words. A list of several is typed. */
function choicesOf(type: GraphQLInputObjectType): Map<string, Choice> {
  const found = Object.values(type.getFields()).flatMap(({ name, type: itsType }): [string, Choice][] => {
    const inner = getNullableType(itsType);
    return isEnumType(inner) ? [[name, { enumName: inner.name, values: inner.getValues().map((it) => it.name) }]] : [];
  });
  return new Map(found);
}

/** Where the form comes back to: a page of ours, in which ":key" stands for the key that was given to a new thing. */
function backOf(c: HonoContext, form: URLSearchParams): string {
  const key = form.get('key') ?? '';
  return ownPath(form.get('back')?.replace(/:key\b/, encodeURIComponent(key))) ?? homePath(c);
}

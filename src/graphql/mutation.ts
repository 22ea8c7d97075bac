// What every mutation shares: it needs someone signed in, is stored whole or not at all, and tells expected problems in its payload.
import { AppError } from '../core/errors.ts';
import type { SignedIn } from '../core/viewer.ts';
import type { Language } from '../i18n/languages.ts';
import { inWords, say } from '../i18n/words.ts';
import { appErrorOf } from '../store/errors.ts';
import { inSavepoint } from '../store/operation.ts';
import { builder } from './builder.ts';
import type { Context } from './context.ts';

/** Problems of the input. Others are of the caller and come as errors of the whole operation. */
const problemCodes = ['INVALID', 'NOT_FOUND', 'CONFLICT'] as const;

/** A problem that the caller can mend. */
export type UserErrorShape = { field: string | null; code: (typeof problemCodes)[number]; message: string };

/** What a mutation gives back: what it did, or why it did nothing. */
export type Payload<T> = { done: T | null; userErrors: UserErrorShape[] };

builder.mutationType({ description: 'Everything that can be changed. Each change is stored whole or not at all, and needs a signed-in account.' });

const UserErrorCode = builder.enumType('UserErrorCode', {
  description: 'What kind of problem it is.',
  values: {
    INVALID: { description: 'A value is wrong; the message names the mend.' },
    NOT_FOUND: { description: 'There is no such thing, or you may not see it.' },
    CONFLICT: { description: 'It was changed meanwhile, or stands against it: read again, then decide.' },
  },
});

const UserError = builder.objectRef<UserErrorShape>('UserError').implement({
  description: 'A problem with what was sent. Nothing was changed.',
  fields: (t) => ({
    field: t.exposeString('field', { nullable: true, description: 'Path of the input field at fault, with dots; null where it is none.' }),
    code: t.field({ type: UserErrorCode, description: 'What kind of problem.', resolve: (it) => it.code }),
    message: t.exposeString('message', {
      description: 'What is wrong and what to do about it, in the language that the header Accept-Language prefers.',
    }),
  }),
});

/** The field every payload has. */
export const userErrorsField = {
  type: [UserError] satisfies [unknown],
  description: 'Problems with what was sent; where there are some, nothing was changed.',
};

/**
 * Runs one mutation. Where it meets an expected problem nothing of it is stored, and the problem is in the payload.
 * Throws UNAUTHENTICATED where nobody is signed in, and whatever else is no problem of the input.
 */
export async function mutate<T>(context: Context, work: (viewer: SignedIn, context: Context) => Promise<T>): Promise<Payload<T>> {
  const { viewer } = context;
  if (viewer.role === 'PUBLIC') throw new AppError('UNAUTHENTICATED', say('error.signInToChange'));
  try {
    const done = await inSavepoint(context.db, () => work(viewer, context));
    context.memo.clear(); // What was read before the change is read again.
    return { done, userErrors: [] };
  } catch (error) {
    context.memo.clear();
    const problem = problemOf(error, context.language);
    if (problem === null) throw error;
    return { done: null, userErrors: [problem] };
  }
}

/** The problem of the input that an error is; null where it is something else. */
function problemOf(error: unknown, language: Language): UserErrorShape | null {
  const known = appErrorOf(error);
  if (!(known instanceof Error) || known.name !== 'AppError') return null;
  const { code: thrown, field, said } = known as AppError;
  const code = problemCodes.find((it) => it === thrown);
  return code === undefined ? null : { field, code, message: inWords(language, said) };
}

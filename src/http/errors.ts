// The one mask: what of an error a client is told. Whatever is not written for users is INTERNAL, logged whole and never sent.
// Errors are known by name and not by class: two copies of a library may be loaded, and `instanceof` would then hide our own errors.
import type { GraphQLError, GraphQLFormattedError } from 'graphql';
import type { AppError, ErrorCode } from '../core/errors.ts';
import type { Language } from '../i18n/languages.ts';
import { at, inWords, say, type Words } from '../i18n/words.ts';
import { appErrorOf, isUnavailable } from '../store/errors.ts';

const messageLengthMax = 300;

export type MaskedCode = ErrorCode | 'INTERNAL';

/** What a client is told. `cause`: for the log, where the error is ours. `httpStatus`: what GraphQL over HTTP wants, where it says so. */
export type MaskedError = { message: string; code: MaskedCode; isUnavailable: boolean; cause?: unknown; httpStatus?: number };

type Http = { status?: number };

function isNamed<Name extends string>(error: unknown, name: Name): error is Error & { name: Name } {
  return error instanceof Error && error.name === name;
}

function isGraphqlError(error: unknown): error is GraphQLError {
  return isNamed(error, 'GraphQLError');
}

function isAppError(error: unknown): error is AppError {
  return isNamed(error, 'AppError') && 'said' in error;
}

/** Long values are repeated in messages of GraphQL, and so are names near the one written: a client is told neither. */
function shortened(message: string): string {
  const told = message.replace(/ Did you mean .*\?$/s, '');
  return told.length > messageLengthMax ? `${told.slice(0, messageLengthMax - 1)}…` : told;
}

/** The error that was thrown first, below what GraphQL wrapped round it. */
function innermost(error: unknown): unknown {
  let inner = error;
  while (isGraphqlError(inner) && inner.originalError) inner = inner.originalError;
  return inner;
}

/**
 * Where GraphQL refused a variable of the operation, in words of ours: its own are English alone. `problem` is what we said of the value ourselves.
 * Null where GraphQL says something else: that is of the text of an operation, for who writes one.
 */
function variableRefused(message: string, problem: Words | null): Words | null {
  const [, variable, inside, missing] =
    /^Variable "\$(\w+)"(?: got invalid value [\s\S]*?(?: at "([\w.[\]]+)")?; (?:Field "(\w+)" of required type)?| of required type)/.exec(message) ??
    [];
  if (variable === undefined) return null;
  const place = [inside ?? variable, missing].filter((it) => it !== undefined).join('.');
  const isMissing = missing !== undefined || message.startsWith(`Variable "$${variable}" of required type`);
  return at(place, problem ?? say(isMissing ? 'error.missing' : 'error.notAccepted'));
}

/** What a client is told of an error, wherever it was thrown, in its language. `requestId` is what a user quotes to have it looked up. */
export function maskError(error: unknown, requestId: string, language: Language): MaskedError {
  const thrown = innermost(error);
  const known = appErrorOf(thrown);
  if (isAppError(known)) {
    // GraphQL says which variable or argument a value was refused for; in a resolver its message is the same as ours.
    const isOfGraphql = isGraphqlError(error) && thrown === known;
    if (isOfGraphql && language === 'EN') return { message: shortened(error.message), code: known.code, isUnavailable: false };
    const said = (isOfGraphql && variableRefused(error.message, known.said)) || known.said;
    return { message: shortened(inWords(language, said)), code: known.code, isUnavailable: false };
  }
  if (isUnavailable(known)) {
    return {
      message: inWords(language, say('error.away', { request: requestId })),
      code: 'INTERNAL',
      isUnavailable: true,
      cause: thrown,
    };
  }
  // Of GraphQL itself: what is wrong with the operation. While executing (there is a path) a value of ours that does not fit the schema
  // is told apart by pointing at no place in the query.
  if (isGraphqlError(error) && isGraphqlError(thrown) && (!error.path || thrown.locations)) {
    const { status } = (thrown.extensions.http ?? {}) as Http;
    const said = language === 'EN' ? null : variableRefused(error.message, null);
    const message = shortened(said === null ? error.message : inWords(language, said));
    return { message, code: 'INVALID', isUnavailable: false, ...(status && { httpStatus: status }) };
  }
  return {
    message: inWords(language, say('error.ours', { request: requestId })),
    code: 'INTERNAL',
    isUnavailable: false,
    cause: thrown,
  };
}

/** A masked error as GraphQL writes it, with the places of the original. */
export function formatError(error: unknown, masked: MaskedError): GraphQLFormattedError {
  const { locations, path } = isGraphqlError(error) ? error : { locations: undefined, path: undefined };
  return { message: masked.message, ...(locations && { locations }), ...(path && { path }), extensions: { code: masked.code } };
}

/** The body of an answer that is one error. */
export function errorBody(code: MaskedCode, message: string): { errors: GraphQLFormattedError[] } {
  return { errors: [{ message, extensions: { code } }] };
}

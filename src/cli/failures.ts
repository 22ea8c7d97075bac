// How a command ends: its exit codes, and what a person is told of an error.

import { maskError } from '../http/errors.ts';
import type { Language } from '../i18n/languages.ts';
import { appErrorOf, isUnavailable } from '../store/errors.ts';

/** Exit codes, as `--help` lists them. An interrupted command ends with 128 and the number of the signal, as is usual. */
export const exits = { ok: 0, failure: 1, usage: 2, invalid: 3, notFound: 4, noDatabase: 5 } as const;

export const exitsHelp = `Exit codes:
  0  done
  1  it failed
  2  the command, its arguments or the environment are wrong
  3  the input is wrong: a pack with problems, or a file that is no dump
  4  what is asked for is not found
  5  the database is away, in use by another process, or holds no records yet`;

const failureName = 'CommandFailure';
type Failure = Error & { exit: number };

/** An error that ends the command with this exit code and these words. */
export function failure(exit: number, message: string): Failure {
  return Object.assign(new Error(message), { name: failureName, exit });
}

function isFailure(error: unknown): error is Failure {
  return error instanceof Error && error.name === failureName;
}

/** The first error of an operation as the end of a command, in the language of its answers. Whatever a reader names and the database has not is "not found" here. */
export function failureOfQuery(error: unknown, language: Language): unknown {
  const masked = maskError(error, '', language);
  if (masked.code === 'INTERNAL') return masked.cause;
  if (masked.code !== 'INVALID' && masked.code !== 'NOT_FOUND') return failure(exits.failure, masked.message);
  return failure(
    exits.notFound,
    `${masked.message}\nThe views "organizations", "states" and "strategies" list the keys there are, as in "npm run synergy -- export states".`,
  );
}

/** Exit code and words for whatever ended a command. An error nobody expected is told whole: standard error is the log of a command. */
export function endOf(error: unknown): { exit: number; message: string } {
  if (isFailure(error)) return { exit: error.exit, message: error.message };
  const known = appErrorOf(error);
  if (isUnavailable(known)) {
    return { exit: exits.noDatabase, message: 'The database that DATABASE_URL names cannot be reached. Is it running, and is the address right?' };
  }
  if (!(known instanceof Error)) return { exit: exits.failure, message: String(known) };
  if (known.name === 'AppError') return { exit: exits.failure, message: known.message };
  const code = 'code' in known ? String(known.code) : '';
  if (/^(28|3D)\w{3}$/.test(code)) {
    return {
      exit: exits.noDatabase,
      message: 'The server that DATABASE_URL names refuses the connection. Check the user, the password and the database in it.',
    };
  }
  if ('syscall' in known && 'path' in known) {
    return { exit: exits.failure, message: `${known.path} cannot be used (${code}). Check the path, and who may read and write there.` };
  }
  return { exit: exits.failure, message: `Something went wrong that should not. Report it with these lines:\n${known.stack}` };
}

// The errors a user may meet. Everything else is INTERNAL: logged, and never told.
import { inWords, type Words } from '../i18n/words.ts';

/** What went wrong, in one word that programs may rely on. */
export type ErrorCode = 'INVALID' | 'UNAUTHENTICATED' | 'FORBIDDEN' | 'NOT_FOUND' | 'CONFLICT' | 'LIMIT';

/**
 * An expected problem. `said` is written for the user: it names the place and the mend, and is put into words of the reader's language where that
 * is known; `message` is the same in English. The cause is for the log alone.
 */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ErrorCode;
  readonly said: Words;
  /** The argument or input field at fault, as a path with dots; null where it is none. */
  readonly field: string | null;

  constructor(code: ErrorCode, said: Words, options?: { cause?: unknown; field?: string }) {
    super(inWords('EN', said), options);
    this.code = code;
    this.said = said;
    this.field = options?.field ?? null;
  }
}

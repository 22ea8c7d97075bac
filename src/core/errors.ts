// The errors a user may meet. Everything else is INTERNAL: logged, and never told.

/** What went wrong, in one word that programs may rely on. */
export type ErrorCode = 'INVALID' | 'UNAUTHENTICATED' | 'FORBIDDEN' | 'NOT_FOUND' | 'CONFLICT' | 'LIMIT';

/** An expected problem. `message` is written for the user: it names the place and the mend. The cause is for the log alone. */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ErrorCode;
  /** The argument or input field at fault, as a path with dots; null where it is none. */
  readonly field: string | null;

  constructor(code: ErrorCode, message: string, options?: { cause?: unknown; field?: string }) {
    super(message, options);
    this.code = code;
    this.field = options?.field ?? null;
  }
}

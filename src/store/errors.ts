// What a database error means to a user: SQLSTATE and constraint name to AppError. The original goes along as the cause, for the log alone.
import { AppError, type ErrorCode } from '../core/errors.ts';

const unavailableName = 'DatabaseUnavailableError';

/** Messages for constraints that input may break. Others get the general message of their kind. */
const constraintMessages: Record<string, string> = {
  membership_years_check: 'A membership cannot end before it begins.',
  membership_territory_check: 'A territory can only be an associate or an observer of an organization.',
  membership_key: 'This membership is recorded already, from the same year.',
  assessment_jurisdiction_check: 'An assessment belongs to one state or to one organization.',
  finding_key: 'This assessment already has a finding on this threat in this state.',
  finding_scale_check: 'A score needs the lower and the upper end of its scale, and lies between them.',
  finding_matrix_check: 'A finding has likelihood and impact (both), or a score, or neither.',
  strategy_owner_check: 'A strategy belongs to one state or to one organization.',
  strategy_jurisdiction_check: 'A strategy of a state is NATIONAL; a strategy of an organization is REGIONAL or GLOBAL.',
  link_share_check: 'A share is above 0 and at most 1.',
  link_clearance_second_person_check: 'Whoever proposed a link does not review it: ask another account.',
  cell_statement_open_key: 'The same was said already, and is open.',
  cell_statement_second_person_check: 'Whoever made a contest does not answer it: ask another account.',
  record_statement_standing_key: 'Something was said to the same at this moment. Read the record again and decide.',
  link_key: 'This part of the plan already has a link to this objective.',
};

type DatabaseError = Error & { code: string; table?: string; constraint?: string };

/**
 * The error to show for an error of the database: an AppError where a user can do something about it, an error for which
 * `isUnavailable` holds where the database cannot be reached, else the error itself.
 */
export function appErrorOf(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof AppError || isUnavailable(error)) return error;
  if (isConnectionLoss(error)) return unavailable(error);
  if (!isDatabaseError(error)) return error;
  const known = knownError(error);
  return known ? new AppError(known[0], known[1], { cause: error }) : error;
}

/** An error for which `isUnavailable` holds. */
export const unavailable = (cause: unknown): Error =>
  Object.assign(new Error('The database cannot be reached at the moment. Try again shortly.', { cause }), { name: unavailableName });

/** Does the error say that the database cannot be reached? The HTTP layer answers it as unavailable: trying again may help. */
export function isUnavailable(error: unknown): boolean {
  return error instanceof Error && error.name === unavailableName;
}

function knownError(error: DatabaseError): [ErrorCode, string] | null {
  const subject = error.table?.replaceAll('_', ' ') ?? 'record';
  const special = constraintMessages[error.constraint ?? ''];
  switch (error.code) {
    case '23505':
      return ['CONFLICT', special ?? `This ${subject} is recorded already.`];
    case '23503':
      return ['INVALID', special ?? `A ${subject} names something that is not recorded, or something recorded still needs it.`];
    case '23514':
      return ['INVALID', special ?? `A value of this ${subject} is not one of those allowed.`];
    case '23502':
      return ['INVALID', `A value that every ${subject} needs is missing.`];
    case '22021':
    case '22P05':
      return ['INVALID', 'The text contains a character that cannot be stored (code 0). Remove it.'];
    case '40001':
    case '40P01':
      return ['CONFLICT', 'Someone else changed the same data at the same moment. Try again.'];
    case '55P03':
      return ['LIMIT', 'Someone else is changing the same data. Try again shortly.'];
    case '57014':
    case '25P03':
      return ['LIMIT', 'This took longer than one request may. Ask for less at a time.'];
    default:
      return null;
  }
}

function isDatabaseError(error: Error): error is DatabaseError {
  return 'code' in error && typeof error.code === 'string' && /^[0-9A-Z]{5}$/.test(error.code);
}

const socketCodes = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EAI_AGAIN', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH']);
/** pg gives these no code. */
const connectionMessages =
  /^(Connection terminated|timeout exceeded when trying to connect|timeout expired|Client has encountered a connection error|Client was closed)/;

function isConnectionLoss(error: Error): boolean {
  if (connectionMessages.test(error.message)) return true;
  if (!('code' in error) || typeof error.code !== 'string') return false;
  if (socketCodes.has(error.code) || ('syscall' in error && error.syscall === 'connect')) return true;
  // 08: connection exceptions; 57P: the server ends, starts or drops the session; 53300: it has no connection left.
  return isDatabaseError(error) && /^(08|57P|53300)/.test(error.code);
}

// What a database error means to a user: SQLSTATE and constraint name to AppError. The original goes along as the cause, for the log alone.
import { AppError, type ErrorCode } from '../core/errors.ts';
import { say, type Words } from '../i18n/words.ts';

const unavailableName = 'DatabaseUnavailableError';

/** Messages for constraints that input may break. Others get the general message of their kind. */
const constraintMessages: Record<string, Words> = {
  membership_years_check: say('error.membershipYears'),
  membership_territory_check: say('error.membershipTerritory'),
  membership_key: say('error.membershipKnown'),
  assessment_jurisdiction_check: say('error.assessmentOwner'),
  finding_key: say('error.findingKnown'),
  finding_scale_check: say('error.findingScale'),
  finding_matrix_check: say('error.findingMatrix'),
  strategy_owner_check: say('error.strategyOwner'),
  strategy_jurisdiction_check: say('error.strategyLevel'),
  link_share_check: say('error.linkShare'),
  link_clearance_second_person_check: say('error.linkSecondPerson'),
  cell_statement_open_key: say('error.saidOpen'),
  cell_statement_second_person_check: say('error.contestSecondPerson'),
  record_statement_standing_key: say('error.recordStatementStanding'),
  link_key: say('error.linkKnown'),
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

function knownError(error: DatabaseError): [ErrorCode, Words] | null {
  const subject = error.table?.replaceAll('_', ' ') ?? 'record';
  const special = constraintMessages[error.constraint ?? ''];
  switch (error.code) {
    case '23505':
      return ['CONFLICT', special ?? say('error.known', { subject })];
    case '23503':
      return ['INVALID', special ?? say('error.namesUnknown', { subject })];
    case '23514':
      return ['INVALID', special ?? say('error.notAllowed', { subject })];
    case '23502':
      return ['INVALID', say('error.valueMissing', { subject })];
    case '22021':
    case '22P05':
      return ['INVALID', say('error.unstorable')];
    case '40001':
    case '40P01':
      return ['CONFLICT', say('error.sameMoment')];
    case '55P03':
      return ['LIMIT', say('error.beingChanged')];
    case '57014':
    case '25P03':
      return ['LIMIT', say('error.tookLong')];
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

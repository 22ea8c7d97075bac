// Logs: one JSON line for each request, and one for each error of ours. Never variables, tokens or bodies.
import { configureSync, getConsoleSink, getLogger, jsonLinesFormatter } from '@logtape/logtape';
import type { LogLevel } from './env.ts';

const logger = getLogger('synergy');

/** Writes the log to the console; on Node to standard error, so that standard output stays for people. Called once, by the entry. */
export function startLog(level: LogLevel, to: 'console' | 'standard error'): void {
  const onError = { trace: 'error', debug: 'error', info: 'error', warning: 'error', error: 'error', fatal: 'error' } as const;
  configureSync({
    sinks: { console: getConsoleSink({ formatter: jsonLinesFormatter, ...(to === 'standard error' && { levelMap: onError }) }) },
    loggers: [
      { category: 'synergy', sinks: ['console'], lowestLevel: level },
      { category: ['logtape', 'meta'], sinks: ['console'], lowestLevel: 'warning' },
    ],
  });
}

export type RequestLine = { requestId: string; method: string; path: string; status: number; ms: number; operation?: string | undefined };

export function logRequest(line: RequestLine): void {
  logger.info('request', line);
}

/** Logs an error of ours whole: its message, stack and causes. */
export function logError(requestId: string | null, error: unknown): void {
  logger.error('error', { requestId, error: described(error, 0) });
}

export function logNote(message: string, about: Readonly<Record<string, string>> = {}): void {
  logger.info(message, about);
}

function described(error: unknown, depth: number): unknown {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause !== undefined && depth < 5 ? { cause: described(error.cause, depth + 1) } : {};
  return { name: error.name, message: error.message, ...('code' in error && { code: error.code }), stack: error.stack, ...cause };
}

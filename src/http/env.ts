// The environment, read once. The names are listed here and nowhere else:
//   PORT, HOST                  where to listen (8787, 127.0.0.1)
//   DATA_DIR                    folder of the embedded database (./.data)
//   DATABASE_URL                a PostgreSQL server instead of the embedded database
//   LOG_LEVEL                   debug, info, warning or error (info); logs are JSON lines on standard error
//   MAX_TOKENS MAX_DEPTH MAX_ALIASES MAX_ROOT_FIELDS MAX_COST   limits of one operation; http/limits.ts has the defaults
//   MAX_BODY_BYTES, OPERATION_TIMEOUT_MS                        limits of one request: its size, and the time it may take
import * as v from 'valibot';
import { defaultLimits, type Limits } from './limits.ts';

export type LogLevel = (typeof logLevels)[number];
export type Env = { port: number; host: string; dataDir: string; databaseUrl: string | null; logLevel: LogLevel; limits: Limits };

const logLevels = ['debug', 'info', 'warning', 'error'] as const;

function whole(fallback: number, min: number, max: number) {
  const problem = `write a whole number from ${min} to ${max}`;
  return v.optional(
    v.pipe(v.string(), v.regex(/^\d{1,12}$/, problem), v.transform(Number), v.minValue(min, problem), v.maxValue(max, problem)),
    String(fallback),
  );
}

const variables = v.object({
  PORT: whole(8787, 0, 65_535),
  HOST: v.optional(v.string(), '127.0.0.1'),
  DATA_DIR: v.optional(v.string(), './.data'),
  DATABASE_URL: v.optional(v.pipe(v.string(), v.regex(/^postgres(ql)?:\/\/\S+$/, 'write postgres://user:password@host:port/database'))),
  LOG_LEVEL: v.optional(v.picklist(logLevels, `write one of ${logLevels.join(', ')}`), 'info'),
  MAX_TOKENS: whole(defaultLimits.tokens, 1, 10_000),
  MAX_DEPTH: whole(defaultLimits.depth, 1, 50),
  MAX_ALIASES: whole(defaultLimits.aliases, 0, 10_000),
  MAX_ROOT_FIELDS: whole(defaultLimits.rootFields, 1, 10_000),
  MAX_COST: whole(defaultLimits.cost, 1, 1_000_000_000),
  MAX_BODY_BYTES: whole(defaultLimits.bodyBytes, 1_000, 100_000_000),
  OPERATION_TIMEOUT_MS: whole(defaultLimits.operationMs, 1, 600_000),
});

/** The settings, or one line for each variable that is wrong. A variable that is empty counts as not set. Values are not repeated: one may hold a password. */
export function readEnv(environment: Record<string, string | undefined>): { env: Env; problems: null } | { env: null; problems: string[] } {
  const written = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''));
  const result = v.safeParse(variables, written, { abortPipeEarly: true });
  if (!result.success) return { env: null, problems: result.issues.map((issue) => `${v.getDotPath(issue)}: ${issue.message}.`) };
  const it = result.output;
  return {
    problems: null,
    env: {
      port: it.PORT,
      host: it.HOST,
      dataDir: it.DATA_DIR,
      databaseUrl: it.DATABASE_URL ?? null,
      logLevel: it.LOG_LEVEL,
      limits: {
        tokens: it.MAX_TOKENS,
        depth: it.MAX_DEPTH,
        aliases: it.MAX_ALIASES,
        rootFields: it.MAX_ROOT_FIELDS,
        cost: it.MAX_COST,
        bodyBytes: it.MAX_BODY_BYTES,
        operationMs: it.OPERATION_TIMEOUT_MS,
      },
    },
  };
}

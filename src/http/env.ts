// The environment, read once. The names are listed here and nowhere else:
//   PORT, HOST                  where to listen (8787, 127.0.0.1)
//   DATA_DIR                    folder of the embedded database (./.data)
//   DATABASE_URL                a PostgreSQL server instead of the embedded database
//   DATABASE_OWNER_URL          the same database as the login that owns the tables, where the service has a weaker one: for the operator's work
//   LOG_LEVEL                   debug, info, warning or error (info); logs are JSON lines on standard error
//   MAX_TOKENS MAX_DEPTH MAX_ALIASES MAX_ROOT_FIELDS MAX_COST   limits of one operation; http/limits.ts has the defaults
//   MAX_BODY_BYTES, OPERATION_TIMEOUT_MS                        limits of one request: its size, and the time it may take
//   RATE_BUCKET, RATE_REFILL_PER_SECOND                         cost that one account may ask at once, and what of it comes back each second
//   OIDC_ISSUER, OIDC_AUDIENCE  whose tokens are believed, and whom they must be for
//   OIDC_JWKS_URL or OIDC_KEY_FILE   where the issuer's keys are; neither: its discovery document names them
//   OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, SESSION_SECRET, PUBLIC_URL   for people to sign in to pages: all four, or none
//   TRUSTED_PROXY_HOPS          how many proxies of the operator add to X-Forwarded-For (0)
//   NODE_ENV                    production: development tokens are off, rate buckets on
import * as v from 'valibot';
import { isLoopback, isSafeUrl } from './issuer-keys.ts';
import { defaultLimits, type Limits } from './limits.ts';
import { defaultRate, type RateSettings } from './rates.ts';

export type LogLevel = (typeof logLevels)[number];
/** An identity provider. At most one of `jwksUrl` and `keyFile` is set; with neither its discovery document names its keys. */
export type IssuerSettings = { issuer: string; audience: string; jwksUrl: string | null; keyFile: string | null };
/** What signing in to pages needs beside the provider. `publicUrl`: scheme and host at which people reach the pages. */
export type SignInSettings = { clientId: string; clientSecret: string; sessionSecret: string; publicUrl: string };
export type Env = {
  port: number;
  host: string;
  dataDir: string;
  databaseUrl: string | null;
  /** Null: DATABASE_URL is the owner's too. */
  databaseOwnerUrl: string | null;
  logLevel: LogLevel;
  limits: Limits;
  issuer: IssuerSettings | null;
  /** Null: nobody signs in to pages. Never without `issuer`. */
  signIn: SignInSettings | null;
  proxyHops: number;
  /** Null: everyone may ask as much as they like. So it is on the operator's own machine, until RATE_BUCKET is set. */
  rate: RateSettings | null;
  /** What makes this more than a try on the operator's own machine, in words; null: nothing. See `isProduction`. */
  productionReason: string | null;
};

/** May others than the operator reach it? Then development tokens are refused, and rate buckets are on. */
export function isProduction({ productionReason }: Pick<Env, 'productionReason'>): boolean {
  return productionReason !== null;
}

const logLevels = ['debug', 'info', 'warning', 'error'] as const;

function whole(fallback: number, min: number, max: number) {
  const problem = `write a whole number from ${min} to ${max}`;
  return v.optional(
    v.pipe(v.string(), v.regex(/^\d{1,12}$/, problem), v.transform(Number), v.minValue(min, problem), v.maxValue(max, problem)),
    String(fallback),
  );
}

const address = v.pipe(v.string(), v.check(isSafeUrl, 'write an address with https:// (http:// only for this machine itself)'));

const origin = v.pipe(
  v.string(),
  v.check(
    (text) => isSafeUrl(text) && text.replace(/\/$/, '') === new URL(text).origin,
    'write the address of the pages without a path, such as https://synergy.example.org (http:// only for this machine itself)',
  ),
  v.transform((text) => text.replace(/\/$/, '')),
);

const databaseAddress = v.pipe(v.string(), v.regex(/^postgres(ql)?:\/\/\S+$/, 'write postgres://user:password@host:port/database'));

const variables = v.object({
  PORT: whole(8787, 0, 65_535),
  HOST: v.optional(v.string(), '127.0.0.1'),
  DATA_DIR: v.optional(v.string(), './.data'),
  DATABASE_URL: v.optional(databaseAddress),
  DATABASE_OWNER_URL: v.optional(databaseAddress),
  LOG_LEVEL: v.optional(v.picklist(logLevels, `write one of ${logLevels.join(', ')}`), 'info'),
  MAX_TOKENS: whole(defaultLimits.tokens, 1, 10_000),
  MAX_DEPTH: whole(defaultLimits.depth, 1, 50),
  MAX_ALIASES: whole(defaultLimits.aliases, 0, 10_000),
  MAX_ROOT_FIELDS: whole(defaultLimits.rootFields, 1, 10_000),
  MAX_COST: whole(defaultLimits.cost, 1, 1_000_000_000),
  MAX_BODY_BYTES: whole(defaultLimits.bodyBytes, 1_000, 100_000_000),
  OPERATION_TIMEOUT_MS: whole(defaultLimits.operationMs, 1, 600_000),
  RATE_BUCKET: whole(defaultRate.size, 1, 1_000_000_000),
  RATE_REFILL_PER_SECOND: whole(defaultRate.refillPerSecond, 1, 1_000_000_000),
  OIDC_ISSUER: v.optional(address),
  OIDC_AUDIENCE: v.optional(v.string()),
  OIDC_JWKS_URL: v.optional(address),
  OIDC_KEY_FILE: v.optional(v.string()),
  OIDC_CLIENT_ID: v.optional(v.string()),
  OIDC_CLIENT_SECRET: v.optional(v.string()),
  SESSION_SECRET: v.optional(
    v.pipe(v.string(), v.minLength(32, 'write at least 32 characters that nobody can guess, such as those of `openssl rand -hex 32`')),
  ),
  PUBLIC_URL: v.optional(origin),
  TRUSTED_PROXY_HOPS: whole(0, 0, 10),
  NODE_ENV: v.optional(v.string()),
});

type Written = Readonly<Record<string, string | undefined>>;

const signInVariables = {
  OIDC_CLIENT_ID: 'the name under which the provider knows the pages',
  OIDC_CLIENT_SECRET: 'the secret that the provider gave for it',
  SESSION_SECRET: 'at least 32 characters that nobody can guess',
  PUBLIC_URL: 'the address at which people reach the pages',
} as const;

/** Signing in is set whole or not at all. */
function problemsOfSignIn(written: Written): string[] {
  const names = Object.keys(signInVariables) as (keyof typeof signInVariables)[];
  const set = names.filter((name) => written[name]);
  if (set.length === 0) return [];
  const missing = names.filter((name) => !written[name]).map((name) => `${name}: set it beside ${set[0]}, to ${signInVariables[name]}.`);
  return written.OIDC_ISSUER ? missing : [...missing, `OIDC_ISSUER: set it beside ${set[0]}, to the provider at which people sign in.`];
}

/** What is wrong between variables that are each well written. */
function problemsBetween({ OIDC_ISSUER, OIDC_AUDIENCE, OIDC_JWKS_URL, OIDC_KEY_FILE, DATABASE_URL, DATABASE_OWNER_URL }: Written): string[] {
  const problems: string[] = [];
  if (DATABASE_OWNER_URL && !DATABASE_URL) problems.push('DATABASE_URL: set it beside DATABASE_OWNER_URL, to the login of the service.');
  if (OIDC_ISSUER && !OIDC_AUDIENCE) problems.push('OIDC_AUDIENCE: set it beside OIDC_ISSUER, to the audience that tokens for this service carry.');
  if (!OIDC_ISSUER && (OIDC_AUDIENCE || OIDC_JWKS_URL || OIDC_KEY_FILE))
    problems.push('OIDC_ISSUER: set it beside the other OIDC variables, to the issuer that tokens carry.');
  if (OIDC_JWKS_URL && OIDC_KEY_FILE) problems.push('OIDC_KEY_FILE: set this or OIDC_JWKS_URL, not both.');
  return problems;
}

function productionReasonOf({ NODE_ENV, OIDC_ISSUER, HOST = '127.0.0.1' }: Written): string | null {
  if (NODE_ENV === 'production') return 'NODE_ENV is production';
  if (OIDC_ISSUER) return 'OIDC_ISSUER names an identity provider';
  return isLoopback(HOST) ? null : 'HOST lets other machines reach the server';
}

/** The settings, or one line for each variable that is wrong. A variable that is empty counts as not set. Values are not repeated: one may hold a password. */
export function readEnv(environment: Record<string, string | undefined>): { env: Env; problems: null } | { env: null; problems: string[] } {
  const written: Written = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''));
  const result = v.safeParse(variables, written, { abortPipeEarly: true });
  const problems = [
    ...(result.issues ?? []).map((issue) => `${v.getDotPath(issue)}: ${issue.message}.`),
    ...problemsBetween(written),
    ...problemsOfSignIn(written),
  ];
  if (!result.success || problems.length > 0) return { env: null, problems };
  const it = result.output;
  const productionReason = productionReasonOf(written);
  const hasRate = productionReason !== null || written.RATE_BUCKET !== undefined;
  return {
    problems: null,
    env: {
      port: it.PORT,
      host: it.HOST,
      dataDir: it.DATA_DIR,
      databaseUrl: it.DATABASE_URL ?? null,
      databaseOwnerUrl: it.DATABASE_OWNER_URL ?? null,
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
      issuer:
        it.OIDC_ISSUER === undefined || it.OIDC_AUDIENCE === undefined
          ? null
          : { issuer: it.OIDC_ISSUER, audience: it.OIDC_AUDIENCE, jwksUrl: it.OIDC_JWKS_URL ?? null, keyFile: it.OIDC_KEY_FILE ?? null },
      signIn:
        it.OIDC_CLIENT_ID === undefined || it.OIDC_CLIENT_SECRET === undefined || it.SESSION_SECRET === undefined || it.PUBLIC_URL === undefined
          ? null
          : { clientId: it.OIDC_CLIENT_ID, clientSecret: it.OIDC_CLIENT_SECRET, sessionSecret: it.SESSION_SECRET, publicUrl: it.PUBLIC_URL },
      proxyHops: it.TRUSTED_PROXY_HOPS,
      rate: hasRate ? { size: it.RATE_BUCKET, refillPerSecond: it.RATE_REFILL_PER_SECOND } : null,
      productionReason,
    },
  };
}

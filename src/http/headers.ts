// Headers that keep answers from being read, framed, sniffed or kept by others. No CORS header is ever sent: other origins may not read.
import type { MiddlewareHandler } from 'hono';

/** For everything that is no page: nothing may be loaded by it. */
const policyOfData = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/** For the page of GraphiQL: its own files alone, and the styles its editor writes into the page. */
export const policyOfGraphiql = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self' data:",
  "img-src 'self' data:",
  "connect-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

const defaults: Readonly<Record<string, string>> = {
  'content-security-policy': policyOfData,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
};

/** Sets them on every answer; a handler that gives a value of its own keeps it. Before the answer is made, for the Node adapter is slow with one changed later. */
export const secureHeaders: MiddlewareHandler = async (c, next) => {
  for (const [name, value] of Object.entries(defaults)) c.header(name, value);
  await next();
};

// Executes an operation for a page or a file in process, by the same road as one that came over HTTP: limits, cost, time and the mask of errors.
import type { Context as HonoContext } from 'hono';
import type { Viewer } from '../core/viewer.ts';
import type { Language } from '../i18n/languages.ts';
import { inWords } from '../i18n/words.ts';
import type { Database } from '../store/db.ts';
import type { Operation } from '../views/view.ts';
import type { Asked, Endpoint } from './endpoint.ts';
import { checkParams } from './params.ts';
import type { Sessions } from './session.ts';

/**
 * What the app has found out before: an id, and who asks. `cost` and `operation` are told back to it. `sessions`: those that the viewer signed in by;
 * null for a bearer token, which sends no form.
 */
export type Requested = {
  Variables: { requestId: string; operation: string | undefined; viewer: Viewer; cost: number | undefined; sessions: Sessions | null };
};

/** An answer as GraphQL gives it. */
export type InProcess = { status: number; data: unknown; errors: readonly { message: string; extensions: { code: string } }[] };

export type AskInProcess = (c: HonoContext<Requested>, language: Language, operation: Operation) => Promise<InProcess>;

type Options = { endpoint: Endpoint; connect: <T>(c: HonoContext, use: (db: Database) => Promise<T>) => Promise<T>; now: () => Date };

export function askInProcess({ endpoint, connect, now }: Options): AskInProcess {
  return async (c, language, { query, variables }) => {
    // A variable that is not given is left out: undefined is no value of JSON. What stands in an address is checked as what is sent.
    const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value != null));
    const params = checkParams({ query, variables: given }, c.get('viewer'));
    if ('status' in params)
      return { status: params.status, data: null, errors: [{ message: inWords(language, params.said), extensions: { code: params.code } }] };
    const { text, status } = await connect(c, (db) => {
      const context = { db, viewer: c.get('viewer'), today: today(now), language, requestId: c.get('requestId'), memo: new Map() };
      const asked: Asked = { params, answerType: { mediaType: 'application/json', isLegacy: false }, context };
      return endpoint(new Request('http://in.process/graphql', { method: 'POST' }), asked).finally(() => {
        c.set('operation', asked.operation);
        c.set('cost', (c.get('cost') ?? 0) + (asked.cost?.().requested ?? 0));
      });
    });
    const { data = null, errors = [] } = JSON.parse(text) as { data?: unknown; errors?: InProcess['errors'] };
    return { status, data, errors };
  };
}

export const today = (now: () => Date): string => now().toISOString().slice(0, 10);

// A browser at the pages: it keeps cookies, and sends the headers of a form from the same page unless others are given.
import { createApp } from '../../src/http/app.ts';
import type { Authenticate } from '../../src/http/auth.ts';
import type { People } from '../../src/http/people.ts';
import { isReady } from '../../src/http/ready.ts';
import { version } from '../../src/http/version.ts';
import { schema } from '../../src/schema.ts';
import type { TestDatabase } from '../db.ts';

type Settings = { database: TestDatabase; people: People | null; origin: string; now?: () => Date; authenticate?: Authenticate };

export function openBrowser({ database, people, origin, now = () => new Date(), authenticate }: Settings) {
  const app = createApp({
    schema,
    connect: (_c, use) => use(database.db),
    isReady,
    version,
    now,
    people,
    ...(authenticate && { authenticate }),
  });
  const cookies = new Map<string, string>();
  const lines: string[] = [];
  const send = async (path: string, init: RequestInit = {}) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await app.request(`${origin}${path}`, { ...init, headers: { ...(cookie && { cookie }), ...init.headers } });
    for (const line of response.headers.getSetCookie()) {
      lines.push(line);
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/max-age=0/i.test(line)) cookies.delete(name);
      else cookies.set(name, value);
    }
    return response;
  };
  const post = (path: string, fields: Record<string, string>, headers: Record<string, string> = { origin, 'sec-fetch-site': 'same-origin' }) =>
    send(path, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      body: String(new URLSearchParams(fields)),
    });
  const text = async (path: string) => (await send(path)).text();
  const token = async (path = '/en') => /name="formToken" value="([^"]+)"/.exec(await text(path))?.[1] ?? '';
  /** Runs a mutation as a form of a page does. */
  const act = async (mutation: string, fields: Record<string, string>) =>
    post(`/en/do/${mutation}`, { back: '/en/desk', ...fields, formToken: await token() });
  return { send, post, text, token, act, cookies, lines };
}

/** The fields of the form on a page that runs this mutation, as they stand; null where there is none. */
export function formOn(page: string, mutation: string, about = ''): Record<string, string> | null {
  const forms = [...page.matchAll(/<form[^>]*action="([^"]+)"[^>]*>(.*?)<\/form>/gs)];
  const found = forms.find(([, action = '', inside = '']) => action.endsWith(`/do/${mutation}`) && inside.includes(about))?.[2];
  if (found === undefined) return null;
  const inputs = [...found.matchAll(/<input[^>]*name="([^"]+)"[^>]*?(?:value="([^"]*)")?[^>]*>/g)]
    .filter(([line]) => !line.includes('type="checkbox"') || line.includes(' checked'))
    .map(([line, name = '']) => [name, /value="([^"]*)"/.exec(line)?.[1] ?? '']);
  const areas = [...found.matchAll(/<textarea[^>]*name="([^"]+)"[^>]*>([^<]*)<\/textarea>/g)].map(([, name = '', value = '']) => [name, value]);
  const selects = [...found.matchAll(/<select[^>]*name="([^"]+)"[^>]*>(.*?)<\/select>/gs)].map(([, name = '', options = '']) => [
    name,
    /value="([^"]*)" selected/.exec(options)?.[1] ?? '',
  ]);
  return Object.fromEntries([...inputs, ...areas, ...selects]);
}

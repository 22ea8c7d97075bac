// Importing on the pages: a file is checked, what it would do is told, and what was checked is stored.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SignedIn } from '../../src/core/viewer.ts';
import { readEnv } from '../../src/http/env.ts';
import { type People, peopleOf } from '../../src/http/people.ts';
import { clientOf } from '../ask.ts';
import { tabsOf, workbook } from '../correction/sheet.ts';
import { openSeededDatabase, type TestDatabase } from '../db.ts';
import { openBrowser } from './browser.ts';

const origin = 'http://127.0.0.1:8787';
const editor: SignedIn = { role: 'EDITOR', state: 'JAM', subject: 'development:editor:JAM' };
let database: TestDatabase;
let people: People | null;

beforeAll(async () => {
  database = await openSeededDatabase();
  const { env } = readEnv({});
  people = env && peopleOf(env);
});
afterAll(() => database?.close());

async function as(role: string) {
  const it = openBrowser({ database, people, origin, now: () => new Date('2026-06-01T12:00:00Z') });
  await it.post('/en/try-as', { role, state: 'JAM' });
  return it;
}
const ask = (query: string) => clientOf(database, '2026-06-01', editor)(query);

const send = async (it: Awaited<ReturnType<typeof as>>, fill: (form: FormData) => unknown, path = '/en/desk/import') => {
  const form = new FormData();
  form.set('formToken', await it.token(path));
  await fill(form);
  return it.send(path, { method: 'POST', headers: { origin }, body: form });
};
const yaml = (title: string) =>
  `schema: strategy/1\nid: jam-imported-2027\ntitle: ${title}\nowner:\n  state: JAM\nlevel: national\nscope: drugs\nstatus: adopted\nvalid:\n  from_year: 2027\n`;

test('an import tells problems with file and mend, then what it would do, and stores what was checked', async () => {
  const it = await as('EDITOR');
  const wrong = await send(it, (form) => form.append('files', new File([yaml('Wrong').replace('drugs', 'druggs')], 'plan.yaml')));
  expect(wrong.status).toBe(400);
  const told = await wrong.text();
  expect(told).toContain('nothing was stored');
  expect(told).toContain('plan.yaml');
  const checked = await send(it, (form) => form.append('files', new File([yaml('“Énergie” — план')], 'plan.yaml')));
  const page = await checked.text();
  expect(checked.status).toBe(200);
  expect(page).toContain('What it would do');
  const found = () => ask('{ strategy(key: "jam-imported-2027") { title publication } }');
  expect((await found()).data.strategy).toBeNull();
  const [name, content] = ['name', 'content'].map((field) => new RegExp(`type="hidden" name="${field}" value="([^"]*)"`).exec(page)?.[1] ?? '');
  const stored = await send(it, (form) => {
    form.set('step', 'store');
    form.append('name', name ?? '');
    form.append('content', content ?? '');
  });
  expect([stored.status, stored.headers.get('location')]).toEqual([303, '/en/desk?done=IMPORTED']);
  expect((await found()).data.strategy).toEqual({ title: '“Énergie” — план', publication: 'UNPUBLISHED' });
});

test('an import takes a plan template, filled in, at both steps', async () => {
  const it = await as('EDITOR');
  expect(await it.text('/fr/desk/import')).toContain('href="/export/plan-template.xlsx?lang=fr"');
  const tabs = await tabsOf(await (await it.send('/export/plan-template.xlsx?lang=fr')).arrayBuffer());
  const cover: Record<string, string> = { title: 'Plan été', owner: 'JAM', scope: 'drogues', status: 'adoptée', key: 'jam-template-2027' };
  for (const cells of tabs[0]?.data ?? []) cells[1] = cover[String(cells[2] ?? '').replace('plan.', '')] ?? cells[1] ?? null;
  tabs[1]?.data.splice(1, 2, ['1', 'Prévenir'], ['1.1', 'Former', '4', null, null, null, 'cocaine']);
  const bytes = (data: typeof tabs) => workbook(data).then((text) => new Uint8Array(Buffer.from(text, 'base64')));
  const wrong = structuredClone(tabs);
  wrong[1]?.data.splice(3, 1, ['x', 'y']);
  const told = await send(it, async (form) => form.append('files', new File([await bytes(wrong)], 'plan.xlsx')));
  expect([told.status, await told.text()]).toEqual([400, expect.stringContaining('plan.xlsx: Plan, row 4: ')]);
  const checked = await (await send(it, async (form) => form.append('files', new File([await bytes(tabs)], 'plan.xlsx')))).text();
  const content = /type="hidden" name="content" value="([^"]*)"/.exec(checked)?.[1] ?? '';
  const stored = await send(it, (form) => {
    form.set('step', 'store');
    form.append('name', 'plan.xlsx');
    form.append('content', content);
  });
  expect([stored.status, stored.headers.get('location')]).toEqual([303, '/en/desk?done=IMPORTED']);
  const { data } = await ask('{ strategy(key: "jam-template-2027") { title(lang: FR) scope publication nodes { key threats { key } } } }');
  expect(data.strategy).toEqual({
    title: 'Plan été',
    scope: 'DRUGS',
    publication: 'UNPUBLISHED',
    nodes: [
      { key: 'jam-template-2027.p1', threats: [] },
      { key: 'jam-template-2027.p1.o1', threats: [{ key: 'cocaine' }] },
    ],
  });
});

test('a French editor reads what is wrong with a plan template in French, at the same rows, on the page and from the API', async () => {
  const it = await as('EDITOR');
  const tabs = await tabsOf(await (await it.send('/export/plan-template.xlsx?lang=fr')).arrayBuffer());
  const cover: Record<string, string> = { title: 'Plan', owner: 'JAM', scope: 'drogues', status: 'adoptée', key: 'jam-wrong-2027' };
  for (const cells of tabs[0]?.data ?? []) cells[1] = cover[String(cells[2] ?? '').replace('plan.', '')] ?? cells[1] ?? null;
  tabs[1]?.data.splice(1, 2, ['x', 'Prévenir'], ['1', 'Former', null, null, null, null, 'cocain']);
  const content = await workbook(tabs);
  const inFrench = [
    'plan.xlsx\u00a0: Plan, ligne 2\u00a0: «\u00a0x\u00a0» n’est pas un numéro de ligne. Écrivez 1 pour un axe, 1.1 pour un objectif, 1.1.1 pour une mesure.',
    'plan.xlsx\u00a0: Plan, ligne 3\u00a0: descripteur inconnu\u00a0: «\u00a0cocain\u00a0». S’agit-il de cocaine\u00a0?',
  ];
  const file = new File([Buffer.from(content, 'base64')], 'plan.xlsx');
  const page = await send(it, (form) => form.append('files', file), '/fr/desk/import');
  expect([...(await page.text()).matchAll(/<li>(plan\.xlsx[^<]*)/g)].map(([, words]) => words)).toEqual(inFrench);
  const query =
    'mutation($content: String!) { importPack(input: { files: [{ name: "plan.xlsx", content: $content }] }) { userErrors { field code message } } }';
  const toldTo = async (header: Record<string, string>) =>
    (await clientOf(database, '2026-06-01', editor)(query, { content }, header)).data.importPack.userErrors;
  const told = (messages: string[]) => messages.map((message) => ({ field: 'files[0]', code: 'INVALID', message }));
  expect(await toldTo({ 'accept-language': 'fr' })).toEqual(told(inFrench));
  expect(await toldTo({})).toEqual(
    told([
      'plan.xlsx: Plan, row 2: "x" is no number of a row. Write 1 for a pillar, 1.1 for an objective, 1.1.1 for a measure.',
      'plan.xlsx: Plan, row 3: unknown tag "cocain". Did you mean cocaine?',
    ]),
  );
});

test('an import is for those who may, with a token, and of text alone', async () => {
  const reader = await as('READER');
  expect(await reader.text('/en/desk/import')).not.toContain('type="file"');
  const it = await as('EDITOR');
  const form = new FormData();
  form.append('files', new File([yaml('x')], 'plan.yaml'));
  expect((await it.send('/en/desk/import', { method: 'POST', headers: { origin }, body: form })).status).toBe(403);
  const binary = await send(it, (given) => given.append('files', new File([new Uint8Array([0xff, 0xfe, 0x80])], 'plan.yaml')));
  expect(binary.status).toBe(400);
  expect((await send(reader, (given) => given.append('files', new File(['x'.repeat(200_000)], 'plan.yaml')))).status).toBe(413);
});

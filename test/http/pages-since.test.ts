// Pages of two days: what changed between them is what GraphQL answers for each, and nobody is told through it what is another's.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publicViewer, type Viewer } from '../../src/core/viewer.ts';
import { createApp } from '../../src/http/app.ts';
import { isReady } from '../../src/http/ready.ts';
import { version } from '../../src/http/version.ts';
import { dayText } from '../../src/i18n/dates.ts';
import { languages } from '../../src/i18n/languages.ts';
import { message } from '../../src/i18n/messages.ts';
import { assistanceScreens } from '../../src/pages/assistance-screen.ts';
import { calendarScreens } from '../../src/pages/calendar-screen.ts';
import { needScreen } from '../../src/pages/need-screen.ts';
import { Address, type Screen } from '../../src/pages/screen.ts';
import { stateRecordScreen } from '../../src/pages/state-record-screen.ts';
import { schema } from '../../src/schema.ts';
import { clientOf, type Data } from '../ask.ts';
import { insertNeedRow } from '../assistance/rows.ts';
import { allViewers, changed, clientsOf, openWorld, today } from '../assistance/world.ts';
import { openSeededDatabase, type TestDatabase } from '../db.ts';

let seeded: TestDatabase;
let world: TestDatabase;
beforeAll(async () => {
  [seeded, world] = [await openSeededDatabase(), await openWorld()];
  for (const state of ['XAA', 'XAB', 'XAC']) await insertNeedRow(world.db, { key: `${state.toLowerCase()}-need-1`, state });
  await insertNeedRow(world.db, { key: 'xaa-need-2', state: 'XAA', threat: 'cocaine', match: { activity: 'TA2', status: 'ACCEPTED' } });
  await insertNeedRow(world.db, { key: 'xab-need-3', state: 'XAB', consent: 'PRIVATE' });
});
afterAll(async () => {
  for (const database of [seeded, world]) await database?.close();
});

async function get(database: TestDatabase, path: string, viewer: Viewer = publicViewer): Promise<{ status: number; text: string }> {
  const now = () => new Date(`${today}T12:00:00Z`);
  const app = createApp({ schema, connect: (_c, use) => use(database.db), isReady, version, now, authenticate: async () => ({ viewer }) });
  const response = await app.request(path);
  return { status: response.status, text: await response.text() };
}
const as = (who: string): Viewer => allViewers[who] ?? publicViewer;
const changesOf = (text: string) =>
  text.slice(text.indexOf('aria-labelledby="changes"'), text.indexOf('</section>', text.indexOf('aria-labelledby="changes"')));
const numbers = (html: string) => [...html.matchAll(/<td>(\d+)<\/td>/g)].map((match) => Number(match[1]));

describe('needs', () => {
  const needsOn = async (day: string): Promise<Data[]> =>
    (
      await clientOf(world, today)(`{ assistanceNeeds(asOf: "${day}", first: 100) { edges { node { key stage status } } } }`)
    ).data.assistanceNeeds.edges.map((edge: Data) => edge.node);

  test('are counted on both days as GraphQL counts them, and each that stands otherwise is named', async () => {
    const [then, now] = [await needsOn('2026-01-01'), await needsOn(today)];
    const { text } = await get(world, '/en/assistance?since=2026-01-01');
    const changes = changesOf(text);
    const counts = ['UNMET', 'PARTLY_MET', 'MET'].flatMap((status) =>
      [then, now].map((needs) => needs.filter((need) => need.status === status).length),
    );
    expect(numbers(changes)).toEqual([then.length, now.length, ...counts]);
    const moved = now.filter((need) => then.some((it) => it.key === need.key && (it.stage !== need.stage || it.status !== need.status)));
    expect(moved.length).toBe(4);
    expect([...changes.matchAll(/needs\/([a-z0-9-]+)"/g)].map((match) => match[1])).toEqual(moved.map(({ key }) => key));
    expect(changes).toContain(
      message('EN', 'change.fromTo', { from: message('EN', 'needStatus.UNMET'), to: message('EN', 'needStatus.PARTLY_MET') }),
    );
    expect(changes).not.toContain('xab-need-3');
    // The state itself is told of its own.
    expect(changesOf((await get(world, '/en/assistance?since=2026-01-01', as('neighbour'))).text)).toContain('xab-need-3');
  });

  test('that are new say so with their totals, which are given from three States on', async () => {
    const changes = changesOf((await get(world, '/en/assistance?since=2025-12-31')).text);
    expect(changes.split(message('EN', 'since.new')).length - 1).toBe(4);
    expect(changes).toContain(message('EN', 'change.fromTo', { from: message('EN', 'session.noFigure'), to: '3' }));
    const few = changesOf((await get(world, '/en/assistance?since=2026-01-01&states=XAA,XAB')).text);
    expect(numbers(few)).toEqual([]);
    expect(few).toContain(message('EN', 'totals.few'));
  });

  test('are compared whatever stage or status the page is asked for, and what is not compared is said', async () => {
    const { text } = await get(world, '/en/assistance?since=2026-01-01&status=MET');
    expect(changesOf(text)).toContain('xaa-need-2');
    expect(text).toContain(message('EN', 'since.needs'));
    expect((await get(world, '/en/assistance')).text).not.toContain('id="changes"');
  });

  test('that one project could serve stand in one table, with the figures of GraphQL and without what is private', async () => {
    const { data } = await clientOf(
      world,
      today,
    )('{ assistanceNeeds(filter: { organization: "xreg", status: UNMET }) { elements { theme { key label } states unmet } } }');
    const [line] = data.assistanceNeeds.elements;
    expect(line).toMatchObject({ theme: { key: 'prevention' }, states: 3, unmet: 3 });
    const { text } = await get(world, '/en/r/xreg/assistance');
    const row = text.slice(text.indexOf('<tr data-theme="prevention">'), text.indexOf('</tr>', text.indexOf('<tr data-theme="prevention">')));
    expect(row).toContain(`>${line.states}: `);
    expect(row).toContain(`>${line.unmet}</td>`);
    expect(row).toContain('activities/TA1"');
    for (const key of ['xaa-need-1', 'xab-need-1', 'xac-need-1']) expect(row).toContain(key);
    expect(text).not.toContain('xab-need-3');
    expect(text.indexOf('id="joint"')).toBeLessThan(text.indexOf('id="needs"'));
    // Of two States no figure is given.
    expect((await get(world, '/en/assistance?states=XAA,XAB')).text).toMatch(/data-theme="prevention">[\s\S]*?not given below three States/);
  });
});

describe('one need', () => {
  const path = '/en/assistance/needs/xaa-need-2';
  test('is shown as it stood on a day, without forms, and not before it was recorded', async () => {
    const { text } = await get(world, `${path}?asOf=2026-01-03`, as('approver'));
    expect(text).toContain(message('EN', 'matchStatus.PROPOSED'));
    expect(text).not.toContain(message('EN', 'matchStatus.ACCEPTED'));
    expect(text).not.toContain('/en/do/');
    expect((await get(world, `${path}?asOf=2025-12-31`)).text).toContain(message('EN', 'need.notYet'));
  });

  test('is compared between two days, with what was recorded between them', async () => {
    const { text } = await get(world, `${path}?since=2026-01-02`);
    const changes = changesOf(text);
    for (const words of ['needStatus.UNMET', 'needStatus.PARTLY_MET', 'matchStatus.ACCEPTED'] as const)
      expect(changes).toContain(message('EN', words));
    for (const day of ['2026-01-03', '2026-01-04']) expect(changes).toContain(dayText('EN', day));
    expect(changes.match(/<li>/g)).toHaveLength(2);
  });
});

describe('an activity that does not suit', () => {
  test('is told why before it is proposed and after, and may be proposed', async () => {
    const path = '/en/assistance/needs/xac-need-1';
    const lacks = [message('EN', 'matchLack.RECIPIENT'), message('EN', 'matchLack.PERIOD')];
    const before = (await get(world, `${path}?activity=TA3`, as('secretariat'))).text;
    for (const words of [message('EN', 'match.lacks'), ...lacks, message('EN', 'match.mayStill')]) expect(before).toContain(words);
    expect(before).not.toContain(message('EN', 'matchLack.THEME'));
    const { match } = await changed(clientsOf(world)('secretariat'), 'proposeMatch', { need: 'xac-need-1', activity: 'TA3' }, 'match { lacks }');
    expect(match.lacks).toEqual(['RECIPIENT', 'PERIOD']);
    const after = (await get(world, path, as('secretariat'))).text;
    for (const words of [message('EN', 'match.lacks'), ...lacks]) expect(after).toContain(words);
    expect((await get(world, path)).text).not.toContain(message('EN', 'match.lacks'));
  });

  test('is not asked about by who cannot propose; of an unknown key it is said that none can be read', async () => {
    const path = '/en/assistance/needs/xab-need-1?activity=NONE';
    expect((await get(world, path, as('secretariat'))).text).toContain(message('EN', 'match.unknown'));
    for (const who of ['public', 'neighbour approver']) expect((await get(world, path, as(who))).text).not.toContain('id="fit"');
    const fits = (await get(world, '/en/assistance/needs/xab-need-1?activity=TA1', as('secretariat'))).text;
    expect(fits).toContain(message('EN', 'match.suits'));
  });
});

test('the brief names the figures that differ between two days, as GraphQL tells each', async () => {
  const figures = 'functions { figures { key text } } questions { figures { key text } }';
  const { data } = await clientOf(
    seeded,
    today,
  )(
    `{ now: workingGroupBrief(organization: "caricom", asOf: "${today}") { ${figures} } then: workingGroupBrief(organization: "caricom", asOf: "2015-01-01") { ${figures} } }`,
  );
  const of = (brief: Data): Data[] => [...brief.functions, ...brief.questions].flatMap((section: Data) => section.figures);
  const earlier = new Map(of(data.then).map(({ key, text }) => [key, text]));
  const differing = of(data.now).filter(({ key, text }) => earlier.get(key) !== text);
  expect(differing.length).toBeGreaterThan(10);
  const { text } = await get(seeded, `/en/r/caricom/brief?asOf=${today}&since=2015-01-01`);
  const changes = changesOf(text);
  expect([...changes.matchAll(/<li><a href="#([^"]+)"/g)].map((match) => match[1])).toEqual(differing.map(({ key }) => key));
  // What only the earlier day has a figure for is told as well.
  const gone = [...earlier.keys()].filter((key) => !of(data.now).some((figure) => figure.key === key));
  expect(gone.length).toBeGreaterThan(0);
  expect(changes.match(/to “not recorded”/g)).toHaveLength(gone.length);
  expect(changes).toContain(message('EN', 'since.figures', { n: differing.length + gone.length, m: of(data.now).length + gone.length }));
  expect(text).toContain(`href="/ar/r/caricom/brief?asOf=${today}&amp;since=2015-01-01"`);
  expect((await get(seeded, '/en/brief?since=2026-02-31')).status).toBe(400);
  expect((await get(seeded, `/en/brief?since=2020-01-01`)).status).toBe(200);
});

test('the calendar names what stands otherwise on the two days', async () => {
  const fields = 'items { kind status state { key } organization { key } strategy { key } assessment { key } evaluation { key } }';
  const { data } = await clientOf(
    seeded,
    today,
  )(
    `{ now: monitoringCalendar(organization: "caricom", asOf: "${today}") { ${fields} } then: monitoringCalendar(organization: "caricom", asOf: "2012-01-01") { ${fields} } }`,
  );
  const id = (it: Data) => [it.kind, it.state?.key ?? it.organization?.key, it.strategy?.key].join(' ');
  const earlier = new Map<string, Data>(data.then.items.map((it: Data) => [id(it), it]));
  const later = new Set(data.now.items.map(id));
  const newest = (it: Data | undefined) => it?.assessment?.key ?? it?.evaluation?.key;
  const differing = [
    ...data.now.items.filter((it: Data) => earlier.get(id(it))?.status !== it.status || newest(earlier.get(id(it))) !== newest(it)),
    ...data.then.items.filter((it: Data) => !later.has(id(it))),
  ];
  expect(differing.length).toBeGreaterThan(2);
  expect(changesOf((await get(seeded, '/en/r/caricom/calendar?since=2012-01-01')).text).match(/<li>/g)).toHaveLength(differing.length);
});

test('the record of a state compares objectives, kinds of strategy, elements and threats', async () => {
  const fields =
    'organizations { objectives { objective { key } status } } coverage { scope status } elements { element { key } status } threats { threat { key } status }';
  const on = (day: string) => `stateRecord(state: "JAM", asOf: "${day}") { ${fields} }`;
  const { data } = await clientOf(seeded, today)(`{ now: ${on(today)} then: ${on('2012-01-01')} }`);
  const statuses = (record: Data): Map<string, string> =>
    new Map([
      ...record.organizations.flatMap((it: Data) => it.objectives).map((it: Data) => [`o ${it.objective.key}`, it.status]),
      ...record.coverage.map((it: Data) => [`k ${it.scope}`, it.status]),
      ...record.elements.map((it: Data) => [`e ${it.element.key}`, it.status]),
      ...record.threats.map((it: Data) => [`t ${it.threat.key}`, it.status]),
    ]);
  const [then, now] = [statuses(data.then), statuses(data.now)];
  const count = (group: string) =>
    [...new Set([...then.keys(), ...now.keys()])].filter((key) => key.startsWith(group) && then.get(key) !== now.get(key)).length;
  const changes = changesOf((await get(seeded, '/en/states/JAM?since=2012-01-01')).text);
  const shown = ['objectives', 'kinds', 'elements', 'threats'].map((part) =>
    Number(new RegExp(`href="#${part}">[^(]*\\((\\d+)\\)`).exec(changes)?.[1]),
  );
  expect(shown).toEqual([count('o'), count('k'), count('e'), count('t')]);
  expect(shown.filter((n) => n > 0).length).toBeGreaterThan(2);
});

test('the figures of a session say that they count what everyone may read, to the Secretariat too', async () => {
  await changed(clientsOf(world)('secretariat'), 'recordSession', { key: 'wg-1', title: 'June', startsOn: today, endsOn: today }, 'session { key }');
  for (const who of ['public', 'secretariat'])
    expect((await get(world, '/en/sessions/wg-1', as(who))).text).toContain(message('EN', 'session.publicOnly'));
});

const screens: [string, Screen, Record<string, string>][] = [
  ['assistance', assistanceScreens[0] as Screen, { organization: 'xreg' }],
  ['calendar', calendarScreens[0] as Screen, { organization: 'xreg' }],
  ['need', needScreen, { key: 'xaa-need-1' }],
  ['record', stateRecordScreen, { state: 'XAA' }],
];
test.each(screens)('%s of two days is one operation within what one may cost', async (_name, screen, parts) => {
  const address = new Address('', parts, new URLSearchParams('since=2026-01-01&activity=TA1'));
  const operation = screen.ask(address, { viewer: publicViewer, today });
  const { errors, extensions } = await clientOf(world, today)(operation?.query ?? '', { ...operation?.variables });
  expect(errors).toBeUndefined();
  expect(extensions.cost.requested).toBeLessThan(4500);
});

test.each(languages)('in %s pages of two days tell both and stand in their language', async (language) => {
  const code = language.toLowerCase();
  for (const [database, path] of [
    [world, '/assistance?since=2026-01-01'],
    [world, '/assistance/needs/xaa-need-1?since=2026-01-01'],
    [seeded, '/r/caricom/calendar?since=2020-01-01'],
    [seeded, '/r/caricom/brief?since=2020-01-01'],
    [seeded, '/states/JAM?since=2020-01-01'],
  ] as const) {
    const { status, text } = await get(database, `/${code}${path}`);
    expect(status, path).toBe(200);
    expect(text, path).toContain(message(language, 'since.lead'));
    expect(text, path).not.toMatch(/\sstyle=|\son[a-z]+=/);
    const ids = [...text.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]);
    expect(
      ids.filter((id, index) => ids.indexOf(id) !== index),
      path,
    ).toEqual([]);
  }
});

// Forms of the pages: who is offered which, what each does, that they choose by name, say beforehand what they would do and afterwards what
// they did, and lose nothing that was typed.
import { isEnumType, isInputObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SignedIn } from '../../src/core/viewer.ts';
import { readEnv } from '../../src/http/env.ts';
import { type People, peopleOf } from '../../src/http/people.ts';
import { languages } from '../../src/i18n/languages.ts';
import { labelOf, wordOf } from '../../src/pages/action-labels.ts';
import { formFields, offeredMutations } from '../../src/pages/actions.ts';
import { schema } from '../../src/schema.ts';
import { clientOf } from '../ask.ts';
import { openSeededDatabase, type TestDatabase } from '../db.ts';
import { formOn, openBrowser } from './browser.ts';

const origin = 'http://127.0.0.1:8787';
let time = new Date('2026-06-01T12:00:00Z');
const editor: SignedIn = { role: 'EDITOR', state: 'JAM', subject: 'development:editor:JAM' };
const approver: SignedIn = { role: 'APPROVER', state: 'JAM', subject: 'development:approver:JAM' };
const plan = 'jam-forms-2026';
const objective = 'caricom-crime-security-strategy-2013.p2.o1';
const cell = `/en/r/caricom/matrix?cell=JAM.${objective}`;
const monitoring = `/en/strategies/${plan}/monitoring`;
let database: TestDatabase;
let people: People | null;

const ask = async (viewer: SignedIn, query: string, variables: Record<string, unknown> = {}) =>
  (await clientOf(database, '2026-06-01', viewer)(query, variables)).data;
const make = async (name: string, input: object) => {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const data = await ask(editor, `mutation ($input: ${type}!) { ${name}(input: $input) { userErrors { message } } }`, { input });
  expect(data[name].userErrors).toEqual([]);
};

beforeAll(async () => {
  database = await openSeededDatabase();
  const { env } = readEnv({});
  people = env && peopleOf(env);
  await make('createStrategy', { key: plan, title: { EN: 'Plan of forms' }, scope: 'DRUGS' });
  for (const [key, kind, label] of [
    ['o1', 'OBJECTIVE', 'Fewer <drugs>'],
    ['m1', 'MEASURE', 'Train officers'],
    ['i1', 'INDICATOR', 'Seizures'],
  ] as const)
    await make('addNode', {
      strategy: plan,
      key: `${plan}.${key}`,
      kind,
      label: { EN: label },
      version: (await ask(editor, `{ strategy(key: "${plan}") { version } }`)).strategy.version,
    });
});
afterAll(() => database?.close());

const nobody = () => openBrowser({ database, people, origin, now: () => time });
async function as(role: string, owner = 'JAM') {
  const it = nobody();
  await it.post('/en/try-as', { role, state: owner, organization: owner });
  return it;
}
type Person = Awaited<ReturnType<typeof as>>;

/** Sends a form of a page with these fields, and gives the notice of the page it comes back to. */
async function send(it: Person, path: string, mutation: string, fields: Record<string, string>, about = ''): Promise<string> {
  const form = formOn(await it.text(path), mutation, about);
  expect([path, mutation, form === null]).toEqual([path, mutation, false]);
  const answer = await it.post(`/en/do/${mutation}`, { ...form, ...fields });
  expect([answer.status, answer.status === 303 ? '' : await answer.text()]).toEqual([303, '']);
  return /role="status">([^<]*)</.exec(await it.text(answer.headers.get('location') ?? ''))?.[1] ?? 'no notice';
}
const offered = async (it: Person, path: string) =>
  [...new Set([...(await it.text(path)).matchAll(/\/do\/([A-Za-z]+)"/g)].map(([, name]) => name))].sort();

describe('beside the text of a strategy its owner records', () => {
  test('evaluations, effects, how far a measure is, values of an indicator and what it measures, and the page shows them', async () => {
    const it = await as('EDITOR');
    expect(await send(it, monitoring, 'recordEvaluation', { body: 'Audit <office>', date: '2026-05', cadenceMonths: '24' })).toBe(
      'Record an evaluation: Plan of forms. It is recorded, and seen at once by whoever sees what it speaks of.',
    );
    await send(it, monitoring, 'recordEffect', {
      axis: 'CRIMINAL_JUSTICE',
      direction: 'MIXED',
      text: 'More cases.',
      'source.title': 'Report of the court',
    });
    await send(it, monitoring, 'reportMeasure', { measure: `${plan}.m1`, status: 'UNDER_WAY', date: '2026-04', note: 'Half of them.' });
    await send(it, monitoring, 'recordIndicatorValue', { value: '12.5', date: '2025' }, 'name="value"');
    await send(it, monitoring, 'recordIndicatorValue', { 'details.unit': 'tonnes', 'details.target': '20' }, 'details.unit');
    const { strategy } = await ask(
      editor,
      `{ strategy(key: "${plan}") { evaluations { body cadenceMonths } effects { axis direction source { title } } nodes { key reports { status } indicator { unit target values { value } } } } }`,
    );
    expect(strategy).toMatchObject({
      evaluations: [{ body: 'Audit <office>', cadenceMonths: 24 }],
      effects: [{ axis: 'CRIMINAL_JUSTICE', direction: 'MIXED', source: { title: 'Report of the court' } }],
    });
    const of = (key: string) => strategy.nodes.find((node: { key: string }) => node.key === `${plan}.${key}`);
    expect(of('m1').reports).toEqual([{ status: 'UNDER_WAY' }]);
    expect(of('i1').indicator).toEqual({ unit: 'tonnes', target: 20, values: [{ value: 12.5 }] });
    const page = await it.text(monitoring);
    for (const words of ['Audit &lt;office&gt;', 'More cases.', 'Report of the court', 'under way', 'Half of them.', '12.5', 'tonnes'])
      expect(page).toContain(words);
    // What the indicator measures is replaced as a whole: so it stands in its form.
    expect(formOn(page, 'recordIndicatorValue', 'details.unit')).toMatchObject({ 'details.unit': 'tonnes', 'details.target': '20' });
  });

  test('and nobody else does: others read, and the strategy and the calendar lead there', async () => {
    const known = '/en/strategies/caricom-crime-security-strategy-2013';
    for (const it of [nobody(), await as('EDITOR'), await as('SECRETARIAT'), await as('ANALYST', 'ecowas')])
      expect(await offered(it, `${known}/monitoring`)).toEqual([]);
    expect(await offered(await as('ANALYST', 'caricom'), `${known}/monitoring`)).toContain('recordEvaluation');
    expect(await nobody().text(known)).toContain(`href="${known}/monitoring"`);
    expect(await nobody().text('/en/r/caricom/calendar')).toContain('/monitoring"');
    expect((await nobody().send(monitoring)).status).toBe(404);
  });
});

describe('a cell', () => {
  test('offers passages of the plans by name; a proposal is told by name, and taken back by the side that made it alone', async () => {
    const it = await as('EDITOR');
    const page = await it.text(cell);
    // Why is told with the words of passages, not with their keys and codes.
    const [, why = ''] = /<h3>Why<\/h3><p>(.*?)<\/p>/s.exec(page) ?? [];
    expect(why).toContain('“Deprive criminals of profit” covers a share of 0.625 (covers a part of it)');
    expect(await it.text(cell.replace('/en/', '/ar/'))).not.toMatch(/<p>[^<]*SUBSET/);
    const [list = ''] = /<select name="national".*?<\/select>/s.exec(page) ?? [];
    expect(list).toContain('<optgroup label="National Security Policy for Jamaica');
    const [, key = ''] = /<option value="([^"]+\.[^"]+)">[A-Z][a-z]+: /.exec(list) ?? [];
    const told = await send(it, cell, 'proposeLink', { national: key, relation: 'NO_RELATION', rationale: 'Read again.' });
    expect(told).toMatch(/^Propose a link: .+ × Take the profit out of crime.+waits for a second account/);
    expect(await offered(await as('ANALYST', 'caricom'), cell)).not.toContain('withdrawLink');
    expect(await offered(nobody(), cell)).toEqual([]);
    expect(await send(it, cell, 'withdrawLink', {})).toMatch(/^Take the proposal back: .+ It is taken back\.$/);
    expect(await offered(it, cell)).not.toContain('withdrawLink');
  });

  test('that does not apply is said so and taken back by the same side', async () => {
    const it = await as('EDITOR');
    expect(await send(it, cell, 'markNotApplicable', { reason: 'Not here.' })).toMatch(/^Say that it does not apply: Jamaica × .+ seen at once/);
    expect(await offered(await as('ANALYST', 'caricom'), cell)).not.toContain('withdrawNotApplicable');
    expect(await send(it, cell, 'withdrawNotApplicable', { reason: 'It does.' })).toMatch(/It is taken back\.$/);
    expect(await offered(it, cell)).not.toContain('withdrawNotApplicable');
  });

  test('contested and confirmed by one State: each form warns of the other, and so does what is told afterwards', async () => {
    const it = await as('APPROVER');
    const link = (
      await ask(approver, `{ alignmentCell(state: "JAM", objective: "${objective}") { evidence { counts link { id } } } }`)
    ).alignmentCell.evidence.find(({ counts }: { counts: boolean }) => counts).link.id;
    expect(await it.text(cell)).not.toContain('side by side');
    await send(it, cell, 'reviewLink', { decision: 'CONFIRM' }, link);
    expect(await it.text(cell)).toContain('Your State has confirmed 1 link here.');
    const told = await send(it, cell, 'contestCell', { reason: 'It says more.' });
    expect(told).toMatch(/^Contest what is said: Jamaica × .+ Your State has confirmed 1 link here\. .+side by side\.$/);
    expect(await it.text('/en/states/JAM')).toContain('1 contest of your State is open here.');
    expect(await it.text('/en/desk')).toContain('1 contest of your State is open here.');
    await send(it, cell, 'resolveContest', { outcome: 'WITHDRAWN' });
    expect(await it.text('/en/desk')).not.toContain('is open here');
  });
});

describe('the record of a state', () => {
  const record = '/en/states/JAM';

  test('takes the word of the state on a kind, an element and a threat, chosen by name, and gives it back', async () => {
    const it = await as('EDITOR');
    const page = await it.text(record);
    expect(page).toMatch(/<select name="key" required>.*<option value="firearms-trafficking">[A-Z]/s);
    await send(
      it,
      record,
      'recordStatement',
      { key: 'prevention', decision: 'CORRECT', proposed: 'ACTIONED', reason: 'There is a measure.' },
      'value="ELEMENT"',
    );
    await send(it, record, 'recordStatement', { key: 'DRUGS', decision: 'CONTEST', reason: 'There is one.' }, 'value="SCOPE"');
    expect(await send(it, record, 'recordStatement', { key: 'cocaine', decision: 'CONTEST', reason: 'Named on page 3.' }, 'value="THREAT"')).toMatch(
      /^Say what your State makes of a reading: Jamaica\. It is recorded/,
    );
    const { stateRecord } = await ask(editor, '{ stateRecord(state: "JAM") { statements { subject key decision proposed open } } }');
    expect(stateRecord.statements).toHaveLength(3);
    expect(stateRecord.statements).toContainEqual({ subject: 'ELEMENT', key: 'prevention', decision: 'CORRECT', proposed: 'ACTIONED', open: true });
    expect(await send(it, record, 'withdrawStatement', {})).toMatch(/^Take this word back: Jamaica\. It is taken back\.$/);
    // An approver alone confirms; others are offered nothing.
    const decisions = async (who: Person) => /value="ELEMENT">.*?name="decision".*?<\/select>/s.exec(await who.text(record))?.[0] ?? '';
    expect(await decisions(it)).not.toContain('value="CONFIRM"');
    expect(await decisions(await as('APPROVER'))).toContain('value="CONFIRM"');
    for (const other of [nobody(), await as('READER'), await as('EDITOR', 'TTO'), await as('ANALYST', 'caricom')])
      expect(await offered(other, record)).toEqual([]);
  });

  test('says before all of it is confirmed or contested how many rows of each sort that is, and does just that', async () => {
    const it = await as('APPROVER');
    const page = await it.text(record);
    const [, links = ''] = /(\d+) links? waits? for a word/.exec(page.replace('links wait', 'link waits')) ?? [];
    expect(Number(links)).toBeGreaterThan(0);
    const [table = ''] = /waits? for a word.*?<\/ul>/s.exec(page) ?? [];
    const figures = [...table.matchAll(/<strong>(\d+)<\/strong>/g)].map(([, figure]) => Number(figure));
    expect(figures.reduce((sum, figure) => sum + figure, 0)).toBe(Number(links));
    expect(table).toContain('suggested');
    const told = await send(it, record, 'reviewRecord', {}, 'value="CONFIRM"');
    expect(told).toBe(`Confirm or contest what is said of the State: Jamaica. ${links} links are confirmed.`);
    // What is confirmed counts: so there may be more to contest than before.
    const after = await it.text(record);
    expect(after).toContain('0 links wait for a word');
    const [, contests = ''] = /(\d+) contests would be recorded/.exec(after) ?? [];
    expect(await send(it, record, 'reviewRecord', { reason: 'To be read again.' }, 'value="CONTEST"')).toContain(`${contests} contests are recorded`);
    expect(await it.text('/en/desk')).toContain(`${contests} are left: open contests speak of them already.`);
    const { clearance } = (await ask({ ...approver, role: 'READER' }, '{ stateRecord(state: "JAM") { clearance { toContest } } }')).stateRecord;
    expect(clearance).toBeNull();
  });
});

test('an approver sets what the state agrees to, by name, and sees how it stands', async () => {
  const it = await as('APPROVER');
  expect(await offered(await as('EDITOR'), '/en/assistance')).not.toContain('setAgreement');
  const form = formOn(await it.text('/en/assistance'), 'setAgreement');
  expect(form).toMatchObject({ advice: 'false', clear: 'summariesTo' });
  expect(form).not.toHaveProperty('summariesTo');
  await send(it, '/en/assistance', 'setAgreement', { advice: 'true', summariesTo: 'caricom' });
  const agreed = async () =>
    (await ask(approver, '{ memberState(key: "JAM") { agreements { advice summariesTo { key } } } }')).memberState.agreements;
  expect(await agreed()).toEqual({ advice: true, summariesTo: [{ key: 'caricom' }] });
  expect(formOn(await it.text('/en/assistance'), 'setAgreement')).toMatchObject({ advice: 'true', summariesTo: 'caricom' });
  const page = await it.text('/en/assistance');
  const token = formOn(page, 'setAgreement')?.formToken ?? '';
  await it.post('/en/do/setAgreement', { formToken: token, back: '/en/assistance', advice: 'true', clear: 'summariesTo' });
  expect(await agreed()).toEqual({ advice: true, summariesTo: [] });
});

test('a published assessment is taken back at the desk of whoever may', async () => {
  await make('recordAssessment', { key: 'jam-assessment-forms', title: 'Assessment of forms', series: 'jam-forms', dated: '2026-01', findings: [] });
  const it = await as('APPROVER');
  await send(it, '/en/desk', 'publishAssessment', { visibility: 'PUBLIC' }, 'jam-assessment-forms');
  expect(await offered(await as('EDITOR'), '/en/desk')).not.toContain('withdrawAssessment');
  expect(await send(it, '/en/desk', 'withdrawAssessment', {}, 'jam-assessment-forms')).toBe('Withdraw: Assessment of forms. It is taken back.');
});

test('of a long list the desk says how much of it was looked through, and leads to the rest', async () => {
  const before = (await ask(editor, '{ assessments(filter: { states: ["JAM"] }, first: 1) { totalCount } }')).assessments.totalCount;
  for (let number = 10; number < 61; number += 1)
    await make('recordAssessment', { key: `jam-long-${number}`, title: `Long ${number}`, series: 'jam-long', dated: '2026-01', findings: [] });
  const it = await as('EDITOR');
  const first = await it.text('/en/desk');
  expect(first).toContain(`Assessments not published yet: 50 of ${before + 51} were looked through for this page.`);
  const [, next = ''] = /href="([^"]*assessmentsAfter=[^"#]*)[^"]*" rel="next"/.exec(first) ?? [];
  const second = await it.text(next.replaceAll('&amp;', '&'));
  const drafts = new Set([...`${first}${second}`.matchAll(/<code>(jam-long-\d+)<\/code>/g)].map(([, key]) => key));
  expect(drafts.size).toBe(51);
  expect(second).not.toContain('page does not know');
});

test('states, organizations, needs and activities are chosen by name, in the order of the language', async () => {
  const namesIn = (page: string, name: string) => {
    const [list = ''] = new RegExp(`<select name="${name}".*?</select>`, 's').exec(page) ?? [];
    return [...list.matchAll(/<option value="([^"]+)"[^>]*>([^<]+)</g)].map(([, , words = '']) => words);
  };
  const it = await as('SECRETARIAT');
  for (const [language, locale] of [
    ['en', 'en'],
    ['ar', 'ar'],
  ] as const) {
    const page = await it.text(`/${language}/assistance`);
    const states = namesIn(page, 'state');
    expect(states.length).toBeGreaterThan(190);
    expect(states).toEqual(states.toSorted(new Intl.Collator(locale).compare));
    expect(page).toMatch(/<input type="checkbox" name="states" value="JAM">/);
    expect(namesIn(page, 'provision').length).toBeGreaterThan(10);
  }
  const objectives = namesIn(await (await as('EDITOR')).text('/en/r/caricom/assistance'), 'objective');
  expect(objectives).toContain('Take the profit out of crime, target assets and protect the financial system');
  expect(await nobody().text('/en/assistance')).not.toContain('name="provision"');
});

test('every field and every choice of a form is called by words where a form is shown again, in every language', () => {
  const inner = (type: unknown): unknown => (type && typeof type === 'object' && 'ofType' in type ? inner(type.ofType) : type);
  // What no form of ours asks for may go by its name.
  const asked = (name: string) => !/^(original|prompt|version|link|contest|match|statement|session|recommendation|budgets|details)\b/.test(name);
  const unnamed = Object.keys(offeredMutations).flatMap((mutation) => {
    const type = inner(schema.getMutationType()?.getFields()[mutation]?.args[0]?.type);
    if (!isInputObjectType(type)) return [mutation];
    return Object.values(type.getFields()).flatMap(({ name, type: itsType }) => {
      const found = inner(itsType);
      const words = isEnumType(found) ? found.getValues().map((it) => it.name) : [];
      return languages.flatMap((language) => [
        ...(asked(name) && labelOf(language, mutation, name) === name ? [`${mutation}.${name}`] : []),
        ...words.flatMap((value) =>
          wordOf(language, (found as { name: string }).name, value) === value ? [`${(found as { name: string }).name}.${value}`] : [],
        ),
      ]);
    });
  });
  expect([...new Set(unnamed)]).toEqual(['StrategyStatus.WITHDRAWN']);
  expect(formFields).toContain('about');
});

test('what was chosen by name is shown again by name, and not by key or code', async () => {
  const it = await as('EDITOR');
  const token = await it.token(cell);
  const fields = { national: 'jam-national-security-policy-2014.p2.o1', objective, relation: 'SUBSET', share: '7' };
  const answer = await it.post('/fr/do/proposeLink', { formToken: token, back: cell, about: 'X × Y', ...fields });
  const page = await answer.text();
  expect(answer.status).toBe(400);
  expect(page).toContain('<p class="lead">Proposer un lien · <bdi>X × Y</bdi></p>');
  expect(page).toMatch(/<option value="jam-national-security-policy-2014.p2.o1" selected>Deprive criminals of profit</);
  expect(page).toMatch(/<select name="relation"><option value="[A-Z]+">[^A-Z]/);
  expect(formOn(page, 'proposeLink')).toMatchObject({ ...fields, about: 'X × Y' });
});

test('who was signed out meanwhile keeps what was typed, signs in beside it, and sends it again from the same page', async () => {
  const it = await as('EDITOR');
  const form = formOn(await it.text(cell), 'contestCell') ?? {};
  time = new Date('2026-06-01T12:20:00Z');
  const refused = await it.post('/en/do/contestCell', { ...form, reason: 'A long reason that took me twenty minutes.' });
  const page = await refused.text();
  expect(refused.status).toBe(401);
  expect(page).toContain('Nothing you typed is lost');
  expect(page).toMatch(/<a href="\/en" target="_blank" rel="noopener">Sign in in another tab/);
  expect(page).not.toContain('/try-as');
  const kept = formOn(page, 'contestCell') ?? {};
  expect(kept).toMatchObject({ reason: 'A long reason that took me twenty minutes.', state: 'JAM', objective });
  await it.post('/en/try-as', { role: 'EDITOR', state: 'JAM' });
  expect((await it.post('/en/do/contestCell', kept)).status).not.toBe(401);
  time = new Date('2026-06-01T12:00:00Z');
});

test('a form of more than 1,000 fields is refused at once', async () => {
  const it = await as('EDITOR');
  const many = Object.fromEntries(Array.from({ length: 1_001 }, (_, index) => [`f${index}`, '']));
  const answer = await it.post('/fr/do/contestCell', { ...many, formToken: await it.token() });
  expect(answer.status).toBe(400);
  const page = await answer.text();
  expect(page).toMatch(/jusqu’à 1\s000 champs/);
  expect(page).toContain('<html lang="fr"');
});

test('the words of a notice are told once, to the account that sent the form, and come from nobody but us', async () => {
  const it = await as('APPROVER');
  const agree = async (advice: string) => {
    const formToken = await it.token('/en/assistance');
    const answer = await it.post('/en/do/setAgreement', { formToken, back: '/en/assistance', advice });
    return answer.headers.get('location') ?? '';
  };
  const address = await agree('false');
  expect(await it.text(address)).toContain('What your State agrees to: Jamaica.');
  expect(await it.text(address)).not.toContain('What your State agrees to: Jamaica.');
  it.cookies.set('synergy-notice', 'eyJhbGciOiJub25lIn0.eyJ3b3JkcyI6ImhlbGxvIn0.');
  expect(await it.text(address)).not.toContain('hello');
  await agree('true');
  await it.post('/en/try-as', { role: 'APPROVER', state: 'TTO' });
  expect(await it.text(address)).toMatch(/role="status">(?!What your State)/);
  expect(it.cookies.has('synergy-notice')).toBe(false);
});

// What recording, publishing and withdrawing an assessment promises.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Name, names, openStage, type Stage } from './cast.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.database.close());

const assessment = (key: string, more: object = {}) => ({ key, title: 'Threats', dated: '2025', ...more });
const whoSees = async (key: string) => {
  const seen = await Promise.all(
    names.map(async (name) => {
      const { data } = await stage.as[name]('{ assessments(first: 100) { edges { node { key } } } }');
      return data.assessments.edges.some((edge: { node: { key: string } }) => edge.node.key === key) ? [name] : [];
    }),
  );
  return seen.flat();
};
const ownUsers: Name[] = ['reader', 'editor', 'otherEditor', 'approver', 'otherApprover', 'delegate'];

const whole = {
  key: 'xaa-threats-2025',
  title: 'National threat assessment',
  series: 'xaa-threats',
  issuingBody: 'Ministry of the Interior',
  dated: '2025-03',
  nextEdition: '2027',
  method: 'risk matrix',
  threatListSeen: true,
  verified: true,
  note: 'summary only',
  attribution: 'Ministry of the Interior 2025',
  sources: [{ title: 'Report', ref: 'https://report.example/1' }],
  keyThreats: [{ threat: 'opioids', emerging: true }, { threat: 'cybercrime' }],
  findings: [
    { threat: 'opioids', likelihood: 4, impact: 5, emerging: true, note: 'rising' },
    { threat: 'cybercrime', score: 6.5, scaleMin: 1, scaleMax: 10 },
    { threat: 'drug-trafficking' },
  ],
};
const everything = `key title series level official issuingBody dated nextEdition method threatListSeen verified note attribution sources { title ref } state { key } organizations { key }
  keyThreats { key } visibility sharedWith publication version
  findings(first: 10) { edges { node { state { key } threat { key } likelihood impact score scaleMin scaleMax named emerging note } } }`;

test('an assessment is recorded with key threats and findings, private and not published, and read back the same', async () => {
  const { it, error } = await stage.run('editor', 'recordAssessment', whole, everything);
  expect(error).toBeNull();
  const { keyThreats: _k, findings: _f, ...plain } = whole;
  const none = { likelihood: null, impact: null, score: null, scaleMin: null, scaleMax: null, named: false, emerging: false, note: null };
  const state = { key: 'XAA' };
  expect(it).toEqual({
    ...plain,
    level: 'NATIONAL',
    official: true,
    state,
    organizations: [],
    keyThreats: [{ key: 'cybercrime' }, { key: 'opioids' }],
    visibility: 'PRIVATE',
    sharedWith: [],
    publication: 'UNPUBLISHED',
    version: 1,
    findings: {
      edges: [
        { node: { ...none, state, threat: { key: 'cybercrime' }, score: 6.5, scaleMin: 1, scaleMax: 10 } },
        { node: { ...none, state, threat: { key: 'drug-trafficking' }, named: true } },
        { node: { ...none, state, threat: { key: 'opioids' }, likelihood: 4, impact: 5, emerging: true, note: 'rising' } },
      ],
    },
  });
  expect(await whoSees('xaa-threats-2025')).toEqual(ownUsers);
});

test('an organization assesses states, and its assessment covers it', async () => {
  const findings = [
    { state: 'XAA', threat: 'cybercrime', likelihood: 2, impact: 2 },
    { state: 'XAC', threat: 'cybercrime' },
  ];
  const { it } = await stage.run(
    'analyst',
    'recordAssessment',
    assessment('letters-threats-2026', { findings }),
    'level series state { key } organizations { key } findings { totalCount }',
  );
  expect(it).toEqual({
    level: 'REGIONAL',
    series: 'letters-threats-2026',
    state: null,
    organizations: [{ key: 'letters' }],
    findings: { totalCount: 2 },
  });
  const newcomer = assessment('xba-threats', { findings: [{ threat: 'cybercrime' }] });
  expect((await stage.run('newcomer', 'recordAssessment', newcomer, 'state { key } findings { totalCount }')).it).toEqual({
    state: { key: 'XBA' },
    findings: { totalCount: 1 },
  });
});

test.each([
  ['key', { key: 'xab-threats' }],
  ['title', { title: ' ' }],
  ['title', { title: null }],
  ['series', { series: 'No Series' }],
  ['level', { level: 'REGIONAL' }],
  ['level', { level: 'OTHER' }],
  ['nextEdition', { dated: '2025-06', nextEdition: '2024' }],
  ['keyThreats', { keyThreats: [{ threat: 'nothing' }] }],
  ['keyThreats.1', { keyThreats: [{ threat: 'opioids' }, { threat: 'opioids' }] }],
  ['findings', { findings: [{ threat: 'nothing' }] }],
  ['findings.0.state', { findings: [{ state: 'XAB', threat: 'opioids' }] }],
  ['findings.1', { findings: [{ threat: 'opioids' }, { threat: 'opioids', likelihood: 1, impact: 1 }] }],
  ['findings.0.likelihood', { findings: [{ threat: 'opioids', likelihood: 6, impact: 1 }] }],
  ['findings.0', { findings: [{ threat: 'opioids', likelihood: 3 }] }],
  ['findings.0', { findings: [{ threat: 'opioids', likelihood: 3, impact: 3, score: 1, scaleMin: 0, scaleMax: 2 }] }],
  ['findings.0.score', { findings: [{ threat: 'opioids', score: 3 }] }],
  ['findings.0.score', { findings: [{ threat: 'opioids', score: 3, scaleMin: 4, scaleMax: 10 }] }],
  ['findings.0.score', { findings: [{ threat: 'opioids', scaleMin: 4, scaleMax: 10 }] }],
  ['sources.0.title', { sources: [{ title: '' }] }],
  ['sharedWith', { visibility: 'SHARED', sharedWith: ['nobody'] }],
])('what is wrong with %s is refused and named: %o', async (field, wrong) => {
  const { it, error } = await stage.run('editor', 'recordAssessment', { ...assessment('xaa-wrong'), ...wrong });
  expect(it).toBeNull();
  expect(error).toMatchObject({ code: 'INVALID', field: `input.${field}` });
  expect(await whoSees('xaa-wrong')).toEqual([]);
});

test('an organization names the state of each finding, and only one that there is', async () => {
  const of = async (finding: object) => (await stage.run('analyst', 'recordAssessment', assessment('letters-wrong', { findings: [finding] }))).error;
  expect(await of({ threat: 'opioids' })).toMatchObject({ code: 'INVALID', field: 'input.findings.0.state' });
  expect(await of({ threat: 'opioids', state: 'QQQ' })).toMatchObject({ code: 'INVALID', field: 'input.findings' });
});

test('with a version the findings are replaced and the rest stays; the history tells each finding', async () => {
  await stage.run('editor', 'recordAssessment', { ...whole, key: 'xaa-replace' });
  const change = { key: 'xaa-replace', version: 1, findings: [{ threat: 'opioids', likelihood: 5, impact: 5, emerging: true, note: 'rising' }] };
  const { it, error } = await stage.run(
    'otherEditor',
    'recordAssessment',
    change,
    'version title keyThreats { key } findings { edges { node { threat { key } likelihood } } }',
  );
  expect(error).toBeNull();
  expect(it).toEqual({
    version: 2,
    title: 'National threat assessment',
    keyThreats: [{ key: 'cybercrime' }, { key: 'opioids' }],
    findings: { edges: [{ node: { threat: { key: 'opioids' }, likelihood: 5 } }] },
  });
  expect(await stage.run('editor', 'recordAssessment', { ...change, version: 2 })).toMatchObject({ it: { version: 2 }, error: null });
  const { data } = await stage.as.reader(
    '{ assessments(filter: { series: "xaa-threats" }, first: 5) { edges { node { key history { version changes { field } } } } } }',
  );
  const replaced = data.assessments.edges.find((edge: { node: { key: string } }) => edge.node.key === 'xaa-replace').node;
  expect(replaced.history[1]).toEqual({
    version: 2,
    changes: expect.arrayContaining([
      { field: 'findings.XAA.opioids' },
      { field: 'findings.XAA.cybercrime' },
      { field: 'findings.XAA.drug-trafficking' },
    ]),
  });
  const late = await stage.run('approver', 'recordAssessment', change);
  expect(late.error).toMatchObject({ code: 'CONFLICT', field: 'input.version', message: expect.stringContaining('Since then: recordAssessment (') });
});

test('a key is taken once', async () => {
  await stage.run('editor', 'recordAssessment', assessment('xaa-twice'));
  expect((await stage.run('editor', 'recordAssessment', assessment('xaa-twice'))).error).toMatchObject({ code: 'CONFLICT', field: 'input.key' });
});

test('it is refused to whoever is not signed in, to those who record none, and to those it is not of', async () => {
  expect(await stage.refused('public', 'recordAssessment', assessment('xaa-no'))).toMatchObject({ code: 'UNAUTHENTICATED' });
  for (const who of ['reader', 'delegate', 'secretariat', 'admin'] as const)
    expect(await stage.refused(who, 'recordAssessment', assessment('xaa-no'))).toMatchObject({ code: 'FORBIDDEN' });
  await stage.run('editor', 'recordAssessment', assessment('xaa-mine'));
  for (const [mutation, input] of [
    ['recordAssessment', { version: 1, title: 'Other' }],
    ['publishAssessment', { version: 1 }],
    ['withdrawAssessment', { version: 1 }],
  ] as const) {
    expect(await stage.refused('public', mutation, { key: 'xaa-mine', ...input })).toMatchObject({ code: 'UNAUTHENTICATED' });
    for (const who of ['reader', 'delegate'] as const)
      expect(await stage.refused(who, mutation, { key: 'xaa-mine', ...input })).toMatchObject({
        code: 'FORBIDDEN',
        message: expect.stringContaining('"xaa-mine"'),
      });
    for (const who of ['stranger', 'analyst', 'secretariat', 'admin'] as const) {
      const hidden = await stage.run(who, mutation, { key: 'xaa-mine', ...input });
      expect(hidden.error?.code).toBe('NOT_FOUND');
      const absent = await stage.run(who, mutation, { key: 'xaa-nothing', ...input });
      expect(JSON.stringify(hidden).replaceAll('xaa-mine', 'xaa-nothing')).toBe(JSON.stringify(absent));
    }
  }
  expect(await stage.refused('editor', 'publishAssessment', { key: 'xaa-mine', version: 1 })).toMatchObject({ code: 'FORBIDDEN' });
});

test('another account than submitted it publishes it, and then it is not edited until it is taken back', async () => {
  const { db } = stage.database;
  const key = 'xaa-clear';
  await stage.run('approver', 'recordAssessment', assessment(key, { findings: [{ threat: 'opioids', likelihood: 5, impact: 5 }] }));
  expect(await stage.refused('approver', 'publishAssessment', { key, version: 1, visibility: 'PUBLIC' })).toMatchObject({ code: 'FORBIDDEN' });
  const direct = sql`update assessment set publication = 'PUBLISHED', cleared_by = submitted_by where assessment_key = ${key}`.execute(db);
  await expect(direct).rejects.toMatchObject({ code: '23514', constraint: 'assessment_clearance_check' });
  expect((await stage.run('otherApprover', 'publishAssessment', { key, version: 1, visibility: 'REGION' })).error).toBeNull();
  expect(await whoSees(key)).toEqual([...ownUsers, 'neighbour', 'neighbourEditor', 'analyst', 'otherAnalyst']);
  expect((await stage.run('editor', 'recordAssessment', { key, version: 2, title: 'Other' })).error).toMatchObject({
    code: 'CONFLICT',
    message: expect.stringContaining('Withdraw it first'),
  });
  expect((await stage.run('otherApprover', 'publishAssessment', { key, version: 2 })).error).toMatchObject({
    code: 'INVALID',
    field: 'input.visibility',
  });
  expect((await stage.run('otherApprover', 'publishAssessment', { key, version: 2, visibility: 'SHARED', sharedWith: ['XAB'] })).error).toBeNull();
  expect(await whoSees(key)).toEqual([...ownUsers, 'stranger', 'delegateElsewhere']);
  const history =
    '{ assessments(filter: { states: ["XAA"] }, first: 10) { edges { node { key sharedWith history { version changes { field } } } } } }';
  const { data, text } = await stage.as.stranger(history);
  expect(data.assessments.edges.find((edge: { node: { key: string } }) => edge.node.key === key).node).toEqual({
    key,
    sharedWith: null,
    history: [{ version: 3, changes: [{ field: 'visibility' }] }],
  });
  expect(text).not.toContain('opioids');
  expect((await stage.run('approver', 'withdrawAssessment', { key, version: 3 }, 'publication version')).it).toEqual({
    publication: 'UNPUBLISHED',
    version: 4,
  });
  expect(await whoSees(key)).toEqual(ownUsers);
  expect((await stage.run('approver', 'withdrawAssessment', { key, version: 4 })).error).toMatchObject({ code: 'CONFLICT' });
  expect((await stage.run('editor', 'recordAssessment', { key, version: 4, title: 'Other' })).error).toBeNull();
});

test('a finding counts for its audience alone, and for nobody else once it is taken back', async () => {
  const key = 'xaa-counts';
  await stage.run('editor', 'recordAssessment', assessment(key, { dated: '2026-01', findings: [{ threat: 'opioids', likelihood: 5, impact: 5 }] }));
  const exposure = async (who: Name) => {
    const { data } = await stage.as[who]('{ threatMatrix(states: ["XAA"]) { columns { key } exposures } }');
    return data.threatMatrix.exposures[0][data.threatMatrix.columns.findIndex((it: { key: string }) => it.key === 'opioids')];
  };
  await stage.run('editor', 'recordAssessment', { key: 'xaa-threats-2025', version: 1, findings: [] });
  const before = await exposure('public');
  expect(await exposure('reader')).toBe(1);
  await stage.run('approver', 'publishAssessment', { key, version: 1, visibility: 'PUBLIC' });
  expect(await exposure('public')).toBe(1);
  await stage.run('approver', 'withdrawAssessment', { key, version: 2 });
  expect(await exposure('public')).toBe(before);
});

test('what the operator brought in is narrowed and taken back by an analyst of its organization', async () => {
  const key = 'letters-threats-2024';
  expect((await stage.run('analyst', 'publishAssessment', { key, version: 1, visibility: 'REGION' })).error).toBeNull();
  expect((await stage.run('analyst', 'withdrawAssessment', { key, version: 2 })).error).toBeNull();
  expect(await whoSees(key)).toEqual(['analyst', 'otherAnalyst']);
});

// What recording and changing a strategy promises.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { draft, openStage, type Stage } from './cast.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.database.close());

const whole = {
  key: 'xaa-whole',
  title: { original: 'Plano', originalLanguage: 'pt', EN: 'Plan', FR: 'Plan national' },
  level: 'NATIONAL',
  scope: 'FIREARMS',
  status: 'ADOPTED',
  adopted: '2024-03-01',
  validFrom: '2024',
  validTo: '2028-06',
  adoptingBody: 'Cabinet',
  leadBody: 'Ministry of the Interior',
  statusNote: 'under review',
  verified: true,
  verifiedNote: 'title seen',
  fullyRead: true,
  structureBasis: 'headings',
  notes: ['one', 'two'],
  instrumentReferences: [{ instruments: ['UNTOC'], seenInSource: true, citation: 'p. 3' }],
  sources: [{ title: 'Gazette', ref: 'https://gazette.example/1' }],
  themes: ['opioids', 'cybercrime'],
  supersededBy: ['xaa-plan-2040'],
  relations: [{ target: 'letters-strategy-2025', relation: 'implements', strength: 'EXPLICIT', basis: 'preface', verified: true, citation: 'p. 1' }],
  visibility: 'SHARED',
  sharedWith: ['letters', 'XAB'],
};

const everything = `key title(lang: FR) originalTitle originalLanguage level scope status publication adopted validFrom validTo adoptingBody leadBody statusNote verified
  verifiedNote fullyRead structureBasis notes instrumentReferences { instruments seenInSource citation } sources { title ref } themes { key }
  supersededBy { key } relations { targetKey relation strength basis verified citation } visibility sharedWith version`;

test('a strategy is recorded with all it says, not published, and read back the same', async () => {
  const { it, error } = await stage.run('editor', 'createStrategy', whole, everything);
  expect(error).toBeNull();
  expect(it).toEqual({
    key: 'xaa-whole',
    title: 'Plan national',
    originalTitle: 'Plano',
    originalLanguage: 'pt',
    level: 'NATIONAL',
    scope: 'FIREARMS',
    status: 'ADOPTED',
    publication: 'UNPUBLISHED',
    adopted: '2024-03-01',
    validFrom: '2024',
    validTo: '2028-06',
    adoptingBody: 'Cabinet',
    leadBody: 'Ministry of the Interior',
    statusNote: 'under review',
    verified: true,
    verifiedNote: 'title seen',
    fullyRead: true,
    structureBasis: 'headings',
    notes: ['one', 'two'],
    instrumentReferences: [{ instruments: ['UNTOC'], seenInSource: true, citation: 'p. 3' }],
    sources: [{ title: 'Gazette', ref: 'https://gazette.example/1' }],
    themes: [{ key: 'opioids' }, { key: 'cybercrime' }],
    supersededBy: [{ key: 'xaa-plan-2040' }],
    relations: [
      { targetKey: 'letters-strategy-2025', relation: 'implements', strength: 'EXPLICIT', basis: 'preface', verified: true, citation: 'p. 1' },
    ],
    visibility: 'SHARED',
    sharedWith: ['XAB', 'letters'],
    version: 1,
  });
  const { data } = await stage.as.reader(`{ strategy(key: "xaa-whole") { ${everything} } }`);
  expect(data.strategy).toEqual(it);
});

test('without more than a title and a scope it is a private draft of its owner, of the level that owner has', async () => {
  const fields = 'level status visibility sharedWith publication owner { ... on MemberState { key } ... on Organization { key } }';
  expect((await stage.run('editor', 'createStrategy', draft('xaa-small'), fields)).it).toEqual({
    level: 'NATIONAL',
    status: 'DRAFT',
    visibility: 'PRIVATE',
    sharedWith: [],
    publication: 'UNPUBLISHED',
    owner: { key: 'XAA' },
  });
  expect((await stage.run('analyst', 'createStrategy', draft('letters-small'), fields)).it).toMatchObject({
    level: 'REGIONAL',
    owner: { key: 'letters' },
  });
  // A made-up state is recorded when it first records something.
  expect((await stage.run('newcomer', 'createStrategy', draft('xba-small'), fields)).it).toMatchObject({ owner: { key: 'XBA' } });
});

test.each([
  ['key', { key: 'plan' }],
  ['key', { key: 'xab-plan' }],
  ['key', { key: 'xaa-' }],
  ['key', { key: 'XAA-plan' }],
  ['key', { key: 'xaa-plan.p1' }],
  ['key', { key: `xaa-${'a'.repeat(200)}` }],
  ['title', { title: {} }],
  ['title', { title: null }],
  ['title.EN', { title: { EN: '  ' } }],
  ['title.EN', { title: { EN: 'a'.repeat(501) } }],
  ['title.originalLanguage', { title: { original: 'Plano' } }],
  ['title.originalLanguage', { title: { original: 'Plano', originalLanguage: 'no language' } }],
  ['scope', { scope: null }],
  ['level', { level: 'REGIONAL' }],
  ['notes.1', { notes: ['one', ''] }],
  ['sources.0.title', { sources: [{ title: '' }] }],
  ['themes.1', { themes: ['cybercrime', 'nothing'] }],
  ['supersededBy.0', { supersededBy: ['No Key'] }],
  ['supersededBy', { supersededBy: ['xaa-bad'] }],
  [
    'relations.1',
    {
      relations: [
        { target: 'x', relation: 'r', strength: 'EXPLICIT' },
        { target: 'x', relation: 'r', strength: 'CANDIDATE' },
      ],
    },
  ],
  ['validTo', { validFrom: '2027', validTo: '2026-12-31' }],
  ['sharedWith', { sharedWith: ['XAB'] }],
  ['sharedWith', { visibility: 'SHARED' }],
  ['sharedWith', { visibility: 'SHARED', sharedWith: ['XAB', 'nobody'] }],
])('what is wrong with %s is refused and named: %o', async (field, wrong) => {
  const input = { ...draft('xaa-bad'), ...wrong };
  const { it, error } = await stage.run('editor', 'createStrategy', input);
  expect(it).toBeNull();
  expect(error).toMatchObject({ code: 'INVALID', field: `input.${field}` });
  expect(error?.message).toContain(`input.${field}`);
  expect(await stage.as.reader('{ strategy(key: "xaa-bad") { key } }')).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] });
});

test('texts are kept in one form: composed characters, no blanks at their ends', async () => {
  const { it } = await stage.run('editor', 'createStrategy', draft('xaa-form', { title: { EN: '  Cafe\u0301 ' } }), 'title');
  expect(it).toEqual({ title: 'Caf\u00e9' });
});

test('a key that begins with that of another organization is for that one', async () => {
  const { error } = await stage.run('analyst', 'createStrategy', draft('letters-north-plan'));
  expect(error).toMatchObject({ code: 'INVALID', field: 'input.key' });
});

test('a key is taken once', async () => {
  await stage.run('editor', 'createStrategy', draft('xaa-once'));
  const { error } = await stage.run('otherEditor', 'createStrategy', draft('xaa-once'));
  expect(error).toMatchObject({ code: 'CONFLICT', field: 'input.key' });
});

test('what is given changes, what is left out stays, and a null empties', async () => {
  await stage.run('editor', 'createStrategy', { ...whole, key: 'xaa-change' });
  const change = { key: 'xaa-change', version: 1, title: { EN: 'New title' }, statusNote: null, themes: [], notes: ['three'], visibility: 'REGION' };
  const { it, error } = await stage.run('otherEditor', 'updateStrategy', change, everything);
  expect(error).toBeNull();
  expect(it).toMatchObject({
    title: 'New title',
    originalLanguage: 'en',
    statusNote: null,
    themes: [],
    notes: ['three'],
    leadBody: 'Ministry of the Interior',
    supersededBy: [{ key: 'xaa-plan-2040' }],
    visibility: 'REGION',
    sharedWith: [],
    version: 2,
  });
});

test('what changes nothing makes no version', async () => {
  await stage.run('editor', 'createStrategy', { ...whole, key: 'xaa-same' });
  const { key, title, notes, relations, instrumentReferences, sharedWith } = whole;
  const same = { title, notes, relations, instrumentReferences, sharedWith: sharedWith.toReversed() };
  expect(await stage.run('editor', 'updateStrategy', { key: 'xaa-same', version: 1, ...same })).toMatchObject({ it: { version: 1 }, error: null });
  expect(key).not.toBe('xaa-same');
});

test('wrong changes are refused before anything is written', async () => {
  await stage.run('editor', 'createStrategy', { ...whole, key: 'xaa-wrong' });
  const of = (input: object) => stage.run('editor', 'updateStrategy', { key: 'xaa-wrong', version: 1, ...input });
  expect((await of({ title: null })).error).toMatchObject({ code: 'INVALID', field: 'input.title' });
  expect((await of({ validFrom: '2030' })).error).toMatchObject({ code: 'INVALID', field: 'input.validTo' });
  expect((await of({ visibility: 'PRIVATE', sharedWith: ['XAB'] })).error).toMatchObject({ code: 'INVALID', field: 'input.sharedWith' });
  expect((await stage.as.reader('{ strategy(key: "xaa-wrong") { version } }')).data.strategy).toEqual({ version: 1 });
});

test('two strategies do not supersede each other, by whatever way', async () => {
  await stage.run('editor', 'createStrategy', draft('xaa-circle-1', { supersededBy: ['xaa-circle-2'] }));
  await stage.run('editor', 'createStrategy', draft('xaa-circle-2', { supersededBy: ['xaa-circle-3'] }));
  await stage.run('editor', 'createStrategy', draft('xaa-circle-3'));
  const { error } = await stage.run('editor', 'updateStrategy', { key: 'xaa-circle-3', version: 1, supersededBy: ['xaa-circle-1'] });
  expect(error).toMatchObject({ code: 'INVALID', field: 'input.supersededBy' });
});

test('a strategy is found by the title it has now', async () => {
  await stage.run('editor', 'createStrategy', draft('xaa-search', { title: { EN: 'Zebra plan', FR: 'Plan des girafes' } }));
  const found = async (text: string) => {
    const { data } = await stage.as.reader(`{ search(text: "${text}", lang: FR) { edges { node { key } } } }`);
    return data.search.edges.map((edge: { node: { key: string } }) => edge.node.key);
  };
  expect(await found('zebra')).toEqual(['xaa-search']);
  expect(await found('girafe')).toEqual(['xaa-search']);
  await stage.run('editor', 'updateStrategy', { key: 'xaa-search', version: 1, title: { EN: 'Okapi plan' } });
  expect(await found('zebra')).toEqual([]);
  expect(await found('okapi')).toEqual(['xaa-search']);
});

test('who decided from an older version is told what changed since, and by whom', async () => {
  await stage.run('editor', 'createStrategy', draft('xaa-race'));
  await stage.run('editor', 'updateStrategy', { key: 'xaa-race', version: 1, leadBody: 'Police' });
  await stage.run('approver', 'updateStrategy', { key: 'xaa-race', version: 2, leadBody: 'Customs', statusNote: 'new' });
  const { it, error } = await stage.run('otherEditor', 'updateStrategy', { key: 'xaa-race', version: 1, leadBody: 'Army' });
  expect(it).toBeNull();
  expect(error).toEqual({
    field: 'input.version',
    code: 'CONFLICT',
    message:
      'version: it is at 3, not 1. Since then: updateStrategy (leadBody) by Aland, editor; updateStrategy (leadBody, statusNote) by Aland, approver. Read it again and decide.',
  });
  expect((await stage.as.reader('{ strategy(key: "xaa-race") { leadBody version } }')).data.strategy).toEqual({ leadBody: 'Customs', version: 3 });
});

// Imports through the login of the service, which the policies of row-level security bind: they let an account do what it may, and it needs no more.
import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { SignedIn } from '../../src/core/viewer.ts';
import type { PackFile } from '../../src/packs/model.ts';
import { importPack } from '../../src/packs/service.ts';
import { type OpenDatabase, openDatabase } from '../../src/store/db.ts';
import { grantToService } from '../../src/store/service-login.ts';
import { openTestDatabase, type TestDatabase } from '../db.ts';
import { admin, analyst, approver, editor, importAs, payloadOf, secretariat } from './client.ts';
import { edited, plan, regional, world } from './world.ts';

describe.skipIf(inject('databases').kind !== 'native')('as the login of the service', () => {
  const login = `synergy_service_${randomBytes(4).toString('hex')}`;
  let owner: TestDatabase;
  let service: OpenDatabase;
  beforeAll(async () => {
    owner = await openTestDatabase();
    await importPack(owner.db, world);
    await sql`create role ${sql.id(login)} login`.execute(owner.db);
    await grantToService(owner.db, login);
    const url = new URL(owner.url ?? '');
    url.searchParams.set('options', `-c role=${login}`);
    service = openDatabase(url.href);
  });
  afterAll(async () => {
    await service?.close();
    await sql`drop owned by ${sql.id(login)}`.execute(owner.db);
    await sql`drop role ${sql.id(login)}`.execute(owner.db);
    await owner.close();
  });

  const draft: PackFile = { name: 'draft.yaml', content: String(plan.content).replaceAll('xaa-plan-2024', 'xaa-draft') };
  const proposal: PackFile = {
    name: 'links.csv',
    content: 'national,regional,relation,share,status\nxaa-draft.p1.o1,letters-strategy-2025.p1.o1,EQUAL,,READ',
  };
  const assessment: PackFile = {
    name: 'a.yaml',
    content:
      'schema: assessments/1\nassessments:\n- {id: xaa-threats, title: T, jurisdiction: XAA, level: national, kind: official, key_threats: [cybercrime]}',
  };
  const finding: PackFile = { name: 'f.csv', content: 'assessment,iso3,threat\nxaa-threats,XAB,cybercrime' };
  const ofUnion: PackFile = { name: 'u.yaml', content: String(regional.content).replaceAll('letters-strategy-2025', 'letters-draft') };
  const ofNewState: PackFile = { name: 'n.yaml', content: String(plan.content).replaceAll('xaa-', 'xjz-').replace('state: XAA', 'state: XJZ') };
  const withOtherTags = edited(edited(draft, 'Train the courts', 'Train judges'), '- prevention', '- legal-framework');
  const onlyOtherTags = edited(withOtherTags, '- legal-framework', '- prevention');

  const ofIati = (title: string): PackFile => ({
    name: 'a.xml',
    content: `<iati-activities version="2.03"><iati-activity default-currency="EUR"><iati-identifier>XM-1</iati-identifier><reporting-org ref="XM"/>
      <title><narrative>${title}</narrative></title><participating-org role="1" ref="XM-2"/><sector code="15130"/><recipient-region code="1031" percentage="5"/>
      <budget><period-start iso-date="2026-01-01"/><value>${title.length}</value></budget></iati-activity></iati-activities>`,
  });

  test.each<[string, SignedIn, PackFile[]]>([
    ['a strategy with links', editor, [draft, proposal]],
    ['a strategy of another account of the state', approver, [withOtherTags]],
    ['only the tags of a node', editor, [onlyOtherTags]],
    ['an assessment', editor, [assessment, finding]],
    ['a strategy of an organization', analyst, [ofUnion]],
    ['a made-up state by its own editor', { role: 'EDITOR', state: 'XJZ', subject: 'xjz-editor' }, [ofNewState]],
    ['activities', secretariat, world.filter(({ name }) => name === 'assistance.csv').map((file) => edited(file, 'Training', 'Courses'))],
    ['activities of an IATI file', secretariat, [ofIati('Courts')]],
    ['activities of an IATI file that says something else', admin, [ofIati('Courts and judges')]],
    ['registers', admin, [{ name: 'm.csv', content: 'org,iso3,from_year,to_year,role\nletters,XAC,2026,,member' }]],
  ])('%s can be imported, and again without a change', async (_what, viewer, files) => {
    const database: TestDatabase = { ...owner, db: service.db };
    const { stored, userErrors } = await payloadOf(importAs(database, viewer, files));
    expect(userErrors).toEqual([]);
    expect(stored).toBe(true);
    const again = await payloadOf(importAs(database, viewer, files));
    expect(again.counts.reduce((sum: number, { added, changed }: { added: number; changed: number }) => sum + added + changed, 0)).toBe(0);
  });

  test('the policies bind it', async () => {
    const { rows } = await sql<{ name: string; count: number }>`
      select current_user as name, (select count(*)::int from strategy where strategy_key = 'xaa-draft') as count`.execute(service.db);
    expect(rows).toEqual([{ name: login, count: 0 }]);
  });
});

// Technical assistance with a login that the policies bind, from the request to the follow-up.
import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openDatabase } from '../../src/store/db.ts';
import { prepareServiceLogin } from '../../src/store/service-login.ts';
import type { TestDatabase } from '../db.ts';
import { changed, clientsOf, needFields, needOf, openWorld } from './world.ts';

describe.runIf(inject('databases').kind === 'native')('with a login that owns nothing', () => {
  const login = `synergy_service_${randomBytes(4).toString('hex')}`;
  let owner: TestDatabase;
  let service: TestDatabase;
  beforeAll(async () => {
    owner = await openWorld();
    await sql`create role ${sql.id(login)} login password 'secret'`.execute(owner.db);
    const address = new URL(owner.url ?? '');
    [address.username, address.password] = [login, 'secret'];
    await prepareServiceLogin(owner.db, address.href);
    service = { ...owner, ...openDatabase(address.href, { poolSizeMax: 2 }) };
  });
  afterAll(async () => {
    await service?.close();
    if (!owner) return;
    await sql`drop owned by ${sql.id(login)}`.execute(owner.db);
    await sql`drop role ${sql.id(login)}`.execute(owner.db);
    await owner.close();
  });

  test('a need goes its whole way, and the same is refused as with the owner’s', async () => {
    const as = clientsOf(service);
    const { key, version } = await needOf(as);
    const offer = { title: 'Trainers', providers: ['Academy'], states: ['XAA'], elements: ['prevention'], start: '2026', needs: [key] };
    const { activity } = await changed(as('secretariat'), 'offerActivity', offer, 'activity { key }');
    expect(activity.key).toMatch(/^offer-/);
    const { match } = await changed(as('secretariat'), 'proposeMatch', { need: key, activity: 'TA1' }, 'match { key }');
    const decided = await changed(as('approver'), 'decideMatch', { match: match.key, decision: 'ACCEPTED' }, 'match { status need { status } }');
    expect(decided.match).toEqual({ status: 'ACCEPTED', need: { status: 'PARTLY_MET' } });
    let at = version;
    for (const [who, stage] of [
      ['editor', 'SCOPED'],
      ['secretariat', 'FUNDED'],
      ['secretariat', 'IN_DELIVERY'],
      ['secretariat', 'COMPLETED'],
    ] as const) {
      const { need } = await changed(as(who), 'moveNeed', { need: key, version: at, stage, reason: 'x' }, needFields);
      expect(need.stage).toBe(stage);
      at = need.version;
    }
    const followed = await changed(
      as('editor', '2027-06-01'),
      'recordFollowUp',
      { need: key, version: at, result: 'It lasts.', met: true },
      needFields,
    );
    expect(followed.need).toMatchObject({ stage: 'FOLLOWED_UP', status: 'MET' });

    const observed = await changed(as('analyst'), 'observeNeed', { state: 'XAA', element: 'prevention', reason: 'x' }, needFields);
    const confirmed = await changed(as('approver'), 'confirmNeed', { need: observed.need.key, version: 1, urgency: 'LOW' }, needFields);
    expect(confirmed.need).toMatchObject({ origin: 'OBSERVED', stage: 'CONFIRMED' });
    const bySecretariat = await changed(as('secretariat'), 'observeNeed', { state: 'XAG', element: 'prevention', reason: 'x' }, needFields);
    expect(bySecretariat.need.origin).toBe('OBSERVED');
    expect(
      (await changed(as('neighbour approver'), 'moveNeed', { need: key, version: at, stage: 'WITHDRAWN', reason: 'x' }, needFields)).userErrors[0]
        .code,
    ).toBe('NOT_FOUND');

    await changed(as('secretariat'), 'recordSession', { key: 'wg-1', title: 'x', startsOn: '2026-06-01', endsOn: '2026-06-01' }, 'session { key }');
    const recommended = await changed(
      as('secretariat'),
      'recordRecommendation',
      { session: 'wg-1', what: 'x', addressee: 'all', needs: [key] },
      'recommendation { key needs { key } }',
    );
    expect(recommended.recommendation).toEqual({ key: 'wg-1.r1', needs: [{ key }] });
    const outcome = { recommendation: 'wg-1.r1', version: 1, outcome: 'DONE', reason: 'x' };
    expect((await changed(as('secretariat'), 'recordOutcome', outcome, 'recommendation { outcome }')).recommendation.outcome).toBe('DONE');
    expect(
      (await changed(as('secretariat'), 'freezeSession', { session: 'wg-1' }, 'session { frozen { needs activities } }')).session.frozen,
    ).toEqual({
      needs: 0,
      activities: 4,
    });
  });

  test('activities are staged, read, published and discarded', async () => {
    const as = clientsOf(service);
    const activities = ['XM-1', 'XM-2'].map(
      (identifier) => `<iati-activity><iati-identifier>${identifier}</iati-identifier><reporting-org ref="XM"/><title>T</title></iati-activity>`,
    );
    const files = [{ name: 'a.xml', content: `<iati-activities version="2.03">${activities.join('')}</iati-activities>` }];
    expect(await changed(as('admin'), 'importPack', { files }, 'stored')).toEqual({ stored: true, userErrors: [] });
    const { data } = await as('secretariat')('{ stagedActivities { edges { node { key staging { file } } } } }');
    expect(data.stagedActivities.edges.map(({ node }: { node: object }) => node)).toEqual([
      { key: 'iati-XM-1', staging: { file: 'a.xml' } },
      { key: 'iati-XM-2', staging: { file: 'a.xml' } },
    ]);
    const published = await changed(as('secretariat'), 'publishActivity', { activity: 'iati-XM-1', version: 1 }, 'activity { publication }');
    expect(published.activity).toEqual({ publication: 'PUBLISHED' });
    const discarded = await changed(as('secretariat'), 'discardActivity', { activity: 'iati-XM-2', version: 1 }, 'discarded');
    expect(discarded.discarded).toBe('iati-XM-2');
  });
});

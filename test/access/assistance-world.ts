// Technical assistance in the random worlds of the tests of access: needs of every origin, consent and stage, activities that are
// published or not, matches, and sessions, which are public. And the same with what a viewer may not see changed.
import type { Random } from '../../scripts/bench/random.ts';
import type { Sharing } from '../../src/core/sharing.ts';
import { elements, provisions, states, threats, words } from './cast.ts';

const way = ['EXPRESSED', 'CONFIRMED', 'SCOPED', 'FUNDED', 'IN_DELIVERY', 'COMPLETED', 'FOLLOWED_UP'] as const;
export type Stage = (typeof way)[number] | 'WITHDRAWN';
export type Consent = 'PRIVATE' | 'WORKING_GROUP' | 'PUBLIC';

export type Need = {
  id: number;
  key: string;
  stateKey: string;
  element: string | null;
  threat: string | null;
  provision: string | null;
  objective: number | null;
  /** Who observed it: the Secretariat (SECRETARIAT) or an organization; null: the state asked. */
  observer: string | null;
  urgency: string;
  reason: string;
  consent: Consent;
  stage: Stage;
  isConfirmed: boolean;
  isMet: boolean;
  /** Year of its first step. */
  since: number;
  submittedBy: string;
};
export type Activity = {
  id: number;
  key: string;
  title: string;
  publication: 'PUBLISHED' | 'UNPUBLISHED';
  isOffer: boolean;
  provider: string | null;
  funder: string | null;
  /** States, and regions by their keys. */
  recipients: string[];
  themes: [string, string][];
  hasCode: boolean;
  start: string | null;
  end: string | null;
  budget: number | null;
  submittedBy: string | null;
  /** The file it was read from; for those who keep the register, published or not. */
  stagedFrom: string;
};
export type Match = {
  id: number;
  key: string;
  need: number;
  activity: number;
  kind: 'PROPOSAL' | 'OFFER';
  status: 'PROPOSED' | 'ACCEPTED' | 'DECLINED';
  note: string;
  proposedBy: string;
};
export type Session = { id: number; key: string; isFrozen: boolean; recommendations: { needs: number[] }[] };
export type AssistanceWorld = { needs: Need[]; activities: Activity[]; matches: Match[]; sessions: Session[] };
type Entry = Sharing & { key: string; kind: string; action: string; note: string };

/** The stages that a need has come through, in order. */
export function stepsOf({ stage, isConfirmed }: Pick<Need, 'stage' | 'isConfirmed'>): Stage[] {
  if (stage !== 'WITHDRAWN') return way.slice(0, way.indexOf(stage) + 1);
  return isConfirmed ? ['EXPRESSED', 'CONFIRMED', 'WITHDRAWN'] : ['EXPRESSED', 'WITHDRAWN'];
}

const text = (random: Random) => `${random.pick(words)} ${random.pick(words)} ${random.whole(1, 999)}`;

/** What a need says, which may differ while whom it reaches stays. */
function needContent(random: Random) {
  const subject = {
    element: random.chance(0.6) ? random.pick(elements) : null,
    threat: random.chance(0.5) ? random.pick(threats) : null,
    provision: random.chance(0.2) ? random.pick(provisions) : null,
  };
  return {
    ...subject,
    ...(subject.element === null && subject.threat === null && subject.provision === null && { threat: random.pick(threats) }),
    urgency: random.pick(['LOW', 'MEDIUM', 'HIGH', 'CRITICAL'] as const),
    reason: text(random),
    since: random.pick([2013, 2019, 2024]),
  };
}

function activityContent(random: Random) {
  const from = random.whole(2012, 2027);
  return {
    title: text(random),
    isOffer: random.chance(0.2),
    provider: random.chance(0.9) ? random.some(['Body One', 'Body Two', 'Body Three'], random.whole(1, 2)).join('; ') : null,
    funder: random.chance(0.6) ? random.pick(['Union', 'Kingdom']) : null,
    recipients: random.some([...states, 'region:isles'], random.whole(1, 3)),
    themes: [
      ...random.some(elements, random.whole(1, 2)).map((key): [string, string] => ['ELEMENT', key]),
      ...random.some(threats, random.whole(0, 2)).map((key): [string, string] => ['THREAT', key]),
    ],
    hasCode: random.chance(0.3),
    start: random.chance(0.9) ? String(from) : null,
    end: random.chance(0.6) ? String(from + random.whole(0, 8)) : null,
    budget: random.chance(0.5) ? random.whole(1, 1_000) : null,
  };
}

const matchContent = (random: Random) => ({ kind: random.pick(['PROPOSAL', 'OFFER'] as const), note: text(random) });

function stagesOf(random: Random): Pick<Need, 'stage' | 'isConfirmed' | 'isMet'> {
  const stage = random.weighted({ EXPRESSED: 5, CONFIRMED: 5, SCOPED: 2, FUNDED: 1, IN_DELIVERY: 2, COMPLETED: 2, FOLLOWED_UP: 1, WITHDRAWN: 2 });
  const isConfirmed = stage === 'WITHDRAWN' ? random.chance(0.5) : stage !== 'EXPRESSED';
  return { stage, isConfirmed, isMet: isConfirmed && random.chance(0.2) };
}

/** Adds activities, needs with a trail, and matches between them. Ids begin after `offset`; keys hold `mark`. `objectives`: nodes that needs may name. */
export function growAssistance(
  world: AssistanceWorld & { entries: Entry[] },
  objectives: readonly number[],
  random: Random,
  offset: number,
  mark: string,
  size: number,
): void {
  for (let i = 1; i <= size; i++) {
    const publication = random.chance(0.6) ? 'PUBLISHED' : 'UNPUBLISHED';
    world.activities.push({ id: offset + i, key: `ta-${mark}${i}`, publication, submittedBy: null, stagedFrom: 'a.xml', ...activityContent(random) });
  }
  for (let i = 1; i <= size; i++) {
    const need: Need = {
      id: offset + i,
      key: '',
      stateKey: random.pick(states.slice(0, 5)),
      objective: objectives.length > 0 && random.chance(0.4) ? random.pick(objectives) : null,
      observer: random.weighted({ '': 6, SECRETARIAT: 1, xreg: 2, xoth: 1 }) || null,
      consent: random.weighted({ PRIVATE: 3, WORKING_GROUP: 3, PUBLIC: 6 }),
      ...stagesOf(random),
      ...needContent(random),
      submittedBy: 'someone',
    };
    need.key = `${need.stateKey.toLowerCase()}-need-${mark}${i}`;
    world.needs.push(need);
    const sharing = { stateKey: need.stateKey, organizationKey: null, visibility: need.consent, sharedWith: [] };
    for (const publication of random.some(['UNPUBLISHED', 'PUBLISHED'] as const, 2))
      world.entries.push({ ...sharing, publication, key: need.key, kind: 'AssistanceNeed', action: 'moveNeed', note: text(random) });
  }
  const [needs, activities] = [world.needs.filter((it) => it.isConfirmed), world.activities.filter((it) => it.publication === 'PUBLISHED')];
  for (let i = 1; i <= size && needs.length > 0 && activities.length > 0; i++) {
    const [need, activity] = [random.pick(needs), random.pick(activities)];
    if (world.matches.some((it) => it.need === need.id && it.activity === activity.id)) continue;
    const key = `match-${mark}${i}`;
    const status = random.weighted({ PROPOSED: 2, ACCEPTED: 3, DECLINED: 1 });
    world.matches.push({ id: offset + i, key, need: need.id, activity: activity.id, status, proposedBy: 'someone', ...matchContent(random) });
    const sharing = { stateKey: need.stateKey, organizationKey: null, visibility: need.consent, sharedWith: [] };
    for (const publication of ['UNPUBLISHED', 'PUBLISHED'] as const)
      world.entries.push({ ...sharing, publication, key, kind: 'AssistanceMatch', action: 'decideMatch', note: text(random) });
  }
}

/** Sessions whose recommendations name needs of the world. */
export function sessionsOver(random: Random, { needs }: AssistanceWorld): Session[] {
  const ids = needs.map(({ id }) => id);
  return [1, 2].map((id) => ({
    id,
    key: `wg-${id}`,
    isFrozen: id === 1,
    recommendations: [1, 2].map(() => ({ needs: random.some(ids, random.whole(0, 4)) })),
  }));
}

type Sees = { need: (it: Need) => boolean; match: (it: Match) => boolean; activity: (it: Activity) => boolean; isKeeper: boolean };

/** What is left of technical assistance with other rows where the viewer sees none: some are gone, some say other things. `isKept`: is the node there? */
export function withOtherAssistance(world: AssistanceWorld, sees: Sees, isKept: (node: number) => boolean, random: Random): AssistanceWorld {
  const keep = <T>(rows: readonly T[], isSeen: (row: T) => boolean) => rows.filter((row) => isSeen(row) || random.chance(0.5));
  const needs = keep(world.needs, sees.need);
  const other = { PROPOSED: 'DECLINED', DECLINED: 'PROPOSED', ACCEPTED: 'ACCEPTED' } as const;
  return {
    needs: needs.map((it) => ({
      ...it,
      ...(!sees.need(it) && needContent(random)),
      objective: it.objective !== null && isKept(it.objective) ? it.objective : null,
    })),
    activities: keep(world.activities, sees.activity)
      .map((it) => (sees.activity(it) ? it : { ...it, ...activityContent(random) }))
      .map((it) => (sees.isKeeper ? it : { ...it, stagedFrom: 'b.xml' })),
    matches: keep(world.matches, sees.match)
      .filter((it) => needs.some(({ id }) => id === it.need))
      .map((it) => (sees.match(it) ? it : { ...it, ...matchContent(random), status: other[it.status] })),
    sessions: world.sessions,
  };
}

/** What `more` has beyond `changed` (numbers after `offset`) and the viewer does not see, added to it; recommendations name some of the new needs. */
export function withHiddenNews(
  changed: AssistanceWorld,
  more: AssistanceWorld,
  sees: Sees,
  isThere: (node: number) => boolean,
  offset: number,
  random: Random,
): AssistanceWorld {
  const newNeeds = more.needs
    .filter((it) => it.id > offset && !sees.need(it))
    .map((it) => ({ ...it, objective: it.objective !== null && isThere(it.objective) ? it.objective : null }));
  const needs = [...changed.needs, ...newNeeds];
  const ids = new Set(needs.map(({ id }) => id));
  const newMatches = more.matches.filter((it) => it.id > offset && !sees.match(it) && ids.has(it.need) && it.activity <= offset);
  const named = newNeeds.map(({ id }) => id);
  return {
    needs,
    activities: [...changed.activities, ...more.activities.filter((it) => it.id > offset && !sees.activity(it))],
    matches: [...changed.matches, ...newMatches],
    sessions: changed.sessions.map((session) => ({
      ...session,
      recommendations: session.recommendations.map((it) => ({
        needs: [...it.needs.filter((id) => ids.has(id)), ...random.some(named, random.whole(0, 2))],
      })),
    })),
  };
}

// Random worlds of protected rows over the public ones of the cast, and the same world with what a viewer may not see changed.
import { createRandom, type Random } from '../../scripts/bench/random.ts';
import { type Sharing, visibilities } from '../../src/core/sharing.ts';
import type { Viewer } from '../../src/core/viewer.ts';
import { type StrategyScope, strategyScopes } from '../../src/strategies/model.ts';
import {
  type Activity,
  type AssistanceWorld,
  growAssistance,
  type Match,
  type Need,
  sessionsOver,
  withHiddenNews,
  withOtherAssistance,
} from './assistance-world.ts';
import { elements, organizations, provisions, states, threats, words } from './cast.ts';
import { keepsRegister, seesActivity, seesAgreement, seesLink, seesMatch, seesNeed, seesOwned, seesWord } from './oracle.ts';

export type Strategy = Sharing & {
  id: number;
  key: string;
  scope: StrategyScope;
  status: string;
  from: string | null;
  to: string | null;
  title: string;
  isFullyRead: boolean;
  successor: string | null;
  /** The one that it is the new version of, node for node. */
  succeeds: string | null;
  theme: string;
};
export type Node = {
  id: number;
  key: string;
  strategy: number;
  parent: number | null;
  position: number;
  last: number;
  kind: string;
  label: string;
  tags: [string, string][];
  isSeen: boolean;
  responsible: string | null;
  deadline: string | null;
};
export type Link = Sharing & {
  id: number;
  strategy: number;
  node: number | null;
  objective: number;
  relation: string;
  share: number | null;
  status: string;
  rationale: string;
};
export type Assessment = Sharing & {
  id: number;
  key: string;
  title: string;
  dated: string | null;
  threats: string[];
  findings: { state: string; threat: string; score: number }[];
};
export type Statement = {
  id: number;
  key: string;
  kind: string;
  state: string;
  objective: number;
  link: number | null;
  organization: string;
  reason: string;
  isOpen: boolean;
};
/** A word of a state on its record. */
export type Word = { id: number; key: string; stateKey: string; subjectKey: string; isPublic: boolean; isStanding: boolean; reason: string };
export type Agreement = { stateKey: string; kind: string; organizationKey: string | null };
export type Entry = Sharing & { key: string; kind: string; action: string; note: string };
export type World = AssistanceWorld & {
  strategies: Strategy[];
  nodes: Node[];
  links: Link[];
  assessments: Assessment[];
  statements: Statement[];
  words: Word[];
  agreements: Agreement[];
  entries: Entry[];
};

function sharing(random: Random, owner: Pick<Sharing, 'stateKey' | 'organizationKey'>): Sharing {
  return {
    ...owner,
    visibility: random.pick(visibilities),
    sharedWith: random.some([...states, ...organizations], random.whole(0, 3)),
    publication: random.chance(0.75) ? 'PUBLISHED' : 'UNPUBLISHED',
  };
}

const text = (random: Random) => `${random.pick(words)} ${random.pick(words)} ${random.whole(1, 999)}`;

function ownerOf(random: Random): Pick<Sharing, 'stateKey' | 'organizationKey'> {
  return random.chance(0.6)
    ? { stateKey: random.pick(states.slice(0, 5)), organizationKey: null }
    : { stateKey: null, organizationKey: random.pick(organizations) };
}

/** What a strategy says, which may differ while whom it reaches stays. */
function strategyContent(random: Random, keys: readonly string[]) {
  const from = random.whole(2012, 2025);
  return {
    scope: random.pick(strategyScopes),
    status: random.weighted({ ADOPTED: 8, DRAFT: 1, WITHDRAWN: 1 }),
    from: random.chance(0.95) ? String(from) : null,
    to: random.chance(0.5) ? String(from + random.whole(1, 15)) : null,
    title: text(random),
    isFullyRead: random.chance(0.3),
    successor: random.chance(0.2) && keys.length > 0 ? random.pick(keys) : null,
    succeeds: random.chance(0.3) && keys.length > 0 ? random.pick(keys) : null,
    theme: random.pick(threats),
  };
}

function tree(random: Random, strategy: Strategy, firstId: number): Node[] {
  const kinds = ['PILLAR', 'OBJECTIVE', 'MEASURE', 'INDICATOR'].slice(0, random.whole(1, 4));
  return kinds.map((kind, index) => ({
    id: firstId + index,
    key: `${strategy.key}.n${index + 1}`,
    strategy: strategy.id,
    parent: index === 0 ? null : firstId + index - 1,
    position: index + 1,
    last: kinds.length,
    kind,
    label: text(random),
    isSeen: random.chance(0.9),
    ...(random.chance(0.4) ? { responsible: 'Ministry', deadline: '2031-06' } : { responsible: null, deadline: null }),
    tags: [
      ...random.some(threats, random.whole(0, 2)).map((key): [string, string] => ['THREAT', key]),
      ...random.some(elements, random.whole(0, 2)).map((key): [string, string] => ['ELEMENT', key]),
      ...random.some(provisions, random.whole(0, 1)).map((key): [string, string] => ['PROVISION', key]),
    ],
  }));
}

function linkContent(random: Random) {
  const relation = random.pick(['EQUAL', 'SUBSET', 'INTERSECTS', 'NO_RELATION', 'CONTRADICTS'] as const);
  return {
    relation,
    share: relation === 'SUBSET' && random.chance(0.5) ? 0.5 : null,
    status: random.pick(['SUGGESTED', 'READ', 'READ', 'CONFIRMED', 'CONFIRMED', 'REJECTED', 'STALE'] as const),
    rationale: text(random),
  };
}

function assessmentContent(random: Random) {
  const pairs = new Map<string, { state: string; threat: string; score: number }>();
  for (let i = random.whole(0, 3); i > 0; i--) {
    const [state, threat] = [random.pick(states), random.pick(threats)];
    pairs.set(`${state} ${threat}`, { state, threat, score: random.whole(1, 10) });
  }
  return {
    title: text(random),
    dated: random.chance(0.9) ? String(random.whole(2016, 2025)) : null,
    threats: random.some(threats, random.whole(0, 2)),
    findings: [...pairs.values()],
  };
}

/** Adds strategies with trees, then what hangs on them. Ids begin after `offset`; keys hold `mark`, so that two batches never share one. */
function grow(world: World, random: Random, offset: number, mark: string, size: number): void {
  let id = offset;
  for (let i = 0; i < size; i++) {
    const owner = ownerOf(random);
    const key = `${(owner.stateKey ?? owner.organizationKey ?? '').toLowerCase()}-${mark}${i}`;
    // Many are public, or hardly anybody would see both ends of a link.
    const reach = random.chance(0.4) ? ({ visibility: 'PUBLIC', publication: 'PUBLISHED' } as const) : {};
    const strategy: Strategy = {
      ...sharing(random, owner),
      ...reach,
      id: ++id,
      key,
      ...strategyContent(
        random,
        world.strategies.map((it) => it.key),
      ),
    };
    if (strategy.successor === key) strategy.successor = null;
    if (strategy.succeeds === key) strategy.succeeds = null;
    world.strategies.push(strategy);
    world.nodes.push(...tree(random, strategy, offset + i * 10 + 1));
    world.entries.push({ ...strategy, kind: 'Strategy', action: 'createStrategy', note: text(random) });
    world.entries.push({ ...sharing(random, owner), key, kind: 'Strategy', action: 'updateStrategy', note: text(random) });
  }
  const national = world.strategies.filter((it) => it.stateKey !== null);
  const objectives = world.nodes.filter((node) => world.strategies.some((it) => it.id === node.strategy && it.organizationKey !== null));
  if (national.length > 0 && objectives.length > 0) {
    for (let i = 0; i < size; i++) {
      const [plan, objective] = [random.pick(national), random.pick(objectives)];
      const own = world.nodes.filter((node) => node.strategy === plan.id);
      const node = random.chance(0.2) ? null : random.pick(own).id;
      if (world.links.some((it) => it.strategy === plan.id && it.node === node && it.objective === objective.id)) continue;
      const parties = {
        stateKey: plan.stateKey,
        organizationKey: world.strategies.find((it) => it.id === objective.strategy)?.organizationKey ?? null,
      };
      world.links.push({ ...sharing(random, parties), id: offset + i + 1, strategy: plan.id, node, objective: objective.id, ...linkContent(random) });
    }
    for (let i = 0; i < size / 3; i++) {
      const link = random.chance(0.4) && world.links.length > 0 ? random.pick(world.links) : null;
      const objective = link?.objective ?? random.pick(objectives).id;
      const state = link ? (link.stateKey ?? '') : random.pick(states);
      const organization =
        world.strategies.find((it) => world.nodes.some((node) => node.id === objective && node.strategy === it.id))?.organizationKey ?? '';
      const kind = link ? 'CONTEST' : random.pick(['CONTEST', 'NOT_APPLICABLE']);
      const statement: Statement = {
        id: offset + i + 1,
        key: `statement-${mark}${i}`,
        kind,
        state,
        objective,
        link: link?.id ?? null,
        organization,
        reason: text(random),
        isOpen: random.chance(0.7),
      };
      // The same is said once at a time.
      const subjectOf = (it: Statement) => [it.kind, it.state, it.objective, it.link, it.isOpen].join(' ');
      if (!world.statements.some((it) => subjectOf(it) === subjectOf(statement))) world.statements.push(statement);
    }
  }
  for (let i = 0; i < size / 2; i++) {
    const owner = ownerOf(random);
    const key = `${(owner.stateKey ?? owner.organizationKey ?? '').toLowerCase()}-a${mark}${i}`;
    world.assessments.push({ ...sharing(random, owner), id: offset + i + 1, key, ...assessmentContent(random) });
  }
  for (let i = 0; i < size / 2; i++) {
    const word = { stateKey: random.pick(states), subjectKey: random.pick(elements), isPublic: random.chance(0.5), isStanding: random.chance(0.7) };
    // One at a time stands on the same.
    const stands = (it: Word) => it.isStanding && it.stateKey === word.stateKey && it.subjectKey === word.subjectKey;
    if (!word.isStanding || !world.words.some(stands))
      world.words.push({ ...word, id: offset + i + 1, key: `word-${mark}${i}`, reason: text(random) });
  }
  for (const stateKey of random.some(states, 5)) {
    const organizationKey = random.chance(0.5) ? random.pick(organizations) : null;
    const kind = organizationKey === null ? 'ADVICE' : 'SUMMARY';
    if (!world.agreements.some((it) => it.stateKey === stateKey && it.organizationKey === organizationKey))
      world.agreements.push({ stateKey, kind, organizationKey });
  }
  growAssistance(
    world,
    objectives.map(({ id }) => id),
    random,
    offset,
    mark,
    size,
  );
}

/** A world without a row. */
export const emptyWorld = (): World => ({
  ...{ strategies: [], nodes: [], links: [], assessments: [], statements: [], words: [], agreements: [], entries: [] },
  ...{ needs: [], activities: [], matches: [], sessions: [] },
});

/** A world made by chance. */
export function randomWorld(seed: number, size = 12): World {
  const world = emptyWorld();
  const random = createRandom(seed);
  grow(world, random, 0, 's', size);
  world.sessions = sessionsOver(random, world);
  return world;
}

/** Which rows of a world the viewer may see, by the rules alone. */
export function seenBy(viewer: Viewer, world: World) {
  const strategies = new Set(world.strategies.filter((it) => seesOwned(viewer, it)).map((it) => it.id));
  const nodes = new Map(world.nodes.map((node) => [node.id, node]));
  const links = new Set(
    world.links
      .filter((it) => strategies.has(it.strategy) && strategies.has(nodes.get(it.objective)?.strategy ?? 0) && seesLink(viewer, it))
      .map((it) => it.id),
  );
  const needs = new Map(world.needs.map((need) => [need.id, need]));
  const match = (it: Match) => seesMatch(viewer, it, needs.get(it.need) as Need);
  const isSeen = ({ kind, key }: Entry): boolean => {
    const of = <T extends { key: string }>(rows: readonly T[], sees: (row: T) => boolean) => rows.some((row) => row.key === key && sees(row));
    if (kind === 'AssistanceNeed') return of(world.needs, (it) => seesNeed(viewer, it));
    return kind === 'AssistanceMatch' ? of(world.matches, match) : of(world.strategies, (it) => strategies.has(it.id));
  };
  return {
    strategy: (it: Strategy) => strategies.has(it.id),
    node: (it: Node) => strategies.has(it.strategy),
    link: (it: Link) => links.has(it.id),
    assessment: (it: Assessment) => seesOwned(viewer, it),
    statement: (it: Statement) => strategies.has(nodes.get(it.objective)?.strategy ?? 0) && (it.link === null || links.has(it.link)),
    word: (it: Word) => seesWord(viewer, it),
    agreement: (it: Agreement) => seesAgreement(viewer, it),
    entry: (it: Entry) => seesOwned(viewer, it) && isSeen(it),
    need: (it: Need) => seesNeed(viewer, it),
    match,
    activity: (it: Activity) => seesActivity(viewer, it),
    isKeeper: keepsRegister(viewer),
  };
}

/** The same world with other rows where the viewer sees none: some are gone, some say other things, some are new. */
export function withOtherHiddenRows(world: World, viewer: Viewer, seed: number): World {
  const random = createRandom(seed);
  const sees = seenBy(viewer, world);
  const keep = <T>(rows: readonly T[], isSeen: (row: T) => boolean) => rows.filter((row) => isSeen(row) || random.chance(0.5));
  const strategies = keep(world.strategies, sees.strategy);
  const isKept = (id: number) => strategies.some((it) => it.id === id);
  const nodes = world.nodes.filter((node) => isKept(node.strategy));
  const strategyOf = new Map(world.nodes.map((node) => [node.id, node.strategy]));
  const links = keep(world.links, sees.link).filter((it) => isKept(it.strategy) && isKept(strategyOf.get(it.objective) ?? 0));
  const changed: World = {
    ...withOtherAssistance(world, sees, (node) => isKept(strategyOf.get(node) ?? 0), random),
    strategies: strategies.map((it) => (sees.strategy(it) ? it : { ...it, ...strategyContent(random, []) })),
    nodes: nodes.map((it) =>
      sees.node(it) ? it : { ...it, label: text(random), isSeen: random.chance(0.5), tags: [['THREAT', random.pick(threats)]] },
    ),
    links: links.map((it) => (sees.link(it) ? it : { ...it, ...linkContent(random) })),
    assessments: keep(world.assessments, sees.assessment).map((it) => (sees.assessment(it) ? it : { ...it, ...assessmentContent(random) })),
    statements: keep(world.statements, sees.statement).filter(
      (it) => isKept(strategyOf.get(it.objective) ?? 0) && (it.link === null || links.some((link) => link.id === it.link)),
    ),
    words: keep(world.words, sees.word).map((it) => (sees.word(it) ? it : { ...it, reason: text(random) })),
    agreements: keep(world.agreements, sees.agreement),
    entries: keep(world.entries, sees.entry),
  };
  const more: World = structuredClone(changed);
  grow(more, random, 1_000, 'h', 8);
  const news = seenBy(viewer, more);
  const hiddenStrategies = new Set(more.strategies.filter((it) => it.id > 1_000 && !news.strategy(it)).map((it) => it.id));
  const isThere = (id: number) => id <= 1_000 || hiddenStrategies.has(id);
  const nodeStrategy = new Map(more.nodes.map((node) => [node.id, node.strategy]));
  const isNewLink = (it: Link) => it.id > 1_000 && !news.link(it) && isThere(it.strategy) && isThere(nodeStrategy.get(it.objective) ?? 0);
  return {
    ...withHiddenNews(changed, more, news, (node) => isThere(nodeStrategy.get(node) ?? 0), 1_000, random),
    strategies: [...changed.strategies, ...more.strategies.filter((it) => hiddenStrategies.has(it.id))],
    nodes: [...changed.nodes, ...more.nodes.filter((it) => hiddenStrategies.has(it.strategy))],
    links: [...changed.links, ...more.links.filter(isNewLink)],
    assessments: [...changed.assessments, ...more.assessments.filter((it) => it.id > 1_000 && !news.assessment(it))],
    statements: [
      ...changed.statements,
      ...more.statements.filter(
        (it) =>
          it.id > 1_000 &&
          !news.statement(it) &&
          isThere(nodeStrategy.get(it.objective) ?? 0) &&
          (it.link === null || it.link <= 1_000 || more.links.some((link) => link.id === it.link && isNewLink(link))),
      ),
    ],
    words: [...changed.words, ...more.words.filter((it) => it.id > 1_000 && !news.word(it))],
    agreements: [...changed.agreements, ...more.agreements.slice(changed.agreements.length).filter((it) => !news.agreement(it))],
    entries: [...changed.entries, ...more.entries.slice(changed.entries.length).filter((it) => !news.entry(it))],
  };
}

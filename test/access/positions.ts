// One thing of each kind in every state of sharing, owned by a state and by an organization of the cast, and how it is asked for.
import { type Sharing, visibilities } from '../../src/core/sharing.ts';
import { addAssistance } from './assistance-positions.ts';
import { elements } from './cast.ts';
import { emptyWorld, type Link, type Strategy, type World } from './world.ts';

/** Where a record stands: not published, published, or withdrawn by its owner. */
export const standings = ['UNPUBLISHED', 'PUBLISHED', 'WITHDRAWN'] as const;
export type Standing = (typeof standings)[number];

const owners = [
  { code: 'xaa', stateKey: 'XAA', organizationKey: null },
  { code: 'xreg', stateKey: null, organizationKey: 'xreg' },
] as const;

export const sharedWith = ['XAG', 'xoth'];

/** A word that stands in the texts of one thing alone. */
export const wordOf = (key: string) => `canary${key.toLowerCase().replaceAll(/[^a-z0-9]/g, '')}`;

/** A plan of XAA and a strategy of xreg that everybody sees, for links to hang between. */
export const open = { plan: 'xaa-open', strategy: 'xreg-open' } as const;

function strategy(id: number, key: string, sharing: Sharing, standing: Standing): Strategy {
  return {
    ...sharing,
    id,
    key,
    scope: 'OVERARCHING',
    status: standing === 'WITHDRAWN' ? 'WITHDRAWN' : 'ADOPTED',
    from: '2020',
    to: '2035',
    title: `Title ${wordOf(key)}`,
    isFullyRead: false,
    successor: null,
    succeeds: null,
    theme: 'cybercrime',
  };
}

/** The world of the access matrix. */
export function positionsWorld(): World {
  const world = emptyWorld();
  let id = 0;
  const add = (it: Strategy) => {
    world.strategies.push(it);
    const node = (place: number, kind: string, parent: number | null) => ({
      id: it.id * 10 + place,
      key: `${it.key}.n${place}`,
      strategy: it.id,
      parent,
      position: place,
      last: place < 3 ? 4 : place,
      kind,
      label: `Label ${wordOf(`${it.key}n${place}`)}`,
      isSeen: true,
      responsible: null,
      deadline: null,
      tags: [['THREAT', 'cybercrime'] as [string, string]],
    });
    const objective = it.id * 10 + 2;
    world.nodes.push(node(1, 'PILLAR', null), node(2, 'OBJECTIVE', it.id * 10 + 1), node(3, 'MEASURE', objective), node(4, 'INDICATOR', objective));
    world.entries.push({ ...it, kind: 'Strategy', action: 'createStrategy', note: `Note ${wordOf(it.key)}` });
  };
  const everyone = { visibility: 'PUBLIC', sharedWith: [], publication: 'PUBLISHED' } as const;
  add(strategy(++id, open.plan, { ...everyone, stateKey: 'XAA', organizationKey: null }, 'PUBLISHED'));
  add(strategy(++id, open.strategy, { ...everyone, stateKey: null, organizationKey: 'xreg' }, 'PUBLISHED'));
  for (const { code, stateKey, organizationKey } of owners) {
    for (const visibility of visibilities) {
      for (const standing of standings) {
        const publication = standing === 'PUBLISHED' ? 'PUBLISHED' : 'UNPUBLISHED';
        const sharing: Sharing = { stateKey, organizationKey, visibility, sharedWith, publication };
        const name = `${visibility}-${standing}`.toLowerCase().replaceAll('_', '');
        add(strategy(++id, `${code}-${name}`, sharing, standing));
        const key = `${code}-a-${name}`;
        world.assessments.push({
          ...sharing,
          id,
          key,
          title: `Assessment ${wordOf(key)}`,
          dated: '2024',
          threats: ['cybercrime'],
          findings: [{ state: 'XAA', threat: 'cocaine', score: 5 }],
        });
      }
    }
  }
  // Links between what everybody sees, in every state of sharing: each has a node of the plan, or an objective, of its own.
  const [plan, regional] = [1, 2];
  for (const visibility of visibilities) {
    for (const publication of ['UNPUBLISHED', 'PUBLISHED'] as const) {
      const link: Link = {
        stateKey: 'XAA',
        organizationKey: 'xreg',
        visibility,
        sharedWith,
        publication,
        id: world.links.length + 1,
        strategy: plan,
        node: plan * 10 + 1 + (world.links.length % 3),
        objective: regional * 10 + 1 + Math.floor(world.links.length / 3),
        relation: 'SUBSET',
        share: 0.5,
        status: publication === 'PUBLISHED' ? 'CONFIRMED' : 'SUGGESTED',
        rationale: `Rationale ${wordOf(`link${visibility}${publication}`)}`,
      };
      if (link.objective > regional * 10 + 3) Object.assign(link, { node: null, objective: regional * 10 + 1 });
      world.links.push(link);
      world.statements.push({
        id: link.id,
        key: `statement-${link.id}`,
        kind: 'CONTEST',
        state: 'XAA',
        objective: link.objective,
        link: link.id,
        organization: 'xreg',
        reason: `Reason ${wordOf(`statement${link.id}`)}`,
        isOpen: true,
      });
    }
  }
  // A word on each objective of the organization, which reaches whom the objective reaches.
  for (const { id, organizationKey } of world.strategies.filter((it) => it.organizationKey !== null)) {
    world.statements.push({
      id: 1_000 + id,
      key: `statement-${1_000 + id}`,
      kind: 'NOT_APPLICABLE',
      state: 'XAB',
      objective: id * 10 + 2,
      link: null,
      organization: organizationKey ?? '',
      reason: `Reason ${wordOf(`statement${1_000 + id}`)}`,
      isOpen: true,
    });
  }
  // Words of two states on their records, of readings that everybody has and of others.
  for (const [index, [stateKey, isPublic]] of (
    [
      ['XAA', true],
      ['XAA', false],
      ['XAB', false],
    ] as const
  ).entries()) {
    const key = `word-${index + 1}`;
    const subjectKey = elements[index] ?? '';
    world.words.push({ id: index + 1, key, stateKey, subjectKey, isPublic, isStanding: true, reason: `Reason ${wordOf(key)}` });
  }
  world.agreements.push({ stateKey: 'XAA', kind: 'ADVICE', organizationKey: null }, { stateKey: 'XAA', kind: 'SUMMARY', organizationKey: 'xreg' });
  addAssistance(world);
  return world;
}

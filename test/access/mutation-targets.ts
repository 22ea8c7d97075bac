// Everything in the world of positions that mutations are tried on, by kind.
import { stateOf, type Viewer } from '../../src/core/viewer.ts';
import { encodeGlobalId } from '../../src/graphql/global-id.ts';
import { named } from './assistance-positions.ts';
import type { Kind, Target } from './mutation-rules.ts';
import { seesOwned } from './oracle.ts';
import { open as everybodys, type Standing } from './positions.ts';
import { seenBy, type World } from './world.ts';

/** All things of a kind in the world of positions. */
export function targetsOf(world: World, kind: Kind): Target[] {
  const standingOf = (it: { status?: string; publication: string }): Standing =>
    it.status === 'WITHDRAWN' ? 'WITHDRAWN' : it.publication === 'PUBLISHED' ? 'PUBLISHED' : 'UNPUBLISHED';
  const nodeKey = (id: number | null) => world.nodes.find((it) => it.id === id)?.key ?? everybodys.plan;
  switch (kind) {
    case 'strategy':
      return world.strategies.map((it) => ({
        ...it,
        id: encodeGlobalId('Strategy', it.key),
        standing: standingOf(it),
        isSeen: (viewer) => seesOwned(viewer, it),
      }));
    case 'assessment':
      return world.assessments.map((it) => ({
        ...it,
        id: encodeGlobalId('Assessment', it.key),
        standing: standingOf(it),
        isSeen: (viewer) => seesOwned(viewer, it),
      }));
    case 'link':
      return world.links.map((it) => {
        const key = `${nodeKey(it.node)}>${nodeKey(it.objective)}`;
        return {
          ...it,
          key,
          id: encodeGlobalId('Link', key),
          standing: standingOf({ publication: it.publication }),
          isSeen: (viewer) => seenBy(viewer, world).link(it),
        };
      });
    case 'contest':
    case 'not applicable':
      return world.statements
        .filter((it) => (it.kind === 'CONTEST') === (kind === 'contest'))
        .map((it) => ({
          key: it.key,
          id: encodeGlobalId(it.kind === 'CONTEST' ? 'Contest' : 'NotApplicable', it.key),
          stateKey: it.state,
          organizationKey: it.organization,
          visibility: 'PUBLIC',
          sharedWith: [],
          publication: 'PUBLISHED',
          standing: 'PUBLISHED',
          isSeen: (viewer) => seenBy(viewer, world).statement(it),
        }));
    case 'word':
      return world.words.map((it) => ({
        ...open,
        key: it.key,
        id: encodeGlobalId('RecordStatement', it.key),
        stateKey: it.stateKey,
        isSeen: (viewer) => seenBy(viewer, world).word(it),
      }));
    case 'owner':
      return (['XAA', 'xreg'] as const).map((code) => ({
        ...open,
        key: code.toLowerCase(),
        id: encodeGlobalId(code === 'XAA' ? 'MemberState' : 'Organization', code),
        stateKey: code === 'XAA' ? code : null,
        organizationKey: code === 'xreg' ? code : null,
      }));
    case 'state':
      return ['XAA', 'XAB', 'XAC', 'XAE', 'XAG'].map((code) => ({ ...open, key: code, id: encodeGlobalId('MemberState', code), stateKey: code }));
    case 'need': {
      const needs = world.needs.map((it) => ({
        ...open,
        key: it.key,
        id: encodeGlobalId('AssistanceNeed', it.key),
        stateKey: it.stateKey,
        isSeen: (viewer: Viewer) => seenBy(viewer, world).need(it),
      }));
      // What the service derives of the plans of a state is for that state alone.
      const id = encodeGlobalId('AssistanceNeed', named.prompt);
      const isSeen = (viewer: Viewer) => stateOf(viewer) === 'XAA';
      return [...needs, { ...open, key: named.prompt, id, stateKey: 'XAA', isSeen }];
    }
    case 'match':
      return world.matches.map((it) => ({
        ...open,
        key: it.key,
        id: encodeGlobalId('AssistanceMatch', it.key),
        stateKey: world.needs.find(({ id }) => id === it.need)?.stateKey ?? null,
        isSeen: (viewer) => seenBy(viewer, world).match(it),
      }));
    case 'activity':
      return world.activities.map((it) => ({
        ...open,
        key: it.key,
        id: encodeGlobalId('AssistanceActivity', it.key),
        isSeen: (viewer) => seenBy(viewer, world).activity(it),
      }));
    case 'session':
      return world.sessions.map((it) => ({ ...open, key: it.key, id: encodeGlobalId('WorkingGroupSession', it.key) }));
  }
}

/** What there is for everybody. */
const open = {
  ...{ stateKey: null, organizationKey: null, visibility: 'PUBLIC', sharedWith: [], publication: 'PUBLISHED', standing: 'PUBLISHED' },
  isSeen: () => true,
} as const satisfies Partial<Target>;

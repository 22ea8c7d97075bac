// The viewer in the schema: who the service takes the asker for.
import { organizationOf, stateOf, type ViewerRole as ViewerRoleValue, type Viewer as ViewerShape, viewerRoles } from '../core/viewer.ts';
import { builder } from '../graphql/builder.ts';
import { MemberState, Organization } from './graphql.ts';
import { getOrganizations, getStates } from './service.ts';

const roleDescriptions: Record<ViewerRoleValue, string> = {
  PUBLIC: 'Nobody signed in: what is public is seen.',
  READER: 'Reads for a state.',
  EDITOR: 'Writes for a state, and submits.',
  APPROVER: 'Approves for a state what another account submitted.',
  DELEGATE: 'Sits in the working group for a state.',
  ANALYST: 'Works for an organization.',
  SECRETARIAT: 'Serves the working group, for no state.',
  ADMIN: 'Runs the service, and reads nothing that is private.',
};

const ViewerRole = builder.enumType('ViewerRole', {
  description: 'What an asker may do.',
  values: Object.fromEntries(viewerRoles.map((role) => [role, { description: roleDescriptions[role] }])) as Record<
    ViewerRoleValue,
    { description: string }
  >,
});

const Viewer = builder.objectRef<ViewerShape>('Viewer').implement({
  description: 'Who is asking, as the token of the request says.',
  fields: (t) => ({
    role: t.field({ type: ViewerRole, description: 'What they may do.', resolve: (viewer) => viewer.role }),
    organization: t.field({
      type: Organization,
      nullable: true,
      description: 'The organization of an analyst; null for others, and where it is not recorded here.',
      resolve: async (viewer, _args, context) => (await getOrganizations(context)).get(organizationOf(viewer) ?? '') ?? null,
    }),
    state: t.field({
      type: MemberState,
      nullable: true,
      description: 'The state of a reader, editor, approver or delegate; null for others, and where it is not recorded here.',
      resolve: async (viewer, _args, context) => (await getStates(context)).get(stateOf(viewer) ?? '') ?? null,
    }),
  }),
});

builder.queryFields((t) => ({
  viewer: t.field({
    type: Viewer,
    description: 'Who is asking. Without a token it is PUBLIC.',
    resolve: (_root, _args, context) => context.viewer,
  }),
}));

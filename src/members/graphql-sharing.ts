// Sharing in the schema: whom a thing reaches, and where its record stands.
import { isOwn, type Sharing } from '../core/sharing.ts';
import { builder } from '../graphql/builder.ts';
import type { Context } from '../graphql/context.ts';

export const VisibilityEnum = builder.enumType('Visibility', {
  description: 'Whom a thing reaches once it is published. Its owner reads it always.',
  values: {
    PRIVATE: { description: 'Its owner alone.' },
    SHARED: { description: 'States and organizations that the owner names.' },
    REGION: { description: 'Organizations the owner belongs to today, and the states in them.' },
    WORKING_GROUP: { description: 'Delegates of states and the secretariat.' },
    PUBLIC: { description: 'Everyone.' },
  },
});

export const PublicationEnum = builder.enumType('Publication', {
  description: 'Where the record of it stands, which is another thing than the document.',
  values: {
    UNPUBLISHED: { description: 'Not published: its owner alone reads it.' },
    PUBLISHED: { description: 'Published: it reaches whom its visibility names.' },
  },
});

/** The fields `visibility` and `publication` of a type. */
export const visibilityField = {
  type: VisibilityEnum,
  description: 'Whom it reaches once it is published.',
  resolve: (it: Sharing) => it.visibility,
} as const;
export const publicationField = { type: PublicationEnum, description: 'Where the record stands.', resolve: (it: Sharing) => it.publication } as const;

/** The field `sharedWith` of a type: whom else a thing is shared with is for its owner's users alone. */
export const sharedWithField = {
  type: ['String'] satisfies ['String'],
  nullable: true as const,
  description: "With visibility SHARED: codes of states and keys of organizations. Null for all but the owner's own users.",
  resolve: (it: Sharing, _args: unknown, { viewer }: Context) => (isOwn(viewer, it) ? [...it.sharedWith] : null),
};

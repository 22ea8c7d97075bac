// Which breaking changes of the GraphQL contract the changelog does not announce.
import { buildSchema, findBreakingChanges } from 'graphql';

/** Descriptions of changes that would break a client of the released schema and that no line under "Unreleased" of the changelog quotes. */
export function unannouncedChanges(released: string, current: string, changelog: string): string[] {
  const unreleased = changelog.split('\n## ')[1] ?? '';
  return findBreakingChanges(buildSchema(released), buildSchema(current))
    .map((change) => change.description)
    .filter((description) => !unreleased.includes(description));
}

// "Who" in words: a body and a role, never a person.
import type { Context } from '../graphql/context.ts';
import { type Language, textIn } from '../i18n/languages.ts';
import { message } from '../i18n/messages.ts';
import { getOrganizations, getStates } from './service.ts';

/** Roles that may stand in the records: those of viewers, and the operator at the command line. */
export const recordedRoles = ['READER', 'EDITOR', 'APPROVER', 'DELEGATE', 'ANALYST', 'SECRETARIAT', 'ADMIN', 'OPERATOR'] as const;
export type RecordedRole = (typeof recordedRoles)[number];

/** Whose user did something, and in what role. */
export type Doer = { role: string; stateKey: string | null; organizationKey: string | null };

/** The body and the role, such as "Jamaica, approver". */
export async function whoIn(context: Context, { role, stateKey, organizationKey }: Doer, language: Language): Promise<string> {
  const known = recordedRoles.find((it) => it === role) ?? 'OPERATOR';
  const roleName = message(language, `role.${known}`);
  const name =
    stateKey !== null ? (await getStates(context)).get(stateKey)?.name : (await getOrganizations(context)).get(organizationKey ?? '')?.name;
  return name === undefined ? roleName : message(language, 'who', { body: textIn(name, language).text, role: roleName });
}

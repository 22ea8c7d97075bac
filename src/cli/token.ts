// The command `token`: a token of the development key, so that roles can be tried before there is an identity provider.
import { officeRoles, type SignedIn, stateRoles } from '../core/viewer.ts';
import { viewerOfClaims } from '../http/claims.ts';
import { signDevelopmentToken } from '../http/dev-key.ts';
import { isProduction } from '../http/env.ts';
import { jsonOf } from '../views/formats.ts';
import { exits, failure } from './failures.ts';
import type { Session } from './session.ts';

/** As they are written on the command line. */
export type TokenOptions = { role: string; state?: string; organization?: string; subject?: string };

export const tokenRoles = [...stateRoles, 'ANALYST', ...officeRoles].map((role) => role.toLowerCase());

export async function runToken(session: Session, options: TokenOptions): Promise<number> {
  const { env, isJson, print, say } = session;
  const viewer = viewerOf(options);
  if (isProduction(env)) {
    throw failure(
      exits.usage,
      `No token is signed here, and a server would refuse it: ${env.productionReason}. Ask the identity provider for one, or try this without that setting.`,
    );
  }
  const { token, expires } = await signDevelopmentToken(env.dataDir, viewer);
  if (isJson) print(jsonOf({ ...viewer, token, expires: expires.toISOString() }));
  else {
    say(`Account "${viewer.subject}", until ${expires.toISOString().slice(11, 16)} UTC. Send it as the header "Authorization: Bearer TOKEN".`);
    print(`${token}\n`);
  }
  return exits.ok;
}

/** The same role of the same state or organization is the same account each time. Throws the end of the command where something is missing. */
function viewerOf({ role, state, organization, subject }: TokenOptions): SignedIn {
  if (!tokenRoles.includes(role)) throw failure(exits.usage, `--role: write one of ${tokenRoles.join(', ')}.`);
  const needsState = stateRoles.some((it) => it.toLowerCase() === role);
  const needsOrganization = role === 'analyst';
  checkGiven(role, '--state', state, needsState, 'a state by its ISO 3166-1 alpha-3 code, such as JAM');
  checkGiven(role, '--organization', organization, needsOrganization, 'the key of an organization, such as caricom');
  const owner = [state?.toUpperCase(), organization?.toLowerCase()].find((it) => it !== undefined);
  const viewer = viewerOfClaims({
    sub: subject ?? ['development', role, owner].filter((it) => it !== undefined).join(':'),
    synergy_role: role,
    synergy_state: owner,
    synergy_organization: owner,
  });
  if (!viewer) throw failure(exits.usage, `--state takes an ISO 3166-1 alpha-3 code, --organization a key, --subject up to 255 ASCII characters.`);
  return viewer;
}

function checkGiven(role: string, option: string, value: string | undefined, isNeeded: boolean, what: string): void {
  if (isNeeded && value === undefined) throw failure(exits.usage, `--role ${role} needs ${option}: ${what}.`);
  if (!isNeeded && value !== undefined) throw failure(exits.usage, `--role ${role} takes no ${option}. Leave it out.`);
}

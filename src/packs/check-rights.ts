// What an account may import: each item as if it had come by a mutation of its own. Pure.
import { isEditorOf, type Ownership } from '../core/sharing.ts';
import { type SignedIn, stateOf, type Viewer, type ViewerRole } from '../core/viewer.ts';
import type { CheckContext } from './check-context.ts';
import { type Known, ownerOfAssessment, strategyOf } from './known.ts';
import type { Importer, Item } from './model.ts';
import type { Pack, PackKind } from './pack.ts';
import { quote } from './problems.ts';
import { eachOf, type Steps } from './steps.ts';

/** Who may import something, if not everything. */
const importingRoles: readonly ViewerRole[] = ['EDITOR', 'APPROVER', 'ANALYST', 'SECRETARIAT', 'ADMIN'];

export function mayImport(viewer: Viewer): viewer is SignedIn {
  return importingRoles.includes(viewer.role);
}

/** May the importer have a made-up state recorded by naming it? */
export function mayMakeUp(importer: Importer, code: string): boolean {
  if (importer === 'operator' || importer.role === 'ADMIN') return true;
  return stateOf(importer) === code && isEditorOf(importer, { stateKey: code, organizationKey: null });
}

type Register = { kind: PackKind; name: string; roles: readonly ViewerRole[] };

/** What belongs to no state and no organization. */
const registers: readonly Register[] = [
  { kind: 'instrument', name: 'Instruments', roles: ['ADMIN'] },
  { kind: 'concept', name: 'Threats, elements and provisions', roles: ['ADMIN'] },
  { kind: 'external_code', name: 'Codes of other systems', roles: ['ADMIN'] },
  { kind: 'state', name: 'States', roles: ['ADMIN'] },
  { kind: 'territory', name: 'Territories', roles: ['ADMIN'] },
  { kind: 'treaty_status', name: 'Treaty status', roles: ['ADMIN'] },
  { kind: 'organization', name: 'Organizations', roles: ['ADMIN'] },
  { kind: 'membership', name: 'Memberships', roles: ['ADMIN'] },
  { kind: 'region', name: 'Regions', roles: ['ADMIN'] },
  { kind: 'flow', name: 'Flows', roles: ['ADMIN'] },
  { kind: 'activity', name: 'Assistance activities', roles: ['ADMIN', 'SECRETARIAT'] },
];

/** Kinds of records that belong to no state and no organization; activities of IATI files among them. */
export const registerKinds: ReadonlySet<string> = new Set([...registers.map(({ kind }) => kind), 'staged_activity']);

const roleNames: Partial<Record<ViewerRole, string>> = { ADMIN: 'an administrator', SECRETARIAT: 'the Secretariat' };

/** Items that are checked in one step. */
const stepItems = 1_000;

/** Reports what the account may not import, saying who may. */
export function* checkRights(pack: Pack, viewer: SignedIn, context: CheckContext): Steps<void> {
  for (const register of registers) checkRegister(pack[register.kind], register, viewer, context);
  const { known, report } = context;
  for (const item of pack.strategy) {
    const { id, owner } = item.value;
    checkOwn(item, viewer, { stateKey: owner.state, organizationKey: owner.organization }, 'Strategies', ['owner'], context);
    checkKey(item, id, owner, context);
  }
  for (const item of pack.assessment) {
    const { id, jurisdiction } = item.value;
    const owner = ownerOfAssessment(jurisdiction);
    checkOwn(item, viewer, { stateKey: owner.state, organizationKey: owner.organization }, 'Assessments', ['jurisdiction'], context);
    checkKey(item, id, owner, context);
    const recorded = context.recorded.assessments.get(id);
    if (recorded && (recorded.state !== owner.state || recorded.organization !== owner.organization))
      report(item, `the id ${quote(id)} is that of an assessment of ${recorded.state ?? recorded.organization}. Choose another.`, ['id']);
  }
  yield* eachOf(pack.finding, stepItems, (item) => {
    const assessment = known.assessments.get(item.value.assessment);
    if (assessment)
      checkOwn(item, viewer, { stateKey: assessment.state, organizationKey: assessment.organization }, 'Findings of assessments', [], context);
  });
  yield* eachOf(pack.link, stepItems, (item) => checkParty(item, viewer, context));
}

/** Why the account may not have activities of IATI files staged, saying who may; null where it may. */
export function stagingRefusal({ role }: Viewer): string | null {
  const activities = registers.find(({ kind }) => kind === 'activity');
  return !activities || activities.roles.includes(role) ? null : refusalOf(activities);
}

function refusalOf({ name, roles }: Register): string {
  return `${name} are recorded by ${roles.map((it) => roleNames[it]).join(' or ')}. Leave this file out.`;
}

/** Once a file: what is wrong is the file. */
function checkRegister(items: readonly Item<unknown>[], register: Register, { role }: SignedIn, { report }: CheckContext): void {
  if (register.roles.includes(role)) return;
  const told = new Set<string>();
  for (const item of items) {
    if (told.has(item.where.file)) continue;
    told.add(item.where.file);
    report(item, refusalOf(register));
  }
}

function checkOwn(
  item: Item<unknown>,
  viewer: SignedIn,
  owner: Ownership,
  name: string,
  path: readonly string[],
  { report, isState, known }: CheckContext,
): void {
  if (isEditorOf(viewer, owner)) return;
  const { stateKey, organizationKey } = owner;
  // That there is no such owner is told already.
  if (stateKey !== null ? !isState(stateKey) : !known.organizations.has(organizationKey ?? '')) return;
  report(item, `${name} of ${stateKey ?? organizationKey} are recorded by ${editorsOf(owner)}. Leave this one out.`, path);
}

function editorsOf({ stateKey, organizationKey }: Ownership): string {
  return stateKey !== null ? `an editor or approver of ${stateKey}` : `an analyst of ${organizationKey}`;
}

/** A key belongs to whom it begins with, so that two owners never want the same. */
function checkKey(
  item: Item<unknown>,
  id: string,
  owner: { state: string | null; organization: string | null },
  { known, report }: CheckContext,
): void {
  const code = (owner.state ?? owner.organization ?? '').toLowerCase();
  if (!id.startsWith(`${code}-`)) {
    report(item, `the id ${quote(id)} does not begin with its owner's code. Let it begin with ${quote(`${code}-`)}.`, ['id']);
    return;
  }
  const holder = holderOfKey(id, known);
  if (holder !== null && holder !== (owner.state ?? owner.organization))
    report(item, `the id ${quote(id)} begins like those of ${holder}, which alone may use it. Choose another.`, ['id']);
}

/** The state or organization with the longest code that the key begins with; the state where both have the same. */
function holderOfKey(id: string, { states, organizations }: Known): string | null {
  for (let end = id.lastIndexOf('-'); end > 0; end = id.lastIndexOf('-', end - 1)) {
    const code = id.slice(0, end);
    if (/^[a-z]{3}$/.test(code) && states.has(code.toUpperCase())) return code.toUpperCase();
    if (organizations.has(code)) return code;
  }
  return null;
}

/** Ends that are not known were told; of those that are, only the two sides propose a link. */
function checkParty(item: Pack['link'][number], viewer: SignedIn, { known, report }: CheckContext): void {
  const { national, regional } = item.value;
  const [plan, strategy] = [known.strategies.get(strategyOf(national)), known.strategies.get(strategyOf(regional))];
  if (!plan?.state || !strategy?.organization) return;
  const parties = { stateKey: plan.state, organizationKey: strategy.organization };
  if (isEditorOf(viewer, parties)) return;
  const who = `${editorsOf({ ...parties, organizationKey: null })}, or by ${editorsOf({ ...parties, stateKey: null })}`;
  report(item, `A link between ${quote(national)} and ${quote(regional)} is proposed by ${who}. Leave this row out.`);
}

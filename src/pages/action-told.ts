// What a form did, in words with names: what was asked of the mutation to tell it, and the sentence. Pure.
import type { Language } from '../i18n/languages.ts';
import { message } from '../i18n/messages.ts';
import { offeredMutations } from './actions.ts';
import { shortened } from './fields.ts';

type Named = { name: string };
type Labelled = { label: string };
type Titled = { title: string };

const cell = 'state { name } objective { label }';
const need = 'state { name } element { label } threat { label } provision { label }';
const link = 'strategy { title } node { label } objective { label }';

/** Fields of the payload of each mutation that name what it was about. What has none is named by its form alone. */
const selections: Readonly<Record<string, string>> = {
  addNode: 'node { label }',
  confirmNeed: `need { ${need} }`,
  contestCell: `contest { ${cell} }`,
  createStrategy: 'strategy { title }',
  decideMatch: `match { need { ${need} } }`,
  freezeSession: 'session { title }',
  markNotApplicable: `notApplicable { ${cell} }`,
  moveNeed: `need { ${need} }`,
  observeNeed: `need { ${need} }`,
  offerActivity: 'activity { title }',
  proposeLink: `link { ${link} }`,
  proposeMatch: `match { need { ${need} } }`,
  publishActivity: 'activity { title }',
  publishAssessment: 'assessment { title }',
  publishStrategy: 'strategy { title }',
  recordEffect: 'effect { strategy { title } }',
  recordEvaluation: 'evaluation { strategy { title } }',
  recordFollowUp: `need { ${need} }`,
  recordOutcome: 'recommendation { what }',
  recordRecommendation: 'recommendation { what }',
  recordSession: 'session { title }',
  recordStatement: 'statement { state { name } }',
  removeNode: 'strategy { title }',
  requestAssistance: `need { ${need} }`,
  resolveContest: `contest { ${cell} }`,
  reviewLink: `link { ${link} }`,
  reviewRecord: 'review { confirmed contested skipped { reason } }',
  setAgreement: 'state { name }',
  updateNode: 'node { label }',
  updateStrategy: 'strategy { title }',
  withdrawAssessment: 'assessment { title }',
  withdrawNotApplicable: `notApplicable { ${cell} }`,
  withdrawStatement: 'statement { state { name } }',
  withdrawStrategy: 'strategy { title }',
};

export const toldSelection = (mutation: string): string => selections[mutation] ?? '';

type Thing = Partial<Named & Labelled & Titled> & {
  what?: string;
  state?: Named;
  objective?: Labelled;
  strategy?: Titled;
  node?: Labelled | null;
  need?: Thing;
  element?: Labelled | null;
  threat?: Labelled | null;
  provision?: Labelled | null;
};
type Review = { confirmed: number; contested: number; skipped: { reason: 'OWN_PROPOSAL' | 'ALREADY_CONTESTED' }[] };
export type Payload = Readonly<Record<string, unknown>>;

const lengthMax = 140;

/** What was done and to what, for the page the form comes back to. */
export function toldOf(language: Language, mutation: string, payload: Payload, form: URLSearchParams): string {
  const [outcome, act] = offeredMutations[mutation] ?? (['RECORDED', 'desk.title'] as const);
  const { review } = payload as { review?: Review };
  const done = review ? reviewed(language, review) : message(language, `done.${outcome}`);
  const of = subjectOf(payload) ?? (form.get('about') || null);
  const told = of === null ? done : message(language, 'told.of', { act: message(language, act), of: shortened(of, lengthMax), done });
  const beside = besideOf(form);
  if (beside === 0) return told;
  const isContest = mutation === 'contestCell' || form.get('decision') === 'CONTEST';
  return `${told}${message(language, 'separator.sentence')}${message(language, isContest ? 'beside.confirmed' : 'beside.contests', { count: beside })}`;
}

/** How many words of the other sort stood as the form was shown. */
function besideOf(form: URLSearchParams): number {
  const given = form.get('beside') ?? '';
  return /^\d{1,4}$/.test(given) ? Number(given) : 0;
}

function reviewed(language: Language, { confirmed, contested, skipped }: Review): string {
  const count = (reason: Review['skipped'][number]['reason']) => skipped.filter((it) => it.reason === reason).length;
  const [own, before] = [count('OWN_PROPOSAL'), count('ALREADY_CONTESTED')];
  return [
    contested > 0 || before > 0
      ? message(language, 'reviewed.contested', { count: contested })
      : message(language, 'reviewed.confirmed', { count: confirmed }),
    ...(own > 0 ? [message(language, 'clearance.own', { count: own })] : []),
    ...(before > 0 ? [message(language, 'clearance.before', { count: before })] : []),
  ].join(message(language, 'separator.sentence'));
}

function subjectOf(payload: Payload): string | null {
  const [thing] = Object.entries(payload).flatMap(([name, value]) => (name !== 'userErrors' && name !== 'review' && value ? [value as Thing] : []));
  return thing === undefined ? null : nameOf(thing);
}

function nameOf(thing: Thing): string | null {
  if (thing.need) return nameOf(thing.need);
  if (thing.objective) return `${thing.state?.name ?? thing.node?.label ?? thing.strategy?.title ?? ''} × ${thing.objective.label}`;
  const theme = thing.element ?? thing.threat ?? thing.provision;
  if (thing.state) return theme ? `${thing.state.name} × ${theme.label}` : thing.state.name;
  return thing.title ?? thing.label ?? thing.what ?? thing.strategy?.title ?? thing.name ?? null;
}

// Checks a pack as a whole and against what is recorded: every id it names exists, nothing is given twice, nothing turns in a circle. Pure.
import { inWords, plain } from '../i18n/words.ts';
import { isMadeUpState } from '../members/model.ts';
import { type CheckContext, checkConcept, checkOrganization, checkSharedWith, checkState } from './check-context.ts';
import { checkRights, mayMakeUp } from './check-rights.ts';
import { checkLink, checkStrategies } from './check-strategies.ts';
import { findCycles } from './cycles.ts';
import { type Known, withPack } from './known.ts';
import type { Importer, Item } from './model.ts';
import { keyOf, type Pack, type PackKind, type PackValue, packKinds } from './pack.ts';
import { addProblem, type Findings, quote, suggestion } from './problems.ts';
import { eachOf, inOneGo, type Steps } from './steps.ts';

export type Checked = Findings & {
  /** Items with problems, and those that a warning says are not read. */
  leftOut: Set<Item<unknown>>;
  /** Made-up states that the pack names and nobody recorded yet. */
  madeUpStates: Set<string>;
};

/** Comparing a name with all known ones takes its time: the operator may have it, an account a little of it. */
const suggestionsMax = { operator: 1_000, account: 50 };

type Checks = { [K in PackKind]?: (item: Item<PackValue<K>>, context: CheckContext) => void };

/** Problems, and warnings, that are told of one pack. */
const toldMax = 10_000;
/** Items that are checked in one step. */
const stepItems = 1_000;

/** `brokenNames`: what files with problems may have meant to bring. */
export type CheckOptions = { brokenNames?: ReadonlySet<string>; importer?: Importer };

/** Checks a pack against what is recorded, as far as the importer may see it. */
export function checkPack(pack: Pack, recorded: Known, heldNodes: ReadonlySet<string>, options: CheckOptions = {}): Checked {
  return inOneGo(checkInSteps(pack, recorded, heldNodes, options));
}

/** The same in steps. */
export function* checkInSteps(
  pack: Pack,
  recorded: Known,
  heldNodes: ReadonlySet<string>,
  { brokenNames = new Set(), importer = 'operator' }: CheckOptions,
): Steps<Checked> {
  const checked: Checked = { problems: [], warnings: [], leftOut: new Set(), madeUpStates: new Set() };
  const known = withPack(recorded, pack);
  const suggestionsLeft = { count: importer === 'operator' ? suggestionsMax.operator : suggestionsMax.account };
  const context: CheckContext = {
    known,
    recorded,
    heldNodes,
    report: (item, message, path, code) => {
      if (checked.problems.length < toldMax) addProblem(checked.problems, item.where, plain(message), path, code);
      checked.leftOut.add(item);
    },
    warn: (item, message, path) => {
      if (checked.warnings.length < toldMax) addProblem(checked.warnings, item.where, plain(message), path);
    },
    isState: (code) => {
      if (known.states.has(code)) return true;
      if (!isMadeUpState(code) || !mayMakeUp(importer, code)) return false;
      checked.madeUpStates.add(code);
      return true;
    },
    suggest: (name, known, otherwise = '') => {
      const help = suggestionsLeft.count-- > 0 ? suggestion(name, known(), otherwise === '' ? null : plain(otherwise)) : null;
      return help === null ? '' : ` ${inWords('EN', help)}`;
    },
    isUnknown: (name, names) => !names.has(name) && !brokenNames.has(name),
  };
  for (const kind of packKinds) yield* checkKind(kind, pack, context, checked);
  yield* checkStrategies(pack.strategy, context);
  if (importer !== 'operator') yield* checkRights(pack, importer, context);
  return checked;
}

function* checkKind<K extends PackKind>(kind: K, pack: Pack, context: CheckContext, checked: Checked): Steps<void> {
  const first = new Map<string, Item<unknown>>();
  const check = checks[kind];
  yield* eachOf(pack[kind], stepItems, (item) => {
    const key = keyOf[kind](item.value);
    const earlier = first.get(key);
    if (earlier) context.report(item, `${quote(key)} is given twice, first in ${earlier.where.file} on line ${earlier.where.line()}. Remove one.`);
    else first.set(key, item);
    check?.(item, context);
  });
  if (kind === 'treaty_status') leaveOutOrganizations(pack.treaty_status, context, checked);
}

/** An organization that is party to a treaty is no state: said, and left out. */
function leaveOutOrganizations(items: Pack['treaty_status'], { known, warn }: CheckContext, checked: Checked): void {
  for (const item of items) {
    if (!isOrganizationCode(item.value.party, known)) continue;
    warn(item, `${item.value.party} is an organization; only the treaties of states are recorded, so this row is not read.`);
    checked.leftOut.add(item);
  }
}

function isOrganizationCode(code: string, known: Known): boolean {
  return !known.states.has(code) && known.organizations.has(code.toLowerCase());
}

/** A state, a territory or a region. */
function checkPlace(item: Item<unknown>, place: string, context: CheckContext): void {
  const { known, isState, isUnknown, report } = context;
  if (isState(place) || known.territories.has(place) || !isUnknown(place, known.regions)) return;
  const names = place.startsWith('region:') ? known.regions : [...known.states, ...known.territories];
  report(item, `unknown place ${quote(place)}.${context.suggest(place, () => names, 'Use the three letters of ISO 3166-1, or region: and a name.')}`);
}

function checkCode(item: Item<unknown>, system: string, code: string, { known, isUnknown, report, suggest }: CheckContext): void {
  if (known.externalCodes.has(`${system}/${code}`) || !isUnknown(code, new Set())) return;
  const codes = () => [...known.externalCodes].filter((key) => key.startsWith(`${system}/`)).map((key) => key.slice(system.length + 1));
  report(item, `unknown ${system === 'DAC' ? 'DAC sector' : 'theme'} ${quote(code)}.${suggest(code, codes)}`);
}

const checks: Checks = {
  concept: (item, context) => {
    const { value } = item;
    if (value.parent !== null) checkConcept(item, value.scheme, value.parent, context);
    if (value.instrument !== null && context.isUnknown(value.instrument, context.known.instruments))
      context.report(item, `unknown instrument ${quote(value.instrument)}.`);
    value.threats.forEach((threat, index) => checkConcept(item, 'THREAT', threat, context, ['threats', index]));
    const concepts = context.known.concepts[value.scheme];
    const [cycle] = findCycles([value.id], (key) => [concepts.get(key)?.parent ?? []].flat());
    if (cycle) context.report(item, `parents in a circle: ${cycle.join(' under ')}. Correct one of them.`);
  },
  external_code: (item, context) => {
    if (item.value.concept !== null && item.value.scheme !== null) checkConcept(item, item.value.scheme, item.value.concept, context);
  },
  treaty_status: (item, context) => {
    if (!isOrganizationCode(item.value.party, context.known)) checkState(item, item.value.party, context);
    if (context.isUnknown(item.value.instrument, context.known.instruments))
      context.report(
        item,
        `unknown instrument ${quote(item.value.instrument)}.${context.suggest(item.value.instrument, () => context.known.instruments)}`,
      );
  },
  organization: (item, context) => {
    if (item.value.seat_iso3 !== null) checkState(item, item.value.seat_iso3, context);
  },
  membership: (item, context) => {
    const { org, iso3, role } = item.value;
    checkOrganization(item, org, context);
    if (!context.known.territories.has(iso3)) checkState(item, iso3, context);
    else if (role !== 'associate' && role !== 'observer')
      context.report(item, `${iso3} is a territory: its role can be associate or observer, not ${role}.`);
  },
  region: (item, context) => {
    for (const state of item.value.members) checkState(item, state, context);
  },
  assessment: (item, context) => {
    const { jurisdiction, jurisdictions, key_threats, level } = item.value;
    const isState = context.isState(jurisdiction);
    if (!isState && context.isUnknown(jurisdiction, context.known.organizations)) {
      context.report(
        item,
        `unknown jurisdiction ${quote(jurisdiction)}.${context.suggest(jurisdiction, () => [...context.known.organizations, ...context.known.states], 'Name a state or an organization.')}`,
        ['jurisdiction'],
      );
    } else if (level !== 'OTHER' && isState !== (level === 'NATIONAL')) {
      context.report(
        item,
        'an assessment of a state is national; one of an organization is regional or global. Correct the level or the jurisdiction.',
        ['level'],
      );
    }
    jurisdictions.forEach((organization, index) => checkOrganization(item, organization, context, ['jurisdictions', index]));
    checkSharedWith(item, item.value.shared_with, context);
    key_threats.forEach((threat, index) => checkConcept(item, 'THREAT', threat, context, ['key_threats', index]));
  },
  finding: (item, context) => {
    const { assessment: key, date, iso3, series, threat } = item.value;
    const assessment = context.known.assessments.get(key);
    if (!assessment) {
      if (context.isUnknown(key, context.known.assessments))
        context.report(
          item,
          `unknown assessment ${quote(key)}.${context.suggest(key, () => context.known.assessments.keys(), 'Add it to a file of assessments/1.')}`,
          [],
          'NOT_FOUND',
        );
    } else if (series !== null && series !== assessment.series)
      context.report(item, `the assessment ${key} is of the series ${quote(assessment.series)}, not ${quote(series)}. Correct one of them.`);
    else if (date !== null && date !== assessment.dated)
      context.report(item, `the assessment ${key} is dated ${assessment.dated ?? 'nowhere'}, not ${date}. Correct one of them.`);
    checkState(item, iso3, context);
    checkConcept(item, 'THREAT', threat, context);
  },
  flow: (item, context) => {
    checkConcept(item, 'THREAT', item.value.threat, context);
    for (const place of [...item.value.origin, ...item.value.transit, ...item.value.destination]) checkPlace(item, place, context);
  },
  activity: (item, context) => {
    for (const place of item.value.recipients) {
      if (context.known.territories.has(place)) context.report(item, `${place} is a territory; recipients are states or regions.`);
      else checkPlace(item, place, context);
    }
    for (const theme of item.value.themes) checkCode(item, 'ASSISTANCE_THEME', theme, context);
    for (const sector of item.value.dac_sectors) checkCode(item, 'DAC', sector, context);
  },
  link: checkLink,
};

// A pack as an account may have it recorded: what names no visibility is private or stays as it is, and links are suggestions. Pure.
import type { Publication, Visibility } from '../core/sharing.ts';
import { plain } from '../i18n/words.ts';
import type { Item, Problem } from './model.ts';
import type { Pack, PackValue } from './pack.ts';
import { addProblem, type Findings, quote } from './problems.ts';

export type OwnRecord = { visibility: Visibility; sharedWith: string[]; publication: Publication };

const linkContent = ['relation', 'share', 'confidence', 'rationale', 'method', 'citation'] as const satisfies readonly (keyof PackValue<'link'>)[];
export type RecordedLink = Pick<PackValue<'link'>, (typeof linkContent)[number] | 'status'> & { linkId: number; publication: Publication };

/** What the account's side recorded already, by key; links by `linkKeyOf`. `taken`: ids of the pack that belong to others. */
export type Own = {
  strategies: ReadonlyMap<string, OwnRecord>;
  assessments: ReadonlyMap<string, OwnRecord>;
  links: ReadonlyMap<string, RecordedLink>;
  taken: ReadonlySet<string>;
};

/** Who proposes links, as a body and a role, and on what day. */
export type Proposer = { who: string; day: string };

/** The natural key of a link: the keys of its two ends. */
export function linkKeyOf({ national, regional }: { national: string; regional: string }): string {
  return `${national}>${regional}`;
}

/** The pack as it is recorded, with what is to be told of the rest. */
export function submissionOf(pack: Pack, own: Own, proposer: Proposer): Findings & { pack: Pack } {
  const findings: Findings = { problems: [], warnings: [] };
  for (const item of [...pack.strategy, ...pack.assessment]) {
    if (own.taken.has(item.value.id))
      addProblem(findings.problems, item.where, plain(`the id ${quote(item.value.id)} is taken. Choose another.`), ['id'], 'CONFLICT');
  }
  const strategy = pack.strategy.map((item) => shared(item, own.strategies.get(item.value.id)));
  const assessment = pack.assessment.map((item) => shared(item, own.assessments.get(item.value.id)));
  return { ...findings, pack: { ...pack, strategy, assessment, link: proposals(pack.link, own, proposer, findings) } };
}

type Shareable = { visibility: Visibility | null; shared_with: string[] };

/** What names no visibility is private at first, and later stays as it was shared. */
function shared<T extends Shareable>(item: Item<T>, recorded: OwnRecord | undefined): Item<T> {
  const { visibility, shared_with } = item.value;
  const fallback = visibility === null && shared_with.length === 0 ? (recorded?.sharedWith ?? []) : shared_with;
  return { ...item, value: { ...item.value, visibility: visibility ?? recorded?.visibility ?? 'PRIVATE', shared_with: fallback } };
}

/** The links that are proposed: neither those that were reviewed or published, nor under another status than SUGGESTED. */
function proposals(items: Pack['link'], own: Own, { who, day }: Proposer, { warnings }: Findings): Pack['link'] {
  const told = new Set<string>();
  return items.flatMap((item) => {
    const { value, where } = item;
    const recorded = own.links.get(linkKeyOf(value));
    if (recorded && (recorded.status !== 'SUGGESTED' || recorded.publication === 'PUBLISHED')) {
      if (linkContent.some((name) => recorded[name] !== value[name])) addProblem(warnings, where, plain(standingLink(value, recorded)));
      return [];
    }
    if (value.status !== 'SUGGESTED' && !told.has(where.file)) {
      told.add(where.file);
      addProblem(warnings, where, plain(`links enter as SUGGESTED until one of their two sides reviews them; ${value.status} is not taken over.`));
    }
    return [{ ...item, value: { ...value, status: 'SUGGESTED', recorded_by: who, recorded_on: day } }];
  });
}

function standingLink(value: PackValue<'link'>, { status }: RecordedLink): string {
  return `the link from ${quote(value.national)} to ${quote(value.regional)} is recorded as ${status} and stays as it is. To change it, propose it anew by itself.`;
}

/** What is published and would be changed: others read only what a second person cleared. `touched`: keys of what the pack changes. */
export function publishedProblems(pack: Pack, own: Own, touched: { strategies: readonly string[]; assessments: readonly string[] }): Problem[] {
  const problems: Problem[] = [];
  for (const key of touched.strategies.filter((it) => own.strategies.get(it)?.publication === 'PUBLISHED')) {
    const item = pack.strategy.find(({ value }) => value.id === key);
    const mend = 'Withdraw it first, or record a new version (createStrategy with newVersionOf).';
    if (item)
      addProblem(problems, item.where, plain(`the strategy ${quote(key)} is published, and this would change it. ${mend}`), ['id'], 'CONFLICT');
  }
  for (const key of touched.assessments.filter((it) => own.assessments.get(it)?.publication === 'PUBLISHED')) {
    const item = pack.assessment.find(({ value }) => value.id === key) ?? pack.finding.find(({ value }) => value.assessment === key);
    const mend = 'Record the new edition under an id of its own.';
    if (item) addProblem(problems, item.where, plain(`the assessment ${quote(key)} is published, and this would change it. ${mend}`), [], 'CONFLICT');
  }
  return problems;
}

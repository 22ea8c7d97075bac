// Rows of a correction sheet on objectives: contests, words that an objective does not apply, suggested links, and confirmed ones.
import type { StatementKind } from '../alignment/statements.ts';
import { contestCell, findStatementsOn, markNotApplicable } from '../alignment/statements-service.ts';
import { AppError } from '../core/errors.ts';
import { invalid } from '../core/input.ts';
import { encodeGlobalId } from '../graphql/global-id.ts';
import { plain } from '../i18n/words.ts';
import { clearancesOf, linkKey, proposeLink, publicLinkIds, reviewLink } from '../strategies/link-service.ts';
import type { Link, Relation } from '../strategies/model.ts';
import { linksByEnds } from '../strategies/service.ts';
import type { FilledRow } from './correction-reader.ts';
import { checkReading, type Done, done, gone, mayConfirm, noteOf, type RowOutcome, reasonWithNote, type Taking } from './correction-taking.ts';

/** A cell of the record, with the links that count in it. */
type Cell = { objectiveId: number; status: string; links: readonly Link[] };

export async function applyCell(taking: Taking, row: FilledRow): Promise<RowOutcome> {
  const objectives = taking.record.organizations.flatMap((it) => it.objectives);
  const found = objectives.find(({ objective }) => objective.key === row.key) ?? gone(taking, row);
  const links = taking.links.filter(({ objectiveKey }) => objectiveKey === row.key);
  const cell: Cell = { objectiveId: found.objective.nodeId, status: found.status, links };
  if (row.decision === 'CONFIRM') return mayConfirm(taking) ? confirmLinks(taking, row, cell) : 'waiting';
  if (row.decision === 'CONTEST') return contest(taking, row, cell);
  return row.proposed === 'NOT_APPLICABLE' ? state(taking, row, cell, 'NOT_APPLICABLE', null) : suggestLink(taking, row, cell);
}

/** Confirms the links that count in the cell, but for those this account proposed. */
async function confirmLinks(taking: Taking, row: FilledRow, { status, links }: Cell): Promise<RowOutcome> {
  const { viewer, context, sheet } = taking;
  const nothing = (words: string): RowOutcome => ({ done: [], notes: [`${words}, so there is nothing to confirm.`] });
  if (status === 'CONTESTED' || status === 'NOT_APPLICABLE') return nothing('the word of the State or of the owner of the objective stands here');
  if (links.length === 0) return nothing('nothing that was read counts here');
  const outcome: { done: Done[]; notes: string[] } = { done: [], notes: [] };
  for (const link of links) {
    const key = linkKey(link);
    const clearances = await clearancesOf(context).load(link.linkId);
    const isConfirmed = clearances.some(({ side, decision }) => side === 'STATE' && decision === 'CONFIRMED');
    if (!isConfirmed) {
      checkReading(taking, row, status);
      const review = { ...sheet.note, reason: row.reason, link: encodeGlobalId('Link', key), version: link.version, decision: 'CONFIRM' } as const;
      try {
        await reviewLink(viewer, context, review);
      } catch (error) {
        // Two persons see what others read: of this link it is another one's to say.
        if (!(error instanceof AppError) || error.code !== 'FORBIDDEN') throw error;
        outcome.notes.push(`${key}: ${error.message}`);
        continue;
      }
    }
    outcome.done.push({ action: 'CONFIRM_LINK', key, isNew: !isConfirmed });
  }
  return outcome;
}

/** A cell is contested as a whole where everybody may read a link that counts in it, or none counts; else link by link. See `reviewRecord`. */
async function contest(taking: Taking, row: FilledRow, cell: Cell): Promise<RowOutcome> {
  const ids = cell.links.map(({ linkId }) => linkId);
  const isHidden = ids.length > 0 && (await publicLinkIds(taking.context, ids)).size === 0;
  const outcome: { done: Done[]; notes: string[] } = { done: [], notes: [] };
  for (const link of isHidden ? cell.links : [null]) {
    const of = await state(taking, row, cell, 'CONTEST', link);
    if (of === 'waiting') continue;
    outcome.done.push(...of.done);
    outcome.notes.push(...of.notes);
  }
  return outcome;
}

/** Says something of the cell, or of one link in it, unless the state said it by the same note, or says another thing of the same that is open. */
async function state(taking: Taking, row: FilledRow, cell: Cell, kind: StatementKind, link: Link | null): Promise<RowOutcome> {
  const { viewer, context, sheet } = taking;
  const action = kind === 'CONTEST' ? 'CONTEST_CELL' : 'MARK_NOT_APPLICABLE';
  const said = (await findStatementsOn(context.db, viewer, sheet.mark.stateKey, [cell.objectiveId])).filter(
    (it) => it.kind === kind && it.side === 'STATE' && it.linkId === (link?.linkId ?? null),
  );
  const note = noteOf(taking, row);
  const isSame = said.some((it) => it.reason === note.reason && it.reference === note.reference && it.referenceDate === note.referenceDate);
  if (isSame) return done(action, row.key, false);
  const open = said.find(({ outcome }) => outcome === null);
  if (open) {
    const words = `the same was said on ${open.statedOn} for another reason, or by another note. That stands; take it back first to say something else.`;
    return { done: [], notes: [words] };
  }
  checkReading(taking, row, cell.status);
  const input = { ...note, state: sheet.mark.stateKey, objective: row.key };
  if (kind === 'NOT_APPLICABLE') await markNotApplicable(viewer, context, input);
  else await contestCell(viewer, context, { ...input, link: link === null ? null : encodeGlobalId('Link', linkKey(link)) });
  return done(action, row.key, true);
}

const relations: readonly Relation[] = ['EQUAL', 'SUPERSET', 'SUBSET', 'INTERSECTS', 'NO_RELATION', 'CONTRADICTS'];

/** Suggests a link from the plan, or the node of it, that is named. Nothing counts of it until it is reviewed. */
async function suggestLink(taking: Taking, row: FilledRow, cell: Cell): Promise<RowOutcome> {
  const { viewer, context } = taking;
  const words = (row.proposed ?? '').split(/[\s:]+/).filter(Boolean);
  const relation = relations.find((it) => it === words[0]?.toUpperCase());
  const [national, ...rest] = relation ? words.slice(1) : words;
  if (national === undefined || rest.length > 0)
    return invalid(
      'input.proposed',
      plain(
        `say "not applicable", or name one part of a plan by its key, such as abc-plan.p1.o1, after ${relations.join(', ')} where it is to be read so.`,
      ),
    );
  const rationale = reasonWithNote(taking, row) ?? invalid('input.reason', plain('is missing. Say why, for it is shown with the suggestion.'));
  const key = `${national}>${row.key}`;
  const [existing] = await linksByEnds(context, [key]);
  const proposed = { relation: relation ?? 'INTERSECTS', rationale } as const;
  if (existing?.relation === proposed.relation && existing.rationale === rationale) return done('PROPOSE_LINK', key, false);
  checkReading(taking, row, cell.status);
  await proposeLink(viewer, context, { ...proposed, national, objective: row.key, version: existing?.version ?? null });
  return done('PROPOSE_LINK', key, true);
}

// The way of a need: which stage may follow which, who may say so, and where it stands on a day. Pure.
import { type Day, monthsBefore } from '../core/dates.ts';
import type { Consent, Need, NeedMatch, NeedStage, NeedStatus, NeedStep } from './model.ts';

/** Who may move a need: its state, or the Secretariat. */
export type Mover = 'STATE' | 'SECRETARIAT';

/** Stages that may follow a stage by `moveNeed`. Confirming and following up have mutations of their own. **Source**: method 9 "Stages". */
export const stagesAfter: Readonly<Record<NeedStage, readonly NeedStage[]>> = {
  EXPRESSED: ['WITHDRAWN'],
  CONFIRMED: ['SCOPED', 'WITHDRAWN'],
  SCOPED: ['FUNDED', 'WITHDRAWN'],
  FUNDED: ['IN_DELIVERY', 'SCOPED', 'WITHDRAWN'],
  IN_DELIVERY: ['COMPLETED', 'SCOPED', 'WITHDRAWN'],
  COMPLETED: ['WITHDRAWN'],
  FOLLOWED_UP: ['WITHDRAWN'],
  WITHDRAWN: [],
};

/** May this side bring a need to the stage? Funding and delivery are for the Secretariat, but for a need that nobody but its state knows of. */
export function mayBringTo(mover: Mover, stage: NeedStage, consent: Consent): boolean {
  if (mover === 'SECRETARIAT') return stage === 'SCOPED' || stage === 'FUNDED' || stage === 'IN_DELIVERY' || stage === 'COMPLETED';
  return stage === 'SCOPED' || stage === 'WITHDRAWN' || consent === 'PRIVATE';
}

/** Months after completion at which a need is followed up. **Source**: method 9 "one year on". */
export const followUpMonths = 12;

/** Where a need stands on a day. `stage` null: a prompt. `followUpDueOn` null: not completed. */
export type Standing = { stage: NeedStage | null; status: NeedStatus; dueOn: Day | null; isOverdue: boolean; followUpDueOn: Day | null };

/** Where the need stands at asOf; null where it was not recorded by then. **Source**: method 9 "Stages". */
export function standingAt(need: Need, asOf: Day): Standing | null {
  if (need.origin === 'DERIVED') return { stage: null, status: 'UNMET', dueOn: null, isOverdue: false, followUpDueOn: null };
  const steps = need.steps.filter(({ on }) => on <= asOf);
  const last = steps.at(-1);
  if (!last) return null;
  const isAccepted = need.matches.some(({ status, decidedOn }) => status === 'ACCEPTED' && decidedOn !== null && decidedOn <= asOf);
  const completed = completionOf(steps);
  const isCompleted = last.stage === 'COMPLETED' || last.stage === 'FOLLOWED_UP';
  const followUpDueOn = isCompleted && completed ? followUpDue(completed.on) : null;
  const dueOn = last.stage === 'COMPLETED' ? followUpDueOn : isOver(last.stage) ? null : last.dueOn;
  return {
    stage: last.stage,
    status: last.isMet ? 'MET' : isAccepted ? 'PARTLY_MET' : 'UNMET',
    dueOn,
    isOverdue: dueOn !== null && dueOn < asOf,
    followUpDueOn,
  };
}

/** Matches as they stood on a day: those proposed by then, undecided where the state decided later. */
export function matchesAt(matches: readonly NeedMatch[], asOf: Day): NeedMatch[] {
  return matches
    .filter(({ proposedOn }) => proposedOn <= asOf)
    .map((match) =>
      match.decidedOn !== null && match.decidedOn > asOf ? { ...match, status: 'PROPOSED' as const, decidedOn: null, decisionReason: null } : match,
    );
}

/** The step by which the need was completed last; a later step of the same stage says something else. */
export function completionOf(steps: readonly NeedStep[]): NeedStep | undefined {
  return steps.findLast(({ stage }, index) => stage === 'COMPLETED' && steps[index - 1]?.stage !== 'COMPLETED');
}

/** One year after the day of completion; 28 February after a 29th. */
export const followUpDue = (completedOn: Day): Day => monthsBefore(completedOn, -followUpMonths);

/** Is nothing more to be done about a need of this stage? */
export const isOver = (stage: NeedStage | null): boolean => stage === 'FOLLOWED_UP' || stage === 'WITHDRAWN';

/** Could assistance still serve a need that stands so? */
export const isOpen = ({ stage, status }: Standing): boolean => status !== 'MET' && stage !== 'COMPLETED' && !isOver(stage);

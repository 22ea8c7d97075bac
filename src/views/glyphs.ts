// A sign for each status, the same at the terminal, on pages and in drawings: never a rank, and legible without colour.
import type { AlignmentStatus, CoverageStatus, ElementStatus, ThreatStatus } from '../alignment/model.ts';

export const alignmentGlyphs: Record<AlignmentStatus, string> = {
  ALIGNED: '●',
  PARTIAL: '◐',
  GAP: '○',
  NARROW_RECORD: '◌',
  DIFFERS: '✕',
  CONTESTED: '!',
  UNREAD: '·',
  NO_RECORD: '',
  NOT_APPLICABLE: 'n/a',
};

/** Depths 3, 2 and 1 as they are. */
export const elementGlyphs: Record<ElementStatus, string> = {
  ACCOUNTABLE: '3',
  ACTIONED: '2',
  MENTIONED: '1',
  NOT_SEEN: '·',
  ABSENT: '0',
  NO_RECORD: '',
};

export const threatGlyphs: Record<ThreatStatus, string> = {
  PLANNED: '●',
  MENTIONED: '◐',
  NOT_SEEN: '○',
  LOW_EXPOSURE: '–',
  NOT_ASSESSED: '·',
  NO_RECORD: '',
};

export const coverageGlyphs: Record<CoverageStatus, string> = {
  IN_FORCE: '●',
  UPCOMING: '◔',
  ENDED: '◌',
  DRAFT: '◐',
  NONE: '○',
  NOT_RECORDED: '',
};

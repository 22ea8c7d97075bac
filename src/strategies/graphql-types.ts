// The enums of strategies and links, and the object types that refer to each other.
import { builder } from '../graphql/builder.ts';
import type { Link as LinkShape, NodeReference, StrategyNode as StrategyNodeShape, Strategy as StrategyShape } from './model.ts';

export const StrategyLevelEnum = builder.enumType('StrategyLevel', {
  description: 'Whose strategy it is.',
  values: {
    NATIONAL: { description: 'Of a state.' },
    REGIONAL: { description: 'Of a regional organization.' },
    GLOBAL: { description: 'Of the United Nations.' },
  },
});

export const StrategyScopeEnum = builder.enumType('StrategyScope', {
  description: 'What a strategy is about (paras 12-14 of the source paper).',
  values: {
    OVERARCHING: { description: 'Organized crime as a whole.' },
    TRAFFICKING_IN_PERSONS: { description: 'Trafficking in persons.' },
    SMUGGLING_OF_MIGRANTS: { description: 'Smuggling of migrants.' },
    FIREARMS: { description: 'Firearms.' },
    DRUGS: { description: 'Drugs.' },
    OTHER_CRIME: { description: 'Another single crime.' },
    CRIME_PREVENTION: { description: 'Crime prevention.' },
    ANTI_CORRUPTION: { description: 'Corruption.' },
    COUNTER_TERRORISM: { description: 'Terrorism.' },
    NATIONAL_SECURITY: { description: 'National security, organized crime among others.' },
  },
});

export const StrategyStatusEnum = builder.enumType('StrategyStatus', {
  description: 'Where the document stands.',
  values: {
    DRAFT: { description: 'Not adopted, or adoption not seen.' },
    ADOPTED: { description: 'Adopted.' },
    WITHDRAWN: { description: 'Withdrawn.' },
  },
});

export const StrategyPhaseEnum = builder.enumType('StrategyPhase', {
  description: 'Where a strategy stands on a day.',
  values: {
    IN_FORCE: { description: 'In force.' },
    UPCOMING: { description: 'Adopted, and not begun.' },
    ENDED: { description: 'Past its last day, or superseded by one that has begun.' },
    DRAFT: { description: 'A draft.' },
    WITHDRAWN: { description: 'Withdrawn.' },
  },
});

export const NodeKindEnum = builder.enumType('StrategyNodeKind', {
  description: 'What a node of a strategy is.',
  values: {
    PILLAR: { description: 'A part of the strategy.' },
    OBJECTIVE: { description: 'What is to be reached.' },
    MEASURE: { description: 'What is to be done.' },
    INDICATOR: { description: 'How it is to be seen.' },
  },
});

export const AddresseeEnum = builder.enumType('Addressee', {
  description: 'Who an objective of an organization asks to act.',
  values: {
    MEMBERS: { description: 'Its members.' },
    ORGANIZATION: { description: "The organization itself: no member's gap." },
    BOTH: { description: 'Both.' },
  },
});

export const RelationEnum = builder.enumType('AlignmentRelation', {
  description: 'How a national text relates to an objective, read from the national side in the terms of NIST IR 8477.',
  values: {
    EQUAL: { description: 'Says the same: covers all of it.' },
    SUPERSET: { description: 'Says the same and more: covers all of it.' },
    SUBSET: { description: 'Covers a part of it.' },
    INTERSECTS: { description: 'Covers a part of it, and says other things.' },
    NO_RELATION: { description: 'Read, and nothing found.' },
    CONTRADICTS: { description: 'Says otherwise.' },
  },
});

export const LinkStatusEnum = builder.enumType('LinkStatus', {
  description: 'What a link is worth. Only READ and CONFIRMED ones count.',
  values: {
    SUGGESTED: { description: 'One reader saw it.' },
    READ: { description: 'Two readers, reading apart, agree.' },
    CONFIRMED: { description: 'Confirmed by the state or by the owner of the objective.' },
    REJECTED: { description: 'Read and rejected.' },
    STALE: { description: 'One of the two texts changed since.' },
    SUPERSEDED: { description: 'Replaced by a later link.' },
  },
});

export const Strategy = builder.objectRef<StrategyShape>('Strategy');
export const StrategyNode = builder.objectRef<StrategyNodeShape | NodeReference>('StrategyNode');
export const Link = builder.objectRef<LinkShape>('Link');

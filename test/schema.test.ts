// The GraphQL contract: everything is described, names are those that clients rely on, and nothing breaks unannounced.
import { readFileSync } from 'node:fs';
import { isEnumType, isInputObjectType, isInterfaceType, isObjectType, printSchema } from 'graphql';
import { expect, test } from 'vitest';
import { unannouncedChanges } from '../scripts/schema-changes.ts';
import { schema } from '../src/schema.ts';

const fileText = (name: string) => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8');
const types = Object.values(schema.getTypeMap()).filter((type) => !type.name.startsWith('__'));
const builtIn = ['ID', 'Int', 'Float', 'String', 'Boolean'];

test('every type, field, argument and enum value has a description', () => {
  const missing: string[] = [];
  const check = (place: string, description: string | null | undefined) => {
    if (!description?.trim()) missing.push(place);
  };
  for (const type of types) {
    if (!builtIn.includes(type.name)) check(type.name, type.description);
    if (isEnumType(type)) for (const value of type.getValues()) check(`${type.name}.${value.name}`, value.description);
    if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      check(`${type.name}.${field.name}`, field.description);
      if ('args' in field) for (const argument of field.args) check(`${type.name}.${field.name}(${argument.name})`, argument.description);
    }
  }
  expect(missing).toEqual([]);
});

/** Names fixed by the contract, as `Type.field` or `Query.field(argument)`. */
const contract = `
Query.memberStates(organization) Query.memberStates(asOf) Query.memberState(key) Query.organizations Query.organization(key) Query.concepts(scheme)
Query.strategies(filter) Query.strategies(first) Query.strategies(after) Query.strategy(key) Query.strategyNode(key) Query.assessments(filter)
Query.alignmentMatrix(organization) Query.alignmentMatrix(strategies) Query.alignmentMatrix(asOf) Query.alignmentMatrix(includeUnseen)
Query.alignmentCell(state) Query.alignmentCell(objective) Query.alignmentCell(asOf) Query.alignmentCell(includeUnseen)
Query.elementMatrix(organization) Query.elementMatrix(states) Query.elementMatrix(asOf) Query.elementMatrix(includeUnseen) Query.elementCell(state) Query.elementCell(element) Query.elementCell(asOf)
Query.threatMatrix(organization) Query.threatMatrix(states) Query.threatMatrix(asOf) Query.threatMatrix(sources) Query.strategyCoverage(organization) Query.strategyCoverage(states) Query.strategyCoverage(asOf)
Query.sharedThreats(organization) Query.sharedThreats(asOf) Query.sharedThreats(sources) Query.synergy(organization) Query.synergy(asOf) Query.compareStates(states) Query.compareStates(asOf)
Query.search(text) Query.search(lang) Query.search(first) Query.search(after) Query.stateRecord(state) Query.stateRecord(asOf) Query.method Query.node(id) Query.nodes(ids)
AlignmentMatrix.asOf AlignmentMatrix.organization AlignmentMatrix.strategies AlignmentMatrix.ended AlignmentMatrix.rows AlignmentMatrix.lapsed AlignmentMatrix.recordScopes AlignmentMatrix.columns
AlignmentMatrix.lows AlignmentMatrix.highs AlignmentMatrix.statuses AlignmentMatrix.bases AlignmentMatrix.hints AlignmentMatrix.evidenceCounts AlignmentMatrix.columnSummaries AlignmentMatrix.method AlignmentMatrix.disclaimer(lang)
AlignmentSummary.aligned AlignmentSummary.partial AlignmentSummary.gap AlignmentSummary.read AlignmentSummary.members AlignmentSummary.low AlignmentSummary.high AlignmentSummary.completeness
AlignmentCell.state AlignmentCell.objective AlignmentCell.asOf AlignmentCell.low AlignmentCell.high AlignmentCell.status AlignmentCell.basis AlignmentCell.hint AlignmentCell.evidence AlignmentCell.contests AlignmentCell.explanation(lang)
ElementMatrix.asOf ElementMatrix.rows ElementMatrix.lapsed ElementMatrix.columns ElementMatrix.depths ElementMatrix.generalDepths ElementMatrix.statuses
ThreatMatrix.asOf ThreatMatrix.rows ThreatMatrix.lapsed ThreatMatrix.columns ThreatMatrix.exposures ThreatMatrix.named ThreatMatrix.planned ThreatMatrix.statuses ThreatMatrix.stale ThreatMatrix.attribution
StrategyCoverage.asOf StrategyCoverage.rows StrategyCoverage.columns StrategyCoverage.statuses StrategyCoverage.party
SharedThreat.threat SharedThreat.members SharedThreat.assessed SharedThreat.memberCount SharedThreat.meanExposure SharedThreat.reasons SharedThreat.flows SharedThreat.regionNamedFlows SharedThreat.regionalObjectives SharedThreat.exposures SharedThreat.unassessed
Synergy.asOf Synergy.takenUp Synergy.carriedBack Fraction.n Fraction.m StateComparison.asOf StateComparison.states StateComparison.lapsed StateComparison.similarities StateComparison.elements StateComparison.threats
ComparedConcept.concept ComparedConcept.values StrategyFilter.organization StrategyFilter.states StrategyFilter.level StrategyFilter.scopes StrategyFilter.status StrategyFilter.inForceOn StrategyFilter.text
Strategy.key Strategy.title(lang) Strategy.owner Strategy.level Strategy.scope Strategy.status Strategy.publication Strategy.validFrom Strategy.validTo Strategy.sources Strategy.nodes Strategy.originalLanguage
MemberState.key MemberState.iso2 MemberState.name(lang) MemberState.kind MemberState.note MemberState.strategies(first) MemberState.strategies(after)
StrategyNode.key StrategyNode.kind StrategyNode.label(lang) StrategyNode.addressee StrategyNode.seenInSource StrategyNode.citation StrategyNode.responsible StrategyNode.parent StrategyNode.children StrategyNode.threats StrategyNode.elements StrategyNode.provisions StrategyNode.strategy StrategyNode.implementedBy StrategyNode.serves
Query.assistanceNeeds(filter) Query.assistanceNeeds(first) Query.assistanceNeeds(after) Query.assistanceNeeds(asOf) Query.assistanceActivities(filter) Query.assistanceActivities(first) Query.assistanceActivities(after) Query.assistanceOverlaps(organization) Query.assistanceOverlaps(states) Query.assistanceOverlaps(asOf)
AssistanceNeedFilter.organization AssistanceNeedFilter.states AssistanceNeedFilter.element AssistanceNeedFilter.threat AssistanceNeedFilter.origin AssistanceNeedFilter.stage AssistanceNeedFilter.status
AssistanceNeed.id AssistanceNeed.key AssistanceNeed.state AssistanceNeed.element AssistanceNeed.threat AssistanceNeed.origin AssistanceNeed.stage AssistanceNeed.status AssistanceNeed.urgency AssistanceNeed.reason AssistanceNeed.consent AssistanceNeed.matches AssistanceMatch.activity AssistanceMatch.status
AssistanceActivity.key AssistanceActivity.title AssistanceActivity.provider AssistanceActivity.funders AssistanceActivity.recipients AssistanceRecipient.state AssistanceRecipient.percentage AssistanceActivity.themes AssistanceActivity.start AssistanceActivity.end AssistanceActivity.budgets
AssistanceOverlap.state AssistanceOverlap.theme AssistanceOverlap.activities
Mutation.requestAssistance(input) Mutation.confirmNeed(input) Mutation.moveNeed(input) Mutation.offerActivity(input) Mutation.proposeMatch(input) Mutation.decideMatch(input) Mutation.recordFollowUp(input) Mutation.recordRecommendation(input)
Flow.key Flow.threat Flow.origins Flow.transits Flow.destinations Flow.period Flow.volume Flow.value Flow.basis Flow.source Method.version
Query.workingGroupBrief(organization) Query.workingGroupBrief(asOf) WorkingGroupBrief.asOf WorkingGroupBrief.organization WorkingGroupBrief.functions WorkingGroupBrief.questions WorkingGroupBrief.method WorkingGroupBrief.disclaimer(lang)
BriefFunction.key BriefFunction.figures BriefQuestion.key BriefQuestion.title(lang) BriefQuestion.figures BriefFigure.label(lang) BriefFigure.value BriefFigure.of BriefFigure.unknown BriefFigure.states`;

test('every name of the contract is in the schema', () => {
  const missing = contract
    .split(/\s+/)
    .filter(Boolean)
    .filter((name) => {
      const [, typeName = '', fieldName = '', argument] = /^(\w+)\.(\w+)(?:\((\w+)\))?$/.exec(name) ?? [];
      const type = schema.getType(typeName);
      if (!isObjectType(type) && !isInputObjectType(type)) return true;
      const field = type.getFields()[fieldName];
      if (!field) return true;
      return argument !== undefined && !('args' in field && field.args.some((it) => it.name === argument));
    });
  expect(missing).toEqual([]);
});

test('no argument, filter or field orders states by a figure', () => {
  const ranking = types
    .flatMap((type) => (isObjectType(type) || isInputObjectType(type) ? Object.keys(type.getFields()) : []))
    .filter((name) => /rank|orderBy|sortBy|score$/i.test(name) && name !== 'score');
  expect(ranking).toEqual([]);
});

test('the schema takes no breaking change that the changelog does not announce', () => {
  expect(unannouncedChanges(fileText('schema/released.graphql'), printSchema(schema), fileText('CHANGELOG.md'))).toEqual([]);
});

test('a breaking change is found until the changelog quotes it', () => {
  const [before, after] = ['type Query { a: Int b: Int }', 'type Query { a: Int }'];
  expect(unannouncedChanges(before, after, '# Changelog\n\n## Unreleased\n')).toEqual(['Query.b was removed.']);
  expect(unannouncedChanges(before, after, '# Changelog\n\n## Unreleased\n\n### Breaking\n- Query.b was removed.\n\n## 0.1.0\n')).toEqual([]);
});

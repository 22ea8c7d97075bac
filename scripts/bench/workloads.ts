// What is measured: an operation of the service, and beside it one hand-written statement that builds the same answer.
import { readFile } from 'node:fs/promises';
import { worldDay } from './world.ts';
import { graphStrategies } from './world-strategies.ts';

export type Workload = { name: string; title: string; query: string; variables: Record<string, string>; sql: string; parameters: string[] };

const matrixQuery = `query Matrix($organization: String!, $asOf: Date!) {
  alignmentMatrix(organization: $organization, asOf: $asOf) {
    rows { key name } columns { key } lows highs statuses evidenceCounts lapsed
    columnSummaries { aligned partial gap read members low high completeness }
  }
}`;

const links = '{ relation share status node { key } objective { key } }';
const graphQuery = `query Graph($key: String!) {
  strategy(key: $key) {
    key
    nodes {
      key kind label parent { key } threats { key } elements { key } provisions { key } responsible
      implementedBy ${links} serves ${links}
    }
  }
}`;

const sharedQuery = `query Shared($organization: String!, $asOf: Date!) {
  sharedThreats(organization: $organization, asOf: $asOf) {
    threat { key } members { key } assessed memberCount meanExposure reasons
    exposures { state { key } exposure named planned } unassessed { key }
  }
}`;

/** The workloads, with the statements read from baseline/. */
export async function readWorkloads(): Promise<Workload[]> {
  const statement = (name: string) => readFile(new URL(`baseline/${name}.sql`, import.meta.url), 'utf8');
  const ofOrganization = { variables: { organization: 'xorg1', asOf: worldDay }, parameters: ['xorg1', worldDay] };
  const graph = await statement('strategy-graph');
  const ofGraph = (key: string) => ({ query: graphQuery, sql: graph, variables: { key }, parameters: [key] });
  return [
    { name: 'W1', title: 'alignment matrix', query: matrixQuery, sql: await statement('alignment-matrix'), ...ofOrganization },
    { name: 'W2', title: 'graph of a national strategy', ...ofGraph(graphStrategies.national) },
    { name: 'W2r', title: 'graph of a regional strategy', ...ofGraph(graphStrategies.regional) },
    { name: 'W3', title: 'shared threats', query: sharedQuery, sql: await statement('shared-threats'), ...ofOrganization },
  ];
}

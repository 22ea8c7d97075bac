// What a person reads in the terminal when the server has started.

/** Three questions as one-liners, to paste into GraphiQL. */
export const firstQuestions = [
  '{ alignmentMatrix(organization: "caricom") { rows { name } columns { label } statuses } }',
  '{ sharedThreats(organization: "caricom") { threat { label } members { name } } }',
  '{ compareStates(states: ["JAM", "TTO"]) { similarities elements { concept { label } values } } }',
] as const;

/** The lines printed once the server listens at `address` (http://host:port). */
export function welcome(address: string): string {
  return [
    '',
    `Strategy Synergy to look at   ${address}/`,
    `Try queries in a browser at   ${address}/graphiql`,
    `The API answers at            ${address}/graphql`,
    '',
    'Three questions to begin with:',
    ...firstQuestions.map((question) => `  ${question}`),
    '',
    'Stop it with Ctrl-C.',
  ].join('\n');
}

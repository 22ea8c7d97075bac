// Which of the two media types of GraphQL over HTTP an answer takes.

/** `isLegacy`: the client named application/json itself; the specification then wants 200 for an operation that is not valid. */
export type AnswerType = { mediaType: 'application/json' | 'application/graphql-response+json'; isLegacy: boolean };

const answerTypes: Readonly<Record<string, AnswerType>> = {
  'application/graphql-response+json': { mediaType: 'application/graphql-response+json', isLegacy: false },
  'application/json': { mediaType: 'application/json', isLegacy: true },
  'application/*': { mediaType: 'application/json', isLegacy: false },
  '*/*': { mediaType: 'application/json', isLegacy: false },
};

/** The type the client likes best, the first of equals; null where it accepts neither. */
export function answerType(accept: string | null): AnswerType | null {
  let [best, bestQuality]: [AnswerType | null, number] = [null, 0];
  for (const range of (accept || '*/*').slice(0, 1_000).toLowerCase().split(',')) {
    const [name = '', ...parameters] = range.split(';').map((part) => part.trim());
    const charset = parameters.find((parameter) => parameter.startsWith('charset='));
    const quality = Number(parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? 1);
    const type = answerTypes[name];
    if (type && quality > bestQuality && (charset === undefined || charset === 'charset=utf-8')) [best, bestQuality] = [type, quality];
  }
  return best;
}

import { expect, test } from 'vitest';
import { at, inWords, plain, say } from './words.ts';

test('words within words are put into the same language', () => {
  const kinds = say('error.or', { one: 'REGIONAL', other: 'GLOBAL' });
  const words = at('input.level', say('error.levelOfOrganization', { levels: kinds }));
  expect(inWords('EN', words)).toBe('input.level: an assessment of an organization is REGIONAL or GLOBAL. Correct it, or leave it out.');
  expect(inWords('FR', words)).toBe('input.level\u00a0: l’évaluation d’une organisation est REGIONAL ou GLOBAL. Corrigez, ou omettez.');
});

test('in Arabic names of fields and values are isolated, and words within words are not', () => {
  expect(inWords('AR', at('input.key', say('error.unseen.state', { key: 'XAA' })))).toBe('\u2066input.key\u2069: لا تُرى دولة «\u2066XAA\u2069».');
});

test('what is plain is told as it is', () => {
  expect(inWords('RU', plain('There is no file a.zip.'))).toBe('There is no file a.zip.');
});

test('the compiler refuses a message without a value that it has a place for', () => {
  // @ts-expect-error: `max` is missing.
  expect(() => inWords('EN', say('error.longText', { length: 3 }))).toThrow('max');
  // @ts-expect-error: no value is given.
  expect(() => inWords('EN', say('error.rate'))).toThrow('seconds');
});

import { expect, test } from 'vitest';
import { figureText } from './numbers.ts';

test('a figure is written with the signs of its language, and the digits of the symbols beside it', () => {
  const written = (['EN', 'FR', 'ES', 'RU', 'ZH', 'AR'] as const).map((language) => figureText(language, 0.6254));
  expect(written).toEqual(['0.625', '0,625', '0,625', '0,625', '0.625', '0.625']);
  expect(figureText('FR', 0.5, 2, true)).toBe('0,50');
});

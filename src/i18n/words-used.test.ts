// The catalogue holds what the program says, and nothing else.
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { en } from './catalogue/en.ts';

const code = globSync('src/**/*.ts')
  .filter((path) => !/catalogue|\.test\.ts$|pages.script\.ts$/.test(path))
  .map((path) => readFileSync(path, 'utf8'))
  .join('\n');

test('every message is said somewhere: its key stands in the code, or begins like one that is put together there', () => {
  const whole = new Set([...code.matchAll(/['"]([a-z][\w.-]*)['"]/gi)].map(([, key]) => key));
  const beginnings = [...new Set([...code.matchAll(/`([a-z][\w.-]*\.)\$\{/gi)].map(([, beginning = '']) => beginning))];
  const unsaid = Object.keys(en).filter((key) => !whole.has(key) && !beginnings.some((beginning) => key.startsWith(beginning)));
  expect(unsaid).toEqual([]);
});

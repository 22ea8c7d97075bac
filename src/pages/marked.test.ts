import { describe, expect, test } from 'vitest';
import { markedStretches } from './marked.ts';

const marked = (text: string, sought: string, tag = 'en') =>
  markedStretches(text, sought, tag)
    .map(({ text: it, isMatch }) => (isMatch ? `[${it}]` : it))
    .join('');

describe('what was looked for is marked', () => {
  test.each([
    ['Counter trafficking in persons', 'trafficking', 'en', 'Counter [trafficking] in persons'],
    ['Traffickers and trafficked persons', '"trafficking" OR persons -drugs', 'en', '[Traffickers] and [trafficked] [persons]'],
    ['Stratégie nationale', 'strategie', 'fr', '[Stratégie] nationale'],
    ['打击有组织犯罪', '犯罪', 'zh', '打击有组织[犯罪]'],
    ['Port security', 'or', 'en', 'Port security'],
    ['<b>drugs</b>', '<b>', 'en', '<[b]>drugs</[b]>'],
    ['Nothing of it', 'cybercrime', 'en', 'Nothing of it'],
  ])('%s, for %s', (text, sought, tag, expected) => {
    expect(marked(text, sought, tag)).toBe(expected);
  });
  test('nothing of the text is lost or added', () => {
    const text = 'A “quoted” text, with <tags> & signs';
    expect(
      markedStretches(text, 'quoted tags', 'en')
        .map((it) => it.text)
        .join(''),
    ).toBe(text);
  });
});

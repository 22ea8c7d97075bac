import { expect, test } from 'vitest';
import { dayText } from './dates.ts';

test.each([
  ['EN', '1 November 2026', 'June 2026'],
  ['FR', '1er novembre 2026', 'juin 2026'],
  ['ES', '1 de noviembre de 2026', 'junio de 2026'],
  ['RU', '1 ноября 2026 г.', 'июнь 2026 г.'],
  ['ZH', '2026年11月1日', '2026年6月'],
  ['AR', '1 تشرين الثاني/نوفمبر 2026', 'حزيران/يونيه 2026'],
] as const)('a day and a month are written as readers of %s write them, years alone as they are', (language, day, month) => {
  expect([dayText(language, '2026-11-01'), dayText(language, '2026-06'), dayText(language, '2026')]).toEqual([day, month, '2026']);
});

test('what is no day stands as it was recorded', () => {
  for (const text of ['', 'spring 2026', '2026-13-01', '2026-11-01T00:00']) expect(dayText('FR', text)).toBe(text);
});

// Days as people write them in each language. Records, addresses, files and the API keep them as YYYY-MM-DD.
import { type Language, localeOf } from './languages.ts';

/** In Arabic the United Nations write both names of a month: that of the Levant, and that of Egypt with a spelling of their own for two. */
const arabicMonth = (date: Date) =>
  (['ar-SY', 'ar-EG'] as const)
    .map((locale) => new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' }).format(date))
    .join('/')
    .replace(/(?<=يوني|يولي)و$/, 'ه');

/** A day, a month or a year as it is recorded (`2026-11-01`, `2026-11`, `2026`), in words; anything else as it stands. */
export function dayText(language: Language, recorded: string): string {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(recorded);
  const [, year, month, day] = parts ?? [];
  const date = new Date(`${year}-${month ?? '01'}-${day ?? '01'}T00:00:00Z`);
  if (month === undefined || Number.isNaN(date.getTime())) return recorded;
  if (language === 'AR') {
    return [day && String(Number(day)), arabicMonth(date), year].filter(Boolean).join(' ');
  }
  const text = new Intl.DateTimeFormat(localeOf(language), {
    year: 'numeric',
    month: 'long',
    ...(day !== undefined && { day: 'numeric' }),
    timeZone: 'UTC',
  }).format(date);
  return language === 'FR' ? text.replace(/^1 /, '1er ') : text;
}

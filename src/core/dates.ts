// Days and dates known only in part. A day is 'YYYY-MM-DD', so text order is time order.

/** A calendar day, YYYY-MM-DD. */
export type Day = string;
/** A date known to the year, the month or the day: YYYY, YYYY-MM or YYYY-MM-DD. */
export type PartialDate = string;

const partialDatePattern = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The value when it is a real date of the form YYYY, YYYY-MM or YYYY-MM-DD, else null. */
export function parsePartialDate(value: string): PartialDate | null {
  const match = partialDatePattern.exec(value);
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), match[2] ? Number(match[2]) : 1, match[3] ? Number(match[3]) : 1];
  const isReal = year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
  return isReal ? value : null;
}

/** The value when it is a real day of the form YYYY-MM-DD, else null. */
export function parseDay(value: string): Day | null {
  return value.length === 10 ? parsePartialDate(value) : null;
}

/** First day of a partial date: a year alone means 1 January (method 0). */
export function firstDay(date: PartialDate): Day {
  if (date.length === 4) return `${date}-01-01`;
  return date.length === 7 ? `${date}-01` : date;
}

/** Last day of a partial date: a year alone means 31 December (method 0). */
export function lastDay(date: PartialDate): Day {
  if (date.length === 4) return `${date}-12-31`;
  if (date.length === 10) return date;
  return `${date}-${String(daysInMonth(Number(date.slice(0, 4)), Number(date.slice(5, 7)))).padStart(2, '0')}`;
}

/** Does a period begin after it ends? Null: not known. */
export function isReversed(from: PartialDate | null, to: PartialDate | null): boolean {
  return from !== null && to !== null && firstDay(from) > lastDay(to);
}

/** The same day so many months earlier; the last day of that month where it is shorter. */
export function monthsBefore(day: Day, months: number): Day {
  const index = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 - months;
  const [year, month] = [Math.floor(index / 12), (index % 12) + 1];
  const date = Math.min(Number(day.slice(8)), daysInMonth(year, month));
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}

/** Calendar year of a day. */
export function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}

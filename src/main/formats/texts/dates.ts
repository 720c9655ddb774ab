import { said } from '../../../shared/words/message.ts';
import type { ImportWarning } from '../../../shared/words/warning.ts';
import { monthNamed } from './monthNames.ts';

/**
 * The calendar date in a date as articles write it, as yyyy-mm-dd; the trimmed original when it cannot be read without
 * guessing. The date stands as written: no time zone is applied. Read are ISO 8601, yyyymmdd, yyyy/mm/dd, dd.mm.yyyy,
 * dates with the month's name in many languages, East Asian year-month-day, and slashed dates whose day is over 12.
 * A name that means different months in different languages is read when `language` says which of them is meant.
 */
export function isoDateOf(written: string, language = ''): string {
  const raw = written.trim();
  return numericDate(raw) ?? namedDate(raw, language) ?? raw;
}

/** What to report of a document's date that `isoDateOf` left as it was written; nothing for one that it read. */
export function dateWarningsOf(date: string | undefined): ImportWarning[] {
  if (date === undefined || date === '') return [];
  const iso = /^(\d{4})-\d\d-\d\d$/.exec(date);
  if (iso !== null && isLikely(Number(iso[1]))) return [];
  const shown = date.length > 60 ? `${date.slice(0, 60).toWellFormed()}…` : date;
  const slashed = /^(\d{1,2})[/-](\d{1,2})[/-](\d{2,4})(?!\d)/.exec(date);
  const year = iso?.[1] ?? /(?<!\d)\d{4}(?!\d)/.exec(date)?.[0];
  const code = slashed === null ? 'date-unread' : 'date-ambiguous';
  if (year !== undefined && !isLikely(Number(year)))
    return [{ code, said: said('texts.dateOfOtherCalendar', { date: shown, year }) }];
  return [{ code, said: said(slashed === null ? 'texts.dateUnread' : 'texts.dateAmbiguous', { date: shown }) }];
}

function numericDate(raw: string): string | undefined {
  const yearFirst =
    /^(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/.exec(raw) ??
    /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?!\d)/.exec(raw) ??
    /^(\d{4})(\d{2})(\d{2})(?!\d)/.exec(raw) ??
    /(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]/.exec(raw);
  if (yearFirst !== null) return checked(Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3]));
  const dotted = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\d)/.exec(raw);
  if (dotted !== null) return checked(Number(dotted[3]), Number(dotted[2]), Number(dotted[1]));
  const slashed = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?!\d)/.exec(raw);
  if (slashed === null) return undefined;
  const [first, second, year] = [Number(slashed[1]), Number(slashed[2]), Number(slashed[3])];
  if (first > 12) return checked(year, second, first);
  return second > 12 || first === second ? checked(year, first, second) : undefined;
}

const dayFirst =
  /(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|re|e|ος|η|[.ºª°])?(?:\s+(?:de|di|d['’]|of|din)\s*)?[\s-]+(\p{L}[\p{L}\p{M}]{2,})\.?,?(?:\s+(?:de|del))?[\s-]+(\d{4})(?!\d)/iu;
const dayBound = /(?<!\d)(\d{1,2})\s+d['’](\p{L}[\p{L}\p{M}]{2,})\.?,?(?:\s+(?:de|del))?\s+(\d{4})(?!\d)/iu;
const monthFirst = /(?<!\p{L})(\p{L}[\p{L}\p{M}]{2,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)/iu;
const yearFirst = /(?<!\d)(\d{4})\.?\s+(?:m\.\s+|gada\s+)?(\p{L}[\p{L}\p{M}]{2,})\.?\s+(\d{1,2})(?!\d)/iu;

function namedDate(raw: string, language: string): string | undefined {
  const dayBefore = dayFirst.exec(raw) ?? dayBound.exec(raw);
  if (dayBefore !== null)
    return checked(Number(dayBefore[3]), monthNamed(dayBefore[2] ?? '', language), Number(dayBefore[1]));
  const monthBefore = monthFirst.exec(raw);
  if (monthBefore !== null)
    return checked(Number(monthBefore[3]), monthNamed(monthBefore[1] ?? '', language), Number(monthBefore[2]));
  const yearBefore = yearFirst.exec(raw);
  if (yearBefore === null) return undefined;
  return checked(Number(yearBefore[1]), monthNamed(yearBefore[2] ?? '', language), Number(yearBefore[3]));
}

/**
 * Whether an article can bear this year of the Gregorian calendar. Those that the Buddhist, Persian and Islamic calendars
 * count today (2567, 1403 and 1445 for 2024) lie beyond, before the first printed news and after all that there will be.
 */
function isLikely(year: number): boolean {
  return year >= 1500 && year <= 2200;
}

/** yyyy-mm-dd when there is such a day in the Gregorian calendar. */
function checked(year: number, month: number, day: number): string | undefined {
  if (!isLikely(year)) return undefined;
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return undefined;
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

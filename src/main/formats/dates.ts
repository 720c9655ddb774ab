const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * The calendar date in a date as articles write it, as yyyy-mm-dd; the trimmed original when it cannot be read without
 * guessing. The date stands as written: no time zone is applied. Read are ISO 8601, yyyymmdd, yyyy/mm/dd, dd.mm.yyyy,
 * English dates with the month's name, East Asian year-month-day, and slashed dates whose day is over 12.
 */
export function isoDateOf(written: string): string {
  const raw = written.trim();
  return numericDate(raw) ?? namedDate(raw) ?? raw;
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

function namedDate(raw: string): string | undefined {
  const dayFirst = /(?<!\d)(\d{1,2})(?:st|nd|rd|th)?[\s-]+([a-z]{3,9})\.?,?[\s-]+(\d{4})(?!\d)/i.exec(raw);
  if (dayFirst !== null) return checked(Number(dayFirst[3]), monthOf(dayFirst[2]), Number(dayFirst[1]));
  const monthFirst = /(?<![a-z])([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)/i.exec(raw);
  if (monthFirst !== null) return checked(Number(monthFirst[3]), monthOf(monthFirst[1]), Number(monthFirst[2]));
  return undefined;
}

const longMonths = /^(january|february|march|april|june|july|august|september|sept|october|november|december)$/;

/** 1 to 12 for an English month name or its abbreviation, 0 for another word. */
function monthOf(word: string | undefined): number {
  const plain = word?.toLowerCase() ?? '';
  return plain.length === 3 || longMonths.test(plain) ? months.indexOf(plain.slice(0, 3)) + 1 : 0;
}

/** yyyy-mm-dd when there is such a day in the Gregorian calendar. */
function checked(year: number, month: number, day: number): string | undefined {
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return undefined;
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

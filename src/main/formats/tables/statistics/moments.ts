/** 1 January 1960, where Stata begins to count, in days from 1 January 1970. */
export const stataEpochDay = -3653;

/** 14 October 1582, where SPSS begins to count, in days from 1 January 1970. */
export const spssEpochDay = -141428;

export const secondsInDay = 86_400;
export const millisecondsInDay = 86_400_000;

/**
 * The days from 1 January 1970 to a date written `YYYY-MM-DD`, in the calendar of today also where it was not yet used.
 * `undefined` when the text is not exactly that, or no such day exists.
 */
export function dayNumber(text: string): number | undefined {
  return text.length === 10 ? calendarDay(text) : undefined;
}

/** The day that the first ten characters name. */
function calendarDay(text: string): number | undefined {
  if (text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return undefined;
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 7);
  const day = digits(text, 8, 10);
  if (Number.isNaN(year + month + day)) return undefined;
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  return civilDay(year, month, day);
}

const moment = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?(?:Z|([+-])(\d\d):?(\d\d))?)?$/u;

/**
 * The milliseconds from 1 January 1970, 00:00 UTC, to a moment in ISO 8601: `YYYY-MM-DD` alone or with
 * `THH:MM[:SS[.fraction]]` and `Z` or an offset. Without an offset it is UTC. What is finer than a millisecond is cut.
 * `undefined` when the text is not that.
 */
export function millisecondNumber(text: string): number | undefined {
  return usualMoment(text) ?? anyMoment(text);
}

/** `YYYY-MM-DDTHH:MM:SSZ` or `….sssZ`, the two that programs write, without the price of a regular expression. */
function usualMoment(text: string): number | undefined {
  const length = text.length;
  if ((length !== 20 && length !== 24) || text.charCodeAt(length - 1) !== 90 || text.charCodeAt(10) !== 84)
    return undefined;
  if (text.charCodeAt(13) !== 58 || text.charCodeAt(16) !== 58) return undefined;
  if (length === 24 && text.charCodeAt(19) !== 46) return undefined;
  const day = calendarDay(text);
  const hours = digits(text, 11, 13);
  const minutes = digits(text, 14, 16);
  const seconds = digits(text, 17, 19);
  const fraction = length === 24 ? digits(text, 20, 23) : 0;
  if (day === undefined || Number.isNaN(hours + minutes + seconds + fraction)) return undefined;
  if (hours > 23 || minutes > 59 || seconds > 59) return undefined;
  return day * millisecondsInDay + ((hours * 60 + minutes) * 60 + seconds) * 1000 + fraction;
}

function anyMoment(text: string): number | undefined {
  const match = moment.exec(text);
  if (match === null) return undefined;
  const [, date = '', hours = '0', minutes = '0', seconds = '0', fraction = '', sign, offsetHours, offsetMinutes] =
    match;
  const day = dayNumber(date);
  if (day === undefined || Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) return undefined;
  const offset = sign === undefined ? 0 : (Number(offsetHours) * 60 + Number(offsetMinutes)) * (sign === '-' ? -1 : 1);
  const clock = (Number(hours) * 60 + Number(minutes) - offset) * 60 + Number(seconds);
  return day * millisecondsInDay + clock * 1000 + Number(fraction.slice(0, 3).padEnd(3, '0'));
}

/** The number that the characters from `from` to `to` spell; NaN when one is not a digit. */
function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return NaN;
    value = value * 10 + digit;
  }
  return value;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Years are counted from March, so that the leap day is a year's last; 146,097 days are 400 years. */
function civilDay(year: number, month: number, day: number): number {
  const fromMarch = month > 2 ? year : year - 1;
  const era = Math.floor(fromMarch / 400);
  const yearOfEra = fromMarch - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

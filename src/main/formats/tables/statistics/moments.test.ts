import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayNumber, millisecondNumber } from './moments.ts';

describe('days', () => {
  it.each([
    ['1970-01-01', 0],
    ['1960-01-01', -3653],
    ['1582-10-14', -141_428],
    ['2000-03-01', 11_017],
    ['9999-12-31', 2_932_896],
  ])('are counted from 1970: %s is %i', (text, day) => {
    expect(dayNumber(text)).toBe(day);
  });

  it.each([
    '2023-02-29',
    '1900-02-29',
    '2024-13-01',
    '2024-00-10',
    '2024-04-31',
    '2024-4-1',
    '2024',
    '0000-01-01',
    '',
    '2024-01-01Z',
    '20x4-01-01',
  ])('are not taken from %j', (text) => {
    expect(dayNumber(text)).toBeUndefined();
  });

  it('agree with the calendar of JavaScript from year 1 to 9999', () => {
    const dates = fc.date({
      min: new Date('0001-01-01T00:00:00Z'),
      max: new Date('9999-12-31T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(dates, (date) => {
        const iso = date.toISOString();
        expect(dayNumber(iso.slice(0, 10))).toBe(Math.floor(date.getTime() / 86_400_000));
        expect(millisecondNumber(iso)).toBe(date.getTime());
      }),
      { seed: 1582, numRuns: 2000, verbose: true },
    );
  });
});

describe('moments', () => {
  it.each([
    ['1970-01-01', 0],
    ['1970-01-01T00:01', 60_000],
    ['1970-01-01T00:00:01.5Z', 1500],
    ['1970-01-01T02:00:00+02:00', 0],
    ['1969-12-31 19:00:00-0500', 0],
    ['1970-01-01T00:00:00.123456789Z', 123],
  ])('are counted in milliseconds: %s is %i', (text, milliseconds) => {
    expect(millisecondNumber(text)).toBe(milliseconds);
  });

  it.each(['1970-01-01T24:00', '1970-01-01T23:60', '1970-01-01T23:59:60', '1970-01-01T', 'now', '1970-02-30T00:00Z'])(
    'are not taken from %j',
    (text) => {
      expect(millisecondNumber(text)).toBeUndefined();
    },
  );
});

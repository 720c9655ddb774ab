import { expect, test } from 'vitest';
import { warningInWords } from '../../../shared/words/warning.ts';
import { dateWarningsOf, isoDateOf } from './dates.ts';

test.each([
  ['2023-06-07T20:54:26.829Z', '2023-06-07'],
  ['2023-06-07 20:54:26+09:00', '2023-06-07'],
  ['2023-6-7', '2023-06-07'],
  ['20230607', '2023-06-07'],
  ['20230607T101500', '2023-06-07'],
  ['2023/06/07', '2023-06-07'],
  ['7.6.2023', '2023-06-07'],
  ['Wed, 07 Jun 2023 10:00:00 GMT', '2023-06-07'],
  ['June 7th, 2023', '2023-06-07'],
  ['Sept. 7, 2023 at 9 a.m.', '2023-09-07'],
  ['7 March 2023', '2023-03-07'],
  ['2023年6月7日', '2023-06-07'],
  ['2023년 6월 7일', '2023-06-07'],
  ['13/06/2023', '2023-06-13'],
  ['06/13/2023', '2023-06-13'],
  ['29 February 2024', '2024-02-29'],
  ['7. März 2023', '2023-03-07'],
  ['Mittwoch, 7. Juni 2023, 10:00 Uhr', '2023-06-07'],
  ['1er août 2023', '2023-08-01'],
  ['7 de junio de 2023', '2023-06-07'],
  ['7 giugno 2023', '2023-06-07'],
  ['den 7 juni 2023', '2023-06-07'],
  ['7. kesäkuuta 2023', '2023-06-07'],
  ['7 czerwca 2023 r.', '2023-06-07'],
  ['7. června 2023', '2023-06-07'],
  ['2023. június 7.', '2023-06-07'],
  ['7 iunie 2023', '2023-06-07'],
  ['7 Haziran 2023', '2023-06-07'],
  ['2023 m. birželio 7 d.', '2023-06-07'],
  ['7 июня 2023 г.', '2023-06-07'],
  ['7 червня 2023', '2023-06-07'],
  ['7 Ιουνίου 2023', '2023-06-07'],
  ["7 d'abril de 2023", '2023-04-07'],
  ['7 يونيو 2023', '2023-06-07'],
])('%s is %s', (written, iso) => {
  expect(isoDateOf(written)).toBe(iso);
});

test.each(['06/07/2023', '2023-02-29', '2023-13-01', 'yesterday', '7 Marchember 2023', '2023', '', 'march 2023'])(
  '"%s" stays as it is written, because reading it would be guessing',
  (written) => {
    expect(isoDateOf(` ${written} `)).toBe(written);
  },
);

test('a name that means two months is read when the language is known', () => {
  // November in Polish and Czech, October in Croatian.
  expect(isoDateOf('7 listopad 2023')).toBe('7 listopad 2023');
  expect(isoDateOf('7 listopad 2023', 'pl')).toBe('2023-11-07');
  expect(isoDateOf('7. listopada 2023', 'hr-HR')).toBe('2023-10-07');
});

test('years that other calendars count are not taken for ours, and are told', () => {
  // 2024 is 2567 in the Thai solar, 1403 in the Persian and 1445 in the Islamic calendar.
  for (const written of ['14 มีนาคม 2567', '14/3/2567', '1403/01/14', '1445-09-04', '14 March 0024']) {
    expect(isoDateOf(written)).toBe(written);
    expect(dateWarningsOf(written)).toMatchObject([{ code: expect.stringMatching(/^date-/u) as string }]);
    expect(dateWarningsOf(written).map(warningInWords)[0]?.message).toMatch(
      /has the year \d{4}, as of another calendar/u,
    );
  }
  expect(isoDateOf('7 March 1650')).toBe('1650-03-07'); // the year of the first daily paper
});

test('what stays as written is reported, an ambiguous date as such', () => {
  expect(dateWarningsOf('2023-06-07')).toEqual([]);
  expect(dateWarningsOf(undefined)).toEqual([]);
  expect(dateWarningsOf('06/07/2023')).toMatchObject([{ code: 'date-ambiguous' }]);
  expect(dateWarningsOf('yesterday').map(warningInWords)).toEqual([
    {
      code: 'date-unread',
      message:
        'The date “yesterday” could not be read as a day; it is kept as it is written. Set it among the facts, as YYYY-MM-DD.',
    },
  ]);
});

import { expect, test } from 'vitest';
import { isoDateOf } from './dates.ts';

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
])('%s is %s', (written, iso) => {
  expect(isoDateOf(written)).toBe(iso);
});

test.each(['06/07/2023', '2023-02-29', '2023-13-01', 'yesterday', '7 Marchember 2023', '2023', '', 'march 2023'])(
  '"%s" stays as it is written, because reading it would be guessing',
  (written) => {
    expect(isoDateOf(` ${written} `)).toBe(written);
  },
);

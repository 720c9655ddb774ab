import { count, number } from '../format.ts';

/** `galley trim`. */
export const trimVerbWords = {
  summary: 'Take blanks and line ends away from the ends of a coder’s codings, as one step.',
  details: [
    'With --dry-run nothing is changed: what would be trimmed is listed, one coding a line.',
    'A coding that would then have the place and the code of another one of its coder stays as it is, and is counted.',
    'At most 50,000 codings are trimmed at once; run it again for more.',
  ],
  help: { coder: 'Whose codings. Needed.', 'dry-run': 'Only list what would be trimmed.' },
  sayWho: 'say whose codings: --coder NAME',
  trimmed: ({ trimmed, doubles, more }: { trimmed: number; doubles: number; more: number }) =>
    [
      `${count(trimmed, 'coding', 'codings')} trimmed`,
      ...(doubles > 0 ? [`${number(doubles)} would double another and ${doubles === 1 ? 'stays' : 'stay'}`] : []),
      ...(more > 0 ? [`${number(more)} left to trim`] : []),
    ].join('; '),
  wouldBe: ({ total, blank }: { total: number; blank: number }) =>
    `${count(total, 'coding', 'codings')} would be trimmed${blank > 0 ? `; ${count(blank, 'holds', 'hold')} nothing but blanks` : ''}`,
} as const;

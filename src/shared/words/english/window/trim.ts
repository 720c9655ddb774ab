import { count, number } from '../format.ts';

const codings = (value: number): string => count(value, 'coding', 'codings');
const blanks = (value: number): string => count(value, 'blank', 'blanks');

/** What is said while blanks are taken away from the ends of codings. */
export const trimStrings = {
  title: 'Trim codings',
  lead: 'Blanks and line ends at the ends of your codings are taken away. What stays coded is marked; it is one step to undo.',
  where: 'Where',
  scopes: { document: 'This article', project: 'Whole project' },
  list: 'Codings to trim',
  looking: 'Looking at your codings…',
  none: 'No coding of yours begins or ends with a blank',
  ticks: (ticked: number, all: number): string => `${number(ticked)} of ${codings(all)} ticked`,
  /** Blanks before and after a coding, line ends among them. */
  remark: (before: number, after: number): string =>
    before === 0
      ? `${blanks(after)} after`
      : after === 0
        ? `${blanks(before)} before`
        : `${number(before)} before, ${number(after)} after`,
  blank: (value: number): string =>
    `${count(value, 'coding holds', 'codings hold')} nothing but blanks and ${value === 1 ? 'stays' : 'stay'} as ${value === 1 ? 'it is' : 'they are'}`,
  more: (value: number): string => `${number(value)} more ${value === 1 ? 'comes' : 'come'} after these`,
  submit: (value: number): string => (value === 0 ? 'Trim' : `Trim ${codings(value)}`),
  done: (trimmed: number, doubles: number): string =>
    `${codings(trimmed)} trimmed${doubles === 0 ? '' : `; ${number(doubles)} would then double another coding and ${doubles === 1 ? 'stays' : 'stay'}`}.`,
} as const;

import { number } from '../format.ts';

/** What is said of links between codings. */
export const linkStrings = {
  title: 'Link the coding',
  lead: 'Says how two passages of this text belong together.',
  source: 'From',
  relation: 'Relation',
  relationPlaceholder: 'supports, answers, contradicts …',
  known: 'Relations used before',
  target: 'To',
  filter: 'Filter codings',
  none: 'No coding has these words.',
  more: (hidden: number): string => `${number(hidden)} more: type a word of the code or the passage.`,
  by: (coder: string): string => `by ${coder}`,
  create: 'Link',
  noOther: 'There is no other coding in this text to link with.',
  list: 'Links',
  add: 'Link…',
  forward: 'From this coding:',
  backward: 'To this coding:',
  remove: (relation: string, code: string): string => `Remove link: ${relation} ${code}`,
} as const;

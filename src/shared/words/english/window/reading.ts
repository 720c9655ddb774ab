import { count, number, series } from '../format.ts';

/** What is said of reading and coding at the desk: steps, filters, links, and corrections of a text. */
export const readingStrings = {
  allCoded: 'Every paragraph has a coding.',
  offsetTitle: 'Go to offset',
  offset: 'Offset',
  offsetNote: (most: number): string => `In characters from the beginning, 0 to ${number(most)}.`,
  go: 'Go',
  nameTooLong: 'The selected words are too long for the name of a code.',
  uniteOffer: (code: string, key: string | undefined): string =>
    `This nearly doubles another coding of yours with “${code}”. ${key === undefined ? '“Unite” in the command palette makes one of the two' : `${key} unites the two`}.`,
  filter: 'Show codings…',
  filterOn: 'Show codings… (some are hidden)',
  everything: 'All codings',
  byCoder: (name: string): string => `By ${name}`,
  ofRound: (name: string): string => `Round: ${name}`,
  blind: (rounds: readonly string[]): string => `Blind: ${series(rounds)}`,
  blindText: 'In this round coders do not see each other’s codings.',
  blindEverywhere:
    'In the articles of this round you see only your own work; lists, counts and history leave out that of others.',
  shownOf: (shown: number, all: number): string => `${number(shown)} of ${count(all, 'coding', 'codings')}`,
  codings: (value: number): string => count(value, 'coding', 'codings'),
} as const;

import { count, number } from '../format.ts';

/** What is asked and said where an act touches the work of other coders. */
export const othersStrings = {
  title: (coder: string): string => `Change the work of ${coder}?`,
  text: (coder: string, records: number): string =>
    `This changes or removes ${count(records, 'coding or link', 'codings and links')} by ${coder}, not yours.`,
  undo: 'You can undo it as your own step.',
  change: 'Change it',
  /** Whose codings or answers go with what is removed or merged. */
  shares: (shares: readonly { coder: string; records: number }[]): string =>
    `Of these by ${shares.map(({ coder, records }) => `${coder}: ${number(records)}`).join(', ')}.`,
} as const;

import { count, number } from '../format.ts';

/** What is said while two coders stand side by side in a text. */
export const comparingStrings = {
  label: 'Two coders side by side',
  first: 'Coder on the left',
  second: 'Coder on the right',
  summary: (same: number, differences: number): string =>
    `${count(same, 'coding', 'codings')} the same, ${count(differences, 'difference', 'differences')}`,
  place: (at: number, all: number): string => `${number(at)} of ${number(all)}`,
  boundaries: (code: string): string => `Boundaries differ: ${code}`,
  codes: (first: string, second: string): string => `Codes differ: ${first} – ${second}`,
  alone: (coder: string, code: string): string => `Only ${coder}: ${code}`,
  next: 'Next difference',
  previous: 'Previous difference',
  end: 'End comparison',
  blind: 'Two coders cannot be compared in a blind round.',
  needsTwo: 'There is nobody to compare with: this project has one coder.',
  none: 'The two do not differ in this text.',
} as const;

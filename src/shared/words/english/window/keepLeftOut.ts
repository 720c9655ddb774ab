import { count, number } from '../format.ts';

/** What is said where something that was left out of a web page can be kept. */
export const keepStrings = {
  keep: 'Keep it',
  keepOf: (name: string): string => `Keep what was left out of “${name}”`,
  keeping: 'Reading the page again…',
  kept: (characters: number, before: number): string =>
    `Kept: the text has ${count(characters, 'character', 'characters')} now, ${number(before)} before. Undo takes it out again.`,
} as const;

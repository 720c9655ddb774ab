import { count, number } from '../format.ts';

/** `galley keep`. */
export const keepVerbWords = {
  summary: 'Keep what an import left out of a web page, as one step.',
  details: [
    'Reads the kept page once more and puts the passages that were left out at their places; menus stay out.',
    'Document by its name, or by its id where names repeat. Refused where anybody has worked on its text.',
  ],
  help: { wholePage: 'Keep the text of the whole page, menus and all.' },
  kept: ({ document, characters, before }: { document: string; characters: number; before: number }) =>
    `“${document}” has ${count(characters, 'character', 'characters')} now, ${number(before)} before`,
} as const;

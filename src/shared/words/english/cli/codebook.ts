import { count } from '../format.ts';

const codes = (value: number): string => count(value, 'code', 'codes');

/** `galley codebook`. */
export const codebookVerbWords = {
  summary: 'Read the codebook from a file (.csv .json .qdc), or write it to one (also .html .docx).',
  details: [
    'Codes are matched by their path (“Frames / Conflict”) and created or updated; codes that the file does not name stay.',
    'CSV: path,definition,include,exclude,example,color,pattern,key; “parent” and “name” may stand in place of “path”; color',
    'is 1 to 12 or #rrggbb; further columns only where something needs them. Variables are in a second file beside it. JSON',
    'holds everything in one; QDC is the exchange format of REFI-QDA and holds codes alone. HTML and DOCX are for reading and',
    'printing, with examples, and are only written. What a format cannot hold is listed before it is written.',
    'A file with a fault changes nothing. Writing replaces what an earlier export of this project wrote; any other file only',
    'with --replace.',
  ],
  replaceGoesWithExport: '--replace goes with “codebook export”',
  sayWhich: ({ word }: { word: string }) => `say “codebook import” or “codebook export”, not “codebook ${word}”`,
  /** Something that was taken in another way, or will not be kept, as a line of its own. */
  note: ({ words }: { words: string }) => `${words}.`,
  read: ({ created, updated }: { created: number; updated: number }) =>
    `${codes(created)} created, ${codes(updated)} updated`,
  written: ({ written, path }: { written: number; path: string }) => `${codes(written)} written to ${path}`,
} as const;

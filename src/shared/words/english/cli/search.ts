import { number } from '../format.ts';

/** `galley search`. */
export const searchVerbWords = {
  summary: 'Find a piece of text in all documents, as it stands.',
  details: [
    'No wildcards: every sign is looked for itself. Letters match either case. A word is what a double click selects.',
    'Offsets are code points, end not included.',
    'Hits are printed as they are found.',
  ],
  help: {
    case: 'Tell upper and lower case apart.',
    words: 'Whole words only: no hit begins or ends inside a word.',
    limit: 'List at most so many hits. Default: all.',
  },
  limit: ({ given }: { given: string }) => `--limit takes a whole number from 1 on, not “${given}”`,
  listed: ({ listed, total }: { listed: number; total: number }) => `${number(listed)} of ${number(total)} hits listed`,
} as const;

import { count, number } from '../format.ts';

/** `galley code`. */
export const codeVerbWords = {
  summary: 'Apply codings from a file of JSON lines, as one step.',
  details: [
    'Each line: {"document", "start", "end", "code"[, "quote"][, "memo"]}; offsets in code points, end not included;',
    'document by its name, or by its id where names repeat; code by its path (“Frames / Conflict”).',
    'Codes that the codebook does not have are created and named on stderr. Codings that are there already are passed over.',
    'A line at fault, such as a quote that does not stand at its offsets, is named and nothing is changed.',
  ],
  help: { coder: 'Who coded. Needed.', strict: 'Refuse codes that the codebook does not have.' },
  sayWho: 'say who coded: --coder NAME',
  created: ({ code }: { code: string }) => `created code ${code}`,
  coded: ({ passages, present }: { passages: number; present: number }) =>
    `${count(passages, 'passage', 'passages')} coded${present === 0 ? '' : ` (${number(present)} already there)`}`,
} as const;

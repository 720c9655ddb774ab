import { count } from '../format.ts';

type Open = {
  document: string;
  start: number;
  end: number;
  code: string;
  coder: string;
  quote: string;
  reason: string;
  nearest: string | null;
};

/** `galley re-attach`. */
export const reattachVerbWords = {
  summary: 'Make a new project of a package and the texts of the same files.',
  details: [
    'PACKAGE is a zip file that `galley package` wrote, or the folder that it was unpacked into; PATH are files and folders.',
    'Texts are found by their hash, then by the file’s, by title and by what is quoted of them. In another version of a text a',
    'coding is placed only among the words that stood around it; all others are listed, with the nearest passage.',
    'A package without quotations places codings in texts with the same hash alone.',
  ],
  ending: ({ ending, word }: { ending: string; word: string }) =>
    `the last word is the new project, whose file name ends in ${ending}: ${word}`,
  /** How the text of a document was found. */
  found: {
    text: 'same text',
    file: 'same file, another text',
    title: 'by title',
    similar: 'by what is quoted',
    missing: 'not found',
  },
  placed: ({ placed, codings }: { placed: number; codings: number }) =>
    `${placed} of ${count(codings, 'coding', 'codings')}`,
  notPlaced: ({ document, start, end, code, coder, quote, reason, nearest }: Open) =>
    `not placed: ${document} ${start}–${end} ${code} (${coder}) “${quote}”: ${reason}${nearest === null ? '' : `; nearest: “${nearest}”`}`,
  evidence: ({ passages }: { passages: number }) =>
    `${count(passages, 'passage', 'passages')} that answers pointed at could not be placed`,
  refused: ({ path, reason }: { path: string; reason: string }) => `refused ${path}: ${reason}`,
  extra: ({ name }: { name: string }) => `not in the package: ${name}`,
  sum: ({ exact, moved, open, absent }: { exact: number; moved: number; open: number; absent: number }) =>
    `${count(exact, 'placed where it was', 'placed where they were')}, ${count(moved, 'by its words', 'by their words')}, ${open + absent} not placed${absent === 0 ? '' : ` (${absent} in documents that were not found)`}`,
  created: ({ path }: { path: string }) => `Created ${path}`,
} as const;

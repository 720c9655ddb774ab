import { count, number } from '../format.ts';
import { importingWords } from '../importers.ts';

/** `galley import`. */
export const importVerbWords = {
  summary: 'Import files, and folders with all they hold.',
  details: [
    `Reads: ${importingWords.kindsWithEndings}.`,
    'Prints each document with its warnings, and each file that was refused with the reason.',
    'The status is 0 when at least one document was imported or nothing was refused, else 1.',
  ],
  help: {
    format: `The importer to use for all files, rather than by extension and content: ${importingWords.ids}.`,
    encoding: 'The encoding of all files, rather than detected for each: utf-8, windows-1252 …',
    /** An option of one importer. */
    option: ({ importer, label, help }: { importer: string; label: string; help: string }) =>
      `${importer}: ${label}. ${help}`,
    /** What can be chosen for an option, and what holds without it. */
    choice: ({ choices, unset, help }: { choices: Readonly<Record<string, string>>; unset: string; help: string }) => {
      const all = Object.entries(choices).map(([word, label]) => `${word}: ${inSentence(label)}`);
      return `${[...all, `without it: ${inSentence(unset)}`].join('; ')}. ${help}`;
    },
  },
  characters: ({ characters }: { characters: number }) => count(characters, 'character', 'characters'),
  refused: ({ path, reason }: { path: string; reason: string }) => `refused ${path}: ${reason}`,
  sum: ({ documents, refused }: { documents: number; refused: number }) =>
    `${count(documents, 'document', 'documents')} imported, ${number(refused)} refused`,
  nothing: ({ refused }: { refused: number }) => `nothing was imported; ${count(refused, 'file', 'files')} refused`,
} as const;

function inSentence(label: string): string {
  return label.slice(0, 1).toLowerCase() + label.slice(1);
}

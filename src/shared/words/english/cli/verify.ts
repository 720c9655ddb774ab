import { count } from '../format.ts';

/** `galley verify`. */
export const verifyVerbWords = {
  summary: 'Compare texts with their hashes, codings with their texts, and all records with the journal.',
  details: [
    'Changes nothing, and may be asked of a project that a window has open.',
    'The status is 1 when anything is not as it was stored; each problem names its document.',
  ],
  sound: ({ path }: { path: string }) => `${path} is sound`,
  /** `first`: the document of the first problem; empty where that is of none. */
  found: ({ problems, first, path }: { problems: number; first: string; path: string }) =>
    `${count(problems, 'problem', 'problems')} found${first === '' ? '' : `, the first in “${first}”`}; where a line says nothing else, restore a backup of ${path}`,
} as const;

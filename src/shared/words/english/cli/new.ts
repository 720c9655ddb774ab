/** `galley new`. */
export const newVerbWords = {
  summary: 'Make a new, empty project. Never overwrites a file.',
  help: { name: 'The project’s name; the file’s name without it.' },
  ending: ({ ending, word }: { ending: string; word: string }) =>
    `a project’s file name ends in ${ending}: ${word}${ending}`,
  name: ({ reason }: { reason: string }) => `--name: ${reason}`,
  notAName: 'not a name',
  created: ({ path }: { path: string }) => `Created ${path}`,
} as const;

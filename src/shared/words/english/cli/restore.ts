/** `galley restore`. */
export const restoreVerbWords = {
  summary: 'Bring back a backup in the project’s place, or as a new file.',
  details: [
    'BACKUP is a file, or the day of a backup that `galley backups P.galley` lists, such as 2024-03-14.',
    'It is looked through first. The state before it is kept beside the project, as “P (before restore DATE TIME).galley”,',
    'together with the log that a program left which was killed. Do not copy a backup over a project by hand: such a log',
    'belongs to the file that was there.',
    'Ctrl+C while it copies leaves everything as it was.',
  ],
  help: { out: 'Make this new project file, and leave P.galley as it is.' },
  ending: ({ out }: { out: string }) => `--out: a project’s file name ends in .galley: ${out}.galley`,
  restored: ({ path }: { path: string }) => `Restored ${path}`,
  kept: ({ path }: { path: string }) => `The state before it is ${path}`,
  created: ({ path }: { path: string }) => `Created ${path}`,
} as const;

type FileReplaced = {
  file: string;
  fault: 'gone' | 'replaced' | 'log';
  state: 'rescued' | 'stale' | 'unsaved';
  /** Where the program went on. */
  path: string;
  /** Why no copy could be written. */
  reason: string;
};

const faults: Readonly<Record<FileReplaced['fault'], string>> = {
  gone: 'was moved or removed by another program while it was open',
  replaced: 'was replaced by another file while it was open',
  log: 'lost its log (-wal, -shm) to another program while it was open',
};

/** What is said of the open project and its tasks. */
export const appWords = {
  noProject: 'No project is open. Open one or start a new one.',
  closing: 'The project is being closed just now. Begin this again when that is done.',
  noTask: 'There is no such task any more.',
  fileNotGranted: 'This file is no longer open to the window. Choose it again.',
  unreadable: ({ path }: { path: string }) => `Cannot read ${path}. Check the name and who may read it.`,
  largeText: ({ path }: { path: string }) => `${path} has more than 100 MB. Split it.`,
  placeTaken: ({ task, place }: { task: string; place: string }) =>
    `“${task}” is writing to ${place} just now. Wait until it is done, cancel it, or choose another place.`,
  internal: ({ error }: { error: string }) => `Something went wrong inside Galley: ${error}`,
  needsMemory: 'Reading this needs more memory than a file of its size should.',

  // What tasks are called.
  verifying: 'Verify project',
  updating: 'Bringing the project up to date',

  // Why there is no backup.
  knownDamage: 'The project is damaged.',
  backupFailed: ({ why }: { why: string }) => `${why}.`,

  // Why the open project was not copied to a folder: ends of sentences, without their full stop.
  noFolder: 'there is no such folder',
  notAFolder: 'it is no folder',
  cannotWrite: 'it cannot be written',
  diskFull: 'the disk is full',
  notCopied: ({ folder, why }: { folder: string; why: string }) => `${folder}: ${why}`,
  notCopiedAnywhere: ({ reasons }: { reasons: readonly string[] }) => reasons.join('; '),

  fileReplaced: ({ file, fault, state, path, reason }: FileReplaced) => {
    const outcome = {
      rescued: `All that was done is in ${path}, and the file that lies in the old place now was not touched.`,
      stale: 'What was read is what it held before. Open it again.',
      unsaved: `No copy of it could be written (${reason}), so nothing more is taken in. Make room or a folder that can be written, and leave Galley open: it tries again with the next step.`,
    }[state];
    return `${file} ${faults[fault]}. ${outcome}`;
  },
} as const;

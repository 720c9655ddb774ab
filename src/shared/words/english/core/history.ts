type Direction = 'undo' | 'redo';

/** Labels come in words. */
const done = (direction: Direction): string => (direction === 'undo' ? 'undone' : 'brought back');

/** What is said of acts, of undo and of redo. */
export const historyWords = {
  nothingToUndo: 'There is nothing to undo.',
  nothingToRedo: 'There is nothing to redo.',
  damaged: ({ label, direction }: { label: string; direction: Direction }) =>
    `“${label}” cannot be ${done(direction)}: its record in the project file is damaged, and what it would bring back was never there. Verify the project, then restore a backup.`,
  restsOn: ({ label, direction, other }: { label: string; direction: Direction; other: string }) =>
    direction === 'undo'
      ? `“${label}” is not undone: ${other} came later and rests on it.`
      : `“${label}” is not brought back: ${other} has changed what it needs.`,
  otherAct: ({ label, coder }: { label: string; coder: string | null }) =>
    `“${label}” by ${coder ?? 'nobody in particular'}`,
  laterAct: 'a later act',
  mayRestOn: ({ label, direction }: { label: string; direction: Direction }) =>
    `“${label}” is not ${done(direction)} while you code blind: the work of others may rest on it.`,
  anotherRestsOn: ({ direction }: { direction: Direction }) =>
    `This is not ${done(direction)}: later work of another coder rests on it.`,
  ownAlone: ({ name }: { name: string }) => `${name} acts here, and takes back only what they did themselves.`,
  readOnly: ({ reason }: { reason: string }) => `This project is open for reading only. ${reason}`,
  noCoder: 'Say first who is coding: every coding carries its coder.',
  noMethod: ({ method }: { method: string }) => `There is no method “${method}”.`,
  badInput: ({ method, faults }: { method: string; faults: readonly string[] }) => `${method}: ${faults.join('; ')}`,
  cancelled: 'Cancelled.',
  noRecord: ({ name }: { name: string }) => `${name} has no project record. Restore a backup.`,
} as const;

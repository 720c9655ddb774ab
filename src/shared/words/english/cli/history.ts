/** `galley undo`, `galley redo` and `galley log`. */
export const historyVerbsWords = {
  details: [
    'With --coder: the last step of that coder, or of nobody. It stays where later work of others rests on it.',
  ],
  undo: {
    summary: 'Take back the last step, whoever took it and whenever; with --coder, the last of that coder.',
    done: ({ label }: { label: string }) => `Undone: ${label}`,
  },
  redo: {
    summary: 'Bring back the step that was taken back last, whoever took it; with --coder, one of that coder.',
    done: ({ label }: { label: string }) => `Redone: ${label}`,
  },
  log: {
    summary: 'List what was done, by whom and when, newest first.',
    /** `by`: whoever took the step back or brought it back, where that is another than its coder. */
    acts: {
      command: ({ label }: { label: string; by: string | null }) => label,
      undo: ({ label, by }: { label: string; by: string | null }) =>
        `Undo: ${label}${by === null ? '' : ` (by ${by})`}`,
      redo: ({ label, by }: { label: string; by: string | null }) =>
        `Redo: ${label}${by === null ? '' : ` (by ${by})`}`,
    },
    /** A step that is not in force: `act` and what became of it. */
    states: {
      undone: ({ act }: { act: string }) => `${act} (undone)`,
      abandoned: ({ act }: { act: string }) => `${act} (abandoned)`,
      sealed: ({ act }: { act: string }) => `${act} (sealed)`,
    },
  },
} as const;

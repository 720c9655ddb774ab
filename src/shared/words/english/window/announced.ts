/** What screen readers are told of acts that show on screen by themselves. */
export const announcedStrings = {
  undone: (label: string): string => `Undone: ${label}`,
  redone: (label: string): string => `Done again: ${label}`,
  removed: (code: string, quote: string): string => `Removed coding “${code}”: “${quote}”`,
  moved: (code: string, quote: string): string => `“${code}” is now: “${quote}”`,
} as const;

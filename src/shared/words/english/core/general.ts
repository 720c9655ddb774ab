/** What no part of the program has for itself. */
export const generalWords = {
  /** Words that come as they are: from another program, or from another process that has put them already. */
  asItIs: ({ words }: { words: string }) => words,
} as const;

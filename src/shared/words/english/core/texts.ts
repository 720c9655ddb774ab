/** What is said of files of text. */
export const textsWords = {} as const;

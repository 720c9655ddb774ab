/** What is said of documents and imports. */
export const corpusWords = {} as const;

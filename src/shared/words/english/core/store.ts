/** What is said of the project file. */
export const storeWords = {} as const;

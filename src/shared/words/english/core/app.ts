/** What is said of the open project and its tasks. */
export const appWords = {} as const;

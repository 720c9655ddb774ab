/** What is said of codes, variables and versions. */
export const codebookWords = {} as const;

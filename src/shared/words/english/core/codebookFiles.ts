/** What is said of files of codebooks. */
export const codebookFilesWords = {} as const;

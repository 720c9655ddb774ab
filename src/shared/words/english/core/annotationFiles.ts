/** What is said of files of annotations. */
export const annotationFilesWords = {} as const;

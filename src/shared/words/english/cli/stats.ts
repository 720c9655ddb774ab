/** `galley stats`. */
export const statsVerbWords = {
  summary: 'Count documents, codes, annotations, coders and answers.',
  /** What is counted. */
  counted: {
    documents: 'documents',
    codes: 'codes',
    annotations: 'annotations',
    coders: 'coders',
    answers: 'answers',
  },
} as const;

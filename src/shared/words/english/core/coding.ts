/** What is said of codings, answers, rounds. */
export const codingWords = {} as const;

/** What is said of agreement between coders. */
export const agreementWords = {} as const;

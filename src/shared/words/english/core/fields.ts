/** What is said of what records and calls must be. */
export const fieldsWords = {} as const;

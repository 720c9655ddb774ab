/** What is said of figures. */
export const statsWords = {} as const;

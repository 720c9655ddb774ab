/** What is said of exports. */
export const exportingWords = {} as const;

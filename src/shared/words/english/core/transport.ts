/** What is said of the line between window and core. */
export const transportWords = {} as const;

/** What is said of packages. */
export const packagesWords = {} as const;

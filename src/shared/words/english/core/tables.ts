/** What is said of tables for statistics programs. */
export const tablesWords = {} as const;

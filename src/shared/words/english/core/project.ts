/** What is said of opening, backups and settings. */
export const projectWords = {} as const;

/** What is said of windows, servers and terminals. */
export const hostsWords = {} as const;

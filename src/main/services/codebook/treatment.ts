/**
 * What becomes of codes, sets and variables that are there already: they get what the entries say, or (`keep`) stay as
 * they are.
 */
export type Treatment = 'update' | 'keep';

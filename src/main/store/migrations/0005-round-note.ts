import type { Migration } from './migration.ts';

/** What a round is for, in words. The default also serves rounds that undo brings back from before there were notes. */
export const roundNote: Migration = {
  version: 5,
  slug: 'round-note',
  sql: `ALTER TABLE round ADD COLUMN note TEXT NOT NULL DEFAULT '';`,
};

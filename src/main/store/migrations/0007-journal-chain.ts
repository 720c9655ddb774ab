import { chainEntries } from '../journalChain.ts';
import type { Migration } from './migration.ts';

/**
 * A hash for every entry of the journal, over the entry before it and its own changes, so that damage there is seen. The
 * column has no CHECK: SQLite would read the whole table to add one, and verifying looks at every hash.
 */
export const journalChain: Migration = {
  version: 7,
  slug: 'journal-chain',
  sql: `ALTER TABLE journal_entry ADD COLUMN hash BLOB;`,
  run: chainEntries,
};

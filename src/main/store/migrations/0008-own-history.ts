import type { Migration } from './migration.ts';

/**
 * Undo takes back one's own acts: the newest of a coder is found by index, however many others came after it. Corrections
 * of texts are few, and each undo asks for them.
 */
export const ownHistory: Migration = {
  version: 8,
  slug: 'own-history',
  sql: `
    CREATE INDEX journal_entry_done_by ON journal_entry (coder, seq) WHERE kind = 'command' AND state = 'done';
    CREATE INDEX journal_entry_undone_by ON journal_entry (coder, seq) WHERE kind = 'command' AND state = 'undone';
    CREATE INDEX journal_entry_correction ON journal_entry (seq) WHERE method = 'texts.correct';
    CREATE INDEX journal_entry_target ON journal_entry (target) WHERE target IS NOT NULL;
  `,
};

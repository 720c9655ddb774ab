import type { Migration } from './migration.ts';

/**
 * Content that long tasks store ahead of their commands, by task: two at once shared one note of it before. What that note
 * still tells of goes here, since no task is running.
 */
export const staging: Migration = {
  version: 6,
  slug: 'staging',
  sql: `
    -- No text and no original gets one of these row numbers, or a lower one, again: the highest ones may have been removed.
    CREATE TABLE content_mark (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      text INTEGER NOT NULL,
      original INTEGER NOT NULL
    ) STRICT;
    INSERT INTO content_mark
      SELECT 1, (SELECT ifnull(max(id), 0) FROM text), (SELECT ifnull(max(id), 0) FROM original);

    -- A text that goes is looked for here, for each one of an import that was cancelled.
    CREATE INDEX original_by_text ON original (text) WHERE text IS NOT NULL;

    DELETE FROM original WHERE id >= (SELECT original FROM staging)
      AND id NOT IN (SELECT original FROM document)
      AND id NOT IN (SELECT journal_change.after ->> 'original' FROM journal_change
        WHERE record = 'document' AND after IS NOT NULL);
    DELETE FROM text WHERE id >= (SELECT text FROM staging)
      AND id NOT IN (SELECT text FROM document)
      AND id NOT IN (SELECT text FROM original WHERE text IS NOT NULL)
      AND id NOT IN (SELECT text FROM text_version)
      AND id NOT IN (SELECT journal_change.after ->> 'text' FROM journal_change
        WHERE record = 'document' AND after IS NOT NULL);
    DROP TABLE staging;

    -- Texts and originals that a task needs and that are not the project's yet. Two tasks may need the same.
    CREATE TABLE staging (id INTEGER PRIMARY KEY) STRICT;
    CREATE TABLE staged_text (
      text INTEGER NOT NULL,
      staging INTEGER NOT NULL,
      PRIMARY KEY (text, staging)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE staged_original (
      original INTEGER NOT NULL,
      staging INTEGER NOT NULL,
      PRIMARY KEY (original, staging)
    ) STRICT, WITHOUT ROWID;
  `,
};

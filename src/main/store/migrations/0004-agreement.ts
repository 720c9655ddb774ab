import type { Migration } from './migration.ts';

/**
 * The agreed version, and what was said about places where coders differ.
 *
 * The agreed version of a project is the work of a coder of its own, of kind `agreed`: there is one at most. A
 * disagreement is about a passage (`start`, `end`) or about an article variable, never both; `resolver` is the person who
 * settled it.
 */
export const agreement: Migration = {
  version: 4,
  slug: 'agreement',
  sql: `
    ALTER TABLE coder ADD COLUMN kind TEXT NOT NULL DEFAULT 'person' CHECK (kind IN ('person', 'agreed'));
    CREATE UNIQUE INDEX coder_agreed ON coder (kind) WHERE kind = 'agreed';

    CREATE TABLE disagreement (
      id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
      document BLOB NOT NULL REFERENCES document (id),
      start INTEGER CHECK (start >= 0),
      end INTEGER CHECK (end > start),
      variable BLOB REFERENCES variable (id),
      mark TEXT CHECK (mark IN ('unclear-rule', 'slip')),
      memo TEXT NOT NULL,
      resolver BLOB REFERENCES coder (id),
      resolved INTEGER,
      created INTEGER NOT NULL,
      modified INTEGER NOT NULL,
      CHECK ((start IS NULL) = (end IS NULL) AND (start IS NULL) = (variable IS NOT NULL)),
      CHECK ((resolver IS NULL) = (resolved IS NULL))
    ) STRICT;
    CREATE UNIQUE INDEX disagreement_by_span ON disagreement (document, start, end) WHERE variable IS NULL;
    CREATE UNIQUE INDEX disagreement_by_variable ON disagreement (variable, document) WHERE variable IS NOT NULL;
    CREATE INDEX disagreement_by_document ON disagreement (document);
    CREATE INDEX disagreement_by_resolver ON disagreement (resolver) WHERE resolver IS NOT NULL;
  `,
};

import type { Migration } from './migration.ts';

/**
 * The first form of a project file.
 *
 * Ids are UUIDs in 16 bytes. `text` and `original` are content-addressed, never changed and never journaled; every other
 * record table is journaled and has `id BLOB PRIMARY KEY`. No foreign key has an action: commands delete what hangs
 * on a record themselves, so that the journal sees every row go, and a coder who has work cannot be deleted.
 */
export const foundation: Migration = {
  version: 1,
  slug: 'foundation',
  sql: `
    CREATE TABLE project (
      id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
      name TEXT NOT NULL CHECK (length(name) > 0),
      created INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE text (
      id INTEGER PRIMARY KEY,
      sha256 BLOB NOT NULL UNIQUE CHECK (length(sha256) = 32),
      content TEXT NOT NULL,
      utf16_units INTEGER NOT NULL CHECK (utf16_units >= 0),
      code_points INTEGER NOT NULL CHECK (code_points BETWEEN 0 AND utf16_units)
    ) STRICT;

    CREATE TABLE original (
      id INTEGER PRIMARY KEY,
      sha256 BLOB NOT NULL UNIQUE CHECK (length(sha256) = 32),
      size INTEGER NOT NULL CHECK (size >= 0),
      packing TEXT NOT NULL CHECK (packing IN ('none', 'deflate', 'text')),
      text INTEGER REFERENCES text (id),
      bytes BLOB,
      CHECK ((packing = 'text') = (text IS NOT NULL)),
      CHECK ((packing = 'text') = (bytes IS NULL))
    ) STRICT;

    -- While an import runs: texts and originals from these rows on may belong to no document yet.
    CREATE TABLE staging (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      text INTEGER NOT NULL,
      original INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE coder (
      id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
      name TEXT NOT NULL CHECK (length(name) > 0),
      created INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE import (
      id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
      coder BLOB REFERENCES coder (id),
      program TEXT NOT NULL,
      options TEXT NOT NULL CHECK (json_valid(options)),
      created INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE document (
      id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
      name TEXT NOT NULL CHECK (length(name) > 0),
      position INTEGER NOT NULL,
      text INTEGER NOT NULL REFERENCES text (id),
      original INTEGER NOT NULL REFERENCES original (id),
      import BLOB NOT NULL REFERENCES import (id),
      path TEXT NOT NULL,
      importer TEXT NOT NULL,
      importer_version INTEGER NOT NULL,
      encoding TEXT NOT NULL,
      encoding_source TEXT NOT NULL,
      line_ends TEXT NOT NULL,
      warnings TEXT NOT NULL CHECK (json_valid(warnings)),
      language TEXT NOT NULL,
      direction TEXT NOT NULL CHECK (direction IN ('ltr', 'rtl')),
      created INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX document_by_position ON document (position);
    CREATE INDEX document_by_original ON document (original);
    CREATE INDEX document_by_text ON document (text);
    CREATE INDEX document_by_import ON document (import);

    CREATE TABLE variable (
      id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
      scope TEXT NOT NULL,
      name TEXT NOT NULL CHECK (length(name) > 0),
      label TEXT NOT NULL,
      level TEXT NOT NULL,
      position INTEGER NOT NULL,
      created INTEGER NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX variable_by_name ON variable (scope, name);

    CREATE TABLE answer (
      id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
      document BLOB NOT NULL REFERENCES document (id),
      variable BLOB NOT NULL REFERENCES variable (id),
      coder BLOB REFERENCES coder (id),
      value TEXT NOT NULL,
      created INTEGER NOT NULL,
      modified INTEGER NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX answer_fact ON answer (document, variable) WHERE coder IS NULL;
    CREATE UNIQUE INDEX answer_by_coder ON answer (document, variable, coder) WHERE coder IS NOT NULL;
    CREATE INDEX answer_by_variable ON answer (variable);

    CREATE TABLE code (
      id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
      parent BLOB REFERENCES code (id) CHECK (parent IS NULL OR parent <> id),
      name TEXT NOT NULL CHECK (length(name) > 0),
      definition TEXT NOT NULL,
      hue INTEGER NOT NULL CHECK (hue BETWEEN 1 AND 12),
      pattern TEXT NOT NULL CHECK (pattern IN ('plain', 'striped')),
      key TEXT CHECK (key IS NULL OR key GLOB '[0-9]'),
      position INTEGER NOT NULL CHECK (position >= 0),
      created INTEGER NOT NULL,
      modified INTEGER NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX code_by_name ON code (ifnull(parent, x''), name);
    CREATE INDEX code_by_parent ON code (parent);
    CREATE UNIQUE INDEX code_by_key ON code (key) WHERE key IS NOT NULL;

    CREATE TABLE annotation (
      id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
      document BLOB NOT NULL REFERENCES document (id),
      code BLOB NOT NULL REFERENCES code (id),
      coder BLOB NOT NULL REFERENCES coder (id),
      start INTEGER NOT NULL CHECK (start >= 0),
      end INTEGER NOT NULL CHECK (end > start),
      quote_hash BLOB NOT NULL CHECK (length(quote_hash) = 16),
      memo TEXT NOT NULL,
      created INTEGER NOT NULL,
      modified INTEGER NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX annotation_by_place ON annotation (document, start, end, code, coder);
    CREATE INDEX annotation_by_code ON annotation (code);
    CREATE INDEX annotation_by_coder ON annotation (coder);

    CREATE TABLE journal_entry (
      seq INTEGER PRIMARY KEY AUTOINCREMENT,
      kind TEXT NOT NULL CHECK (kind IN ('command', 'undo', 'redo')),
      method TEXT NOT NULL,
      label TEXT NOT NULL,
      coder TEXT,
      at INTEGER NOT NULL,
      target INTEGER REFERENCES journal_entry (seq),
      state TEXT NOT NULL CHECK (state IN ('done', 'undone', 'abandoned', 'sealed')),
      first_change INTEGER NOT NULL,
      last_change INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX journal_entry_undone ON journal_entry (seq) WHERE kind = 'command' AND state = 'undone';
    CREATE INDEX journal_entry_done ON journal_entry (seq) WHERE kind = 'command' AND state = 'done';

    CREATE TABLE journal_change (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      record TEXT NOT NULL,
      pk BLOB NOT NULL,
      before TEXT,
      after TEXT,
      CHECK (before IS NOT NULL OR after IS NOT NULL)
    ) STRICT;
  `,
};

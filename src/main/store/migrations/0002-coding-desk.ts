import type { Migration } from './migration.ts';

/**
 * Rules of codes, versions of the codebook, variables with their answers, states of work, links, entities, rounds and
 * versions of texts.
 *
 * `answer.coder` NULL is an article fact. `answer.annotation` makes an answer one about a passage. Columns that hold JSON
 * say so by `json_valid`. `version` is the codebook version under which a record was made: 0 before the first.
 */
export const codingDesk: Migration = {
  version: 2,
  slug: 'coding-desk',
  sql: `
    CREATE TABLE exclusive_set (
      id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
      name TEXT NOT NULL UNIQUE CHECK (length(name) > 0),
      rule TEXT NOT NULL CHECK (rule IN ('warn', 'refuse')),
      created INTEGER NOT NULL
    ) STRICT;

    ALTER TABLE code ADD COLUMN include TEXT NOT NULL DEFAULT '';
    ALTER TABLE code ADD COLUMN exclude TEXT NOT NULL DEFAULT '';
    ALTER TABLE code ADD COLUMN archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1));
    ALTER TABLE code ADD COLUMN exclusive_set BLOB REFERENCES exclusive_set (id);
    CREATE INDEX code_by_exclusive_set ON code (exclusive_set) WHERE exclusive_set IS NOT NULL;

    CREATE TABLE example (
      id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
      code BLOB NOT NULL REFERENCES code (id),
      quote TEXT NOT NULL,
      document BLOB REFERENCES document (id),
      start INTEGER CHECK (start >= 0),
      end INTEGER CHECK (end > start),
      position INTEGER NOT NULL,
      created INTEGER NOT NULL,
      CHECK ((document IS NULL) = (start IS NULL) AND (start IS NULL) = (end IS NULL))
    ) STRICT;
    CREATE INDEX example_by_code ON example (code);
    CREATE INDEX example_by_document ON example (document) WHERE document IS NOT NULL;

    CREATE TABLE codebook_version (
      id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
      number INTEGER NOT NULL UNIQUE CHECK (number >= 1),
      note TEXT NOT NULL,
      coder BLOB REFERENCES coder (id),
      content TEXT NOT NULL CHECK (json_valid(content)),
      created INTEGER NOT NULL
    ) STRICT;

    ALTER TABLE annotation ADD COLUMN version INTEGER NOT NULL DEFAULT 0 CHECK (version >= 0);
    CREATE INDEX annotation_by_version ON annotation (version, code);

    DROP INDEX variable_by_name;
    ALTER TABLE variable ADD COLUMN code BLOB REFERENCES code (id);
    ALTER TABLE variable ADD COLUMN help TEXT NOT NULL DEFAULT '';
    ALTER TABLE variable ADD COLUMN choices TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(choices));
    ALTER TABLE variable ADD COLUMN required INTEGER NOT NULL DEFAULT 0 CHECK (required IN (0, 1));
    ALTER TABLE variable ADD COLUMN minimum REAL;
    ALTER TABLE variable ADD COLUMN maximum REAL;
    ALTER TABLE variable ADD COLUMN show_if TEXT CHECK (show_if IS NULL OR json_valid(show_if));
    ALTER TABLE variable ADD COLUMN fallback TEXT CHECK (fallback IS NULL OR json_valid(fallback));
    ALTER TABLE variable ADD COLUMN entity_list TEXT NOT NULL DEFAULT '';
    ALTER TABLE variable ADD COLUMN archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1));
    CREATE UNIQUE INDEX variable_by_name ON variable (scope, ifnull(code, x''), name);
    CREATE INDEX variable_by_code ON variable (code) WHERE code IS NOT NULL;

    DROP INDEX answer_fact;
    DROP INDEX answer_by_coder;
    DROP INDEX answer_by_variable;
    ALTER TABLE answer ADD COLUMN annotation BLOB REFERENCES annotation (id);
    ALTER TABLE answer ADD COLUMN state TEXT NOT NULL DEFAULT 'given'
      CHECK (state IN ('given', 'absent', 'not-applicable'));
    ALTER TABLE answer ADD COLUMN evidence TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(evidence));
    ALTER TABLE answer ADD COLUMN version INTEGER NOT NULL DEFAULT 0 CHECK (version >= 0);
    CREATE UNIQUE INDEX answer_fact ON answer (document, variable) WHERE coder IS NULL;
    CREATE UNIQUE INDEX answer_by_coder ON answer (document, variable, coder)
      WHERE coder IS NOT NULL AND annotation IS NULL;
    CREATE UNIQUE INDEX answer_by_annotation ON answer (annotation, variable) WHERE annotation IS NOT NULL;
    CREATE INDEX answer_by_variable ON answer (variable, coder, value, document);
    CREATE INDEX answer_by_passage ON answer (document) WHERE annotation IS NOT NULL;
    CREATE INDEX answer_by_version ON answer (version, variable) WHERE coder IS NOT NULL;
    CREATE INDEX answer_by_person ON answer (coder) WHERE coder IS NOT NULL;

    CREATE TABLE entity (
      id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
      list TEXT NOT NULL CHECK (length(list) > 0),
      name TEXT NOT NULL CHECK (length(name) > 0),
      attributes TEXT NOT NULL CHECK (json_valid(attributes)),
      created INTEGER NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX entity_by_name ON entity (list, name);

    -- No row: to do.
    CREATE TABLE progress (
      id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
      document BLOB NOT NULL REFERENCES document (id),
      coder BLOB NOT NULL REFERENCES coder (id),
      status TEXT NOT NULL CHECK (status IN ('working', 'done', 'set-aside')),
      reason TEXT NOT NULL,
      version INTEGER NOT NULL DEFAULT 0 CHECK (version >= 0),
      created INTEGER NOT NULL,
      modified INTEGER NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX progress_by_document ON progress (document, coder);
    CREATE INDEX progress_by_coder ON progress (coder, status, document);

    CREATE TABLE link (
      id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
      document BLOB NOT NULL REFERENCES document (id),
      source BLOB NOT NULL REFERENCES annotation (id),
      target BLOB NOT NULL REFERENCES annotation (id) CHECK (target <> source),
      relation TEXT NOT NULL CHECK (length(relation) > 0),
      coder BLOB NOT NULL REFERENCES coder (id),
      created INTEGER NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX link_by_ends ON link (source, target, relation, coder);
    CREATE INDEX link_by_target ON link (target);
    CREATE INDEX link_by_document ON link (document);

    CREATE TABLE round (
      id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
      name TEXT NOT NULL UNIQUE CHECK (length(name) > 0),
      kind TEXT NOT NULL CHECK (kind IN ('training', 'reliability', 'main')),
      mode TEXT NOT NULL CHECK (mode IN ('blind', 'open')),
      position INTEGER NOT NULL,
      created INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE assignment (
      id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
      round BLOB NOT NULL REFERENCES round (id),
      document BLOB NOT NULL REFERENCES document (id),
      coder BLOB NOT NULL REFERENCES coder (id),
      created INTEGER NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX assignment_by_round ON assignment (round, document, coder);
    CREATE INDEX assignment_by_document ON assignment (document);
    CREATE INDEX assignment_by_coder ON assignment (coder);

    -- Texts that a document had before it was corrected. The present one is document.text.
    CREATE TABLE text_version (
      id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
      document BLOB NOT NULL REFERENCES document (id),
      number INTEGER NOT NULL CHECK (number >= 1),
      text INTEGER NOT NULL REFERENCES text (id),
      reason TEXT NOT NULL,
      coder BLOB REFERENCES coder (id),
      created INTEGER NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX text_version_by_number ON text_version (document, number);
    CREATE INDEX text_version_by_text ON text_version (text);
  `,
};

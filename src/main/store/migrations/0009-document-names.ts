import type { Migration } from './migration.ts';

/** Documents are looked up by name: files of codings and answers, and anchors of examples, name one in every line. */
export const documentNames: Migration = {
  version: 9,
  slug: 'document-names',
  sql: 'CREATE INDEX document_by_name ON document (name, position);',
};

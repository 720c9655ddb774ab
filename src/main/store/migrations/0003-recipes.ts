import type { Migration } from './migration.ts';

/** Named exports. `content` is JSON as `recipeContentSchema` has it. */
export const recipes: Migration = {
  version: 3,
  slug: 'recipes',
  sql: `
    CREATE TABLE recipe (
      id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
      name TEXT NOT NULL UNIQUE CHECK (length(name) > 0),
      content TEXT NOT NULL CHECK (json_valid(content)),
      created INTEGER NOT NULL,
      modified INTEGER NOT NULL
    ) STRICT;
  `,
};

import type { Migration } from './migration.ts';

/**
 * From this version on an entry's label holds the method of its act and what that is told with, as JSON, so that the history can
 * be told in any language (`shared/words/act.ts`). Nothing is rewritten: labels from before are sentences and stay as they are,
 * and so do their hashes. The number keeps programs away that would show the JSON.
 */
export const actValues: Migration = {
  version: 10,
  slug: 'act-values',
  sql: '',
  shape: '11e0d247bcec4e815b6aef70112b59b10399f6a845a8e4e0ad803e11baf68860',
};

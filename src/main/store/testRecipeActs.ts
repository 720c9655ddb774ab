import type { Database } from 'better-sqlite3';
import { newId } from './ids.ts';
import { deleteRecipe, findRecipe, insertRecipe, updateRecipe } from './rows/recipe.ts';
import type { ActTools } from './testRecordActs.ts';

/** Acts on saved exports, for the journal's tests. */
export function recipeActs(db: Database, { word, all, withOne }: ActTools): Record<string, () => void> {
  const plain = { formats: ['csv' as const], byteOrderMark: false, raw: false, partition: null, table: null };
  return {
    keepRecipe: () => insertRecipe(db, { ...plain, id: newId(), name: word() }, 1),
    changeRecipe: () =>
      withOne(all('recipe'), (id) => {
        const recipe = findRecipe(db, id);
        if (recipe) updateRecipe(db, { ...recipe, name: word(), raw: true }, 2);
      }),
    dropRecipe: () => withOne(all('recipe'), (id) => deleteRecipe(db, id)),
  };
}

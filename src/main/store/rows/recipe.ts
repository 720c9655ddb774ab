import type { Database } from 'better-sqlite3';
import { recipeContentSchema } from '../../../shared/api/recipes.ts';
import type { Recipe } from '../../../shared/api/recipes.ts';
import type { Id } from '../../../shared/model/records.ts';
import { findNamed } from '../../../shared/text/folding.ts';
import { idFromBytes, idToBytes } from '../ids.ts';
import { prepare } from '../statements.ts';

type RecipeRow = { id: Uint8Array; name: string; content: string };

/** Parsed rather than trusted: what a recipe may say grows, and what an older program left out takes its default. */
function toRecipe({ id, name, content }: RecipeRow): Recipe {
  return { ...recipeContentSchema.parse(JSON.parse(content, manyRounds)), id: idFromBytes(id), name };
}

/** Recipes named one round at most before they could name several. */
function manyRounds(key: string, value: unknown): unknown {
  if (key !== 'filters' || typeof value !== 'object' || value === null || !('round' in value)) return value;
  const { round, ...filters } = value;
  return { ...filters, rounds: round === null ? [] : [round] };
}

/** All recipes by name. */
export function listRecipes(db: Database): Recipe[] {
  return prepare<RecipeRow>(db, 'SELECT id, name, content FROM recipe ORDER BY name').all().map(toRecipe);
}

export function findRecipe(db: Database, id: Id): Recipe | undefined {
  const row = prepare<RecipeRow>(db, 'SELECT id, name, content FROM recipe WHERE id = ?').get(idToBytes(id));
  return row && toRecipe(row);
}

export function recipeNamed(db: Database, name: string): Id | undefined {
  const rows = prepare<{ id: Uint8Array; name: string }>(db, 'SELECT id, name FROM recipe ORDER BY id').all();
  const row = findNamed(rows, name, (one) => one.name);
  return row && idFromBytes(row.id);
}

function written({ id, name, ...content }: Recipe): [string, string, Uint8Array] {
  return [name, JSON.stringify(content), idToBytes(id)];
}

export function insertRecipe(db: Database, recipe: Recipe, now: number): void {
  prepare(db, 'INSERT INTO recipe (name, content, id, created, modified) VALUES (?, ?, ?, ?, ?)').run(
    ...written(recipe),
    now,
    now,
  );
}

/** Writes name and content of a recipe that is there already. */
export function updateRecipe(db: Database, recipe: Recipe, now: number): void {
  const [name, content, id] = written(recipe);
  prepare(db, 'UPDATE recipe SET name = ?, content = ?, modified = ? WHERE id = ?').run(name, content, now, id);
}

export function deleteRecipe(db: Database, id: Id): void {
  prepare(db, 'DELETE FROM recipe WHERE id = ?').run(idToBytes(id));
}

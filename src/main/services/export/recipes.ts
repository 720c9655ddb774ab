import type { Recipe } from '../../../shared/api/recipes.ts';
import { AppError } from '../../../shared/errors.ts';
import { said } from '../../../shared/words/message.ts';
import type { Id } from '../../../shared/model/records.ts';
import type { Handlers } from '../../app/handlers.ts';
import type { Store } from '../../store/database.ts';
import {
  deleteRecipe,
  findRecipe,
  insertRecipe,
  listRecipes,
  recipeNamed,
  updateRecipe,
} from '../../store/rows/recipe.ts';

/** Named exports that the project keeps. */
export const recipeHandlers = {
  'recipes.list': (context) => listRecipes(context.store.db),

  'recipes.save': (context, { name, ...content }) => {
    const { db } = context.store;
    const known = recipeNamed(db, name);
    const recipe = { ...content, name, id: known ?? context.newId() };
    if (known === undefined) insertRecipe(db, recipe, context.now);
    else updateRecipe(db, recipe, context.now);
    return { values: { name }, output: recipe };
  },

  'recipes.rename': (context, { recipe: id, name }) => {
    const { db } = context.store;
    const before = requireRecipe(context.store, id);
    const other = recipeNamed(db, name);
    if (other !== undefined && other !== id) {
      throw new AppError('conflict', said('exporting.recipeTaken', { name }), { name });
    }
    const recipe = { ...before, name };
    updateRecipe(db, recipe, context.now);
    return { values: { name: before.name, to: name }, output: recipe };
  },

  'recipes.remove': (context, { recipe: id }) => {
    const { name } = requireRecipe(context.store, id);
    deleteRecipe(context.store.db, id);
    return { values: { name }, output: {} };
  },
} satisfies Partial<Handlers>;

function requireRecipe(store: Store, id: Id): Recipe {
  const recipe = findRecipe(store.db, id);
  if (!recipe) throw new AppError('not-found', said('exporting.recipeGone'), { recipe: id });
  return recipe;
}

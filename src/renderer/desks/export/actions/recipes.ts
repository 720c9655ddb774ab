import type { Arguments } from '../../../../shared/api/contract.ts';
import type { Recipe } from '../../../../shared/api/recipes.ts';
import type { Id } from '../../../../shared/model/records.ts';
import { orNotice, send } from '../../../actions/ask.ts';
import { client } from '../../../state/client.ts';

/** Exports that the project keeps under names. Each answers with undefined where the program refused and said why. */
export async function listRecipes(): Promise<readonly Recipe[]> {
  return (await orNotice(() => client().call('recipes.list', {}))) ?? [];
}

export async function saveRecipe(wish: Arguments<'recipes.save'>): Promise<Recipe | undefined> {
  return await send('recipes.save', wish);
}

export async function renameRecipe(recipe: Id, name: string): Promise<Recipe | undefined> {
  return await send('recipes.rename', { recipe, name });
}

export async function removeRecipe(recipe: Id): Promise<boolean> {
  return (await send('recipes.remove', { recipe })) !== undefined;
}

import { z } from 'zod';
import { idSchema, nameSchema } from '../model/records.ts';
import { command, query } from './define.ts';
import { exportContentSchema } from './exports.ts';

/** What is kept of an export under a name. */
export const recipeContentSchema = exportContentSchema;
export type RecipeContent = z.output<typeof recipeContentSchema>;

/** A named export, kept in the project. */
export const recipeSchema = recipeContentSchema.extend({ id: idSchema, name: nameSchema });
export type Recipe = z.output<typeof recipeSchema>;

export const recipesApi = {
  /** By name. */
  'recipes.list': query(z.strictObject({}), z.array(recipeSchema)),
  /** Keeps the recipe under this name, in place of the one that had it. */
  'recipes.save': command(recipeContentSchema.extend({ name: nameSchema }), recipeSchema),
  /** Throws `conflict` where another recipe has the name. */
  'recipes.rename': command(z.strictObject({ recipe: idSchema, name: nameSchema }), recipeSchema),
  'recipes.remove': command(z.strictObject({ recipe: idSchema }), z.strictObject({})),
};

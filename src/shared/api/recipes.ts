import { z } from 'zod';
import { tableChoiceSchema } from '../model/dataTable.ts';
import { idSchema, nameSchema } from '../model/records.ts';
import { command, query } from './define.ts';
import { exportFormatSchema } from './exports.ts';

/** Everything that an export is told besides where to write: run on the same data it gives the same bytes. */
export const recipeContentSchema = z.strictObject({
  formats: z.array(exportFormatSchema).min(1),
  byteOrderMark: z.boolean().default(false),
  raw: z.boolean().default(false),
  partition: z.string().max(1000).nullable().default(null),
  /** Null: all codings and all documents. */
  table: tableChoiceSchema.nullable().default(null),
});
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

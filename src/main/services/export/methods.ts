import { exportsApi } from '../../../shared/api/exports.ts';
import { packagesApi } from '../../../shared/api/packages.ts';
import { recipesApi } from '../../../shared/api/recipes.ts';
import type { MethodsOf } from '../../app/handlers.ts';
import { exportHandlers } from './exports.ts';
import { packageHandlers } from './packages.ts';
import { recipeHandlers } from './recipes.ts';

/** Data as files, packages, recipes. */
export const exportMethods: MethodsOf<'exports' | 'packages' | 'recipes'> = {
  api: { ...exportsApi, ...packagesApi, ...recipesApi },
  handlers: { ...exportHandlers, ...packageHandlers, ...recipeHandlers },
};

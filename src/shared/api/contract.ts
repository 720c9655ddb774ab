import type { z } from 'zod';
import { agreedApi } from './agreed.ts';
import { annotationsApi } from './annotations.ts';
import { answersApi } from './answers.ts';
import { backupsApi } from './backups.ts';
import { codebookApi } from './codebook.ts';
import { codersApi } from './coders.ts';
import { codesApi } from './codes.ts';
import { codingsApi } from './codings.ts';
import { disagreementsApi } from './disagreements.ts';
import { documentsApi } from './documents.ts';
import { entitiesApi } from './entities.ts';
import { examplesApi } from './examples.ts';
import { exclusiveSetsApi } from './exclusiveSets.ts';
import { exportsApi } from './exports.ts';
import { filesApi } from './files.ts';
import { historyApi } from './history.ts';
import { importsApi } from './imports.ts';
import { linksApi } from './links.ts';
import { packagesApi } from './packages.ts';
import { programApi } from './program.ts';
import { progressApi } from './progress.ts';
import { projectApi } from './project.ts';
import { recipesApi } from './recipes.ts';
import { reliabilityApi } from './reliability.ts';
import { roundsApi } from './rounds.ts';
import { searchApi } from './search.ts';
import { segmentsApi } from './segments.ts';
import { settingsApi } from './settings.ts';
import { tasksApi } from './tasks.ts';
import { templatesApi } from './templates.ts';
import { textsApi } from './texts.ts';
import { variablesApi } from './variables.ts';
import { versionsApi } from './versions.ts';

/** Every method there is, by name. The one place that hosts, services and clients agree on. */
export const contract = {
  ...agreedApi,
  ...annotationsApi,
  ...answersApi,
  ...backupsApi,
  ...codebookApi,
  ...codersApi,
  ...codesApi,
  ...codingsApi,
  ...disagreementsApi,
  ...documentsApi,
  ...entitiesApi,
  ...examplesApi,
  ...exclusiveSetsApi,
  ...exportsApi,
  ...filesApi,
  ...historyApi,
  ...importsApi,
  ...linksApi,
  ...packagesApi,
  ...programApi,
  ...progressApi,
  ...projectApi,
  ...recipesApi,
  ...reliabilityApi,
  ...roundsApi,
  ...searchApi,
  ...segmentsApi,
  ...settingsApi,
  ...tasksApi,
  ...templatesApi,
  ...textsApi,
  ...variablesApi,
  ...versionsApi,
};

export type Contract = typeof contract;
export type MethodName = keyof Contract;
export type MethodOf<K extends Contract[MethodName]['kind']> = {
  [M in MethodName]: Contract[M]['kind'] extends K ? M : never;
}[MethodName];

/** What a caller hands in (defaults may be left out). */
export type Arguments<M extends MethodName> = z.input<Contract[M]['input']>;
/** What a handler receives (parsed, defaults filled in). */
export type Parsed<M extends MethodName> = z.output<Contract[M]['input']>;
/** What a handler returns; for a task, its result. */
export type Result<M extends MethodName> = z.output<Contract[M]['output']>;
/** What a call answers: the result, or for a task its id. */
export type Answer<M extends MethodName> = Contract[M]['kind'] extends 'task' ? { task: string } : Result<M>;

export function isMethodName(name: string): name is MethodName {
  return Object.hasOwn(contract, name);
}

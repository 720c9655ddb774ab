import type { z } from 'zod';
import { agreementApi } from './agreement.ts';
import { annotationsApi } from './annotations.ts';
import { backupsApi } from './backups.ts';
import { codebookApi } from './codebook.ts';
import { codesApi } from './codes.ts';
import { deskApi } from './desk.ts';
import { documentsApi } from './documents.ts';
import { exportsApi } from './exports.ts';
import { filesApi } from './files.ts';
import { importsApi } from './imports.ts';
import { noticesApi } from './notices.ts';
import { packagesApi } from './packages.ts';
import { projectApi } from './project.ts';
import { recipesApi } from './recipes.ts';
import { reliabilityApi } from './reliability.ts';
import { sessionApi } from './session.ts';
import { variablesApi } from './variables.ts';

/** Every method there is, by name. The one place that hosts, services and clients agree on. */
export const contract = {
  ...projectApi,
  ...backupsApi,
  ...filesApi,
  ...documentsApi,
  ...importsApi,
  ...codesApi,
  ...codebookApi,
  ...annotationsApi,
  ...variablesApi,
  ...deskApi,
  ...sessionApi,
  ...noticesApi,
  ...exportsApi,
  ...recipesApi,
  ...packagesApi,
  ...reliabilityApi,
  ...agreementApi,
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

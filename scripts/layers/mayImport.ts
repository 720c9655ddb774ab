import { posix } from 'node:path';
import { isTest } from './module.ts';
import type { Import, Module } from './module.ts';

/** What a folder's README says that it may import. */
export type Permission = {
  /** The README's folder: what stands in it may import each other. */
  readonly folder: string;
  readonly items: readonly PermittedItem[];
};

/** A place (`src/shared`, `src/main/store/ids.ts`) or a package (`zod`, `@codemirror/*`); of some only types may be taken. */
type PermittedItem = { readonly name: string; readonly typesOnly: boolean };

/** The READMEs of a tree by their folders. */
export type Readmes = ReadonlyMap<string, string>;

const line = /^May import:(.*(?:\n(?!\n).*)*)/mu;

/**
 * What stands in backticks after `May import:` up to the first full stop: places from the project's root, and packages. Remarks in
 * brackets are passed over, but for “(types)”.
 */
export function permissionOf(folder: string, readme: string): Permission | null {
  const said = line.exec(readme)?.[1];
  if (said === undefined) return null;
  const sentence = /^(?:`[^`]*`|[^`.])*/u.exec(said)?.[0] ?? '';
  const named = sentence.replace(/\((?!types)[^)]*\)/gu, ''); // remarks in brackets
  const items = [...named.matchAll(/`([^`]+)`(\s+\(types)?/gu)].map(([, name = '', types]) => ({
    name,
    typesOnly: types !== undefined,
  }));
  return { folder, items };
}

/** The permission that holds for a file: that of the nearest folder above it whose README has such a line. */
function permissionFor(path: string, readmes: Readmes): Permission | null {
  for (let folder = posix.dirname(path); folder !== '.'; folder = posix.dirname(folder)) {
    const readme = readmes.get(folder);
    const permission = readme === undefined ? null : permissionOf(folder, readme);
    if (permission !== null) return permission;
  }
  return null;
}

function isBelow(path: string, place: string): boolean {
  return path === place || path.startsWith(`${place}/`);
}

function isOfPackage(specifier: string, name: string): boolean {
  return name.endsWith('/*') ? specifier.startsWith(name.slice(0, -1)) : isBelow(specifier, name);
}

function isPermitted({ path, specifier, typeOnly }: Import, { folder, items }: Permission): boolean {
  // What may be had of Node, and where, is a matter of its own.
  if (path === null && specifier.startsWith('node:')) return true;
  if (path !== null && isBelow(path, folder)) return true;
  return items.some(
    ({ name, typesOnly }) =>
      (typeOnly || !typesOnly) && (path === null ? isOfPackage(specifier, name) : isBelow(path, name)),
  );
}

/** What the modules import against their READMEs, one line each. */
export function againstReadmes(modules: readonly Module[], readmes: Readmes): string[] {
  return modules.flatMap((module) => {
    if (isTest(module.path)) return [];
    const permission = permissionFor(module.path, readmes);
    if (permission === null) return [`${module.path} stands below no README with a line “May import: …”`];
    return module.imports
      .filter((one) => !isPermitted(one, permission))
      .map(
        ({ path, specifier, line: at }) =>
          `${module.path}:${at} imports ${path ?? specifier}, of which ${permission.folder}/README.md says nothing`,
      );
  });
}

/** What READMEs say may be imported and nothing imports, or is not there: such a line is no longer true. */
export function idlePermissions(modules: readonly Module[], readmes: Readmes): string[] {
  return [...readmes].flatMap(([folder, readme]) => {
    const permission = permissionOf(folder, readme);
    if (permission === null) return [];
    const imports = modules
      .filter(({ path }) => permissionFor(path, readmes)?.folder === folder)
      .flatMap((module) => module.imports);
    return permission.items
      .filter((item) => !imports.some((one) => isPermitted(one, { folder, items: [item] }) && !isOwn(one, folder)))
      .map(({ name }) => `${folder}/README.md says that it may import ${name}, which nothing there does`);
  });
}

function isOwn({ path, specifier }: Import, folder: string): boolean {
  return path === null ? specifier.startsWith('node:') : isBelow(path, folder);
}

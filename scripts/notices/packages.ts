import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';

/** What has to be said of a package that is shipped. `text` is the wording of its licence, '' where it brings none. */
export type Notice = { name: string; version: string; licence: string; text: string };

/** Licences under which a package may be shipped, by their SPDX names. */
const allowed =
  /^\(?(0BSD|MIT(-0)?|BSD-[23]-Clause|ISC|Apache-2\.0|MPL-2\.0|OFL-1\.1|BlueOak-1\.0\.0|CC0-1\.0|Unlicense)\b/u;

type Manifest = { name?: string; version?: string; license?: unknown; dependencies?: Record<string, string> };

function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest; // npm's own format
}

/**
 * The folder of the package that a file belongs to: the nearest above it whose package.json has a name and a version;
 * some packages keep nameless ones below themselves. Null outside of `node_modules`.
 */
export function packageOf(file: string): string | null {
  if (!file.includes(`${sep}node_modules${sep}`)) return null;
  for (let folder = dirname(file); basename(folder) !== 'node_modules'; folder = dirname(folder)) {
    if (!existsSync(join(folder, 'package.json'))) continue;
    const { name, version } = readManifest(folder);
    if (name !== undefined && version !== undefined) return folder;
  }
  return null;
}

/** Where a package finds another that it asks for: beside itself, or further up. Null for an optional one that is not there. */
function findPackage(from: string, name: string): string | null {
  for (let folder = from; ; folder = dirname(folder)) {
    const found = join(folder, 'node_modules', name);
    if (existsSync(join(found, 'package.json'))) return found;
    if (dirname(folder) === folder) return null;
  }
}

/** The folders of packages that are shipped as they are, and of all that they need. */
export function withDependencies(root: string, names: Iterable<string>): Set<string> {
  const folders = new Set<string>();
  const visit = (from: string, name: string): void => {
    const folder = findPackage(from, name);
    if (folder === null || folders.has(folder)) return;
    folders.add(folder);
    for (const needed of Object.keys(readManifest(folder).dependencies ?? {})) visit(folder, needed);
  };
  for (const name of names) visit(root, name);
  return folders;
}

function wording(folder: string): string {
  const files = readdirSync(folder).filter((name) => /^(licen[cs]e|copying|notice)([.-].*)?$/iu.test(name));
  return files
    .toSorted()
    .map((name) => readFileSync(join(folder, name), 'utf8').trim())
    .join('\n\n');
}

/** What a package says of itself. Throws where it may not be shipped: no licence, or one that is not allowed. */
export function noticeOf(folder: string): Notice {
  const { name = basename(folder), version = '', license } = readManifest(folder);
  const licence = typeof license === 'string' ? license : '';
  if (!allowed.test(licence)) {
    throw new Error(
      `${name} ${version} cannot be shipped: its licence is “${licence}”. Replace it, or look into its terms.`,
    );
  }
  return { name, version, licence, text: wording(folder) };
}

export function byName(a: Notice, b: Notice): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}

/** Notices of these packages, each once, by name. */
export function noticesOf(folders: Iterable<string>): Notice[] {
  const once = new Map([...folders].map(noticeOf).map((notice) => [`${notice.name} ${notice.version}`, notice]));
  return [...once.values()].sort(byName);
}

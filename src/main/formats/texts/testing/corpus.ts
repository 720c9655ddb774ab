import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** Real files that are kept beside the project; tests that read them are skipped where they are absent. */
const corpusFolder = resolve(import.meta.dirname, '../../../../../../shared/corpus/files');

/** Whether the corpus is there, and the named folders in it. */
export function hasCorpus(...folders: string[]): boolean {
  return existsSync(corpusFolder) && folders.every((folder) => existsSync(join(corpusFolder, folder)));
}

/** The names in a folder of the corpus that match, sorted; none where the corpus is absent. */
export function corpusNames(folder: string, pattern: RegExp): string[] {
  if (!hasCorpus(folder)) return [];
  return readdirSync(join(corpusFolder, folder))
    .filter((name) => pattern.test(name))
    .sort();
}

/** A corpus file's bytes, unpacked when it ends in .gz. */
export function corpusBytes(folder: string, name: string): Uint8Array {
  const bytes = readFileSync(join(corpusFolder, folder, name));
  return new Uint8Array(name.endsWith('.html.gz') ? gunzipSync(bytes) : bytes);
}

/** The paths of all files of the corpus; none where it is absent. */
export function allCorpusFiles(): string[] {
  if (!hasCorpus()) return [];
  return readdirSync(corpusFolder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

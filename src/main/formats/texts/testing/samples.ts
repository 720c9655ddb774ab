import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ImporterId } from '../../../../shared/model/importers.ts';
import type { ImportSource } from '../importer.ts';

const folderOf = (importer: ImporterId): string => join(import.meta.dirname, '..', importer, 'samples');

/** The samples of an importer, which stand in its folder. */
export function samplesOf(importer: ImporterId): ImportSource[] {
  return readdirSync(folderOf(importer)).map((name) => sample(importer, name));
}

/** One of its samples. */
export function sample(importer: ImporterId, name: string): ImportSource {
  return { name, bytes: new Uint8Array(readFileSync(join(folderOf(importer), name))) };
}

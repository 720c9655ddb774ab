import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { resourcesFolder } from '../../app/folders.ts';

/** The program's version, from its package file. */
export function programVersion(): string {
  const text = readFileSync(join(resourcesFolder, '..', 'package.json'), 'utf8');
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version;
}

import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { coderSchema } from '../../shared/model/records.ts';
import { settingsSchema } from '../../shared/api/settings.ts';
import type { Settings } from '../../shared/api/settings.ts';
import type { Platform } from './platform.ts';

const memorySchema = z.object({
  // Older files know nothing of keys; what cannot be understood of them must not take the rest along.
  settings: settingsSchema.extend({ keys: settingsSchema.shape.keys.catch({}) }),
  coder: coderSchema.nullable(),
  recent: z.array(z.object({ path: z.string(), name: z.string(), opened: z.number() })),
  /** Where projects were exported to and what was chosen, the last first. Who exports looks whether it still understands that. */
  exports: z
    .array(
      z.object({
        project: z.string(),
        folder: z.string(),
        formats: z.array(z.string()),
        content: z.unknown().optional(),
      }),
    )
    .catch([]),
});
type Memory = z.output<typeof memorySchema>;

/**
 * What the program remembers on this machine between runs: never anything of a project's texts, codings or names. The last
 * choices of an export name its records by their ids, beside the values of facts that rows were chosen by.
 */
export type Remembered = {
  read(): Memory;
  /** Writes the whole file anew and puts it in place at once, so that a crash leaves the old or the new one. */
  write(change: Partial<Memory>): Memory;
};

const defaults: Settings = { theme: 'system', textSize: 17, measure: 70, layout: {}, keys: {} };

export function remember(platform: Platform): Remembered {
  const path = join(platform.settingsFolder, 'settings.json');
  let memory: Memory | null = null;
  const read = (): Memory => (memory ??= platform.forgetful === true ? nothing() : load(path, platform));
  return {
    read,
    write(change) {
      memory = { ...read(), ...change };
      if (platform.forgetful === true) return memory;
      mkdirSync(platform.settingsFolder, { recursive: true, mode: 0o700 });
      const fresh = `${path}.${process.pid}.new`;
      writeFileSync(fresh, `${JSON.stringify(memory, null, 2)}\n`, { mode: 0o600 });
      renameSync(fresh, path);
      return memory;
    },
  };
}

function nothing(): Memory {
  return { settings: defaults, coder: null, recent: [], exports: [] };
}

/** Settings that are missing or cannot be understood fall back to the defaults; the log says so. */
function load(path: string, platform: Platform): Memory {
  const empty = nothing();
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return empty;
    throw error;
  }
  try {
    const parsed = memorySchema.safeParse(JSON.parse(text));
    if (parsed.success) return parsed.data;
    platform.log('warning', `${path} is not as expected; starting with default settings`);
  } catch (error) {
    platform.log('warning', `${path} is not JSON (${String(error)}); starting with default settings`);
  }
  return empty;
}

import type { z } from 'zod';
import { codeNameSchema, pathSeparator } from '../../../shared/model/records.ts';
import type { patternSchema } from '../../../shared/model/records.ts';

export type Pattern = z.output<typeof patternSchema>;

/**
 * One code as a codebook file describes it. A key that is absent says nothing: the file has no such column, or leaves
 * the choice to Galley.
 */
export type CodebookEntry = {
  /** Names from the top level down, at least one. */
  path: string[];
  definition?: string;
  hue?: number;
  pattern?: Pattern;
  /** The digit that applies the code; null: it has none. */
  key?: string | null;
};

/** The levels of a path as files write it, joined by ` / `. Throws RangeError with what is wrong with it. */
export function parsePath(path: string): string[] {
  const levels = path.replace(/\s+/gu, ' ').trim().split(pathSeparator);
  return levels.map((level) => {
    const name = codeNameSchema.safeParse(level);
    if (!name.success) throw new RangeError(name.error.issues[0]?.message ?? 'not a code name');
    return name.data;
  });
}

/** A path as files write it. */
export function joinPath(path: readonly string[]): string {
  return path.join(pathSeparator);
}

import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { evaluateMatrix } from './matrix.ts';

/** Published and independently computed figures, kept beside the project; see the README of this folder. */
const folder = join(import.meta.dirname, '../../../../../shared/reliability/vectors');
const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : [];

type Expected = number | null | { [id: string]: Expected };

interface VectorFile {
  expected: { [id: string]: Expected };
  tolerance: number | Record<string, number>;
}

function compare(expected: Expected, found: unknown, tolerance: number, id: string): void {
  if (expected === null) {
    expect(found, id).toBeNull();
  } else if (typeof expected === 'number') {
    expect(typeof found, id).toBe('number');
    // The line above makes it a number.
    expect(Math.abs((found as number) - expected), `${id}: ${String(found)} for ${expected}`).toBeLessThanOrEqual(
      tolerance,
    );
  } else {
    expect(found, id).toBeTypeOf('object');
    for (const [key, value] of Object.entries(expected)) {
      // The line above makes it an object.
      compare(value, (found as Record<string, unknown>)[key], tolerance, `${id}.${key}`);
    }
  }
}

function nullIds(value: unknown, prefix: string): string[] {
  if (value === null) return [prefix];
  if (typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => nullIds(inner, prefix === '' ? key : `${prefix}.${key}`));
}

describe.skipIf(files.length === 0)('the figures agree with the published and independently computed ones', () => {
  it.each(files.length === 0 ? ['(vector files not found)'] : files)('%s', (name) => {
    // The files are ours to trust in shape; a wrong one fails below.
    const vector = JSON.parse(readFileSync(join(folder, name), 'utf8')) as VectorFile;
    const answer = evaluateMatrix(vector);
    for (const [id, expected] of Object.entries(vector.expected)) {
      const tolerance = typeof vector.tolerance === 'number' ? vector.tolerance : (vector.tolerance[id] ?? 0);
      compare(expected, answer.values[id], tolerance, id);
    }
    expect(Object.keys(answer.reasons).sort()).toEqual(nullIds(answer.values, '').sort());
    expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
  });
});

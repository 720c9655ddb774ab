import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { nodePlatform } from '../../app/folders.ts';
import { runCommandLine } from './run.ts';

/** Published and independently computed figures, kept beside the project. */
const folder = join(import.meta.dirname, '../../../../../shared/reliability/vectors');
const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : [];

type Expected = number | null | { [id: string]: Expected };
type Vector = { expected: Record<string, Expected>; tolerance: number | Record<string, number> };

/**
 * What `galley` answers to these words. The command line runs in this process: starting the program ninety times takes
 * minutes, and `reliability.test.ts` does start it.
 */
async function answerTo(...words: string[]): Promise<unknown> {
  let out = '';
  const notes: string[] = [];
  const status = await runCommandLine(
    words,
    {
      folder,
      out: (text) => (out += text),
      flushed: () => Promise.resolve(true),
      note: (line) => notes.push(line),
      status: null,
      onInterrupt: () => () => undefined,
    },
    nodePlatform('cli', '0.0.0-test', { forgetful: true }),
  );
  if (status !== 0) throw new Error(`galley ${words.join(' ')} ended with ${status}: ${notes.join(' ')}`);
  return JSON.parse(out) as unknown;
}

/** Where an answer differs from what is expected, in words. */
function faults(expected: Expected, found: unknown, tolerance: number, id: string): string[] {
  if (expected === null) return found === null ? [] : [`${id}: ${JSON.stringify(found)} for undefined`];
  if (typeof expected === 'number') {
    const fits = typeof found === 'number' && Math.abs(found - expected) <= tolerance;
    return fits ? [] : [`${id}: ${JSON.stringify(found)} for ${expected}`];
  }
  if (typeof found !== 'object' || found === null) return [`${id}: ${JSON.stringify(found)} for several figures`];
  const own = new Map(Object.entries(found));
  return Object.entries(expected).flatMap(([key, value]) => faults(value, own.get(key), tolerance, `${id}.${key}`));
}

describe.skipIf(files.length === 0)('galley reliability --matrix gives the known figures', () => {
  test.each(files.length === 0 ? ['(vector files not found)'] : files)('%s', { timeout: 60_000 }, async (name) => {
    const file = readFileSync(join(folder, name), 'utf8');
    const { expected, tolerance } = JSON.parse(file) as Vector; // files of known shape
    const answer = (await answerTo('reliability', '--matrix', join(folder, name), '--json')) as {
      values: Record<string, unknown>;
    };
    const found = Object.entries(expected).flatMap(([id, value]) =>
      faults(value, answer.values[id], typeof tolerance === 'number' ? tolerance : (tolerance[id] ?? 0), id),
    );
    expect(found).toEqual([]);
  });
});

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createCommandFolder } from './testCommand.ts';
import type { CommandFolder } from './testCommand.ts';

const vectors = join(import.meta.dirname, '../../../../../shared/reliability/vectors');

let place: CommandFolder;
beforeEach(() => {
  place = createCommandFolder();
});
afterEach(() => place.end());

describe('galley reliability --matrix', () => {
  test('gives Krippendorff’s example its published figures', async () => {
    // Krippendorff, “Computing Krippendorff’s Alpha-Reliability” (2011), section C: four observers, twelve units.
    const unit = (...values: (number | null)[]) => values;
    const columns = [
      unit(1, 1, null, 1),
      unit(2, 2, 3, 2),
      unit(3, 3, 3, 3),
      unit(3, 3, 3, 3),
      unit(2, 2, 2, 2),
      unit(1, 2, 3, 4),
      unit(4, 4, 4, 4),
      unit(1, 1, 2, 1),
      unit(2, 2, 2, 2),
      unit(null, 5, 5, 5),
      unit(null, null, 1, 1),
      unit(null, null, 3, null),
    ];
    const values = [0, 1, 2, 3].map((observer) => columns.map((column) => column[observer] ?? null));
    place.put('m.json', JSON.stringify({ measure: 'matrix-coefficients', input: { values, levels: ['nominal'] } }));
    const { out, status } = await place.galley('reliability', '--matrix', 'm.json', '--json');
    expect(status).toBe(0);
    const answer = JSON.parse(out) as { measure: string; values: unknown };
    expect(answer.measure).toBe('matrix-coefficients');
    const numbers =
      JSON.stringify(answer.values)
        .match(/-?\d+\.\d+/gu)
        ?.map(Number) ?? [];
    expect(numbers.some((number) => Math.abs(number - 0.743) < 0.0005)).toBe(true);
  });

  test('says what is wrong with a file', async () => {
    place.put('m.json', '{"measure":"astrology","input":{}}');
    expect(await place.galley('reliability', '--matrix', 'm.json')).toMatchObject({ status: 1, out: '' });
    place.put('n.json', '{');
    const broken = await place.galley('reliability', '--matrix', 'n.json');
    expect(broken.error).toContain('is not JSON');
    expect((await place.galley('reliability', '--matrix', 'none.json')).status).toBe(1);
    expect((await place.galley('reliability')).status).toBe(2);
  });

  test.skipIf(!existsSync(vectors))(
    'answers test vectors with every id they expect (skipped where ../shared is absent)',
    async () => {
      const some = readdirSync(vectors).filter((name) =>
        /^(matrix-fleiss|span-basic|units-krippendorff-1995-A|docvars)/u.test(name),
      );
      expect(some.length).toBeGreaterThanOrEqual(4);
      for (const name of some) {
        const file = readFileSync(join(vectors, name), 'utf8');
        const { expected } = JSON.parse(file) as { expected: Record<string, unknown> };
        place.put('v.json', file);
        const { values } = JSON.parse((await place.galley('reliability', '--matrix', 'v.json', '--json')).out) as {
          values: Record<string, unknown>;
        };
        expect(Object.keys(values)).toEqual(expect.arrayContaining(Object.keys(expected)));
      }
    },
  );
});

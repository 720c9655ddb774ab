import { afterEach, describe, expect, test, vi } from 'vitest';
import { idFromBytes, idToBytes } from './ids.ts';

/** Ids of a fresh module: what time a test pretends must not stay with the other tests. */
async function freshIds(): Promise<() => string> {
  vi.resetModules();
  return (await import('./ids.ts')).newId;
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe('new ids', () => {
  test('sort as they were made, also within a millisecond and when the clock goes back', async () => {
    const newId = await freshIds();
    let now = 1_732_000_000_000;
    vi.spyOn(Date, 'now').mockImplementation(() => now);
    const made = Array.from({ length: 5000 }, (_, index) => {
      if (index % 1000 === 999) now += index % 2000 === 999 ? 3 : -2;
      return newId();
    });
    expect(made.toSorted()).toEqual(made);
    expect(new Set(made).size).toBe(made.length);
  });

  test('are UUIDs of version 7 that bear the time (RFC 9562, 5.7), and 16 bytes in the store', async () => {
    const newId = await freshIds();
    const now = 1_732_000_000_123;
    vi.spyOn(Date, 'now').mockReturnValue(now);
    const id = newId();
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u);
    expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(now);
    expect(idToBytes(id)).toHaveLength(16);
    expect(idFromBytes(idToBytes(id))).toBe(id);
  });

  test('differ in what chance gives', async () => {
    const newId = await freshIds();
    const chance = new Set(Array.from({ length: 1000 }, () => newId().slice(-10)));
    expect(chance.size).toBe(1000);
  });
});

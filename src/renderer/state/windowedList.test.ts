import { describe, expect, it } from 'vitest';
import { createWindowedList, pageSize } from './windowedList.ts';

/** A list of `total` numbers whose pages come when the test says so. */
function slowNumbers(total: () => number) {
  const asked: { offset: number; answer: () => Promise<void> }[] = [];
  const list = createWindowedList<number, null>(
    (offset, limit) =>
      new Promise((resolve) => {
        const rows = Array.from(
          { length: Math.max(0, Math.min(limit, total() - offset)) },
          (_, index) => offset + index,
        );
        asked.push({
          offset,
          answer: async () => {
            resolve({ total: total(), rows, extra: null });
            await new Promise((done) => setTimeout(done, 0));
          },
        });
      }),
  );
  return { list, asked };
}

describe('a windowed list', () => {
  it('asks for nothing while it is out of sight, and for what it missed when it comes back', () => {
    const { list, asked } = slowNumbers(() => 10);
    const stop = list.watch();
    list.invalidate();
    stop();
    list.invalidate();
    expect(asked).toHaveLength(2);
    list.watch();
    expect(asked).toHaveLength(3);
  });

  it('asks for the pages in view, each once', async () => {
    const { list, asked } = slowNumbers(() => 1000);
    list.ensure(pageSize - 5, pageSize + 5);
    list.ensure(pageSize - 4, pageSize + 6);
    expect(asked.map(({ offset }) => offset)).toEqual([0, pageSize]);
    for (const { answer } of asked) await answer();
    expect(list.store.getState().rows.get(pageSize + 5)).toBe(pageSize + 5);
    expect(list.store.getState().total).toBe(1000);
  });

  it('shows old rows until new ones come, and drops answers that were overtaken', async () => {
    let total = 10;
    const { list, asked } = slowNumbers(() => total);
    list.watch();
    list.ensure(0, 9);
    await asked[0]?.answer();
    total = 5;
    list.invalidate();
    expect(list.store.getState().rows.size).toBe(10);
    const overtaken = asked[1];
    total = 3;
    list.invalidate();
    await overtaken?.answer();
    expect(list.store.getState().rows.size).toBe(10);
    await asked[2]?.answer();
    expect(list.store.getState()).toMatchObject({ total: 3 });
    expect([...list.store.getState().rows.keys()]).toEqual([0, 1, 2]);
  });

  it('starts empty after a reset', async () => {
    const { list, asked } = slowNumbers(() => 10);
    list.ensure(0, 9);
    await asked[0]?.answer();
    list.reset();
    expect(list.store.getState()).toMatchObject({ total: null });
    expect(list.store.getState().rows.size).toBe(0);
  });
});

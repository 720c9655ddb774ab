import { act, render, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { cleanup } from '@testing-library/react';
import { afterFrame } from './afterFrame.ts';
import { quietly, sharedStore } from './store.ts';
import type { SharedStore } from './store.ts';
import { useList } from './useList.ts';
import { createWindowedList } from './windowedList.ts';

afterEach(cleanup);

/** Frames that are drawn when the test says so. */
function holdFrames(): { draw: () => void; end: () => void } {
  const due: FrameRequestCallback[] = [];
  const frames = vi.spyOn(globalThis, 'requestAnimationFrame').mockImplementation((run) => due.push(run));
  return { draw: () => due.splice(0).forEach((run) => run(0)), end: () => frames.mockRestore() };
}

function Shown({ use }: { use: SharedStore<{ count: number }> }) {
  const count = use((state) => state.count);
  return <p>{count}</p>;
}

describe('a store', () => {
  test('tells components at once where they must answer to the hand', () => {
    const use = sharedStore({ count: 0 }, 'at-once');
    render(<Shown use={use} />);
    act(() => use.setState({ count: 1 }));
    screen.getByText('1');
  });

  test('tells components after the frame where they may wait, and everyone else at once', async () => {
    const use = sharedStore({ count: 0 }, 'after-frame');
    const heard: number[] = [];
    use.subscribe(({ count }) => void heard.push(count));
    render(<Shown use={use} />);
    const frames = holdFrames();
    act(() => {
      use.setState({ count: 1 });
      use.setState({ count: 2 });
    });
    expect(heard).toEqual([1, 2]);
    screen.getByText('0');
    frames.draw();
    await waitFor(() => screen.getByText('2'));
    frames.end();
  });

  test('tells quiet changes after the frame, also those within others', async () => {
    const use = sharedStore({ count: 0 }, 'at-once');
    render(<Shown use={use} />);
    const frames = holdFrames();
    act(() => quietly(() => quietly(() => use.setState({ count: 1 }))));
    screen.getByText('0');
    frames.draw();
    await waitFor(() => screen.getByText('1'));
    // After a quiet change that failed, changes are told at once again.
    expect(() =>
      quietly(() => {
        throw new Error('no');
      }),
    ).toThrow('no');
    act(() => use.setState({ count: 2 }));
    screen.getByText('2');
    frames.end();
  });

  test('tells nothing to a component that has gone meanwhile', async () => {
    const use = sharedStore({ count: 0 }, 'after-frame');
    const { unmount } = render(<Shown use={use} />);
    const frames = holdFrames();
    use.setState({ count: 1 });
    unmount();
    frames.draw();
    // What stands behind it in the same frame is done: the frame was not lost.
    await new Promise<void>((done) => void afterFrame(done));
    frames.end();
  });
});

describe('what waits for the frame', () => {
  test('is done once however often it is asked for, and not when it was taken back', async () => {
    const frames = holdFrames();
    const done: string[] = [];
    const once = (): void => void done.push('once');
    afterFrame(once);
    afterFrame(once);
    afterFrame(() => done.push('taken back'))();
    afterFrame(() => done.push('last'));
    frames.draw();
    await waitFor(() => expect(done).toEqual(['once', 'last']));
    frames.end();
  });

  test('is done without a frame when none comes, as in a hidden window', async () => {
    const frames = holdFrames();
    const done: string[] = [];
    afterFrame(() => done.push('done'));
    await waitFor(() => expect(done).toEqual(['done']));
    frames.end();
  });
});

test('a component reads from a long list what it wants, and hears of new pages', async () => {
  let total = 1;
  const list = createWindowedList<string, null>((offset) =>
    Promise.resolve({ total, rows: [`row ${offset}`], extra: null }),
  );
  function Total() {
    return <p>{useList(list, (state) => state.total) ?? 'unknown'}</p>;
  }
  render(<Total />);
  screen.getByText('unknown');
  list.watch();
  await screen.findByText('1');
  total = 7;
  act(() => list.invalidate());
  await screen.findByText('7');
});

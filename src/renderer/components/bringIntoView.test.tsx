import { useVirtualizer } from '@tanstack/react-virtual';
import type { Virtualizer } from '@tanstack/react-virtual';
import { screen, waitFor } from '@testing-library/react';
import { useEffect, useRef } from 'react';
import { afterEach, describe, expect, vi } from 'vitest';
import { it } from '../testing/inWindow.ts';
import type { TestWindow } from '../testing/testWindow.tsx';
import { bringIntoView } from './bringIntoView.ts';

const rowHeight = 20;
type List = Virtualizer<HTMLDivElement, Element>;

function Rows({ lend }: { lend: (list: List) => void }) {
  const box = useRef<HTMLDivElement>(null);
  // eslint-disable-next-line react-hooks/incompatible-library -- the list is what is tested
  const list = useVirtualizer({
    count: 1000,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
  });
  useEffect(() => {
    lend(list);
  }, [lend, list]);
  return (
    <div ref={box} role="list">
      {list.getVirtualItems().map(({ index }) => (
        <div key={index} role="listitem">
          {index}
        </div>
      ))}
    </div>
  );
}

/** A thousand rows in a box of 600 pixels: thirty are in sight. Says where each wish scrolled the box to. */
async function rows(galley: TestWindow) {
  const scrolled: unknown[] = [];
  vi.spyOn(Element.prototype, 'scrollTo').mockImplementation((...to: unknown[]) => void scrolled.push(to[0]));
  let list: List | undefined;
  galley.show(<Rows lend={(lent) => void (list = lent)} />);
  await waitFor(() => expect(screen.getAllByRole('listitem').length).toBeGreaterThanOrEqual(30));
  const box = screen.getByRole('list');
  Object.defineProperty(box, 'scrollHeight', { value: 1000 * rowHeight });
  return {
    box,
    bring(index: number): unknown[] {
      scrolled.length = 0;
      if (list) bringIntoView(list, index, rowHeight);
      return scrolled.map((to) => (to instanceof Object && 'top' in to ? to.top : to));
    },
  };
}

afterEach(() => void vi.restoreAllMocks());

describe('bringing a row into view', () => {
  it('leaves the list where it is when the row is in sight, up to the edges', async ({ galley }) => {
    const { bring } = await rows(galley);
    expect([bring(0), bring(29)]).toEqual([[], []]);
  });

  it('scrolls just as far as it takes', async ({ galley }) => {
    const { bring } = await rows(galley);
    // The end of row 30 is at 620 pixels, of which 600 fit; that of row 99 at 2,000.
    expect(bring(30)).toEqual([20]);
    expect(bring(99)).toEqual([1400]);
  });

  it('asks the page what is in sight, before the list has heard of scrolling', async ({ galley }) => {
    const { bring, box } = await rows(galley);
    box.scrollTop = 1000;
    expect(bring(60)).toEqual([]);
    expect(bring(79)).toEqual([]);
  });
});

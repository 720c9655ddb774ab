import { act, screen } from '@testing-library/react';
import { useLayoutEffect } from 'react';
import { afterEach, beforeEach, describe, expect, vi } from 'vitest';
import { it } from '../testing/inWindow.ts';
import { classes } from './classes.ts';
import { moment } from './moment.ts';
import { useLater } from './useLater.tsx';
import type * as columns from './useColumns.ts';

describe('for how many columns the window has room', () => {
  /** A window whose width is changed by hand. */
  const page = { width: 1440 };
  const queries: (EventTarget & { readonly matches: boolean })[] = [];

  beforeEach(() => {
    page.width = 1440;
    vi.stubGlobal('matchMedia', (wanted: string) => {
      const most = Number(/^\(max-width: (\d+)px\)$/u.exec(wanted)?.[1] ?? 0);
      const query = Object.defineProperty(new EventTarget(), 'matches', { get: () => page.width <= most });
      queries.push(query as EventTarget & { readonly matches: boolean });
      return query;
    });
  });
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it('is asked of the page, and followed as it changes', async ({ galley }) => {
    // A copy of its own, which asks anew and leaves the one of other tests as it is.
    const copy = 'width';
    const { useColumns } = (await import(/* @vite-ignore */ `./useColumns.ts?page=${copy}`)) as typeof columns; // the same file
    function Room() {
      return <output>{useColumns()}</output>;
    }
    galley.show(<Room />);
    const room = (width: number): string => {
      act(() => {
        page.width = width;
        for (const query of queries) query.dispatchEvent(new Event('change'));
      });
      return screen.getByRole('status').textContent;
    };
    expect([1440, 1080, 1079, 1024, 720, 719, 360, 1440].map(room)).toEqual(['3', '3', '2', '2', '2', '1', '1', '3']);
  });
});

describe('what may come later', () => {
  it('is not drawn with what stands around it, but right after', ({ galley }) => {
    const drawn: string[] = [];
    function Panel() {
      const later = useLater();
      useLayoutEffect(() => {
        drawn.push(document.querySelector('[data-waiting]') ? 'waiting' : 'there');
      });
      return <section>{later(<p>A long list</p>)}</section>;
    }
    galley.show(<Panel />);
    expect(drawn[0]).toBe('waiting');
    expect(drawn.at(-1)).toBe('there');
    expect(screen.getByText('A long list')).toBeTruthy();
  });
});

describe('a moment', () => {
  afterEach(() => void vi.useRealTimers());

  it('is told by the clock alone when it was today', () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date(2024, 2, 12, 23, 59) });
    expect(moment(new Date(2024, 2, 12, 0, 5).getTime())).toBe('00:05');
    expect(moment(new Date(2024, 2, 11, 23, 58).getTime())).toBe('11 Mar 2024, 23:58');
    expect(moment(new Date(2023, 2, 12, 14, 5).getTime())).toBe('12 Mar 2023, 14:05');
  });
});

describe('names of classes', () => {
  it('are those that apply, in their order', () => {
    expect(classes('a', false, undefined, null, '', 'b')).toBe('a b');
    expect(classes(false)).toBe('');
  });
});

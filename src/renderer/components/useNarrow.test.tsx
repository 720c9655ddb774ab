import { act, screen } from '@testing-library/react';
import { useLayoutEffect } from 'react';
import { afterEach, beforeEach, describe, expect, vi } from 'vitest';
import { it } from '../testing/inWindow.ts';
import { classes } from './classes.ts';
import { moment } from './moment.ts';
import { useLater } from './useLater.tsx';
import type * as narrow from './useNarrow.ts';

describe('whether the window is narrow', () => {
  /** A window whose width is changed by hand. */
  const query = Object.assign(new EventTarget(), { matches: false });
  const asked: string[] = [];

  beforeEach(() => {
    vi.stubGlobal('matchMedia', (wanted: string) => {
      asked.push(wanted);
      return query;
    });
  });
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it('is asked of the page, and followed as it changes', async ({ galley }) => {
    // A copy of its own, which asks anew and leaves the one of other tests as it is.
    const page = 'narrow';
    const { useNarrow } = (await import(/* @vite-ignore */ `./useNarrow.ts?page=${page}`)) as typeof narrow; // the same file
    function Width() {
      return <output>{useNarrow() ? 'narrow' : 'wide'}</output>;
    }
    galley.show(<Width />);
    expect(asked).toContain('(max-width: 1079px)');
    expect(screen.getByRole('status').textContent).toBe('wide');
    const become = (matches: boolean): void =>
      act(() => {
        query.matches = matches;
        query.dispatchEvent(new Event('change'));
      });
    become(true);
    expect(screen.getByRole('status').textContent).toBe('narrow');
    become(false);
    expect(screen.getByRole('status').textContent).toBe('wide');
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

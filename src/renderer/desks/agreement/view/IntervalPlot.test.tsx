import { cleanup, render } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { IntervalPlot, PlotAxis } from './IntervalPlot.tsx';

afterEach(cleanup);

/** Where lines and points stand across; the drawing says nothing to readers, so that its elements are looked at. */
function drawn(props: Parameters<typeof IntervalPlot>[0]) {
  const { container } = render(<IntervalPlot {...props} />);
  const svg = container.querySelector('svg');
  const lines = [...(svg?.querySelectorAll('line') ?? [])].map((line) => [
    line.getAttribute('x1'),
    line.getAttribute('x2'),
  ]);
  return { svg, lines, points: [...(svg?.querySelectorAll('circle') ?? [])].map((one) => one.getAttribute('cx')) };
}

const upright = (at: string): [string, string] => [at, at];

describe('the plot of a figure', () => {
  test('is its point on its interval, before lines at both thresholds', () => {
    const { svg, lines, points } = drawn({ scale: { least: 0 }, value: 0.75, low: 0.5, high: 1 });
    expect(svg?.getAttribute('aria-hidden')).toBe('true');
    expect(lines).toEqual([upright('66.7%'), upright('80%'), ['50%', '100%'], upright('50%'), upright('100%')]);
    expect(points).toEqual(['75%']);
  });

  test('has a line at 0 too where the scale begins below', () => {
    const { lines, points } = drawn({ scale: { least: -1 }, value: 0, low: null, high: null });
    // −1 to 1: 0 in the middle, .8 at nine tenths.
    expect(lines[0]).toEqual(upright('50%'));
    expect(lines[2]).toEqual(upright('90%'));
    expect(points).toEqual(['50%']);
  });

  test('is empty but for the lines where the figure is undefined', () => {
    const { lines, points } = drawn({ scale: { least: 0 }, value: null, low: null, high: null });
    expect([lines.length, points.length]).toEqual([2, 0]);
  });

  test('stands under an axis that names what is drawn, unread', () => {
    const { container } = render(<PlotAxis scale={{ least: -0.5 }} />);
    expect(container.firstElementChild?.getAttribute('aria-hidden')).toBe('true');
    expect([...(container.firstElementChild?.children ?? [])].map(({ textContent }) => textContent)).toEqual([
      '−.5',
      '0',
      '.667',
      '.800',
    ]);
  });
});

import { SearchQuery } from '@codemirror/search';
import { EditorState } from '@codemirror/state';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { countMatches } from './matchCount.ts';
import type { MatchCount } from './matchCount.ts';

/** As long as a piece of the text that is searched at once, and as few lines as fit. */
const line = `${'x'.repeat(99)}\n`;
const piece = line.repeat(500);

/** Counts to the end, and says what was reported meanwhile, oldest first. */
function reportsOf(doc: string, query: ConstructorParameters<typeof SearchQuery>[0]): MatchCount[] {
  const reports: MatchCount[] = [];
  countMatches(EditorState.create({ doc }), new SearchQuery(query), ({ starts, complete }) => {
    reports.push({ starts: [...starts], complete });
  });
  vi.runAllTimers();
  return reports;
}

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe('counting matches', () => {
  it('tells where each begins, whatever piece of the text it stands in', () => {
    const doc = `war\n${piece}war\n${piece}${piece}war`;
    const [last] = reportsOf(doc, { search: 'war' }).slice(-1);
    // A piece is 50,000 units, a line with “war” four.
    expect(last).toEqual({ starts: [0, 50_004, 150_008], complete: true });
  });

  it('finds each once that stands at the seam of two pieces', () => {
    for (let shift = 95; shift <= 104; shift++) {
      const doc = `${'y'.repeat(shift)}${line.repeat(498)}\nwar war war\n${piece}`;
      const at = doc.indexOf('war');
      expect(reportsOf(doc, { search: 'war' }).at(-1)?.starts).toEqual([at, at + 4, at + 8]);
    }
  });

  it('gives the window its turn between pieces, and tells how far it has come', () => {
    // Every look at the clock says that the turn is over.
    let now = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => (now += 5));
    const reports = reportsOf(`war\n${piece}war\n${piece}`, { search: 'war' });
    expect(reports.length).toBeGreaterThan(1);
    expect(reports[0]).toEqual({ starts: [0], complete: false });
    expect(reports.map(({ complete }) => complete).indexOf(true)).toBe(reports.length - 1);
  });

  it('stops at 9,999 and says that there are more, if there are', () => {
    const last = (doc: string) => reportsOf(doc, { search: 'a' }).at(-1);
    const counted = (doc: string) => [last(doc)?.starts.length, last(doc)?.complete];
    expect(counted('a'.repeat(9999))).toEqual([9999, true]);
    expect(counted('a'.repeat(10_000))).toEqual([9999, false]);
    expect(counted(`${'a'.repeat(9999)}\n${piece}`)).toEqual([9999, true]);
    expect(counted(`${'a'.repeat(9999)}\n${piece}a`)).toEqual([9999, false]);
  });

  it('ends with nothing in an empty text', () => {
    expect(reportsOf('', { search: 'war' })).toEqual([{ starts: [], complete: true }]);
  });

  it('tells no more once it is stopped', () => {
    const report = vi.fn();
    const stop = countMatches(EditorState.create({ doc: piece }), new SearchQuery({ search: 'x' }), report);
    stop();
    vi.runAllTimers();
    expect(report).not.toHaveBeenCalled();
  });
});

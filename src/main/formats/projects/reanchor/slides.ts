import type { Run } from './align.ts';

/** How many characters the text repeats backwards from the two ends, at most `most`. */
function repeatedBack(text: string, one: number, other: number, most: number): number {
  let count = 0;
  while (count < most && text.charCodeAt(one - 1 - count) === text.charCodeAt(other - 1 - count)) count++;
  return count;
}

function repeatedOn(text: string, one: number, other: number, most: number): number {
  let count = 0;
  while (count < most && text.charCodeAt(one + count) === text.charCodeAt(other + count)) count++;
  return count;
}

/**
 * Whether a change beside a shared run could as well have happened on its other side, with the passage between: in
 * “He won. He won.” that loses one of its sentences, nobody can tell which is left. `start` and `end` lie in the run, in
 * the text before.
 */
export function couldSlide(
  texts: { before: string; after: string },
  around: { previous: Run | undefined; run: Run; next: Run | undefined },
  start: number,
  end: number,
): boolean {
  const { previous, run, next } = around;
  const from = start - run.before; // within the run
  const to = end - run.before;
  const gapEnd = { before: next?.before ?? texts.before.length, after: next?.after ?? texts.after.length };
  const gapStart = {
    before: previous ? previous.before + previous.length : 0,
    after: previous ? previous.after + previous.length : 0,
  };
  return (['before', 'after'] as const).some((side) => {
    const text = texts[side];
    const runStart = run[side];
    const runEnd = runStart + run.length;
    const back = gapEnd[side] > runEnd ? repeatedBack(text, runEnd, gapEnd[side], run.length) : 0;
    const on = gapStart[side] < runStart ? repeatedOn(text, runStart, gapStart[side], run.length) : 0;
    return from >= run.length - back || to <= on;
  });
}

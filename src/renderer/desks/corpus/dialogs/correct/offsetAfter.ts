import type { Comparison } from '../../actions/correct.ts';

/** Where a place of the text before (UTF-16 units) has come to in the text after: inside what was taken out, to its end. */
export function offsetAfter(changes: Comparison['changes'], offset: number): number {
  let before = 0;
  let after = 0;
  for (const { kind, text } of changes) {
    if (kind === 'added') {
      after += text.length;
      continue;
    }
    if (offset < before + text.length) return kind === 'same' ? after + (offset - before) : after;
    before += text.length;
    if (kind === 'same') after += text.length;
  }
  return after;
}

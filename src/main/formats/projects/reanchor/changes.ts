import type { Run } from './align.ts';

/** A stretch of the comparison as a person reads it. */
export type TextChange = { kind: 'same' | 'removed' | 'added'; text: string };

/** Whether a shared stretch between two changes is too little to be read as a stretch of its own. */
function tooLittle(text: string): boolean {
  return !text.includes('\n') && (text.match(/[\p{L}\p{N}]/gu) ?? []).length < 3;
}

/**
 * The difference of two texts in order, for reading: shared blanks and marks between two changes are shown within them.
 * The `same` and `removed` pieces make up the text before, the `same` and `added` pieces the text after.
 */
export function describeChanges(before: string, after: string, runs: readonly Run[]): TextChange[] {
  const shown = runs.filter(
    (run, index) =>
      index === 0 || index === runs.length - 1 || !tooLittle(before.slice(run.before, run.before + run.length)),
  );
  const changes: TextChange[] = [];
  const add = (kind: TextChange['kind'], text: string): void => {
    if (text !== '') changes.push({ kind, text });
  };
  let place = { before: 0, after: 0 };
  for (const run of [...shown, { before: before.length, after: after.length, length: 0 }]) {
    add('removed', before.slice(place.before, run.before));
    add('added', after.slice(place.after, run.after));
    add('same', before.slice(run.before, run.before + run.length));
    place = { before: run.before + run.length, after: run.after + run.length };
  }
  return changes;
}

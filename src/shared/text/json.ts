import { fieldsWords } from '#words/core/fields.ts';

/** Lists and objects within one another; what Galley writes has some ten. */
export const mostNesting = 64;

/** Whether lists and objects stand within one another more than `mostNesting` deep. Walks without recursion. */
export function isTooDeep(value: unknown): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > mostNesting) return true;
    level = level.flatMap((one) => {
      const inner: unknown[] = typeof one === 'object' && one !== null ? Object.values(one) : [];
      return inner.filter((part) => typeof part === 'object' && part !== null);
    });
  }
  return false;
}

/** Says what is too deep, as the end of a sentence. */
export const depthReason = fieldsWords.tooDeep({ most: mostNesting });

/**
 * Parses JSON of strangers. What is nested deeper than anything of ours is refused here, before code that walks it runs out of
 * stack. Throws SyntaxError with what is wrong, in one line.
 */
export function parseJson(text: string): unknown {
  const value: unknown = JSON.parse(text);
  if (isTooDeep(value)) throw new SyntaxError(depthReason);
  return value;
}

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

/** Where reading stops, in the words of the program: V8 says it in English alone, and for a wrong sign without the place. */
function placeOfFault(text: string, { message }: SyntaxError): string {
  const at = /\bat position (\d+)/u.exec(message)?.[1];
  const sign = /^Unexpected token '(.+?)',/su.exec(message)?.[1];
  if (at === undefined) return sign === undefined ? fieldsWords.jsonBreaksOff : fieldsWords.jsonWrongSign({ sign });
  const before = text.slice(0, Number(at)).split(/\r\n|[\r\n]/u);
  return fieldsWords.jsonGoesWrong({ line: before.length, character: (before.at(-1)?.length ?? 0) + 1 });
}

/**
 * Parses JSON of strangers. What is nested deeper than anything of ours is refused here, before code that walks it runs out of
 * stack. Throws SyntaxError with what is wrong, in one line.
 */
export function parseJson(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new SyntaxError(placeOfFault(text, error), { cause: error });
  }
  if (isTooDeep(value)) throw new SyntaxError(depthReason);
  return value;
}

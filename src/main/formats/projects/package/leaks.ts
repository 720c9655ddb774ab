/**
 * Finds words of articles in what people wrote: memos, examples, definitions. Compared without regard to capitals and to
 * what kind of blank stands between words.
 */

/** Below this many characters shared words say nothing: any two texts share such runs. */
const leastLeak = 20;

/** What stands where words of an article were taken out. */
export const takenOut = '[…]';

/** A text in the form that is compared, with the place of each of its characters in the text. */
type Plain = { text: string; places: Uint32Array };

function plain(text: string): Plain {
  const kept: string[] = [];
  const places = new Uint32Array(text.length);
  let count = 0;
  for (let index = 0; index < text.length; index++) {
    const character = text.charAt(index);
    const isBlank = /\s/u.test(character);
    if (isBlank && kept[count - 1] === ' ') continue;
    const low = character.toLowerCase();
    kept.push(isBlank ? ' ' : low.length === 1 ? low : character);
    places[count++] = index;
  }
  return { text: kept.join(''), places: places.subarray(0, count) };
}

type Mark = { start: number; end: number };

/** Strings on the look-out for words of texts. */
export type LeakFinder = {
  /** Reads a text: what the strings share with it is remembered. */
  read(text: string): void;
  /** The string (by its index) without the runs that were found; null where nothing was. */
  cleaned(index: number): string | null;
};

/**
 * Looks for runs of more than `most` UTF-16 units that strings share with texts. Any such run holds a whole block of a
 * text cut into blocks of less than half that length, so the strings' pieces of that length are looked up for each
 * block. A third leaves room for blanks that count as one when they are compared, and one by one in the run.
 */
export function leakFinder(strings: readonly string[], most: number): LeakFinder {
  const least = Math.max(most, leastLeak) + 1;
  const width = Math.floor(least / 3);
  const plains = strings.map((one) => (one.length < least ? null : plain(one)));
  const pieces = new Map<string, { index: number; at: number }[]>();
  plains.forEach((one, index) => {
    for (let at = 0; one && at + width <= one.text.length; at++) {
      const piece = one.text.slice(at, at + width);
      const known = pieces.get(piece);
      if (known) known.push({ index, at });
      else pieces.set(piece, [{ index, at }]);
    }
  });
  const marks = new Map<number, Mark[]>();
  const extend = (text: string, block: number, index: number, at: number): void => {
    const own = plains[index];
    if (!own) return;
    let before = 0;
    while (at > before && block > before && own.text[at - before - 1] === text[block - before - 1]) before++;
    let after = width;
    while (at + after < own.text.length && own.text[at + after] === text[block + after]) after++;
    const start = own.places[at - before] ?? 0;
    const end = (own.places[at + after - 1] ?? 0) + 1;
    if (Math.max(before + after, end - start) < least) return;
    const found = marks.get(index);
    if (found) found.push({ start, end });
    else marks.set(index, [{ start, end }]);
  };
  return {
    read(text) {
      if (pieces.size === 0) return;
      const read = plain(text).text;
      for (let block = 0; block + width <= read.length; block += width) {
        for (const { index, at } of pieces.get(read.slice(block, block + width)) ?? []) extend(read, block, index, at);
      }
    },
    cleaned(index) {
      const found = marks.get(index);
      const string = strings[index];
      return found && string !== undefined ? without(string, found) : null;
    },
  };
}

function without(string: string, marks: readonly Mark[]): string {
  let rest = '';
  let done = 0;
  for (const { start, end } of marks.toSorted((a, b) => a.start - b.start)) {
    if (end <= done) continue;
    if (start >= done) rest += `${string.slice(done, start)}${takenOut}`;
    done = end;
  }
  return (rest + string.slice(done)).toWellFormed();
}

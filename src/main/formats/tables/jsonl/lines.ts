/**
 * The lines of a text, without their ends, lazily, so that a large file is not held twice. A line ends at LF alone, as
 * JSON Lines have it: U+2028, U+2029 and U+0085 stand inside JSON strings as they are, and readers that end lines there,
 * as Node's `readline` does, cut records in two.
 */
export function* linesOf(text: string): Generator<string> {
  let start = 0;
  while (start < text.length) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    yield text.slice(start, end);
    start = end + 1;
  }
}

/** The same lines of a text that comes in pieces, wherever it was cut. */
export async function* linesOfPieces(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let begun: string[] = []; // the line that the pieces so far have not ended
  for await (const piece of pieces) {
    const last = piece.lastIndexOf('\n');
    if (last < 0) {
      begun.push(piece);
      continue;
    }
    begun.push(piece.slice(0, last + 1));
    yield* linesOf(begun.join(''));
    begun = [piece.slice(last + 1)];
  }
  yield* linesOf(begun.join(''));
}

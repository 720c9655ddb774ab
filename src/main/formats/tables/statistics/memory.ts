/** Texts that are kept at a time, and texts after which it is settled whether keeping them pays. */
const most = 4096;
const trial = 8192;

/**
 * Wraps a function of a text so that it is asked once for texts that come again, as the names of outlets, codes and days
 * do in a table. Where fewer than half of the texts come again, it stops keeping them. What it gives must not be changed.
 */
export function remembering<Result>(make: (text: string) => Result): (text: string) => Result {
  const known = new Map<string, Result>();
  let asked = 0;
  let found = 0;
  let isWorth = true;
  return (text) => {
    if (!isWorth) return make(text);
    if (++asked === trial) {
      isWorth = 2 * found >= trial;
      asked = 0;
      found = 0;
    }
    const kept = known.get(text);
    if (kept !== undefined) {
      found += 1;
      return kept;
    }
    if (known.size >= most || !isWorth) known.clear();
    const made = make(text);
    known.set(text, made);
    return made;
  };
}

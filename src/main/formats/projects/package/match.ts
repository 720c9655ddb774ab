/** How a document of a package found its text. */
export type MatchKind = 'text' | 'file' | 'title' | 'similar';

/** What is known of an article that is there or wanted. */
type Known = { id: string; name: string; textHash: string; fileHash: string; characters: number };

/** An article without its text. Its file may have called it otherwise than it is called. */
export type Wanted = Known & { nameOfFile: string };

/** An article that is there. */
export type Held = Known & { text(): string };

export type Match = { wanted: string; held: string; kind: MatchKind };

/** The least share of quotations that an article must hold to be taken for another version of the one that was coded. */
const leastShare = 0.5;

/** Quotations below this length stand in any article. In UTF-16 units. */
const tellingLength = 12;
/** Quotations that are looked for in each article. */
const mostQuotes = 40;
/** Without its name, an article must hold so many of them. */
const leastQuotes = 3;

/**
 * Finds each wanted article among those that are there: by the hash of its text, by that of its file, by its name or that of
 * its file and what it quotes, by what it quotes alone. One article may be the text of several that had the same text.
 */
export function matchDocuments(
  wanted: readonly Wanted[],
  held: readonly Held[],
  quotesOf: (id: string) => readonly string[],
): Match[] {
  const matches = new Map<string, Match>();
  const taken = new Set<string>();
  const take = (document: Wanted, found: Held | undefined, kind: MatchKind): void => {
    if (!found || matches.has(document.id)) return;
    matches.set(document.id, { wanted: document.id, held: found.id, kind });
    taken.add(found.id);
  };
  const byText = new Map(held.map((document) => [document.textHash, document]));
  const byFile = new Map(held.map((document) => [document.fileHash, document]));
  for (const document of wanted) take(document, byText.get(document.textHash), 'text');
  for (const document of wanted) take(document, byFile.get(document.fileHash), 'file');
  const open = (): Held[] => held.filter(({ id }) => !taken.has(id));
  for (const called of ['name', 'nameOfFile'] as const) {
    for (const document of wanted) {
      if (matches.has(document.id)) continue;
      const named = open().filter(({ name }) => name === document[called]);
      const [only] = named;
      if (named.length === 1 && only && isLike(document, only, telling(quotesOf(document.id))))
        take(document, only, 'title');
    }
  }
  for (const document of wanted) {
    const quotes = matches.has(document.id) ? [] : telling(quotesOf(document.id));
    if (quotes.length < leastQuotes) continue;
    const like = open().filter((one) => shareHeld(one.text(), quotes) >= leastShare);
    if (like.length === 1) take(document, like[0], 'similar');
  }
  return wanted.flatMap(({ id }) => matches.get(id) ?? []);
}

function telling(quotes: readonly string[]): string[] {
  return [...new Set(quotes.filter(({ length }) => length >= tellingLength))].slice(0, mostQuotes);
}

function shareHeld(text: string, quotes: readonly string[]): number {
  return quotes.filter((quote) => text.includes(quote)).length / quotes.length;
}

/** An article of the same name: it holds what was quoted, or where nothing was, is nearly as long. */
function isLike(document: Wanted, found: Held, quotes: readonly string[]): boolean {
  if (quotes.length > 0) return shareHeld(found.text(), quotes) >= leastShare;
  return Math.abs(document.characters - found.characters) <= 0.05 * document.characters;
}

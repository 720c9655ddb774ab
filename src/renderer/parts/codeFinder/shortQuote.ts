const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** The beginning of a quotation on one line: at most `most` grapheme clusters, cut between words where that is near. */
export function shortQuote(quote: string, most: number): string {
  const line = quote
    .slice(0, most * 20)
    .replace(/\s+/gu, ' ')
    .trim();
  const clusters = Array.from(graphemes.segment(line), ({ segment }) => segment);
  if (clusters.length <= most) return line;
  const cut = clusters.slice(0, most);
  const space = cut.lastIndexOf(' ');
  return `${(space > most * 0.6 ? cut.slice(0, space) : cut).join('').trimEnd()} …`;
}

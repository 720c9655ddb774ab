import { plainTextOf } from './plainText.ts';

/** The article found in a page. */
export type FoundArticle = { text: string; title: string; byline: string };

/**
 * Finds the article of a page with Mozilla's Readability. Undefined when it finds none. It takes the document apart:
 * read everything else from it first.
 */
export async function articleOf(document: Document): Promise<FoundArticle | undefined> {
  const { Readability } = await import('@mozilla/readability');
  const found = new Readability<Node>(document, { serializer: (node) => node }).parse();
  if (found === null || found.content === null || found.content === undefined) return undefined;
  return { text: plainTextOf(found.content), title: found.title ?? '', byline: found.byline ?? '' };
}

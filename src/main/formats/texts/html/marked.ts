import { tidy } from './facts.ts';
import { plainTextOf } from './plainText.ts';

/** Words in a class or id that make an `<article>` a comment or a teaser of another page. */
const beside = /comment|reply|respon|teaser|related|promo|recommend|card|sponsor/i;
/** Characters outside links from which on a marked article counts: of several, and of a single one. */
const leastOfSeveral = 200;
const leastOfOne = 60;

/**
 * Texts of the articles that a page marks as such, in order: `<article>` elements with a heading of their own, not
 * within another or beside the page's matter. Teasers, which are links for the most part, do not count.
 */
export function markedArticlesOf(document: Document): string[] {
  const found = [...document.getElementsByTagName('article')].filter(
    (article) =>
      article.parentElement?.closest('article, aside, nav, footer') === null &&
      !beside.test(`${article.className} ${article.id}`) &&
      article.querySelector('h1, h2, h3, h4') !== null,
  );
  const least = found.length > 1 ? leastOfSeveral : leastOfOne;
  return found
    .filter((article) => {
      const all = tidy(article.textContent).length;
      const links = [...article.getElementsByTagName('a')].reduce(
        (sum, link) => sum + tidy(link.textContent).length,
        0,
      );
      return all - links >= least && links * 2 < all;
    })
    .map((article) => plainTextOf(article))
    .filter((text) => text !== '');
}

/// <reference lib="es2024.string" />
import { said } from '../../../../shared/words/message.ts';
import { mendSigns } from '../../../../shared/text/signs.ts';
import { dateWarningsOf } from '../dates.ts';
import { directionOf } from '../direction.ts';
import { emptyError, readText, type DecodedText } from '../encoding/readText.ts';
import { baseNameOf, extensionOf } from '../fileName.ts';
import type { ImportWarning } from '../../../../shared/words/warning.ts';
import type { ImportedDocument, Importer, ImportOptions, ImportSource } from '../importer.ts';
import { articleOf, type FoundArticle } from './article.ts';
import { beginsAsPage } from './beginning.ts';
import { declaredEncodingOf } from './declared.ts';
import { parseHtml } from './dom.ts';
import { pageFactsOf, tidy, type PageFacts } from './facts.ts';
import { guardHtml } from './guard.ts';
import { leftOutOf, linkTextsOf, withLeftOut } from './leftOut.ts';
import { markedArticlesOf } from './marked.ts';
import { plainTextOf } from './plainText.ts';
import { headlineOf } from './title.ts';

/** Longest document name, in UTF-16 code units. */
const longestName = 200;

async function read(source: ImportSource, options: ImportOptions): Promise<ImportedDocument[]> {
  const decoded = await readText(source, { chosen: options.encoding, declared: declaredEncodingOf });
  if (decoded.text.trim() === '') throw emptyError(source.name);
  const guarded = guardHtml(source.name, decoded.text);
  const { wholePage = false, leftOut = false } = options.formatOptions?.html ?? {};
  const isXhtml = extensionOf(source.name) === 'xhtml' || /^\s*<\?xml/.test(decoded.text);
  const document = await parseHtml(guarded.html, isXhtml);
  const page = pageFactsOf(document);
  const wholeText = plainTextOf(document.body);
  const warnings: ImportWarning[] = readingsLeftOut(document);
  let article: FoundArticle | undefined;
  if (!wholePage) {
    const links = linkTextsOf(document);
    article = await chosenArticle(document, guarded.articleFindable, wholeText, warnings);
    if (article !== undefined) {
      const headings = [article.title, ...page.headings];
      if (leftOut) article = { ...article, text: keptText(wholeText, article, headings, links) };
      warnings.push(...leftOutOf(wholeText, [...headings, article.text].join('\n'), links));
    }
  }
  const facts = factsOf(page, article);
  warnings.push(...dateWarningsOf(facts['date']));
  const body = article?.text ?? wholeText;
  if (body.trim() === '') throw emptyError(source.name);
  const text = withTitle(body, facts['title'] ?? '', leftOut);
  return [imported(source, decoded, page, facts, { text, body, warnings })];
}

/** The article with what is left out of it at its place, as far as the two can be put together; else the whole page. */
function keptText(
  wholeText: string,
  { text }: FoundArticle,
  headings: readonly string[],
  links: ReadonlySet<string>,
): string {
  return withLeftOut(wholeText, text, [...headings, text].join('\n'), links) ?? wholeText;
}

/**
 * The article that was found, when it can be the page's; several when the page marks several and one alone was found;
 * the one that the page marks when nothing else can be it; else undefined, with the warning that says so.
 */
async function chosenArticle(
  document: Document,
  findable: boolean,
  wholeText: string,
  warnings: ImportWarning[],
): Promise<FoundArticle | undefined> {
  const marked = findable ? markedArticlesOf(document) : [];
  const article = findable ? await articleOf(document) : undefined;
  const byline = article?.byline ?? '';
  if (marked.length > 1 && marked.some((text) => !holds(article?.text ?? '', text, 0.75))) {
    warnings.push({ code: 'several-articles', said: said('texts.severalArticles', { articles: marked.length }) });
    return { text: marked.join('\n\n'), title: '', byline: '' };
  }
  const [single] = marked;
  const credible = article !== undefined && isCredible(article.text, wholeText) ? article : undefined;
  // The finder may have taken something else for the article, but it may well leave out parts of the marked one.
  if (single !== undefined && marked.length === 1 && !holds(credible?.text ?? '', single, 0.25))
    return { text: single, title: article?.title ?? '', byline };
  if (credible !== undefined) return credible;
  warnings.push({ code: 'whole-page', said: said(findable ? 'texts.noArticle' : 'texts.articleNotSought') });
  return undefined;
}

/** Whether a text has this share of another's lines, those of some length. */
function holds(text: string, other: string, share: number): boolean {
  const lines = other.split('\n').filter((line) => line.length >= 40);
  const found = lines.filter((line) => text.includes(line)).length;
  return found >= lines.length * share;
}

/** The readings above characters are no part of the words, and stay out of the text. */
function readingsLeftOut(document: Document): ImportWarning[] {
  const readings = [...document.getElementsByTagName('rt')].map((reading) => tidy(reading.textContent));
  const [first] = readings;
  if (first === undefined) return [];
  return [{ code: 'readings-left-out', said: said('texts.readingsLeftOut', { readings: readings.length, first }) }];
}

/**
 * An article is doubtful when it is under 200 characters, or under a quarter both of the page's text and of what the
 * page has in paragraphs (menus and teasers make up most of many pages).
 */
function isCredible(text: string, wholeText: string): boolean {
  if (text.length < 200) return false;
  return text.length * 4 >= wholeText.length || lengthInParagraphs(text) * 4 >= lengthInParagraphs(wholeText);
}

/** Characters in lines long enough to be prose. */
function lengthInParagraphs(text: string): number {
  let total = 0;
  for (const line of text.split('\n')) if (line.length >= 80) total += line.length;
  return total;
}

function factsOf(page: PageFacts, article: FoundArticle | undefined): Record<string, string> {
  const found = tidy(article?.title) || page.windowTitle || page.title || page.headings[0] || '';
  const byline = (page.byline || tidy(article?.byline)).replace(/^by[\s:]+/i, '');
  const facts = {
    title: headlineOf(found, page.headings, page.site, page.url),
    byline: byline.length <= 300 ? byline : '',
    date: page.date,
    site: page.site,
    url: page.url,
    language: page.language,
  };
  // Escapes in JSON-LD can stand for signs that no record can keep: whoever stores facts replaces them, and says so.
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== ''));
}

function imported(
  source: ImportSource,
  decoded: DecodedText,
  page: PageFacts,
  facts: Record<string, string>,
  { text, body, warnings }: { text: string; body: string; warnings: ImportWarning[] },
): ImportedDocument {
  const title = facts['title'] ?? '';
  const name = title.length > longestName ? `${title.slice(0, longestName).toWellFormed()}…` : title;
  return {
    ...decoded,
    name: name === '' ? baseNameOf(source.name) : name,
    text,
    facts,
    language: facts['language'],
    direction: page.direction === 'rtl' || page.direction === 'ltr' ? page.direction : directionOf(body),
    warnings: [...decoded.warnings.map((warning) => ({ ...warning, line: undefined })), ...warnings],
  };
}

/** A text with its title in front, unless it stands there already, or (`mayFollow`) anywhere on a line of its own. */
function withTitle(body: string, title: string, mayFollow: boolean): string {
  const isTitle = (line: string): boolean => tidy(line).toLowerCase() === title.toLowerCase();
  const beginning = body.slice(0, title.length * 2 + 200).split('\n', 1);
  const isThere = title === '' || (mayFollow ? body.split('\n') : beginning).some(isTitle);
  return (isThere ? body : `${mendSigns(title)}\n\n${body}`).toWellFormed();
}

/** Web pages: the article's text, or the whole page's, with the facts the page states about itself. */
export const htmlImporter: Importer = {
  id: 'html',
  version: 2,
  recognises: ({ bytes }) => (beginsAsPage(bytes) ? 'likely' : 'by name'),
  read,
};

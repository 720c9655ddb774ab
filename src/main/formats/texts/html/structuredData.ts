import { parseJson } from '../../../../shared/text/json.ts';

/** Article facts from JSON-LD (schema.org Article and its kinds); empty strings where it says nothing. */
export type StructuredFacts = { title: string; byline: string; date: string; site: string; url: string };

const articleKind = /Article|BlogPosting|Report|Review|CreativeWork/;
/** Longest JSON-LD block that is read, in UTF-16 code units. */
const longestBlock = 2_000_000;

/** Reads the page's `application/ld+json` blocks; blocks that are no JSON are passed over, as browsers do. */
export function structuredFactsOf(document: Document): StructuredFacts {
  const facts: StructuredFacts = { title: '', byline: '', date: '', site: '', url: '' };
  for (const script of document.getElementsByTagName('script')) {
    if (!/^application\/ld\+json/i.test(script.getAttribute('type')?.trim() ?? '')) continue;
    const article = articleIn(parsed(script.textContent));
    if (article === undefined) continue;
    facts.title ||= textOf(article['headline']) || textOf(article['name']);
    facts.byline ||= namesOf(article['author']);
    facts.date ||= textOf(article['datePublished']);
    facts.site ||= namesOf(article['publisher']);
    facts.url ||= textOf(article['url']) || textOf(article['mainEntityOfPage']);
  }
  return facts;
}

type JsonObject = Record<string, unknown>;

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parsed(source: string): unknown {
  if (source.length > longestBlock) return undefined;
  try {
    // CDATA marks and comments around the block are common in old templates.
    const bare = source
      .trim()
      .replace(/^(?:\/\/ ?)?<!\[CDATA\[/, '')
      .replace(/(?:\/\/ ?)?\]\]>$/, '');
    return parseJson(bare);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** The first article among a block's objects: the block itself, its list, or its `@graph`. */
function articleIn(value: unknown): JsonObject | undefined {
  const tops: unknown[] = Array.isArray(value) ? value : [value];
  for (const top of tops.slice(0, 1000)) {
    if (!isObject(top)) continue;
    const graph: unknown = top['@graph'];
    const objects: unknown[] = Array.isArray(graph) ? [top, ...(graph as unknown[])] : [top];
    const found = objects.find((object) => isObject(object) && articleKind.test(JSON.stringify(object['@type'] ?? '')));
    if (isObject(found)) return found;
  }
  return undefined;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : '';
}

/** The names in an author or publisher property: a text, an object with a name, or a list of these. */
function namesOf(value: unknown): string {
  const people: unknown[] = Array.isArray(value) ? value : [value];
  return people
    .slice(0, 50)
    .map((person) => textOf(person) || (isObject(person) ? textOf(person['name']) : ''))
    .filter((name) => name !== '' && !/^https?:/i.test(name))
    .join(', ');
}

import { isoDateOf } from '../dates.ts';
import { structuredFactsOf } from './structuredData.ts';

/** What a page says about itself outside its text. Empty strings where it says nothing. */
export type PageFacts = {
  /** The `<title>` element's text. */
  windowTitle: string;
  /** Texts of the page's h1 headings. */
  headings: string[];
  title: string;
  byline: string;
  date: string;
  site: string;
  url: string;
  language: string;
  /** 'ltr', 'rtl' or ''. */
  direction: string;
};

const titleNames = ['og:title', 'twitter:title', 'dc.title', 'dcterms.title', 'headline'];
const bylineNames = [
  'author',
  'article:author',
  'byl',
  'dc.creator',
  'dcterms.creator',
  'parsely-author',
  'sailthru.author',
];
const dateNames = [
  'article:published_time',
  'og:article:published_time',
  'datepublished',
  'parsely-pub-date',
  'sailthru.date',
  'dc.date.issued',
  'dcterms.created',
  'dcterms.date',
  'dc.date',
  'pubdate',
  'publishdate',
  'publish-date',
  'publication_date',
  'date',
];
const siteNames = ['og:site_name', 'article:publisher_name', 'dc.publisher', 'application-name'];

/** Reads a page's own statements: meta elements, JSON-LD, canonical link, `<time>`, `lang` and `dir`. */
export function pageFactsOf(document: Document): PageFacts {
  const meta = metaOf(document);
  const first = (names: readonly string[]): string => names.map((name) => meta.get(name)).find(Boolean) ?? '';
  const structured = structuredFactsOf(document);
  const url = canonicalOf(document) || webAddress(meta.get('og:url')) || webAddress(structured.url);
  const root = document.documentElement;
  const date = first(dateNames) || structured.date || timeOf(document);
  const language = languageTag(
    root.getAttribute('lang') ?? root.getAttribute('xml:lang') ?? meta.get('content-language'),
  );
  return {
    windowTitle: tidy(document.title),
    headings: [...document.getElementsByTagName('h1')].slice(0, 20).map((heading) => tidy(heading.textContent)),
    title: structured.title || first(titleNames),
    byline: structured.byline || first(bylineNames.filter((name) => webAddress(meta.get(name)) === '')),
    date: date === '' ? '' : isoDateOf(date, language),
    site: siteName(first(siteNames) || structured.site, url),
    url,
    language,
    direction: directionAttribute(root) || directionAttribute(document.body),
  };
}

/** One line without white space at its ends. */
export function tidy(text: string | null | undefined): string {
  return (text ?? '').replace(/\s+/g, ' ').trim();
}

/** Content by lower case name, property, itemprop or http-equiv; the first of a name counts. */
function metaOf(document: Document): Map<string, string> {
  const values = new Map<string, string>();
  for (const element of document.getElementsByTagName('meta')) {
    const content = tidy(element.getAttribute('content'));
    if (content === '') continue;
    for (const attribute of ['property', 'name', 'itemprop', 'http-equiv']) {
      const name = element.getAttribute(attribute)?.trim().toLowerCase();
      if (name !== undefined && name !== '' && !values.has(name)) values.set(name, content);
    }
  }
  return values;
}

function canonicalOf(document: Document): string {
  for (const link of document.getElementsByTagName('link')) {
    if (!/(^|\s)canonical(\s|$)/i.test(link.getAttribute('rel') ?? '')) continue;
    const address = webAddress(link.getAttribute('href'));
    if (address !== '') return address;
  }
  return '';
}

/** The date of the first `<time datetime>` that begins with a year; `pubdate` and `datePublished` go first. */
function timeOf(document: Document): string {
  let found = '';
  for (const time of document.getElementsByTagName('time')) {
    const written = time.getAttribute('datetime')?.trim() ?? '';
    if (!/^\d{4}-\d\d?-\d\d?/.test(written)) continue;
    if (time.hasAttribute('pubdate') || time.getAttribute('itemprop') === 'datePublished') return written;
    if (found === '') found = written;
  }
  return found;
}

/** The address when it is an absolute http(s) one, else ''. */
function webAddress(written: string | null | undefined): string {
  const trimmed = written?.trim() ?? '';
  return /^https?:\/\/[^\s/]+/i.test(trimmed) && URL.canParse(trimmed) ? trimmed : '';
}

/** The outlet's name; its host where it has none or gives its address as its name. */
function siteName(stated: string, url: string): string {
  const address = webAddress(stated);
  return address === '' && stated !== '' ? stated : hostOf(address || url);
}

function hostOf(url: string): string {
  return url === '' ? '' : new URL(url).hostname.replace(/^www\./, '');
}

/** A language tag of BCP 47's form, else ''. */
function languageTag(written: string | null | undefined): string {
  const tag = (written ?? '').trim().replaceAll('_', '-');
  return /^[a-z]{2,3}(-[a-z0-9]{1,8})*$/i.test(tag) ? tag : '';
}

function directionAttribute(element: Element | null): string {
  const value = element?.getAttribute('dir')?.trim().toLowerCase() ?? '';
  return value === 'rtl' || value === 'ltr' ? value : '';
}

/** A start or end tag in HTML source. `start` and `end` are offsets in UTF-16 code units, `end` after the ">". */
export type Tag = {
  name: string;
  closing: boolean;
  selfClosing: boolean;
  attributes: number;
  start: number;
  end: number;
};

/** Elements whose content holds no tags (HTML standard, 13.1.2: raw text and escapable raw text), plus old ones. */
const rawElements: readonly string[] = ['script', 'style', 'textarea', 'title', 'xmp', 'iframe', 'noembed', 'noframes'];

/**
 * Goes over the tags of HTML source in one linear pass, without building anything; comments and the content of raw
 * elements are skipped. For a raw element `visit` gets the offset where its content ends.
 */
export function scanTags(html: string, visit: (tag: Tag, contentEnd: number | undefined) => void): void {
  let at = html.indexOf('<');
  while (at !== -1) {
    let next: number;
    const tag = tagAt(html, at);
    if (tag !== undefined) {
      const raw = !tag.closing && rawElements.includes(tag.name);
      const contentEnd = raw ? rawContentEnd(html, tag) : undefined;
      visit(tag, contentEnd);
      next = contentEnd ?? tag.end;
    } else if (html.startsWith('<!--', at)) {
      next = commentEnd(html, at);
    } else {
      next = at + 1;
    }
    at = html.indexOf('<', next);
  }
}

function commentEnd(html: string, at: number): number {
  if (html.startsWith('<!-->', at)) return at + 5;
  const end = html.indexOf('-->', at + 4);
  return end === -1 ? html.length : end + 3;
}

/** The tag that begins at `at`, or undefined when what stands there is none. */
function tagAt(html: string, at: number): Tag | undefined {
  const closing = html[at + 1] === '/';
  const nameStart = at + (closing ? 2 : 1);
  const nameEnd = endOf(/[\t\n\f\r />]/g, html, nameStart);
  if (!/^[a-zA-Z]/.test(html.slice(nameStart, nameStart + 1))) return undefined;
  const name = html.slice(nameStart, Math.min(nameEnd, nameStart + 64)).toLowerCase();
  const rest = attributesFrom(html, nameEnd);
  return { name, closing, start: at, ...rest };
}

/** The offset of the next match from `from` on, or the end of the text. */
function endOf(pattern: RegExp, html: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.exec(html)?.index ?? html.length;
}

/** Counts attributes up to the tag's ">", minding quotes (HTML standard, 13.2.5.32 to 13.2.5.40). */
function attributesFrom(html: string, from: number): { attributes: number; selfClosing: boolean; end: number } {
  let at = from;
  let attributes = 0;
  while (at < html.length) {
    at = endOf(/[^\t\n\f\r /]/g, html, at);
    if (at >= html.length) break;
    if (html[at] === '>') return { attributes, selfClosing: html[at - 1] === '/', end: at + 1 };
    attributes += 1;
    at = endOf(/[\t\n\f\r />=]/g, html, at + 1);
    const equals = endOf(/[^\t\n\f\r ]/g, html, at);
    if (html[equals] !== '=') continue;
    at = valueEnd(html, endOf(/[^\t\n\f\r ]/g, html, equals + 1));
  }
  return { attributes, selfClosing: false, end: html.length };
}

function valueEnd(html: string, at: number): number {
  const quote = html[at];
  if (quote !== '"' && quote !== "'") return endOf(/[\t\n\f\r >]/g, html, at);
  const end = html.indexOf(quote, at + 1);
  return end === -1 ? html.length : end + 1;
}

/** Where the content of a raw element ends: before its end tag, or the end of the file. */
function rawContentEnd(html: string, tag: Tag): number {
  const pattern = new RegExp(`</${tag.name}(?=[\\t\\n\\f\\r />])`, 'gi');
  const end = endOf(pattern, html, tag.end);
  if (tag.name !== 'script') return end;
  // A script that opens a comment and a script inside it ends only after the comment ("double escaped" state).
  const comment = html.slice(tag.end, end).indexOf('<!--');
  if (comment === -1 || !/<script[\t\n\f\r />]/i.test(html.slice(tag.end + comment, end))) return end;
  return endOf(pattern, html, commentEnd(html, tag.end + comment));
}

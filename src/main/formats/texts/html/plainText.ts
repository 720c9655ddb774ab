import { walk } from './dom.ts';
import { ListNumbers } from './listNumber.ts';
import { TextWriter } from './textWriter.ts';

const set = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** Elements whose content is no text to read. */
const skipped = set(
  'head script style template noscript svg canvas audio video object embed iframe select datalist textarea input ' +
    // Readings above characters (furigana) and what stands around them where they cannot be above: they break words.
    'rt rp rtc',
);
/** Elements that begin a paragraph and end one (HTML standard, 15.3 "Flow content" of the rendering section). */
const paragraphs = set(
  'address article aside blockquote body center details dialog div dl fieldset figcaption figure footer form h1 h2 h3 ' +
    'h4 h5 h6 header hgroup hr html legend main menu nav ol optgroup p pre search section summary table caption ul',
);
const lines = set('dt dd li tr');
/** Blocks that make a table cell a piece of page layout rather than a value. */
const layoutMarks = set('table ul ol dl h1 h2 h3 h4 h5 h6 pre blockquote article section header footer figure form');

/**
 * The text of a part of a page as plain text: paragraphs separated by blank lines, `<br>` and list items on lines of
 * their own (items begin with "• ", those of ordered lists with their numbers), table rows on one line with tabs between the cells, white space collapsed as a
 * browser does but in `<pre>`. Scripts, styles, templates, noscript, form fields, readings (`<rt>`) and hidden elements leave nothing.
 */
export function plainTextOf(root: Node): string {
  const layoutRows = layoutRowsOf(root);
  const writer = new TextWriter();
  const numbers = new ListNumbers();
  const rows: Element[] = [];
  let preformatted: { element: Element; parts: string[] } | undefined;
  const inRow = (): boolean => rows.length > 0;
  const breakTo = (count: 1 | 2): void => (inRow() ? writer.gap() : writer.breakTo(count));

  walk(root, {
    enter(element) {
      const name = element.localName;
      if (skipped.has(name) || isHidden(element)) return false;
      if (name === 'br') {
        if (preformatted !== undefined) preformatted.parts.push('\n');
        else if (inRow()) writer.gap();
        else writer.lineBreak();
      } else if (paragraphs.has(name)) breakTo(isListInItem(element) ? 1 : 2);
      else if (name === 'tr' && !layoutRows.has(element)) {
        writer.breakTo(1);
        rows.push(element);
      } else if (name === 'td' || name === 'th') openCell(element, rows, writer);
      else if (name === 'li' && !inRow())
        writer.listItem(element.previousElementSibling === null, numbers.markOf(element));
      else if (lines.has(name)) breakTo(1);
      if (name === 'pre' && preformatted === undefined) preformatted = { element, parts: [] };
      return true;
    },
    leave(element) {
      const name = element.localName;
      if (preformatted?.element === element) {
        writer.writeVerbatim(preformatted.parts.join(''));
        preformatted = undefined;
      }
      if (rows.at(-1) === element) {
        rows.pop();
        writer.endRow();
      } else if (paragraphs.has(name)) breakTo(isListInItem(element) ? 1 : 2);
      else if (name === 'li' && !inRow()) writer.endListItem();
      else if (lines.has(name)) breakTo(1);
    },
    text(data) {
      if (preformatted === undefined) writer.write(data);
      else preformatted.parts.push(data);
    },
  });
  return writer.text();
}

/** A list in a list's item follows its text without a blank line. */
function isListInItem(element: Element): boolean {
  return (element.localName === 'ul' || element.localName === 'ol') && element.parentElement?.localName === 'li';
}

function openCell(cell: Element, rows: readonly Element[], writer: TextWriter): void {
  if (rows.length === 0) writer.breakTo(2);
  else if (cell.previousElementSibling !== null) writer.nextCell();
}

function isHidden(element: Element): boolean {
  if (element.hasAttribute('hidden')) return true;
  const style = element.getAttribute('style');
  return style !== null && /display\s*:\s*none/i.test(style.slice(0, 2000));
}

/** Rows of tables that lay out a page: a cell of theirs holds lists, headings, tables or several paragraphs or lines. */
function layoutRowsOf(root: Node): ReadonlySet<Element> {
  const layout = new Set<Element>();
  const rows: { row: Element; blocks: number; breaks: number }[] = [];
  walk(root, {
    enter(element) {
      const name = element.localName;
      const top = rows.at(-1);
      if (name === 'tr') rows.push({ row: element, blocks: 0, breaks: 0 });
      else if (top !== undefined) {
        if (name === 'td' || name === 'th') top.blocks = top.breaks = 0;
        else if (name === 'br') top.breaks += 1;
        else if (name === 'p') top.blocks += 1;
        if (layoutMarks.has(name) || top.blocks > 1 || top.breaks > 2) layout.add(top.row);
      }
      return !skipped.has(name);
    },
    leave(element) {
      if (rows.at(-1)?.row === element) rows.pop();
    },
    text: () => undefined,
  });
  return layout;
}

/**
 * Puts running text together as a browser lays it out: white space collapses to one space, never at a line's ends;
 * paragraphs are separated by one blank line, lines by one line feed.
 */
export class TextWriter {
  private parts: string[] = [];
  /** Line feeds to write before the next text: 0, 1 (new line) or 2 (new paragraph). */
  private breaks = 0;
  private space = false;
  private tabs = 0;
  /** What to write before the next text: a list item's bullet or number, or nothing. */
  private mark = '';

  /** Text in normal flow. */
  write(data: string): void {
    const collapsed = data.replace(/[ \t\n\f\r]+/g, ' ');
    if (collapsed === '') return;
    const core = collapsed.slice(collapsed.startsWith(' ') ? 1 : 0, collapsed.endsWith(' ') ? -1 : undefined);
    if (collapsed.startsWith(' ')) this.space = true;
    if (core === '') return;
    this.flush();
    this.parts.push(core);
    this.space = collapsed.endsWith(' ') && collapsed.length > 1;
  }

  /** Text whose white space counts (`<pre>`), as a paragraph of its own. */
  writeVerbatim(data: string): void {
    const core = data.replace(/^\n+/, '').trimEnd();
    if (core === '') return;
    this.flush();
    this.parts.push(core);
  }

  /** Begins a new line (1) or a new paragraph (2) with the next text. Ignored between an item's mark and its text. */
  breakTo(lines: 1 | 2): void {
    this.space = false;
    if (this.mark === '') this.breaks = Math.max(this.breaks, lines);
  }

  /** `<br>`: one line further, at most one blank line. */
  lineBreak(): void {
    this.space = false;
    if (this.mark === '') this.breaks = Math.min(this.breaks + 1, 2);
  }

  /** Begins a list item: a new line with a mark before its first text. `first`: the list's first item. */
  listItem(first: boolean, mark: string): void {
    this.space = false;
    this.breaks = first ? Math.max(this.breaks, 1) : 1;
    this.mark = mark;
  }

  /** Ends a list item: an item without text leaves no mark. */
  endListItem(): void {
    this.mark = '';
    this.breakTo(1);
  }

  /** Begins the next cell of a table row. */
  nextCell(): void {
    this.space = false;
    this.tabs += 1;
  }

  /** Ends a table row: cells without text at its end leave no tabs. */
  endRow(): void {
    this.tabs = 0;
    this.breakTo(1);
  }

  /** A word boundary without a break (blocks inside a table cell). */
  gap(): void {
    this.space = true;
  }

  text(): string {
    return this.parts.join('');
  }

  private flush(): void {
    const atStart = this.parts.length === 0;
    if (this.breaks > 0) {
      if (!atStart) this.parts.push('\n'.repeat(this.breaks));
    } else if (this.space && !atStart && this.tabs === 0) this.parts.push(' ');
    if (this.tabs > 0) this.parts.push('\t'.repeat(this.tabs));
    if (this.mark !== '') this.parts.push(this.mark);
    this.breaks = 0;
    this.space = false;
    this.tabs = 0;
    this.mark = '';
  }
}

import { vi } from 'vitest';

/** The size of a character, and so the height of a line, in CSS pixels. */
export const cell = { width: 10, height: 20 };

/** Where the text stands in the reader, which is 1200 × 600; the rest to its right is margin. */
const textBox = { left: 100, width: 700 };

/** The place of a character on screen, as long as nothing has been scrolled: its middle. `line` and `column` count from 0. */
export function placeOf(line: number, column: number): { x: number; y: number } {
  return { x: textBox.left + (column + 0.5) * cell.width, y: (line + 0.5) * cell.height };
}

function heightOf(block: Element): number {
  const set = block instanceof HTMLElement ? parseFloat(block.style.height) : NaN;
  return block.classList.contains('cm-line') || !Number.isFinite(set) ? cell.height : set;
}

function heightOfAll(blocks: readonly Element[]): number {
  return blocks.reduce((sum, block) => sum + heightOf(block), 0);
}

function contentRect(content: Element): DOMRect {
  const top = -(content.closest('.cm-scroller')?.scrollTop ?? 0);
  return new DOMRect(textBox.left, top, textBox.width, heightOfAll([...content.children]));
}

function lineRect(line: Element): DOMRect {
  const content = line.closest('.cm-content');
  if (!content) return new DOMRect();
  const { top } = contentRect(content);
  const blocks = [...content.children];
  const above = heightOfAll(blocks.slice(0, blocks.indexOf(line)));
  return new DOMRect(textBox.left, top + above, textBox.width, cell.height);
}

/** The box of `length` characters from `from` on in a line, as the line runs. */
function charactersRect(line: Element, from: number, length: number): DOMRect {
  const { top, left, right } = lineRect(line);
  const width = length * cell.width;
  const isMirrored = line.closest('[dir]')?.getAttribute('dir') === 'rtl';
  const start = isMirrored ? right - from * cell.width - width : left + from * cell.width;
  return new DOMRect(start, top, width, cell.height);
}

function elementOf(node: Node): Element | null {
  return node instanceof Element ? node : node.parentElement;
}

/** The box of a range inside one line, or null where there is no line round it. */
function rangeRect(range: Range): DOMRect | null {
  const line = elementOf(range.startContainer)?.closest('.cm-line');
  if (!line) return null;
  const before = document.createRange();
  before.setStart(line, 0);
  before.setEnd(range.startContainer, range.startOffset);
  return charactersRect(line, before.toString().length, range.toString().length);
}

function elementRect(element: Element): DOMRect | null {
  if (element.classList.contains('cm-content')) return contentRect(element);
  if (element.classList.contains('cm-line')) return lineRect(element);
  if (!element.closest('.cm-line')) return null;
  const range = document.createRange();
  range.selectNodeContents(element);
  return rangeRect(range);
}

function listOf(rect: DOMRect | null): DOMRectList {
  const rects = rect ? [rect] : [];
  return Object.assign(rects, { item: (index: number) => rects[index] ?? null });
}

/**
 * Lays out the text as a typewriter does, for what has to do with places on screen: every character is as wide as any
 * other, and no line is broken. What is no text keeps the size that the page of the tests gives it.
 */
export function layOutOnGrid(): void {
  const { getBoundingClientRect: usual } = Element.prototype;
  const boxOf = (element: Element): DOMRect => elementRect(element) ?? usual.call(element);
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
    return boxOf(this);
  });
  vi.spyOn(Element.prototype, 'getClientRects').mockImplementation(function (this: Element) {
    return listOf(boxOf(this));
  });
  vi.spyOn(Range.prototype, 'getBoundingClientRect').mockImplementation(function (this: Range) {
    return rangeRect(this) ?? new DOMRect();
  });
  vi.spyOn(Range.prototype, 'getClientRects').mockImplementation(function (this: Range) {
    return listOf(rangeRect(this));
  });
  vi.spyOn(window, 'scrollBy').mockReturnValue();
  vi.spyOn(Element.prototype, 'scrollHeight', 'get').mockImplementation(function (this: Element) {
    return Math.max(...[...this.children, this].map((part) => boxOf(part).height));
  });
  for (const [name, side] of [
    ['offsetWidth', 'width'],
    ['clientWidth', 'width'],
    ['offsetHeight', 'height'],
  ] as const)
    vi.spyOn(HTMLElement.prototype, name, 'get').mockImplementation(function (this: HTMLElement) {
      return boxOf(this)[side];
    });
}

import type { DOMWindow } from 'jsdom';

let parsingWindow: DOMWindow | undefined;

/**
 * Parses HTML into a document without a window of its own: scripts do not run, nothing is fetched, no frame opens,
 * style sheets are not applied. The parser is loaded on first use and kept, because loading takes half a second.
 * Elements written `<script/>` in XHTML are closed first, as HTML would run them on to the end of the file.
 */
export async function parseHtml(html: string, isXhtml: boolean): Promise<Document> {
  if (parsingWindow === undefined) {
    const { JSDOM, VirtualConsole } = await import('jsdom');
    parsingWindow = new JSDOM('', { virtualConsole: new VirtualConsole() }).window;
  }
  return new parsingWindow.DOMParser().parseFromString(isXhtml ? withEndTags(html) : html, 'text/html');
}

function withEndTags(html: string): string {
  return html.replace(
    /<(script|style|title|textarea|iframe|a|b|i|em|strong|div|span|p|td|th|li|h[1-6])((?:\s[^<>]*)?)\/>/gi,
    '<$1$2></$1>',
  );
}

/** An element, as far as this can be told without the window's classes. */
function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}

/**
 * Walks a tree in document order without recursion, so that deep nesting cannot overflow the stack. `enter` answers
 * whether to go into the element; `leave` comes for each element that was gone into. Text nodes go to `text`.
 */
export function walk(
  root: Node,
  visitor: { enter: (element: Element) => boolean; leave: (element: Element) => void; text: (data: string) => void },
): void {
  let node: Node | null = root;
  while (node !== null) {
    let down: Node | null = null;
    if (isElement(node)) {
      if (visitor.enter(node)) {
        down = node.firstChild;
        if (down === null) visitor.leave(node);
      }
    } else if (node.nodeType === 3) {
      visitor.text(node.nodeValue ?? '');
    } else {
      down = node.firstChild;
    }
    if (down !== null) {
      node = down;
      continue;
    }
    while (node !== root && node.nextSibling === null) {
      const parent: Node | null = node.parentNode;
      if (parent === null) return;
      node = parent;
      if (isElement(node)) visitor.leave(node);
    }
    if (node === root) return;
    node = node.nextSibling;
  }
}

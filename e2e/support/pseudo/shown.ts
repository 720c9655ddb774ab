import type { Page } from 'playwright';

/** All that the window shows or reads out now, but what is typed, keys, and the texts of articles. */
export function shownTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const texts = new Set<string>([document.title]);
    const spoken = ['aria-label', 'aria-description', 'aria-roledescription', 'aria-valuetext', 'title', 'placeholder', 'alt'];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node instanceof Element) for (const name of spoken) texts.add(node.getAttribute(name) ?? '');
      else if (!node.parentElement?.closest('style, script, kbd')) texts.add(node.textContent ?? '');
    }
    return [...texts].filter((text) => text.trim() !== '');
  });
}

/** What is not translated: names of formats, of files and their endings, of programs and standards, keys, and ids. */
const untranslated: readonly RegExp[] = [
  /[\w/()-]*\.[a-z][\w-]*(\.[a-z]\w*)*/g,
  /\/[\w/.-]+/g,
  /\b[A-Z][A-Z\d_-]+\b/g,
];

/** Words in Latin letters, which neither the program’s words nor what people wrote have. */
export function untranslatedWords(text: string, known: ReadonlySet<string>): string[] {
  let left = text;
  for (const pattern of untranslated) left = left.replace(pattern, ' ');
  return (left.match(/[a-zA-Z]{2,}/g) ?? []).filter((word) => !known.has(word));
}

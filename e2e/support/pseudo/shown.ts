import type { Page } from 'playwright';

/** All that the window shows or reads out now, but what is typed, keys, and what it marks as not to be translated. */
export function shownTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const texts = new Set<string>([document.title]);
    const isForeign = (element: Element | null | undefined): boolean =>
      element?.closest('style, script, kbd, [translate=no]') != null;
    const spoken = [
      'aria-label',
      'aria-description',
      'aria-roledescription',
      'aria-valuetext',
      'title',
      'placeholder',
      'alt',
    ];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (isForeign(node instanceof Element ? node : node.parentElement)) continue;
      if (node instanceof Element) for (const name of spoken) texts.add(node.getAttribute(name) ?? '');
      else texts.add(node.textContent ?? '');
    }
    return [...texts].filter((text) => text.trim() !== '');
  });
}

/** What is not translated: names of files and folders, of programs, formats and standards, hashes, and ids of formats. */
const untranslated: readonly RegExp[] = [
  /[\w/()-]*\.[a-z][\w-]*(\.[a-z]\w*)*/g,
  /\/[\w/.-]+/g,
  /\b[A-Z][A-Z\d_-]+\b/g,
  /\b[\da-f]{16,}\b/g,
  /\bgalley-pseudo-\w+/g,
  // The names of exported files, before their ending or what is in them.
  /\b(codings|documents|paragraphs|sentences|statements)(?=:)/g,
  /\b(Galley|Enter|Aa|tmp|home|projects|exports|site|date)\b|c?uα/gi,
];

/** Words in Latin letters, which neither the program’s words nor what people wrote have. */
export function untranslatedWords(text: string): string[] {
  let left = text;
  for (const pattern of untranslated) left = left.replace(pattern, ' ');
  return left.match(/[a-zA-Z]{2,}/g) ?? [];
}

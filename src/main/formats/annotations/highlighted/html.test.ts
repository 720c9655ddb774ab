import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { arabic, article, coding, corpus, hostile, mixed, textOf, uuid, write } from '../testing/fixtures.ts';
import type { AnnotatedDocument } from '../corpus.ts';

async function pageOf(document: AnnotatedDocument): Promise<{ source: string; page: Document }> {
  const { files } = await write('html', [document]);
  const source = String([...files.values()][0]);
  return { source, page: new JSDOM(source).window.document };
}

/** The text as a reader sees it, without the numbers of the codings. */
function textIn(page: Document): string {
  const text = page.querySelector('.text');
  if (text === null) throw new Error('no text');
  return [...text.childNodes].map((node) => (node.nodeName === 'SUP' ? '' : node.textContent)).join('');
}

describe('a highlighted document in HTML', () => {
  it.each(corpus.map((document) => [document.name, document] as const))(
    'holds the whole text: %s',
    async (_, document) => {
      const { page } = await pageOf(document);
      expect(textIn(page)).toBe(document.text);
      expect(page.title).toBe(document.name);
    },
  );

  it('lists every coding with its code, coder, passage, answers and memo', async () => {
    const { page } = await pageOf(mixed);
    const rows = [...page.querySelectorAll('tbody tr')].map((row) => [...row.children].map((cell) => cell.textContent));
    expect(rows).toHaveLength(9);
    expect(rows[1]).toEqual(['2', '立场', 'بن', '😀', 'first line\n\tsecond & <third>']);
    expect(rows[6]?.[4]).toMatch(/^Stance: strongly againstwhy: a long text; x+$/u);
    expect(page.body.textContent).toContain('3 → 7: leads to');
  });

  it('shows where each coding begins and ends, and every code of an overlap', async () => {
    const text = 'abcdef';
    const annotations = [coding(1, text, 'abcd'), coding(2, text, 'cdef', { code: hostile })];
    const { page } = await pageOf(article(1, { text, annotations }));
    const parts = [...(page.querySelector('.text')?.children ?? [])].map(
      (part) => `${part.className}${part.textContent}`,
    );
    expect(parts).toEqual(['open1', 'ab', 'open2', 'cd', 'close1', 'ef', 'close2']);
    const overlap = page.querySelectorAll('mark')[1];
    expect(overlap?.getAttribute('title')).toBe(`Frames / Conflict + ${hostile.path}`);
    expect(overlap?.getAttribute('style')?.match(/linear-gradient/gu)).toHaveLength(2);
  });

  it('lets no text become markup, in any place', async () => {
    const nasty = `"'><script>alert(1)</script><img src=x onerror=alert(2)>&lt;`;
    const text = `a ${nasty} b`;
    const coder = { id: uuid(5), name: nasty };
    const code = { ...hostile, path: nasty, definition: nasty, colour: `#fff;}</style><script>` };
    const annotations = [
      coding(1, text, nasty, { memo: nasty, coder, code, answers: [{ variable: nasty, label: nasty, value: nasty }] }),
    ];
    const facts = [{ variable: nasty, label: nasty, value: nasty }];
    const links = [{ id: uuid(6), source: uuid(1), target: uuid(1), relation: nasty }];
    const document = article(1, { name: nasty, language: nasty, text, annotations, facts, links });
    const { page, source } = await pageOf(document);
    expect(page.querySelectorAll('script, img, iframe, link, a, svg')).toHaveLength(0);
    expect(page.querySelectorAll('style')).toHaveLength(1);
    expect(
      [...page.querySelectorAll('*')]
        .flatMap((element) => element.getAttributeNames())
        .filter((name) => name.startsWith('on')),
    ).toEqual([]);
    expect(source).not.toContain('<script');
    expect(textIn(page)).toBe(text);
    expect(page.querySelector('h1')?.textContent).toBe(nasty);
  });

  it('may load and run nothing', async () => {
    const { page, source } = await pageOf(mixed);
    const policy = page.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content');
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('script-src');
    expect(page.querySelectorAll('[href], [src], [srcset]')).toHaveLength(0);
    expect(source).not.toMatch(/url\(|@import/u);
  });

  it('sets the direction and language of the text', async () => {
    const { page } = await pageOf(arabic);
    expect(page.querySelector('.text')?.getAttribute('dir')).toBe('rtl');
    expect(page.querySelector('.text')?.getAttribute('lang')).toBe('ar');
  });

  it('replaces control characters, one for one, and says where', async () => {
    const text = 'a\u0000b\u001bc';
    const written = await write('html', [
      article(1, { text, annotations: [coding(1, text, 'b', { memo: '\u0007' })] }),
    ]);
    const { page } = await pageOf(article(1, { text }));
    expect(textIn(page)).toBe('a\ufffdb\ufffdc');
    expect(written.warnings.map(({ annotation, message }) => [annotation, message])).toEqual([
      [null, '2 control characters in the text are written as U+FFFD'],
      [uuid(1), '1 control character in its memo, answers or names is written as U+FFFD'],
    ]);
  });

  it('prints its tints, and the list of codings on a page of its own', async () => {
    const source = textOf(await write('html', [mixed]), 'Protest_why_b.html');
    expect(source).toMatch(/@media print \{[\s\S]*print-color-adjust: exact[\s\S]*break-before: page/u);
  });
});

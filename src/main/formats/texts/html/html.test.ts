import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { warningInWords } from '../../../../shared/words/warning.ts';
import { only } from '../testing/only.ts';
import { sample } from '../testing/samples.ts';
import { declaredEncodingOf } from './declared.ts';
import { htmlImporter } from './html.ts';
import { headlineOf } from './title.ts';

const wholePage = { formatOptions: { html: { wholePage: true } } };
const leftOut = { formatOptions: { html: { leftOut: true } } };

const sentence =
  'The council of the harbour town met on Monday, and its members argued about the new bridge for hours. ';
const paragraphs = [1, 2, 3, 4].map((number) => `<p>Paragraph ${number}. ${sentence.repeat(3)}</p>`).join('\n');

const page = `<!DOCTYPE html>
<html lang="en-GB"><head>
<title>Bridge divides the council | The Harbour Gazette</title>
<meta property="og:site_name" content="The Harbour Gazette">
<meta name="author" content="By Ada Byron">
<meta property="article:published_time" content="2024-03-12T08:00:00+01:00">
<link rel="canonical" href="https://www.gazette.example/news/bridge">
</head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav>
<article><h1>Bridge divides the council</h1>
${paragraphs}
<p>It is <em>un</em>likely &mdash; caf&eacute; owners say<br>a second line.</p></article>
<aside><p><a href="/x">Read more: ten bridges you must see</a></p></aside>
<footer>Copyright 2024</footer></body></html>`;

describe('an article page', () => {
  test('the sample is read', async () => {
    const { name, bytes } = sample('html', 'quarry.html');
    const document = await only(htmlImporter, name, bytes);
    expect(document).toMatchObject({
      name: 'Quarry to close after forty years',
      facts: { byline: 'Ida Holm', date: '2024-05-06', site: 'Fjord Post', language: 'en-GB' },
      encoding: 'utf-8',
    });
    const [title, , first, , second] = document.text.split('\n');
    expect(title).toBe('Quarry to close after forty years');
    expect(first).toMatch(/^The quarry above the village .* to be broken at a profit\.$/u);
    expect(second).toMatch(/^Forty people work there\. .* left school\.$/u);
    expect(document.text).not.toMatch(/Sport|Imprint/u);
    const whole = await only(htmlImporter, name, bytes, wholePage);
    expect(whole.text).toMatch(/Sport[^]*Imprint/u);
  });

  test('gives the article with its headline, and the facts the page states', async () => {
    const document = await only(htmlImporter, 'bridge.html', page);
    expect(document.name).toBe('Bridge divides the council');
    expect(document.facts).toEqual({
      title: 'Bridge divides the council',
      byline: 'Ada Byron',
      date: '2024-03-12',
      site: 'The Harbour Gazette',
      url: 'https://www.gazette.example/news/bridge',
      language: 'en-GB',
    });
    expect(document).toMatchObject({ language: 'en-GB', direction: 'ltr' });
    expect(document.warnings.map(warningInWords)).toEqual([
      {
        code: 'menus-left-out',
        message: '4 short lines outside the article (menus, links and the like) left out: “Home” …',
      },
    ]);
    const blocks = document.text.split('\n\n');
    expect(blocks[0]).toBe('Bridge divides the council');
    expect(blocks[1]?.startsWith('Paragraph 1. The council')).toBe(true);
    expect(blocks.at(-1)).toBe('It is unlikely — café owners say\na second line.');
    expect(document.text).not.toMatch(/Home|Read more|Copyright/);
  });

  test('keeps the whole page when that is wished', async () => {
    const document = await only(htmlImporter, 'bridge.html', page, wholePage);
    expect(document.text).toContain('• Home\n• News');
    expect(document.text).toContain('Copyright 2024');
    expect(document.warnings).toEqual([]);
  });

  test('keeps the whole page, and says so, when there is no article in it', async () => {
    const document = await only(htmlImporter, 'short.html', '<title>Note</title><body><p>Closed today.</p></body>');
    expect(document.text).toBe('Note\n\nClosed today.');
    expect(document.warnings.map((warning) => warning.code)).toEqual(['whole-page']);
  });

  test('lists each passage that was left out, with its first words', async () => {
    const note = 'A correction was made to an earlier version of this report, which gave a wrong number of votes.';
    const withNote = page.replace('<footer>', `<footer><div class="footer-note"><p>${note}</p></div>`);
    const document = await only(htmlImporter, 'bridge.html', withNote);
    expect(document.text).not.toContain('A correction');
    expect(document.warnings.filter(({ code }) => code === 'passage-left-out').map(warningInWords)).toEqual([
      {
        code: 'passage-left-out',
        message:
          'Left out as no part of the article: “A correction was made to an earlier version of this report, which gave a wrong …” (95 characters).',
      },
    ]);
  });

  describe('when what was left out is to be kept', () => {
    const note = 'A correction was made to an earlier version of this report, which gave a wrong number of votes.';
    const teaser = 'Elsewhere on the coast the ferries have been late since the storm of last week took a pier.';
    const withBoth = page
      .replace('<footer>', `<footer><div class="footer-note"><p>${note}</p></div>`)
      .replace('<nav>', `<div class="sidebar teaser"><p>${teaser}</p></div><nav>`);

    test('each passage stands at its place, menus stay out, and the article is as it was', async () => {
      const article = await only(htmlImporter, 'bridge.html', withBoth);
      for (const passage of [note, teaser]) expect(article.text).not.toContain(passage);
      const kept = await only(htmlImporter, 'bridge.html', withBoth, leftOut);
      const lines = kept.text.split('\n').filter((line) => line !== '');
      expect(lines.filter((line) => line === note || line === teaser)).toEqual([teaser, note]);
      expect(lines.filter((line) => line !== note && line !== teaser)).toEqual(
        article.text.split('\n').filter((line) => line !== ''),
      );
      expect(kept.text).not.toMatch(/\n{3}|^\n|\n$|Read more/);
      expect(kept.warnings.map(({ code }) => code)).toEqual(['menus-left-out']);
    });

    test('a page of which nothing was left out reads as it does otherwise', async () => {
      const plain = `<title>Day</title><article><h1>Day</h1><p>${sentence.repeat(9)}</p></article>`;
      const kept = await only(htmlImporter, 'day.html', plain, leftOut);
      expect(kept).toEqual(await only(htmlImporter, 'day.html', plain));
    });
  });

  test('a page with several articles gives them all and says so', async () => {
    const articles = ['bridge', 'harbour', 'mayor'].map(
      (name) =>
        `<article><h2>About the ${name}</h2><p>On the ${name}. ${sentence.repeat(name === 'mayor' ? 9 : 3)}</p></article>`,
    );
    const document = await only(
      htmlImporter,
      'archive.html',
      `<title>Archive</title><main>${articles.join('')}</main>`,
    );
    for (const name of ['bridge', 'harbour', 'mayor']) expect(document.text).toContain(`On the ${name}.`);
  });

  test('of articles in separate parts of the page none is lost in silence', async () => {
    const article = (name: string, times: number): string =>
      `<div class="box-${name}"><article><h2>About the ${name}</h2><p>On the ${name}. ${sentence.repeat(times)}</p><p>${sentence.repeat(times)}</p></article></div>`;
    const html = `<title>Archive</title><div>${article('bridge', 9)}</div><section>${article('harbour', 2)}</section><div><div>${article('mayor', 2)}</div></div>`;
    const document = await only(htmlImporter, 'archive.html', html);
    for (const name of ['bridge', 'harbour', 'mayor']) expect(document.text).toContain(`On the ${name}.`);
    expect(document.warnings.map(({ code }) => code)).toContain('several-articles');
  });

  test('a short article on a page heavy with menus is kept without them', async () => {
    const menu = Array.from({ length: 200 }, (_, at) => `<li><a href="/${at}">Section ${at} of the paper</a></li>`);
    const html = `<title>Fire</title><nav><ul>${menu.join('')}</ul></nav><article><h1>Fire</h1><p>A barn burnt down on Sunday. Nobody was hurt, the fire brigade said.</p></article>`;
    const document = await only(htmlImporter, 'fire.html', html);
    expect(document.text).toBe('Fire\n\nA barn burnt down on Sunday. Nobody was hurt, the fire brigade said.');
  });

  test('readings above characters are reported', async () => {
    const document = await only(htmlImporter, 'a.html', '<p><ruby>東京<rt>とうきょう</rt></ruby>の空</p>', wholePage);
    expect(document.text).toBe('東京の空');
    expect(document.warnings.map(({ code }) => code)).toEqual(['readings-left-out']);
  });

  test('takes facts from JSON-LD and time elements', async () => {
    const data = JSON.stringify({
      '@graph': [
        { '@type': 'WebSite', name: 'Other' },
        {
          '@type': ['NewsArticle'],
          headline: 'From data',
          author: [{ name: 'Ada' }, 'Charles'],
          datePublished: '2024-05-06',
          publisher: { name: 'Gazette' },
        },
      ],
    });
    const withData = `<title>x</title><script type="application/ld+json">${data}</script>${paragraphs}`;
    expect((await only(htmlImporter, 'a.html', withData)).facts).toMatchObject({
      byline: 'Ada, Charles',
      date: '2024-05-06',
      site: 'Gazette',
    });
    const withTime = `<title>x</title><time datetime="2023-02-01T10:00">1 Feb</time>${paragraphs}`;
    expect((await only(htmlImporter, 'a.html', withTime)).facts).toMatchObject({ date: '2023-02-01' });
    const broken = `<title>x</title><script type="application/ld+json">{"@type": </script>${paragraphs}`;
    expect((await only(htmlImporter, 'a.html', broken)).facts['title']).toBe('x');
  });

  test('direction comes from the page, else from its letters', async () => {
    expect((await only(htmlImporter, 'a.html', `<html dir="rtl"><body>${paragraphs}`)).direction).toBe('rtl');
    expect((await only(htmlImporter, 'a.html', '<p>قال الوزير إن القواعد الجديدة</p>')).direction).toBe('rtl');
  });

  test('a page without text is empty', async () => {
    await expect(only(htmlImporter, 'a.html', '<title></title><script>x()</script><p> </p>')).rejects.toMatchObject({
      code: 'file-empty',
    });
  });
});

describe('the declared encoding', () => {
  const declared = (html: string): string | undefined => declaredEncodingOf(new TextEncoder().encode(html));

  test.each([
    ['<meta charset="windows-1251">', 'windows-1251'],
    ["<META http-equiv='Content-Type' content='text/html; charset=Shift_JIS'>", 'Shift_JIS'],
    ['<?xml version="1.0" encoding="ISO-8859-2"?><html>', 'ISO-8859-2'],
    ['<meta charset=utf-16le>', 'utf-8'],
    ['<!-- <meta charset="koi8-r"> --><meta charset=gbk>', 'gbk'],
    ['<p>no charset="x" here</p>', undefined],
  ])('%s', (html, label) => {
    expect(declared(html)).toBe(label);
  });

  test('decides where the bytes alone would not', async () => {
    // ISO 8859-2 and Windows-1252 share most bytes: 0xB1 is ą in the one and ± in the other.
    const html = '<meta charset="iso-8859-2"><p>są</p>';
    const document = await only(htmlImporter, 'a.html', new Uint8Array(iconv.encode(html, 'iso-8859-2')));
    expect(document).toMatchObject({ text: 'są', encoding: 'iso-8859-2', encodingSource: 'declared' });
  });

  test('is overruled by bytes that are valid UTF-8, and by a mark', async () => {
    const html = '<meta charset="iso-8859-1"><p>Zürich</p>';
    expect(await only(htmlImporter, 'a.html', html)).toMatchObject({ text: 'Zürich', encodingSource: 'valid-utf-8' });
    expect(await only(htmlImporter, 'a.html', `\ufeff${html}`)).toMatchObject({
      text: 'Zürich',
      encodingSource: 'bom',
    });
  });

  test('is not believed when the bytes contradict it', async () => {
    const text = 'Министр заявил, что новые правила вступят в силу в январе.';
    const html = `<meta charset="utf-8"><p>${text}</p>`;
    const document = await only(htmlImporter, 'a.html', new Uint8Array(iconv.encode(html, 'windows-1251')));
    expect(document).toMatchObject({ text, encoding: 'windows-1251', encodingSource: 'detected' });
  });
});

describe('headlines', () => {
  test.each([
    ['Storm hits coast - BBC News', [], 'BBC News', '', 'Storm hits coast'],
    ['Storm hits coast | World', ['Storm hits coast'], '', '', 'Storm hits coast'],
    ['Storm hits coast — guardian', [], '', 'https://www.guardian.com/x', 'Storm hits coast'],
    ['Paris - London - Gazette', [], 'The Gazette', '', 'Paris - London - Gazette'],
    ['Paris - London - The Gazette', [], 'Gazette', '', 'Paris - London'],
    ['Left-wing: a review', ['Left'], '', '', 'Left-wing: a review'],
    ['Gazette', [], 'Gazette', '', 'Gazette'],
  ])('%s', (title, headings, site, url, headline) => {
    expect(headlineOf(title, headings, site, url)).toBe(headline);
  });
});

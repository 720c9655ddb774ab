import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import { AppError } from '../../../../shared/errors.ts';
import type { ImportedDocument } from '../importer.ts';
import { only } from '../testing/only.ts';
import { htmlImporter } from './html.ts';

/** The document, or the refusal; any other failure goes through. */
async function outcome(html: string): Promise<ImportedDocument | AppError> {
  try {
    return await only(htmlImporter, 'trap.html', html);
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
}

describe('hostile pages', () => {
  test('no script runs and nothing is fetched', async () => {
    const requests: string[] = [];
    const server = createServer((request, response) => {
      requests.push(request.url ?? '');
      response.end('x');
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', () => done()));
    // A listening TCP server's address is an object; it is a string for pipes only.
    const home = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const page = `<html><head><title>Page</title><base href="${home}/">
      <meta http-equiv="refresh" content="0;url=${home}/refresh">
      <link rel="stylesheet" href="${home}/style.css"><style>@import url(${home}/import.css);</style>
      <script src="${home}/script.js"></script><script>globalThis.wasRun = true; document.title = 'run'</script></head>
      <body onload="globalThis.wasRun = true"><img src="${home}/image.png" onerror="globalThis.wasRun = true">
      <iframe src="${home}/frame"></iframe><iframe srcdoc="<script>parent.wasRun = true</script>"></iframe>
      <object data="${home}/object"></object><video src="${home}/video"></video><svg onload="globalThis.wasRun = true"/>
      <p>${'Words of the article, more of them. '.repeat(30)}</p></body></html>`;
    const document = await only(htmlImporter, 'page.html', page);
    await new Promise((done) => setTimeout(done, 300));
    await new Promise((done) => server.close(done));
    expect(document.facts['title']).toBe('Page');
    expect(document.text).not.toContain('wasRun');
    expect('wasRun' in globalThis).toBe(false);
    expect(requests).toEqual([]);
  });

  const many = (part: string, times: number): string => part.repeat(times);
  test.each([
    ['100,000 nested elements', many('<div>', 100_000), 'file-damaged'],
    ['100,000 nested inline elements', many('<b>', 100_000), 'file-damaged'],
    ['nested tables', many('<table><tr><td>', 60_000), 'file-damaged'],
    ['self-closed unknown elements, which nest in HTML', many('<x-y/>', 50_000), 'file-damaged'],
    ['drawing elements that break out', `<svg><div>${many('<path/>', 50_000)}`, 'file-damaged'],
    [
      'formatting that each paragraph opens again',
      `${Array.from({ length: 900 }, (_, n) => `<font size=${n}>`).join('')}<p>${many('a<p>', 5_000)}`,
      'file-damaged',
    ],
    ['a million tags', many('<p>a', 1_000_000), 'file-too-large'],
    ['20 million characters', many('x', 20_000_001), 'file-too-large'],
    [
      'one tag with 100,000 attributes',
      `<p ${Array.from({ length: 100_000 }, (_, n) => `a${n}=">"`).join(' ')}>x`,
      'file-damaged',
    ],
    ['NUL bytes', `<p>a\0\0b</p>`, 'file-binary'],
  ])('%s: refused with a reason', { timeout: 60_000 }, async (_, html, code) => {
    expect(await outcome(html)).toMatchObject({ code });
  });

  test.each([
    ['900 nested elements', `${many('<div>', 900)}deep`],
    ['150 nested lists', `${many('<ul><li>', 70)}deep`],
    ['120 chains of 100 elements', many(`${many('<div>', 100)}deep${many('</div>', 100)}`, 120)],
    ['40,000 links', many('<a href=x>deep</a> ', 19_000)],
    ['50,000 unclosed paragraphs', many('<p>deep', 50_000)],
    ['a table of 40,000 cells', `<table>${many(`<tr>${many('<td>deep</td>', 20)}</tr>`, 950)}</table>`],
    ['tags cut off', 'deep <p <b class="x'],
    ['an attribute of 5 MB', `<p title="${many('x', 5_000_000)}">deep`],
    ['5 MB of script', `<script>${many('if (a<b) {} ', 400_000)}</script>deep`],
    ['5 MB of style', `deep<style>${many('a{color:red}', 400_000)}</style>`],
    ['a comment that never ends', `deep<!-- ${many('<div>', 100_000)}`],
    ['a script that hides its end', 'deep<script><!-- <script> </script> --> hidden</script>'],
    ['1 MB of white space', `deep${many(' ', 1_000_000)}<pre>${many('\n', 1_000_000)}x</pre>`],
    ['ends of tags that never began', `deep${many('</div></b></p>', 50_000)}`],
    ['nested JSON-LD', `deep<script type="application/ld+json">${many('[', 100_000)}${many(']', 100_000)}</script>`],
  ])('%s: read', { timeout: 60_000 }, async (_, html) => {
    const document = await outcome(html);
    expect(document).toMatchObject({ text: expect.stringContaining('deep') as string });
    expect(document).not.toMatchObject({ text: expect.stringContaining('hidden') as string });
  });
});

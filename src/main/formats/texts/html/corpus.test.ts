import { describe, expect, test } from 'vitest';
import { AppError } from '../../../../shared/errors.ts';
import { importerIds } from '../../../../shared/model/importers.ts';
import type { ImportedDocument } from '../importer.ts';
import { importerFor } from '../registry.ts';
import { corpusBytes, corpusNames, hasCorpus } from '../testing/corpus.ts';
import { parseHtml } from './dom.ts';
import { htmlImporter } from './html.ts';
import { plainTextOf } from './plainText.ts';

const readFile = async (folder: string, name: string): Promise<ImportedDocument | undefined> =>
  (await htmlImporter.read({ name, bytes: corpusBytes(folder, name) }, {}))[0];

const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** The share of the expected words that the text has, each counted as often as it occurs. */
function recall(expected: string, text: string): number {
  const left = new Map<string, number>();
  for (const word of wordsOf(text)) left.set(word, (left.get(word) ?? 0) + 1);
  const words = wordsOf(expected);
  let found = 0;
  for (const word of words) {
    const count = left.get(word) ?? 0;
    if (count > 0) found += 1;
    left.set(word, count - 1);
  }
  return found / words.length;
}

describe.skipIf(!hasCorpus('html-readability'))('pages with an expected article (Readability test pages)', () => {
  // hukumusume is a story amid a calendar of links, of which the expected article holds most and ours little.
  const names = corpusNames('html-readability', /__source\.html$/).filter((name) => !name.startsWith('hukumusume'));
  test.each(names)('most of the expected words of %s are there', async (name) => {
    const source = new TextDecoder().decode(corpusBytes('html-readability', name.replace('__source', '__expected')));
    const expected = plainTextOf((await parseHtml(source, false)).body);
    const document = await readFile('html-readability', name);
    expect(recall(expected, document?.text ?? '')).toBeGreaterThanOrEqual(0.9);
  });
});

describe.skipIf(!hasCorpus('html-aeb'))(
  'pages with an article written out by hand (article extraction benchmark)',
  () => {
    test('every page has at least 90 % of the expected words', async () => {
      // The file's shape is the benchmark's: by file name, the article's text and address.
      const truth = JSON.parse(new TextDecoder().decode(corpusBytes('html-aeb', 'ground-truth.json'))) as Record<
        string,
        { articleBody: string }
      >;
      const names = corpusNames('html-aeb', /\.html\.gz$/);
      const poor: string[] = [];
      for (const name of names) {
        const expected = truth[name.replace('.html.gz', '')]?.articleBody;
        const document = await readFile('html-aeb', name);
        if (expected === undefined || recall(expected, document?.text ?? '') < 0.9) poor.push(name);
      }
      expect(names.length).toBeGreaterThan(20);
      expect(poor).toEqual([]);
    });
  },
);

describe.skipIf(!hasCorpus('html-multiscript'))('pages in many scripts', () => {
  test.each(['arb', 'heb', 'pes_1', 'urd'])('%s is right-to-left', async (language) => {
    expect((await readFile('html-multiscript', `udhr_${language}.html`))?.direction).toBe('rtl');
  });

  test.each(['rus', 'cmn_hans', 'jpn', 'vie', 'ell_monotonic', 'ben', 'bod'])(
    '%s is left-to-right',
    async (language) => {
      expect((await readFile('html-multiscript', `udhr_${language}.html`))?.direction).toBe('ltr');
    },
  );
});

const folders = ['bad-container', 'bad-docx', 'bad-empty', 'bad-jhove', 'bad-qdpx', 'bad-xml', 'bad-zip'].filter(
  (folder) => hasCorpus(folder),
);

describe.skipIf(folders.length === 0)('damaged and hostile files', () => {
  test.each(folders)('%s: each is read or refused, in every format', { timeout: 120_000 }, async (folder) => {
    for (const name of corpusNames(folder, /./)) {
      for (const format of [undefined, ...importerIds]) {
        try {
          const source = { name, bytes: corpusBytes(folder, name) };
          const documents = await importerFor(source, format).read(source, {});
          expect(documents.length).toBe(1);
        } catch (error) {
          expect(error).toBeInstanceOf(AppError);
        }
      }
    }
  });
});

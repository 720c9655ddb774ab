import { describe, expect, test } from 'vitest';
import { AppError } from '../../../../shared/errors.ts';
import { corpusBytes, corpusNames, hasCorpus } from '../testing/corpus.ts';
import { decode } from './decode.ts';
import { encodingNameOf } from './names.ts';
import { readText } from './readText.ts';

const folder = 'txt-encodings';

/** Encodings that neither TextDecoder nor iconv-lite reads: refused by name, or read with a warning. */
const beyondReach = /^(Johab|EUC-TW)/;

/** The encoding that the file's name states. */
function trueEncodingOf(name: string): string {
  if (name.includes('cp1250.txt')) return 'windows-1250';
  if (name.includes('utf8.rtf') || name.startsWith('utf-8-sig')) return 'utf-8';
  return (name.split('__')[0] ?? '').replace(/(\d)-[a-z]{3,}$/, '$1');
}

describe.skipIf(!hasCorpus(folder))('files in known encodings', () => {
  test('all that can be decoded are read as their true encoding reads them', async () => {
    const misread: string[] = [];
    const names = corpusNames(folder, /\.(txt|xml|html|srt|rtf)$/).filter((name) => !beyondReach.test(name));
    for (const name of names) {
      const bytes = corpusBytes(folder, name);
      const encoding = await encodingNameOf(trueEncodingOf(name));
      const { text } = await readText({ name, bytes }, {});
      const expected = encoding === undefined ? undefined : await decode(bytes, encoding);
      if (text !== expected?.replace(/\r\n?/g, '\n')) misread.push(name);
    }
    expect(names.length).toBeGreaterThan(80);
    expect(misread).toEqual([]);
  });

  test('what cannot be decoded is refused as such or read with a warning', async () => {
    const names = corpusNames(folder, beyondReach);
    expect(names.length).toBe(3);
    for (const name of names) {
      const outcome = await readText({ name, bytes: corpusBytes(folder, name) }, {}).then(
        ({ warnings }) => warnings.map(({ code }) => code).join(),
        (error: unknown) => (error instanceof AppError ? error.code : String(error)),
      );
      expect(outcome, name).toMatch(/encoding-unsure|file-unsupported/);
    }
  });

  test('texts of some length in the encodings of the web come without a warning', async () => {
    const warned: string[] = [];
    const names = corpusNames(folder, /\.(txt|xml|html)$/).filter((name) => !beyondReach.test(name));
    for (const name of names) {
      const bytes = corpusBytes(folder, name);
      if (bytes.filter((byte) => byte > 0x7f).length < 100) continue;
      const { warnings } = await readText({ name, bytes }, {});
      if (warnings.some(({ code }) => code === 'encoding-unsure')) warned.push(name);
    }
    expect(warned).toEqual([]);
  });
});

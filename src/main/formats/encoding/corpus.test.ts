import { describe, expect, test } from 'vitest';
import { corpusBytes, corpusNames, hasCorpus } from '../testing/corpus.ts';
import { decode } from './decode.ts';
import { encodingNameOf } from './names.ts';
import { readText } from './readText.ts';

const folder = 'txt-encodings';

/** Encodings that no browser and neither decoder reads: TextDecoder and iconv-lite both lack them. */
const beyondReach = /^(Johab|EUC-TW|iso-2022-kr)/;

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
});

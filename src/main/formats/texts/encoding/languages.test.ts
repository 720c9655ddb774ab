import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { languageSamples } from '../testing/languages.ts';
import { readText, type DecodedText } from './readText.ts';

/** Names of iconv-lite where they differ from those used here. */
const codecs: Readonly<Record<string, string>> = { 'x-mac-cyrillic': 'maccyrillic' };

const read = (bytes: Uint8Array): Promise<DecodedText> => readText({ name: 'a.txt', bytes }, {});
const isUnsure = ({ warnings }: DecodedText): boolean => warnings.some(({ code }) => code === 'encoding-unsure');

/** All ASCII, or a few letters whose bytes happen to be UTF-8 as well, as two of Russian under DOS can be. */
const isUtf8 = (bytes: Uint8Array): boolean => !Buffer.from(bytes).toString('utf8').includes('\ufffd');

/** The bytes of a text in an encoding; undefined when they are UTF-8 too or the encoding lacks one of its letters. */
function bytesIn(text: string, encoding: string): Uint8Array | undefined {
  const codec = codecs[encoding] ?? encoding;
  if (!iconv.encodingExists(codec)) return undefined;
  const bytes = new Uint8Array(iconv.encode(text, codec));
  return isUtf8(bytes) || iconv.decode(bytes, codec) !== text ? undefined : bytes;
}

/** A sentence, its words by two and five, and it with plain English around. */
function piecesOf(sentence: string): string[] {
  const words = sentence.split(' ');
  const groups = [2, 5].flatMap((size) =>
    Array.from({ length: Math.ceil(words.length / size) }, (_, at) =>
      words.slice(at * size, at * size + size).join(' '),
    ),
  );
  return [...new Set([sentence, ...groups, `From the wire: ${sentence} (Reuters, 12 March)`])];
}

describe('a guessed encoding, over languages, encodings and lengths', () => {
  test.each(languageSamples)('$language: a wrong reading is never without a warning', async (sample) => {
    const silent: string[] = [];
    let count = 0;
    for (const encoding of sample.encodings) {
      const texts = [...sample.sentences.flatMap(piecesOf), sample.sentences.slice(1).join('\r\n')];
      for (const text of texts) {
        const bytes = bytesIn(text, encoding);
        if (bytes === undefined) continue;
        count += 1;
        const decoded = await read(bytes);
        if (decoded.text !== text.replaceAll('\r\n', '\n') && !isUnsure(decoded))
          silent.push(`${encoding}: ${text} was read as ${decoded.encoding}: ${decoded.text}`);
      }
    }
    expect(count).toBeGreaterThan(4);
    expect(silent).toEqual([]);
  });

  // The first encoding of each is the one that programs of that language wrote by themselves.
  test.each(languageSamples)('$language: a text of a few lines is right and has no warning', async (sample) => {
    const text = sample.sentences.join('\n');
    const encoding = sample.encodings[0] ?? '';
    const bytes = bytesIn(text, encoding);
    expect(bytes, encoding).toBeDefined();
    const decoded = await read(bytes ?? new Uint8Array());
    expect(decoded).toMatchObject({ text, warnings: [] });
  });

  test('a long text that is right in an older encoding stays right', async () => {
    const wrong: string[] = [];
    for (const { language, encodings, sentences } of languageSamples)
      for (const encoding of encodings) {
        const text = sentences.join('\n');
        const bytes = bytesIn(text, encoding);
        if (bytes !== undefined && (await read(bytes)).text !== text) wrong.push(`${language} in ${encoding}`);
      }
    expect(wrong).toEqual([]);
  });

  test('Swedish is not Cyrillic, and says that there is little to go by', async () => {
    const decoded = await read(bytesIn('Så går det på Öland', 'windows-1252') ?? new Uint8Array());
    expect(decoded).toMatchObject({ text: 'Så går det på Öland', encoding: 'windows-1252' });
    expect(isUnsure(decoded)).toBe(true);
  });

  test('apostrophes and quotation marks alone are evidence enough', async () => {
    const text = 'The minister’s spokesman said he wouldn’t resign. “We’re calm,” he added – and left.';
    expect(await read(bytesIn(text, 'windows-1252') ?? new Uint8Array())).toMatchObject({ text, warnings: [] });
  });
});

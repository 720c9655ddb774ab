import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anger, article, ben, coding, corpus, hostile, mixed, textOf, uuid, write } from '../testing/fixtures.ts';
import { findPython, pythonJson, withFolder } from '../testing/programs.ts';
import { readWebannoTsv } from '../testing/webannoReader.ts';
import type { AnnotatedDocument } from '../corpus.ts';

const python = findPython();

async function tsvOf(document: AnnotatedDocument): Promise<string> {
  const { files } = await write('webanno', [document]);
  return String([...files.values()][0]);
}

/** What a reader should find: the passages without blanks at their ends, sorted. */
function expected({ text, annotations }: AnnotatedDocument): string[] {
  return annotations
    .map(({ id, start, end }) => {
      const passage = text.slice(start, end);
      const from = start + passage.length - passage.trimStart().length;
      return `${id} ${from} ${from + passage.trim().length}`;
    })
    .sort();
}

function found(file: string): string[] {
  return readWebannoTsv(file)
    .annotations.map(({ start, end, features }) => `${features['identifier'] ?? ''} ${start} ${end}`)
    .sort();
}

describe('WebAnno TSV 3.3', () => {
  // The example of the format's description, section “Encoding and Offsets”, with our layer beside it.
  it('counts UTF-16 units, as the description shows', async () => {
    const rows = (await tsvOf(article(1, { text: 'I like it 😊 .' }))).split('\n').filter((line) => /^\d/u.test(line));
    expect(rows.map((row) => row.split('\t').slice(0, 3).join('\t'))).toEqual([
      '1-1\t0-1\tI',
      '1-2\t2-6\tlike',
      '1-3\t7-9\tit',
      '1-4\t10-12\t😊',
      '1-5\t13-14\t.',
    ]);
  });

  // “Sub-token positions” and “Overlapping sub-tokens” in the description.
  it('gives part of a word a row of its own, also where parts overlap', async () => {
    const text = 'He plays';
    const annotations = [coding(1, text, 'pla'), coding(2, text, 'ays')];
    const rows = (await tsvOf(article(1, { text, annotations }))).split('\n').slice(-5);
    expect(rows.map((row) => row.split('\t').slice(0, 3).join('\t'))).toEqual([
      '1-1\t0-2\tHe',
      '1-2\t3-8\tplays',
      '1-2.1\t3-6\tpla',
      '1-2.2\t5-8\tays',
      '',
    ]);
  });

  // “Multi-token span annotations and stacked span annotations” in the description.
  it('numbers annotations over several words and annotations that share a word', async () => {
    const text = 'Ms. Haag';
    const annotations = [coding(1, text, 'Ms. Haag'), coding(2, text, 'Haag', { code: anger })];
    const rows = (await tsvOf(article(1, { text, annotations }))).split('\n').filter((line) => /^\d/u.test(line));
    expect(rows.map((row) => row.split('\t')[4])).toEqual([
      'Frames / Conflict[1]',
      ...rows.slice(1, -1).map(() => 'Frames / Conflict[1]'),
      'Frames / Conflict[1]|Frames / Ärger\\|Wut[2]',
    ]);
  });

  it('needs two empty lines after the header and none at the end, or INCEpTION refuses it', async () => {
    const file = await tsvOf(mixed);
    expect(file).toMatch(
      /^#FORMAT=WebAnno TSV 3\.3\n#T_SP=webanno\.custom\.Coding(?:\|[a-z]+)+\n#T_RL=[^\n]+\n\n\n#Text=/u,
    );
    expect(file).toMatch(/\t\n$/u);
    expect(file).not.toMatch(/\n\n$/u);
  });

  it.each(corpus.map((document) => [document.name, document] as const))(
    'gives a reader text and passages: %s',
    async (_, document) => {
      const file = await tsvOf(document);
      expect(readWebannoTsv(file).text.replace(/\n$/u, '')).toBe(document.text);
      expect(found(file)).toEqual(expected(document));
    },
  );

  it('keeps reserved signs, memos with line breaks, coders, answers and links', async () => {
    const { annotations, relations } = readWebannoTsv(await tsvOf(mixed));
    const byId = (number: number): unknown =>
      annotations.find(({ features }) => features['identifier'] === uuid(number));
    expect(byId(2)).toMatchObject({
      features: { coder: ben.name, memo: 'first line\n\tsecond & <third>', answers: null },
    });
    expect(byId(6)).toMatchObject({ features: { code: hostile.path } });
    expect(byId(5)).toMatchObject({ features: { code: 'Frames / Ärger|Wut' } });
    expect(byId(7)).toMatchObject({
      features: { answers: `stance = strongly against; why = a long text; ${'x'.repeat(80)}` },
    });
    expect(relations).toEqual([{ source: byId(3), target: byId(7), relation: 'leads to' }]);
  });

  it('keeps every value whatever signs it has', async () => {
    const text = 'one two';
    const sign = fc.constantFrom('\\', '[', ']', '|', '_', '->', ';', '\t', '\n', '*', 'a', '1', '[1]', '😀');
    const value = fc.array(sign, { minLength: 1, maxLength: 8 }).map((signs) => signs.join(''));
    await fc.assert(
      fc.asyncProperty(value, value, fc.boolean(), async (memo, path, overlap) => {
        const annotations = [
          coding(1, text, overlap ? text : 'one', { memo, code: { ...anger, path } }),
          coding(2, text, 'two', { memo: path }),
        ];
        const read = readWebannoTsv(await tsvOf(article(1, { text, annotations })));
        expect(read.annotations.map(({ features }) => [features['code'], features['memo']])).toEqual([
          [path, memo],
          ['Frames / Conflict', path],
        ]);
      }),
      { seed: 33, numRuns: 300, verbose: true },
    );
  });

  it('gives a reader any text with any overlaps', async () => {
    const word = fc.constantFrom(
      'Crowds',
      '😀',
      ' ',
      ' ',
      '\n',
      '\n\n',
      '. ',
      'é',
      'e\u0301',
      'المتظاهرون',
      '拒绝了',
      '-',
      '\t',
      'a',
    );
    const texts = fc.array(word, { minLength: 1, maxLength: 30 }).map((words) => `Start ${words.join('')}`);
    await fc.assert(
      fc.asyncProperty(texts, fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 6 }), async (text, places) => {
        const annotations = places.flatMap(([one, two], index) => {
          const [start = 0, end = 0] = [one % (text.length + 1), two % (text.length + 1)].sort((a, b) => a - b);
          const isWhole = text.slice(start, end).isWellFormed() && text.slice(start, end).trim() !== '';
          return isWhole ? [coding(index + 1, text, '', { start, end })] : [];
        });
        const document = article(1, { text, annotations });
        const file = await tsvOf(document);
        expect(readWebannoTsv(file).text.replace(/\n$/u, '')).toBe(text.replace(/\n$/u, ''));
        expect(found(file)).toEqual(expected(document));
      }),
      { seed: 34, numRuns: 300, verbose: true },
    );
  });

  it.skipIf(python === null)('gives Python each token by its UTF-16 offsets', async () => {
    const { files } = await write('webanno', corpus);
    const texts = new Map(corpus.map((document, index) => [`${index}.txt`, document.text]));
    const program = `
import json
checked = 0
for index, name in enumerate(json.loads(${JSON.stringify(JSON.stringify([...files.keys()]))})):
    units = open(f'{index}.txt', encoding='utf-8', newline='').read().encode('utf-16-le')
    for line in open(name, encoding='utf-8', newline=''):
        if line[0].isdigit():
            ident, offsets, token = line.split('\\t')[:3]
            begin, end = map(int, offsets.split('-'))
            assert units[2 * begin:2 * end].decode('utf-16-le') == token, (ident, token)
            checked += 1
print(json.dumps(checked))
`;
    const checked = withFolder(new Map([...files, ...texts]), (folder) => pythonJson(python ?? '', folder, program));
    expect(checked).toBeGreaterThan(60);
  });

  it('says what it leaves out: blanks, texts without words, half characters', async () => {
    const text = 'one  two \ud800';
    const annotations = [coding(1, text, '  '), coding(2, text, 'one  '), coding(3, text, 'two', { end: 99 })];
    const { warnings, files } = await write('webanno', [
      article(1, { text, annotations }),
      article(2, { text: ' \n' }),
    ]);
    expect([...files.keys()]).toEqual(['Article_1.tsv']);
    expect(warnings.map(({ annotation, message }) => [annotation, message])).toEqual([
      [uuid(3), 'left out: its passage 5 to 99 is not in the text'],
      [null, 'the text has half characters (lone surrogates), which UTF-8 cannot hold: written as U+FFFD'],
      [uuid(1), 'left out: its passage is nothing but blanks'],
      [uuid(2), 'the blanks at the ends of its passage are left out'],
      [null, 'left out: the format cannot hold a text without words'],
    ]);
  });

  it('fills leading blanks with spaces for the reader and says so', async () => {
    const written = await write('webanno', [article(1, { text: '\n\tword' })]);
    expect(readWebannoTsv(textOf(written, 'Article_1.tsv')).text).toBe('  word\n');
    expect(written.warnings.map(({ message }) => message)).toEqual([
      'the blanks before the first word are read back as spaces; offsets stay right',
    ]);
  });
});

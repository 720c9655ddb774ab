import { describe, expect, it } from 'vitest';
import { isFormula } from '../tables/csv/formulas.ts';
import { mergedPassages } from './semeval.ts';
import { anger, arabic, article, ben, coding, corpus, mixed, textOf, uuid, write } from './testing/fixtures.ts';
import { findPython, pythonJson, withFolder } from './testing/programs.ts';

const python = findPython();

const reader = `
import glob, json, re
out = {}
for path in sorted(glob.glob('article*.txt')):
    number = re.fullmatch(r'article(\\d+)\\.txt', path).group(1)
    text = open(path, encoding='utf-8').read()
    si = [line.rstrip('\\n').split('\\t') for line in open(f'article{number}.task1-SI.labels', encoding='utf-8')]
    tc = [line.rstrip('\\n').split('\\t') for line in open(f'article{number}.task2-TC.labels', encoding='utf-8')]
    assert all(row[0] == number for row in si + tc)
    out[number] = dict(si=[text[int(a):int(b)] for _, a, b in si], tc=[[t, text[int(a):int(b)]] for _, t, a, b in tc])
print(json.dumps(out))
`;

describe('SemEval-2020 task 11 files', () => {
  it.skipIf(python === null)('give Python the passages and techniques', async () => {
    const { files } = await write('semeval', corpus);
    const read = withFolder(files, (folder) => pythonJson(python ?? '', folder, reader));
    expect(read).toMatchObject({
      '100000001': {
        tc: [
          ['Frames/Conflict', '😀 in the café\n\nThe mayor'],
          ['立场', '😀'],
          ['Frames/Ärger|Wut', 'The mayor said'],
          ['Frames/Conflict', 'mayor said: “No'],
          ['</script><img_src=x_onerror=alert(1)>', 'Crowds_ *shouted* [loudly] |'],
          ['Frames/Ärger|Wut', 'believ'],
          ['Frames/Conflict', '👩‍🔬 left -> home'],
          ['Frames/Ärger|Wut', '\tA tab\tand C:\\new'],
          ['立场', 'cafe\u0301'],
        ],
      },
      '100000002': { si: ['المتظاهرون إلى الشوارع', 'نتراجع»، ثم غادر 😀'] },
      '100000004': { si: [], tc: [] },
    });
  });

  it('joins overlapping passages and leaves those that only touch', () => {
    const passages = [
      { start: 0, end: 5 },
      { start: 1, end: 2 },
      { start: 4, end: 7 },
      { start: 7, end: 9 },
    ];
    expect(mergedPassages(passages)).toEqual([
      { start: 0, end: 7 },
      { start: 7, end: 9 },
    ]);
  });

  it('has techniques and names that no spreadsheet runs', async () => {
    const text = '=1+1 two';
    const formula = { ...anger, path: '=HYPERLINK("x")', name: '=HYPERLINK("x")' };
    const document = article(1, { name: '@SUM(A1)', text, annotations: [coding(1, text, 'two', { code: formula })] });
    const written = await write('semeval', [document]);
    const label = 'labels-task2-technique-classification/article100000001.task2-TC.labels';
    expect(textOf(written, label)).toBe('100000001\t\'=HYPERLINK("x")\t5\t8\n');
    for (const name of ['articles.tsv', 'techniques.tsv', label])
      for (const line of textOf(written, name).trimEnd().split('\n'))
        for (const cell of line.split('\t')) expect(isFormula(cell), cell).toBe(false);
    expect(textOf(written, 'articles/article100000001.txt')).toBe(text);
  });

  it('lists which article is which document and which technique is which code', async () => {
    const written = await write('semeval', corpus);
    expect(textOf(written, 'articles.tsv').split('\n')[2]).toBe(`100000002\t${arabic.id}\t${arabic.name}`);
    expect(textOf(written, 'techniques.tsv')).toContain(`Frames/Ärger|Wut\tFrames / Ärger|Wut\t${anger.id}\n`);
  });

  it('writes one line where two coders agree, and says what is lost', async () => {
    const text = 'one two';
    const annotations = [coding(1, text, 'one', { memo: 'why' }), coding(2, text, 'one', { coder: ben })];
    const written = await write('semeval', [article(1, { text, annotations })]);
    expect(textOf(written, 'labels-task2-technique-classification/article100000001.task2-TC.labels')).toBe(
      '100000001\tFrames/Conflict\t0\t3\n',
    );
    expect(written.warnings[0]).toEqual({
      document: uuid(101),
      annotation: null,
      message: 'the format cannot hold which of 2 coders made an annotation, memos (1)',
    });
  });

  it('warns once of a code that is written differently', async () => {
    const { warnings } = await write('semeval', [mixed, mixed]);
    const messages = warnings.map(({ message }) => message);
    expect(messages.filter((message) => message.startsWith('the code “Frames / Conflict”'))).toHaveLength(1);
  });
});

import { describe, expect, it } from 'vitest';
import { isFormula } from '../../tables/csv/formulas.ts';
import { anger, article, coding, corpus, mixed, quotesOf, textOf, uuid, write } from '../testing/fixtures.ts';
import { findPython, pythonJson, withFolder } from '../testing/programs.ts';

const python = findPython();

/**
 * Reads `.ann` files in Python, which counts code points, by the rules of the standoff page and of brat's own reader:
 * lines by `splitlines`, fragments joined by one blank, the quotation as it stands in the text.
 */
const reader = `
import glob, json, re
out = {}
for path in glob.glob('*.ann'):
    text = open(path[:-4] + '.txt', encoding='utf-8', newline='').read()
    spans, attributes, notes, relations = {}, [], {}, []
    for line in open(path, encoding='utf-8', newline='').read().splitlines():
        ident, rest = line.split('\\t', 1)
        if ident[0] == 'T':
            head, quote = rest.split('\\t')
            kind, places = head.split(' ', 1)
            assert re.fullmatch('[a-zA-Z0-9_-]+', kind), kind
            parts = [tuple(map(int, place.split(' '))) for place in places.split(';')]
            assert all(0 <= a < b <= len(text) for a, b in parts), parts
            assert quote == ' '.join(text[a:b] for a, b in parts), (quote, parts)
            spans[ident] = [kind, parts, text[parts[0][0]:parts[-1][1]]]
        elif ident[0] == 'A':
            kind, target, value = rest.split(' ')
            assert target in spans
            attributes.append([kind, target, value])
        elif ident[0] == 'R':
            kind, one, two = rest.split(' ')
            assert one.startswith('Arg1:') and two.startswith('Arg2:')
            relations.append([kind, one[5:], two[5:]])
        else:
            assert ident[0] == '#'
            head, note = rest.split('\\t')
            kind, target = head.split(' ')
            assert kind == 'AnnotatorNotes'
            notes[target] = note
    out[path[:-4]] = dict(spans=spans, attributes=attributes, notes=notes, relations=relations)
print(json.dumps(out))
`;

type Ann = {
  spans: Record<string, [string, [number, number][], string]>;
  attributes: [string, string, string][];
  notes: Record<string, string>;
  relations: [string, string, string][];
};

describe('brat standoff', () => {
  it.skipIf(python === null)('is read in Python with the passages that were coded', async () => {
    const { files } = await write('brat', corpus);
    // The program prints what the test then compares, so the shape is the program's.
    const read = withFolder(files, (folder) => pythonJson(python ?? '', folder, reader) as Record<string, Ann>);
    expect(Object.keys(read).sort()).toEqual(['Protest_why_b', 'خبر', 'خبر-2', '新闻'].sort());
    // Tabs and line breaks at the ends of a passage are outside its fragments.
    const trimmed = quotesOf(mixed).map((quote) => quote.replace(/^[\t\n]+|[\t\n]+$/gu, ''));
    const { spans = {}, notes = {}, relations = [], attributes = [] } = read['Protest_why_b'] ?? {};
    expect(Object.values(spans).map(([, , quote]) => quote)).toEqual(trimmed);
    expect(spans['T1']?.[1]).toHaveLength(2);
    expect(notes['T2']).toBe('first line second & <third>');
    expect(relations).toEqual([['leads_to', 'T3', 'T7']]);
    expect(attributes).toContainEqual(['Stance', 'T7', 'strongly_against']);
    expect(attributes.filter(([kind]) => kind === 'Coder')).toHaveLength(9);
  });

  it('declares every type, attribute and value that it uses', async () => {
    const written = await write('brat', corpus);
    const conf = textOf(written, 'annotation.conf');
    const [entities = '', rest = ''] = conf.split('[relations]\n');
    const [, attributes = ''] = rest.split('[attributes]\n');
    for (const [name, content] of written.files) {
      if (!name.endsWith('.ann')) continue;
      for (const line of String(content).split('\n')) {
        const type = /^T\d+\t(\S+)/u.exec(line)?.[1];
        if (type !== undefined) expect(entities.split('\n')).toContain(type);
        const [, kind, value] = /^A\d+\t(\S+) T\d+ (\S+)$/u.exec(line) ?? [];
        if (kind === undefined || value === undefined) continue;
        const declared = attributes.split('\n').find((one) => one.startsWith(`${kind}\t`));
        expect(declared?.split('Value:')[1]?.split('|')).toContain(value);
      }
    }
  });

  it('lists what each clean name stands for, and shows it as the label', async () => {
    const written = await write('brat', corpus);
    expect(textOf(written, 'names.tsv')).toContain(`Code\tFrames_Arger_Wut\tFrames / Ärger|Wut\t${anger.id}\n`);
    expect(textOf(written, 'visual.conf')).toContain('Frames_Arger_Wut | Frames / Ärger/Wut\n');
    expect(textOf(written, 'visual.conf')).toContain('Frames_Arger_Wut\tbgColor:#2f6db5\n');
  });

  it('lists names that no spreadsheet runs', async () => {
    const text = 'one two';
    const formula = { ...anger, path: '=HYPERLINK("x")', name: '=HYPERLINK("x")' };
    const annotations = [
      coding(1, text, 'one', { code: formula, coder: { id: uuid(903), name: '@SUM(A1)' } }),
      coding(2, text, 'two', { memo: '=1+1', answers: [{ variable: 'v', label: '+L', value: '-cmd' }] }),
    ];
    const written = await write('brat', [article(1, { text, annotations })]);
    for (const line of textOf(written, 'names.tsv').trimEnd().split('\n'))
      for (const cell of line.split('\t')) expect(isFormula(cell), cell).toBe(false);
    expect(textOf(written, 'names.tsv')).toContain('\t\'=HYPERLINK("x")\t');
    expect(textOf(written, 'Article_1.ann')).toContain('AnnotatorNotes T2\t=1+1\n');
  });

  it('keeps apart codes that look alike once they are clean, over documents', async () => {
    const text = 'one two';
    const twin = { ...anger, id: uuid(899), path: 'Frames / Arger Wut' };
    const documents = [
      article(1, { text, annotations: [coding(1, text, 'one', { code: anger })] }),
      article(2, {
        text,
        annotations: [coding(2, text, 'two', { code: twin }), coding(3, text, 'one', { code: anger })],
      }),
    ];
    const written = await write('brat', documents);
    const types = textOf(written, 'Article_2.ann').match(/^T\d\t\S+/gmu);
    expect(types).toEqual(['T1\tFrames_Arger_Wut', 'T2\tFrames_Arger_Wut_2']);
  });

  it('breaks a passage wherever Python ends a line, and says so', async () => {
    const text = 'a\u2028b\u0085c\u000bd';
    const written = await write('brat', [article(1, { text, annotations: [coding(1, text, text)] })]);
    expect(textOf(written, 'Article_1.ann')).toMatch(/^T1\tFrames_Conflict 0 1;2 3;4 5;6 7\ta b c d$/mu);
    expect(written.warnings.map(({ message }) => message)).toContain(
      'written as 4 fragments, without the line breaks and tabs in its passage',
    );
  });

  it('leaves out, with a warning, a passage of line breaks and the link that needs it', async () => {
    const text = 'one\n\ntwo';
    const annotations = [coding(1, text, 'one'), coding(2, text, '\n\n')];
    const links = [{ id: uuid(7), source: uuid(1), target: uuid(2), relation: 'then' }];
    const written = await write('brat', [article(1, { text, annotations, links })]);
    expect(textOf(written, 'Article_1.ann')).not.toMatch(/^T2|^R/mu);
    expect(written.warnings).toEqual(
      expect.arrayContaining([
        {
          document: uuid(101),
          annotation: uuid(2),
          message: 'left out: its passage is nothing but line breaks or tabs',
        },
        {
          document: uuid(101),
          annotation: null,
          message: 'the link “then” is left out with the annotation at its end',
        },
      ]),
    );
  });
});

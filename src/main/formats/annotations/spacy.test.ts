import { describe, expect, it } from 'vitest';
import { entitiesAmong } from './spacy.ts';
import { anna, article, ben, coding, corpus, mixed, quotesOf, textOf, uuid, write } from './testing/fixtures.ts';
import { findPython, pythonJson, withFolder } from './testing/programs.ts';

const python = findPython();

/** Takes each span out of the text by Python's own counting; checks that entities do not overlap. */
const reader = `
import json
out = []
for line in open('corpus.jsonl', encoding='utf-8'):
    doc = json.loads(line)
    text = doc['text']
    ends = 0
    for ent in doc['ents']:
        assert ends <= ent['start'] < ent['end'] <= len(text)
        ends = ent['end']
    spans = {key: [[s['label'], text[s['start']:s['end']]] for s in group] for key, group in doc['spans'].items()}
    out.append(dict(name=doc['meta']['name'], spans=spans, ents=[text[e['start']:e['end']] for e in doc['ents']]))
print(json.dumps(out))
`;

describe('spaCy JSON Lines', () => {
  it.skipIf(python === null)('gives Python the passages that were coded, by coder', async () => {
    const { files } = await write('spacy', corpus);
    const read = withFolder(files, (folder) => pythonJson(python ?? '', folder, reader));
    const spansOf = (document: (typeof corpus)[number], coder: { id: string }): string[][] =>
      document.annotations
        .toSorted((a, b) => a.start - b.start || b.end - a.end)
        .filter((annotation) => annotation.coder.id === coder.id)
        .map(({ code, start, end }) => [code.path, document.text.slice(start, end)]);
    expect(read).toMatchObject(
      corpus.map((document) => ({
        name: document.name,
        spans: Object.fromEntries(
          [anna, ben]
            .map((coder) => [coder.name, spansOf(document, coder)] as const)
            .filter(([, spans]) => spans.length > 0),
        ),
      })),
    );
  });

  it('writes one line a document, also with line breaks in texts and memos', async () => {
    const written = await write('spacy', corpus);
    const lines = textOf(written, 'corpus.jsonl').trimEnd().split('\n');
    expect(lines).toHaveLength(corpus.length);
    const first: unknown = JSON.parse(lines[0] ?? '');
    expect(first).toMatchObject({
      text: mixed.text,
      cats: { 'Frames / Conflict': 1, 立场: 1 },
      meta: { id: mixed.id, facts: { outlet: 'The <Daily> & Co' } },
    });
  });

  // spacy.util.filter_spans: “the (first) longest span is preferred over shorter spans”.
  it('makes the longest passages entities, of equally long ones the first', () => {
    const text = 'abcdefgh';
    const annotations = ['abc', 'cdef', 'fgh', 'gh', 'ab'].map((quote, index) => coding(index + 1, text, quote));
    const kept = entitiesAmong(annotations);
    expect(quotesOf(article(1, { text, annotations: kept }))).toEqual(['ab', 'cdef', 'gh']);
  });

  it('says how many annotations are no entities', async () => {
    const { warnings } = await write('spacy', [mixed]);
    expect(warnings).toEqual([
      {
        document: mixed.id,
        annotation: null,
        message: '3 of 9 annotations overlap others: they are in “spans”, not in “ents”',
      },
    ]);
  });

  it('keeps two coders of one name apart', async () => {
    const text = 'one two';
    const twin = { id: uuid(903), name: anna.name };
    const annotations = [coding(1, text, 'one'), coding(2, text, 'two', { coder: twin })];
    const written = await write('spacy', [article(1, { text, annotations })]);
    const line = JSON.parse(textOf(written, 'corpus.jsonl')) as { spans: object }; // read by the shape this test is about
    expect(Object.keys(line.spans)).toEqual([anna.name, `${anna.name} (${twin.id})`]);
  });
});

import { describe, expect, it } from 'vitest';
import { anna, article, coding, conflict, corpus, mixed, quotesOf, textOf, uuid, write } from './testing/fixtures.ts';
import { findPython, pythonJson, withFolder } from './testing/programs.ts';
import { brokenRules } from './testing/webAnnotationRules.ts';

const python = findPython();

/** Selects by position and by quotation, counting in Python, and checks that both give the same passage. */
const reader = `
import glob, json
out = {}
for path in glob.glob('*.jsonld'):
    text = open(path[:-7] + '.txt', encoding='utf-8', newline='').read()
    doc = json.load(open(path, encoding='utf-8'))
    passages = []
    for item in doc['first']['items']:
        if item['motivation'] != 'tagging':
            continue
        position, quote = item['target']['selector']
        start, end = position['start'], position['end']
        assert text[start:end] == quote['exact']
        assert text[:start].endswith(quote['prefix']) and len(quote['prefix']) == min(start, 32)
        assert text[end:].startswith(quote['suffix']) and len(quote['suffix']) == min(len(text) - end, 32)
        passages.append(quote['exact'])
    out[doc['label']] = passages
print(json.dumps(out))
`;

/** The JSON of a document's collection, for the test to look into. */
async function collectionOf(document: (typeof corpus)[number], name: string): Promise<unknown> {
  return JSON.parse(textOf(await write('web-annotation', [document]), name));
}

describe('W3C Web Annotation', () => {
  it.each(corpus.map((document) => [document.name, document] as const))(
    'keeps the rules of the model: %s',
    async (_, document) => {
      const { files } = await write('web-annotation', [document]);
      const [content] = files.values();
      expect(brokenRules(JSON.parse(String(content)))).toEqual([]);
    },
  );

  it('is checked by rules that can be broken', () => {
    const page = {
      id: 'urn:uuid:x',
      type: 'AnnotationPage',
      items: [{ id: 'x', type: 'Annotation', created: 'today' }],
    };
    expect(brokenRules({ '@context': ['x'], id: 1, type: 'AnnotationCollection', total: 2, first: page })).toHaveLength(
      7,
    );
  });

  it.skipIf(python === null)('is read in Python by position and by quotation', async () => {
    const { files } = await write('web-annotation', corpus.slice(0, 3));
    const read = withFolder(files, (folder) => pythonJson(python ?? '', folder, reader));
    expect(read).toEqual(Object.fromEntries(corpus.slice(0, 3).map((document) => [document.name, quotesOf(document)])));
  });

  it('tags with the path, points to the code by its id, and comments with the memo', async () => {
    const text = 'A 😀 word';
    const annotation = coding(5, text, 'word', {
      memo: 'why\tso',
      answers: [{ variable: 'stance', label: 'Stance', value: 'against' }],
    });
    const collection = await collectionOf(article(1, { text, annotations: [annotation] }), 'Article_1.jsonld');
    expect(collection).toMatchObject({
      label: 'Article 1',
      first: {
        items: [
          {
            id: `urn:uuid:${uuid(5)}`,
            creator: { id: `urn:uuid:${anna.id}`, type: 'Person', name: anna.name },
            created: '2026-01-02T03:04:05.000Z',
            modified: '2026-01-03T03:04:05.000Z',
            body: [
              { type: 'TextualBody', value: 'Frames / Conflict', purpose: 'tagging' },
              { type: 'SpecificResource', source: `urn:uuid:${conflict.id}`, purpose: 'classifying' },
              { type: 'TextualBody', value: 'Stance: against', purpose: 'describing' },
              { type: 'TextualBody', value: 'why\tso', purpose: 'commenting' },
            ],
            target: {
              selector: [
                { start: 4, end: 8 },
                { exact: 'word', prefix: 'A 😀 ', suffix: '' },
              ],
            },
          },
        ],
      },
    });
  });

  it('holds facts first and links last', async () => {
    const collection = await collectionOf(mixed, 'Protest_why_b.jsonld');
    const codings = mixed.annotations.map(() => ({ motivation: 'tagging' }));
    const facts = { motivation: 'describing', target: { id: `urn:uuid:${mixed.id}` } };
    const link = { motivation: 'linking', target: `urn:uuid:${uuid(3)}` };
    expect(collection).toMatchObject({ total: 11, first: { items: [facts, ...codings, link] } });
  });
});

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { corpusBytes, corpusNames, hasCorpus } from '../texts/testing/corpus.ts';
import type { CodebookEntry, CodebookFile } from './entry.ts';
import { codebookFormat, codebookLosses } from './file.ts';
import { losses } from './losses.ts';
import type { LossKind } from './losses.ts';
import { writeQdc } from './qdc/writer.ts';
import { codebooks } from './testing/codebooks.ts';

const options = { seed: 12, numRuns: 300, verbose: true };
const schemaFolder = resolve(import.meta.dirname, '../../../../../shared/corpus/files/refi-spec');

async function throughFile(name: string, file: CodebookFile): Promise<CodebookFile> {
  const format = codebookFormat(name);
  const { content, variables } = await format.write(file, 'Codebook');
  const bytes = (text: string | Uint8Array): Uint8Array =>
    typeof text === 'string' ? new TextEncoder().encode(text) : text;
  return format.read({ bytes: bytes(content), variables: variables === undefined ? undefined : bytes(variables) });
}

// eslint-disable-next-line no-control-regex -- what XML 1.0 cannot hold
const notInXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu;

/** What is left of a codebook when one kind of loss is taken from it. */
const without: Readonly<Record<LossKind, (file: CodebookFile) => CodebookFile>> = {
  anchors: (file) =>
    eachCode(file, (code) => ({
      ...code,
      examples: (code.examples ?? []).map(({ quote }) => ({ quote, anchor: null })),
    })),
  variables: (file) => ({ ...file, variables: [] }),
  patterns: (file) => eachCode(file, (code) => ({ ...code, pattern: 'plain' })),
  keys: (file) => eachCode(file, (code) => ({ ...code, key: null })),
  archived: (file) => eachCode(file, (code) => ({ ...code, archived: false })),
  characters: (file) => {
    const replaced = JSON.stringify(file, (_, value: unknown) =>
      typeof value === 'string' ? value.replace(notInXml, '\ufffd') : value,
    );
    return JSON.parse(replaced) as CodebookFile; // the same shape, with other strings
  },
  reading: (file) => file,
};

function eachCode(file: CodebookFile, change: (code: CodebookEntry) => CodebookEntry): CodebookFile {
  return { ...file, codes: file.codes.map(change) };
}

/** Sets in the order of their names, and plain values where a file is silent: neither has a meaning. */
function normal(file: CodebookFile): CodebookFile {
  const plain = { pattern: 'plain', key: null, archived: false, exclusiveSet: null } as const;
  return {
    ...eachCode(file, (code) => ({ ...plain, ...code })),
    sets: file.sets.toSorted((one, other) => (one.name < other.name ? -1 : 1)),
  };
}

describe('a codebook that is written and read', () => {
  it.each(['book.csv', 'book.json', 'book.qdc'])(
    'comes back from %s without anything but the named losses',
    async (name) => {
      await fc.assert(
        fc.asyncProperty(codebooks, async (file) => {
          const format = codebookFormat(name);
          const kept = losses(format.id, file).reduce((left, { kind }) => without[kind](left), file);
          expect(normal(await throughFile(name, file))).toEqual(normal(kept));
        }),
        options,
      );
    },
  );

  it.each(['book.csv', 'book.json'])('loses nothing in %s, and says so', (name) => {
    fc.assert(
      fc.property(codebooks, (file) => {
        expect(codebookLosses(name, file)).toEqual([]);
      }),
      options,
    );
  });

  it('has places of examples, and sets without codes, in further columns and rows of the table', async () => {
    const file: CodebookFile = {
      codes: [
        {
          path: ['A'],
          examples: [
            { quote: 'own words', anchor: null },
            { quote: 'taken', anchor: { document: 'The 12-45 bus', start: 3, end: 8 } },
          ],
        },
        { path: ['B'], examples: [{ quote: 'own, too', anchor: null }] },
      ],
      sets: [{ name: 'Nobody yet', rule: 'refuse' }],
      variables: [],
    };
    const { content } = await codebookFormat('book.csv').write(file, 'Codebook');
    expect(content).toBe(
      [
        'path,definition,include,exclude,example,color,pattern,key,anchor,set,rule',
        'A,,,,"own words\n\ntaken",,,,"none\n3-8 The 12-45 bus",,',
        'B,,,,"own, too",,,,,,',
        ',,,,,,,,,Nobody yet,refuse',
        '',
      ].join('\r\n'),
    );
    expect(normal(await throughFile('book.csv', file))).toMatchObject(normal(file));
  });

  it('says before it is written what REFI-QDA cannot hold', () => {
    const file: CodebookFile = {
      codes: [
        { path: ['A'], pattern: 'striped', key: '1', archived: true, definition: 'bell \u0007' },
        { path: ['B'], key: '2', examples: [{ quote: 'x', anchor: { document: 'D', start: 0, end: 1 } }] },
      ],
      sets: [],
      variables: [],
    };
    expect(codebookLosses('book.qdc', file)).toEqual([
      '1 example keeps its words, but not the place',
      '1 code loses its stripes',
      '2 codes lose their keys',
      '1 archived code looks like any other',
      '1 control character, which XML cannot hold, becomes �',
    ]);
  });
});

describe('a REFI-QDA codebook', () => {
  it.skipIf(!hasCorpus('refi-spec'))('is valid against the schema of the standard', () => {
    const schema = XmlDocument.fromBuffer(readFileSync(resolve(schemaFolder, 'Codebook.xsd')));
    const validator = XsdValidator.fromDoc(schema);
    try {
      fc.assert(
        fc.property(codebooks, (file) => {
          const document = XmlDocument.fromString(writeQdc(file));
          try {
            validator.validate(document);
          } finally {
            document.dispose();
          }
        }),
        options,
      );
    } finally {
      validator.dispose();
      schema.dispose();
    }
  });

  // Counted in the files with grep: elements <Code and <MemberCode.
  const expected: Readonly<Record<string, number>> = {
    'atlasti23win_requal-valid.qdc': 1,
    'qualcoder40b_rqda-db.qdc': 16,
    'taguette141_codebook.qdc': 3,
  };
  it.skipIf(!hasCorpus('qdc')).each(corpusNames('qdc', /\.qdc$/u))(
    'of another program is read whole: %s',
    async (name) => {
      const bytes = corpusBytes('qdc', name);
      const file = codebookFormat(name).read({ bytes });
      const count = new TextDecoder().decode(bytes).match(/<Code /gu)?.length;
      expect(file.codes).toHaveLength(count ?? 0);
      if (expected[name] !== undefined) expect(file.codes).toHaveLength(expected[name]);
      expect(await throughFile(name, file)).toEqual({ ...file, changes: undefined });
    },
  );

  it.skipIf(!hasCorpus('qdc'))('keeps groups of another program in the definitions of their codes', () => {
    const file = codebookFormat('x.qdc').read({ bytes: corpusBytes('qdc', 'atlasti23win_requal-valid.qdc') });
    expect(file.codes).toMatchObject([
      { path: ['code1'], definition: 'description\n\nSet: code group 1 — kategorie 1', hue: 10 },
    ]);
    expect(file.sets).toEqual([]);
  });
});

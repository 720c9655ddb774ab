import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { buildCodeTree, findByPath, splitPath } from '../../../shared/model/codeTree.ts';
import { directionSchema, hueSchema, patternSchema, plainCode } from '../../../shared/model/records.ts';
import type { Id } from '../../../shared/model/records.ts';
import { countCodePoints, utf16 } from '../../../shared/text/offsets.ts';
import type { CommandContext } from '../../app/commandContext.ts';
import type { Session } from '../../app/session.ts';
import { sealHistory } from '../../store/journal.ts';
import { insertAnnotation } from '../../store/rows/annotation.ts';
import { insertCode, listCodes, updateCode } from '../../store/rows/code.ts';
import { insertCoder } from '../../store/rows/coder.ts';
import { hashText, storeContent } from '../../store/rows/content.ts';
import { insertDocument, insertImport } from '../../store/rows/document.ts';
import { writeFact } from '../../store/rows/fact.ts';

const sampleSchema = z.object({
  name: z.string(),
  documents: z.array(
    z.object({
      file: z.string(),
      name: z.string(),
      facts: z.record(z.string(), z.string()),
      language: z.string(),
      direction: directionSchema,
    }),
  ),
  codes: z.array(
    z.object({
      path: z.string(),
      color: hueSchema,
      pattern: patternSchema,
      key: z.string().optional(),
      definition: z.string(),
    }),
  ),
  coders: z.array(z.string()),
  annotations: z.array(
    z.object({
      document: z.string(),
      coder: z.string(),
      code: z.string(),
      quote: z.string(),
      occurrence: z.number().int().min(1),
      memo: z.string().optional(),
    }),
  ),
});
type SampleFile = z.output<typeof sampleSchema>;

/** The sample project's material: what `sample.json` says, and each document's text. */
export type Sample = SampleFile & { texts: Map<string, string> };

export function readSample(resourcesFolder: string): Sample {
  const folder = join(resourcesFolder, 'sample');
  const file = sampleSchema.parse(JSON.parse(readFileSync(join(folder, 'sample.json'), 'utf8')));
  const texts = new Map(file.documents.map(({ file: name }) => [name, readFileSync(join(folder, name), 'utf8')]));
  return { ...file, texts };
}

function textOf(sample: Sample, file: string): string {
  const text = sample.texts.get(file);
  if (text === undefined) throw new Error(`the sample has no text ${file}`);
  return text;
}

function idIn(ids: ReadonlyMap<string, Id>, name: string): Id {
  const id = ids.get(name);
  if (id === undefined) throw new Error(`the sample does not know “${name}”`);
  return id;
}

/** Fills the open, empty project with the sample. Its making is not a step that undo takes back. */
export function fillSample(session: Session, sample: Sample): void {
  session.run('project.openSample', (context) => {
    const coders = new Map(sample.coders.map((name) => [name, context.newId()]));
    for (const [name, id] of coders) insertCoder(context.store.db, { id, name, kind: 'person' }, context.now);
    const codes = addCodes(context, sample);
    const documents = addDocuments(context, sample);
    for (const wanted of sample.annotations) {
      const text = textOf(sample, wanted.document);
      let start = -1;
      for (let seen = 0; seen < wanted.occurrence; seen++) start = text.indexOf(wanted.quote, start + 1);
      if (start < 0) throw new Error(`the sample quotes words that ${wanted.document} does not have`);
      const annotation = {
        id: context.newId(),
        document: idIn(documents, wanted.document),
        code: idIn(codes, wanted.code),
        coder: idIn(coders, wanted.coder),
        start: utf16(start),
        end: utf16(start + wanted.quote.length),
        memo: wanted.memo ?? '',
      };
      insertAnnotation(context.store.db, annotation, wanted.quote, context.now);
    }
    return { values: {}, output: null };
  });
  sealHistory(session.open().store.db);
  session.emit({ event: 'status', data: {} });
}

function addCodes(context: CommandContext, sample: Sample): Map<string, Id> {
  const { db } = context.store;
  const ids = new Map<string, Id>();
  sample.codes.forEach(({ path, color, pattern, key, definition }, position) => {
    const names = splitPath(path);
    const above = names.slice(0, -1).join(' / ');
    const parent = above === '' ? null : (findByPath(buildCodeTree(listCodes(db)), above)?.id ?? null);
    const code = {
      id: context.newId(),
      parent,
      name: names.at(-1) ?? path,
      ...plainCode,
      definition,
      hue: color,
      pattern,
      key: null,
      position,
    };
    insertCode(db, code, context.now);
    if (key !== undefined) updateCode(db, { ...code, key }, context.now);
    ids.set(path, code.id);
  });
  return ids;
}

function addDocuments(context: CommandContext, sample: Sample): Map<string, Id> {
  const { db } = context.store;
  const entry = { id: context.newId(), coder: null, program: 'Galley sample', options: {} };
  insertImport(db, entry, context.now);
  const ids = new Map<string, Id>();
  sample.documents.forEach((document, position) => {
    const content = textOf(sample, document.file);
    const sha256 = hashText(content);
    const size = Buffer.byteLength(content, 'utf8');
    const [rows] = storeContent(db, [
      {
        text: { content, sha256, codePoints: countCodePoints(content) },
        original: { sha256, size, packing: 'text', bytes: null },
      },
    ]);
    if (!rows) throw new Error('content was not stored');
    const id = context.newId();
    insertDocument(
      db,
      {
        id,
        name: document.name,
        position,
        ...rows,
        import: entry.id,
        path: document.file,
        importer: 'text',
        importerVersion: 1,
        encoding: 'utf-8',
        encodingSource: 'valid-utf-8',
        lineEnds: 'lf',
        warnings: [],
        language: document.language,
        direction: document.direction,
      },
      context.now,
    );
    for (const [name, value] of Object.entries(document.facts)) writeFact(db, id, name, value, context.now);
    ids.set(document.file, id);
  });
  return ids;
}

import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import { AppError } from '../../../shared/errors.ts';
import { countCodePoints } from '../../../shared/text/offsets.ts';
import { mendSigns } from '../../../shared/text/signs.ts';
import { said } from '../../../shared/words/message.ts';
import type { ImportedDocument, ImportOptions } from '../../formats/texts/importer.ts';
import { importerFor } from '../../formats/texts/registry.ts';
import type { Job } from '../../workers/job.ts';
import { refusalOf } from './findFiles.ts';
import type { FileToRead } from './findFiles.ts';

/** The largest file that can be imported, in bytes. */
export const largestFile = 100 * 1024 * 1024;

/** How files are read. `format` is the id of an importer for all of them. */
export type ReadFilesOptions = ImportOptions & { format?: string };

export type ReadFilesInput = { files: FileToRead[]; options: ReadFilesOptions };

/** One document, ready to be stored. `bytes` of the original is null when it is exactly the text in UTF-8. */
export type ReadDocument = {
  document: ImportedDocument;
  textHash: Uint8Array;
  codePoints: number;
};

export type ReadFile =
  | {
      file: FileToRead;
      importer: string;
      importerVersion: number;
      size: number;
      sha256: Uint8Array;
      packing: 'none' | 'deflate' | 'text';
      bytes: Uint8Array | null;
      documents: ReadDocument[];
    }
  | { file: FileToRead; refusal: string };

/** Reads, decodes and hashes files, one after another: a thread has nothing else to do while it waits for the disk. What cannot be read comes back as a refusal in words; the others go on. */
export const readFilesJob: Job<ReadFilesInput, ReadFile[]> = async ({ files, options }, context) => {
  const results: ReadFile[] = [];
  for (const file of files) {
    context.checkpoint();
    try {
      results.push(await readOne(file, options));
    } catch (error) {
      results.push({ file, refusal: refusalOf(error) });
    }
    context.progress(results.length, files.length);
  }
  return results;
};

/** Names and facts go into records, and must come back from them as they went in: signs that would not are replaced, and told. */
function withKeptSigns(document: ImportedDocument): ImportedDocument {
  const name = mendSigns(document.name);
  const facts = Object.fromEntries(
    Object.entries(document.facts).map(([key, value]) => [mendSigns(key), mendSigns(value)]),
  );
  const inName = name !== document.name;
  const changed = Object.keys(facts).filter((key) => facts[key] !== document.facts[key]);
  if (!inName && changed.length === 0) return document;
  const replaced = { code: 'signs-replaced', said: said('corpus.signsReplaced', { inName, facts: changed }) };
  return { ...document, name, facts, warnings: [...document.warnings, replaced] };
}

async function readOne(file: FileToRead, options: ReadFilesOptions): Promise<ReadFile> {
  const about = statSync(file.path);
  if (!about.isFile()) throw new AppError('file-unsupported', said('files.notRegular'));
  if (about.size > largestFile) {
    const megabytes = (about.size / 1024 / 1024).toFixed(0);
    throw new AppError('file-too-large', said('files.tooLarge', { megabytes }));
  }
  const bytes = readFileSync(file.path);
  const name = file.shownAs.split('/').at(-1) ?? file.shownAs;
  const importer = importerFor({ name, bytes }, options.format);
  const documents = await importer.read({ name, bytes }, options);
  const read = documents.map(withKeptSigns).map((document) => {
    const encoded = Buffer.from(document.text, 'utf8');
    return {
      document,
      textHash: createHash('sha256').update(encoded).digest(),
      codePoints: countCodePoints(document.text),
      same: encoded.equals(bytes),
    };
  });
  const only = read.length === 1 ? read[0] : undefined;
  const sha256 = only?.same ? only.textHash : createHash('sha256').update(bytes).digest();
  return {
    file,
    importer: importer.id,
    importerVersion: importer.version,
    size: bytes.length,
    sha256,
    ...pack(bytes, only?.same ?? false),
    documents: read.map(({ document, textHash, codePoints }) => ({ document, textHash, codePoints })),
  };
}

/** The original is kept whole: by reference when the text is the same, deflated when that saves a tenth, else as it is. */
function pack(bytes: Buffer, same: boolean): { packing: 'none' | 'deflate' | 'text'; bytes: Uint8Array | null } {
  if (same) return { packing: 'text', bytes: null };
  const packed = deflateRawSync(bytes, { level: 6 });
  return packed.length < bytes.length * 0.9 ? { packing: 'deflate', bytes: packed } : { packing: 'none', bytes };
}

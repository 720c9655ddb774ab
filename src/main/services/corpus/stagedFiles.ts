import { basename } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { corpusWords } from '#words/core/corpus.ts';
import type { FileRef } from '../../../shared/api/files.ts';
import type { ImportReport } from '../../../shared/api/imports.ts';
import { AppError } from '../../../shared/errors.ts';
import { foldName } from '../../../shared/text/folding.ts';
import { said } from '../../../shared/words/message.ts';
import type { TaskContext } from '../../app/handlers.ts';
import type { FileToRead, FoundFiles } from '../../jobs/import/findFiles.ts';
import { importJobs } from '../../jobs/import/jobs.ts';
import type { ReadDocument, ReadFile, ReadFilesOptions } from '../../jobs/import/readFiles.ts';
import type { Store } from '../../store/database.ts';
import { documentOfOriginal, originalHashes } from '../../store/rows/content.ts';
import type { StoredContent } from '../../store/rows/content.ts';
import { documentsByName } from '../../store/rows/document.ts';
import { openStaging } from '../../store/rows/staging.ts';
import type { Staging } from '../../store/rows/staging.ts';

/** Files that a worker reads in one go: few enough that progress moves and memory stays small. */
const batchFiles = 256;
/** The first batches are small, so that storing begins at once. */
const firstFiles = 32;
const batchBytes = 8 * 1024 * 1024;

type Found = FoundFiles['files'][number];
type Refusal = ImportReport['refused'][number];

function batches(found: readonly Found[]): FileToRead[][] {
  const all: FileToRead[][] = [];
  let batch: FileToRead[] = [];
  let bytes = 0;
  for (const { size, ...file } of found) {
    if (batch.length > 0 && (batch.length >= (all.length < 4 ? firstFiles : batchFiles) || bytes + size > batchBytes)) {
      all.push(batch);
      batch = [];
      bytes = 0;
    }
    batch.push(file);
    bytes += size;
  }
  if (batch.length > 0) all.push(batch);
  return all;
}

type Read = Exclude<ReadFile, { refusal: string }>;

/** A file that was read, without its bytes and texts: those are stored, and a large import would fill the memory. */
export type StagedFile = Omit<Read, 'bytes' | 'documents' | 'packing'>;

/** A document whose text and original are stored (`content`); what is left is its record. */
export type StagedDocument = {
  /** The same object for all documents of one file. */
  file: StagedFile;
  document: Omit<ReadDocument['document'], 'text'>;
  textHash: Uint8Array;
  codePoints: number;
  content: StoredContent;
};

/** What is to be read, and how. */
type Wish = {
  files: readonly FileRef[];
  options: ReadFilesOptions;
  /** What the task is called once it is known how many files are read; absent: as before. */
  label?: (files: number) => string;
};

/** Reads one batch in a worker. A file that brings the worker down is found by reading its batch one by one. */
async function readBatch(context: TaskContext, files: FileToRead[], options: ReadFilesOptions): Promise<ReadFile[]> {
  try {
    return await context.jobs.run(importJobs.readFiles, { files, options }, { signal: context.signal });
  } catch (error) {
    if (context.signal.aborted) throw error;
    const [only] = files;
    if (files.length > 1 || only === undefined) {
      const results: ReadFile[] = [];
      for (const file of files) results.push(...(await readBatch(context, [file], options)));
      return results;
    }
    if (!(error instanceof AppError)) context.platform.log('error', `${only.shownAs}: ${String(error)}`);
    return [
      {
        file: only,
        refusal: error instanceof AppError ? error.message : corpusWords.fileUnreadable,
      },
    ];
  }
}

/**
 * Files that need not come in again: by hash, those of this import with a name, and those of the project. `named` are the
 * folded names of documents, of this import and of the project.
 */
type Known = { seen: Map<string, string>; stored: ReadonlySet<string>; named: Set<string> };

/** The name of the document that was made from the same bytes, if there is one. */
function twinOf(
  store: Store,
  key: string,
  sha256: Uint8Array,
  { seen, stored }: Omit<Known, 'named'>,
): string | undefined {
  return seen.get(key) ?? (stored.has(key) ? documentOfOriginal(store.db, sha256)?.name : undefined);
}

/** Stores the texts and originals of a batch and answers with what the last step needs. Twins are refused. */
function stageBatch(
  { store, staging }: StagingContext,
  batch: readonly ReadFile[],
  known: Known,
  refused: Refusal[],
): StagedDocument[] {
  const fresh: Read[] = [];
  for (const given of batch) {
    const path = given.file.shownAs;
    if ('refusal' in given) {
      refused.push({ path, reason: given.refusal });
      continue;
    }
    const key = Buffer.from(given.sha256).toString('hex');
    const twin = twinOf(store, key, given.sha256, known);
    if (twin !== undefined) {
      refused.push(refusedTwin(path, twin));
      known.seen.set(key, twin);
      continue;
    }
    const read = withNames(given, known.named);
    fresh.push(read);
    known.seen.set(key, read.documents[0]?.document.name ?? path);
  }
  const parts = fresh.flatMap((read) => read.documents.map((document) => ({ read, document })));
  const rows = staging.add(
    parts.map(({ read, document }) => ({
      text: { content: document.document.text, sha256: document.textHash, codePoints: document.codePoints },
      original: { sha256: read.sha256, size: read.size, packing: read.packing, bytes: read.bytes },
    })),
  );
  const files = new Map(fresh.map((read) => [read, withoutContent(read)]));
  return parts.flatMap(({ read, document: { document, textHash, codePoints } }, index) => {
    const [content, file] = [rows[index], files.get(read)];
    const facts = { ...document, text: '' }; // the text is stored now
    return content && file ? [{ file, document: facts, textHash, codePoints, content }] : [];
  });
}

function withoutContent({ file, importer, importerVersion, size, sha256 }: Read): StagedFile {
  return { file, importer, importerVersion, size, sha256 };
}

/** What a report says of a file that is in the project already, as the document of this name. */
export function refusedTwin(path: string, name: string): Refusal {
  return { path, reason: corpusWords.sameFile({ name }) };
}

/** With the names that its documents will have, which are put to those in `named`. */
function withNames(read: Read, named: Set<string>): Read {
  const path = read.file.shownAs;
  const withName = ({ document, ...rest }: ReadDocument): ReadDocument => {
    const name = apart(nameOf(document.name, path), document.nameOfFile, named);
    named.add(foldName(name));
    return { ...rest, document: { ...document, name } };
  };
  return { ...read, documents: read.documents.map(withName) };
}

/** Names are shown on one line and have at most so many UTF-16 code units. */
const longestName = 300;

/** What a document is called. */
function nameOf(found: string, path: string): string {
  const line = found.replace(/\s+/gu, ' ').trim();
  return cut(line === '' ? basename(path) : line, longestName);
}

function cut(name: string, length: number): string {
  return name.length > length ? `${name.slice(0, length - 1).toWellFormed()}…` : name;
}

/** A name that is a line of the text, with that of the file where another document has it already: both begin alike. */
function apart(name: string, nameOfFile: string | undefined, named: ReadonlySet<string>): string {
  if (nameOfFile === undefined || !named.has(foldName(name))) return name;
  return `${cut(name, longestName / 2 - 3)} (${cut(nameOfFile, longestName / 2)})`;
}

/** Throws `read-only` where nothing can be staged. */
export function refuseReadOnly({ readOnly, readOnlyReason }: Store): void {
  if (readOnly) throw new AppError('read-only', said('history.readOnly', { reason: readOnlyReason }));
}

/** A task with a staging of its own. */
export type StagingContext = TaskContext & { readonly staging: Staging };

/** Runs `work` with a staging that ends with it. What it staged and did not commit is removed. */
export async function withStaging<T>(context: TaskContext, work: (context: StagingContext) => Promise<T>): Promise<T> {
  const staging = openStaging(context.store.db);
  try {
    return await work({ ...context, staging });
  } finally {
    try {
      staging.end();
    } catch (error) {
      // How the work went is what counts. What is left goes when the project is opened again.
      context.platform.log('warning', `what was staged was not removed: ${String(error)}`);
    }
  }
}

/** Finds, reads and stages files, batch by batch. What cannot be read is refused, and the others go on. */
export async function stageFiles(
  context: StagingContext,
  { files, options, label }: Wish,
): Promise<{ staged: StagedDocument[]; refused: Refusal[] }> {
  const { store, grants } = context;
  const places = files.map((file) => grants.find(file)).map(({ path, shownAs }) => ({ path, shownAs }));
  const { files: found, refused } = await context.jobs.run(
    importJobs.findFiles,
    { places },
    { signal: context.signal },
  );
  const staged: StagedDocument[] = [];
  const named = new Set([...documentsByName(store.db).keys()].map(foldName));
  const known: Known = { seen: new Map(), stored: originalHashes(store.db), named };
  let done = 0;
  const work = batches(found);
  if (label) context.label(label(found.length));
  context.progress(0, found.length);
  // One batch is always being read while the one before it is being stored.
  const reading = work.map(() => null as Promise<ReadFile[]> | null);
  const begin = (index: number): void => {
    const batch = work[index];
    if (!batch || reading[index]) return;
    const promise = readBatch(context, batch, options);
    promise.catch(() => undefined); // the one who waits for it hears of the failure
    reading[index] = promise;
  };
  for (let index = 0; index < work.length; index++) {
    for (let ahead = 0; ahead <= context.jobs.width; ahead++) begin(index + ahead);
    const batch = (await reading[index]) ?? [];
    reading[index] = null;
    staged.push(...stageBatch(context, batch, known, refused));
    done += batch.length;
    context.progress(done, found.length);
    // Batches that are read already would follow one another without a break: calls, a Cancel among them, come first.
    await nextTurn();
  }
  return { staged, refused };
}

/** Throws unless the rows of every document still hold what was staged for it. To be called inside the command. */
export function checkStaged(staging: Staging, staged: readonly StagedDocument[]): void {
  const unlike = staging.unlike(
    staged.map(({ file, textHash, content }) => ({ rows: content, text: textHash, original: file.sha256 })),
  );
  const name = unlike === undefined ? undefined : staged[unlike]?.file.file.shownAs;
  if (name === undefined) return;
  throw new AppError('conflict', said('corpus.storedOtherwise', { file: name }));
}

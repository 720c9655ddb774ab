import { basename } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { AppError } from '../../shared/api/errors.ts';
import type { ImportReport } from '../../shared/api/imports.ts';
import type { Id } from '../../shared/model/records.ts';
import type { CommandContext, Handlers, TaskContext } from '../app/handlers.ts';
import type { Store } from '../store/database.ts';
import { documentOfOriginal, keepStaged, originalHashes, purgeStaging, stageContent } from '../store/rows/content.ts';
import { insertDocument, insertImport, nextDocumentPosition } from '../store/rows/document.ts';
import { writeFact } from '../store/rows/fact.ts';
import type { FileToRead, FoundFiles } from '../workers/jobs/findFiles.ts';
import type { ReadDocument, ReadFile } from '../workers/jobs/readFiles.ts';

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

/** A document whose text and original are stored; what is left is its record. */
type Staged = { read: Exclude<ReadFile, { refusal: string }>; document: ReadDocument; text: number; original: number };

/** Reads one batch in a worker. A file that brings the worker down is found by reading its batch one by one. */
async function readBatch(context: TaskContext, files: FileToRead[], options: object): Promise<ReadFile[]> {
  try {
    return await context.jobs.run('files.read', { files, options }, { signal: context.signal });
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
        refusal: error instanceof AppError ? error.message : 'The file could not be read; it may be damaged.',
      },
    ];
  }
}

/** Files that need not come in again: by hash, those of this import with a name, and those of the project. */
type Known = { seen: Map<string, string>; stored: ReadonlySet<string> };

/** The name of the document that was made from the same bytes, if there is one. */
function twinOf(store: Store, key: string, sha256: Uint8Array, { seen, stored }: Known): string | undefined {
  return seen.get(key) ?? (stored.has(key) ? documentOfOriginal(store.db, sha256)?.name : undefined);
}

/** Stores the texts and originals of a batch and answers with what the last step needs. Twins are refused. */
function stageBatch(store: Store, batch: readonly ReadFile[], known: Known, refused: Refusal[]): Staged[] {
  const fresh: Exclude<ReadFile, { refusal: string }>[] = [];
  for (const read of batch) {
    const path = read.file.shownAs;
    if ('refusal' in read) {
      refused.push({ path, reason: read.refusal });
      continue;
    }
    const key = Buffer.from(read.sha256).toString('hex');
    const twin = twinOf(store, key, read.sha256, known);
    if (twin !== undefined) refused.push({ path, reason: `The same file is in the project already, as “${twin}”.` });
    else fresh.push(read);
    known.seen.set(key, twin ?? read.documents[0]?.document.name ?? path);
  }
  const parts = fresh.flatMap((read) => read.documents.map((document) => ({ read, document })));
  const rows = stageContent(
    store.db,
    parts.map(({ read, document }) => ({
      text: { content: document.document.text, sha256: document.textHash, codePoints: document.codePoints },
      original: { sha256: read.sha256, size: read.size, packing: read.packing, bytes: read.bytes },
    })),
  );
  return parts.flatMap((part, index) => {
    const row = rows[index];
    // The text itself is stored now: only its record's facts are kept in memory.
    return row
      ? [{ ...part, document: { ...part.document, document: { ...part.document.document, text: '' } }, ...row }]
      : [];
  });
}

/** Names are shown on one line and have at most 300 characters. */
function tidyName(name: string, path: string): string {
  const line = name.replace(/\s+/gu, ' ').trim();
  const given = line === '' ? basename(path) : line;
  return given.length > 300 ? `${given.slice(0, 299).toWellFormed()}…` : given;
}

function writeRecords(context: CommandContext, staged: readonly Staged[], options: object, program: string): Id[] {
  const { store, now } = context;
  const entry = { id: context.newId(), coder: null, program, options };
  insertImport(store.db, entry, now);
  let position = nextDocumentPosition(store.db);
  const ids = staged.map(({ read, document: { document }, text, original }) => {
    const id = context.newId();
    insertDocument(
      store.db,
      {
        id,
        name: tidyName(document.name, read.file.shownAs),
        position: position++,
        text,
        original,
        import: entry.id,
        path: read.file.shownAs,
        importer: read.importer,
        importerVersion: read.importerVersion,
        encoding: document.encoding,
        encodingSource: document.encodingSource,
        lineEnds: document.lineEnds,
        warnings: document.warnings,
        language: document.language ?? '',
        direction: document.direction,
      },
      now,
    );
    for (const [name, value] of Object.entries(document.facts)) writeFact(store.db, id, name, value, now);
    return id;
  });
  keepStaged(store.db);
  return ids;
}

function reportOf(ids: readonly Id[], staged: readonly Staged[], refused: Refusal[]): ImportReport {
  const documents = staged.flatMap(({ read, document: { document, codePoints } }, index) => {
    const id = ids[index];
    if (id === undefined) return [];
    const { encoding, encodingSource, lineEnds, warnings } = document;
    const path = read.file.shownAs;
    return [
      {
        id,
        name: tidyName(document.name, path),
        path,
        characters: codePoints,
        encoding,
        encodingSource,
        lineEnds,
        bytes: read.size,
        warnings,
      },
    ];
  });
  return { documents, refused };
}

function labelOf(report: number): string {
  return `Import ${report} ${report === 1 ? 'document' : 'documents'}`;
}

export const importHandlers = {
  'imports.start': async (context, { files, ...options }) => {
    const { store, grants } = context;
    if (store.readOnly)
      throw new AppError('read-only', `This project is open for reading only. ${store.readOnlyReason}`);
    context.label('Import');
    const places = files.map((file) => grants.find(file)).map(({ path, shownAs }) => ({ path, shownAs }));
    const { files: found, refused } = await context.jobs.run('files.find', { places }, { signal: context.signal });
    const staged: Staged[] = [];
    const known: Known = { seen: new Map(), stored: originalHashes(store.db) };
    let done = 0;
    // One batch is always being read while the one before it is being stored.
    const work = batches(found);
    context.label(labelOf(found.length));
    context.progress(0, found.length);
    try {
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
        staged.push(...stageBatch(store, batch, known, refused));
        done += batch.length;
        context.progress(done, found.length);
        // Batches that are read already would follow one another without a break: calls, a Cancel among them, come first.
        await nextTurn();
      }
      if (staged.length === 0) return { documents: [], refused };
      return context.commit((command) => {
        const ids = writeRecords(command, staged, options, `Galley ${context.platform.version}`);
        return { label: labelOf(ids.length), output: reportOf(ids, staged, refused) };
      });
    } catch (error) {
      purgeStaging(store.db);
      throw error;
    }
  },
} satisfies Partial<Handlers>;

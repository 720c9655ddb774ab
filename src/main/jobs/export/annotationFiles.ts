import { join } from 'node:path';
import { exportingWords as words } from '#words/core/exporting.ts';
import type { AnnotationFormatName } from '../../../shared/api/exports.ts';
import type { AnnotationFiles, AnnotationWriter } from '../../formats/annotations/format.ts';
import { annotationFormat } from '../../formats/annotations/registry.ts';
import type { Store } from '../../store/database.ts';
import { lastChange, listDocumentHeads } from '../../store/exportQueries.ts';
import type { DocumentHead } from '../../store/exportQueries.ts';
import { readProject } from '../../store/rows/project.ts';
import type { JobContext } from '../../workers/job.ts';
import { readAnnotatedDocument, readCorpus } from './annotatedDocument.ts';
import type { DocumentReader } from './documentReader.ts';
import { openWholeFolder } from './wholeFolder.ts';
import type { WholeFolder } from './wholeFolder.ts';

export type AnnotationFilesInput = {
  formats: readonly AnnotationFormatName[];
  /** Each format gets a folder of its name below this one. */
  folder: string;
  /** Program and version, such as `Galley 1.2`. */
  program: string;
  /** Gives the documents and codings that are wanted; absent: all of them. */
  read?: DocumentReader | undefined;
};

/** A folder that one format has written. */
export type WrittenFolder = { name: string; documents: number; files: number };

/** Annotation files that are whole and have no names yet. */
export type AnnotationFolders = {
  /** The names that the files will have, such as `brat/annotation.conf`. */
  names(): string[];
  /** Gives them their names. */
  publish(): { folders: WrittenFolder[]; warnings: string[] };
  /** Removes what was not published. */
  discard(): void;
};

/** Warnings of one format that are told one by one. */
const mostWarnings = 100;

/** One format at work. */
type Part = { format: string; folder: WholeFolder; writer: AnnotationWriter; told: string[]; untold: number };

/**
 * Writes codings in each format, one document at a time: memory does not grow with the corpus. The moment that the files
 * name is that of the last change, so that equal data give equal bytes. Leaves nothing behind when it throws.
 */
export async function gatherAnnotationFiles(
  db: Store['db'],
  input: AnnotationFilesInput,
  context: JobContext,
): Promise<AnnotationFolders> {
  const parts: Part[] = [];
  const discard = (): void => {
    for (const { folder } of parts) folder.discard();
  };
  try {
    for (const format of input.formats) parts.push(open(db, format, input));
    const written = await writeDocuments(db, listDocumentHeads(db), parts, input, context);
    for (const part of parts) take(part, part.writer.closing(), new Map());
    const names = (): string[] =>
      parts.flatMap(({ format, folder }) => folder.names().map((name) => `${format}/${name}`));
    return { names, discard, publish: () => publish(parts, written) };
  } catch (error) {
    discard();
    throw error;
  }
}

function open(db: Store['db'], name: AnnotationFormatName, input: AnnotationFilesInput): Part {
  const format = annotationFormat(name);
  const project = readProject(db);
  if (!format || !project) throw new Error(`no format ${name}, or no project`);
  const writer = format.open({ project, program: input.program, exported: lastChange(db) });
  return { format: name, folder: openWholeFolder(join(input.folder, name)), writer, told: [], untold: 0 };
}

async function writeDocuments(
  db: Store['db'],
  heads: readonly DocumentHead[],
  parts: readonly Part[],
  input: AnnotationFilesInput,
  context: JobContext,
): Promise<number> {
  const corpus = readCorpus(db);
  let written = 0;
  for (const [index, head] of heads.entries()) {
    const work = input.read?.(head);
    if (work === null) continue;
    written++;
    const ids = work && new Set(work.codings.map(({ id }) => id));
    const document = readAnnotatedDocument(corpus, head, ({ id }) => ids?.has(id) ?? true);
    const names = new Map([[head.id, head.name]]);
    for (const part of parts) {
      context.checkpoint();
      take(part, await part.writer.files(document), names);
    }
    context.progress(index + 1, heads.length);
  }
  return written;
}

function take(part: Part, { files, warnings }: AnnotationFiles, names: ReadonlyMap<string, string>): void {
  for (const { name, content, append } of files) part.folder.write(name, content, append ?? false);
  for (const { document, message } of warnings) {
    const name = document === null ? null : (names.get(document) ?? null);
    if (part.told.length >= mostWarnings) part.untold++;
    else part.told.push(words.annotationWarning({ format: part.format, document: name, message }));
  }
}

function publish(parts: readonly Part[], documents: number): { folders: WrittenFolder[]; warnings: string[] } {
  const warnings: string[] = [];
  const folders = parts.map(({ format, folder, told, untold }) => {
    const files = folder.names().length;
    const left = folder.publish();
    const [first] = left;
    warnings.push(...told);
    if (untold > 0) warnings.push(words.moreWarnings({ format, count: untold }));
    if (first !== undefined) warnings.push(words.filesLeft({ format, count: left.length, first }));
    return { name: format, documents, files };
  });
  return { folders, warnings };
}

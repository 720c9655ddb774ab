import { createHash, randomBytes } from 'node:crypto';
import type { Hash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { PassThrough } from 'node:stream';
import { ZipFile } from 'yazl';
import { isOfDocument, packageTableNames, writtenFields } from '../../../shared/model/packageRows.ts';
import type { PackageRow, PackageTable } from '../../../shared/model/packageRows.ts';
import { offsetConverter, utf16 } from '../../../shared/text/offsets.ts';
import type { OffsetConverter, Span } from '../../../shared/text/offsets.ts';
import type { CodebookFile } from '../../formats/codebook/entry.ts';
import { writeCodebookJson } from '../../formats/codebook/json.ts';
import { fileOf, packageVersion } from '../../formats/projects/package/manifest.ts';
import type { FreeText, Manifest } from '../../formats/projects/package/manifest.ts';
import { packageReadme } from '../../formats/projects/package/readme.ts';
import { surroundingsOf } from '../../formats/projects/package/surroundings.ts';
import type { Surroundings } from '../../formats/projects/package/surroundings.ts';
import { throughOneMoment } from '../../store/oneMoment.ts';
import type { Store } from '../../store/database.ts';
import { listDocumentHeads } from '../../store/exportQueries.ts';
import { openReader } from '../../store/openReader.ts';
import { allPackageRows, documentHashes, packageRowsOfDocument } from '../../store/packageRows.ts';
import { quoteHash } from '../../store/rows/annotation.ts';
import { textContent } from '../../store/rows/content.ts';
import { readProject } from '../../store/rows/project.ts';
import type { JobContext } from '../../workers/job.ts';
import { describeCodebook } from '../exchange/codebookEntries.ts';
import { openExportFolder } from '../files/exportRecord.ts';
import type { ExportFolder } from '../files/exportRecord.ts';
import { ensureFolder, explaining, openWholeFile } from '../files/wholeFiles.ts';
import type { WholeFile } from '../files/wholeFiles.ts';
import { beginning, cleanFields, textCleaner } from './packageTexts.ts';
import type { TextCleaner } from './packageTexts.ts';

export type WritePackageInput = {
  project: string;
  /** Where the zip file goes. */
  path: string;
  /** A file in the way that no earlier export of the project wrote is replaced, too. */
  replace: boolean;
  /** Longest quotation in code points; 0: none. */
  quote: number;
  freeText: FreeText;
  program: string;
};

/**
 * `cleaned`: texts that people wrote from which words of articles were taken out. `warnings`: what one should know of the
 * folder, one line each.
 */
export type WritePackageOutput = Contents & { warnings: string[] };

type Contents = { documents: number; codings: number; cleaned: number };

/** Facts that say which article it is; nobody has rights in them. */
const bibliographic = new Set(['title', 'byline', 'date', 'site', 'section', 'url', 'language']);

/** Kinds that are no document's, apart from examples and documents themselves. */
const shared = packageTableNames.filter((table) => table !== 'document' && table !== 'example' && !isOfDocument(table));

/** Kinds of which every record is about one document. */
const ofDocuments = packageTableNames.filter(isOfDocument);

type Line = { file: WholeFile; path: string; name: string; records: number; hash: Hash };

/** The data files on their way, in a folder that is removed at the end. */
class DataFiles {
  readonly folder: string;
  private readonly lines = new Map<PackageTable, Line>();

  constructor(beside: string) {
    this.folder = join(dirname(beside), `.galley-${randomBytes(6).toString('hex')}.tmp`);
    ensureFolder(this.folder);
    for (const table of packageTableNames) {
      const name = fileOf(table);
      const path = join(this.folder, name);
      this.lines.set(table, { file: openWholeFile(path), path, name, records: 0, hash: createHash('sha256') });
    }
  }

  add(table: PackageTable, rows: readonly PackageRow[]): void {
    const line = this.lines.get(table);
    if (!line) throw new Error(`no file for ${table}`);
    for (const row of rows) {
      const text = `${JSON.stringify(row)}\n`;
      line.file.write(text);
      line.hash.update(text, 'utf8');
    }
    line.records += rows.length;
  }

  finish(): { name: string; path: string; records: number; sha256: string }[] {
    return [...this.lines.values()].map(({ file, path, name, records, hash }) => {
      file.finish();
      file.publish();
      return { name, path, records, sha256: hash.digest('hex') };
    });
  }

  remove(): void {
    for (const { file } of this.lines.values()) file.discard();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/**
 * Writes a package: everything but texts and originals. The zip file appears when it is whole. Throws AppError
 * `file-exists` for a file in the way that is not this project's.
 */
export async function writePackageJob(input: WritePackageInput, context: JobContext): Promise<WritePackageOutput> {
  const db = openReader(input.project);
  let files: DataFiles | null = null;
  try {
    const target = openTarget(db, input);
    const begun = (files = new DataFiles(input.path));
    const { output, codebook, name } = await throughOneMoment(db, () =>
      Promise.resolve(gather(db, input, begun, context)),
    );
    const entries = begun.finish();
    const manifest: Manifest = {
      format: 'galley-package',
      version: packageVersion,
      program: input.program,
      project: { name },
      quote: input.quote,
      freeText: input.freeText,
      files: entries.map(({ name: file, records, sha256 }) => ({ name: file, records, sha256 })),
    };
    const warnings = await pack(input.path, { manifest, codebook, entries, target }, context);
    return { ...output, warnings };
  } finally {
    files?.remove();
    db.close();
  }
}

/** The place of the zip file, in which nothing stands that is not this project's. */
function openTarget(db: Store['db'], { path, replace }: WritePackageInput): ExportFolder {
  const target = openExportFolder(dirname(path), { project: readProject(db)?.id ?? '', replace, kind: 'package' });
  target.path(basename(path));
  target.refuseOthers();
  return target;
}

type Gathered = { output: Contents; codebook: CodebookFile; name: string };

function gather(db: Store['db'], input: WritePackageInput, files: DataFiles, context: JobContext): Gathered {
  const drops = input.freeText === 'drop';
  const rows = new Map(shared.map((table) => [table, allPackageRows(db, table)]));
  if (drops)
    for (const version of rows.get('codebook_version') ?? []) version['content'] = withoutExamples(version['content']);
  const examples = drops ? [] : allPackageRows(db, 'example');
  const described = describeCodebook(db);
  const codebook = drops
    ? { ...described, codes: described.codes.map((code) => ({ ...code, examples: [] })) }
    : described;
  const written = shared.flatMap((table) =>
    (rows.get(table) ?? []).map((row) => writtenFields(table).map((field) => row[field])),
  );
  const cleaner = textCleaner([written, examples, codebook], input);
  const documents = writeDocuments({ db, input, files, cleaner, examples }, rows.get('variable') ?? [], context);
  for (const table of shared) {
    files.add(
      table,
      (rows.get(table) ?? []).map((row) => cleanFields(row, writtenFields(table), cleaner)),
    );
  }
  files.add(
    'example',
    examples.map((row) => cleaner.clean(row)),
  );
  const cleanCodebook = cleaner.clean(codebook);
  return {
    codebook: cleanCodebook,
    name: readProject(db)?.name ?? '',
    output: { ...documents, cleaned: documents.cleaned + cleaner.changed() },
  };
}

/** A published version's content without its examples. */
function withoutExamples(content: unknown): unknown {
  return typeof content === 'object' && content !== null ? { ...content, examples: [] } : content;
}

type Work = {
  db: Store['db'];
  input: WritePackageInput;
  files: DataFiles;
  cleaner: TextCleaner;
  /** Their places are turned into code points as their documents come by. */
  examples: PackageRow[];
};

function writeDocuments(work: Work, variables: readonly PackageRow[], context: JobContext): Contents {
  const { db, files } = work;
  const records = new Map(allPackageRows(db, 'document').map((row) => [row['id'], row]));
  const variableOf = new Map(variables.map((row) => [row['id'], row]));
  const heads = listDocumentHeads(db);
  const output = { documents: heads.length, codings: 0, cleaned: 0 };
  heads.forEach((head, index) => {
    context.checkpoint();
    const text = textContent(db, head.text);
    work.cleaner.read(text);
    const { textHash, characters, originalHash } = documentHashes(db, head.id);
    const record = records.get(head.id) ?? {};
    files.add('document', [{ ...record, text_sha256: textHash, characters, original_sha256: originalHash }]);
    const converter = offsetConverter(text);
    for (const example of work.examples)
      if (example['document'] === head.id) Object.assign(example, pointed(example, converter));
    const own = writeWork(work, head.id, { text, textHash, converter }, variableOf);
    output.codings += own.codings;
    output.cleaned += own.cleaned;
    context.progress(index + 1, heads.length);
  });
  return output;
}

/** Places of a record in code points. */
function pointed(row: object, converter: OffsetConverter): { start: number; end: number } {
  const at = (field: 'start' | 'end'): number =>
    converter.toCodePoint(utf16(Number((row as Record<string, unknown>)[field]))); // a missing one fails in the converter
  return { start: at('start'), end: at('end') };
}

/** What was coded and answered in one document. */
function writeWork(
  { db, input, files }: Work,
  document: string,
  { text, textHash, converter }: { text: string; textHash: string; converter: OffsetConverter },
  variableOf: ReadonlyMap<unknown, PackageRow>,
): { codings: number; cleaned: number } {
  const drops = input.freeText === 'drop';
  const describe = describer(text, textHash, converter, input.quote);
  const inWords = (row: PackageRow): boolean => {
    const variable = variableOf.get(row['variable']);
    const isKnown = variable?.['scope'] === 'fact' && bibliographic.has(String(variable['name']));
    return variable?.['level'] === 'text' && row['state'] === 'given' && !isKnown;
  };
  const work = ofDocuments.map((table) => {
    const rows = packageRowsOfDocument(db, table, document);
    if (table === 'answer') {
      const kept = rows.filter((row) => !(drops && inWords(row)));
      return {
        table,
        rows: kept.map((row): PackageRow => ({ ...row, evidence: placesOf(row['evidence'], converter) })),
      };
    }
    const left = drops ? rows.map((row) => emptied(table, row)) : rows;
    if (table !== 'annotation') return { table, rows: left };
    const placed = left.map((row): PackageRow => ({
      ...row,
      ...pointed(row, converter),
      ...describe({ start: utf16(Number(row['start'])), end: utf16(Number(row['end'])) }),
    }));
    return { table, rows: placed };
  });
  const written = (table: PackageTable, row: PackageRow): readonly string[] =>
    table === 'answer' ? (inWords(row) ? ['value'] : []) : writtenFields(table);
  const cleaner = textCleaner(
    work.flatMap(({ table, rows }) => rows.map((row) => written(table, row).map((field) => row[field]))),
    input,
  );
  cleaner.read(text);
  for (const { table, rows } of work)
    files.add(
      table,
      rows.map((row) => cleanFields(row, written(table, row), cleaner)),
    );
  const codings = work.find(({ table }) => table === 'annotation')?.rows.length ?? 0;
  return { codings, cleaned: cleaner.changed() };
}

/** A record without what people wrote freely in it. */
function emptied(table: PackageTable, row: PackageRow): PackageRow {
  return { ...row, ...Object.fromEntries(writtenFields(table, true).map((field) => [field, ''])) };
}

/** Makes the function that says what a package tells of a passage in place of the text. */
function describer(
  text: string,
  textHash: string,
  offsets: OffsetConverter,
  most: number,
): (place: Span) => Surroundings & { quote: string | null; cut: boolean } {
  const hash = (words: string): string => quoteHash(words).toString('hex');
  const surroundings = surroundingsOf({ text, offsets, salt: textHash, hash });
  return (place) => ({ ...quotation(text.slice(place.start, place.end), most), ...surroundings(place) });
}

function quotation(passage: string, most: number): { quote: string | null; cut: boolean } {
  if (most === 0) return { quote: null, cut: true };
  const quote = beginning(passage, most);
  return { quote, cut: quote.length < passage.length };
}

function placesOf(evidence: unknown, converter: OffsetConverter): { start: number; end: number }[] {
  return Array.isArray(evidence) ? evidence.map((place: object) => pointed(place, converter)) : [];
}

/** Every file says the same day, the first that a zip can say: equal data give equal bytes. */
const options = { mtime: new Date(1980, 0, 1), forceDosTimestamp: true, mode: 0o100644 };

type Parts = {
  manifest: Manifest;
  codebook: CodebookFile;
  entries: readonly { name: string; path: string }[];
  target: ExportFolder;
};

/** Answers with what one should know of the folder, one line each. */
async function pack(
  path: string,
  { manifest, codebook, entries, target }: Parts,
  context: JobContext,
): Promise<string[]> {
  const zip = new ZipFile();
  const output = zip.outputStream.pipe(new PassThrough());
  // After a cancel it may still ask for files that are gone; unheard, that would end the thread and another task's work.
  zip.on('error', (error: Error) => output.destroy(error));
  zip.addBuffer(Buffer.from(packageReadme(manifest)), 'README.txt', options);
  zip.addBuffer(Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`), 'manifest.json', options);
  zip.addBuffer(Buffer.from(writeCodebookJson(codebook)), 'codebook.json', options);
  for (const entry of entries) zip.addFile(entry.path, entry.name, options);
  zip.end();
  const file = explaining(path, () => openWholeFile(path));
  try {
    for await (const chunk of output) {
      context.checkpoint();
      file.write(chunk as Buffer); // a byte stream has no encoding set
    }
    file.finish();
    target.refuseOthers();
    file.publish();
    return target.note();
  } finally {
    file.discard();
  }
}

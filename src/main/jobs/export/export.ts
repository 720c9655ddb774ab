import { exportingWords as words } from '#words/core/exporting.ts';
import { annotationFormatSchema, tableFormatSchema } from '../../../shared/api/exports.ts';
import type { ExportFormat } from '../../../shared/api/exports.ts';
import type { TableChoice } from '../../../shared/model/dataTable.ts';
import type { Coder } from '../../../shared/model/records.ts';
import type { DocumentWork } from '../../formats/tables/plan/documentWork.ts';
import type { TablePlan } from '../../formats/tables/plan/tablePlan.ts';
import { throughOneMoment } from '../../store/oneMoment.ts';
import type { Store } from '../../store/database.ts';
import * as queries from '../../store/exportQueries.ts';
import { openReader } from '../../store/openReader.ts';
import { readProject } from '../../store/rows/project.ts';
import type { JobContext } from '../../workers/job.ts';
import { openExportFolder } from '../files/exportRecord.ts';
import type { ExportFolder } from '../files/exportRecord.ts';
import { gatherAnnotationFiles } from './annotationFiles.ts';
import type { AnnotationFolders, WrittenFolder } from './annotationFiles.ts';
import { assertInside } from './documentReader.ts';
import type { DocumentReader } from './documentReader.ts';
import { chosenTables, ownWorkNote, readSurroundings } from './exportTable.ts';
import type { PreparedTable, Surroundings } from './exportTable.ts';
import { isOfAnnotations, writeParquetByColumn } from './parquet/parquetByColumn.ts';
import { hasColumnFormats, hasRowFormats, openTableFiles } from './tableFiles.ts';
import type { TableFiles } from './tableFiles.ts';
import { companions, tableFormats } from './tableFormats.ts';
import type { WriterOptions, WrittenFile } from './tableWriter.ts';
import { unreadFactWarnings } from './unreadFacts.ts';

export type ExportInput = {
  /** The project file, and the folder to write to. */
  project: string;
  folder: string;
  /** Files in the way that no earlier export of the project wrote are replaced, too. */
  replace: boolean;
  formats: readonly ExportFormat[];
  byteOrderMark: boolean;
  raw: boolean;
  partition: string | null;
  /** Program and version, which annotation files name. */
  program: string;
  /** Null: all codings and all documents. */
  table: TableChoice | null;
  /** Who codes in a blind round and so gets their own work alone; null: nobody. A table is narrowed to them already. */
  only: Coder | null;
};

export type ExportOutput = { files: WrittenFile[]; folders: WrittenFolder[]; warnings: string[] };

/** Files on their way, without their names. */
type Gathered = { tables: TableFiles[]; annotations: AnnotationFolders | null; warnings: string[] };

type Target = { target: ExportFolder };

/**
 * Writes the tables in each format, with their dictionaries. Reads all of it as of one moment, one document at a time.
 * Files appear when all of them are whole; a run that fails or is cancelled leaves none behind. Throws AppError
 * `file-exists` for files in the way that are not this project's.
 */
export async function exportJob(input: ExportInput, context: JobContext): Promise<ExportOutput> {
  const db = openReader(input.project);
  try {
    const target = openExportFolder(input.folder, { project: readProject(db)?.id ?? '', replace: input.replace });
    return await finish(await throughOneMoment(db, () => gather(db, { ...input, target }, context)), target, context);
  } finally {
    db.close();
  }
}

async function gather(db: Store['db'], input: ExportInput & Target, context: JobContext): Promise<Gathered> {
  const formats = input.formats.flatMap((name) => annotationFormatSchema.safeParse(name).data ?? []);
  const hasTables = input.formats.some((name) => tableFormatSchema.safeParse(name).success);
  const both = hasTables && formats.length > 0;
  const around = readSurroundings(db);
  const tables = hasTables ? await gatherTables(around, input, both ? partOf(context, 0, 2) : context) : [];
  const warnings = input.only ? [ownWorkNote(input.only)] : [];
  if (tables.length > 0 && input.table && tables.every((table) => table.rows() === 0)) warnings.push(words.noRows);
  const columns = tables.length > 0 && (input.table?.columns.facts ?? true);
  warnings.push(...unreadFactWarnings(around, { columns, filters: input.table?.filters ?? null }));
  if (formats.length === 0) return { tables, annotations: null, warnings };
  try {
    const read = input.table || input.only ? chosenTables(around, input)[0]?.read : undefined;
    const annotations = await gatherAnnotationFiles(
      db,
      { ...input, formats, read },
      both ? partOf(context, 1, 2) : context,
    );
    return { tables, annotations, warnings };
  } catch (error) {
    for (const table of tables) table.discard();
    throw error;
  }
}

/** The progress of one of several steps of work, of `all`. */
function partOf(context: JobContext, step: number, all: number): JobContext {
  return { ...context, progress: (done, total) => context.progress(step * total + done, all * total) };
}

/** Reads every row. Nothing has its name yet; on an error nothing is left behind. */
async function gatherTables(
  around: Surroundings,
  input: ExportInput & Target,
  context: JobContext,
): Promise<TableFiles[]> {
  const { db } = around;
  const tables = chosenTables(around, input);
  const options = { ...input, path: (name: string) => input.target.path(name), changed: queries.lastChange(db) };
  const byColumns = tables.filter((table) => takesColumns(table, input));
  const goesByRows = byColumns.length < tables.length || hasRowFormats(input.formats);
  const steps = byColumns.length + (goesByRows ? 1 : 0);
  for (const name of tables.flatMap((table) => namesOf(table, options))) options.path(name);
  input.target.refuseOthers(); // before the work, as far as names are known
  const files: TableFiles[] = [];
  try {
    for (const table of tables) {
      const step = byColumns.indexOf(table);
      const { base, plan } = table;
      const filled =
        step === -1
          ? null
          : await writeParquetByColumn(around, table, { ...input, ...options }, partOf(context, step, steps));
      files.push(openTableFiles(base, plan.columns, options, filled));
    }
    if (files.some((table) => table.takesRows)) readRows(db, tables, files, partOf(context, steps - 1, steps));
    return files;
  } catch (error) {
    for (const table of files) table.discard();
    throw error;
  }
}

/** Whether a file of a table is filled column by column. */
function takesColumns(table: PreparedTable, { formats, partition }: ExportInput): boolean {
  return hasColumnFormats(formats) && partition === null && isOfAnnotations(table);
}

/** Gives every table its rows, one document after the other. */
function readRows(
  db: Store['db'],
  tables: readonly PreparedTable[],
  files: readonly TableFiles[],
  context: JobContext,
): void {
  const heads = queries.listDocumentHeads(db);
  heads.forEach((head, index) => {
    context.checkpoint();
    const works = new Map<DocumentReader, DocumentWork | null>();
    tables.forEach(({ plan, read }, at) => {
      const table = files[at];
      if (table?.takesRows !== true) return;
      let work = works.get(read);
      if (work === undefined) works.set(read, (work = read(head)));
      if (work) assertInside(work, head.name);
      if (work) addRows(plan, work, table, context);
    });
    context.progress(index + 1, heads.length);
  });
}

/** Rows between two looks at the cancel flag. */
const stride = 1000;

function addRows(plan: TablePlan, work: DocumentWork, files: TableFiles, context: JobContext): void {
  let count = 0;
  for (const row of plan.rows(work)) {
    if (++count % stride === 0) context.checkpoint();
    files.add(plan.cells(row));
  }
}

/** The files of a table that are sure to come. */
function namesOf({ base, plan: { columns } }: PreparedTable, options: WriterOptions): string[] {
  const known = tableFormats.flatMap(({ formats }) => formats);
  const beside = companions.flatMap((companion) => companion({ base, columns, rows: 0, names: [] }, options));
  return [
    ...known.filter((format) => options.formats.includes(format)).map((format) => `${base}.${format}`),
    ...beside.map(({ name }) => name),
  ];
}

/** Writes what is left and gives all files their names: all of them, or none. */
async function finish(
  { tables, annotations, warnings }: Gathered,
  target: ExportFolder,
  context: JobContext,
): Promise<ExportOutput> {
  try {
    for (const table of tables) warnings.push(...(await table.finish(() => context.checkpoint())));
    context.checkpoint();
    const names = annotations?.names() ?? [];
    target.refuseOthers(names);
    const published = annotations?.publish() ?? { folders: [], warnings: [] };
    const files = tables.flatMap((table) => table.publish());
    const notes = target.note(names);
    return { files, folders: published.folders, warnings: [...notes, ...warnings, ...published.warnings] };
  } finally {
    for (const table of tables) table.discard();
    annotations?.discard();
  }
}

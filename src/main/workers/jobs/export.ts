import { join } from 'node:path';
import { annotationFormatSchema, tableFormatSchema } from '../../../shared/api/exports.ts';
import type { ExportFormat } from '../../../shared/api/exports.ts';
import { AppError } from '../../../shared/api/errors.ts';
import type { Id } from '../../../shared/model/records.ts';
import { buildCodeTree } from '../../../shared/model/codeTree.ts';
import { offsetConverter, utf16 } from '../../../shared/text/offsets.ts';
import { codingRow, codingsColumns } from '../../formats/tables/codingsTable.ts';
import type { CodingRecord } from '../../formats/tables/codingsTable.ts';
import type { DocumentRecord } from '../../formats/tables/documentColumns.ts';
import { documentRow, documentsColumns } from '../../formats/tables/documentsTable.ts';
import type { CodeColumn } from '../../formats/tables/documentsTable.ts';
import type { Row } from '../../formats/tables/table.ts';
import { openReader } from '../../store/database.ts';
import type { Store } from '../../store/database.ts';
import { throughOneMoment } from '../../store/corpusQueries.ts';
import * as queries from '../../store/exportQueries.ts';
import { listCodes } from '../../store/rows/code.ts';
import { listCoders } from '../../store/rows/coder.ts';
import { textContent } from '../../store/rows/content.ts';
import type { JobContext } from '../job.ts';
import { gatherAnnotationFiles } from './annotationFiles.ts';
import type { AnnotationFolders, WrittenFolder } from './annotationFiles.ts';
import { openTableFiles } from './tableFiles.ts';
import type { TableFiles } from './tableFiles.ts';
import { ensureFolder } from './wholeFiles.ts';

export type ExportInput = {
  /** The project file, and the folder to write to. */
  project: string;
  folder: string;
  formats: readonly ExportFormat[];
  byteOrderMark: boolean;
  raw: boolean;
  /** Program and version, which annotation files name. */
  program: string;
};

export type ExportOutput = {
  files: { name: string; rows: number }[];
  folders: WrittenFolder[];
  warnings: string[];
};

/** Files on their way, without their names. */
type Gathered = { tables: TableFiles[]; annotations: AnnotationFolders | null };

/** What every row of the export refers to, read once. */
type Surroundings = {
  db: Store['db'];
  facts: queries.FactVariableRow[];
  /** In tree order. */
  codes: CodeColumn[];
  codePaths: Map<Id, string>;
  coderNames: Map<Id, string>;
};

/**
 * Writes `codings` and `documents` in each format, with their dictionaries. Reads all of it as of one moment, one
 * document at a time. Files appear when all of them are whole; a run that fails or is cancelled leaves none behind.
 */
export async function exportJob(input: ExportInput, context: JobContext): Promise<ExportOutput> {
  ensureFolder(input.folder);
  const db = openReader(input.project);
  try {
    return await finish(await throughOneMoment(db, () => gather(db, input, context)), context);
  } finally {
    db.close();
  }
}

async function gather(db: Store['db'], input: ExportInput, context: JobContext): Promise<Gathered> {
  const formats = input.formats.flatMap((name) => annotationFormatSchema.safeParse(name).data ?? []);
  const hasTables = input.formats.some((name) => tableFormatSchema.safeParse(name).success);
  const half = (from: 0 | 1): JobContext => ({
    ...context,
    progress: (done, total) => context.progress(from * total + done, 2 * total),
  });
  const both = hasTables && formats.length > 0;
  const tables = hasTables ? gatherTables(readSurroundings(db), input, both ? half(0) : context) : [];
  if (formats.length === 0) return { tables, annotations: null };
  try {
    const annotations = await gatherAnnotationFiles(db, { ...input, formats }, both ? half(1) : context);
    return { tables, annotations };
  } catch (error) {
    for (const table of tables) table.discard();
    throw error;
  }
}

function readSurroundings(db: Store['db']): Surroundings {
  const nodes = [...buildCodeTree(listCodes(db)).nodes.values()];
  const codes = nodes.map(({ code, path }) => ({ id: code.id, path }));
  return {
    db,
    facts: queries.listFactVariables(db),
    codes,
    codePaths: new Map(codes.map(({ id, path }) => [id, path])),
    coderNames: new Map(listCoders(db).map(({ id, name }) => [id, name])),
  };
}

/** Reads every row. Nothing has its name yet; on an error nothing is left behind. */
function gatherTables(around: Surroundings, input: ExportInput, context: JobContext): TableFiles[] {
  const options = {
    ...input,
    path: (name: string) => join(input.folder, name),
    changed: queries.lastChange(around.db),
  };
  const tables: TableFiles[] = [];
  try {
    const codings = openTableFiles('codings', codingsColumns(around.facts), options);
    tables.push(codings);
    const documents = openTableFiles('documents', documentsColumns(around.facts, around.codes), options);
    tables.push(documents);
    const heads = queries.listDocumentHeads(around.db);
    heads.forEach((head, index) => {
      context.checkpoint();
      const document = describe(around, head);
      const counts = { characters: head.characters, ...queries.countCodings(around.db, head.id) };
      documents.add(documentRow(document, counts, around.codes));
      if (counts.annotations > 0) writeCodings(around, head, document, codings, context);
      context.progress(index + 1, heads.length);
    });
    return tables;
  } catch (error) {
    for (const table of tables) table.discard();
    throw error;
  }
}

/** Writes what is left and gives all files their names: all of them, or none. */
async function finish({ tables, annotations }: Gathered, context: JobContext): Promise<ExportOutput> {
  const warnings: string[] = [];
  try {
    for (const table of tables) warnings.push(...(await table.finish(() => context.checkpoint())));
    context.checkpoint();
    const published = annotations?.publish() ?? { folders: [], warnings: [] };
    const files = tables.flatMap((table) => table.publish());
    return { files, folders: published.folders, warnings: [...warnings, ...published.warnings] };
  } finally {
    for (const table of tables) table.discard();
    annotations?.discard();
  }
}

function describe(around: Surroundings, head: queries.DocumentHead): DocumentRecord {
  const values = queries.factValues(around.db, head.id);
  return {
    label: queries.documentLabel(head),
    id: head.id,
    facts: around.facts.map((fact) => values.get(fact.id) ?? null),
  };
}

/** Codings between two looks at the cancel flag. */
const stride = 1000;

function writeCodings(
  around: Surroundings,
  head: queries.DocumentHead,
  document: DocumentRecord,
  codings: TableFiles,
  context: JobContext,
): void {
  const text = textContent(around.db, head.text);
  const converter = offsetConverter(text);
  let count = 0;
  for (const coding of queries.eachCoding(around.db, head.id)) {
    if (++count % stride === 0) context.checkpoint();
    if (coding.end > text.length) {
      throw new AppError('file-damaged', `A coding of “${head.name}” lies outside its text. Verify the project.`);
    }
    const record: CodingRecord = {
      code: named(around.codePaths, coding.code),
      codeId: coding.code,
      coder: named(around.coderNames, coding.coder),
      coderId: coding.coder,
      start: converter.toCodePoint(utf16(coding.start)),
      end: converter.toCodePoint(utf16(coding.end)),
      quote: text.slice(coding.start, coding.end),
      memo: coding.memo,
      created: coding.created,
      modified: coding.modified,
    };
    codings.add(codingRow(document, record) satisfies Row);
  }
}

/** Foreign keys promise that the name is there. */
function named(names: ReadonlyMap<Id, string>, id: Id): string {
  const name = names.get(id);
  if (name === undefined) throw new Error(`no record ${id}`);
  return name;
}

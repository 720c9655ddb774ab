import { agreementWords } from '#words/core/agreement.ts';
import type { AgreementFile, AgreementReport } from '../../../shared/api/reliability.ts';
import { AppError } from '../../../shared/errors.ts';
import { said } from '../../../shared/words/message.ts';
import type { Id } from '../../../shared/model/records.ts';
import { intervalPlotSvg } from '../../../shared/stats/report/intervalPlot.ts';
import type { ValueInput } from '../../../shared/stats/report/valueReport.ts';
import { offsetConverter, utf16 } from '../../../shared/text/offsets.ts';
import { figureColumns, figureRows, plotRows } from '../../formats/print/agreement/table.ts';
import { csvRows } from '../../formats/tables/csv/writer.ts';
import type { Cell } from '../../formats/tables/csv/writer.ts';
import type { Store } from '../../store/database.ts';
import { atOneMoment } from '../../store/oneMoment.ts';
import { openReader } from '../../store/openReader.ts';
import { textOfDocument } from '../../store/agreementQueries.ts';
import { findDocument } from '../../store/rows/document.ts';
import { readProject } from '../../store/rows/project.ts';
import type { JobContext } from '../../workers/job.ts';
import { openExportFolder } from '../files/exportRecord.ts';
import type { ExportFolder } from '../files/exportRecord.ts';
import { measure, measuredOf } from './measure.ts';
import type { AgreementInput } from './measure.ts';
import { readCorpus } from './readCorpus.ts';
import type { Corpus } from './readCorpus.ts';
import { presenceInput, readSpans, unitsOf, variableInput } from './units.ts';
import type { TextUnit } from './units.ts';

export type AgreementExportInput = AgreementInput & {
  folder: string;
  /** Files in the way that no earlier export of the project wrote are replaced, too. */
  replace: boolean;
  files: readonly AgreementFile[];
  plot: boolean;
};

/** The name of every file that can be asked for. */
const fileNames: Readonly<Record<AgreementFile, string>> = {
  csv: 'agreement.csv',
  svg: 'agreement.svg',
  docx: 'agreement.docx',
  units: 'agreement-units.csv',
  methods: 'agreement-methods.txt',
};

/** The plot as a picture, which the window draws. */
const pictureName = 'agreement.png';

/**
 * Measures agreement and writes what was asked for into the folder. Answers with what was measured, the names of the files, the
 * plot, and what one should know of the folder, one line each.
 * Throws AppError `file-exists` for files in the way that are not this project's, the picture of the plot among them.
 */
export async function agreementExportJob(
  input: AgreementExportInput,
  context: JobContext,
): Promise<{ report: AgreementReport; files: string[]; plot: string | null; warnings: string[] }> {
  const { report, units, target } = readAll(input, context);
  const draw = (): string => intervalPlotSvg(plotRows(report), { title: agreementWords.plotTitle });
  const contents = new Map<string, string | Uint8Array>();
  for (const file of new Set(input.files)) {
    context.checkpoint();
    const put = (content: string | Uint8Array): void => void contents.set(fileNames[file], content);
    if (file === 'csv') put(csvRows([[...figureColumns], ...figureRows(report)], { raw: false }));
    if (file === 'svg') put(draw());
    if (file === 'docx') {
      const { agreementDocx } = await import('../../formats/print/agreement/docx.ts');
      put(await agreementDocx(report));
    }
    if (file === 'units') put(csvRows(units, { raw: false }));
    if (file === 'methods') put(`${report.methods}\n`);
  }
  const plot = input.plot ? draw() : null;
  context.checkpoint();
  const warnings = target.write(contents);
  return { report, files: [...contents.keys()], plot, warnings };
}

/** The eight bytes with which every PNG begins; its last chunk is IEND (PNG specification, third edition, section 5). */
const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Writes a picture of the plot, `png` in base64, into the folder. Throws AppError `bad-input` for what is no PNG, `file-exists`. */
export function agreementPictureJob(input: { project: string; folder: string; replace: boolean; png: string }): {
  file: string;
  warnings: string[];
} {
  const { folder, png, ...choice } = input;
  const bytes = Buffer.from(png, 'base64');
  const isWhole = bytes.subarray(-8, -4).toString('latin1') === 'IEND';
  if (!isWhole || !bytes.subarray(0, pngSignature.length).equals(pngSignature)) {
    throw new AppError('bad-input', said('agreement.noPicture'));
  }
  const warnings = openExportFolder(folder, { ...choice, kind: 'agreement' }).write(new Map([[pictureName, bytes]]));
  return { file: pictureName, warnings };
}

type Gathered = { report: AgreementReport; units: Cell[][]; target: ExportFolder };

/** The report and the raw data, as of one moment, and the place for them. */
function readAll(input: AgreementExportInput, context: JobContext): Gathered {
  const db = openReader(input.project);
  try {
    const { folder, replace } = input;
    const target = openExportFolder(folder, { project: readProject(db)?.id ?? '', replace, kind: 'agreement' });
    const names = input.files.map((file) => fileNames[file]);
    target.refuseOthers(input.plot ? [...names, pictureName] : names); // before the work
    return atOneMoment(db, () => ({
      report: measure(db, input, context),
      units: input.files.includes('units') ? unitRows(db, input, context) : [],
      target,
    }));
  } finally {
    db.close();
  }
}

/** The raw data with their head: what every coder gave every unit, or for passages and characters every passage. */
function unitRows(db: Store['db'], input: AgreementInput, context: JobContext): Cell[][] {
  const { corpus } = readCorpus(db, input);
  const { unit, paths, variables } = measuredOf(db, input);
  const onDocument = (): void => context.checkpoint();
  if (variables) {
    const whole = [...corpus.documents.keys()].map((document): Place => ({ document, start: null, end: null }));
    return matrixRows(
      db,
      corpus,
      variables.map((variable) => variableInput(db, corpus, variable)),
      whole,
    );
  }
  if (unit === 'span' || unit === 'characters') return passageRows(db, corpus, paths, onDocument);
  const inputs = presenceInput(db, corpus, paths, unit, onDocument);
  return matrixRows(db, corpus, inputs, placesOf(db, corpus, unit));
}

type Place = { document: Id; start: number | null; end: number | null };

/** The places of units in code points, in the order in which `presenceInput` has them. */
function placesOf(db: Store['db'], corpus: Corpus, unit: TextUnit): Place[] {
  return [...corpus.documents.keys()].flatMap((document) => {
    const { content, language } = textOfDocument(db, document);
    const { toCodePoint } = offsetConverter(content);
    return unitsOf(content, language, unit).map(({ start, end }) => ({
      document,
      start: toCodePoint(utf16(start)),
      end: toCodePoint(utf16(end)),
    }));
  });
}

/** One row for each variable (or code) and unit, a column for each coder; sets joined with “;”, presence as 1 and 0. */
function matrixRows(
  db: Store['db'],
  corpus: Corpus,
  inputs: readonly ValueInput[],
  places: readonly Place[],
): Cell[][] {
  const names = new Map([...corpus.documents.keys()].map((id) => [id, findDocument(db, id)?.name ?? '']));
  const head = ['name', 'document', 'start', 'end', ...corpus.coders.map(({ name }) => name)];
  const rows = inputs.flatMap(({ name, rows: values }) =>
    places.map(({ document, start, end }, unit): Cell[] => [
      name,
      names.get(document) ?? '',
      start,
      end,
      ...values.map((row) => cellOf(row[unit])),
    ]),
  );
  return [head, ...rows];
}

function cellOf(value: unknown): Cell {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return value.join(';');
  if (typeof value === 'boolean') return Number(value);
  if (typeof value === 'number') return value;
  return typeof value === 'string' ? value.replace('\u0000', '') : JSON.stringify(value);
}

function passageRows(
  db: Store['db'],
  corpus: Corpus,
  paths: ReadonlyMap<Id, string>,
  onDocument: () => void,
): Cell[][] {
  const rows = readSpans(db, corpus, paths, onDocument).flatMap(({ document, length, names, coders }) => {
    const name = findDocument(db, document)?.name ?? '';
    return coders.flatMap((units, place): Cell[][] =>
      // A coder who marked nothing took part all the same: one row without a passage says so.
      units.length === 0
        ? [[name, length, names[place] ?? '', null, null, null]]
        : units.map(({ start, end, code }) => [name, length, names[place] ?? '', start, end, code]),
    );
  });
  return [['document', 'length', 'coder', 'start', 'end', 'code'], ...rows];
}

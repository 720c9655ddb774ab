import { createReadStream } from 'node:fs';
import { exportingWords as words } from '#words/core/exporting.ts';
import { AppError } from '../../../shared/errors.ts';
import { said } from '../../../shared/words/message.ts';
import { dictionaryHeader, dictionaryRows, labelHeader, labelRows } from '../../formats/tables/plan/dictionary.ts';
import { columnOf } from '../../formats/tables/plan/table.ts';
import type { Column, Row } from '../../formats/tables/plan/table.ts';
import { createRowWarnings } from '../../formats/tables/statistics/warnings.ts';
import { sheetNames, sheetPath, workbookParts } from '../../formats/tables/xlsx/parts.ts';
import { createSharedTexts } from '../../formats/tables/xlsx/sharedTexts.ts';
import { createSheetWriter, mostColumns, mostRows } from '../../formats/tables/xlsx/sheet.ts';
import type { SheetOptions, SheetWriter } from '../../formats/tables/xlsx/sheet.ts';
import { openScratchFile, openWholeFile } from '../files/wholeFiles.ts';
import type { ScratchFile } from '../files/wholeFiles.ts';
import type { TableFormat, TableWriter, WriterOptions } from './tableWriter.ts';
import { warningLine } from './warningLine.ts';
import { zipBytes } from './zipBytes.ts';
import type { Entry } from './zipBytes.ts';

/**
 * Excel workbooks: the table (on several sheets when it has more rows than one holds), its dictionary, its labels. The
 * sheets wait on the disk as text and are packed at the end, so that memory does not grow with the table.
 */
export const xlsxFormat: TableFormat = { formats: ['xlsx'], open: openWorkbook };

function openWorkbook(base: string, columns: readonly Column[], options: WriterOptions): TableWriter {
  if (columns.length > mostColumns) {
    throw new AppError('bad-input', said('exporting.tooManyColumns', { columns: columns.length }));
  }
  const name = `${base}.xlsx`;
  const lines: string[] = [];
  const warnings = createRowWarnings((warning) => lines.push(warningLine('Excel', base, warning)));
  const shared = createSharedTexts();
  const sheetOptions = { raw: options.raw, warnings, shared };
  const sheets = openSheets(createSheetWriter(columns, sheetOptions), options.path(name));
  const file = openWholeFile(options.path(name));
  return {
    names: [],
    add: (rows) => sheets.add(rows),
    async finish(checkpoint) {
      warnings.finish();
      const scratch = sheets.close();
      if (scratch.length > 1) {
        const message = words.severalSheets({ sheets: scratch.length });
        lines.push(warningLine('Excel', base, { variable: null, row: null, message }));
      }
      const tables = scratch.map(
        ({ path }) =>
          () =>
            createReadStream(path, { highWaterMark: 1 << 18 }),
      );
      const explaining = explanations(columns, sheetOptions);
      const entries = workbookEntries(base, tables, explaining, shared.texts());
      for await (const chunk of zipBytes(entries)) {
        checkpoint();
        file.write(chunk);
      }
      file.finish();
      return lines;
    },
    publish() {
      file.publish();
      return [{ name, rows: sheets.count() }];
    },
    discard() {
      sheets.discard();
      file.discard();
    },
  };
}

/** Rows on their way to as many sheets as they need, one scratch file for each. */
function openSheets(
  sheet: SheetWriter,
  path: string,
): { add(rows: readonly Row[]): void; close(): readonly ScratchFile[]; discard(): void; count(): number } {
  const files: ScratchFile[] = [];
  const begin = (): ScratchFile => {
    const file = openScratchFile(path);
    files.push(file);
    file.write(sheet.head);
    return file;
  };
  const end = (file: ScratchFile): void => {
    file.write(sheet.tail);
    file.close();
  };
  let current = begin();
  let total = 0;
  let line = 2;
  return {
    add(rows) {
      for (let from = 0; from < rows.length;) {
        if (line > mostRows) {
          end(current);
          current = begin();
          line = 2;
        }
        const fitting = rows.slice(from, from + mostRows - line + 1);
        current.write(sheet.rows(fitting, total + 1, line));
        from += fitting.length;
        total += fitting.length;
        line += fitting.length;
      }
    },
    close() {
      end(current);
      return files;
    },
    discard() {
      for (const file of files) file.discard();
    },
    count: () => total,
  };
}

/** The sheets that explain the table, as text. */
function explanations(columns: readonly Column[], options: SheetOptions): { name: string; content: string }[] {
  const sheetOf = (header: readonly string[], rows: readonly Row[]): string => {
    const texts = header.map((name) => columnOf({ name, label: name, type: 'text', source: 'document' }));
    const { head, rows: encode, tail } = createSheetWriter(texts, options);
    return head + encode(rows, 1, 2) + tail;
  };
  return [
    { name: 'dictionary', content: sheetOf(dictionaryHeader, dictionaryRows(columns, { guarded: false })) },
    { name: 'labels', content: sheetOf(labelHeader, labelRows(columns)) },
  ];
}

function workbookEntries(
  base: string,
  tables: readonly Extract<Entry['content'], () => unknown>[],
  explaining: readonly { name: string; content: string }[],
  shared: readonly string[],
): Entry[] {
  const wanted = [...tables.map(() => base), ...explaining.map(({ name }) => name)];
  const contents = [...tables, ...explaining.map(({ content }) => content)];
  return [
    ...workbookParts(sheetNames(wanted), shared),
    ...contents.map((content, at) => ({ path: sheetPath(at + 1), content })),
  ];
}

import { tablesWords as words } from '#words/core/tables.ts';
import { isFormula } from '../csv/formulas.ts';
import type { Cell } from '../csv/writer.ts';
import type { Column, ColumnType, Row } from '../plan/table.ts';
import { dayNumber, millisecondNumber, millisecondsInDay } from '../statistics/moments.ts';
import type { RowWarnings } from '../statistics/warnings.ts';
import { cellStyles } from './parts.ts';
import type { SharedTexts } from './sharedTexts.ts';
import { cellText, cutText, longestText, textRuns } from './text.ts';

/** The most rows and columns of a sheet, the header among them: "Excel specifications and limits". */
export const mostRows = 1_048_576;
export const mostColumns = 16_384;

/** Day 0 of a workbook is 30 December 1899, in days from 1 January 1970; right from 1 March 1900 on. */
const epochDay = -25_569;
/** Before it Excel counts a 29 February 1900 that never was. */
const firstDay = -25_508;
/** The largest and the smallest number that Excel holds. */
const largest = 9.99999999999999e307;
const smallest = 2.2251e-308;

export type SheetOptions = {
  /** Text that a spreadsheet could run is not marked as text for good. */
  raw: boolean;
  warnings: RowWarnings;
  /** The workbook's table of texts, the same for all its sheets. */
  shared: SharedTexts;
};

/** One sheet as text, in the order head, rows, tail. */
export type SheetWriter = {
  head: string;
  /** `first` is the number of the first of these rows in the table, from 1; `line` its row in the sheet, from 2. */
  rows(rows: readonly Row[], first: number, line: number): string;
  tail: string;
};

const widths: Readonly<Record<ColumnType, number>> = {
  text: 24,
  integer: 12,
  decimal: 12,
  binary: 10,
  date: 12,
  'date-time': 20,
};

/** Writes a table as the sheet of a workbook: names in a row that stays in view, numbers and dates as such. */
export function createSheetWriter(columns: readonly Column[], options: SheetOptions): SheetWriter {
  const letters = columns.map((_, index) => columnLetters(index));
  const writers = columns.map((column) => cellWriter(column, options));
  const count = columns.length;
  const names = columns.map(({ name }, index) => {
    return textXml(`${letters[index] ?? ''}1`, cutText(name), cellStyles.header, options.shared);
  });
  return {
    head: `${sheetHead(columns)}<row r="1">${names.join('')}</row>`,
    rows(rows, first, line) {
      let text = '';
      for (const [at, row] of rows.entries()) {
        const place = String(line + at);
        text += `<row r="${place}">`;
        for (let index = 0; index < count; index++) {
          const cell = row[index] ?? null;
          if (cell !== null && cell !== '')
            text += writers[index]?.(cell, (letters[index] ?? '') + place, first + at) ?? '';
        }
        text += '</row>';
      }
      return text;
    },
    tail: '</sheetData></worksheet>',
  };
}

/** `A` for 0, `Z` for 25, `AA` for 26 … */
export function columnLetters(index: number): string {
  const rest = Math.floor(index / 26);
  const letter = String.fromCharCode(65 + (index % 26));
  return rest === 0 ? letter : columnLetters(rest - 1) + letter;
}

function sheetHead(columns: readonly Column[]): string {
  const shown = columns.map(({ type, name }, index) => {
    const width = Math.max(widths[type], Math.min(40, name.length + 2));
    return `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`;
  });
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0">' +
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>' +
    `</sheetView></sheetViews><cols>${shown.join('')}</cols><sheetData>`
  );
}

/** The XML of a cell that is not empty, at a place such as `B2`, of the table's `row`th row. */
type CellWriter = (cell: Exclude<Cell, null>, place: string, row: number) => string;

function cellWriter(column: Column, options: SheetOptions): CellWriter {
  const asText = textWriter(column, options);
  const number = (cell: number, place: string, row: number, style: number): string => {
    const size = Math.abs(cell);
    if (size <= largest && (size >= smallest || cell === 0)) return numberXml(place, cell, style);
    options.warnings.add(column.name, row, words.kindNotHeldByExcel, () => words.notHeldByExcel({ cell }));
    return asText(String(cell), place, row);
  };
  if (column.type !== 'date' && column.type !== 'date-time')
    return (cell, place, row) => (typeof cell === 'number' ? number(cell, place, row, 0) : asText(cell, place, row));
  const isDate = column.type === 'date';
  const style = isDate ? cellStyles.date : cellStyles.moment;
  return (cell, place, row) => {
    // A missing code.
    if (typeof cell === 'number') return number(cell, place, row, 0);
    const days = isDate ? dayNumber(cell) : daysOf(millisecondNumber(cell));
    if (days !== undefined && days >= firstDay) return numberXml(place, days - epochDay, style);
    if (days === undefined)
      options.warnings.add(column.name, row, words.kindNoDatesInExcel, () => words.noDateInExcel({ cell }));
    else options.warnings.add(column.name, row, words.kindTooEarlyForExcel, () => words.tooEarlyForExcel({ cell }));
    return asText(cell, place, row);
  };
}

function daysOf(milliseconds: number | undefined): number | undefined {
  return milliseconds === undefined ? undefined : milliseconds / millisecondsInDay;
}

function textWriter({ name }: Column, { raw, warnings, shared }: SheetOptions): CellWriter {
  return (cell, place, row) => {
    const text = typeof cell === 'string' ? cell : String(cell);
    const kept = cutText(text);
    if (kept !== text) {
      const limit = { most: longestText };
      warnings.add(name, row, words.kindTooLongForExcel(limit), () => words.excelTextCut(limit));
    }
    if (!text.isWellFormed()) warnings.add(name, row, words.kindHalves, () => words.halfCharacter);
    // The value stays what it is; the mark keeps Excel from running it once somebody edits the cell.
    return textXml(place, kept, !raw && isFormula(text) ? cellStyles.guarded : 0, shared);
  };
}

function numberXml(place: string, value: number, style: number): string {
  return `<c r="${place}"${style === 0 ? '' : ` s="${style}"`}><v>${value}</v></c>`;
}

function textXml(place: string, text: string, style: number, shared: SharedTexts): string {
  const styled = style === 0 ? '' : ` s="${style}"`;
  const mayBeEscape = text.includes('_x');
  const number = mayBeEscape ? shared.place(text) : undefined;
  if (number !== undefined) return `<c r="${place}"${styled} t="s"><v>${number}</v></c>`;
  const runs = mayBeEscape ? textRuns(text) : [text];
  const written = runs.map((run) => `<t xml:space="preserve">${cellText(run)}</t>`);
  const inside = written.length === 1 ? (written[0] ?? '') : written.map((run) => `<r>${run}</r>`).join('');
  return `<c r="${place}"${styled} t="inlineStr"><is>${inside}</is></c>`;
}

import { tablesWords as words } from '#words/core/tables.ts';
import type { Cell, TableOptions, ValueLabel, Variable, WrittenColumn } from '../statistics/dataset.ts';
import { fileLabels, validLabels } from '../statistics/labels.ts';
import type { ColumnFacts, TableFacts } from '../statistics/measure.ts';
import { cleanNames } from '../statistics/names.ts';
import { cutBytes, oneLine } from '../statistics/text.ts';
import { missingValues } from './missing.ts';
import type { MissingValues } from './missing.ts';

/** The widest text that SPSS knows, in bytes. */
export const widestText = 32_767;

/** Texts wider than this are kept as several segments ("very long strings"). */
const widestSegment = 255;
/** What each segment but the last adds to the width of the whole. */
const segmentShare = 252;

/** The longest label of a value, in bytes. */
const longestLabel = 120;

/** One physical variable of the file. A text of more than 255 bytes has several. */
export type Segment = {
  /** 8 ASCII characters at most, unique in the file. */
  shortName: string;
  /** Bytes of text; 0 for numbers. */
  width: number;
  /** Its place among all units of 8 bytes of a case, from 1. */
  place: number;
};

export type SavColumn = {
  variable: Variable;
  /** The name in the file. */
  name: string;
  /** Bytes of text; 0 for numbers, dates and moments. */
  width: number;
  segments: readonly [Segment, ...Segment[]];
  /** How SPSS shows it: type, width, decimals. */
  format: SavFormat;
  label: string;
  /** All labels, those of missing codes too. */
  labels: ReadonlyMap<number, string>;
  missing: MissingValues;
  /** What is told of the variable besides. */
  notes: readonly string[];
};

export type SavFormat = { name: string; type: number; width: number; decimals: number };

/** Lays out the variables of an SPSS file: names, formats, widths, segments, labels, missing values. */
export function layOut(variables: readonly Variable[], facts: TableFacts, options: TableOptions): SavColumn[] {
  const names = cleanNames(
    variables.map(({ name }) => name),
    'spss',
  );
  const position = { count: 0, place: 1 };
  return variables.map((variable, index) => {
    const known = facts.columns[index];
    if (known === undefined) throw new RangeError(`no facts about column ${index + 1}, “${variable.name}”`);
    const tell = (message: string): void => options.warn({ variable: variable.name, row: null, message });
    const width = variable.kind === 'text' ? textWidth(variable, known, tell) : 0;
    const full = oneLine(variable.label);
    const label = cutBytes(full, 255);
    if (label !== full) tell(words.spssLabelCut({ label }));
    return {
      variable,
      name: names[index] ?? '',
      width,
      segments: segmentsOf(width, position),
      format: formatOf(variable, known, width),
      label,
      labels: variableLabels(variable, options, tell),
      missing: missingValues(variable, known, tell),
      notes: notesOf(variable),
    };
  });
}

/** The columns as a data dictionary tells of them. */
export function describeColumn({ variable, name, format, label, labels, missing }: SavColumn): WrittenColumn {
  return {
    variable,
    name,
    storage: format.name,
    label,
    valueLabels: validLabels(labels, variable.missing),
    missing: variable.missing.map((code) => ({
      value: code.value,
      label: labels.get(code.value) ?? '',
      stored: missing.lost.includes(code.value) ? '' : String(code.value),
    })),
  };
}

/** The text of a cell of a text column; a missing code is written as its digits. */
export function cellText(cell: Exclude<Cell, null>): string {
  return typeof cell === 'string' ? cell : String(cell);
}

function cutLabel(label: string, spare: number): string {
  return cutBytes(oneLine(label), longestLabel - spare);
}

function notesOf({ kind, note, missing, valueLabels }: Variable): string[] {
  const labelled = kind === 'date' || kind === 'datetime' ? [...valueLabels, ...missing] : [];
  const codes = labelled.flatMap(({ value, label }) => (label === '' ? [] : [`${value} = ${oneLine(label)}`]));
  return [oneLine(note ?? ''), codes.join('; ')].filter((text) => text !== '');
}

function variableLabels(
  variable: Variable,
  options: TableOptions,
  tell: (message: string) => void,
): ReadonlyMap<number, string> {
  const usable = usableCodes(variable, tell);
  const labels = fileLabels(usable, { cut: cutLabel, mostBytes: longestLabel, warn: options.warn });
  if (variable.kind === 'number' || variable.kind === 'text' || labels.size === 0) return labels;
  tell(words.spssDateLabels);
  return new Map();
}

function usableCodes(variable: Variable, tell: (message: string) => void): Variable {
  const finite = ({ value, label }: ValueLabel): boolean => {
    if (!Number.isFinite(value)) tell(words.spssLabelLost({ label }));
    return Number.isFinite(value);
  };
  return { ...variable, valueLabels: variable.valueLabels.filter(finite), missing: variable.missing.filter(finite) };
}

function textWidth(variable: Variable, facts: ColumnFacts, tell: (message: string) => void): number {
  if (facts.hasEmpty && facts.hasNull) tell(words.spssEmptyTexts);
  const codes = [...variable.missing, ...variable.valueLabels].map(({ value }) => String(value).length);
  return Math.min(widestText, Math.max(1, facts.longest, variable.width ?? 0, ...codes));
}

function segmentsOf(width: number, position: { count: number; place: number }): [Segment, ...Segment[]] {
  const next = (segmentWidth: number): Segment => {
    position.count += 1;
    const segment = { shortName: shortName(position.count), width: segmentWidth, place: position.place };
    position.place += octets(segmentWidth);
    return segment;
  };
  if (width <= widestSegment) return [next(width)];
  const count = Math.ceil(width / segmentShare);
  const first = next(widestSegment);
  const middle = Array.from({ length: count - 2 }, () => next(widestSegment));
  return [first, ...middle, next(width - (count - 1) * segmentShare)];
}

/** Units of 8 bytes that a segment takes in a case. */
export function octets(width: number): number {
  return width === 0 ? 1 : Math.ceil(width / 8);
}

/** `V0000001` and on; readers replace it by the long name. */
function shortName(count: number): string {
  return `V${String(count).padStart(7, '0')}`;
}

/** Print formats by their number in the file: A 1, F 5, DATETIME 22, SDATE 39. */
function formatOf(variable: Variable, facts: ColumnFacts, width: number): SavFormat {
  const make = (name: string, type: number, shown: number, decimals: number): SavFormat => {
    return { name, type, width: shown, decimals };
  };
  // The format of a very long text can only say 255; readers take the true width from the segments.
  if (width > 0) return make(`A${width}`, 1, Math.min(width, widestSegment), 0);
  // Year first, in numbers: the one date format of SPSS that reads alike in all languages and sorts as text.
  if (variable.kind === 'date') return make('SDATE10', 39, 10, 0);
  if (variable.kind === 'datetime') return make('DATETIME20', 22, 20, 0);
  const decimals = Math.min(16, Math.max(0, Math.trunc(variable.decimals ?? (facts.whole ? 0 : 2))));
  const codes = variable.missing.map(({ value }) => value);
  const longest = Math.max(
    ...[facts.least, facts.most, ...codes].map((value) => (Number.isFinite(value) ? wholeDigits(value) : 1)),
  );
  const shown = Math.min(40, Math.max(8, longest + (decimals > 0 ? decimals + 1 : 0)));
  return make(`F${shown}.${decimals}`, 5, shown, decimals);
}

/** Characters before the point, with the sign. */
function wholeDigits(value: number): number {
  return (value < 0 ? 2 : 1) + Math.floor(Math.log10(Math.max(1, Math.abs(value))));
}

import { tablesWords as words } from '#words/core/tables.ts';
import { AppError } from '../../../../shared/errors.ts';
import { said } from '../../../../shared/words/message.ts';
import type { TableOptions, ValueLabel, Variable, WrittenColumn } from '../statistics/dataset.ts';
import { fileLabels, validLabels } from '../statistics/labels.ts';
import type { ColumnFacts, TableFacts } from '../statistics/measure.ts';
import { cleanNames } from '../statistics/names.ts';
import { cutBytes, cutCharacters, oneLine } from '../statistics/text.ts';
import { createLabelSets, extendedMissing, labelValue } from './labelSets.ts';
import type { LabelSet } from './labelSets.ts';

/** The most variables of this version of the format. */
const mostVariables = 32_767;
/** The widest text in the rows, in bytes; longer ones are kept apart (strL). */
const widestText = 2045;

export type DtaType = { name: string; code: number; bytes: number };

export type DtaColumn = {
  variable: Variable;
  name: string;
  type: DtaType;
  /** How Stata shows it. */
  format: string;
  label: string;
  labels: ReadonlyMap<number, string>;
  /** The name of its label set, '' for none. */
  labelSet: string;
  /** Declared missing codes: 1 for .a to 26 for .z, 0 for those that only `.` is left for. Empty for texts. */
  missing: ReadonlyMap<number, number>;
  notes: readonly string[];
};

export type DtaLayout = { columns: readonly DtaColumn[]; labelSets: readonly LabelSet[] };

/** Types by their number in the file; whole numbers with the range that is not missing ("help data types"). */
const wholeTypes = [
  { name: 'byte', code: 65_530, bytes: 1, least: -127, most: 100 },
  { name: 'int', code: 65_529, bytes: 2, least: -32_767, most: 32_740 },
  { name: 'long', code: 65_528, bytes: 4, least: -2_147_483_647, most: 2_147_483_620 },
] as const;
const longType = wholeTypes[2];
const doubleType: DtaType = { name: 'double', code: 65_526, bytes: 8 };
const longTextType: DtaType = { name: 'strL', code: 32_768, bytes: 8 };

/** Lays out the variables of a Stata file: names, types, formats, labels, missing values, notes. */
export function layOut(variables: readonly Variable[], facts: TableFacts, options: TableOptions): DtaLayout {
  if (variables.length > mostVariables) {
    throw new AppError('bad-input', said('tables.stataTooManyVariables', { variables: variables.length }));
  }
  const names = cleanNames(
    variables.map(({ name }) => name),
    'stata',
  );
  const sets = createLabelSets();
  const columns = variables.map((variable, index): DtaColumn => {
    const known = facts.columns[index];
    if (known === undefined) throw new RangeError(`no facts about column ${index + 1}, “${variable.name}”`);
    const name = names[index] ?? '';
    const tell = (message: string): void => options.warn({ variable: variable.name, row: null, message });
    const isText = variable.kind === 'text';
    const missing = isText ? new Map<number, number>() : missingLetters(variable.missing, tell);
    const labels = isText ? textLabels(variable, tell) : numberLabels(variable, options, tell);
    const type = typeOf(variable, known);
    const full = oneLine(variable.label);
    const label = cutCharacters(full, 80);
    if (label !== full) tell(words.stataLabelCut({ label }));
    return {
      variable,
      name,
      type,
      format: formatOf(variable, known, type),
      label,
      labels,
      labelSet: sets.nameFor(name, labels, missing),
      missing,
      notes: notesOf(variable, label === full ? '' : full),
    };
  });
  for (const [index, { variable, type }] of columns.entries()) {
    const known = facts.columns[index];
    if (type.code <= longTextType.code && known?.hasEmpty === true && known.hasNull) {
      options.warn({ variable: variable.name, row: null, message: words.stataEmptyTexts });
    }
  }
  return { columns, labelSets: sets.all() };
}

/** Whether a column's texts are kept behind the rows. */
export function isLongText(column: DtaColumn): boolean {
  return column.type === longTextType;
}

/** The columns as a data dictionary tells of them. */
export function describeColumn({ variable, name, type, label, labels, missing }: DtaColumn): WrittenColumn {
  return {
    variable,
    name,
    storage: type.name,
    label,
    valueLabels: validLabels(labels, variable.missing),
    missing: variable.missing.map((code) => {
      const stored = extendedMissing(missing.get(code.value) ?? 0);
      const isText = variable.kind === 'text';
      return { value: code.value, label: labels.get(code.value) ?? '', stored: isText ? String(code.value) : stored };
    }),
  };
}

function missingLetters(codes: readonly ValueLabel[], tell: (message: string) => void): Map<number, number> {
  const letters = new Map<number, number>();
  for (const { value } of codes) {
    if (!letters.has(value)) letters.set(value, letters.size < 26 ? letters.size + 1 : 0);
  }
  const lost = [...letters].flatMap(([value, letter]) => (letter === 0 ? [value] : []));
  if (lost.length > 0) tell(words.stataMissingLost({ codes: lost }));
  return letters;
}

function textLabels(variable: Variable, tell: (message: string) => void): Map<number, string> {
  if (variable.valueLabels.length > 0) tell(words.stataTextLabels);
  if (variable.missing.length > 0) tell(words.stataMissingTexts);
  return new Map();
}

function numberLabels(variable: Variable, options: TableOptions, tell: (message: string) => void): Map<number, string> {
  const codes = new Set(variable.missing.map(({ value }) => value));
  const fits = ({ value, label }: ValueLabel): boolean => {
    const isFit = codes.has(value) || labelValue(value) !== undefined;
    if (!isFit && label !== '') tell(words.stataLabelLost({ label, value }));
    return isFit;
  };
  const mostBytes = 32_000;
  const cut = (label: string, spare: number): string => cutBytes(oneLine(label), mostBytes - spare);
  return new Map(
    fileLabels({ ...variable, valueLabels: variable.valueLabels.filter(fits) }, { cut, mostBytes, warn: options.warn }),
  );
}

function typeOf(variable: Variable, facts: ColumnFacts): DtaType {
  if (variable.kind === 'text') {
    const bytes = Math.max(1, facts.longest, variable.width ?? 0);
    return bytes > widestText ? longTextType : { name: `str${bytes}`, code: bytes, bytes };
  }
  if (variable.kind === 'date') return longType;
  if (variable.kind === 'datetime' || !facts.whole) return doubleType;
  const fits = wholeTypes.find(({ least, most }) => facts.least >= least && facts.most <= most);
  return fits ?? (facts.least > facts.most ? wholeTypes[0] : doubleType);
}

function formatOf(variable: Variable, facts: ColumnFacts, type: DtaType): string {
  if (variable.kind === 'text') return type === longTextType ? '%-40s' : `%-${Math.min(40, Math.max(9, type.bytes))}s`;
  if (variable.kind === 'date') return '%td';
  if (variable.kind === 'datetime') return '%tc';
  const largest = Math.max(Math.abs(facts.least), Math.abs(facts.most), 1);
  const digits = Number.isFinite(largest) ? 2 + Math.floor(Math.log10(largest)) : 2;
  const decimals = Math.min(16, Math.max(0, Math.trunc(variable.decimals ?? 0)));
  if (digits + decimals > 20) return '%10.0g';
  if (decimals > 0) return `%${Math.max(9, digits + 1 + decimals)}.${decimals}f`;
  if (!facts.whole) return '%10.0g';
  return digits > 8 ? `%${digits}.0f` : '%8.0g';
}

/** What a reader of the file should know of a variable and its label does not hold. */
function notesOf(variable: Variable, fullLabel: string): string[] {
  const codes = variable.kind === 'text' ? [] : variable.missing;
  const meanings = codes.slice(0, 26).map(({ value, label }, index) => {
    return `${extendedMissing(index + 1)} = ${value}${label === '' ? '' : ` (${oneLine(label)})`}`;
  });
  const missing = meanings.length === 0 ? '' : words.stataMissingNote({ meanings });
  return [fullLabel, oneLine(variable.note ?? ''), missing].filter((note) => note !== '');
}

import { columnsWords as words } from '#words/core/columns.ts';
import type { Column } from '../plan/table.ts';
import { countedColumn, distinctLabels } from './script.ts';
import type { Loadable, ScriptInput } from './script.ts';

/** A Python script on pandas; pyreadstat for SPSS files, pyarrow for Parquet. */
export function pythonScript({ base, columns, format, guarded }: ScriptInput): string {
  const counted = countedColumn(columns);
  const isText = format === 'csv' || format === 'tsv';
  const parts = [
    `"""${words.scriptAbout}`,
    '',
    words.scriptRun({ command: 'python3 SCRIPT.py FOLDER' }),
    '"""',
    ...(isText && guarded ? ['import re'] : []),
    'import sys',
    'from pathlib import Path',
    '',
    'import pandas as pd',
    '',
    'folder = Path(sys.argv[1] if len(sys.argv) > 1 else ".")',
    loading(base, format),
    ...(format === 'parquet' ? [] : [`data.columns = [${columns.map(({ name }) => quoted(name)).join(', ')}]`]),
    '',
    ...(isText && guarded ? [unguard, ''] : []),
    ...(isText && columns.some(({ type }) => type.startsWith('date')) ? [dates, ''] : []),
    ...columns.flatMap((column) => conversion(column, isText, guarded)),
    '',
    ...(counted === undefined
      ? []
      : [
          `print(${quoted(words.scriptRowsBy)}, ${quoted(counted.name)})`,
          `print(data[${quoted(counted.name)}].value_counts(dropna=False, sort=False).sort_index().to_string())`,
        ]),
  ];
  return `${parts.join('\n')}\n`;
}

function loading(base: string, format: Loadable): string {
  const path = `folder / ${quoted(`${base}.${format}`)}`;
  const options = 'dtype=str, keep_default_na=False, na_values=[""], encoding="utf-8-sig"';
  switch (format) {
    case 'csv':
      return `data = pd.read_csv(${path}, ${options})`;
    case 'tsv':
      return `data = pd.read_csv(${path}, sep="\\t", ${options})`;
    case 'sav':
      return `import pyreadstat\ndata, _ = pyreadstat.read_sav(str(${path}))`;
    case 'dta':
      return `data = pd.read_stata(${path}, convert_categoricals=False)`;
    case 'parquet':
      return `data = pd.read_parquet(${path})`;
  }
}

const unguard = `# ${words.scriptGuarded}
RUNS = re.compile("[\\t\\r\\n]|[ \\u00a0\\u3000]*[=+@\\uff1d\\uff0b\\uff0d\\uff20-]")
NUMBER = re.compile(r"[+-]?(?:\\d+(?:[.,]\\d*)?|[.,]\\d+)(?:[eE][+-]?\\d+)?")


def unguard(text):
    if not isinstance(text, str) or not text.startswith("'"):
        return text
    rest = text.lstrip("'")
    return text[1:] if RUNS.match(rest) and not NUMBER.fullmatch(rest) else text

`;

/** Periods: timestamps of nanoseconds, which pandas makes by itself, end in 1677 and 2262, and older pandas have no others. */
const dates = `# ${words.scriptPeriods}
def dates(column, unit):
    def read(text):
        try:
            return pd.Period(text.rstrip("Z"), freq=unit) if isinstance(text, str) else pd.NaT
        except ValueError:
            return pd.NaT
    return column.map(read).astype(f"period[{unit}]")

`;

function conversion(column: Column, isText: boolean, guarded: boolean): string[] {
  const place = `data[${quoted(column.name)}]`;
  const labels = distinctLabels(column);
  const codes = column.missing.map(({ value }) => value);
  const lines: string[] = [];
  const drop = (shown: readonly string[]): void => {
    if (shown.length > 0) lines.push(`${place} = ${place}.where(~${place}.isin([${shown.join(', ')}]))`);
  };
  const asTexts = codes.map((code) => quoted(String(code)));
  switch (column.type) {
    case 'text':
      if (isText && guarded) lines.push(`${place} = ${place}.map(unguard)`);
      drop(asTexts);
      break;
    case 'date':
    case 'date-time':
      if (!isText) break;
      drop(asTexts);
      lines.push(`${place} = dates(${place}, ${column.type === 'date' ? '"D"' : '"ms"'})`);
      break;
    default:
      lines.push(`${place} = pd.to_numeric(${place})`);
      drop(codes.map(String));
      if (labels.length > 0) {
        const pairs = labels.map(({ value, label }) => `${value}: ${quoted(label)}`).join(', ');
        const texts = labels.map(({ label }) => quoted(label)).join(', ');
        const order = column.level === 'ordinal' ? 'True' : 'False';
        lines.push(`${place} = pd.Categorical(${place}.map({${pairs}}), categories=[${texts}], ordered=${order})`);
      }
  }
  return lines;
}

/** JSON's strings are Python's, once halves of surrogate pairs are gone. */
function quoted(text: string): string {
  return JSON.stringify(text.toWellFormed());
}

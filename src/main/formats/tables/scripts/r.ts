import { columnsWords as words } from '#words/core/columns.ts';
import type { Column } from '../plan/table.ts';
import { countedColumn, distinctLabels } from './script.ts';
import type { Loadable, ScriptInput } from './script.ts';

/** An R script: base R for CSV and TSV, haven for SPSS and Stata files, arrow for Parquet. ASCII throughout. */
export function rScript({ base, columns, format, guarded }: ScriptInput): string {
  const counted = countedColumn(columns);
  const isText = format === 'csv' || format === 'tsv';
  const parts = [
    `# ${words.scriptAbout}`,
    `# ${words.scriptRun({ command: 'Rscript SCRIPT.R FOLDER' })}`,
    '',
    'folder <- c(commandArgs(trailingOnly = TRUE), ".")[1]',
    loading(base, format),
    `names(data) <- c(${columns.map(({ name }) => quoted(name)).join(', ')})`,
    '',
    ...(isText && guarded ? [unguard, ''] : []),
    ...columns.flatMap((column) => conversion(column, isText, guarded)),
    '',
    ...(counted === undefined
      ? []
      : [
          `counts <- as.data.frame(table(data[[${quoted(counted.name)}]], useNA = "ifany"), stringsAsFactors = FALSE)`,
          'names(counts) <- c("value", "rows")',
          `cat(${quoted(words.scriptRowsBy)}, ${quoted(counted.name)}, "\\n")`,
          'writeLines(paste0(format(counts$rows), "  ", counts$value))',
        ]),
  ];
  return `${parts.join('\n')}\n`;
}

function loading(base: string, format: Loadable): string {
  const path = `file.path(folder, ${quoted(`${base}.${format}`)})`;
  const options = 'check.names = FALSE, colClasses = "character", na.strings = "", encoding = "UTF-8"';
  const plain =
    'data[] <- lapply(data, function(x) if (inherits(x, c("Date", "POSIXct"))) x else if (is.character(x)) x else as.vector(unclass(x)))';
  switch (format) {
    case 'csv':
      return `data <- read.csv(${path}, ${options})`;
    case 'tsv':
      return `data <- read.delim(${path}, ${options})`;
    case 'sav':
      return `data <- as.data.frame(haven::read_sav(${path}, user_na = FALSE))\n${plain}`;
    case 'dta':
      return `data <- as.data.frame(haven::read_dta(${path}))\n${plain}`;
    case 'parquet':
      return `data <- as.data.frame(arrow::read_parquet(${path}))`;
  }
}

const unguard = `# ${words.scriptGuarded}
unguard <- function(x) {
  rest <- sub("^'+", "", x)
  runs <- grepl("^(?:[\\\\t\\\\r\\\\n]|[ \\u00a0\\u3000]*[=+@\\uff1d\\uff0b\\uff0d\\uff20-])", rest, perl = TRUE)
  number <- grepl("^[+-]?(?:\\\\d+(?:[.,]\\\\d*)?|[.,]\\\\d+)(?:[eE][+-]?\\\\d+)?$", rest, perl = TRUE)
  ifelse(!is.na(x) & startsWith(x, "'") & runs & !number, substring(x, 2), x)
}`;

function conversion(column: Column, isText: boolean, guarded: boolean): string[] {
  const place = `data[[${quoted(column.name)}]]`;
  const labels = distinctLabels(column);
  const codes = column.missing.map(({ value }) => value);
  const lines: string[] = [];
  const drop = (): void => {
    if (codes.length > 0) lines.push(`${place}[${place} %in% c(${codes.join(', ')})] <- NA`);
  };
  switch (column.type) {
    case 'text':
      if (isText && guarded) lines.push(`${place} <- unguard(${place})`);
      drop();
      break;
    case 'date':
      if (isText) {
        drop();
        lines.push(`${place} <- as.Date(${place})`);
      }
      break;
    case 'date-time':
      if (isText) {
        drop();
        lines.push(`${place} <- as.POSIXct(${place}, format = "%Y-%m-%dT%H:%M:%OSZ", tz = "UTC")`);
      }
      break;
    default:
      lines.push(`${place} <- as.numeric(${place})`);
      drop();
      if (labels.length > 0) {
        const values = labels.map(({ value }) => value).join(', ');
        const texts = labels.map(({ label }) => quoted(label)).join(', ');
        const order = column.level === 'ordinal' ? ', ordered = TRUE' : '';
        lines.push(`${place} <- factor(${place}, levels = c(${values}), labels = c(${texts})${order})`);
      }
  }
  return [...lines, `attr(${place}, "label") <- ${quoted(column.label)}`];
}

/** A text as an R string of ASCII signs. */
function quoted(text: string): string {
  const escaped = Array.from(text.toWellFormed(), (sign) => {
    const point = sign.codePointAt(0) ?? 0;
    if (sign === '"' || sign === '\\') return `\\${sign}`;
    if (point >= 0x20 && point < 0x7f) return sign;
    return point > 0xffff ? `\\U{${point.toString(16)}}` : `\\u{${point.toString(16)}}`;
  });
  return `"${escaped.join('')}"`;
}

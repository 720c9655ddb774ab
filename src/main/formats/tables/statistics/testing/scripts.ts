/** Reads files named in a list with haven and writes what it sees as JSON (R has no JSON of its own). */
export const havenScript = String.raw`
suppressMessages(library(haven))
arguments <- commandArgs(TRUE)
files <- readLines(arguments[1], encoding = "UTF-8")
quoted <- function(x) {
  x <- enc2utf8(as.character(x))
  absent <- is.na(x)
  x <- gsub("\\", "\\\\", x, fixed = TRUE)
  x <- gsub("\"", "\\\"", x, fixed = TRUE)
  for (code in c(1:31, 127)) {
    sign <- intToUtf8(code)
    x <- gsub(sign, sprintf("\\u%04x", code), x, fixed = TRUE)
  }
  ifelse(absent, "null", paste0("\"", x, "\""))
}
array <- function(x) paste0("[", paste(x, collapse = ","), "]")
plain <- function(x) {
  if (is.character(x)) return(quoted(x))
  x <- as.double(unclass(x))
  tags <- na_tag(x)
  ifelse(is.na(x), ifelse(is.na(tags), "null", paste0("\".", tags, "\"")), sprintf("%.17g", x))
}
cells <- function(x) {
  tags <- if (is.character(x)) rep(NA, length(x)) else na_tag(as.double(unclass(x)))
  if (inherits(x, "Date")) text <- ifelse(is.na(x), "null", paste0("\"", format(x, "%Y-%m-%d"), "\""))
  else if (inherits(x, "POSIXct")) {
    milliseconds <- round(as.double(unclass(x)) * 1000)
    text <- ifelse(is.na(x), "null", sprintf("%.0f", milliseconds))
  } else return(plain(x))
  ifelse(is.na(tags), text, paste0("\".", tags, "\""))
}
orNull <- function(x) if (is.null(x)) "null" else quoted(x)
column <- function(name, x) {
  kind <- if (inherits(x, "Date")) "date" else if (inherits(x, "POSIXct")) "datetime" else if (is.character(x)) "text" else "number"
  labels <- attr(x, "labels", exact = TRUE)
  format <- attr(x, "format.spss", exact = TRUE)
  if (is.null(format)) format <- attr(x, "format.stata", exact = TRUE)
  range <- attr(x, "na_range", exact = TRUE)
  paste0("{\"name\":", quoted(name), ",\"label\":", orNull(attr(x, "label", exact = TRUE)), ",\"format\":", orNull(format),
    ",\"kind\":\"", kind, "\",\"labels\":",
    array(if (length(labels) == 0) character() else paste0("{\"value\":", plain(unname(labels)), ",\"label\":", quoted(names(labels)), "}")),
    ",\"missing\":", array(if (is.null(attr(x, "na_values", exact = TRUE))) character() else plain(attr(x, "na_values", exact = TRUE))),
    ",\"missingRange\":", if (is.null(range)) "null" else array(plain(range)),
    ",\"cells\":", array(cells(x)), "}")
}
table <- function(file) {
  data <- if (grepl("\\.sav$", file)) read_sav(file, user_na = TRUE) else read_dta(file)
  if (grepl("\\.sav$", file)) {
    # Asked to keep declared missing values, haven forgets that a column holds dates.
    usual <- read_sav(file)
    for (at in seq_along(data)) if (inherits(usual[[at]], c("Date", "POSIXct"))) data[[at]] <- usual[[at]]
  }
  columns <- vapply(seq_along(data), function(at) column(names(data)[at], data[[at]]), "")
  paste0("{\"rows\":", nrow(data), ",\"label\":", orNull(attr(data, "label", exact = TRUE)),
    ",\"notes\":", array(quoted(as.character(attr(data, "notes", exact = TRUE)))), ",\"columns\":", array(columns), "}")
}
output <- file(arguments[2], "wb")
writeLines(array(vapply(files, table, "")), output, useBytes = TRUE)
close(output)
`;

/** Reads .dta files named in a list with pandas and writes what it sees as JSON. */
export const pandasScript = String.raw`
import json, sys
import pandas as pd
from pandas.io.stata import StataReader, StataMissingValue

def cell(value):
    if isinstance(value, StataMissingValue):
        return None if value.string == '.' else value.string
    if value is None or value is pd.NaT:
        return None
    if isinstance(value, pd.Timestamp):
        return value.isoformat()
    if isinstance(value, str):
        return value
    number = float(value)
    return None if number != number else int(number) if number.is_integer() else number

def missing(value):
    # Extended missing values of 4-byte integers: . is 2147483621, .a the next one.
    return '.' + chr(ord('a') + value - 2147483622) if value >= 2147483622 else value

tables = []
for name in open(sys.argv[1], encoding='utf-8').read().splitlines():
    # Asked for labels first, pandas 1.5 forgets the long texts; asked afterwards, it has closed the file.
    with StataReader(name) as reader:
        sets = reader.value_labels()
    with StataReader(name, convert_categoricals=False, convert_missing=True, convert_dates=False) as reader:
        data = reader.read()
        labels = reader.variable_labels()
        columns = []
        for column, set_name, form in zip(data.columns, reader.lbllist, reader.fmtlist):
            is_text = form.endswith('s')
            columns.append({'name': column, 'label': labels[column], 'format': form,
                'kind': 'text' if is_text else 'date' if form == '%td' else 'datetime' if form.startswith('%tc') else 'number',
                'labels': [{'value': missing(int(value)), 'label': text} for value, text in sets.get(set_name, {}).items()],
                'missing': [], 'missingRange': None, 'cells': [cell(value) for value in data[column]]})
        tables.append({'rows': len(data), 'label': reader.data_label, 'notes': [], 'columns': columns})
    # What people do: the default settings must not fail on labels either.
    pd.read_stata(name)
json.dump(tables, open(sys.argv[2], 'w'))
`;

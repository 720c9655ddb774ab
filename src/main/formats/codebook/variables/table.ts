import type { NumberName } from '#words/core/codebookFiles.ts';
import { levelSchema, scopeSchema } from '../../../../shared/model/variables.ts';
import type { AnswerValue, Level } from '../../../../shared/model/variables.ts';
import { readNumber } from '../../../../shared/text/numbers.ts';
import { said } from '../../../../shared/words/message.ts';
import { readCsv } from '../../tables/csv/reader.ts';
import { csvRows } from '../../tables/csv/writer.ts';
import { headerFault, readLayout, rowOf } from '../columns.ts';
import type { Row } from '../columns.ts';
import { joinPath, parsePath } from '../entry.ts';
import type { VariableEntry, VariableName } from '../entry.ts';
import { EntryFault } from '../faults.ts';
import type { Placed } from '../entry.ts';
import type { FaultList } from '../faults.ts';
import { readText, readWord, readYes } from '../values.ts';
import { checkVariable, readName } from './check.ts';
import { readChoices, writeChoices } from './choicesCell.ts';
import { readShowIf, writeShowIf } from './showIfCell.ts';

const columns = [
  'code',
  'scope',
  'name',
  'label',
  'help',
  'level',
  'choices',
  'required',
  'minimum',
  'maximum',
  'show_if',
  'fallback',
  'entity_list',
  'archived',
] as const;
type Column = (typeof columns)[number];

/** Writes variables as a CSV table, one a row; choices, rules and fallbacks as their cells say. */
export function writeVariablesTable(variables: readonly VariableEntry[]): string {
  const rows = variables.map((variable) => [
    variable.code === null ? '' : joinPath(variable.code),
    variable.scope,
    variable.name,
    variable.label,
    variable.help,
    variable.level,
    writeChoices(variable.choices),
    variable.required ? 'yes' : 'no',
    variable.minimum,
    variable.maximum,
    writeShowIf(variable.showIf, variable),
    writeFallback(variable.fallback),
    variable.entityList,
    variable.archived ? 'yes' : 'no',
  ]);
  return csvRows([[...columns], ...rows], { raw: false });
}

/**
 * Reads a table of variables. Only `name` and `level` are needed; without a scope a variable with a code is asked for
 * its passages, and one without for the whole document. Faults are placed `variables row 3` when `beside` a table of codes.
 */
export function readVariablesTable(
  text: string,
  faults: FaultList,
  { beside }: { beside: boolean },
): Placed<VariableEntry>[] {
  const file = readCsv(text);
  const layout = readLayout(file, columns);
  if (layout.name === undefined || layout.level === undefined)
    throw headerFault(said('codebookFiles.noVariableColumns'));
  return file.rows.flatMap(({ row, cells }) => {
    const place = said(beside ? 'codebookFiles.variablesRow' : 'codebookFiles.row', { row });
    const entry = faults.collect(place, () => readVariable(rowOf(layout, cells)));
    return entry ? [{ place, entry }] : [];
  });
}

function readVariable(row: Row<Column>): VariableEntry {
  const word = (column: Column): string => row.word(column) ?? '';
  const path = word('code');
  const code = path === '' ? null : parsePath(path);
  const scopeWord = word('scope');
  const scope = scopeWord === '' ? (code ? 'passage' : 'document') : readWord(scopeSchema.options, scopeWord, 'scope');
  const owner: VariableName = { scope, code, name: readName(word('name')) };
  const level = readWord(levelSchema.options, word('level'), 'level');
  return checkVariable({
    ...owner,
    label: readText('label', row.raw('label') ?? ''),
    help: readText('help', row.raw('help') ?? ''),
    level,
    choices: readChoices(row.raw('choices') ?? ''),
    required: readYes(word('required')),
    minimum: numberCell(word('minimum'), 'minimum'),
    maximum: numberCell(word('maximum'), 'maximum'),
    showIf: readShowIf(word('show_if'), owner),
    fallback: readFallback(row.raw('fallback') ?? '', level),
    entityList: word('entity_list'),
    archived: readYes(word('archived')),
  });
}

function numberCell(cell: string, what: NumberName): number | null {
  if (cell === '') return null;
  const value = readNumber(cell);
  if (value !== undefined) return value;
  throw new EntryFault(said('codebookFiles.notANumber', { cell, what }));
}

/** Numbers and words as they are; the values of a multiple choice joined by `; `, `none` for no value. */
function writeFallback(value: AnswerValue | null): string | number | null {
  if (!Array.isArray(value)) return value;
  return value.length === 0 ? 'none' : value.join('; ');
}

function readFallback(cell: string, level: Level): AnswerValue | null {
  const word = cell.trim();
  if (level === 'text' || level === 'entity') return cell === '' ? null : readText('fallback', cell);
  if (word === '') return null;
  if (level === 'date') return word;
  if (level !== 'multiple') return numberCell(word, 'fallback');
  return word === 'none' ? [] : word.split(';').flatMap((part) => numberCell(part.trim(), 'fallback') ?? []);
}

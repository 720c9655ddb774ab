import { said } from '../../../shared/words/message.ts';
import type { Message } from '../../../shared/words/message.ts';
import { readCsv } from '../tables/csv/reader.ts';
import type { CsvFile } from '../tables/csv/reader.ts';
import { csvRows } from '../tables/csv/writer.ts';
import { readAnchors, writeAnchors } from './anchorsCell.ts';
import { headerFault, readLayout, rowOf } from './columns.ts';
import type { Row } from './columns.ts';
import { joinPath, parsePath } from './entry.ts';
import type { CodebookEntry, CodebookFile, ExampleEntry, SetEntry } from './entry.ts';
import { readExamples, writeExamples } from './examplesCell.ts';
import { EntryFault } from './faults.ts';
import type { Placed, PlacedEntry } from './entry.ts';
import type { FaultList } from './faults.ts';
import { mapForeignTable } from './foreignTable.ts';
import { pathsFromParents } from './parents.ts';
import { optional, readColor, readKey, readPattern, readRule, readText, readYes } from './values.ts';

const written = ['path', 'definition', 'include', 'exclude', 'example', 'color', 'pattern', 'key'] as const;
const columnNames = [...written, 'anchor', 'archived', 'set', 'rule', 'parent', 'name'] as const;
type Column = (typeof columnNames)[number];

/**
 * Writes codes as a CSV table `path,definition,include,exclude,example,color,pattern,key`; `color` is the place in the
 * palette. The columns `anchor` (places of the examples), `archived` and `set,rule` follow where something needs them. A set
 * without codes stands in a row of its own, which has no path.
 */
export function writeCodesTable({ codes, sets }: CodebookFile): string {
  const archives = codes.some((code) => code.archived);
  const anchored = codes.some(({ examples }) => examples?.some(({ anchor }) => anchor !== null));
  const used = new Set(codes.map(({ exclusiveSet }) => exclusiveSet));
  const groups = sets.length > 0;
  const rules = new Map(sets.map(({ name, rule }) => [name, rule]));
  const rows = codes.map((code) => [
    joinPath(code.path),
    code.definition ?? '',
    code.include ?? '',
    code.exclude ?? '',
    writeExamples((code.examples ?? []).map(({ quote }) => quote)),
    code.hue ?? null,
    code.pattern ?? '',
    code.key ?? '',
    ...(anchored ? [writeAnchors((code.examples ?? []).map(({ anchor }) => anchor))] : []),
    ...(archives ? [code.archived ? 'yes' : 'no'] : []),
    ...(groups ? [code.exclusiveSet ?? '', rules.get(code.exclusiveSet ?? '') ?? ''] : []),
  ]);
  const header = [
    ...written,
    ...(anchored ? ['anchor'] : []),
    ...(archives ? ['archived'] : []),
    ...(groups ? ['set', 'rule'] : []),
  ];
  const empty = sets
    .filter(({ name }) => !used.has(name))
    .map(({ name, rule }) => [...Array.from({ length: header.length - 2 }, () => ''), name, rule]);
  return csvRows([header, ...rows, ...empty], { raw: false });
}

/**
 * Reads a table of codes: a `path` column, or `name` with `parent` (name or path of the code above); further columns as
 * `writeCodesTable` writes them, in any order. Throws AppError `file-empty` or `file-damaged`; what is wrong with a row
 * goes to `faults`.
 */
export function readCodesTable(
  text: string,
  faults: FaultList,
): { codes: PlacedEntry[]; sets: Placed<SetEntry>[]; changes: string[] } {
  const { file, changes } = mapForeignTable(readCsv(text));
  const layout = readLayout(file, columnNames);
  if ((layout.path === undefined) === (layout.name === undefined)) {
    throw headerFault(said('codebookFiles.noPathColumn'));
  }
  if (layout.path !== undefined && layout.parent !== undefined) throw headerFault(said('codebookFiles.pathAndParent'));
  if (layout.anchor !== undefined && layout.example === undefined)
    throw headerFault(said('codebookFiles.anchorWithoutExample'));
  const all = file.rows.map(({ row, cells }) => ({
    place: said('codebookFiles.row', { row }),
    row: rowOf(layout, cells),
  }));
  const rows = all.filter(({ row }) => !isSetAlone(row));
  const paths = layout.path === undefined ? parentPaths(rows, faults) : undefined;
  const codes: PlacedEntry[] = [];
  const sets = new Map<string, Placed<{ name: string; rule: SetEntry['rule'] | undefined }>>();
  const gather = (place: Message, row: Row<Column>): void =>
    faults.collect(place, () => {
      gatherSet(sets, place, row);
    });
  rows.forEach(({ place, row }, index) => {
    const entry = faults.collect(place, () => readEntry(row, paths === undefined ? ownPath(row) : paths[index]));
    if (!entry) return;
    codes.push({ place, entry });
    gather(place, row);
  });
  for (const { place, row } of all) if (isSetAlone(row)) gather(place, row);
  return {
    codes,
    changes,
    sets: [...sets.values()].map(({ place, entry }) => ({ place, entry: { ...entry, rule: entry.rule ?? 'warn' } })),
  };
}

/** Whether a table describes variables rather than codes. */
export function isVariablesTable(file: Pick<CsvFile, 'header'>): boolean {
  const titles = file.header.map((title) => title.toLowerCase());
  return titles.includes('name') && titles.includes('level');
}

/** Whether a row lists a set of codes and no code: it says nothing but the set and its rule. */
function isSetAlone(row: Row<Column>): boolean {
  const others = columnNames.filter((name) => name !== 'set' && name !== 'rule');
  return (row.word('set') ?? '') !== '' && others.every((name) => (row.word(name) ?? '') === '');
}

function parentPaths(
  rows: readonly { place: Message; row: Row<Column> }[],
  faults: FaultList,
): (string[] | undefined)[] {
  return pathsFromParents(
    rows.map(({ place, row }) => ({ place, name: row.word('name') ?? '', parent: row.word('parent') ?? '' })),
    faults,
  );
}

function ownPath(row: Row<Column>): string[] {
  const path = row.word('path') ?? '';
  if (path === '') throw new EntryFault(said('codebookFiles.noName'));
  return parsePath(path);
}

/** Undefined when the row has no path; that fault is known already. */
function readEntry(row: Row<Column>, path: string[] | undefined): CodebookEntry | undefined {
  const texts = (['definition', 'include', 'exclude'] as const).flatMap((name) => {
    const cell = row.raw(name);
    return cell === undefined ? [] : [[name, readText(name, cell)] as const];
  });
  const examples = row.raw('example');
  const anchors = row.raw('anchor') ?? '';
  const color = row.word('color');
  const pattern = row.word('pattern');
  const key = row.word('key');
  const archived = row.word('archived');
  const set = row.word('set');
  const rest = {
    ...Object.fromEntries(texts),
    ...(examples === undefined ? {} : { examples: placed(readExamples(examples), anchors) }),
    ...(color === undefined ? {} : optional('hue', readColor(color))),
    ...(pattern === undefined ? {} : optional('pattern', readPattern(pattern))),
    ...(key === undefined ? {} : { key: readKey(key) }),
    ...(archived === undefined ? {} : { archived: readYes(archived) }),
    ...(set === undefined ? {} : { exclusiveSet: set === '' ? null : set.replace(/\s+/gu, ' ') }),
  };
  return path === undefined ? undefined : { path, ...rest };
}

function placed(quotes: readonly string[], anchors: string): ExampleEntry[] {
  const places = readAnchors(anchors, quotes.length);
  return quotes.map((quote, index) => ({ quote: readText('example', quote), anchor: places[index] ?? null }));
}

function gatherSet(
  sets: Map<string, Placed<{ name: string; rule: SetEntry['rule'] | undefined }>>,
  place: Message,
  row: Row<Column>,
): void {
  const name = (row.word('set') ?? '').replace(/\s+/gu, ' ');
  const rule = readRule(row.word('rule') ?? '');
  if (name === '') {
    if (rule !== undefined) throw new EntryFault(said('codebookFiles.ruleWithoutSet'));
    return;
  }
  const other = sets.get(name);
  if (!other) sets.set(name, { place, entry: { name, rule } });
  else if (rule !== undefined && other.entry.rule !== undefined && rule !== other.entry.rule) {
    throw new EntryFault(said('codebookFiles.twoRules', { name, rule: other.entry.rule, place: other.place }));
  } else other.entry.rule ??= rule;
}

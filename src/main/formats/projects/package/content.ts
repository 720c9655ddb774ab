import { unfitIn } from '../../../../shared/api/fit.ts';
import { AppError } from '../../../../shared/errors.ts';
import {
  fieldFault,
  laterFields,
  packageReferences,
  packageTableNames,
  packageTables,
} from '../../../../shared/model/packageRows.ts';
import type { Fields, PackageRow, PackageTable } from '../../../../shared/model/packageRows.ts';
import { mostLevels } from '../../../../shared/model/records.ts';
import { depthReason, parseJson } from '../../../../shared/text/json.ts';
import { hasLoneSurrogate, signFault } from '../../../../shared/text/signs.ts';
import { said } from '../../../../shared/words/message.ts';
import type { Message } from '../../../../shared/words/message.ts';
import { fileOf, manifestSchema, packageVersion, sinceOf, surroundingsVersion } from './manifest.ts';
import type { Manifest } from './manifest.ts';
import { reaches } from './surroundings.ts';

/** What a package holds: records by table. Offsets are code points, as its files have them. */
export type PackageContent = { manifest: Manifest; tables: Record<PackageTable, PackageRow[]> };

/** A package's files by name, and their SHA-256 in hexadecimal. */
export type PackageSource = { files: ReadonlyMap<string, Uint8Array>; sha256(bytes: Uint8Array): string };

function fault(file: string, line: number | null, what: string | Message): AppError {
  const place = line === null ? file : said('packages.inLine', { file, line });
  return new AppError('file-damaged', said('packages.unusable', { place, what }), { file, line });
}

/** Fields besides those of the project file's tables: what stands in for the texts. */
const extraFields: Readonly<Partial<Record<PackageTable, Fields>>> = {
  document: { text_sha256: 'text', characters: 'integer', original_sha256: 'text' },
  annotation: {
    quote: 'text?',
    cut: 'json',
    stands: 'integer?',
    which: 'integer?',
    reach: 'integer?',
    before: 'text?',
    after: 'text?',
  },
};

/** What codings hold in packages that do not say what stands around them. */
const noSurroundings: PackageRow = { stands: null, which: null, reach: null, before: null, after: null };

/**
 * Reads and checks a whole package: its version, every line, every field, every reference. Nothing of it is trusted. `since`: from
 * which version on packages have a table; of a table that came later there is nothing.
 *
 * @throws AppError `file-unsupported` for what is no package, `file-newer`, `file-damaged` with file and line.
 */
export function readPackage(source: PackageSource, since = sinceOf): PackageContent {
  const manifest = readManifest(source.files.get('manifest.json'));
  const listed = new Map(manifest.files.map((file) => [file.name, file]));
  // Filled for every name below, before it is handed out.
  const tables = {} as Record<PackageTable, PackageRow[]>;
  for (const table of packageTableNames) {
    const name = fileOf(table);
    if (manifest.version < since(table)) {
      tables[table] = [];
      continue;
    }
    const bytes = source.files.get(name);
    const entry = listed.get(name);
    if (!bytes || !entry) throw fault(name, null, said('packages.missingFile'));
    if (source.sha256(bytes) !== entry.sha256) throw fault(name, null, said('packages.otherFile'));
    const isOlder = table === 'annotation' && manifest.version < surroundingsVersion;
    const absent = { ...laterFields[table], ...(isOlder ? noSurroundings : {}) };
    tables[table] = readLines(name, bytes, { ...packageTables[table], ...extraFields[table] }, absent);
    if (tables[table].length !== entry.records)
      throw fault(name, null, said('packages.otherCount', { lines: entry.records }));
  }
  checkReferences(tables);
  checkLevels(tables.code);
  checkPlaces(tables);
  return { manifest, tables };
}

function readManifest(bytes: Uint8Array | undefined): Manifest {
  if (!bytes) throw new AppError('file-unsupported', said('packages.noManifest'));
  const parsed = manifestSchema.safeParse(jsonIn('manifest.json', null, bytes));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const field = issue?.path.join('.') ?? '';
    const wrong = issue?.message ?? said('packages.notManifest');
    throw fault('manifest.json', null, field === '' ? wrong : said('packages.manifestField', { field, fault: wrong }));
  }
  if (parsed.data.version > packageVersion) {
    const { version } = parsed.data;
    throw new AppError('file-newer', said('packages.newer', { version, newest: packageVersion }));
  }
  return parsed.data;
}

function jsonIn(file: string, line: number | null, bytes: Uint8Array): unknown {
  try {
    return parseJson(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    if (error instanceof SyntaxError && error.message === depthReason) throw fault(file, line, depthReason);
    if (error instanceof SyntaxError || error instanceof TypeError) throw fault(file, line, said('packages.noJson'));
    throw error;
  }
}

function readLines(file: string, bytes: Uint8Array, fields: Fields, absent: PackageRow): PackageRow[] {
  const rows: PackageRow[] = [];
  const known = Object.entries(fields);
  for (let start = 0; start < bytes.length;) {
    const found = bytes.indexOf(10, start);
    const end = found === -1 ? bytes.length : found;
    const line = rows.length + 1;
    const value = jsonIn(file, line, bytes.subarray(start, end));
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw fault(file, line, said('packages.noRecord'));
    const given = value as PackageRow; // an object that is no array, just parsed
    // A record of our own fields and no others: nothing else of a stranger's object is carried on.
    const row: PackageRow = {};
    for (const [name, kind] of known) {
      const field = Object.hasOwn(given, name) ? given[name] : absent[name];
      const wrong = fieldFault(kind, field) ?? signsFault(name, field);
      if (wrong !== null) throw fault(file, line, said('packages.wrongField', { field: name, fault: wrong }));
      row[name] = field;
    }
    rows.push(row);
    start = end + 1;
  }
  return rows;
}

/** Fields that people find records by. */
const namingFields: readonly string[] = ['name', 'list', 'entity_list', 'label', 'relation'];

/** Names hold no sign that they would lose; other texts, which quote articles, hold any that a project file gives back. */
function signsFault(name: string, field: unknown): string | Message | null {
  if (typeof field !== 'string') return unfitIn(field)?.message ?? null;
  return namingFields.includes(name) || hasLoneSurrogate(field) ? signFault(field) : null;
}

function checkReferences(tables: Record<PackageTable, PackageRow[]>): void {
  const ids = new Map<PackageTable, Set<unknown>>();
  for (const table of packageTableNames) {
    const known = new Set<unknown>();
    tables[table].forEach(({ id }, index) => {
      if (known.has(id)) throw fault(fileOf(table), index + 1, said('packages.idTwice', { id: String(id) }));
      known.add(id);
    });
    ids.set(table, known);
  }
  for (const table of packageTableNames) {
    for (const [field, target] of Object.entries(packageReferences[table])) {
      tables[table].forEach((row, index) => {
        const id = row[field];
        if (id === null || ids.get(target)?.has(id)) return;
        throw fault(fileOf(table), index + 1, said('packages.namesNothing', { field, file: fileOf(target) }));
      });
    }
  }
}

/** Codes stand below one another, not too deep and in no ring. */
function checkLevels(codes: readonly PackageRow[]): void {
  const parents = new Map(codes.map(({ id, parent }) => [id, parent]));
  codes.forEach(({ id, name }, index) => {
    let levels = 0;
    for (let above: unknown = id; above !== null && levels <= mostLevels; above = parents.get(above) ?? null) levels++;
    if (levels <= mostLevels) return;
    const what = said('packages.tooManyLevels', { code: String(name), most: mostLevels });
    throw fault(fileOf('code'), index + 1, what);
  });
}

/** Places must be passages: not empty, and inside what the package says is the text's length. */
function checkPlaces(tables: Record<PackageTable, PackageRow[]>): void {
  const lengths = new Map(tables.document.map(({ id, characters }) => [id, Number(characters)]));
  tables.annotation.forEach(({ document, start, end, reach }, index) => {
    const [from, to] = [Number(start), Number(end)];
    if (!(from >= 0 && from < to && to <= (lengths.get(document) ?? 0)))
      throw fault(fileOf('annotation'), index + 1, said('packages.noPassage', { start: from, end: to }));
    if (Number(reach) !== 0 && !reaches.some((one) => one === reach))
      throw fault(fileOf('annotation'), index + 1, said('packages.unknownReach', { reach: String(reach) }));
  });
  tables.answer.forEach(({ evidence }, index) => {
    if (Array.isArray(evidence) && evidence.every(isPlace)) return;
    throw fault(fileOf('answer'), index + 1, said('packages.noPlaces'));
  });
}

function isPlace(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !('start' in value) || !('end' in value)) return false;
  const { start, end } = value;
  return Number.isSafeInteger(start) && Number.isSafeInteger(end) && Number(start) >= 0 && Number(start) < Number(end);
}

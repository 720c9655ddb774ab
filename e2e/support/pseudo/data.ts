import { DatabaseSync } from 'node:sqlite';
import { cyrillicOf } from './letters.ts';

/** What people wrote, by tables; of JSON only the strings under these keys. */
const written: readonly (readonly [table: string, columns: readonly string[]])[] = [
  ['project', ['name']],
  ['coder', ['name']],
  ['text', ['content']],
  ['document', ['name', 'path']],
  ['code', ['name', 'definition', 'include', 'exclude']],
  ['variable', ['name', 'label', 'help', 'entity_list', 'choices']],
  ['entity', ['list', 'name']],
  ['annotation', ['memo']],
  ['answer', ['value']],
  ['example', ['quote']],
  ['exclusive_set', ['name']],
  ['codebook_version', ['note', 'content']],
  ['round', ['name', 'note']],
  ['progress', ['reason']],
  ['disagreement', ['memo']],
  ['journal_entry', ['label', 'coder']],
];
const keys = new Set(
  'label text name entityList code list document variable to from into file definition include exclude help quote'.split(
    ' ',
  ),
);
const anId = /^[\da-f-]{36}$/;
/** Facts are known by their names, and answers of other kinds are values that the program knows. */
const only: Readonly<Record<string, string>> = {
  'variable.name': "scope <> 'fact'",
  'answer.value': "variable IN (SELECT id FROM variable WHERE scope = 'fact' OR level = 'text')",
};

function inJson(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return value.map((item) => inJson(item, key));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, inJson(item, name)]));
  }
  return typeof value === 'string' && keys.has(key) && !anId.test(value) ? cyrillicOf(value) : value;
}

function strange(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  if (!/^[[{]/.test(value)) return cyrillicOf(value);
  try {
    return JSON.stringify(inJson(JSON.parse(value)));
  } catch {
    return cyrillicOf(value);
  }
}

/**
 * Puts all that people wrote into Cyrillic letters, so that a word in Latin ones in the window is the program’s. Hashes no longer fit:
 * the file is for looking at.
 */
export function writeInCyrillic(file: string): void {
  const db = new DatabaseSync(file);
  db.function('strange', { deterministic: true }, (value) => strange(value));
  for (const [table, columns] of written) {
    const present = db.prepare('SELECT name FROM pragma_table_info(?)').all(table);
    const names = new Set(present.map(({ name }) => String(name)));
    for (const column of columns) {
      if (!names.has(column)) throw new Error(`${table} has no ${column}`);
      const which = only[`${table}.${column}`] ?? 'true';
      db.exec(
        `UPDATE "${table}" SET "${column}" = strange("${column}") WHERE typeof("${column}") = 'text' AND ${which}`,
      );
    }
  }
  db.close();
}

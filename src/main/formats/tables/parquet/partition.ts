import { noDevice } from '../../../../shared/text/fileNames.ts';
import type { Cell } from '../csv/writer.ts';

/** What Hive, and all who read its folders, call the part without a value. */
const nothing = '__HIVE_DEFAULT_PARTITION__';

// eslint-disable-next-line no-control-regex -- control characters are among what folders cannot have in their names
const forbidden = /[\u0000-\u001f"%*/:<=>?\\|]|[. ]$/gu;

/**
 * The name of the folder that holds a part of a table: `NAME=VALUE`. In the value all but letters, digits and harmless signs
 * of ASCII stand as `%XX`, which readers (DuckDB, Spark, Arrow) take back. In the name only what no folder can be called:
 * DuckDB does not take it back there. An empty text counts as nothing, because readers would take it for nothing, too.
 */
export function partitionFolder(name: string, value: Cell): string {
  const plain = name.toWellFormed().replace(forbidden, percent);
  // `aux.x=1` is a device of Windows, up to its first dot.
  const key = noDevice(plain) === plain ? plain : percent(plain.charAt(0)) + plain.slice(1);
  return `${key}=${value === null || value === '' ? nothing : escape(String(value))}`;
}

function escape(text: string): string {
  // What encodeURIComponent leaves; a dot at the end would be lost on Windows.
  return encodeURIComponent(text.toWellFormed()).replace(/[!'()*~]|\.$/gu, percent);
}

function percent(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}

import { inflateRawSync } from 'node:zlib';
import type { Database } from 'better-sqlite3';
import type { Id } from '../../../shared/model/records.ts';
import { idToBytes } from '../ids.ts';
import { prepare } from '../statements.ts';

/** How an original file is stored; `content` is the text that it is, where it is packed as one. */
export type PackedOriginal = { packing: string; bytes: Uint8Array | null; content: string | null };

/** The bytes of a file as it was imported; null where they cannot be had, which is damage. */
export function originalBytes({ packing, bytes, content }: PackedOriginal): Uint8Array | null {
  if (packing === 'text') return content === null ? null : Buffer.from(content);
  if (bytes === null) return null;
  try {
    return packing === 'deflate' ? inflateRawSync(bytes) : bytes;
  } catch {
    return null; // what the caller reports
  }
}

/** The bytes of the file that a document came from; null where they cannot be had. */
export function documentOriginal(db: Database, document: Id): Uint8Array | null {
  const row = prepare<PackedOriginal>(
    db,
    `SELECT packing, bytes, text.content AS content
     FROM document JOIN original ON original.id = document.original LEFT JOIN text ON text.id = original.text
     WHERE document.id = ?`,
  ).get(idToBytes(document));
  return row ? originalBytes(row) : null;
}

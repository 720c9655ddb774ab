import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { verifyingWords as words } from '#words/core/verifying.ts';
import type { Problem } from '../../shared/api/project.ts';
import { quoteHash } from './rows/annotation.ts';
import { countCodePoints } from '../../shared/text/offsets.ts';
import { hashText } from './rows/content.ts';
import { originalBytes } from './rows/original.ts';
import type { PackedOriginal } from './rows/original.ts';
import { prepare } from './statements.ts';

/** How a check tells how far it is and asks whether to stop; see the workers' JobContext. */
export type CheckContext = { progress(done: number, total: number): void; checkpoint(): void };

/** More problems than this of one kind are summed up: a damaged project can have as many as it has records. */
const mostListed = 1000;

/** SQLite's own check of the file, and of what refers to what. */
export function verifyFile(db: Database, context: CheckContext): Problem[] {
  context.checkpoint();
  const problems: Problem[] = [];
  const findings = db.pragma('integrity_check(20)') as { integrity_check: string }[]; // as SQLite documents it
  for (const { integrity_check: message } of findings) {
    if (message !== 'ok') problems.push({ kind: 'file', document: '', message: words.fileDamaged({ message }) });
  }
  context.checkpoint();
  for (const row of prepare<{ child: string; parent: string }>(
    db,
    'SELECT "table" AS child, parent FROM pragma_foreign_key_check LIMIT 20',
  ).iterate()) {
    problems.push({
      kind: 'reference',
      document: '',
      message: words.missingReference(row),
    });
  }
  return problems;
}

type TextRow = { id: number; sha256: Uint8Array; content: string; units: number; points: number };

function isText({ sha256, content, units, points }: TextRow): boolean {
  return hashText(content).equals(sha256) && content.length === units && countCodePoints(content) === points;
}

/** Every text against its hash and its lengths. Names the documents that use a text which is not as it was imported. */
export function verifyTexts(db: Database, context: CheckContext): Problem[] {
  const problems: Problem[] = [];
  const total = prepare<{ n: number }>(db, 'SELECT count(*) AS n FROM text').get()?.n ?? 0;
  const users = prepare<{ name: string }>(db, 'SELECT name FROM document WHERE text = ? ORDER BY position');
  let done = 0;
  for (const row of prepare<TextRow>(
    db,
    'SELECT id, sha256, content, utf16_units AS units, code_points AS points FROM text',
  ).iterate()) {
    context.checkpoint();
    context.progress(++done, total);
    if (isText(row)) continue;
    const names = users.all(row.id).map(({ name }) => name);
    for (const document of names.length > 0 ? names : ['']) {
      problems.push({
        kind: 'text',
        document,
        message: words.changedText({ document }),
      });
    }
  }
  return problems;
}

type OriginalRow = PackedOriginal & { id: number; sha256: Uint8Array; size: number };

function isOriginal(row: OriginalRow): boolean {
  const bytes = originalBytes(row);
  if (bytes?.length !== row.size) return false;
  return createHash('sha256').update(bytes).digest().equals(row.sha256);
}

/** Every kept original file against its hash and its length. */
export function verifyOriginals(db: Database, context: CheckContext): Problem[] {
  const problems: Problem[] = [];
  const users = prepare<{ name: string }>(db, 'SELECT name FROM document WHERE original = ? ORDER BY position');
  for (const row of prepare<OriginalRow>(
    db,
    `SELECT original.id AS id, original.sha256 AS sha256, size, packing, bytes, text.content AS content
     FROM original LEFT JOIN text ON text.id = original.text`,
  ).iterate()) {
    context.checkpoint();
    if (isOriginal(row)) continue;
    const names = users.all(row.id).map(({ name }) => name);
    for (const document of names.length > 0 ? names : ['']) {
      problems.push({
        kind: 'original',
        document,
        message: words.changedOriginal({ document }),
      });
    }
  }
  return problems;
}

type PlaceRow = { start: number; end: number; quote_hash: Uint8Array };

/** Every annotation against the words it was made on. */
export function verifyAnnotations(db: Database, context: CheckContext): Problem[] {
  const problems: Problem[] = [];
  const total = prepare<{ n: number }>(db, 'SELECT count(*) AS n FROM annotation').get()?.n ?? 0;
  const documents = prepare<{ id: Uint8Array; name: string; content: string }>(
    db,
    `SELECT document.id AS id, document.name AS name, text.content AS content
     FROM document JOIN text ON text.id = document.text
     WHERE EXISTS (SELECT 1 FROM annotation WHERE annotation.document = document.id)`,
  );
  const places = prepare<PlaceRow>(db, 'SELECT start, end, quote_hash FROM annotation WHERE document = ?');
  let done = 0;
  for (const document of documents.iterate()) {
    for (const { start, end, quote_hash } of places.all(document.id)) {
      context.checkpoint();
      context.progress(++done, total);
      const inside = end <= document.content.length;
      if (inside && quoteHash(document.content.slice(start, end)).equals(quote_hash)) continue;
      if (problems.length >= mostListed) return problems;
      problems.push({
        kind: 'annotation',
        document: document.name,
        message: inside
          ? words.codingOfOtherWords({ document: document.name, start, end })
          : words.codingPastEnd({ document: document.name, end, length: document.content.length }),
      });
    }
  }
  return problems;
}

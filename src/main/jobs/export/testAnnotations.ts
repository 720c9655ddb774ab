import fc from 'fast-check';
import type { Id } from '../../../shared/model/records.ts';
import { plainCode } from '../../../shared/model/records.ts';
import { utf16 } from '../../../shared/text/offsets.ts';
import { anyText } from '../../../shared/text/testTexts.ts';
import type { Store } from '../../store/database.ts';
import { newId } from '../../store/ids.ts';
import { record } from '../../store/journal.ts';
import { insertAnnotation, updateAnnotation } from '../../store/rows/annotation.ts';
import { insertCode } from '../../store/rows/code.ts';
import { insertCoder } from '../../store/rows/coder.ts';
import { hashText, storeContent } from '../../store/rows/content.ts';
import { insertDocument, insertImport } from '../../store/rows/document.ts';
import { writeFact } from '../../store/rows/fact.ts';

/** A coding to make; the offsets are brought into the text, and out of the middle of characters. */
type AnnotationWish = {
  start: number;
  length: number;
  code: number;
  coder: number;
  memo: string;
  at: number;
  changed: number;
};
export type DocumentWish = { name: string; text: string; facts: Record<string, string>; codings: AnnotationWish[] };

const names = ['Frames', 'Ärger/Wut', '=1+1', '🚢'];
const people = ['Ada', 'Ben', 'Łucja'];
const memo = fc.oneof(
  { weight: 5, arbitrary: fc.constant('') },
  fc.constantFrom('see “b”', 'a\nb', '👩‍👧', 'x'.repeat(300)),
);
const moment = fc.integer({ min: -1e12, max: 4e12 });

const annotationWish: fc.Arbitrary<AnnotationWish> = fc.record({
  start: fc.nat(200),
  length: fc.nat(60),
  code: fc.nat(names.length - 1),
  coder: fc.nat(people.length),
  memo,
  at: moment,
  changed: fc.oneof(fc.constant(0), fc.nat(1e9)),
});

/** Documents in many scripts, with facts that some of them do not have, and codings with everything that codings have. */
export const someDocuments: fc.Arbitrary<DocumentWish[]> = fc.array(
  fc.record({
    name: fc.constantFrom('One', 'Two', 'Δύο'),
    text: anyText.map((text) => text.toWellFormed()),
    facts: fc.record(
      {
        site: fc.constantFrom('Le Monde', 'The “Sun”', ''),
        date: fc.constantFrom('2024-02-29', '1899-12-31', 'n/a'),
        length: fc.constantFrom('12', '-0.5', '1e3'),
      },
      { requiredKeys: [] },
    ),
    codings: fc.array(annotationWish, { maxLength: 25 }),
  }),
  { maxLength: 6 },
);

/** What a test chooses from, by name: codes, coders (one of them the agreed version), documents. */
export type MadeAnnotations = { codes: Id[]; coders: Id[]; documents: Id[] };

/** Puts documents and codings into an empty project. */
export function makeAnnotations(store: Store, wishes: readonly DocumentWish[]): MadeAnnotations {
  const made: MadeAnnotations = { codes: [], coders: [], documents: [] };
  act(store, () => {
    [...people, 'Agreed'].forEach((name, at) => {
      const kind = at < people.length ? 'person' : 'agreed';
      made.coders.push(newId());
      insertCoder(store.db, { id: made.coders[at] ?? '', name, kind }, 0);
    });
    names.forEach((name, position) => {
      made.codes.push(newId());
      const parent = position === 1 ? (made.codes[0] ?? null) : null;
      const looks = { ...plainCode, hue: 1, pattern: 'plain' as const, key: null };
      insertCode(store.db, { id: made.codes[position] ?? '', parent, name, ...looks, position }, 0);
    });
  });
  const content = storeContent(
    store.db,
    wishes.map(({ text }) => contentOf(text)),
  );
  act(store, () => {
    const origin = newId();
    insertImport(store.db, { id: origin, coder: null, program: 'test', options: {} }, 0);
    wishes.forEach((wish, position) => {
      const stored = content[position];
      if (!stored) throw new Error('a text was not stored');
      made.documents.push(addDocument(store, wish, { ...stored, position, import: origin }, made));
    });
  });
  return made;
}

/** Adds a coding as no command would: in the midst of a character, or outside the text. */
export function addOddAnnotation(store: Store, made: MadeAnnotations, start: number, end: number): void {
  const [document = ''] = made.documents;
  const [code = ''] = made.codes;
  const [coder = ''] = made.coders;
  const place = { start: utf16(start), end: utf16(end) };
  act(store, () => insertAnnotation(store.db, { id: newId(), document, code, coder, ...place, memo: '' }, '', 0));
}

function act(store: Store, write: () => void): void {
  record(store.db, { kind: 'command', method: 'test', coder: null, at: 1 }, () => {
    write();
    return { label: 'Test', output: null };
  });
}

function contentOf(text: string): Parameters<typeof storeContent>[1][number] {
  const sha256 = hashText(text);
  return {
    text: { content: text, sha256, codePoints: Array.from(text).length },
    original: { sha256, size: Buffer.byteLength(text), packing: 'text', bytes: null },
  };
}

type Place = { text: number; original: number; position: number; import: Id };

function addDocument({ db }: Store, wish: DocumentWish, place: Place, { codes, coders }: MadeAnnotations): Id {
  const id = newId();
  const facts = { importer: 'text', importerVersion: 1, encoding: 'utf-8', encodingSource: 'valid', path: wish.name };
  const looks = { lineEnds: 'lf', warnings: [], language: 'en', direction: 'ltr' as const };
  insertDocument(db, { id, name: wish.name, ...place, ...facts, ...looks }, 0);
  for (const [name, value] of Object.entries(wish.facts)) writeFact(db, id, name, value, 0);
  const taken = new Set<string>();
  for (const coding of wish.codings) {
    const start = whole(wish.text, coding.start % (wish.text.length + 1));
    const end = whole(wish.text, Math.min(wish.text.length, start + coding.length));
    const key = [start, end, coding.code, coding.coder].join();
    if (start >= end || taken.has(key)) continue;
    taken.add(key);
    const who = { code: codes[coding.code] ?? '', coder: coders[coding.coder] ?? '', memo: coding.memo };
    const annotation = { id: newId(), document: id, ...who, start: utf16(start), end: utf16(end) };
    const quote = wish.text.slice(start, end);
    insertAnnotation(db, annotation, quote, coding.at);
    if (coding.changed > 0) updateAnnotation(db, annotation, quote, coding.at + coding.changed);
  }
  return id;
}

function whole(text: string, offset: number): number {
  const unit = text.charCodeAt(offset);
  return offset > 0 && unit >= 0xdc00 && unit <= 0xdfff ? offset - 1 : offset;
}

import type { Id } from '../../../../shared/model/records.ts';
import type { Utf8Places } from '../../../../shared/text/utf8Places.ts';
import { pickingEncoder, repeatingEncoder } from '../../../formats/tables/parquet/columnChunks.ts';
import type { ChunkEncoder, ChunkFacts, ColumnChunk } from '../../../formats/tables/parquet/columnChunks.ts';
import type { Compress } from '../../../formats/tables/parquet/pages.ts';
import type { ParquetColumn } from '../../../formats/tables/parquet/parquetColumn.ts';
import { passageEncoder, momentEncoder, placeEncoder } from '../../../formats/tables/parquet/placeChunks.ts';
import type { GroupLimits } from '../../../formats/tables/parquet/writer.ts';
import type { DocumentFacts, ColumnPart } from '../../../formats/tables/plan/columnGroup.ts';
import type { AnnotationColumns } from '../../../store/annotationColumns.ts';

/** One document as the columns of its codings are made of it. */
export type CodedDocument = {
  facts: DocumentFacts;
  codings: AnnotationColumns;
  /** In UTF-8. */
  text: Buffer;
  places: Utf8Places;
};

/** A row group as it stands in the file. */
export type EncodedGroup = { bytes: Uint8Array; chunks: ChunkFacts[]; rows: number };

/** Row groups of a table of codings on their way. */
export type ParquetGroups = {
  /** Adds codings of a document from the `from`th on; answers with the place of the first that had no room. */
  add(document: CodedDocument, from: number): number;
  /** Rows since the last group was taken. */
  rows(): number;
  isFull(): boolean;
  /** Ends the group, and encodes it. */
  take(): EncodedGroup;
};

/** Adds codings of a document from one place to before another. */
type Fill = (document: CodedDocument, from: number, to: number) => void;

/** `codes` and `coders`: to whose ids the places in `CodingColumns` refer. */
export function createParquetGroups(
  parts: readonly ColumnPart[],
  columns: readonly ParquetColumn[],
  ids: { codes: readonly Id[]; coders: readonly Id[] },
  limits: GroupLimits,
  compress: Compress,
): ParquetGroups {
  const encoders: ChunkEncoder[] = [];
  const fills: Fill[] = [];
  const passages = passageEncoder(limits.letters, compress);
  const hasPassages = parts.some((part) => part.of === 'quote');
  let rows = 0;
  let letters = 0; // of documents and memos
  let hasRoom = true; // for passages
  const count = (text: unknown): void => {
    if (typeof text === 'string') letters += text.length;
  };
  parts.forEach((part, at) => {
    const column = columns[at];
    if (column === undefined) throw new Error('a part has no column');
    if (part.of === 'quote') {
      encoders.push(passages); // filled first, because it says how many have room
      return;
    }
    const { encoder, fill } = encoderOf(part, column, ids, limits.rows, count);
    encoders.push(encoder);
    fills.push(fill);
  });
  return {
    add(document, from) {
      const { codings, text, places } = document;
      let to = Math.min(codings.count, from + limits.rows - rows);
      if (codings.memos !== null) to = Math.min(to, roomForMemos(codings.memos, from, limits.letters - letters));
      if (hasPassages) {
        const reached = passages.add(text, places.bytes, codings, from, to);
        hasRoom = reached === to;
        to = reached;
      }
      if (to > from) for (const fill of fills) fill(document, from, to);
      rows += to - from;
      return to;
    },
    rows: () => rows,
    isFull: () => rows >= limits.rows || letters > limits.letters || !hasRoom,
    take() {
      const chunks = encoders.map((encoder) => encoder.finish(rows, compress));
      const group = { bytes: Buffer.concat(chunks.flatMap(({ parts }) => parts)), chunks: chunks.map(factsOf), rows };
      [rows, letters, hasRoom] = [0, 0, true];
      return group;
    },
  };
}

function factsOf({ parts: _, ...facts }: ColumnChunk): ChunkFacts {
  return facts;
}

/** The place behind the last memo for which there is room: one more than so many letters are reached with. */
function roomForMemos(memos: readonly string[], from: number, room: number): number {
  let left = room;
  let at = from;
  while (at < memos.length && left >= 0) left -= memos[at++]?.length ?? 0;
  return at;
}

function encoderOf(
  part: Exclude<ColumnPart, { of: 'quote' }>,
  column: ParquetColumn,
  ids: { codes: readonly Id[]; coders: readonly Id[] },
  capacity: number,
  count: (text: unknown) => void,
): { encoder: ChunkEncoder; fill: Fill } {
  const { element, convert } = column;
  switch (part.of) {
    case 'document': {
      const encoder = repeatingEncoder(element, capacity);
      const fill: Fill = ({ facts }, from, to) => {
        const value = convert(part.cell(facts), 1);
        count(value);
        encoder.add(value, to - from);
      };
      return { encoder, fill };
    }
    case 'code':
    case 'coder': {
      const list = (part.of === 'code' ? ids.codes : ids.coders).map((id) => convert(part.cell(id), 1));
      const encoder = pickingEncoder(element, list, capacity);
      return { encoder, fill: ({ codings }, from, to) => encoder.add(codings[part.of], from, to) };
    }
    case 'start':
    case 'end': {
      const encoder = placeEncoder(capacity);
      const fill: Fill = ({ codings, places }, from, to) => encoder.add(codings[part.of], places.points, from, to);
      return { encoder, fill };
    }
    case 'created':
    case 'modified': {
      const encoder = momentEncoder(capacity);
      return { encoder, fill: ({ codings }, from, to) => encoder.add(codings[part.of], from, to) };
    }
    case 'memo': {
      const encoder = repeatingEncoder(element, capacity);
      const addMemo = (memo: string): void => {
        const value = convert(memo, 1);
        count(value);
        encoder.add(value, 1);
      };
      const fill: Fill = ({ codings: { memos } }, from, to) => {
        if (memos === null) encoder.add('', to - from);
        else for (let at = from; at < to; at++) addMemo(memos[at] ?? '');
      };
      return { encoder, fill };
    }
  }
}

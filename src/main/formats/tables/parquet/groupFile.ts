import type { RowGroup } from 'hyparquet';
import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import type { ChunkFacts } from './columnChunks.ts';
import type { ParquetColumn } from './parquetColumn.ts';
import { fileFacts } from './writer.ts';

/** Puts row groups that are encoded already into a file. */
export type GroupFile = {
  /** The bytes with which the file begins. */
  readonly head: Uint8Array;
  /** Takes the next group of `rows` rows, a chunk for each column. Their bytes, as they are, are the file’s next. */
  add(chunks: readonly ChunkFacts[], rows: number): void;
  /** The bytes with which the file ends. */
  end(): Uint8Array;
};

/** Begins a file of columns that are compressed by Zstandard; `metadata` as `ParquetOptions` has it. */
export function createGroupFile(columns: readonly ParquetColumn[], metadata: string): GroupFile {
  const bytes = new ByteWriter();
  const writer = new ParquetWriter({
    writer: bytes,
    ...fileFacts(columns, metadata),
    compressors: {},
  });
  const head = taken(bytes);
  let offset = head.length;
  return {
    head,
    add(chunks, rows) {
      const group: RowGroup = { columns: [], total_byte_size: 0n, num_rows: BigInt(rows), total_compressed_size: 0n };
      const begun = offset;
      chunks.forEach((chunk, at) => {
        const { element } = columns[at] ?? {};
        if (element?.type === undefined) throw new Error('more chunks than columns');
        group.columns.push({
          file_offset: BigInt(offset),
          meta_data: {
            type: element.type,
            encodings: chunk.encodings,
            path_in_schema: [element.name],
            codec: 'ZSTD',
            num_values: BigInt(rows),
            total_uncompressed_size: BigInt(chunk.size),
            total_compressed_size: BigInt(chunk.length),
            data_page_offset: BigInt(offset + chunk.dictionaryLength),
            dictionary_page_offset: chunk.dictionaryLength > 0 ? BigInt(offset) : undefined,
            statistics: chunk.statistics,
          },
        });
        group.total_byte_size += BigInt(chunk.size);
        offset += chunk.length;
      });
      group.total_compressed_size = BigInt(offset - begun);
      writer.row_groups.push(group);
      writer.num_rows += BigInt(rows);
    },
    end() {
      // Without a flush of its own the byte writer never makes it wait.
      void writer.finish();
      return taken(bytes);
    },
  };
}

function taken(bytes: ByteWriter): Uint8Array {
  const all = bytes.getBytes().slice();
  bytes.index = 0;
  return all;
}

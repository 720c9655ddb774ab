import type { SchemaElement } from 'hyparquet';
import type { Physical } from './parquetColumn.ts';

/** Values in the format’s PLAIN form: numbers as they are, little end first, texts with their length before them. */
export function plainBytes({ type, name }: SchemaElement, values: readonly Physical[]): Uint8Array {
  switch (type) {
    case 'BYTE_ARRAY':
      return plainTexts(values.map(String));
    case 'INT32':
      return fixed(values, 4, (view, at, value) => view.setInt32(at, Number(value), true));
    case 'INT64':
      return fixed(values, 8, (view, at, value) => view.setBigInt64(at, BigInt(value), true));
    case 'DOUBLE':
      return fixed(values, 8, (view, at, value) => view.setFloat64(at, Number(value), true));
    default:
      throw new Error(`a column of type ${String(type)} (${name}) has no plain form here`);
  }
}

function fixed(
  values: readonly Physical[],
  width: number,
  put: (view: DataView, at: number, value: Physical) => void,
): Uint8Array {
  const view = new DataView(new ArrayBuffer(values.length * width));
  values.forEach((value, index) => put(view, index * width, value));
  return new Uint8Array(view.buffer);
}

function plainTexts(texts: readonly string[]): Uint8Array {
  const encoded = texts.map((text) => Buffer.from(text, 'utf8'));
  const bytes = Buffer.allocUnsafe(encoded.reduce((sum, { length }) => sum + 4 + length, 0));
  let at = 0;
  for (const text of encoded) {
    bytes.writeUInt32LE(text.length, at);
    bytes.set(text, at + 4);
    at += 4 + text.length;
  }
  return bytes;
}

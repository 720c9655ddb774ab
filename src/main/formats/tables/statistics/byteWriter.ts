/** Collects little-endian values of a file's head; grows as needed. Not for data: that has its own, faster ways. */
export type ByteWriter = {
  uint8: (value: number) => void;
  uint16: (value: number) => void;
  int32: (value: number) => void;
  /** Whole numbers up to 2^53. */
  int64: (value: number) => void;
  float64: (value: number) => void;
  /** UTF-8 without length or end. */
  text: (text: string) => void;
  /** UTF-8, filled with the byte `fill` to exactly `width` bytes; what is longer is cut at a character. */
  padded: (text: string, width: number, fill: number) => void;
  fill: (count: number, fill: number) => void;
  bytes: (bytes: Uint8Array) => void;
  length: () => number;
  /** What was written so far, as a copy. */
  take: () => Uint8Array;
};

export function createByteWriter(): ByteWriter {
  // `room` may replace the buffer: it is called before the buffer is named.
  let buffer = Buffer.alloc(65_536);
  let length = 0;
  const room = (count: number): number => {
    if (length + count > buffer.length) {
      const grown = Buffer.alloc(Math.max(buffer.length * 2, length + count));
      buffer.copy(grown, 0, 0, length);
      buffer = grown;
    }
    length += count;
    return length - count;
  };
  const fill = (count: number, byte: number): void => {
    const at = room(count);
    buffer.fill(byte, at, at + count);
  };
  return {
    uint8: (value) => {
      const at = room(1);
      buffer.writeUInt8(value, at);
    },
    uint16: (value) => {
      const at = room(2);
      buffer.writeUInt16LE(value, at);
    },
    int32: (value) => {
      const at = room(4);
      buffer.writeInt32LE(value, at);
    },
    int64: (value) => {
      const at = room(8);
      buffer.writeBigInt64LE(BigInt(value), at);
    },
    float64: (value) => {
      const at = room(8);
      buffer.writeDoubleLE(value, at);
    },
    text: (text) => {
      const at = room(Buffer.byteLength(text));
      buffer.write(text, at);
    },
    padded: (text, width, byte) => {
      const at = room(width);
      buffer.fill(byte, at, at + width);
      buffer.write(text, at, width);
    },
    fill,
    bytes: (bytes) => {
      const at = room(bytes.length);
      buffer.set(bytes, at);
    },
    length: () => length,
    take: () => new Uint8Array(buffer.subarray(0, length)),
  };
}

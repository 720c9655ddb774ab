/** Full chunks are handed out when they have grown to this size, in bytes. */
const chunkSize = 1 << 20;
/** Room behind it for one value more: a text of 32,767 bytes takes 4,096 units and their codes. */
const room = 1 << 17;

const literal = 253;
const blanks = 254;
const missing = 255;

/**
 * Bytecode compression of system files: cases are units of 8 bytes; a code of one byte stands for each, and units that
 * no code can stand for follow after every 8 codes. Everything is a multiple of 8 bytes long, so that units are copied
 * as words.
 */
export type OctetWriter = {
  /** A whole number from -99 to 151, by its code (1 to 251). */
  code: (code: number) => void;
  missing: () => void;
  number: (value: number) => void;
  /** `count` units of blanks. */
  blanks: (count: number) => void;
  /** `count` units from `words` (two words each), blank units by their code. */
  text: (words: Int32Array, count: number) => void;
  /** Whether there is a chunk to take. Ask after each value. */
  isFull: () => boolean;
  /** What is complete so far, as a copy. */
  take: () => Uint8Array;
  /** The rest, after the last value. */
  end: () => Uint8Array;
};

const blankWord = 0x20202020;

export function createOctetWriter(): OctetWriter {
  const words = new Int32Array((chunkSize + room) / 4);
  const bytes = new Uint8Array(words.buffer);
  const doubles = new Float64Array(words.buffer);
  let codeAt = 0; // where the next code goes
  let codesEnd = 0; // where the present 8 codes end
  let end = 0; // where the next unit goes

  const code = (value: number): void => {
    if (codeAt === codesEnd) {
      codeAt = end;
      end += 8;
      codesEnd = end;
      doubles[codeAt >> 3] = 0;
    }
    bytes[codeAt++] = value;
  };

  return {
    code,
    missing: () => code(missing),
    number: (value) => {
      code(literal);
      doubles[end >> 3] = value;
      end += 8;
    },
    blanks: (count) => {
      for (let unit = 0; unit < count; unit++) code(blanks);
    },
    text: (source, count) => {
      for (let unit = 0; unit < count; unit++) {
        // Units within the array: the indices exist.
        const low = source[2 * unit] ?? 0;
        const high = source[2 * unit + 1] ?? 0;
        if (low === blankWord && high === blankWord) code(blanks);
        else {
          code(literal);
          words[end >> 2] = low;
          words[(end >> 2) + 1] = high;
          end += 8;
        }
      }
    },
    isFull: () => end > chunkSize,
    take: () => {
      // Codes that are not yet 8 stay, with the units that follow them.
      const start = codesEnd - 8;
      const chunk = bytes.slice(0, start);
      bytes.copyWithin(0, start, end);
      codeAt -= start;
      codesEnd -= start;
      end -= start;
      return chunk;
    },
    end: () => bytes.slice(0, end),
  };
}

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
/** Four codes of blank units. */
const blankCodes = blanks * 0x01010101;

type State = {
  /** The same memory in three ways. */
  words: Int32Array;
  bytes: Uint8Array;
  doubles: Float64Array;
  /** Where the next code goes, where the present 8 codes end, where the next unit goes. */
  codeAt: number;
  codesEnd: number;
  end: number;
};

export function createOctetWriter(): OctetWriter {
  const words = new Int32Array((chunkSize + room) / 4);
  const bytes = new Uint8Array(words.buffer);
  const state: State = { words, bytes, doubles: new Float64Array(words.buffer), codeAt: 0, codesEnd: 0, end: 0 };
  return {
    code: (code) => writeCode(state, code),
    missing: () => writeCode(state, missing),
    number: (value) => {
      writeCode(state, literal);
      state.doubles[state.end >> 3] = value;
      state.end += 8;
    },
    blanks: (count) => writeBlanks(state, count),
    text: (source, count) => writeText(state, source, count),
    isFull: () => state.end > chunkSize,
    take: () => {
      // Codes that are not yet 8 stay, with the units that follow them.
      const start = state.codesEnd - 8;
      const chunk = bytes.slice(0, start);
      bytes.copyWithin(0, start, state.end);
      state.codeAt -= start;
      state.codesEnd -= start;
      state.end -= start;
      return chunk;
    },
    end: () => bytes.slice(0, state.end),
  };
}

function writeCode(state: State, code: number): void {
  if (state.codeAt === state.codesEnd) openCodes(state);
  state.bytes[state.codeAt++] = code;
}

function openCodes(state: State): void {
  state.doubles[state.end >> 3] = 0;
  state.codeAt = state.end;
  state.end += 8;
  state.codesEnd = state.end;
}

function writeBlanks(state: State, count: number): void {
  let left = count;
  while (left > 0) {
    if (left >= 8 && state.codeAt === state.codesEnd) {
      openCodes(state);
      state.words[state.codeAt >> 2] = blankCodes;
      state.words[(state.codeAt >> 2) + 1] = blankCodes;
      state.codeAt = state.codesEnd;
      left -= 8;
    } else {
      writeCode(state, blanks);
      left -= 1;
    }
  }
}

function writeText(state: State, source: Int32Array, count: number): void {
  const { words, bytes } = state;
  for (let word = 0; word < 2 * count; word += 2) {
    // Words within the array: they exist.
    const low = source[word] ?? 0;
    const high = source[word + 1] ?? 0;
    if (state.codeAt === state.codesEnd) openCodes(state);
    if (low === blankWord && high === blankWord) bytes[state.codeAt++] = blanks;
    else {
      const at = state.end >> 2;
      bytes[state.codeAt++] = literal;
      words[at] = low;
      words[at + 1] = high;
      state.end += 8;
    }
  }
}

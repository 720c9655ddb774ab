import { compressionBias } from './dictionary.ts';

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
  /**
   * Cells from `from` to before `to` as long as they are numbers from `least` to `most` or `null` (missing). Gives the
   * place of the first that is neither, or `to`.
   */
  cells: (row: readonly unknown[], from: number, to: number, least: number, most: number) => number;
  /** `count` units of blanks. */
  blanks: (count: number) => void;
  /** `count` units from `words` (two words each), blank units by their code. */
  text: (words: Int32Array, count: number) => void;
  /** Whether there is a chunk to take. Ask after each value. */
  isFull: () => boolean;
  /** What is complete so far; its memory is the receiver's until it gives it back. */
  take: () => Uint8Array;
  giveBack: (chunk: Uint8Array) => void;
  /** The rest, after the last value. */
  end: () => Uint8Array;
};

const blankWord = 0x20202020;
/** Four codes of blank units. */
const blankCodes = blanks * 0x01010101;

/** The same memory in three ways. */
type Memory = { words: Int32Array; bytes: Uint8Array; doubles: Float64Array };

type State = Memory & {
  /** Where the next code goes, where the present 8 codes end, where the next unit goes. */
  codeAt: number;
  codesEnd: number;
  end: number;
};

function makeMemory(): Memory {
  const words = new Int32Array((chunkSize + room) / 4);
  return { words, bytes: new Uint8Array(words.buffer), doubles: new Float64Array(words.buffer) };
}

export function createOctetWriter(): OctetWriter {
  const state: State = { ...makeMemory(), codeAt: 0, codesEnd: 0, end: 0 };
  const free: Memory[] = [];
  const given = new Map<ArrayBufferLike, Memory>();
  return {
    code: (code) => writeCode(state, code),
    missing: () => writeCode(state, missing),
    number: (value) => {
      writeCode(state, literal);
      state.doubles[state.end >> 3] = value;
      state.end += 8;
    },
    cells: (row, from, to, least, most) => writeCells(state, row, from, to, least, most),
    blanks: (count) => writeBlanks(state, count),
    text: (source, count) => writeText(state, source, count),
    isFull: () => state.end > chunkSize,
    take: () => {
      // Codes that are not yet 8 move on, with the units that follow them.
      const start = state.codesEnd - 8;
      const { words, bytes, doubles } = state;
      given.set(bytes.buffer, { words, bytes, doubles });
      Object.assign(state, free.pop() ?? makeMemory());
      state.bytes.set(bytes.subarray(start, state.end));
      state.codeAt -= start;
      state.codesEnd -= start;
      state.end -= start;
      return bytes.subarray(0, start);
    },
    giveBack: ({ buffer }) => {
      const memory = given.get(buffer);
      if (memory !== undefined && given.delete(buffer)) free.push(memory);
    },
    end: () => state.bytes.slice(0, state.end),
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

/** Most of most tables: the state is kept at hand while it runs. */
function writeCells(
  state: State,
  row: readonly unknown[],
  from: number,
  to: number,
  least: number,
  most: number,
): number {
  const { bytes, doubles } = state;
  let { codeAt, codesEnd, end } = state;
  let at = from;
  for (; at < to; at++) {
    const cell = row[at];
    const isNumber = typeof cell === 'number';
    if (isNumber ? !(cell >= least && cell <= most) : cell !== null) break;
    if (codeAt === codesEnd) {
      doubles[end >> 3] = 0;
      codeAt = end;
      end += 8;
      codesEnd = end;
    }
    if (!isNumber) bytes[codeAt++] = missing;
    else if (cell <= 151 && cell >= -99 && Math.trunc(cell) === cell) bytes[codeAt++] = cell + compressionBias;
    else {
      bytes[codeAt++] = literal;
      doubles[end >> 3] = cell;
      end += 8;
    }
  }
  state.codeAt = codeAt;
  state.codesEnd = codesEnd;
  state.end = end;
  return at;
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

import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { readFileHeader } from './fileHeader.ts';

/**
 * A look at the log that a killed program left, frame by frame as https://sqlite.org/fileformat2.html#walformat has it, before
 * SQLite takes it in: SQLite stops at the first frame that is not as its checksum says, and drops what follows without a word.
 *
 * The end of a log whose program was killed looks like that, too; but nothing was written behind it. A log was damaged when
 * behind the first bad frame whole commits stand that were written after it: each frame's checksum goes on from that of the
 * frame before it, and the log's salts are in all of them.
 */

const headBytes = 32;
const frameHead = 24;

type Sum = readonly [number, number];
type Frame = { salts: string; commits: boolean; sum: Sum; bytes: Buffer };

function add(bytes: Buffer, isBigEndian: boolean, [first, second]: Sum): Sum {
  let [a, b] = [first, second];
  for (let at = 0; at < bytes.length; at += 8) {
    a = (a + (isBigEndian ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at)) + b) >>> 0;
    b = (b + (isBigEndian ? bytes.readUInt32BE(at + 4) : bytes.readUInt32LE(at + 4)) + a) >>> 0;
  }
  return [a, b];
}

const sumAt = (bytes: Buffer, at: number): Sum => [bytes.readUInt32BE(at), bytes.readUInt32BE(at + 4)];
const isSame = (one: Sum, other: Sum): boolean => one[0] === other[0] && one[1] === other[1];

/** How many commits stand behind damage in the log beside a project and are lost with it; 0 where the log ends as logs do. */
export function lostCommits(path: string): number {
  if (statSync(`${path}-wal`, { throwIfNoEntry: false })?.isFile() !== true) return 0;
  const file = openSync(`${path}-wal`, 'r');
  try {
    return countLost(file, readFileHeader(path).pageSize);
  } finally {
    closeSync(file);
  }
}

function countLost(file: number, pageSize: number): number {
  const head = Buffer.alloc(headBytes);
  if (readSync(file, head, 0, headBytes, 0) < headBytes) return 0;
  const isBigEndian = (head.readUInt32BE(0) & 1) === 1;
  const headSum = add(head.subarray(0, 24), isBigEndian, [0, 0]);
  const isHeadGood = (head.readUInt32BE(0) & 0xfffffffe) === 0x377f0682 && isSame(headSum, sumAt(head, 24));
  const size = isHeadGood ? head.readUInt32BE(8) : pageSize;
  if (size < 512) return 0; // nothing was written to the project yet
  const length = Math.floor((fstatSync(file).size - headBytes) / (frameHead + size));
  const read = (index: number): Frame => readFrame(file, index, size);
  // Of a log whose head is damaged nothing can be read; its first frame says which salts are its own.
  if (!isHeadGood) return length === 0 ? 0 : commitsBehind(read, 0, length, read(0).salts, isBigEndian);
  const salts = head.toString('latin1', 16, 24);
  let sum: Sum = headSum;
  for (let index = 0; index < length; index++) {
    const frame = read(index);
    if (frame.salts !== salts || !isSame(add(frame.bytes, isBigEndian, sum), frame.sum)) {
      return commitsBehind(read, index, length, salts, isBigEndian);
    }
    sum = frame.sum;
  }
  return 0;
}

function readFrame(file: number, index: number, size: number): Frame {
  const bytes = Buffer.alloc(frameHead + size);
  readSync(file, bytes, 0, bytes.length, headBytes + index * bytes.length);
  return {
    salts: bytes.toString('latin1', 8, 16),
    commits: bytes.readUInt32BE(4) !== 0,
    sum: sumAt(bytes, 16),
    bytes: Buffer.concat([bytes.subarray(0, 8), bytes.subarray(frameHead)]),
  };
}

/** Commits behind the bad frame that go on from the frame before them. */
function commitsBehind(
  read: (index: number) => Frame,
  bad: number,
  length: number,
  salts: string,
  isBigEndian: boolean,
): number {
  let lost = 0;
  let before = read(bad);
  const isBadOneCommit = before.salts === salts && before.commits;
  for (let index = bad + 1; index < length; index++) {
    const frame = read(index);
    // Of a log before this one the salts are others; a damaged frame may have any, and stand before good ones.
    if (frame.salts === salts && frame.commits && isSame(add(frame.bytes, isBigEndian, before.sum), frame.sum))
      lost += 1;
    before = frame;
  }
  return lost === 0 ? 0 : lost + (isBadOneCommit ? 1 : 0);
}

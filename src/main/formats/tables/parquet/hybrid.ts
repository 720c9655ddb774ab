/** Values of one and the same number that are worth a run of their own: the format takes others in eights. */
const leastRun = 8;
/** More bits would not fit into one 32-bit number with those left over from the value before. */
const mostBits = 24;

/** The bits that numbers from 0 to `most` need. */
export function bitsFor(most: number): number {
  return most === 0 ? 0 : 32 - Math.clz32(most);
}

/**
 * The first `count` values (each below 2^`bits`, `bits` from 0 to 24) as runs of equal ones and as packed eights.
 * Source: Parquet format, Encodings.md, “Run Length Encoding / Bit-Packing Hybrid”.
 */
export function hybridBytes(values: Uint32Array, count: number, bits: number): Uint8Array {
  if (bits > mostBits) throw new RangeError(`${bits} bits are more than ${mostBits}`);
  const bytes = new Uint8Array((Math.ceil(count / 8) + 1) * (bits + 8));
  let length = 0;
  const varint = (value: number): void => {
    let rest = value;
    for (; rest > 127; rest >>>= 7) bytes[length++] = (rest & 127) | 128;
    bytes[length++] = rest;
  };
  const pack = (from: number, to: number): void => {
    varint(((to - from) / 8) * 2 + 1);
    let held = 0;
    let heldBits = 0;
    for (let at = from; at < to; at++) {
      held |= (at < count ? (values[at] ?? 0) : 0) << heldBits;
      for (heldBits += bits; heldBits >= 8; heldBits -= 8) {
        bytes[length++] = held & 255;
        held >>>= 8;
      }
    }
  };
  let packedFrom = 0;
  let at = 0;
  while (at < count) {
    const run = runAt(values, at, count);
    if (run < leastRun) {
      at += 8;
      continue;
    }
    if (at > packedFrom) pack(packedFrom, at);
    varint(run * 2);
    const value = values[at] ?? 0;
    for (let shift = 0; shift < bits; shift += 8) bytes[length++] = (value >>> shift) & 255;
    at += run;
    packedFrom = at;
  }
  if (at > packedFrom) pack(packedFrom, at);
  return bytes.subarray(0, length);
}

function runAt(values: Uint32Array, from: number, count: number): number {
  const value = values[from];
  let to = from + 1;
  while (to < count && values[to] === value) to += 1;
  return to - from;
}

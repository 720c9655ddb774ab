import { randomFillSync } from 'node:crypto';
import { v7 } from 'uuid';
import type { Id } from '../../shared/model/records.ts';

/** Random bytes for a few hundred ids: each call to the system costs more than making an id. */
const pool = new Uint8Array(4096);
let used = pool.length;
/** Milliseconds since 1970, and how manieth id of them the last one was, counted from a random start. */
const last = { msecs: 0, seq: 0 };

function randomBytes(): Uint8Array {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  return pool.slice(used, (used += 16));
}

/** A new UUID, version 7: ids made later sort later, also those of one millisecond (RFC 9562, 6.2, a counter of 32 bits). */
export function newId(): Id {
  const random = randomBytes();
  const now = Date.now();
  if (now > last.msecs) {
    last.msecs = now;
    last.seq = Buffer.from(random.buffer).readUInt32BE(0) >>> 1; // half of the counter is left to count
  } else if (++last.seq > 0xffffffff) {
    last.msecs++;
    last.seq = 0;
  }
  return v7({ random, ...last });
}

/** The 16 bytes in which the store keeps an id. */
export function idToBytes(id: Id): Buffer {
  return Buffer.from(id.replaceAll('-', ''), 'hex');
}

/** The text form of a stored id. `bytes` has length 16. */
export function idFromBytes(bytes: Uint8Array): Id {
  return idFromHex(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex'));
}

/** The text form of an id given as 32 hexadecimal digits, as row images hold it. */
export function idFromHex(hex: string): Id {
  const low = hex.toLowerCase();
  return `${low.slice(0, 8)}-${low.slice(8, 12)}-${low.slice(12, 16)}-${low.slice(16, 20)}-${low.slice(20)}`;
}

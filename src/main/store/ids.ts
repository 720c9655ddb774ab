import { v7 } from 'uuid';
import type { Id } from '../../shared/model/records.ts';

/** A new UUID, version 7: ids made later sort later. */
export function newId(): Id {
  return v7();
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

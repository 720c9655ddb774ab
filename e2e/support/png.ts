/** Pictures as files: screenshots made small enough to keep, in at most 256 colours, and what is in a picture. */
import { crc32, deflateSync, inflateSync } from 'node:zlib';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]);

type Pixels = { width: number; height: number; colours: Uint32Array };

/**
 * The same picture with 256 of its colours, every other pixel taking the nearest of them.
 * @param png 8 bits a channel, RGB or RGBA without transparency, not interlaced, as browsers write screenshots
 */
export function withFewColours(png: Buffer): Buffer {
  const { width, height, colours } = decode(png);
  const counts = new Map<number, number>();
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const kept = choose(counts);
  const places = new Map(kept.map((colour, place) => [colour, place]));
  const rows = Buffer.alloc(height * (width + 1));
  colours.forEach((colour, at) => {
    let place = places.get(colour);
    if (place === undefined) places.set(colour, (place = nearest(kept, colour)));
    rows[Math.floor(at / width) * (width + 1) + 1 + (at % width)] = place;
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8); // 8 bits a pixel, colours from a palette
  const entries = Buffer.from(kept.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
  const parts = [chunk('IHDR', header), chunk('PLTE', entries), chunk('IDAT', deflateSync(rows, { level: 9 }))];
  return Buffer.concat([signature, ...parts, chunk('IEND', Buffer.alloc(0))]);
}

/** How many different colours a picture has: an empty sheet has one. Takes what `withFewColours` takes. */
export function countColours(png: Buffer): number {
  return new Set(decode(png).colours).size;
}

/**
 * One colour after the other, always the one that would be painted worst: its pixels times the square of its distance
 * to what is there. The most frequent ones alone would lose small patches of a colour of their own.
 */
function choose(counts: ReadonlyMap<number, number>): number[] {
  const wanted = Array.from(counts, ([colour, count]) => ({ colour, count, away: Infinity }));
  const kept: number[] = [];
  while (kept.length < Math.min(256, wanted.length)) {
    let worst = wanted[0];
    for (const one of wanted) if (worst && one.count * one.away > worst.count * worst.away) worst = one;
    if (!worst || worst.away === 0) break;
    kept.push(worst.colour);
    for (const one of wanted) one.away = Math.min(one.away, distance(one.colour, worst.colour));
  }
  return kept;
}

function distance(one: number, other: number): number {
  const red = (one >> 16) - (other >> 16);
  const green = ((one >> 8) & 255) - ((other >> 8) & 255);
  const blue = (one & 255) - (other & 255);
  return red * red + green * green + blue * blue;
}

function nearest(palette: readonly number[], colour: number): number {
  let best = 0;
  palette.forEach((candidate, place) => {
    if (distance(candidate, colour) < distance(palette[best] ?? candidate, colour)) best = place;
  });
  return best;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** Reads the pixels as 0xRRGGBB, row by row. Layout and filters: PNG specification, sections 5 and 9. */
function decode(png: Buffer): Pixels {
  const width = png.readUInt32BE(16);
  const height = png.readUInt32BE(20);
  const size = png.readUInt8(25) === 6 ? 4 : 3;
  const data: Buffer[] = [];
  for (let at = 8; at < png.length; at += png.readUInt32BE(at) + 12) {
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
      data.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  }
  const raw = inflateSync(Buffer.concat(data));
  const stride = width * size;
  const colours = new Uint32Array(width * height);
  let above = new Uint8Array(stride);
  for (let y = 0; y < height; y++) {
    const start = y * (stride + 1);
    const row = unfilter(raw.subarray(start + 1, start + 1 + stride), raw[start] ?? 0, above, size);
    for (let x = 0; x < width; x++) {
      const at = x * size;
      colours[y * width + x] = ((row[at] ?? 0) << 16) | ((row[at + 1] ?? 0) << 8) | (row[at + 2] ?? 0);
    }
    above = row;
  }
  return { width, height, colours };
}

function unfilter(filtered: Uint8Array, filter: number, above: Uint8Array, size: number): Uint8Array<ArrayBuffer> {
  const row = new Uint8Array(filtered.length);
  for (let at = 0; at < row.length; at++) {
    const left = at < size ? 0 : (row[at - size] ?? 0);
    const up = above[at] ?? 0;
    const corner = at < size ? 0 : (above[at - size] ?? 0);
    const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] ?? 0;
    row[at] = (filtered[at] ?? 0) + guess;
  }
  return row;
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [toLeft, toUp, toCorner] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}

import { decode } from './decode.ts';
import { encodingNameOf } from './names.ts';

/** A guess: its WHATWG-style name and how sure it is, 0 to 1 (the detector's scale runs low: 0.5 is good). */
export type Guess = { encoding: string; confidence: number };

const sampleLength = 65_536;

/**
 * The part the guess is made on: at most 64 kB from the line with the first byte above 0x7F on (the plain ASCII before
 * it tells nothing), ending at a line end, so that no character is cut.
 */
function sampleOf(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= sampleLength) return bytes;
  const first = Math.max(
    0,
    bytes.findIndex((byte) => byte > 0x7f),
  );
  const start = Math.max(bytes.lastIndexOf(0x0a, first) + 1, first - 1024, 0);
  const sample = bytes.subarray(start, start + sampleLength);
  const end = sample.lastIndexOf(0x0a);
  return end > sampleLength / 2 ? sample.subarray(0, end + 1) : sample;
}

/** Of encodings that read a text alike, the one named first here gives the name. */
const commonFirst: readonly string[] = [
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'gb18030',
  'shift_jis',
  'windows-1254',
  'windows-1253',
  'windows-1255',
  'windows-1256',
  'windows-1257',
  'windows-1258',
  'windows-874',
  'euc-kr',
  'big5',
  'euc-jp',
  'koi8-r',
  'iso-8859-2',
  'iso-8859-5',
  'iso-8859-7',
];

const webEncoding = /^(windows|iso|koi8|gb|big5|euc|shift|utf)/;
/** How much better a DOS or Macintosh code page must fit than an encoding of the web. */
const rareHandicap = 0.06;
/** Readings this close count as equal. */
const tie = 0.015;

type Reading = Guess & { text: string; score: number };

/** The most likely encoding of bytes that are no valid UTF-8. Undefined when no encoding fits at all. */
export async function guessEncoding(bytes: Uint8Array): Promise<Guess | undefined> {
  const { detectAll } = await import('jschardet');
  const sample = sampleOf(bytes);
  const readings: Reading[] = [];
  for (const found of detectAll(sample, { minimumThreshold: 0.01 }).slice(0, 12)) {
    const encoding = found.encoding === null ? undefined : await encodingNameOf(found.encoding);
    if (encoding === undefined || readings.some((other) => other.encoding === encoding)) continue;
    const text = await decode(sample, encoding);
    const handicap = (webEncoding.test(encoding) ? 0 : rareHandicap) + unlikelyShare(text);
    readings.push({ encoding, confidence: found.confidence, text, score: found.confidence - handicap });
  }
  const best = bestOf(readings);
  return best === undefined ? undefined : { encoding: best.encoding, confidence: best.confidence };
}

/**
 * The best reading. Western European ones that come close are one family, of which Windows-1252 is the common member;
 * ISO 8859-15 is taken for its euro sign only. Of other close ones, those that read alike go by the commonest name.
 */
function bestOf(readings: readonly Reading[]): Reading | undefined {
  const [top, ...others] = [...readings].sort((one, other) => other.score - one.score);
  if (top === undefined) return undefined;
  const close = [top, ...others.filter((reading) => reading.score >= top.score - tie)];
  const western = close.find((reading) => reading.encoding === 'windows-1252');
  const euro = close.find((reading) => reading.encoding === 'iso-8859-15' && isEuroText(reading.text));
  if (western !== undefined) return euro ?? western;
  return close
    .filter((reading) => reading.text === top.text)
    .sort((one, other) => commonness(one.encoding) - commonness(other.encoding))[0];
}

function commonness(encoding: string): number {
  const place = commonFirst.indexOf(encoding);
  return place === -1 ? commonFirst.length : place;
}

/** Penalty for characters that a right reading rarely has: C1 controls, U+FFFD, private characters. */
function unlikelyShare(text: string): number {
  const unlikely = text.match(/[\u0080-\u0084\u0086-\u009f\ufffd\ue000-\uf8ff]/g)?.length ?? 0;
  return unlikely === 0 ? 0 : 0.05 + (unlikely * 10) / text.length;
}

/** True for a text in which the byte 0xA4 stands, which is the euro sign in ISO 8859-15 and hardly ever meant as "¤". */
function isEuroText(text: string): boolean {
  return text.includes('€') && !/[\u0080-\u009f]/.test(text);
}

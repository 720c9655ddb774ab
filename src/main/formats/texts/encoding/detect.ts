import { AppError } from '../../../../shared/errors.ts';
import { said } from '../../../../shared/words/message.ts';
import { decode } from './decode.ts';
import { encodingNameOf } from './names.ts';
import { evidenceOf, isRareIn, oddPlacesOf, typographyOf } from './plausible.ts';

/** A guess: its WHATWG-style name, and whether the bytes leave hardly a doubt. */
export type Guess = { encoding: string; sure: boolean };

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

/** Encodings that texts come in; of those that read a text alike, the one named first gives the name. */
const common: readonly string[] = [
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
  'koi8-u',
  'iso-8859-2',
  'iso-8859-5',
  'iso-8859-6',
  'iso-8859-7',
  'iso-8859-8',
  'iso-8859-13',
  'iso-8859-15',
  'iso-2022-jp',
  'ibm866',
];
/** DOS and Macintosh code pages that texts still come in. */
const older: readonly string[] = ['macintosh', 'cp850', 'cp437', 'cp852', 'x-mac-cyrillic', 'ibm855'];

/** How much better than a common encoding an older one, and any other, must fit; an older one twice that in few letters. */
const handicaps = { older: 0.03, other: 0.1 };
/** Readings this close count as equal. */
const tie = 0.015;
/** Characters beyond ASCII from which on a reading can be sure. */
const enough = 8;
/** A sure reading fits this much better than the next that gives another text, and this well by itself. */
const leastLead = 0.012;
const leastConfidence = 0.15;

type Reading = {
  encoding: string;
  confidence: number;
  text: string;
  odd: number;
  evidence: number;
  handicap: number;
  score: number;
};

/**
 * The most likely encoding of bytes that are no valid UTF-8. Undefined when no encoding fits at all. Throws AppError
 * file-unsupported for bytes that are clearly in an encoding that cannot be decoded here.
 */
export async function guessEncoding(bytes: Uint8Array, name: string): Promise<Guess | undefined> {
  const { detectAll } = await import('jschardet');
  const sample = sampleOf(bytes);
  const readings: Reading[] = [];
  let beyond: { label: string; confidence: number } | undefined;
  // The best comes first. What fits worse than a reading with all that was taken off it cannot win or come near.
  let least = 0;
  for (const { encoding: label, confidence } of detectAll(sample, { minimumThreshold: 0.01 })) {
    if (confidence < least) break;
    if (label === null) continue;
    const encoding = await encodingNameOf(label);
    if (encoding === undefined) beyond ??= { label, confidence };
    else if (!readings.some((other) => other.encoding === encoding)) {
      const reading = readingOf(encoding, confidence, await decode(sample, encoding));
      readings.push(reading);
      least = Math.max(least, reading.score - handicaps.other);
    }
  }
  const best = bestOf(readings);
  if (beyond !== undefined && beyond.confidence >= 0.25 && beyond.confidence > (best?.score ?? 0) + 0.1)
    throw undecodable(name, beyond.label);
  if (best === undefined) return undefined;
  const sure =
    isSure(best, readings) && (beyond?.confidence ?? 0) < best.confidence && !isRareIn(best.encoding, sample);
  return { encoding: best.encoding, sure };
}

function undecodable(name: string, label: string): AppError {
  const message = said('texts.undecodable', { name, encoding: label });
  return new AppError('file-unsupported', message, { name, encoding: label });
}

function readingOf(encoding: string, confidence: number, text: string): Reading {
  const odd = oddPlacesOf(text);
  const evidence = evidenceOf(text);
  const rarity = common.includes(encoding) ? 0 : older.includes(encoding) ? handicaps.older : handicaps.other;
  const handicap = evidence < enough ? rarity * 2 : rarity;
  const oddity = evidence === 0 ? 0 : (odd / evidence) * 0.5 + Math.min(odd, 5) * 0.02;
  return { encoding, confidence, text, odd, evidence, handicap, score: confidence - handicap - oddity };
}

/**
 * The best reading. Western European ones that come close are one family, of which Windows-1252 is the common member;
 * ISO 8859-15 is taken for its euro sign only. Of those that read alike, the commonest gives the name.
 */
function bestOf(readings: readonly Reading[]): Reading | undefined {
  const [top, ...others] = [...readings].sort((one, other) => other.score - one.score);
  if (top === undefined) return undefined;
  const close = [top, ...others.filter((reading) => reading.score >= top.score - tie)];
  const western = close.find((reading) => reading.encoding === 'windows-1252');
  const euro = close.find((reading) => reading.encoding === 'iso-8859-15' && isEuroText(reading.text));
  if (western !== undefined) return euro ?? western;
  return readings
    .filter((reading) => reading.text === top.text)
    .sort((one, other) => commonness(one.encoding) - commonness(other.encoding))[0];
}

function commonness(encoding: string): number {
  const places = [...common, ...older];
  const place = places.indexOf(encoding);
  return place === -1 ? places.length : place;
}

/**
 * Whether a reading needs no warning: it looks as texts do, and either its signs stand as typesetters place them, or
 * there is enough to go by and no other text comes near. That the other is in an older encoding counts for the choice,
 * but makes nothing sure.
 */
function isSure(best: Reading, readings: readonly Reading[]): boolean {
  if (best.odd * 50 > best.evidence) return false;
  if (best.evidence >= 3 && typographyOf(best.text) === best.evidence) return true;
  const rivals = readings.filter(({ text }) => text !== best.text);
  const scores = rivals.map(({ encoding, score, handicap }) => (older.includes(encoding) ? score + handicap : score));
  const lead = best.score - Math.max(...scores, 0);
  return best.evidence >= enough && best.confidence >= leastConfidence && lead >= leastLead;
}

/** True for a text in which the byte 0xA4 stands, which is the euro sign in ISO 8859-15 and hardly ever meant as "¤". */
function isEuroText(text: string): boolean {
  return text.includes('€') && !/[\u0080-\u009f]/.test(text);
}

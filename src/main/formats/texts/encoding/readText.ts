import { AppError } from '../../../../shared/errors.ts';
import { said } from '../../../../shared/words/message.ts';
import type { ImportWarning } from '../../../../shared/words/warning.ts';
import type { EncodingSource, ImportSource, LineEnds } from '../importer.ts';
import { countOf, lineAt, withLineFeeds } from '../lines.ts';
import { binaryError, binaryKindOf, hasFewNuls, hasManyControls } from './binary.ts';
import { decode } from './decode.ts';
import { guessEncoding } from './detect.ts';
import { encodingNameOf } from './names.ts';
import { evidenceOf, oddPlacesOf } from './plausible.ts';
import { sevenBitEncodingOf } from './sevenBit.ts';
import { markedEncodingOf, strictUtf8, unmarkedWideEncodingOf } from './unicode.ts';

/** A file's text with LF line ends, and how its bytes were read. */
export type DecodedText = {
  text: string;
  encoding: string;
  encodingSource: EncodingSource;
  lineEnds: LineEnds;
  warnings: ImportWarning[];
};

export type DecodeWishes = {
  /** The encoding label the user chose; it overrules everything. */
  chosen?: string;
  /** Finds the label that the file declares inside (HTML); asked only when the bytes do not speak for themselves. */
  declared?: (bytes: Uint8Array) => string | undefined;
};

type Reading = { text: string; encoding: string; encodingSource: EncodingSource; sure: boolean };

/**
 * Decodes a text file. Order: the user's choice, byte order mark, UTF-16/32 without mark (only when there are NUL bytes),
 * the marks of ISO-2022-KR and HZ, valid UTF-8, UTF-8 with few faults, the declared encoding, a guess. Throws AppError file-empty for no bytes,
 * file-binary for what is no text, file-unsupported for an unknown chosen label.
 */
export async function readText(source: ImportSource, wishes: DecodeWishes): Promise<DecodedText> {
  const { bytes, name } = source;
  if (bytes.length === 0) throw emptyError(name);
  const kind = binaryKindOf(bytes);
  if (kind !== undefined) throw binaryError(name, kind);
  const reading = await readingOf(source, wishes);
  const warnings: ImportWarning[] = [];
  const { text: raw, lineEnds } = withLineFeeds(reading.text);
  const control = unusualControlAt(raw);
  if ((control !== -1 || raw.includes('\0')) && hasManyControls(raw)) throw binaryError(name);
  const text = raw.replaceAll('\0', '\ufffd');
  if (text !== raw) warnings.push(nulWarning(raw));
  warnAboutReading(reading, raw, control, warnings);
  return { text, encoding: reading.encoding, encodingSource: reading.encodingSource, lineEnds, warnings };
}

/** The refusal of a file without text. */
export function emptyError(name: string): AppError {
  return new AppError('file-empty', said('texts.empty', { name }), { name });
}

async function readingOf(source: ImportSource, wishes: DecodeWishes): Promise<Reading> {
  const { bytes, name } = source;
  if (wishes.chosen !== undefined) return chosenReading(bytes, wishes.chosen);
  const marked = markedEncodingOf(bytes);
  if (marked !== undefined) return certain(await decode(bytes, marked), marked, 'bom');
  if (bytes.includes(0)) {
    const wide = unmarkedWideEncodingOf(bytes);
    if (wide !== undefined) return certain(await decode(bytes, wide), wide, 'detected');
    if (!hasFewNuls(bytes)) throw binaryError(name);
  }
  const sevenBit = sevenBitEncodingOf(bytes);
  if (sevenBit !== undefined) return certain(await decode(bytes, sevenBit), sevenBit, 'detected');
  const utf8 = strictUtf8(bytes);
  if (utf8 !== undefined && !hasIsoEscapes(bytes)) return certain(utf8, 'utf-8', 'valid-utf-8');
  return unprovenReading(source, wishes);
}

async function chosenReading(bytes: Uint8Array, label: string): Promise<Reading> {
  const encoding = await encodingNameOf(label);
  if (encoding === undefined) {
    throw new AppError('file-unsupported', said('texts.noEncoding', { encoding: label }), { encoding: label });
  }
  return certain(await decode(bytes, encoding), encoding, 'chosen');
}

/** Bytes that are neither marked nor valid Unicode: declared or guessed. */
async function unprovenReading(source: ImportSource, wishes: DecodeWishes): Promise<Reading> {
  const { bytes } = source;
  const label = wishes.declared?.(bytes);
  const declared = label === undefined ? undefined : await encodingNameOf(label);
  const utf8 = utf8WithFaults(bytes, declared === 'utf-8' ? 1 : 20);
  if (utf8 !== undefined) return certain(utf8, 'utf-8', declared === 'utf-8' ? 'declared' : 'detected');
  if (declared !== undefined && declared !== 'utf-8' && !declared.startsWith('utf-16')) {
    const text = await decode(bytes, declared);
    if (countOf(text, '\ufffd') * 100 <= text.length && !isOdd(text)) return certain(text, declared, 'declared');
  }
  const guess = (await guessEncoding(bytes, source.name)) ?? { encoding: 'windows-1252', sure: false };
  return { text: await decode(bytes, guess.encoding), encodingSource: 'detected', ...guess };
}

/** True when so many words look garbled that what the file declares cannot be so. */
function isOdd(text: string): boolean {
  const odd = oddPlacesOf(text);
  return odd >= 5 && odd * 10 > evidenceOf(text);
}

function certain(text: string, encoding: string, encodingSource: EncodingSource): Reading {
  return { text, encoding, encodingSource, sure: true };
}

/**
 * UTF-8 in which some bytes are broken (a cut end, one pasted byte): the text when at least `share` proper characters
 * beyond ASCII stand against each fault. Chance does not make that many proper sequences in another encoding.
 */
function utf8WithFaults(bytes: Uint8Array, share: number): string | undefined {
  const text = new TextDecoder('utf-8').decode(bytes);
  const faults = countOf(text, '\ufffd');
  const proper = (text.match(/\P{ASCII}/gu)?.length ?? 0) - faults;
  return proper > 0 && proper >= faults * share ? text : undefined;
}

/** Escape sequences that begin a multi-byte character set: ISO-2022 text is all ASCII bytes, so it is valid UTF-8 too. */
function hasIsoEscapes(bytes: Uint8Array): boolean {
  const at = bytes.indexOf(0x1b);
  return at !== -1 && bytes[at + 1] === 0x24;
}

function nulWarning(text: string): ImportWarning {
  const count = countOf(text, '\0');
  const line = lineAt(text, text.indexOf('\0'));
  return { code: 'nul-characters', said: said('texts.nulCharacters', { count, line }), line };
}

/** The offset of the first control that is neither NUL, nor white space, nor the DOS end mark, nor next line; -1 without one. */
function unusualControlAt(text: string): number {
  for (const found of text.matchAll(/\p{Cc}(?<![\t-\r])/gu)) {
    const code = found[0].charCodeAt(0);
    if (code !== 0 && code !== 0x1a && code !== 0x85) return found.index;
  }
  return -1;
}

function warnAboutReading(reading: Reading, text: string, control: number, warnings: ImportWarning[]): void {
  const { encoding, encodingSource, sure } = reading;
  if (!sure) {
    warnings.push({
      code: 'encoding-unsure',
      said: said('texts.encodingUnsure', { encoding }),
    });
  }
  const replaced = text.indexOf('\ufffd');
  if (replaced !== -1) {
    const count = countOf(text, '\ufffd');
    const line = lineAt(text, replaced);
    warnings.push(
      encodingSource === 'valid-utf-8'
        ? { code: 'replacement-in-source', said: said('texts.replacedInSource', { count, line }), line }
        : { code: 'replacement-characters', said: said('texts.replaced', { count, line, encoding }), line },
    );
  }
  if (control !== -1) {
    const line = lineAt(text, control);
    warnings.push({ code: 'control-characters', said: said('texts.controlCharacters', { line }), line });
  }
}

import { AppError } from '../../../../shared/errors.ts';
import { said, say } from '../../../../shared/words/message.ts';
import type { Message } from '../../../../shared/words/message.ts';

const marks = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
] as const;

/**
 * The text of an XML file, by its byte order mark, else by the encoding that it declares, else as UTF-8 (XML 1.0,
 * appendix F). Throws AppError `file-damaged` when the bytes are not of that encoding.
 */
export function decodeXml(bytes: Uint8Array): string {
  const mark = marks.find((one) => one.bytes.every((byte, index) => bytes[index] === byte));
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  const declared = /^<\?xml\s[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/u.exec(head)?.[1];
  const encoding = mark?.encoding ?? unmarkedWide(bytes) ?? declared ?? 'utf-8';
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(encoding, { fatal: true });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw damaged(1, said('codebookFiles.encodingUnknown', { encoding }));
  }
  try {
    return decoder.decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw damaged(
      lineOfFault(bytes, encoding),
      said('codebookFiles.notOfEncoding', { encoding: encoding.toUpperCase() }),
    );
  }
}

/** `<?` in UTF-16 without a mark. */
function unmarkedWide(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0x3c && bytes[1] === 0) return 'utf-16le';
  return bytes[0] === 0 && bytes[1] === 0x3c ? 'utf-16be' : undefined;
}

function lineOfFault(bytes: Uint8Array, encoding: string): number {
  const lines = new TextDecoder(encoding).decode(bytes).split('\n');
  return Math.max(1, lines.findIndex((line) => line.includes('\ufffd')) + 1);
}

export function damaged(line: number, reason: Message): AppError {
  const fault = said('codebookFiles.at', { place: said('codebookFiles.line', { line }), reason });
  return new AppError('file-damaged', said('codebookFiles.unchanged', { reason: fault }), { faults: say(fault) });
}

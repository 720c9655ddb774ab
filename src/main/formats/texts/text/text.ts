import { said } from '../../../../shared/words/message.ts';
import { directionOf } from '../direction.ts';
import { emptyError, readText } from '../encoding/readText.ts';
import { baseNameOf } from '../fileName.ts';
import type { ImportWarning } from '../../../../shared/words/warning.ts';
import type { ImportedDocument, Importer, ImportOptions, ImportSource } from '../importer.ts';

async function read(source: ImportSource, options: ImportOptions): Promise<ImportedDocument[]> {
  const decoded = await readText(source, { chosen: options.encoding });
  if (decoded.text.trim() === '') throw emptyError(source.name);
  return [
    {
      ...decoded,
      name: baseNameOf(source.name),
      facts: {},
      direction: directionOf(decoded.text),
      warnings: [...decoded.warnings, ...markupWarnings(decoded.text)],
    },
  ];
}

/** Says when a file called plain text is markup, which the reader would show as it stands. */
function markupWarnings(text: string): ImportWarning[] {
  const head = text.slice(0, 200).trimStart().toLowerCase();
  if (head.startsWith('<!doctype html') || head.startsWith('<html')) {
    return [{ code: 'looks-like-html', said: said('texts.looksLikeHtml') }];
  }
  if (head.startsWith('{\\rtf')) {
    return [{ code: 'looks-like-rtf', said: said('texts.looksLikeRtf') }];
  }
  return [];
}

/** Plain text, kept as it is but for line ends and the byte order mark. */
export const textImporter: Importer = {
  id: 'text',
  version: 2,
  recognises: () => 'by name', // a plain text can begin with anything
  read,
};

import { said } from '../../../../shared/words/message.ts';
import { directionOf } from '../direction.ts';
import { emptyError, readText } from '../encoding/readText.ts';
import { baseNameOf, saysNothing } from '../fileName.ts';
import { headlineOf } from '../headline.ts';
import { namedByFirstLine } from '../../../../shared/words/warning.ts';
import type { ImportWarning } from '../../../../shared/words/warning.ts';
import type { ImportedDocument, Importer, ImportOptions, ImportSource } from '../importer.ts';

async function read(source: ImportSource, options: ImportOptions): Promise<ImportedDocument[]> {
  const decoded = await readText(source, { chosen: options.encoding });
  if (decoded.text.trim() === '') throw emptyError(source.name);
  const { notes = [], ...named } = namesOf(source.name, decoded.text, options);
  return [
    {
      ...decoded,
      ...named,
      facts: {},
      direction: directionOf(decoded.text),
      warnings: [...notes, ...decoded.warnings, ...markupWarnings(decoded.text)],
    },
  ];
}

type Names = Pick<ImportedDocument, 'name' | 'nameOfFile'> & { notes?: ImportWarning[] };

/** The name of the file, or the headline where that is wished, or where the name of the file says nothing. */
function namesOf(file: string, text: string, { formatOptions }: ImportOptions): Names {
  const nameOfFile = baseNameOf(file);
  const wish = formatOptions?.text?.names ?? (saysNothing(nameOfFile) ? 'headline' : 'file');
  const headline = wish === 'headline' ? headlineOf(text) : null;
  if (headline === null) return { name: nameOfFile };
  return {
    name: headline,
    nameOfFile,
    notes: [{ code: namedByFirstLine, said: said('texts.namedByFirstLine', { file }) }],
  };
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
  version: 3,
  recognises: () => 'by name', // a plain text can begin with anything
  read,
};

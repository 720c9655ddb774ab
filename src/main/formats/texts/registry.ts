import { AppError } from '../../../shared/errors.ts';
import { supportedLine } from './encoding/binary.ts';
import { extensionOf } from './fileName.ts';
import { htmlImporter } from './html/html.ts';
import type { Importer } from './importer.ts';
import { markdownImporter } from './markdown/markdown.ts';
import { textImporter } from './text/text.ts';

/** Every importer, in the order in which a list shows them. */
export const importers: readonly Importer[] = [textImporter, markdownImporter, htmlImporter];

/**
 * The importer for a file: the one with the given id, else by the name's extension. A name without extension is taken
 * as plain text, and the plain text importer refuses it if its content is not text.
 * Throws AppError file-unsupported for an extension or id that no importer has.
 */
export function importerFor(name: string, formatId?: string): Importer {
  if (formatId !== undefined) {
    const chosen = importers.find((importer) => importer.id === formatId);
    if (chosen !== undefined) return chosen;
    const ids = importers.map((importer) => importer.id).join(', ');
    throw new AppError('file-unsupported', `There is no import format "${formatId}". Choose one of: ${ids}.`, { name });
  }
  const extension = extensionOf(name);
  if (extension === '') return textImporter;
  const known = importers.find((importer) => importer.extensions.includes(extension));
  if (known !== undefined) return known;
  throw new AppError('file-unsupported', `${name} is a .${extension} file. ${supportedLine}.`, { name, extension });
}

import { AppError } from '../../../shared/errors.ts';
import { takesExtension } from '../../../shared/model/importers.ts';
import { said } from '../../../shared/words/message.ts';
import { extensionOf } from './fileName.ts';
import { htmlImporter } from './html/html.ts';
import { certainties } from './importer.ts';
import type { Importer, ImportSource } from './importer.ts';
import { markdownImporter } from './markdown/markdown.ts';
import { textImporter } from './text/text.ts';

/** Every importer, in the order of their descriptions. */
export const importers: readonly Importer[] = [textImporter, markdownImporter, htmlImporter];

/** As much of a file as importers are shown to recognise it, in bytes. */
export const headLength = 65_536;

/**
 * The importer for a file: the one with the given id, else the one that is most certain of it. Throws AppError
 * file-unsupported for an extension or id that no importer has.
 */
export function importerFor(source: ImportSource, formatId?: string): Importer {
  const { name } = source;
  if (formatId !== undefined) {
    const chosen = importers.find((importer) => importer.id === formatId);
    if (chosen !== undefined) return chosen;
    throw new AppError('file-unsupported', said('texts.noFormat', { format: formatId }), { name });
  }
  const found = mostCertain(importers, source);
  if (found !== undefined) return found;
  const extension = extensionOf(name);
  throw new AppError('file-unsupported', said('texts.unsupported', { name, extension }), { name, extension });
}

/**
 * Of the importers that take the file's extension the one that is most certain of it; of several that are equally certain
 * the first in the list. Content never goes against the extension, for a guess would surprise whoever named the file:
 * what an importer then finds odd in it, it says. `undefined` when none takes the extension, or none the file.
 */
export function mostCertain(list: readonly Importer[], { name, bytes }: ImportSource): Importer | undefined {
  const extension = extensionOf(name);
  const head = { name, bytes: bytes.subarray(0, headLength) };
  let best: Importer | undefined;
  let most = certainties.indexOf('no');
  for (const importer of list) {
    if (!takesExtension(importer.id, extension)) continue;
    const certainty = certainties.indexOf(importer.recognises(head));
    if (certainty > most) [best, most] = [importer, certainty];
  }
  return best;
}

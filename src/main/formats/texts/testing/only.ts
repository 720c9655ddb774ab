import type { ImportedDocument, Importer, ImportOptions } from '../importer.ts';

/** Reads text or bytes with an importer and gives the one document it makes. */
export async function only(
  importer: Importer,
  name: string,
  content: string | Uint8Array,
  options: ImportOptions = {},
): Promise<ImportedDocument> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const documents = await importer.read({ name, bytes }, options);
  const [document] = documents;
  if (document === undefined || documents.length !== 1)
    throw new Error(`expected one document, got ${documents.length}`);
  return document;
}

import { createHash } from 'node:crypto';
import { AppError } from '../../../shared/errors.ts';
import type { Id } from '../../../shared/model/records.ts';
import { countCodePoints } from '../../../shared/text/offsets.ts';
import { said } from '../../../shared/words/message.ts';
import type { ImportWarning } from '../../../shared/words/warning.ts';
import type { ImportOptions } from '../../formats/texts/importer.ts';
import { importerFor } from '../../formats/texts/registry.ts';
import { atOneMoment } from '../../store/oneMoment.ts';
import { openReader } from '../../store/openReader.ts';
import { documentSource } from '../../store/rows/document.ts';
import { documentOriginal } from '../../store/rows/original.ts';
import type { JobContext } from '../../workers/job.ts';

export type ReadAgainInput = { project: string; document: Id; options: ImportOptions };

/** What a document's original file gives when it is read once more. */
export type ReadAgainOutput = {
  content: string;
  sha256: Uint8Array;
  codePoints: number;
  importerVersion: number;
  warnings: ImportWarning[];
};

/**
 * Reads the file that a document came from once more, as its importer does now. An encoding that was chosen stays chosen.
 * Throws AppError `not-found` when the document is gone, `file-damaged` when its original cannot be had.
 */
export async function readAgainJob(input: ReadAgainInput, context: JobContext): Promise<ReadAgainOutput> {
  const { source, bytes } = readOriginal(input);
  context.checkpoint();
  const chosen = source.encodingSource === 'chosen' ? { encoding: source.encoding } : {};
  const name = source.path.split('/').at(-1) ?? source.path;
  const importer = importerFor({ name, bytes }, source.importer);
  const [read] = await importer.read({ name, bytes }, { ...input.options, ...chosen });
  if (!read) throw new AppError('file-empty', said('corpus.givesNoText', { file: name }));
  context.checkpoint();
  return {
    content: read.text,
    sha256: createHash('sha256').update(read.text, 'utf8').digest(),
    codePoints: countCodePoints(read.text),
    importerVersion: importer.version,
    warnings: read.warnings,
  };
}

function readOriginal({ project, document }: ReadAgainInput) {
  const db = openReader(project);
  try {
    const [source, bytes] = atOneMoment(db, () => [documentSource(db, document), documentOriginal(db, document)]);
    if (!source) throw new AppError('not-found', said('corpus.documentGone'), { document });
    if (bytes) return { source, bytes };
    throw new AppError('file-damaged', said('corpus.originalUnreadable'));
  } finally {
    db.close();
  }
}

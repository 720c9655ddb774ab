import type { AnnotatedDocument, ExportInfo } from './corpus.ts';

/** A file of an export. */
export type AnnotationFile = {
  /** Path below the export's folder, with `/` between folders. Unique, unless `append` is set. */
  name: string;
  /** Text is written as UTF-8. */
  content: string | Uint8Array;
  /** The content follows what was given under this name before: one file that grows by document. */
  append?: true;
};

/** What the format could not hold as it stands. */
export type AnnotationWarning = {
  /** Id of the document, or null where the whole export is meant. */
  document: string | null;
  /** Id of the annotation, or null. */
  annotation: string | null;
  message: string;
};

export type AnnotationFiles = { files: AnnotationFile[]; warnings: AnnotationWarning[] };

/** Writes one export in one format. It keeps names and counters, never texts: memory does not grow with the texts. */
export type AnnotationWriter = {
  /** The files of one document. Call once for each, one after the other; the order decides numbers and clean names. */
  files(document: AnnotatedDocument): Promise<AnnotationFiles>;
  /** The files of the corpus as a whole, after the last document. */
  closing(): AnnotationFiles;
};

export type AnnotationFormat = {
  id: string;
  /** What people call it. */
  label: string;
  /** Starts an export. */
  open(info: ExportInfo): AnnotationWriter;
};

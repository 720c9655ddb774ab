/**
 * What every annotation format is written from: plain data of one document at a time, so that a corpus of any size
 * streams. Texts are Galley's frozen texts: LF line ends, no byte order mark, otherwise as decoded. Offsets in these
 * types are UTF-16 code units, half-open `[start, end)`; each format converts to the unit its own readers count.
 */

/** A person who coded. */
export type AnnotationCoder = {
  /** UUID. */
  id: string;
  name: string;
};

/** A code as a format needs it, with the codebook's words. */
export type AnnotationCode = {
  /** UUID. */
  id: string;
  /** Names from the top level down, joined by ` / `. */
  path: string;
  /** The last level of the path. */
  name: string;
  definition: string;
  /** `#rrggbb`. Anything else is drawn grey. */
  colour: string;
  pattern: 'plain' | 'striped';
};

/** The answer to a variable on a passage, which makes the annotation a statement. */
export type AnnotationAnswer = {
  /** The variable's short name. */
  variable: string;
  /** The variable's label as people read it. */
  label: string;
  /** The answer as people read it: the value label, number, date or text. */
  value: string;
  /** The number that stands for the value, where it has one. */
  code?: number;
};

/** A passage with a code, by a coder. */
export type DocumentAnnotation = {
  /** UUID. */
  id: string;
  code: AnnotationCode;
  coder: AnnotationCoder;
  /** UTF-16 code units of the document's text. */
  start: number;
  end: number;
  memo: string;
  /** Milliseconds since 1970-01-01 UTC. */
  created: number;
  modified: number;
  answers?: readonly AnnotationAnswer[];
};

/** A named link from one annotation of the document to another. */
export type AnnotationLink = {
  /** UUID. */
  id: string;
  /** Ids of annotations. */
  source: string;
  target: string;
  relation: string;
};

/** One document with everything that is exported of it. */
export type AnnotatedDocument = {
  /** UUID. */
  id: string;
  name: string;
  /** LF line ends; offsets of the annotations count its UTF-16 code units. */
  text: string;
  /** BCP 47 tag, '' when unknown. */
  language: string;
  direction: 'ltr' | 'rtl';
  facts: readonly { variable: string; label: string; value: string }[];
  annotations: readonly DocumentAnnotation[];
  links?: readonly AnnotationLink[];
};

/** What a format may say of the export as a whole. */
export type ExportInfo = {
  project: { id: string; name: string };
  /** Program and version, such as `Galley 1.2`. */
  program: string;
  /** When the export was made, in milliseconds since 1970-01-01 UTC. The same moment gives the same bytes. */
  exported: number;
};

import { annotationFilesWords as words } from '#words/core/annotationFiles.ts';
import type { AnnotatedDocument, DocumentAnnotation } from './corpus.ts';
import type { AnnotationWarning } from './format.ts';

/** Reading order: by start, then the longer first, then by id, so that the order of rows never shows in a file. */
function compareAnnotations(a: DocumentAnnotation, b: DocumentAnnotation): number {
  return a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/** Whether the offset lies between the two halves of one code point. */
function splitsPair(text: string, offset: number): boolean {
  return offset > 0 && offset < text.length && (text.codePointAt(offset - 1) ?? 0) > 0xffff;
}

function placed(document: AnnotatedDocument, annotation: DocumentAnnotation): DocumentAnnotation | null {
  const { text } = document;
  if (annotation.start < 0 || annotation.end > text.length || annotation.start >= annotation.end) return null;
  const start = splitsPair(text, annotation.start) ? annotation.start - 1 : annotation.start;
  const end = splitsPair(text, annotation.end) ? annotation.end + 1 : annotation.end;
  return { ...annotation, start, end };
}

/**
 * A document as every writer may trust it: annotations in reading order, inside the text, not empty, at the borders of
 * code points; links between annotations that are there; text of whole code points, so that it is the same in UTF-8.
 */
export function prepareDocument(document: AnnotatedDocument): {
  document: AnnotatedDocument;
  warnings: AnnotationWarning[];
} {
  const warnings: AnnotationWarning[] = [];
  const warn = (annotation: string | null, message: string): void => {
    warnings.push({ document: document.id, annotation, message });
  };
  const annotations: DocumentAnnotation[] = [];
  for (const annotation of document.annotations) {
    const sound = placed(document, annotation);
    if (sound) annotations.push(sound);
    else warn(annotation.id, words.outsideText(annotation));
  }
  annotations.sort(compareAnnotations);
  const known = new Set(annotations.map(({ id }) => id));
  const links = (document.links ?? []).filter((link) => {
    if (known.has(link.source) && known.has(link.target)) return true;
    warn(null, words.linkWithoutEnd(link));
    return false;
  });
  const whole = document.text.isWellFormed();
  if (!whole) warn(null, words.halfCharacters);
  const text = whole ? document.text : document.text.toWellFormed();
  return { document: { ...document, text, annotations, links }, warnings };
}

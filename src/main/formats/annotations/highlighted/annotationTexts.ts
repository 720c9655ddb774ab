import { annotationFilesWords as words } from '#words/core/annotationFiles.ts';
import { printWords } from '#words/core/print.ts';
import { countUnprintable } from '../../print/printable.ts';
import type { AnnotatedDocument, AnnotationCode, DocumentAnnotation, ExportInfo } from '../corpus.ts';
import type { AnnotationWarning } from '../format.ts';

/** Heads of the list of codings. */
export const codingHeads: readonly string[] = [
  printWords.number,
  printWords.code,
  printWords.coder,
  printWords.passage,
  printWords.answersAndMemo,
];

/** Longest quotation in the list of codings, in UTF-16 units; the text itself is in the same document. */
const longestQuote = 300;

/** The annotated passage as the list of codings shows it. */
export function quoteOf(text: string, { start, end }: DocumentAnnotation): string {
  if (end - start <= longestQuote) return text.slice(start, end);
  const half = longestQuote / 2;
  return `${text.slice(start, start + half)} … ${text.slice(end - half, end)}`.toWellFormed();
}

/** `label: value` of each answer. */
export function answerLines({ answers }: DocumentAnnotation): string[] {
  return (answers ?? []).map(({ variable, label, value }) => `${label || variable}: ${value}`);
}

/** The codes in use with how often, in the order of their paths. */
export function codesInUse(document: AnnotatedDocument): { code: AnnotationCode; count: number }[] {
  const uses = new Map<string, { code: AnnotationCode; count: number }>();
  for (const { code } of document.annotations) {
    const use = uses.get(code.id);
    if (use === undefined) uses.set(code.id, { code, count: 1 });
    else use.count += 1;
  }
  return [...uses.values()].sort((a, b) => {
    if (a.code.path !== b.code.path) return a.code.path < b.code.path ? -1 : 1;
    return a.code.id < b.code.id ? -1 : 1;
  });
}

/** Where the document comes from, for its last line. The date is that of UTC. */
export function colophon(info: ExportInfo): string {
  return `${info.project.name} · ${info.program} · ${new Date(info.exported).toISOString().slice(0, 10)}`;
}

/** The links in words, by the numbers of their annotations. */
export function linkLines(document: AnnotatedDocument): string[] {
  const numbers = new Map(document.annotations.map(({ id }, index) => [id, index + 1]));
  return (document.links ?? []).map(({ source, target, relation }) => {
    return `${numbers.get(source) ?? ''} → ${numbers.get(target) ?? ''}: ${relation}`;
  });
}

/** Says what markup cannot hold: control characters in the text, and in memos and answers. */
export function unprintableWarnings(document: AnnotatedDocument): AnnotationWarning[] {
  const warnings: AnnotationWarning[] = [];
  const inText = countUnprintable(document.text);
  if (inText > 0) {
    const message = words.controlCharactersInText({ count: inText });
    warnings.push({ document: document.id, annotation: null, message });
  }
  for (const annotation of document.annotations) {
    const { id, memo, code, coder } = annotation;
    const texts = [memo, code.path, code.definition, coder.name, ...answerLines(annotation)];
    const count = countUnprintable(texts.join(''));
    if (count === 0) continue;
    warnings.push({ document: document.id, annotation: id, message: words.controlCharactersElsewhere({ count }) });
  }
  return warnings;
}

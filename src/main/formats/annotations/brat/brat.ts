import { annotationFilesWords as words } from '#words/core/annotationFiles.ts';
import { offsetConverter, utf16 } from '../../../../shared/text/offsets.ts';
import type { OffsetConverter } from '../../../../shared/text/offsets.ts';
import { oneLine } from '../cleanNames.ts';
import type { AnnotatedDocument, AnnotationAnswer, DocumentAnnotation } from '../corpus.ts';
import { fileStems } from '../fileStems.ts';
import type { AnnotationFormat, AnnotationWarning } from '../format.ts';
import { fragmentsOf } from './fragments.ts';
import type { Fragment } from './fragments.ts';
import { bratVocabulary, longestValue } from './vocabulary.ts';
import type { BratVocabulary } from './vocabulary.ts';

/**
 * brat standoff (https://brat.nlplab.org/standoff.html): `NAME.txt` and `NAME.ann`. `T` lines hold the passage and its
 * code, `A` lines the coder and the answers, `R` lines the links, `#` lines the memo. Offsets count code points.
 */
class AnnFile {
  readonly lines: string[] = [];
  readonly warnings: AnnotationWarning[] = [];
  private readonly vocabulary: BratVocabulary;
  private readonly document: AnnotatedDocument;
  private readonly offsets: OffsetConverter;
  private readonly written = new Map<string, string>(); // annotation id → T id
  private attributes = 0;
  private notes = 0;

  constructor(vocabulary: BratVocabulary, document: AnnotatedDocument) {
    this.vocabulary = vocabulary;
    this.document = document;
    this.offsets = offsetConverter(document.text);
    for (const annotation of document.annotations) this.addAnnotation(annotation);
    this.addLinks();
  }

  private warn(annotation: string | null, message: string): void {
    this.warnings.push({ document: this.document.id, annotation, message });
  }

  private point(offset: number): number {
    return this.offsets.toCodePoint(utf16(offset));
  }

  private named(kind: 'code' | 'relation' | 'attribute', id: string, original: string, about: string | null): string {
    const { clean, isNew } = this.vocabulary.name(kind, id, original);
    if (isNew && clean !== original) this.warn(about, words.nameChanged({ name: oneLine(original), written: clean }));
    return clean;
  }

  private addAnnotation(annotation: DocumentAnnotation): void {
    const { text } = this.document;
    const fragments = fragmentsOf(text, annotation.start, annotation.end);
    if (fragments.length === 0) {
      this.warn(annotation.id, words.onlyLineBreaks);
      return;
    }
    const target = `T${this.written.size + 1}`;
    this.written.set(annotation.id, target);
    const type = this.named('code', annotation.code.id, annotation.code.path, annotation.id);
    this.vocabulary.draw(type, annotation.code);
    const places = fragments.map(({ start, end }) => `${this.point(start)} ${this.point(end)}`).join(';');
    const quote = fragments.map(({ start, end }) => text.slice(start, end)).join(' ');
    this.lines.push(`${target}\t${type} ${places}\t${quote}`);
    this.warnOfFragments(annotation, fragments);
    this.addAttribute(annotation, target, { id: 'coder', label: 'Coder', value: annotation.coder.name });
    this.addNote(
      annotation,
      target,
      (annotation.answers ?? []).flatMap((answer) => this.answer(annotation, target, answer)),
    );
  }

  private warnOfFragments({ id, start, end }: DocumentAnnotation, fragments: readonly Fragment[]): void {
    const isWhole = fragments.length === 1 && fragments[0]?.start === start && fragments[0].end === end;
    if (isWhole) return;
    this.warn(id, words.inFragments({ fragments: fragments.length }));
  }

  private addAttribute(
    annotation: DocumentAnnotation,
    target: string,
    given: { id: string; label: string; value: string },
  ): void {
    const attribute = this.named('attribute', given.id, given.label, annotation.id);
    const { clean, isNew } = this.vocabulary.value(attribute, given.value);
    if (isNew && clean !== given.value) {
      this.warn(annotation.id, words.valueChanged({ value: oneLine(given.value), attribute, written: clean }));
    }
    this.attributes += 1;
    this.lines.push(`A${this.attributes}\t${attribute} ${target} ${clean}`);
  }

  /** Writes an answer as an attribute, or gives the words of the note that holds it. */
  private answer(annotation: DocumentAnnotation, target: string, answer: AnnotationAnswer): string[] {
    const label = answer.label || answer.variable;
    if (answer.value.length > longestValue || /[\n\t]/u.test(answer.value)) return [`${label}: ${answer.value}`];
    // The variable's short name has one meaning in the project; the prefix keeps it apart from the coder.
    this.addAttribute(annotation, target, { id: `variable ${answer.variable}`, label, value: answer.value });
    return [];
  }

  private addNote(annotation: DocumentAnnotation, target: string, texts: readonly string[]): void {
    const note = [annotation.memo, ...texts].filter((text) => text !== '').join(' | ');
    if (note === '') return;
    const line = oneLine(note);
    if (line !== note) this.warn(annotation.id, words.noteOnOneLine);
    this.notes += 1;
    this.lines.push(`#${this.notes}\tAnnotatorNotes ${target}\t${line}`);
  }

  private addLinks(): void {
    let relations = 0;
    for (const { source, target, relation } of this.document.links ?? []) {
      const [from, to] = [this.written.get(source), this.written.get(target)];
      if (from === undefined || to === undefined) {
        this.warn(null, words.linkLeftOut({ relation: oneLine(relation) }));
        continue;
      }
      relations += 1;
      const name = this.named('relation', relation, relation, null);
      this.lines.push(`R${relations}\t${name} Arg1:${from} Arg2:${to}`);
    }
  }
}

export const bratFormat: AnnotationFormat = {
  id: 'brat',
  label: 'brat standoff',
  open() {
    const stem = fileStems();
    const vocabulary = bratVocabulary();
    vocabulary.name('attribute', 'coder', 'Coder'); // first, so that no code takes the word
    return {
      files(document) {
        const name = stem(document.name);
        const { lines, warnings } = new AnnFile(vocabulary, document);
        const files = [
          { name: `${name}.txt`, content: document.text },
          { name: `${name}.ann`, content: lines.map((line) => `${line}\n`).join('') },
        ];
        return Promise.resolve({ files, warnings });
      },
      closing: () => ({ files: vocabulary.files(), warnings: [] }),
    };
  },
};

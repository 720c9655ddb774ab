import { annotationFilesWords as words } from '#words/core/annotationFiles.ts';
import { offsetConverter, utf16 } from '../../../shared/text/offsets.ts';
import type { AnnotatedDocument, DocumentAnnotation, ExportInfo } from './corpus.ts';
import type { AnnotationFormat, AnnotationWarning } from './format.ts';

/**
 * JSON Lines in the words of spaCy (https://spacy.io/api/doc#to_json): one document a line, `text`, `spans` (one group a
 * coder), `ents` (spaCy lets none overlap), `cats`, and `meta` as Prodigy has it. Offsets count code points, as Python
 * does. `kb_id` of a span is the code's id.
 */
type JsonSpan = { start: number; end: number; label: string; kb_id: string; [key: string]: unknown };

/**
 * The annotations that can be entities, by the rule of `spacy.util.filter_spans`: the longest first, of equally long ones
 * the first in the text; what overlaps one that is in stays out.
 */
export function entitiesAmong(annotations: readonly DocumentAnnotation[]): DocumentAnnotation[] {
  const ranked = annotations.toSorted((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  const kept: DocumentAnnotation[] = []; // in text order
  for (const annotation of ranked) {
    let low = 0;
    let high = kept.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((kept[middle]?.start ?? Infinity) < annotation.start) low = middle + 1;
      else high = middle;
    }
    const isFree = (kept[low - 1]?.end ?? 0) <= annotation.start && annotation.end <= (kept[low]?.start ?? Infinity);
    if (isFree) kept.splice(low, 0, annotation);
  }
  return kept;
}

/** The name of each coder's group; two coders of one name are told apart by their ids. */
function groupNames(annotations: readonly DocumentAnnotation[]): Map<string, string> {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const { coder } of annotations) {
    if (names.has(coder.id)) continue;
    const name = taken.has(coder.name) ? `${coder.name} (${coder.id})` : coder.name;
    taken.add(name);
    names.set(coder.id, name);
  }
  return names;
}

function line(document: AnnotatedDocument, info: ExportInfo, entities: readonly DocumentAnnotation[]): string {
  const offsets = offsetConverter(document.text);
  const spanOf = ({ id, start, end, code, memo, answers }: DocumentAnnotation): JsonSpan => ({
    start: offsets.toCodePoint(utf16(start)),
    end: offsets.toCodePoint(utf16(end)),
    label: code.path,
    kb_id: code.id,
    id,
    ...(memo === '' ? {} : { memo }),
    ...(answers === undefined || answers.length === 0 ? {} : { answers }),
  });
  const groups = groupNames(document.annotations);
  const spans = new Map<string, JsonSpan[]>();
  for (const annotation of document.annotations) {
    const group = groups.get(annotation.coder.id) ?? annotation.coder.name;
    const list = spans.get(group);
    if (list === undefined) spans.set(group, [spanOf(annotation)]);
    else list.push(spanOf(annotation));
  }
  const entries = {
    text: document.text,
    spans: Object.fromEntries(spans),
    ents: entities.map((annotation) => {
      const { start, end, label, kb_id } = spanOf(annotation);
      return { start, end, label, kb_id };
    }),
    cats: Object.fromEntries(document.annotations.map(({ code }) => [code.path, 1])),
    meta: {
      id: document.id,
      name: document.name,
      language: document.language,
      direction: document.direction,
      facts: Object.fromEntries(document.facts.map(({ variable, value }) => [variable, value])),
      ...(document.links === undefined || document.links.length === 0 ? {} : { links: document.links }),
      project: info.project.name,
      program: info.program,
      exported: new Date(info.exported).toISOString(),
    },
  };
  return `${JSON.stringify(entries)}\n`;
}

export const spacyFormat: AnnotationFormat = {
  id: 'spacy',
  label: 'spaCy (JSON Lines)',
  open(info) {
    return {
      files(document) {
        const entities = entitiesAmong(document.annotations);
        const left = document.annotations.length - entities.length;
        const warnings: AnnotationWarning[] = [];
        if (left > 0) {
          const message = words.overlaps({ left, all: document.annotations.length });
          warnings.push({ document: document.id, annotation: null, message });
        }
        const content = line(document, info, entities);
        return Promise.resolve({ files: [{ name: 'corpus.jsonl', content, append: true }], warnings });
      },
      closing: () => ({ files: [], warnings: [] }),
    };
  },
};

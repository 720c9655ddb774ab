import { annotationFilesWords as words } from '#words/core/annotationFiles.ts';
import { offsetConverter, utf16 } from '../../../shared/text/offsets.ts';
import { guardFormula } from '../tables/csv/formulas.ts';
import { listed, nameCleaner, tabbed } from './cleanNames.ts';
import type { AnnotatedDocument } from './corpus.ts';
import type { AnnotationFile, AnnotationFormat, AnnotationWarning } from './format.ts';

/**
 * The files of SemEval-2020 task 11 (Da San Martino et al. 2020, https://aclanthology.org/2020.semeval-1.186): texts as
 * `articleNNN.txt`; span identification (SI) `id, begin, end`; technique classification (TC) `id, technique, begin, end`;
 * tab-separated, offsets in code points. As in its corpus, SI spans are the passages that hold any technique, so
 * overlapping passages are one, and TC has a line for each technique of each passage.
 */
const firstNumber = 100_000_001; // article ids of the corpus have nine digits

type Passage = { start: number; end: number };

/** The passages covered by any of the given ones, which come in order of their starts. */
export function mergedPassages(passages: readonly Passage[]): Passage[] {
  const merged: Passage[] = [];
  for (const { start, end } of passages) {
    const last = merged.at(-1);
    if (last !== undefined && start < last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}

function lossesOf(document: AnnotatedDocument): AnnotationWarning[] {
  const coders = new Set(document.annotations.map(({ coder }) => coder.id)).size;
  const memos = document.annotations.filter(({ memo }) => memo !== '').length;
  const answered = document.annotations.filter(({ answers }) => (answers?.length ?? 0) > 0).length;
  const links = document.links?.length ?? 0;
  const parts = [
    coders > 1 ? words.lostCoders({ coders }) : '',
    memos > 0 ? words.lostMemos({ memos }) : '',
    answered > 0 ? words.lostAnswers({ annotations: answered }) : '',
    links > 0 ? words.lostLinks({ links }) : '',
  ].filter((part) => part !== '');
  if (parts.length === 0) return [];
  return [{ document: document.id, annotation: null, message: words.cannotHold({ parts }) }];
}

export const semevalFormat: AnnotationFormat = {
  id: 'semeval',
  label: words.semevalLabel,
  open() {
    // What a spreadsheet would run is written with an apostrophe everywhere, so that labels and list stay the same word.
    const techniques = nameCleaner((path) => guardFormula(path.replaceAll(' / ', '/').replace(/[\s\p{Cc}]+/gu, '_')));
    let articles = tabbed(['article', 'document', 'name']);
    let number = firstNumber;

    function labels(document: AnnotatedDocument, article: number, warnings: AnnotationWarning[]): AnnotationFile[] {
      const offsets = offsetConverter(document.text);
      const passages = document.annotations.map(({ start, end }) => ({
        start: offsets.toCodePoint(utf16(start)),
        end: offsets.toCodePoint(utf16(end)),
      }));
      const lines = new Set<string>(); // two coders who agree give one line
      document.annotations.forEach(({ id, code }, index) => {
        const { clean, isNew } = techniques.name('technique', code.id, code.path);
        if (isNew && clean !== code.path) {
          warnings.push({
            document: document.id,
            annotation: id,
            message: words.codeChanged({ code: code.path, written: clean }),
          });
        }
        const { start, end } = passages[index] ?? { start: 0, end: 0 };
        lines.add(tabbed([article, clean, start, end]));
      });
      const merged = mergedPassages(passages).map(({ start, end }) => tabbed([article, start, end]));
      return [
        { name: `labels-task1-span-identification/article${article}.task1-SI.labels`, content: merged.join('') },
        {
          name: `labels-task2-technique-classification/article${article}.task2-TC.labels`,
          content: [...lines].join(''),
        },
      ];
    }

    return {
      files(document) {
        const article = number;
        number += 1;
        articles += tabbed([article, document.id, listed(document.name)]);
        const warnings = lossesOf(document);
        const files = [
          { name: `articles/article${article}.txt`, content: document.text },
          ...labels(document, article, warnings),
        ];
        return Promise.resolve({ files, warnings });
      },
      closing() {
        const names = techniques.given.map(({ clean, original, id }) => tabbed([clean, listed(original), id]));
        const list = tabbed(['technique', 'code', 'id']) + names.join('');
        const files = [
          { name: 'articles.tsv', content: articles },
          { name: 'techniques.tsv', content: list },
        ];
        return { files, warnings: [] };
      },
    };
  },
};

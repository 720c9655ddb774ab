import { annotationFilesWords as words } from '#words/core/annotationFiles.ts';
import type { AnnotationFormat } from '../format.ts';
import { fileStems } from '../fileStems.ts';
import { unprintableWarnings } from './annotationTexts.ts';

/**
 * A document to read and print, for Word and LibreOffice: shaded text with numbers, a comment for each coding (code,
 * coder, answers, memo), the codes in use, and the list of codings. The library is loaded when the first one is written.
 */
export const highlightedDocxFormat: AnnotationFormat = {
  id: 'docx',
  label: words.docxLabel,
  open(info) {
    const stem = fileStems();
    return {
      async files(document) {
        const name = `${stem(document.name)}.docx`;
        const { wordDocument } = await import('./wordDocument.ts');
        const content = await wordDocument(document, info);
        return { files: [{ name, content }], warnings: unprintableWarnings(document) };
      },
      closing: () => ({ files: [], warnings: [] }),
    };
  },
};

import type { AnnotatedDocument, ExportInfo } from './corpus.ts';
import type { AnnotationFormat, AnnotationWriter } from './format.ts';
import { bratFormat } from './brat/brat.ts';
import { highlightedDocxFormat } from './highlighted/docx.ts';
import { highlightedHtmlFormat } from './highlighted/html.ts';
import { prepareDocument } from './prepare.ts';
import { semevalFormat } from './semeval.ts';
import { spacyFormat } from './spacy.ts';
import { webAnnotationFormat } from './webAnnotation.ts';
import { webannoFormat } from './webanno/webanno.ts';

/** Prepares each document before the format sees it, so that no writer has to doubt its data. */
function withPreparation(format: AnnotationFormat): AnnotationFormat {
  return {
    ...format,
    open(info: ExportInfo): AnnotationWriter {
      const writer = format.open(info);
      return {
        async files(given: AnnotatedDocument) {
          const { document, warnings } = prepareDocument(given);
          const result = await writer.files(document);
          return { files: result.files, warnings: [...warnings, ...result.warnings] };
        },
        closing: () => writer.closing(),
      };
    },
  };
}

/** Every annotation format, in the order in which lists show them. */
export const annotationFormats: readonly AnnotationFormat[] = [
  webAnnotationFormat,
  bratFormat,
  webannoFormat,
  spacyFormat,
  semevalFormat,
  highlightedHtmlFormat,
  highlightedDocxFormat,
].map(withPreparation);

/** The format with this id, or undefined. */
export function annotationFormat(id: string): AnnotationFormat | undefined {
  return annotationFormats.find((format) => format.id === id);
}

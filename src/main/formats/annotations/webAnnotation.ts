import { offsetConverter, utf16 } from '../../../shared/text/offsets.ts';
import type { OffsetConverter } from '../../../shared/text/offsets.ts';
import type { AnnotatedDocument, AnnotationLink, DocumentAnnotation, ExportInfo } from './corpus.ts';
import { fileStems } from './fileStems.ts';
import type { AnnotationFormat } from './format.ts';

/**
 * W3C Web Annotation Data Model (https://www.w3.org/TR/annotation-model/), JSON-LD: one AnnotationCollection a document,
 * its one page embedded, and the text as a file beside it.
 *
 * Positions: section 4.2.5 counts the code points of the text after normalisation. Galley's normalisation is the one it
 * made at the import, and the `.txt` file holds its result: LF line ends, no byte order mark, no markup, no Unicode
 * normalisation. So `start` and `end` count the code points of the file as it stands.
 */

/** Code points of context on either side of a quotation. */
const contextLength = 32;

const urn = (id: string): string => `urn:uuid:${id}`;

/** xsd:dateTime in UTC, as the model wants it. */
const moment = (ms: number): string => new Date(ms).toISOString();

type Json = string | number | Json[] | { [key: string]: Json };

/** The last (or first) code points of `text`. */
function edge(text: string, side: 'last' | 'first'): string {
  const points = Array.from(text);
  return (side === 'last' ? points.slice(-contextLength) : points.slice(0, contextLength)).join('');
}

function source(document: AnnotatedDocument): Json {
  return {
    id: urn(document.id),
    type: 'Text',
    format: 'text/plain',
    ...(document.language === '' ? {} : { language: document.language }),
    textDirection: document.direction,
  };
}

function selectors(text: string, { start, end }: DocumentAnnotation, offsets: OffsetConverter): Json[] {
  // Twice as many units as code points are wanted is always enough.
  const before = edge(text.slice(Math.max(0, start - 2 * contextLength), start).toWellFormed(), 'last');
  const after = edge(text.slice(end, end + 2 * contextLength).toWellFormed(), 'first');
  return [
    {
      type: 'TextPositionSelector',
      start: offsets.toCodePoint(utf16(start)),
      end: offsets.toCodePoint(utf16(end)),
    },
    { type: 'TextQuoteSelector', exact: text.slice(start, end), prefix: before, suffix: after },
  ];
}

function textualBody(value: string, purpose: string): Json {
  return { type: 'TextualBody', value, format: 'text/plain', purpose };
}

function bodies({ code, memo, answers }: DocumentAnnotation): Json[] {
  const statements = (answers ?? []).map(({ label, variable, value }) =>
    textualBody(`${label || variable}: ${value}`, 'describing'),
  );
  return [
    textualBody(code.path, 'tagging'),
    { type: 'SpecificResource', source: urn(code.id), purpose: 'classifying' },
    ...statements,
    ...(memo === '' ? [] : [textualBody(memo, 'commenting')]),
  ];
}

function generated(info: ExportInfo): { [key: string]: Json } {
  return { generator: { type: 'Software', name: info.program }, generated: moment(info.exported) };
}

function linkAnnotation(link: AnnotationLink, info: ExportInfo): Json {
  return {
    id: urn(link.id),
    type: 'Annotation',
    motivation: 'linking',
    ...generated(info),
    body: [
      { type: 'SpecificResource', source: urn(link.target), purpose: 'linking' },
      textualBody(link.relation, 'describing'),
    ],
    target: urn(link.source),
  };
}

/** The article facts as one annotation of the whole document; none without facts. */
function factsAnnotation(document: AnnotatedDocument, info: ExportInfo): Json[] {
  if (document.facts.length === 0) return [];
  const body = document.facts.map(({ label, variable, value }) =>
    textualBody(`${label || variable}: ${value}`, 'describing'),
  );
  return [
    {
      id: `${urn(document.id)}#facts`,
      type: 'Annotation',
      motivation: 'describing',
      ...generated(info),
      body,
      target: source(document),
    },
  ];
}

function collection(document: AnnotatedDocument, info: ExportInfo): Json {
  const offsets = offsetConverter(document.text);
  const codings = document.annotations.map((annotation): Json => ({
    id: urn(annotation.id),
    type: 'Annotation',
    motivation: 'tagging',
    creator: { id: urn(annotation.coder.id), type: 'Person', name: annotation.coder.name },
    created: moment(annotation.created),
    modified: moment(annotation.modified),
    ...generated(info),
    body: bodies(annotation),
    target: {
      type: 'SpecificResource',
      source: source(document),
      selector: selectors(document.text, annotation, offsets),
    },
  }));
  const links = (document.links ?? []).map((link) => linkAnnotation(link, info));
  const items = [...factsAnnotation(document, info), ...codings, ...links];
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: `${urn(document.id)}#annotations`,
    type: 'AnnotationCollection',
    label: document.name,
    ...generated(info),
    total: items.length,
    first: { id: `${urn(document.id)}#annotations-page-1`, type: 'AnnotationPage', startIndex: 0, items },
  };
}

export const webAnnotationFormat: AnnotationFormat = {
  id: 'web-annotation',
  label: 'W3C Web Annotation (JSON-LD)',
  open(info) {
    const stem = fileStems();
    return {
      files(document) {
        const name = stem(document.name);
        const files = [
          { name: `${name}.jsonld`, content: `${JSON.stringify(collection(document, info), null, 2)}\n` },
          { name: `${name}.txt`, content: document.text },
        ];
        return Promise.resolve({ files, warnings: [] });
      },
      closing: () => ({ files: [], warnings: [] }),
    };
  },
};

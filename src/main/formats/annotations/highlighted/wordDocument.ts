import {
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx';
import type { ICommentOptions } from 'docx';
import { printWords as words } from '#words/core/print.ts';
import { printable } from '../../print/printable.ts';
import { textRun } from '../../print/textRun.ts';
import { clearZipDates } from '../../print/zipDates.ts';
import { directionOf } from '../../texts/direction.ts';
import type { AnnotatedDocument, ExportInfo } from '../corpus.ts';
import { answerLines, codesInUse, codingHeads, colophon, linkLines, quoteOf } from './annotationTexts.ts';
import { numbered } from './pieces.ts';
import type { NumberedAnnotation } from './pieces.ts';
import { shading, textParagraphs } from './wordText.ts';

/** Widths of the columns of the list of codings, in twentieths of a point; together the width of the text on A4. */
const widths = [560, 2100, 1250, 2800, 2316];

/** A paragraph for each line of the text. */
function lines(text: string): Paragraph[] {
  return text
    .split('\n')
    .map((line) => new Paragraph({ bidirectional: directionOf(line) === 'rtl', children: [textRun(line)] }));
}

function heading(text: string, isTitle = false): Paragraph {
  const level = isTitle ? HeadingLevel.TITLE : HeadingLevel.HEADING_1;
  return new Paragraph({
    heading: level,
    keepNext: true,
    bidirectional: directionOf(text) === 'rtl',
    children: [textRun(text)],
  });
}

/** The letters that stand for a coder beside a comment. */
function initialsOf(name: string): string {
  const initials = name.split(/\s+/u).map((word) => Array.from(word)[0] ?? '');
  return printable(initials.join('').slice(0, 9).toWellFormed());
}

function comments(codings: readonly NumberedAnnotation[]): ICommentOptions[] {
  return codings.map(({ number, annotation }) => {
    const { code, coder, memo, modified } = annotation;
    const notes = [...answerLines(annotation), memo].filter((note) => note !== '');
    const first = new Paragraph({
      children: [textRun(code.path, { bold: true }), textRun(` · ${coder.name} · ${number}`)],
    });
    return {
      id: number - 1,
      author: printable(coder.name),
      initials: initialsOf(coder.name),
      date: new Date(modified),
      children: [first, ...notes.flatMap(lines)],
    };
  });
}

function legend(document: AnnotatedDocument): Paragraph[] {
  const codes = codesInUse(document);
  if (codes.length === 0) return [];
  const items = codes.map(({ code, count }) => {
    const definition = code.definition === '' ? '' : ` — ${code.definition.replaceAll('\n', ' ')}`;
    return new Paragraph({
      children: [textRun(code.path, { bold: true, shading: shading(code) }), textRun(` (${count})${definition}`)],
    });
  });
  return [heading(words.codes), ...items];
}

function row(cells: readonly Paragraph[][], tableHeader = false): TableRow {
  const children = cells.map((paragraphs, index) => {
    const size = widths[index] ?? 0;
    return new TableCell({ width: { size, type: WidthType.DXA }, children: paragraphs });
  });
  return new TableRow({ tableHeader, cantSplit: true, children });
}

function codingTable(document: AnnotatedDocument, codings: readonly NumberedAnnotation[]): (Paragraph | Table)[] {
  if (codings.length === 0) return [];
  const head = row(
    codingHeads.map((text) => [new Paragraph({ children: [textRun(text, { bold: true })] })]),
    true,
  );
  const rows = codings.map(({ number, annotation }) => {
    const notes = [...answerLines(annotation), annotation.memo].filter((note) => note !== '');
    const texts = [String(number), annotation.code.path, annotation.coder.name, quoteOf(document.text, annotation)];
    return row([...texts.map(lines), notes.length === 0 ? lines('') : notes.flatMap(lines)]);
  });
  const width = { size: widths.reduce((sum, size) => sum + size, 0), type: WidthType.DXA };
  const table = new Table({ width, columnWidths: widths, layout: TableLayoutType.FIXED, rows: [head, ...rows] });
  const links = linkLines(document);
  return [
    heading(words.codings),
    table,
    ...(links.length === 0 ? [] : [heading(words.links), ...links.flatMap(lines)]),
  ];
}

/** `docProps/core.xml` with the moment of the export: the library would write that of the call. */
function coreProperties(document: AnnotatedDocument, info: ExportInfo): string {
  const xml = (text: string): string =>
    printable(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const moment = new Date(info.exported).toISOString();
  const spaces = [
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    'xmlns:dc="http://purl.org/dc/elements/1.1/"',
    'xmlns:dcterms="http://purl.org/dc/terms/"',
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
  ].join(' ');
  const dates = ['created', 'modified'].map((name) => {
    return `<dcterms:${name} xsi:type="dcterms:W3CDTF">${moment}</dcterms:${name}>`;
  });
  const title = `<dc:title>${xml(document.name)}</dc:title><dc:creator>${xml(info.program)}</dc:creator>`;
  return `<?xml version="1.0" encoding="UTF-8"?><cp:coreProperties ${spaces}>${title}${dates.join('')}</cp:coreProperties>`;
}

/** The bytes of the .docx file; the same document and moment give the same bytes. */
export async function wordDocument(document: AnnotatedDocument, info: ExportInfo): Promise<Uint8Array> {
  const codings = numbered(document.annotations);
  const facts = document.facts.map(({ variable, label, value }) => {
    return new Paragraph({
      children: [textRun(`${label || variable}: `, { bold: true }), textRun(value.replaceAll('\n', ' '))],
    });
  });
  const children = [
    heading(document.name, true),
    ...facts,
    ...legend(document),
    heading(words.text),
    ...textParagraphs(document, codings),
    ...codingTable(document, codings),
    new Paragraph({ spacing: { before: 400 }, children: [textRun(colophon(info), { color: '555555' })] }),
  ];
  const word = new Document({
    comments: { children: comments(codings) },
    sections: [{ children }],
  });
  const core = { path: 'docProps/core.xml', data: coreProperties(document, info) };
  const bytes = new Uint8Array(await Packer.toArrayBuffer(word, undefined, [core]));
  clearZipDates(bytes);
  return bytes;
}

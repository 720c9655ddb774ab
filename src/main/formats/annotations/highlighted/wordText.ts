import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  Paragraph,
  ShadingType,
  TextRun,
  UnderlineType,
} from 'docx';
import type { IRunOptions, ParagraphChild } from 'docx';
import { textRun } from '../../print/textRun.ts';
import type { AnnotatedDocument, AnnotationCode } from '../corpus.ts';
import { hexOf, tintOf } from './colours.ts';
import { piecesOf } from './pieces.ts';
import type { NumberedAnnotation, Piece } from './pieces.ts';

const tint = 0.3;

/** How a passage with this code is shaded: its tint; stripes for a striped code. */
export function shading(code: AnnotationCode): NonNullable<IRunOptions['shading']> {
  const fill = tintOf(code.colour, tint);
  if (code.pattern === 'plain') return { type: ShadingType.CLEAR, color: 'auto', fill };
  return { type: ShadingType.THIN_DIAGONAL_STRIPE, color: tintOf(code.colour, 2 * tint), fill };
}

/** Overlaps show as underlines in the second code's colour: double for two codes, thick waves for more. */
function look({ covering }: Piece): IRunOptions {
  const codes = [...new Map(covering.map(({ annotation }) => [annotation.code.id, annotation.code])).values()];
  const [first, second, third] = codes;
  if (first === undefined) return {};
  if (second === undefined) return { shading: shading(first) };
  const type = third === undefined ? UnderlineType.DOUBLE : UnderlineType.WAVYDOUBLE;
  return { shading: shading(first), underline: { type, color: hexOf(second.colour) } };
}

/** The numbers of the codings that begin or end at one place. */
function markers(codings: readonly NumberedAnnotation[], isStart: boolean): TextRun[] {
  if (codings.length === 0) return [];
  const numbers = codings.map(({ number }) => number).join(',');
  return [textRun(numbers, { superScript: true, bold: isStart, color: '333333' })];
}

/** A piece inside one line. Comments are numbered as the codings are, from 0. */
function pieceRuns(text: string, piece: Piece): ParagraphChild[] {
  const opened = [
    ...piece.opening.map(({ number }) => new CommentRangeStart(number - 1)),
    ...markers(piece.opening, true),
  ];
  const closed = [
    ...markers(piece.closing, false),
    ...piece.closing.flatMap(({ number }) => [
      new CommentRangeEnd(number - 1),
      new TextRun({ children: [new CommentReference(number - 1)] }),
    ]),
  ];
  const line = text.slice(piece.start, piece.end).replace(/\n$/u, '');
  return [...opened, ...(line === '' ? [] : [textRun(line, look(piece))]), ...closed];
}

/** Where each line after the first begins. */
function lineStarts(text: string): number[] {
  const starts: number[] = [];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** The text as paragraphs, one a line. */
export function textParagraphs(document: AnnotatedDocument, codings: readonly NumberedAnnotation[]): Paragraph[] {
  const starts = lineStarts(document.text);
  const lines: ParagraphChild[][] = [[], ...starts.map(() => [])];
  let line = 0;
  for (const piece of piecesOf(document.text.length, codings, starts)) {
    while (line < starts.length && piece.start >= (starts[line] ?? Infinity)) line += 1;
    lines[line]?.push(...pieceRuns(document.text, piece));
  }
  const bidirectional = document.direction === 'rtl';
  return lines.map((children) => new Paragraph({ bidirectional, spacing: { after: 120, line: 320 }, children }));
}

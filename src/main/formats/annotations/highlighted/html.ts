import { annotationFilesWords } from '#words/core/annotationFiles.ts';
import { printWords as words } from '#words/core/print.ts';
import { printable } from '../../print/printable.ts';
import type { AnnotatedDocument, AnnotationCode, ExportInfo } from '../corpus.ts';
import { fileStems } from '../fileStems.ts';
import type { AnnotationFormat } from '../format.ts';
import {
  answerLines,
  codesInUse,
  codingHeads,
  colophon,
  linkLines,
  quoteOf,
  unprintableWarnings,
} from './annotationTexts.ts';
import { tintOf } from './colours.ts';
import { numbered, piecesOf } from './pieces.ts';
import type { NumberedAnnotation, Piece } from './pieces.ts';
import { highlightStyle } from './style.ts';

/**
 * A document to read and print, in one HTML file that loads nothing and runs nothing: the text with tints, a number where
 * each coding begins (bold) and ends, the codes with their definitions, and the list of codings with coder and memo.
 */
const tint = 0.3;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as content or as a quoted attribute's value. */
function escapeHtml(text: string): string {
  return printable(text).replace(/[&<>"']/gu, (found) => entities[found] ?? found);
}

/** The background of a passage: the codes as bands one below the other, a striped code with stripes. */
function background(codes: readonly AnnotationCode[]): string {
  const share = 100 / codes.length;
  const bands = codes.map(({ colour, pattern }, index) => {
    const shade = `#${tintOf(colour, tint)}`;
    const place = codes.length === 1 ? 0 : (index * 100) / (codes.length - 1);
    const fill =
      pattern === 'striped'
        ? `repeating-linear-gradient(135deg,${shade} 0 4px,#fff 4px 6px)`
        : `linear-gradient(${shade},${shade})`;
    return `${fill} 0 ${place.toFixed(1)}%/100% ${share.toFixed(1)}% no-repeat`;
  });
  return `background:${bands.join(',')}`;
}

/** The codes of a piece, each once, in reading order of its codings. */
function codesOf({ covering }: Piece): AnnotationCode[] {
  return [...new Map(covering.map(({ annotation }) => [annotation.code.id, annotation.code])).values()];
}

/** The numbers of the codings that begin or end at one place; commas keep them apart. */
function markers(kind: 'open' | 'close', codings: readonly NumberedAnnotation[]): string {
  const marks = codings.map(({ number, annotation }, index) => {
    const title = escapeHtml(`${annotation.code.path} · ${annotation.coder.name}`);
    const comma = index + 1 < codings.length ? ',' : '';
    return `<sup class="${kind}" title="${title}"><bdi>${number}${comma}</bdi></sup>`;
  });
  return marks.join('');
}

function highlightedText(document: AnnotatedDocument, codings: readonly NumberedAnnotation[]): string {
  const parts = piecesOf(document.text.length, codings).map((piece) => {
    const text = escapeHtml(document.text.slice(piece.start, piece.end));
    const codes = codesOf(piece);
    const title = escapeHtml(codes.map(({ path }) => path).join(' + '));
    const body = codes.length === 0 ? text : `<mark style="${background(codes)}" title="${title}">${text}</mark>`;
    const opened = markers('open', piece.opening);
    const closed = markers('close', piece.closing);
    return opened + body + closed;
  });
  return parts.join('');
}

function factList(document: AnnotatedDocument): string {
  if (document.facts.length === 0) return '';
  const rows = document.facts.map(({ variable, label, value }) => {
    return `<dt>${escapeHtml(label || variable)}</dt><dd dir="auto">${escapeHtml(value)}</dd>`;
  });
  return `<dl>${rows.join('\n')}</dl>`;
}

function legend(document: AnnotatedDocument): string {
  const items = codesInUse(document).map(({ code, count }) => {
    const definition = code.definition === '' ? '' : ` — <bdi>${escapeHtml(code.definition)}</bdi>`;
    const swatch = `<span class="swatch" style="${background([code])}"></span>`;
    return `<li>${swatch}<strong><bdi>${escapeHtml(code.path)}</bdi></strong> (${count})${definition}</li>`;
  });
  return items.length === 0
    ? ''
    : `<section><h2>${escapeHtml(words.codes)}</h2><ul class="legend">${items.join('\n')}</ul></section>`;
}

function codingTable(document: AnnotatedDocument, codings: readonly NumberedAnnotation[]): string {
  if (codings.length === 0) return '';
  const cell = (text: string): string => `<td dir="auto">${escapeHtml(text)}</td>`;
  const rows = codings.map(({ number, annotation }) => {
    const notes = [...answerLines(annotation), annotation.memo].filter((line) => line !== '');
    const memo = notes.map((line) => `<p dir="auto">${escapeHtml(line)}</p>`).join('');
    const quote = quoteOf(document.text, annotation);
    const cells = [annotation.code.path, annotation.coder.name, quote].map(cell).join('');
    return `<tr><td>${number}</td>${cells}<td>${memo}</td></tr>`;
  });
  const heads = codingHeads.map((head) => `<th scope="col">${escapeHtml(head)}</th>`);
  const links = linkLines(document).map((line) => `<li><bdi>${escapeHtml(line)}</bdi></li>`);
  const linked = links.length === 0 ? '' : `<h2>${escapeHtml(words.links)}</h2><ul>${links.join('\n')}</ul>`;
  return `<section class="codings"><h2>${escapeHtml(words.codings)}</h2><table><thead><tr>${heads.join('')}</tr></thead>
<tbody>${rows.join('\n')}</tbody></table>${linked}</section>`;
}

function page(document: AnnotatedDocument, info: ExportInfo): string {
  const codings = numbered(document.annotations);
  const name = escapeHtml(document.name);
  const language = document.language === '' ? '' : ` lang="${escapeHtml(document.language)}"`;
  return `<!doctype html>
<html lang="${words.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="${escapeHtml(info.program)}">
<title>${name}</title>
<style>${highlightStyle}</style>
</head>
<body>
<h1 dir="auto"${language}>${name}</h1>
${factList(document)}
${legend(document)}
<section><h2>${escapeHtml(words.text)}</h2><div class="text" dir="${document.direction}"${language}>${highlightedText(document, codings)}</div></section>
${codingTable(document, codings)}
<footer>${escapeHtml(colophon(info))}</footer>
</body>
</html>
`;
}

export const highlightedHtmlFormat: AnnotationFormat = {
  id: 'html',
  label: annotationFilesWords.htmlLabel,
  open(info) {
    const stem = fileStems();
    return {
      files(document) {
        const name = `${stem(document.name)}.html`;
        const files = [{ name, content: page(document, info) }];
        return Promise.resolve({ files, warnings: unprintableWarnings(document) });
      },
      closing: () => ({ files: [], warnings: [] }),
    };
  },
};

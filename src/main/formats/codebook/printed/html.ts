import { printWords } from '#words/core/print.ts';
import { printedCodebookWords } from '#words/core/printedCodebook.ts';
import { joinPath } from '../entry.ts';
import type { CodebookEntry, CodebookFile } from '../entry.ts';
import { hueColor } from '../hues.ts';
import { codeItems, variableItems } from './outline.ts';
import type { Item } from './outline.ts';

const style = `
:root { color-scheme: light; }
body { margin: 2rem auto; padding: 0 1rem; max-width: 46rem; color: #111; background: #fff;
  font: 1rem/1.5 Georgia, 'Times New Roman', 'Noto Serif', serif; }
h1, h2, h3, dt { font-family: system-ui, 'Segoe UI', 'Noto Sans', sans-serif; line-height: 1.3; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.25rem; margin: 2rem 0 .5rem; } h3 { font-size: 1rem; margin: 1.4rem 0 .3rem; }
section { break-inside: avoid; } dl { margin: 0; display: grid; grid-template-columns: 9rem 1fr; gap: .2rem 1rem; }
dt { font-size: .85rem; color: #555; padding-top: .15rem; }
dd { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; }
.swatch { display: inline-block; inline-size: 1.4em; block-size: .9em; margin-inline-end: .5em; border: 1px solid #555; }
.above { color: #555; font-weight: 400; }
@page { margin: 2cm; }
@media print {
  body { margin: 0; padding: 0; max-width: none; font-size: 11pt; }
  .swatch { -webkit-print-color-adjust: exact; print-color-adjust: exact; } h2, h3 { break-after: avoid; }
}
`;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

// eslint-disable-next-line no-control-regex -- control characters that HTML may not hold
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]|\p{Cs}/gu;

function escape(text: string): string {
  return text.replace(unwritable, '\ufffd').replace(/[&<>"']/gu, (found) => entities[found] ?? found);
}

/**
 * A codebook to read and print, in one HTML file that loads nothing and runs nothing: codes in their order with rules and
 * examples, then the variables.
 */
export function codebookHtml(file: CodebookFile, title: string): string {
  const codes = file.codes.map((code) => section(codeHeading(code), codeItems(code, file)));
  const variables = file.variables.map((variable) => section(escape(variable.name), variableItems(variable)));
  return [
    '<!DOCTYPE html>',
    `<html lang="${printWords.language}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escape(title)}</title>`,
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    `<h1 dir="auto">${escape(title)}</h1>`,
    ...(codes.length === 0 ? [] : [`<h2>${escape(printedCodebookWords.codes)}</h2>`, ...codes]),
    ...(variables.length === 0 ? [] : [`<h2>${escape(printedCodebookWords.variables)}</h2>`, ...variables]),
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function codeHeading({ path, hue, pattern }: CodebookEntry): string {
  const color = hue === undefined ? null : hueColor(hue);
  const fill =
    pattern === 'striped' && color !== null
      ? `repeating-linear-gradient(135deg,${color} 0 4px,#fff 4px 6px)`
      : String(color);
  const swatch = color === null ? '' : `<span class="swatch" style="background:${fill}"></span>`;
  const above = path.length === 1 ? '' : `<span class="above">${escape(joinPath(path.slice(0, -1)))} / </span>`;
  return `${swatch}${above}${escape(path.at(-1) ?? '')}`;
}

function section(heading: string, items: readonly Item[]): string {
  const rows = items.map(({ label, text }) => `<dt>${escape(label)}</dt><dd dir="auto">${escape(text)}</dd>`);
  const list = rows.length === 0 ? '' : `\n<dl>\n${rows.join('\n')}\n</dl>`;
  return `<section>\n<h3 dir="auto">${heading}</h3>${list}\n</section>`;
}

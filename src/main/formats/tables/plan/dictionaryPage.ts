import { columnLevelWords, columnSourceWords, columnsWords as words, columnTypeWords } from '#words/core/columns.ts';
import { printWords } from '#words/core/print.ts';
import { listLabels } from './dictionary.ts';
import type { Column } from './table.ts';

/** A data dictionary to read and print. `names`: for each format, what columns are called in its file. */
export type DictionaryPage = {
  base: string;
  rows: number;
  columns: readonly Column[];
  names: readonly { header: string; names: readonly string[] }[];
};

const style = `
body { font: 15px/1.5 system-ui, sans-serif; color: #1c1b19; background: #fff; max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
h1 { font-size: 1.5rem; margin: 0 0 .25rem }
h2 { font-size: 1.05rem; margin: 0 }
section { border-top: 1px solid #cbc7bf; padding: .75rem 0; break-inside: avoid }
p { margin: .25rem 0 }
.about, dt, th { color: #5c5850 }
code { font: 13px/1.5 ui-monospace, monospace }
dl { display: grid; grid-template-columns: 9rem 1fr; gap: .1rem 1rem; margin: .4rem 0 }
dd { margin: 0 }
table { border-collapse: collapse; margin: .4rem 0 }
th, td { text-align: start; padding: .1rem 1.25rem .1rem 0; vertical-align: top; font-weight: normal }
td:first-child { font-variant-numeric: tabular-nums }
@media print { body { margin: 0; max-width: none; font-size: 10.5pt } }
`;

/** The page as XHTML that browsers read as HTML, too. Needs nothing beside it. */
export function dictionaryPage({ base, rows, columns, names }: DictionaryPage): string {
  const sections = columns.map((column, at) => {
    const others = names.flatMap(({ header, names: own }) => {
      const other = own[at];
      return other === undefined ? [] : [term(nameIn(header), `<code>${escape(other)}</code>`)];
    });
    const lines = [
      term(words.type, escape(columnTypeWords[column.type])),
      term(words.level, escape(columnLevelWords[column.level])),
      term(words.source, escape(columnSourceWords[column.source])),
      ...others,
    ];
    return [
      `<section><h2 dir="auto">${escape(column.name)}</h2><p dir="auto">${escape(column.label)}</p>`,
      column.note === '' ? '' : `<p class="about" dir="auto">${escape(column.note)}</p>`,
      `<dl>${lines.join('')}</dl>${labelTable(column)}</section>`,
    ].join('');
  });
  const title = escape(words.dictionaryTitle({ table: base }));
  const extent = words.extent({ rows, columns: columns.length });
  return (
    `<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml" lang="${printWords.language}"><head><meta charset="utf-8"/>` +
    `<title>${title}</title><style>${style}</style></head>\n<body><h1>${title}</h1><p class="about">${escape(extent)}</p>\n` +
    `${sections.join('\n')}\n</body></html>\n`
  );
}

/** What the header of a format's names stands for. */
function nameIn(header: string): string {
  const format = header.replace(/_name$/u, '');
  return words.nameIn({ program: { spss: 'SPSS', stata: 'Stata' }[format] ?? format });
}

function term(name: string, value: string): string {
  return `<dt>${escape(name)}</dt><dd>${value}</dd>`;
}

function labelTable({ valueLabels, missing }: Column): string {
  const row = (value: number, label: string, kind: string): string =>
    `<tr><td>${value}</td><td dir="auto">${escape(label)}</td><td>${escape(kind)}</td></tr>`;
  const lines = [
    ...valueLabels.map(({ value, label }) => row(value, label, '')),
    ...missing.map(({ value, label }) => row(value, label, words.missing)),
  ];
  if (lines.length === 0) return '';
  const heads = `<tr><th>${escape(words.value)}</th><th>${escape(words.label)}</th><th></th></tr>`;
  const title = words.valuesOf({ values: listLabels(valueLabels) }).slice(0, 80);
  return `<table aria-label="${escape(title)}">${heads}${lines.join('')}</table>`;
}

// eslint-disable-next-line no-control-regex -- the control characters that XML may not hold
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu;
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escape(text: string): string {
  return text
    .toWellFormed()
    .replace(unwritable, '\ufffd')
    .replace(/[&<>"]/gu, (sign) => entities[sign] ?? sign);
}

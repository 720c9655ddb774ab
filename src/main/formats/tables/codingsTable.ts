import { documentColumns } from './documentColumns.ts';
import type { DocumentRecord } from './documentColumns.ts';
import { factColumns } from './facts.ts';
import type { FactVariable } from './facts.ts';
import { columnOf, isoMoment } from './table.ts';
import type { Column, Row } from './table.ts';

/** One coding with everything that its row says. Offsets in code points, moments in milliseconds since 1970 UTC. */
export type CodingRecord = {
  code: string;
  codeId: string;
  coder: string;
  coderId: string;
  start: number;
  end: number;
  quote: string;
  memo: string;
  created: number;
  modified: number;
};

const offsetNote = 'Counted in Unicode code points of the document’s text, from 0.';

const codingColumns: readonly Column[] = [
  columnOf({
    name: 'code',
    label: 'Code',
    type: 'text',
    source: 'coding',
    note: 'Path in the codebook, levels joined by “ / ”.',
  }),
  columnOf({
    name: 'code_id',
    label: 'Code id',
    type: 'text',
    source: 'coding',
    note: 'Never changes, even when the code is renamed.',
  }),
  columnOf({ name: 'coder', label: 'Coder', type: 'text', source: 'coder' }),
  columnOf({ name: 'coder_id', label: 'Coder id', type: 'text', source: 'coder' }),
  columnOf({
    name: 'start',
    label: 'Start',
    type: 'integer',
    source: 'coding',
    note: `${offsetNote} The first coded character.`,
  }),
  columnOf({
    name: 'end',
    label: 'End',
    type: 'integer',
    source: 'coding',
    note: `${offsetNote} The first character after the passage.`,
  }),
  columnOf({
    name: 'quote',
    label: 'Quotation',
    type: 'text',
    source: 'coding',
    note: 'The coded words: the text from start to end.',
  }),
  columnOf({
    name: 'memo',
    label: 'Memo',
    type: 'text',
    source: 'coding',
    note: 'What the coder noted about this coding.',
  }),
  columnOf({ name: 'created', label: 'Coded at', type: 'date-time', source: 'coding', note: 'ISO 8601, UTC.' }),
  columnOf({
    name: 'modified',
    label: 'Last changed at',
    type: 'date-time',
    source: 'coding',
    note: 'ISO 8601, UTC.',
  }),
];

/** The columns of `codings`: one row for each coding. */
export function codingsColumns(facts: readonly FactVariable[]): Column[] {
  const fixed = [...documentColumns, ...codingColumns].map((column) => column.name);
  return [...documentColumns, ...factColumns(facts, fixed), ...codingColumns];
}

/** A coding's row, with a cell for each column of `codingsColumns`. */
export function codingRow(document: DocumentRecord, coding: CodingRecord): Row {
  return [
    document.label,
    document.id,
    ...document.facts,
    coding.code,
    coding.codeId,
    coding.coder,
    coding.coderId,
    coding.start,
    coding.end,
    coding.quote,
    coding.memo,
    isoMoment(coding.created),
    isoMoment(coding.modified),
  ];
}

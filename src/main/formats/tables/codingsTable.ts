import { documentColumns } from './documentColumns.ts';
import type { DocumentRecord } from './documentColumns.ts';
import { factColumns } from './facts.ts';
import type { FactVariable } from './facts.ts';
import { isoMoment } from './table.ts';
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
  { name: 'code', label: 'Code', type: 'text', values: '', note: 'Path in the codebook, levels joined by “ / ”.' },
  {
    name: 'code_id',
    label: 'Code id',
    type: 'text',
    values: '',
    note: 'Never changes, even when the code is renamed.',
  },
  { name: 'coder', label: 'Coder', type: 'text', values: '', note: '' },
  { name: 'coder_id', label: 'Coder id', type: 'text', values: '', note: '' },
  { name: 'start', label: 'Start', type: 'integer', values: '', note: `${offsetNote} The first coded character.` },
  {
    name: 'end',
    label: 'End',
    type: 'integer',
    values: '',
    note: `${offsetNote} The first character after the passage.`,
  },
  { name: 'quote', label: 'Quotation', type: 'text', values: '', note: 'The coded words: the text from start to end.' },
  { name: 'memo', label: 'Memo', type: 'text', values: '', note: 'What the coder noted about this coding.' },
  { name: 'created', label: 'Coded at', type: 'date-time', values: '', note: 'ISO 8601, UTC.' },
  { name: 'modified', label: 'Last changed at', type: 'date-time', values: '', note: 'ISO 8601, UTC.' },
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

import type { TableUnit } from '../../../../shared/model/dataTable.ts';
import type { Id } from '../../../../shared/model/records.ts';
import { utf16 } from '../../../../shared/text/offsets.ts';
import type { ColumnGroup } from './columnGroup.ts';
import type { UnitRow } from './documentWork.ts';
import { columnOf, isoMoment } from './table.ts';
import type { Column } from './table.ts';

type Names = ReadonlyMap<Id, string>;

const fixed = { suffix: '', isFixed: true } as const;

/** Foreign keys promise that the name is there. */
function named(names: Names, id: Id): string {
  const name = names.get(id);
  if (name === undefined) throw new Error(`no record ${id}`);
  return name;
}

/** What every table names its documents by. */
export const documentGroup: ColumnGroup = {
  ...fixed,
  columns: [
    columnOf({
      name: 'document',
      label: 'Document',
      type: 'text',
      source: 'document',
      note: 'The document’s name, or its id where several documents have the same name.',
    }),
    columnOf({ name: 'document_id', label: 'Document id', type: 'text', source: 'document', note: 'Never changes.' }),
  ],
  fill(cells, { work }) {
    cells.push(work.label, work.id);
  },
  parts: [
    { of: 'document', cell: ({ label }) => label },
    { of: 'document', cell: ({ id }) => id },
  ],
};

export const charactersGroup: ColumnGroup = {
  ...fixed,
  columns: [
    columnOf({
      name: 'characters',
      label: 'Characters',
      type: 'integer',
      source: 'document',
      note: 'Unicode code points of the text.',
    }),
  ],
  fill(cells, { work }) {
    cells.push(work.characters);
  },
  parts: 'rows-are-no-codings',
};

/** How many codings there are in the unit. */
export const codingsGroup: ColumnGroup = {
  ...fixed,
  columns: [
    columnOf({
      name: 'annotations',
      label: 'Codings',
      type: 'integer',
      source: 'code',
      note: 'Of all codes and coders together.',
    }),
  ],
  fill(cells, { codings }) {
    cells.push(codings.length);
  },
  parts: 'rows-are-no-codings',
};

/** How many coders a row shows together. */
export const coderCountGroup: ColumnGroup = {
  ...fixed,
  columns: [
    columnOf({
      name: 'coders',
      label: 'Coders',
      type: 'integer',
      source: 'coder',
      note: 'How many coders coded it, answered about it, or said how far they are with it.',
    }),
  ],
  fill(cells, { work }) {
    cells.push(work.begun.size);
  },
  parts: 'rows-are-no-codings',
};

const coderColumns: readonly Column[] = [
  columnOf({ name: 'coder', label: 'Coder', type: 'text', source: 'coder' }),
  columnOf({ name: 'coder_id', label: 'Coder id', type: 'text', source: 'coder' }),
];

/** The coder of a row, where coders are rows. */
export function coderGroup(coders: Names): ColumnGroup {
  return {
    ...fixed,
    columns: coderColumns,
    fill(cells, row) {
      const [coder] = row.coders;
      cells.push(coder === undefined ? null : named(coders, coder), coder ?? null);
    },
    parts: [
      { of: 'coder', cell: (id) => named(coders, id) },
      { of: 'coder', cell: (id) => id },
    ],
  };
}

/** How far the row's coder is with the document. */
export const statusGroup: ColumnGroup = {
  ...fixed,
  columns: [
    columnOf({
      name: 'status',
      label: 'Status',
      type: 'text',
      source: 'coder',
      note: 'How far the coder is with the document: to-do, working, done, set-aside.',
    }),
  ],
  fill(cells, row) {
    cells.push(row.work.statuses.get(row.coders[0] ?? '') ?? 'to-do');
  },
  parts: 'rows-are-no-codings',
};

const offsetNote = 'Counted in Unicode code points of the document’s text, from 0.';

const offsetColumns = (what: string, source: 'unit' | 'coding'): Column[] => [
  columnOf({
    name: 'start',
    label: 'Start',
    type: 'integer',
    source,
    note: `${offsetNote} The first character of the ${what}.`,
  }),
  columnOf({
    name: 'end',
    label: 'End',
    type: 'integer',
    source,
    note: `${offsetNote} The first character after the ${what}.`,
  }),
];

/** Number, place and words of a paragraph or sentence. */
export function stretchGroup(unit: 'paragraph' | 'sentence', text: boolean): ColumnGroup {
  const label = unit === 'paragraph' ? 'Paragraph' : 'Sentence';
  const words = columnOf({
    name: 'text',
    label: 'Text',
    type: 'text',
    source: 'unit',
    note: `The words of the ${unit}.`,
  });
  return {
    ...fixed,
    columns: [
      columnOf({
        name: unit,
        label,
        type: 'integer',
        source: 'unit',
        note: `Its number in the document, from 1. ${label}s without text are not counted.`,
      }),
      ...offsetColumns(unit, 'unit'),
      ...(text ? [words] : []),
    ],
    fill(cells, row) {
      cells.push(row.stretch?.number ?? null);
      pushPlace(cells, row, text);
    },
    parts: 'rows-are-no-codings',
  };
}

function pushPlace(cells: (string | number | null)[], { work, stretch }: UnitRow, words: boolean): void {
  if (!stretch) throw new Error('a row of a passage has no place');
  const { content, converter } = work.text();
  cells.push(converter.toCodePoint(utf16(stretch.start)), converter.toCodePoint(utf16(stretch.end)));
  if (words) cells.push(content.slice(stretch.start, stretch.end));
}

/** The code of a coding or statement. */
export function codeGroup(codePaths: Names): ColumnGroup {
  return {
    ...fixed,
    columns: [
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
    ],
    fill(cells, { codings }) {
      const code = codings[0]?.code ?? '';
      cells.push(named(codePaths, code), code);
    },
    parts: [
      { of: 'code', cell: (id) => named(codePaths, id) },
      { of: 'code', cell: (id) => id },
    ],
  };
}

/** Where a coding is and what it says. */
export function passageGroup(text: boolean): ColumnGroup {
  const quote = columnOf({
    name: 'quote',
    label: 'Quotation',
    type: 'text',
    source: 'coding',
    note: 'The coded words: the text from start to end.',
  });
  return {
    ...fixed,
    columns: [...offsetColumns('passage', 'coding'), ...(text ? [quote] : [])],
    fill(cells, row) {
      pushPlace(cells, row, text);
    },
    parts: [{ of: 'start' }, { of: 'end' }, ...(text ? [{ of: 'quote' } as const] : [])],
  };
}

/** What only a single coding has. */
export const codingDetailsGroup: ColumnGroup = {
  ...fixed,
  columns: [
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
  ],
  fill(cells, { codings: [coding] }) {
    if (!coding) throw new Error('a row of a coding has none');
    cells.push(coding.memo, isoMoment(coding.created), isoMoment(coding.modified));
  },
  parts: [{ of: 'memo' }, { of: 'created' }, { of: 'modified' }],
};

/** Who made a coding, where several coders stand in one row. */
export function codedByGroup(coders: Names, unit: TableUnit): ColumnGroup {
  const what = unit === 'statement' ? 'statement' : 'coding';
  return {
    ...fixed,
    columns: [
      columnOf({
        name: 'coders',
        label: 'Coders',
        type: 'integer',
        source: 'coder',
        note: `How many coders made this ${what}: the same code on the same passage.`,
      }),
      columnOf({
        name: 'coder_names',
        label: 'Names of the coders',
        type: 'text',
        source: 'coder',
        note: 'Separated by “; ”.',
      }),
    ],
    fill(cells, { codings }) {
      cells.push(codings.length, codings.map(({ coder }) => named(coders, coder)).join('; '));
    },
    parts: 'rows-are-no-codings',
  };
}

/** Whether a coder made the coding. */
export const madeGroup: ColumnGroup = {
  ...fixed,
  columns: [
    columnOf({
      name: 'coded',
      label: 'Coded so',
      type: 'binary',
      source: 'coder',
      note: 'Whether this coder put this code on this passage; empty where the coder has not begun with the document.',
    }),
  ],
  fill(cells, { codings }, who) {
    cells.push(codings.some(({ coder }) => who.includes(coder)) ? 1 : 0);
  },
  parts: 'rows-are-no-codings',
};

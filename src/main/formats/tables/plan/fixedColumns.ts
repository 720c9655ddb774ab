import { columnsWords as words } from '#words/core/columns.ts';
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
      label: words.documentLabel,
      type: 'text',
      source: 'document',
      note: words.documentNote,
    }),
    columnOf({
      name: 'document_id',
      label: words.documentIdLabel,
      type: 'text',
      source: 'document',
      note: words.documentIdNote,
    }),
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
      label: words.charactersLabel,
      type: 'integer',
      source: 'document',
      note: words.charactersNote,
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
      label: words.codingsLabel,
      type: 'integer',
      source: 'code',
      note: words.codingsNote,
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
      label: words.codersLabel,
      type: 'integer',
      source: 'coder',
      note: words.codersNote,
    }),
  ],
  fill(cells, { work }) {
    cells.push(work.begun.size);
  },
  parts: 'rows-are-no-codings',
};

const coderColumns: readonly Column[] = [
  columnOf({ name: 'coder', label: words.coderLabel, type: 'text', source: 'coder' }),
  columnOf({ name: 'coder_id', label: words.coderIdLabel, type: 'text', source: 'coder' }),
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
      label: words.statusLabel,
      type: 'text',
      source: 'coder',
      note: words.statusNote,
    }),
  ],
  fill(cells, row) {
    cells.push(row.work.statuses.get(row.coders[0] ?? '') ?? 'to-do');
  },
  parts: 'rows-are-no-codings',
};

const offsetColumns = (what: 'paragraph' | 'sentence' | 'passage', source: 'unit' | 'coding'): Column[] => [
  columnOf({
    name: 'start',
    label: words.startLabel,
    type: 'integer',
    source,
    note: words.startNote({ what }),
  }),
  columnOf({
    name: 'end',
    label: words.endLabel,
    type: 'integer',
    source,
    note: words.endNote({ what }),
  }),
];

/** Number, place and words of a paragraph or sentence. */
export function stretchGroup(unit: 'paragraph' | 'sentence', text: boolean): ColumnGroup {
  const textColumn = columnOf({
    name: 'text',
    label: words.textLabel,
    type: 'text',
    source: 'unit',
    note: words.textNote({ unit }),
  });
  return {
    ...fixed,
    columns: [
      columnOf({
        name: unit,
        label: words.unitLabel({ unit }),
        type: 'integer',
        source: 'unit',
        note: words.unitNote({ unit }),
      }),
      ...offsetColumns(unit, 'unit'),
      ...(text ? [textColumn] : []),
    ],
    fill(cells, row) {
      cells.push(row.stretch?.number ?? null);
      pushPlace(cells, row, text);
    },
    parts: 'rows-are-no-codings',
  };
}

function pushPlace(cells: (string | number | null)[], { work, stretch }: UnitRow, text: boolean): void {
  if (!stretch) throw new Error('a row of a passage has no place');
  const { content, converter } = work.text();
  cells.push(converter.toCodePoint(utf16(stretch.start)), converter.toCodePoint(utf16(stretch.end)));
  if (text) cells.push(content.slice(stretch.start, stretch.end));
}

/** The code of a coding or statement. */
export function codeGroup(codePaths: Names): ColumnGroup {
  return {
    ...fixed,
    columns: [
      columnOf({
        name: 'code',
        label: words.codeLabel,
        type: 'text',
        source: 'coding',
        note: words.codeNote,
      }),
      columnOf({
        name: 'code_id',
        label: words.codeIdLabel,
        type: 'text',
        source: 'coding',
        note: words.codeIdNote,
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
    label: words.quoteLabel,
    type: 'text',
    source: 'coding',
    note: words.quoteNote,
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
      label: words.memoLabel,
      type: 'text',
      source: 'coding',
      note: words.memoNote,
    }),
    columnOf({
      name: 'created',
      label: words.createdLabel,
      type: 'date-time',
      source: 'coding',
      note: words.momentNote,
    }),
    columnOf({
      name: 'modified',
      label: words.modifiedLabel,
      type: 'date-time',
      source: 'coding',
      note: words.momentNote,
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
        label: words.codersLabel,
        type: 'integer',
        source: 'coder',
        note: words.madeByNote({ what }),
      }),
      columnOf({
        name: 'coder_names',
        label: words.coderNamesLabel,
        type: 'text',
        source: 'coder',
        note: words.coderNamesNote,
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
      label: words.codedLabel,
      type: 'binary',
      source: 'coder',
      note: words.codedNote,
    }),
  ],
  fill(cells, { codings }, who) {
    cells.push(codings.some(({ coder }) => who.includes(coder)) ? 1 : 0);
  },
  parts: 'rows-are-no-codings',
};

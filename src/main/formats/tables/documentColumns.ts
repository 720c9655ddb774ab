import type { Column } from './table.ts';

/** A document as every one of its rows names it. `facts`: one value for each fact variable, in their order. */
export type DocumentRecord = { label: string; id: string; facts: readonly (string | null)[] };

/** What every table names its documents by. */
export const documentColumns: readonly Column[] = [
  {
    name: 'document',
    label: 'Document',
    type: 'text',
    values: '',
    note: 'The document’s name, or its id where several documents have the same name.',
  },
  { name: 'document_id', label: 'Document id', type: 'text', values: '', note: 'Never changes.' },
];

import { columnOf } from './table.ts';
import type { Column } from './table.ts';

/** A document as every one of its rows names it. `facts`: one value for each fact variable, in their order. */
export type DocumentRecord = { label: string; id: string; facts: readonly (string | null)[] };

/** What every table names its documents by. */
export const documentColumns: readonly Column[] = [
  columnOf({
    name: 'document',
    label: 'Document',
    type: 'text',
    source: 'document',
    note: 'The document’s name, or its id where several documents have the same name.',
  }),
  columnOf({ name: 'document_id', label: 'Document id', type: 'text', source: 'document', note: 'Never changes.' }),
];

import { tablesWhere } from '../../shared/model/recordTables.ts';
import type { JournaledTable } from '../../shared/model/recordTables.ts';

/**
 * The change journal. Triggers write every row's image before and after a change, inside the command's transaction;
 * undo puts the images before back, redo the images after. Entries stay for good: they are the audit trail.
 *
 * The triggers are temporary: they belong to the connection that writes, are made anew from the tables' columns when a
 * project opens, and other programs that read the file do not meet them. A write outside a command is refused.
 */

/** Tables whose rows are journaled: all that hold records, except the immutable `text` and `original`. */
export const journaledTables = tablesWhere(({ kept }) => kept === 'journaled') as JournaledTable[]; // just those

/** One row's change as the journal keeps it. Images are JSON objects by column; bytes are hexadecimal text. */
export type RowChange = { record: JournaledTable; pk: Uint8Array; before: string | null; after: string | null };

export type { JournaledTable };

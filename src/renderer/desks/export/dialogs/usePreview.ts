import { useEffect, useState } from 'react';
import type { ExportPreview } from '../../../../shared/api/exports.ts';
import { AppError } from '../../../../shared/errors.ts';
import type { TableChoice } from '../../../../shared/model/dataTable.ts';
import { client } from '../../../state/client.ts';

/** The table as it is known so far: that of the choice before while the new one is counted. */
export type Shown = { preview: ExportPreview | null; isCounting: boolean; error: string | null };

/** Milliseconds that a choice must stand before it is counted. */
const rest = 250;
const rows = 12;
const columns = 60;

type Answered = Omit<Shown, 'isCounting'> & { of: string };

/**
 * Counts the rows of a table and reads its first ones, anew with each choice; what is no longer wanted is cancelled. While
 * a choice is not `isSound`, half typed, the one before it stays.
 */
export function usePreview(table: TableChoice | null, isSound: boolean): Shown {
  const [{ of, ...answered }, setAnswered] = useState<Answered>({ preview: null, error: null, of: '' });
  const key = JSON.stringify(table);
  useEffect(() => {
    if (!isSound) return;
    const wanted = JSON.parse(key) as TableChoice | null; // written three lines above
    let task: string | null = null;
    let isOver = false;
    const cancel = (id: string): void => {
      // It may have ended meanwhile, which is as good.
      client()
        .call('tasks.cancel', { task: id })
        .catch(() => undefined);
    };
    const look = async (): Promise<void> => {
      try {
        const preview = await client().run('exports.preview', { table: wanted, limit: rows, columns }, ({ id }) => {
          if (isOver && task === null) cancel(id);
          task = id;
        });
        if (!isOver) setAnswered({ preview, error: null, of: key });
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        if (!isOver) setAnswered({ preview: null, error: error.message, of: key });
      }
    };
    const timer = setTimeout(() => void look(), rest);
    return () => {
      isOver = true;
      clearTimeout(timer);
      if (task !== null) cancel(task);
    };
  }, [key, isSound]);
  return { ...answered, isCounting: isSound && of !== key };
}

import { useEffect, useState } from 'react';
import type { DocumentRow } from '../../../shared/api/documents.ts';
import { foldText, foldWords } from '../../../shared/text/folding.ts';
import { orNotice } from '../../actions/ask.ts';
import { client } from '../../state/client.ts';
import { currentProject } from '../../state/records.ts';

const most = 6;
/** Milliseconds without a key before the program is asked. */
const rest = 80;

type Answer = { query: string; rows: readonly DocumentRow[] };

/**
 * The first articles of a name, outlet or date. Until the program has answered what is typed now, those of the answer before
 * stay that still fit.
 */
export function useDocuments(query: string): { rows: readonly DocumentRow[]; isKnown: boolean } {
  const [answer, setAnswer] = useState<Answer>({ query: '', rows: [] });
  const filter = query.trim();
  const isAsked = filter !== '' && currentProject() !== null;
  useEffect(() => {
    if (!isAsked) return;
    let isWanted = true;
    const ask = async (): Promise<void> => {
      const page = await orNotice(() => client().call('documents.list', { filter, offset: 0, limit: most }));
      if (isWanted) setAnswer({ query: filter, rows: page?.rows ?? [] });
    };
    const timer = setTimeout(() => void ask(), rest);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [filter, isAsked]);
  if (!isAsked) return { rows: [], isKnown: true };
  if (answer.query === filter) return { rows: answer.rows, isKnown: true };
  const words = foldWords(filter);
  const fits = ({ name, site }: DocumentRow): boolean => {
    const text = foldText(`${name} ${site}`);
    return words.every((word) => text.includes(word));
  };
  return { rows: answer.rows.filter(fits), isKnown: false };
}

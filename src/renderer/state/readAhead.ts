import type { Answer } from '../../shared/api/contract.ts';
import { AppError } from '../../shared/errors.ts';
import type { Id } from '../../shared/model/records.ts';
import { fetchText } from '../transport/texts.ts';
import { client } from './client.ts';
import { useRecords } from './records.ts';

/** A document as it is asked for, with its text. */
export type Asked = { text: string; answer: Answer<'documents.open'> };

/** The document after another one, asked for before anybody wants it. */
type Ahead = { from: Id; seq: number | null; coder: Id | null; next: Id | null; asked: Asked | null };

/** Texts of more characters are not asked for ahead. */
const longest = 200_000;
/** Milliseconds that a document is open before the next one is asked for. */
const rest = 60;

let ahead: Ahead | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;

/** What is known ahead holds only while nothing has changed since, and for the same coder. */
function known(): Ahead | null {
  const { seq, status } = useRecords.getState();
  return ahead?.seq === seq && ahead.coder === (status?.coder?.id ?? null) ? ahead : null;
}

/** Asks for a document; the text is on its way while the core gathers the codings. */
export async function askDocument(document: Id): Promise<Asked> {
  const [text, answer] = await Promise.all([
    fetchText(document),
    client().call('documents.open', { document, text: false }),
  ]);
  return { text, answer };
}

/** What `askDocument` would answer, if it was asked for ahead. */
export function askedAhead(document: Id): Asked | null {
  const found = known();
  return found?.next === document ? found.asked : null;
}

/** The document after this one, null when it is the last; undefined when that is not known ahead. */
export function nextReadAhead(document: Id): Id | null | undefined {
  const found = known();
  return found?.from === document ? found.next : undefined;
}

export function forgetAhead(): void {
  clearTimeout(timer);
  ahead = null;
}

/** Asks for the document after the open one, once that has been open for a moment. */
export function readAhead(from: Id): void {
  clearTimeout(timer);
  timer = setTimeout(() => void ask(from), rest);
}

async function ask(from: Id): Promise<void> {
  const { seq, status } = useRecords.getState();
  const coder = status?.coder?.id ?? null;
  const isWanted = (): boolean => {
    const now = useRecords.getState();
    return now.open?.document.id === from && now.opening === null && now.seq === seq;
  };
  try {
    const next = isWanted()
      ? await client().call('documents.neighbour', { document: from, step: 1, uncoded: false })
      : null;
    if (!isWanted()) return;
    ahead = { from, seq, coder, next, asked: null };
    if (next === null) return;
    const answer = await client().call('documents.open', { document: next, text: false });
    if (!isWanted() || answer.document.characters > longest) return;
    const text = await fetchText(next);
    if (isWanted()) ahead = { from, seq, coder, next, asked: { text, answer } };
  } catch (error) {
    ahead = null;
    // Whoever wants the document asks again, and is told what is wrong.
    if (!(error instanceof AppError)) throw error;
  }
}

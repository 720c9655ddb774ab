import { AppError } from '../../../../shared/errors.ts';
import type { Id } from '../../../../shared/model/records.ts';
import type { WordEnds } from '../../../../shared/text/words/runs.ts';
import { hasUnspaced } from '../../../../shared/text/words/segments.ts';
import { afterFrame } from '../../../state/afterFrame.ts';
import { client } from '../../../state/client.ts';
import { wordPieces } from './wordPieces.ts';
import type { WordPieces } from './wordPieces.ts';

/** The text on screen: its words are kept as long as it is. `at`: where it is read. */
type Shown = { document: Id; text: string; pieces: WordPieces; at: number; state: 'waiting' | 'asking' | 'complete' };

let shown: Shown | null = null;

function shownOf(document: Id, text: string): Shown {
  // A corrected text is another text, and its words are asked for anew.
  if (shown?.document === document && shown.text === text) return shown;
  shown = { document, text, pieces: wordPieces(text), at: 0, state: 'waiting' };
  return shown;
}

/**
 * The words of the document's text in scripts that set no blanks between them, as far as the core has said. One text has them
 * at a time.
 */
export function knownWords(document: Id, text: string): WordEnds {
  return shownOf(document, text).pieces.ends;
}

/**
 * Asks for the words that are not known yet, piece by piece, those at `offset` first; nothing is asked of a text without such
 * scripts. It begins once the text has been drawn. Asked again, it goes on, from the new offset if there is one.
 */
export function askWords(document: Id, text: string, offset?: number): void {
  const asked = shownOf(document, text);
  asked.at = offset ?? asked.at;
  if (asked.state !== 'waiting') return;
  asked.state = 'asking';
  afterFrame(() => void ask(asked));
}

async function ask(asked: Shown): Promise<void> {
  const { document, text, pieces } = asked;
  try {
    while (shown === asked) {
      const piece = pieces.missing(asked.at);
      if (!piece) {
        asked.state = 'complete';
        return;
      }
      const { start, end } = piece;
      if (hasUnspaced(text, start, end)) {
        const { ends } = await client().call('documents.words', { document, start, end });
        pieces.take(piece, ends);
      } else {
        pieces.take(piece, []);
        await new Promise((resolve) => setTimeout(resolve)); // keys come before what a long text has no need of
      }
    }
  } catch (error) {
    // Until they are asked for again, letters of one script are a word.
    asked.state = 'waiting';
    if (!(error instanceof AppError)) throw error;
  }
}

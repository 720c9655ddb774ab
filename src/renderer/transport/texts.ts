import { wireErrorSchema } from '../../shared/api/events.ts';
import { AppError, errorFromWire } from '../../shared/errors.ts';
import type { ErrorCode } from '../../shared/errors.ts';
import type { Id } from '../../shared/model/records.ts';
import { said } from '../../shared/words/message.ts';
import { keyHeaders } from './pageKey.ts';

/**
 * The frozen text of a document, from the host of this window. Rejects with `internal` (`details.connection` is `lost`) when
 * the program cannot be reached, and with what the program answers.
 */
export async function fetchText(document: Id): Promise<string> {
  const response = await ask(document);
  if (response.ok) return response.text();
  const answer: unknown = await response.json();
  const error = wireErrorSchema.parse((answer as { error?: unknown }).error); // parsed here, whatever it is
  throw errorFromWire({ ...error, code: error.code as ErrorCode }); // the program's own word
}

async function ask(document: Id): Promise<Response> {
  try {
    return await fetch(`/texts/${document}`, { headers: keyHeaders() });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new AppError('internal', said('transport.notFetched', { reason }), { connection: 'lost' });
  }
}

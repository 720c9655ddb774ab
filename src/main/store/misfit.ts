import { AppError } from '../../shared/errors.ts';
import { said } from '../../shared/words/message.ts';

/** Records are not as the journal says: something else than Galley changed the file. */
export function misfit(what: string): AppError {
  return new AppError('file-damaged', said('store.misfit', { what }));
}

import { AppError } from '../../shared/errors.ts';

/** Records are not as the journal says: something else than Galley changed the file. */
export function misfit(what: string): AppError {
  return new AppError(
    'file-damaged',
    `This cannot be done: the project file is damaged, and its records are not as its journal says (${what}). Verify the project, then restore a backup.`,
  );
}

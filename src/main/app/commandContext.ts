import type { Store } from '../store/database.ts';
import type { Tallies } from '../store/tallies.ts';
import type { Coder, Id } from '../../shared/model/records.ts';

/** What a command may use, inside its one transaction. */
export type CommandContext = {
  readonly store: Store;
  readonly tallies: Tallies;
  /** Milliseconds since 1970, the same throughout one command. */
  readonly now: number;
  newId(): Id;
  /** Who acts. Writes the coder's record when the project has none yet. Throws `no-coder` when nobody said who codes. */
  coder(): Coder;
  /** Who acts, if anybody said so. Writes nothing. */
  readonly acting: Coder | null;
  /** Who acts, if a blind round gives them any document. */
  readonly blind: Id | undefined;
  /** Whether a blind round gives the document to whoever acts: then the work of others there is not theirs to see. */
  isBlindIn(document: Id): boolean;
};

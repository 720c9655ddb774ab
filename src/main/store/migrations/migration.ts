import type { Database } from 'better-sqlite3';

/** How far a step that takes long is; `total` is of units of its own. */
export type MigrationProgress = (done: number, total: number) => void;

/** One step from a file version to the next. Once shipped, never edited. */
export type Migration = {
  /** The file version after this step, 1 and up without gaps (`PRAGMA user_version`). */
  version: number;
  slug: string;
  sql: string;
  /**
   * The tables and indexes of a file of this version, as `shapeOf` (`store/verifyShape.ts`) sums them up: one that is just so needs
   * no closer look. Where it is left out every opening makes the tables once more to compare them.
   */
  shape?: string;
  /** What cannot be said in SQL; runs behind it, in the same transaction. */
  run?(db: Database, progress: MigrationProgress): void;
};

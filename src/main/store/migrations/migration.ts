/** One step from a file version to the next. Once shipped, never edited. */
export type Migration = {
  /** The file version after this step, 1 and up without gaps (`PRAGMA user_version`). */
  version: number;
  slug: string;
  sql: string;
};

import type { z } from 'zod';
import type { ExclusiveSet } from '../../../shared/model/codebook.ts';
import { depthFault } from '../../../shared/model/codeTree.ts';
import { codeNameSchema, pathSeparator } from '../../../shared/model/records.ts';
import type { Id, patternSchema } from '../../../shared/model/records.ts';
import type { AnswerValue, Choice, Level, Scope, ShowIf } from '../../../shared/model/variables.ts';
import type { Message } from '../../../shared/words/message.ts';
import { EntryFault, schemaFault } from './faults.ts';

export type Pattern = z.output<typeof patternSchema>;

/** Where an example stands: a document by its name, and half-open offsets in Unicode code points of its text. */
export type ExampleAnchor = { document: string; start: number; end: number };

/** The words of an example; `anchor` is null where they are not taken from a document (or the file cannot say it). */
export type ExampleEntry = { quote: string; anchor: ExampleAnchor | null };

/**
 * One code as a codebook file describes it. A key that is absent says nothing: the file has no such column, or leaves
 * the choice to Galley.
 */
export type CodebookEntry = {
  /** The code's id, for formats that write one (REFI-QDA); no reader gives it: files name a code by its path. */
  id?: Id;
  /** Names from the top level down, at least one. */
  path: string[];
  definition?: string;
  include?: string;
  exclude?: string;
  examples?: ExampleEntry[];
  hue?: number;
  pattern?: Pattern;
  /** The digit that applies the code; null: it has none. */
  key?: string | null;
  archived?: boolean;
  /** Name of the set of mutually exclusive codes that it belongs to; null: none. */
  exclusiveSet?: string | null;
};

/** Mutually exclusive codes, by the set's name. */
export type SetEntry = { name: string; rule: ExclusiveSet['rule'] };

/** What tells variables apart: a name is one of its kind within its scope, and within its code. */
export type VariableName = { scope: Scope; code: string[] | null; name: string };

/** A rule as in the records, with variables by name in place of ids. */
export type ShowIfEntry = {
  match: ShowIf['match'];
  tests: { variable: VariableName; is: ShowIf['tests'][number]['is']; value: number | string }[];
};

/** One variable as a codebook file describes it: always whole, with the plain value where a file is silent. */
export type VariableEntry = VariableName & {
  label: string;
  help: string;
  level: Level;
  choices: Choice[];
  required: boolean;
  minimum: number | null;
  maximum: number | null;
  showIf: ShowIfEntry | null;
  /** As in the records, except that an `entity` variable has the entity's name here. */
  fallback: AnswerValue | null;
  entityList: string;
  archived: boolean;
};

/** What a variable is when nothing more is said of it. */
export const plainVariable = {
  label: '',
  help: '',
  choices: [],
  required: false,
  minimum: null,
  maximum: null,
  showIf: null,
  fallback: null,
  entityList: '',
  archived: false,
} as const;

/** A whole codebook. Codes in tree order when Galley writes it; `sets` has every set that a code names. */
export type CodebookFile = {
  codes: CodebookEntry[];
  sets: SetEntry[];
  variables: VariableEntry[];
  /** What of a foreign file was taken in another way than it is written, a line for each; absent: nothing. */
  changes?: string[];
};

/** The levels of a path as files write it, joined by ` / `. Throws EntryFault with what is wrong with it. */
export function parsePath(path: string): string[] {
  const levels = path.replace(/\s+/gu, ' ').trim().split(pathSeparator);
  const fault = depthFault(levels);
  if (fault !== null) throw new EntryFault(fault);
  return levels.map((level) => {
    const name = codeNameSchema.safeParse(level);
    if (!name.success) throw schemaFault(name.error);
    return name.data;
  });
}

/** A path as files write it. */
export function joinPath(path: readonly string[]): string {
  return path.join(pathSeparator);
}

/** Where something stands in its file, as people count there: `row 3` of a table, `code 2` of a list, `line 7`. */
export type Placed<T> = { place: Message; entry: T };
export type PlacedEntry = Placed<CodebookEntry>;

/** What was read from a file, before it is checked as a whole. */
export type PlacedFile = {
  codes: Placed<CodebookEntry>[];
  sets: Placed<SetEntry>[];
  variables: Placed<VariableEntry>[];
};

import type { Id } from '../../../../shared/model/records.ts';
import type { Answer, AnswerValue, WorkStatus } from '../../../../shared/model/variables.ts';
import type { OffsetConverter } from '../../../../shared/text/offsets.ts';

/** A coding as tables take it. Offsets in UTF-16 code units, moments in milliseconds since 1970 UTC. */
export type CodingRecord = {
  id: Id;
  code: Id;
  coder: Id;
  start: number;
  end: number;
  memo: string;
  created: number;
  modified: number;
};

/** A document's text, read when it is first needed. */
export type TextOfDocument = { content: string; converter: OffsetConverter };

/** One document with all that its rows are made of. Only work that the table's filters let through is among it. */
export type DocumentWork = {
  /** The document's name, or its id where names repeat. */
  label: string;
  id: Id;
  /** Length in code points. */
  characters: number;
  language: string;
  /** What is known of the article, by variable, as it is written. */
  facts: ReadonlyMap<Id, string>;
  /** By start, end and code: those of one passage with one code follow each other. */
  codings: readonly CodingRecord[];
  /** Answers of coders, about the article and about passages. */
  answers: readonly Pick<Answer, 'annotation' | 'variable' | 'coder' | 'state' | 'value'>[];
  /** Coders whose work the table shows here, in the project's order of coders. */
  coders: readonly Id[];
  /** Those of them who have begun: they coded, answered, or said how far they are. */
  begun: ReadonlySet<Id>;
  statuses: ReadonlyMap<Id, WorkStatus>;
  /** Facts as rules see them. */
  factValues: ReadonlyMap<Id, AnswerValue>;
  text(): TextOfDocument;
};

/** A part of a text: half-open, in UTF-16 code units; `number` counts from 1 within the document. */
export type Stretch = { start: number; end: number; number: number };

/** What one row is about. */
export type UnitRow = {
  work: DocumentWork;
  /** The paragraph, sentence or coded passage; null: the whole document. */
  stretch: Stretch | null;
  /** The codings in the unit, of `coders`: those that touch it; for codings and statements, those that are it. */
  codings: readonly CodingRecord[];
  /** Whose work the row shows: one coder where coders are rows, else all of them. */
  coders: readonly Id[];
};

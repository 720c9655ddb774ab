import type { Database } from 'better-sqlite3';
import { checkValue, readValue, writeValue } from '../../../shared/model/answers.ts';
import type { Id } from '../../../shared/model/records.ts';
import type { Answer, AnswerKey, Level, Variable } from '../../../shared/model/variables.ts';
import { idToBytes } from '../ids.ts';
import { prepare } from '../statements.ts';
import { findEntity } from './entity.ts';
import { deleteRow, recordInserter, recordReader, recordUpdater } from './record.ts';
import type { Row } from './record.ts';

type AnswerRow = Row & { level: Level };

const reader = recordReader('answer');
const columns = `${reader.columns}, variable.level AS level`;
const source = 'answer JOIN variable ON variable.id = answer.variable';

function toAnswer(row: AnswerRow): Answer {
  const answer = reader.read(row);
  // As it is written; one that is not of its variable's level, as only a damaged file has it, is shown as the text that stands there.
  const text = String(answer.value);
  return { ...answer, value: answer.state === 'given' ? (readValue(row.level, text) ?? text) : null };
}

/** A coder's answer; undefined for an id that is unknown or an article fact's. */
export function findAnswer(db: Database, id: Id): Answer | undefined {
  const row = prepare<AnswerRow>(db, `SELECT ${columns} FROM ${source} WHERE answer.id = ? AND coder IS NOT NULL`).get(
    idToBytes(id),
  );
  return row && toAnswer(row);
}

/**
 * The columns without a join. SQLite plans a join with a parameter in a partial index anew for every value (it has STAT4),
 * which takes several times as long as finding one row.
 */
const columnsOfOne = columns.replace('variable.level', '(SELECT level FROM variable WHERE id = answer.variable)');

/** The answer that is there to a question: of the article by this coder, or of a passage. */
export function answerTo(db: Database, { document, annotation, variable }: AnswerKey, coder: Id): Answer | undefined {
  const row =
    annotation === null
      ? prepare<AnswerRow>(
          db,
          `SELECT ${columnsOfOne} FROM answer
           WHERE document = ? AND variable = ? AND coder = ? AND annotation IS NULL`,
        ).get(idToBytes(document), idToBytes(variable), idToBytes(coder))
      : prepare<AnswerRow>(db, `SELECT ${columnsOfOne} FROM answer WHERE annotation = ? AND variable = ?`).get(
          idToBytes(annotation),
          idToBytes(variable),
        );
  return row && toAnswer(row);
}

/** SQL for the answers of coders in a document, in two parts so that each has an index. */
export const answersInDocument = `
  SELECT ${columns} FROM ${source} WHERE document = ? AND coder IS NOT NULL AND annotation IS NULL
  UNION ALL
  SELECT ${columns} FROM ${source} WHERE document = ? AND annotation IS NOT NULL`;

/** Answers of all coders for an article and for its passages. */
export function answersOfDocument(db: Database, document: Id): Answer[] {
  const key = idToBytes(document);
  return prepare<AnswerRow>(db, answersInDocument).all(key, key).map(toAnswer);
}

const insert = recordInserter('answer');
const update = recordUpdater('answer', {
  but: ['document', 'annotation', 'variable', 'coder'],
  also: ['modified'],
});

/** An answer with its value as it is kept. */
function written(answer: Answer): Answer {
  return { ...answer, value: answer.value === null ? '' : writeValue(answer.value) };
}

/** Whether a value as it is written is one that the variable may have now. */
export function fitsVariable(db: Database, variable: Variable, text: string): boolean {
  const value = readValue(variable.level, text);
  return value !== undefined && !('fault' in checkValue(variable, value, (id) => findEntity(db, id)));
}

export function insertAnswer(db: Database, answer: Answer, now: number): void {
  insert(db, written(answer), { created: now, modified: now });
}

/** Writes state, value, evidence and version of an answer that is there already. */
export function updateAnswer(db: Database, answer: Answer, now: number): void {
  update(db, written(answer), { modified: now });
}

export function deleteAnswer(db: Database, id: Id): void {
  deleteRow(db, 'answer', id);
}

/** Answers to a variable, article facts among them. */
export function countAnswersTo(db: Database, variable: Id): number {
  return (
    prepare<{ n: number }>(db, 'SELECT count(*) AS n FROM answer WHERE variable = ?').get(idToBytes(variable))?.n ?? 0
  );
}

/** The different values, as they are written, of what coders answered to a variable, with how often each occurs. */
export function valuesGiven(db: Database, variable: Id): { value: string; n: number }[] {
  return prepare<{ value: string; n: number }>(
    db,
    `SELECT value, count(*) AS n FROM answer
     WHERE variable = ? AND coder IS NOT NULL AND value <> '' GROUP BY value`,
  ).all(idToBytes(variable));
}

export function deleteAnswersTo(db: Database, variable: Id): void {
  prepare(db, 'DELETE FROM answer WHERE variable = ?').run(idToBytes(variable));
}

/** Removes all answers of a document: its facts and what coders answered. In parts, so that each has an index. */
export function deleteAnswersOfDocument(db: Database, document: Id): void {
  const key = idToBytes(document);
  prepare(db, 'DELETE FROM answer WHERE document = ? AND annotation IS NOT NULL').run(key);
  prepare(db, 'DELETE FROM answer WHERE document = ? AND coder IS NOT NULL AND annotation IS NULL').run(key);
  prepare(db, 'DELETE FROM answer WHERE document = ? AND coder IS NULL').run(key);
}

import { readWritten } from '../../../shared/model/answers.ts';
import { compareIds, idSchema } from '../../../shared/model/records.ts';
import type { Id } from '../../../shared/model/records.ts';
import type { AnswerState, AnswerValue, Variable } from '../../../shared/model/variables.ts';
import { findNamed } from '../../../shared/text/folding.ts';
import { said } from '../../../shared/words/message.ts';
import type { Message } from '../../../shared/words/message.ts';
import { readAnswerTable } from '../../formats/codebook/answers/table.ts';
import type { WrittenAnswer } from '../../formats/codebook/answers/table.ts';
import { FaultList } from '../../formats/codebook/faults.ts';
import type { Store } from '../../store/database.ts';
import { atOneMoment } from '../../store/oneMoment.ts';
import { openReader } from '../../store/openReader.ts';
import { findEntity, findEntityByName } from '../../store/rows/entity.ts';
import { listVariables } from '../../store/rows/variable.ts';
import type { JobContext } from '../../workers/job.ts';
import { documentFinder } from './namedDocument.ts';
import { inFile, readUtf8 } from './readText.ts';

/** An answer for a whole article that fits its variable. */
export type ReadAnswer = { document: Id; variable: Id; state: AnswerState; value: AnswerValue | null };

/**
 * Reads answers from a table and holds each against the project. They come document by document, as the file keeps them: to
 * write them so takes a fraction of the time that jumping about in it does. Throws AppError `file-damaged` that tells the first fault
 * with its row and (`details.faults`) all of them, a line each, or those of reading a file.
 */
export function readAnswersJob(input: { project: string; path: string }, context: JobContext): ReadAnswer[] {
  const table = inFile(input.path, () => readAnswerTable(readUtf8(input.path)));
  const db = openReader(input.project);
  try {
    return inFile(input.path, () => atOneMoment(db, () => check(db, table, context)));
  } finally {
    db.close();
  }
}

/** Rows between two looks at the cancel flag. */
const stride = 500;

function check(db: Store['db'], table: readonly WrittenAnswer[], context: JobContext): ReadAnswer[] {
  const documentOf = remember(documentFinder(db));
  const variables = listVariables(db);
  const variableOf = remember((name) => findOneVariable(variables, name));
  const given = new Map<string, number>();
  const faults = new FaultList();
  const answers: ReadAnswer[] = [];
  table.forEach((written, index) => {
    if (index % stride === 0) context.checkpoint();
    context.progress(index, table.length);
    const place = said('codebookFiles.row', { row: written.row });
    const document = documentOf(written.document);
    const variable = variableOf(written.variable);
    if ('fault' in document) faults.add(place, document.fault);
    if ('fault' in variable) faults.add(place, variable.fault);
    if ('fault' in document || 'fault' in variable) return;
    const key = `${document.found} ${variable.found.id}`;
    const before = given.get(key);
    if (before !== undefined) {
      const { name } = variable.found;
      faults.add(place, said('exchange.answeredTwice', { variable: name, document: written.document, row: before }));
      return;
    }
    given.set(key, written.row);
    const answer = readAnswer(db, variable.found, written.value);
    if ('fault' in answer)
      faults.add(place, said('exchange.badAnswer', { variable: variable.found.name, fault: answer.fault }));
    else answers.push({ document: document.found, variable: variable.found.id, ...answer });
  });
  faults.throwIfAny();
  return answers.sort((a, b) => compareIds(a.document, b.document));
}

type Found<T> = { found: T } | { fault: Message };

function remember<T>(find: (name: string) => Found<T>): (name: string) => Found<T> {
  const known = new Map<string, Found<T>>();
  return (name) => {
    let found = known.get(name);
    if (!found) known.set(name, (found = find(name)));
    return found;
  };
}

/** By its name, or by its id: of the questions that are asked for a whole article. */
function findOneVariable(variables: readonly Variable[], name: string): Found<Variable> {
  const asked = variables.filter(({ scope }) => scope === 'document');
  const variable = findNamed(asked, name, (one) => one.name) ?? asked.find((one) => one.id === name);
  if (!variable) {
    const other = variables.find((one) => one.name === name);
    if (!other) return { fault: said('exchange.noVariable', { name }) };
    return {
      fault: other.scope === 'fact' ? said('exchange.isFact', { name }) : said('exchange.isOfPassages', { name }),
    };
  }
  return variable.archived ? { fault: said('exchange.archived', { name }) } : { found: variable };
}

/** The states that a table can name in place of a value. A value that is itself called so comes first. */
const states: Readonly<Record<string, AnswerState>> = {
  '(absent)': 'absent',
  '(not applicable)': 'not-applicable',
};

function readAnswer(
  db: Store['db'],
  variable: Variable,
  written: string,
): Omit<ReadAnswer, 'document' | 'variable'> | { fault: string | Message } {
  const state = states[written.trim().toLowerCase()];
  if (state !== undefined) return { state, value: null };
  if (written.trim() === '') {
    return { fault: said('exchange.noValue') };
  }
  const read = readWritten(
    variable,
    written,
    (id) => (idSchema.safeParse(id).success ? findEntity(db, id) : undefined),
    (list, name) => findEntityByName(db, list, name),
  );
  return 'fault' in read ? read : { state: 'given', value: read.value };
}

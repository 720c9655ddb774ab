import { columnsWords } from '#words/core/columns.ts';
import { buildCodeTree } from '../../../shared/model/codeTree.ts';
import type { Id } from '../../../shared/model/records.ts';
import type { Answer, Entity, Variable } from '../../../shared/model/variables.ts';
import type {
  AnnotatedDocument,
  AnnotationAnswer,
  AnnotationCode,
  AnnotationCoder,
} from '../../formats/annotations/corpus.ts';
import { hueColour } from '../../formats/annotations/hues.ts';
import { codingsInDocument, documentLanguage } from '../../store/corpusQueries.ts';
import type { CorpusAnnotation } from '../../store/corpusQueries.ts';
import type { Store } from '../../store/database.ts';
import type { DocumentHead } from '../../store/exportQueries.ts';
import { answersOfDocument } from '../../store/rows/answer.ts';
import { listCodes } from '../../store/rows/code.ts';
import { listCoders } from '../../store/rows/coder.ts';
import { textContent } from '../../store/rows/content.ts';
import { listEntities } from '../../store/rows/entity.ts';
import { factTexts } from '../../store/rows/fact.ts';
import { linksOfDocument } from '../../store/rows/link.ts';
import { listVariables } from '../../store/rows/variable.ts';

/** Which codings are wanted. */
export type WantedAnnotation = (coding: Pick<CorpusAnnotation, 'id'>) => boolean;

/** What the documents of a project share, read once. */
export type Corpus = {
  db: Store['db'];
  codes: ReadonlyMap<Id, AnnotationCode>;
  coders: ReadonlyMap<Id, AnnotationCoder>;
  variables: ReadonlyMap<Id, Variable>;
  entities: ReadonlyMap<Id, Entity>;
};

export function readCorpus(db: Store['db']): Corpus {
  const nodes = [...buildCodeTree(listCodes(db)).nodes.values()];
  return {
    db,
    codes: new Map(
      nodes.map(({ code: { id, name, definition, hue, pattern }, path }) => [
        id,
        { id, path, name, definition, colour: hueColour(hue), pattern },
      ]),
    ),
    coders: new Map(listCoders(db).map((coder) => [coder.id, coder])),
    variables: new Map(listVariables(db).map((variable) => [variable.id, variable])),
    entities: new Map(listEntities(db).map((entity) => [entity.id, entity])),
  };
}

/** A document with the codings that are wanted, what was answered about them, and the links between them. */
export function readAnnotatedDocument(corpus: Corpus, head: DocumentHead, wanted: WantedAnnotation): AnnotatedDocument {
  const { db } = corpus;
  const codings = codingsInDocument(db, head.id).filter(wanted);
  const kept = new Set(codings.map(({ id }) => id));
  const answers = answersByAnnotation(answersOfDocument(db, head.id));
  return {
    id: head.id,
    name: head.name,
    text: textContent(db, head.text),
    ...documentLanguage(db, head.id),
    facts: factsOf(corpus, head.id),
    annotations: codings.map(({ code, coder, ...coding }) => ({
      ...coding,
      code: known(corpus.codes, code),
      coder: known(corpus.coders, coder),
      answers: answersInOrder(corpus, answers.get(coding.id) ?? []),
    })),
    links: linksOfDocument(db, head.id).filter(({ source, target }) => kept.has(source) && kept.has(target)),
  };
}

function answersByAnnotation(answers: readonly Answer[]): ReadonlyMap<Id, Answer[]> {
  const grouped = new Map<Id, Answer[]>();
  for (const answer of answers) {
    if (answer.annotation === null) continue;
    const list = grouped.get(answer.annotation);
    if (list) list.push(answer);
    else grouped.set(answer.annotation, [answer]);
  }
  return grouped;
}

function factsOf({ db, variables }: Corpus, document: Id): AnnotatedDocument['facts'] {
  const values = factTexts(db, document);
  return [...variables.values()].flatMap(({ id, scope, name, label }) => {
    const value = scope === 'fact' ? values.get(id) : undefined;
    return value === undefined ? [] : [{ variable: name, label, value }];
  });
}

/** In the order of the variables, so that the order in which they were given never shows. */
function answersInOrder(corpus: Corpus, answers: readonly Answer[]): AnnotationAnswer[] {
  return answers
    .map((answer) => ({ answer, variable: known(corpus.variables, answer.variable) }))
    .sort((a, b) => a.variable.position - b.variable.position || (a.variable.id < b.variable.id ? -1 : 1))
    .map(({ answer, variable }) => ({
      variable: variable.name,
      label: variable.label,
      value: inWords(corpus, variable, answer),
      ...(typeof answer.value === 'number' && { code: answer.value }),
    }));
}

function inWords({ entities }: Corpus, variable: Variable, { state, value }: Answer): string {
  if (value === null) return state === 'absent' ? columnsWords.absent : columnsWords.notApplicable;
  const labelled = (number: number): string =>
    variable.choices.find((choice) => choice.value === number)?.label ?? String(number);
  if (typeof value === 'number') return labelled(value);
  if (Array.isArray(value)) return value.map(labelled).join('; ');
  return variable.level === 'entity' ? (entities.get(value)?.name ?? value) : value;
}

/** Foreign keys promise that the record is there. */
function known<T>(records: ReadonlyMap<Id, T>, id: Id): T {
  const record = records.get(id);
  if (record === undefined) throw new Error(`no record ${id}`);
  return record;
}

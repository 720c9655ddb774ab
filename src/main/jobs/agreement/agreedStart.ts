import { writeValue } from '../../../shared/model/answers.ts';
import type { Id } from '../../../shared/model/records.ts';
import type { Answer } from '../../../shared/model/variables.ts';
import type { Store } from '../../store/database.ts';
import { atOneMoment } from '../../store/oneMoment.ts';
import { lastEntry } from '../../store/rows/entry.ts';
import { openReader } from '../../store/openReader.ts';
import { passagesOf } from '../../store/agreementQueries.ts';
import type { Passage } from '../../store/agreementQueries.ts';
import { answersOfDocument } from '../../store/rows/answer.ts';
import { listVariables } from '../../store/rows/variable.ts';
import type { JobContext } from '../../workers/job.ts';
import { countedAnswers } from './countedAnswers.ts';
import type { CountedAnswers } from './countedAnswers.ts';
import { readCorpus } from './readCorpus.ts';
import type { CorpusChoice } from './readCorpus.ts';

export type AgreedStartInput = Pick<CorpusChoice, 'round' | 'documents'> & { project: string };

type Said = Pick<Answer, 'variable' | 'state' | 'value'>;

/** What all coders of an article agree on: codings with the answers about them, and answers for the article. */
export type AgreedDocument = {
  document: Id;
  codings: { code: Id; start: number; end: number; answers: Said[] }[];
  answers: Said[];
};

/** All that is agreed on, and the number of the journal entry at which it was so. */
export type AgreedWork = { entry: number; documents: AgreedDocument[] };

/** Finds what all coders agree on, in the articles that two or more took part in. Order of articles and texts. */
export function agreedStartJob(input: AgreedStartInput, context: JobContext): AgreedWork {
  const db = openReader(input.project);
  try {
    return atOneMoment(db, () => {
      const { round, documents: only } = input;
      const { documents } = readCorpus(db, { round, documents: only }).corpus;
      const variables = listVariables(db).filter(({ scope }) => scope === 'document');
      const counted = variables.map((variable) => ({ id: variable.id, answerOf: countedAnswers(db, variable) }));
      let done = 0;
      const agreed = [...documents].map(([document, coders]) => {
        context.checkpoint();
        context.progress(done++, documents.size);
        return { document, codings: codingsIn(db, document, coders), answers: answersIn(document, coders, counted) };
      });
      return { entry: lastEntry(db), documents: agreed };
    });
  } finally {
    db.close();
  }
}

const sameAs = (a: Pick<Said, 'state' | 'value'>, b: Pick<Said, 'state' | 'value'> | undefined): boolean =>
  a.state === b?.state &&
  (a.value === null || b.value === null ? a.value === b.value : writeValue(a.value) === writeValue(b.value));

function answersIn(
  document: Id,
  [first, ...others]: readonly Id[],
  counted: readonly { id: Id; answerOf: CountedAnswers }[],
): Said[] {
  return counted.flatMap(({ id, answerOf }) => {
    const given = first === undefined ? undefined : answerOf(document, first);
    if (!given || !others.every((coder) => sameAs(given, answerOf(document, coder)))) return [];
    return [{ variable: id, state: given.state, value: given.value }];
  });
}

function codingsIn(db: Store['db'], document: Id, coders: readonly Id[]): AgreedDocument['codings'] {
  const places = new Map<string, Passage[]>();
  for (const passage of passagesOf(db, document)) {
    if (!coders.includes(passage.coder)) continue;
    const key = `${passage.code} ${passage.start} ${passage.end}`;
    const alike = places.get(key);
    if (alike) alike.push(passage);
    else places.set(key, [passage]);
  }
  const agreed = [...places.values()].filter(
    (alike) => new Set(alike.map(({ coder }) => coder)).size === coders.length,
  );
  if (agreed.length === 0) return [];
  const answers = new Map<Id, Answer[]>();
  for (const answer of answersOfDocument(db, document)) {
    if (answer.annotation !== null) answers.set(answer.annotation, [...(answers.get(answer.annotation) ?? []), answer]);
  }
  return agreed.flatMap((alike) => {
    const [first, ...others] = alike;
    if (!first) return [];
    const { code, start, end } = first;
    const said = (answers.get(first.id) ?? []).filter((one) =>
      others.every(({ id }) =>
        sameAs(
          one,
          answers.get(id)?.find(({ variable }) => variable === one.variable),
        ),
      ),
    );
    return [{ code, start, end, answers: said.map(({ variable, state, value }) => ({ variable, state, value })) }];
  });
}

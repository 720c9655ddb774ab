import type { Database } from 'better-sqlite3';
import type { Variable } from '../../shared/model/variables.ts';
import { utf16 } from '../../shared/text/offsets.ts';
import { newId } from './ids.ts';
import { findAnnotation } from './rows/annotation.ts';
import {
  answersOfDocument,
  answerTo,
  deleteAnswer,
  deleteAnswersTo,
  insertAnswer,
  updateAnswer,
} from './rows/answer.ts';
import { currentVersion } from './rows/codebookVersion.ts';
import { deleteEntity, findEntity, insertEntity, updateEntity } from './rows/entity.ts';
import { beginWork, deleteProgress, findProgress, writeProgress } from './rows/progress.ts';
import { deleteVariable, findVariable, insertVariable, updateVariable } from './rows/variable.ts';
import type { ActTools } from './testRecordActs.ts';

const question: Omit<Variable, 'id' | 'name'> = {
  scope: 'document',
  code: null,
  label: 'How “loud”?',
  help: 'a\nb',
  level: 'ratio',
  choices: [{ value: 99, label: 'cannot tell', missing: true, help: '' }],
  required: true,
  minimum: -0.1,
  maximum: 1e21,
  showIf: null,
  fallback: 0.1,
  entityList: '',
  archived: false,
  position: 0,
};

type Acts = Record<string, () => void>;

/** Acts on variables, answers, entries of lists and progress, for the journal's tests. */
export function formActs(db: Database, tools: ActTools): Acts {
  const list = [variableActs, answerActs, otherActs].flatMap((acts) => Object.values(acts(db, tools)));
  // Several at once: they need one another, and leave the other acts their share of the steps.
  const some = (): void => {
    for (let times = 3; times > 0; times--) list[Math.floor(tools.random() * list.length)]?.();
  };
  return { form: some, formAgain: some };
}

function variableActs(db: Database, { random, word, all, withOne }: ActTools): Acts {
  return {
    ask: () => insertVariable(db, { ...question, id: newId(), name: word() }, 1),
    askOfPassages: () =>
      withOne(all('code'), (code) =>
        insertVariable(db, { ...question, id: newId(), name: word(), scope: 'passage', code, level: 'text' }, 1),
      ),
    askOtherwise: () =>
      withOne(all('variable'), (id) => {
        const variable = findVariable(db, id);
        if (!variable || variable.scope === 'fact') return;
        const test = { variable: id, is: 'equal', value: 'x' } as const;
        const showIf = random() < 0.5 ? { match: 'all' as const, tests: [test] } : null;
        updateVariable(db, { ...variable, name: word(), showIf, fallback: null, archived: random() < 0.3 });
      }),
    askNoMore: () =>
      withOne(all('variable'), (id) => {
        deleteAnswersTo(db, id);
        deleteVariable(db, id);
      }),
  };
}

function answerActs(db: Database, { random, word, all, withOne }: ActTools): Acts {
  return {
    answer: () =>
      withOne(all('document'), (document) =>
        withOne(all('coder'), (coder) =>
          withOne(all('variable'), (variable) => {
            if (findVariable(db, variable)?.scope !== 'document') return;
            const key = { document, annotation: null, variable };
            const evidence = [{ start: utf16(0), end: utf16(3) }];
            const before = answerTo(db, key, coder);
            const answer = {
              ...key,
              coder,
              state: 'given' as const,
              value: random() * 1e9,
              evidence,
              version: currentVersion(db),
            };
            if (before) updateAnswer(db, { ...answer, id: before.id, state: 'absent', value: null }, 4);
            else insertAnswer(db, { ...answer, id: newId() }, 2);
          }),
        ),
      ),
    answerPassage: () =>
      withOne(all('annotation'), (id) =>
        withOne(all('variable'), (variable) => {
          const annotation = findAnnotation(db, id);
          if (!annotation || findVariable(db, variable)?.scope !== 'passage') return;
          const { document, coder } = annotation;
          const said = { state: 'given', value: word(), evidence: [], version: 0 } as const;
          insertAnswer(db, { id: newId(), document, annotation: id, variable, coder, ...said, evidence: [] }, 2);
        }),
      ),
    unanswer: () =>
      withOne(all('document'), (document) => {
        const answer = answersOfDocument(db, document)[0];
        if (answer) deleteAnswer(db, answer.id);
      }),
  };
}

function otherActs(db: Database, { random, word, all, withOne }: ActTools): Acts {
  return {
    listEntry: () => insertEntity(db, { id: newId(), list: 'People', name: word(), attributes: { role: word() } }, 1),
    changeEntry: () =>
      withOne(all('entity'), (id) => {
        const entity = findEntity(db, id);
        if (entity && random() < 0.6) updateEntity(db, { ...entity, name: word(), attributes: {} });
        else deleteEntity(db, id);
      }),
    begin: () =>
      withOne(all('document'), (document) => withOne(all('coder'), (coder) => beginWork(db, document, coder, 1))),
    progress: () =>
      withOne(all('progress'), (id) => {
        const progress = findProgress(db, id);
        if (progress && random() < 0.7) writeProgress(db, { ...progress, status: 'set-aside', reason: word() }, 6);
        else deleteProgress(db, id);
      }),
  };
}

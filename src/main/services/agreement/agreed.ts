import { agreementWords } from '#words/core/agreement.ts';
import { AppError } from '../../../shared/errors.ts';
import { said } from '../../../shared/words/message.ts';
import type { Coder, Id } from '../../../shared/model/records.ts';
import { utf16 } from '../../../shared/text/offsets.ts';
import type { CommandContext } from '../../app/commandContext.ts';
import type { Handlers } from '../../app/handlers.ts';
import type { AgreedDocument } from '../../jobs/agreement/agreedStart.ts';
import { agreementJobs } from '../../jobs/agreement/jobs.ts';
import { lastEntry } from '../../store/rows/entry.ts';
import { workOfCoder } from '../../store/agreementQueries.ts';
import { insertAnnotation, sameAnnotation } from '../../store/rows/annotation.ts';
import { answerTo, insertAnswer } from '../../store/rows/answer.ts';
import { currentVersion } from '../../store/rows/codebookVersion.ts';
import { agreedCoder } from '../../store/rows/coder.ts';
import { countDisagreements } from '../../store/rows/disagreement.ts';
import { documentText } from '../../store/rows/document.ts';
import { beginWork } from '../../store/rows/progress.ts';
import { blindCoder, refuseBlind } from '../coding/blindCoder.ts';
import { ensureAgreedCoder } from './disagreements.ts';

/** So often the articles are read anew when the project was changed meanwhile. */
const mostReadings = 5;

/** The agreed version: what is right by the judgement of all coders, or of the person who settled it. */
export const agreedHandlers = {
  'agreed.read': (context) => {
    const { sight, session } = context;
    const { db } = context.store;
    const seenBy = blindCoder(context);
    const known = agreedCoder(db);
    const coder = known && sight.seesAgreed(session.coder()) ? known : null;
    const work = coder ? workOfCoder(db, coder.id, seenBy) : { documents: 0, codings: 0, answers: 0 };
    return {
      coder,
      ...work,
      open: countDisagreements(db, { resolved: false, seenBy }),
      resolved: countDisagreements(db, { resolved: true, seenBy }),
    };
  },
  'agreed.start': async (context, { round, documents }) => {
    const { session } = context;
    if (blindCoder({ session, sight: session.open().sight }) !== undefined) {
      refuseBlind(said('agreement.notTakenOver'));
    }
    context.label(agreementWords.takingOver);
    for (let more = mostReadings - 1; ; more--) {
      const found = await context.jobs.run(
        agreementJobs.startAgreed,
        { project: context.store.path, round, documents },
        { signal: context.signal, progress: (done, total) => context.progress(done, total) },
      );
      if (found.documents.length === 0) {
        throw new AppError('bad-input', said('agreement.nothingToAgreeOn'));
      }
      // People go on working: what they agreed on when it was read need not be what they agree on now.
      if (lastEntry(context.store.db) !== found.entry && more > 0) continue;
      return context.commit('agreed.start', (command) => {
        if (lastEntry(command.store.db) !== found.entry) throw changedMeanwhile();
        const output = takeOver(command, found.documents);
        return { values: { codings: output.codings, answers: output.answers }, output };
      });
    }
  },
} satisfies Partial<Handlers>;

function takeOver(
  context: CommandContext,
  found: readonly AgreedDocument[],
): { coder: Coder; documents: number; codings: number; answers: number } {
  const { db } = context.store;
  const coder = ensureAgreedCoder(context);
  let codings = 0;
  let answers = 0;
  for (const { document, ...agreed } of found) {
    const text = documentText(db, document);
    if (text === undefined) throw changedMeanwhile();
    beginWork(db, document, coder.id, context.now);
    for (const { code, start, end, answers: about } of agreed.codings) {
      const place = { document, code, coder: coder.id, start: utf16(start), end: utf16(end) };
      if (sameAnnotation(db, place) !== undefined) continue;
      const id = context.newId();
      insertAnnotation(db, { ...place, id, memo: '' }, text.slice(start, end), context.now);
      codings += 1;
      answers += writeAnswers(context, coder, { document, annotation: id }, about);
    }
    answers += writeAnswers(context, coder, { document, annotation: null }, agreed.answers);
  }
  return { coder, documents: found.length, codings, answers };
}

function writeAnswers(
  { store, newId, now }: CommandContext,
  coder: Coder,
  about: { document: Id; annotation: Id | null },
  said: AgreedDocument['answers'],
): number {
  const version = currentVersion(store.db);
  const missing = said.filter(({ variable }) => !answerTo(store.db, { ...about, variable }, coder.id));
  for (const one of missing) {
    insertAnswer(store.db, { id: newId(), ...about, ...one, coder: coder.id, evidence: [], version }, now);
  }
  return missing.length;
}

/** What coders agree on was read before the transaction began. */
function changedMeanwhile(): AppError {
  return new AppError('conflict', said('agreement.changedMeanwhile'));
}

import { actWords } from '#words/lists.ts';
import { corpusWords } from '#words/core/corpus.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Id, Source } from '../../../shared/model/records.ts';
import type { Acted } from '../../../shared/words/act.ts';
import { said } from '../../../shared/words/message.ts';
import type { Message } from '../../../shared/words/message.ts';
import { warningInWords } from '../../../shared/words/warning.ts';
import type { KeptWarning } from '../../../shared/words/warning.ts';
import type { CommandContext } from '../../app/commandContext.ts';
import type { Handlers, TaskContext } from '../../app/handlers.ts';
import { importJobs } from '../../jobs/import/jobs.ts';
import type { ReadAgainOutput } from '../../jobs/import/readAgain.ts';
import type { Store } from '../../store/database.ts';
import { answersOfDocument } from '../../store/rows/answer.ts';
import { storeText } from '../../store/rows/content.ts';
import { disagreementsOfDocument } from '../../store/rows/disagreement.ts';
import { documentSource, documentTextRow, keptWarnings, noteReading } from '../../store/rows/document.ts';
import { placedAnnotations, placedExamples } from '../../store/rows/place.ts';
import { listTextVersions, replaceText } from '../../store/rows/textVersion.ts';
import { requireText } from '../coding/annotations.ts';
import { onlyCoder, refuseBlind } from '../coding/blindCoder.ts';
import { requireDocument } from './documents.ts';
import { refuseReadOnly } from './stagedFiles.ts';

/** Warnings that say what of a page is in its text: those of the new reading take the place of the earlier ones. */
const aboutParts: ReadonlySet<string> = new Set([
  'passage-left-out',
  'menus-left-out',
  'whole-page',
  'several-articles',
  'readings-left-out',
]);

/** Web pages whose text was read too narrowly: what was left out comes in afterwards, as another text. */
export const keepLeftOutHandlers = {
  'texts.keepLeftOut': async (context, { document, wholePage = false }) => {
    const { store, jobs, signal } = context;
    const { name } = requireDocument(store, document);
    context.label(actWords['texts.keepLeftOut']({ name }));
    refuseReadOnly(store);
    if (isBlind(context, document)) refuseKeeping(name);
    requireWebPage(store, document, name);
    refuseWorkedOn(store, document, name);
    const row = documentTextRow(store.db, document);
    const options = { formatOptions: { html: wholePage ? { wholePage } : { leftOut: true } } };
    const read = await jobs.run(importJobs.readAgain, { project: store.path, document, options }, { signal });
    const write = (command: CommandContext): Acted<'texts.keepLeftOut', ReturnType<typeof keep>> => {
      requireDocument(store, document);
      if (command.isBlindIn(document)) refuseKeeping(name);
      refuseWorkedOn(store, document, name);
      if (documentTextRow(store.db, document) !== row) throw changedMeanwhile(name);
      return { values: { name }, output: keep(command, document, name, read) };
    };
    return context.commit('texts.keepLeftOut', write, 'texts.correct');
  },
} satisfies Partial<Handlers>;

function isBlind({ session }: TaskContext, document: Id): boolean {
  return onlyCoder({ session, sight: session.open().sight }, document) !== undefined;
}

function refuseKeeping(name: string): never {
  refuseBlind(said('corpus.blindKeeping', { name }));
}

function requireWebPage(store: Store, document: Id, name: string): Source {
  const source = documentSource(store.db, document);
  if (source?.importer === 'html') return source;
  throw new AppError('bad-input', said('corpus.noWebPage', { name }), { document });
}

/** Throws `conflict` where anything stands on the text as it is: it would lose its place unasked. */
function refuseWorkedOn({ db }: Store, document: Id, name: string): void {
  const work = workOn(db, document);
  if (work === undefined) return;
  throw new AppError('conflict', said('corpus.workedOn', { name, work }), { document });
}

function workOn(db: Store['db'], document: Id): Message | undefined {
  if (placedAnnotations(db, document).length > 0) return said('corpus.hasCodings');
  if (answersOfDocument(db, document).some(({ evidence }) => evidence.length > 0)) return said('corpus.hasEvidence');
  if (placedExamples(db, document).length > 0) return said('corpus.hasExample');
  if (disagreementsOfDocument(db, document).some(({ span }) => span !== null)) return said('corpus.hasDisagreement');
  if (listTextVersions(db, document).length > 0) return said('corpus.hasOtherText');
  return undefined;
}

function changedMeanwhile(name: string): AppError {
  return new AppError('conflict', said('corpus.changedMeanwhile', { name }));
}

function keep(context: CommandContext, document: Id, name: string, read: ReadAgainOutput) {
  const { store, acting, now, newId } = context;
  const { db } = store;
  const before = requireText(store, document);
  if (read.content === before) throw new AppError('bad-input', said('corpus.nothingLeftOut', { name }), { document });
  const { content, sha256, codePoints, importerVersion } = read;
  const text = storeText(db, { content, sha256, codePoints });
  const reason = corpusWords.keptLeftOut;
  replaceText(db, { id: newId(), document, text, reason, coder: acting && context.coder().id }, now);
  requireWebPage(store, document, name);
  const warnings = warningsNow(keptWarnings(db, document), read.warnings);
  noteReading(db, document, { importerVersion, warnings });
  const [version] = listTextVersions(db, document);
  return { before: version?.characters ?? 0, characters: codePoints, warnings: warnings.map(warningInWords) };
}

function warningsNow(before: readonly KeptWarning[], read: readonly KeptWarning[]): KeptWarning[] {
  return [...before.filter(({ code }) => !aboutParts.has(code)), ...read.filter(({ code }) => aboutParts.has(code))];
}

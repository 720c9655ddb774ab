import { AppError } from '../../../shared/errors.ts';
import type { Id, Source, Warning } from '../../../shared/model/records.ts';
import type { CommandContext } from '../../app/commandContext.ts';
import type { Handlers, TaskContext } from '../../app/handlers.ts';
import { importJobs } from '../../jobs/import/jobs.ts';
import type { ReadAgainOutput } from '../../jobs/import/readAgain.ts';
import type { Store } from '../../store/database.ts';
import { answersOfDocument } from '../../store/rows/answer.ts';
import { storeText } from '../../store/rows/content.ts';
import { disagreementsOfDocument } from '../../store/rows/disagreement.ts';
import { documentSource, documentTextRow, noteReading } from '../../store/rows/document.ts';
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
    context.label(labelOf(name));
    refuseReadOnly(store);
    if (isBlind(context, document)) refuseKeeping(name);
    requireWebPage(store, document, name);
    refuseWorkedOn(store, document, name);
    const row = documentTextRow(store.db, document);
    const options = { formatOptions: { html: wholePage ? { wholePage } : { leftOut: true } } };
    const read = await jobs.run(importJobs.readAgain, { project: store.path, document, options }, { signal });
    return context.commit((command) => {
      requireDocument(store, document);
      if (command.isBlindIn(document)) refuseKeeping(name);
      refuseWorkedOn(store, document, name);
      if (documentTextRow(store.db, document) !== row) throw changedMeanwhile(name);
      return { label: labelOf(name), output: keep(command, document, name, read) };
    }, 'texts.correct');
  },
} satisfies Partial<Handlers>;

function labelOf(name: string): string {
  return `Keep what was left out of “${name}”`;
}

function isBlind({ session }: TaskContext, document: Id): boolean {
  return onlyCoder({ session, sight: session.open().sight }, document) !== undefined;
}

function refuseKeeping(name: string): never {
  refuseBlind(`You code “${name}” blind. Its text stays as it is, for others may have coded it.`);
}

function requireWebPage(store: Store, document: Id, name: string): Source {
  const source = documentSource(store.db, document);
  if (source?.importer === 'html') return source;
  throw new AppError('bad-input', `“${name}” was not read from a web page: nothing was left out of it.`, { document });
}

/** Throws `conflict` where anything stands on the text as it is: it would lose its place unasked. */
function refuseWorkedOn({ db }: Store, document: Id, name: string): void {
  const work = workOn(db, document);
  if (work === undefined) return;
  throw new AppError(
    'conflict',
    `“${name}” ${work}, so its text is not read anew. Correct its text; or remove the article, import the page again, and keep what is left out before anybody works on it.`,
    { document },
  );
}

function workOn(db: Store['db'], document: Id): string | undefined {
  if (placedAnnotations(db, document).length > 0) return 'has codings';
  if (answersOfDocument(db, document).some(({ evidence }) => evidence.length > 0))
    return 'has answers that point at passages of it';
  if (placedExamples(db, document).length > 0) return 'has an example in it';
  if (disagreementsOfDocument(db, document).some(({ span }) => span !== null)) return 'has a disagreement marked in it';
  if (listTextVersions(db, document).length > 0) return 'has been corrected or read anew already';
  return undefined;
}

function changedMeanwhile(name: string): AppError {
  return new AppError('conflict', `The text of “${name}” was changed meanwhile, so it is not read anew.`);
}

function keep(context: CommandContext, document: Id, name: string, read: ReadAgainOutput) {
  const { store, acting, now, newId } = context;
  const { db } = store;
  const before = requireText(store, document);
  if (read.content === before) throw new AppError('bad-input', `Nothing was left out of “${name}”.`, { document });
  const { content, sha256, codePoints, importerVersion } = read;
  const text = storeText(db, { content, sha256, codePoints });
  const reason = 'What was left out of the web page was kept.';
  replaceText(db, { id: newId(), document, text, reason, coder: acting && context.coder().id }, now);
  const warnings = warningsNow(requireWebPage(store, document, name).warnings, read.warnings);
  noteReading(db, document, { importerVersion, warnings });
  const [version] = listTextVersions(db, document);
  return { before: version?.characters ?? 0, characters: codePoints, warnings };
}

function warningsNow(before: readonly Warning[], read: readonly Warning[]): Warning[] {
  return [...before.filter(({ code }) => !aboutParts.has(code)), ...read.filter(({ code }) => aboutParts.has(code))];
}

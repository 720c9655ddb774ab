import { corpusWords } from '#words/core/corpus.ts';
import { actWords } from '#words/lists.ts';
import type { ImportReport } from '../../../shared/api/imports.ts';
import type { Id } from '../../../shared/model/records.ts';
import { warningInWords } from '../../../shared/words/warning.ts';
import type { CommandContext } from '../../app/commandContext.ts';
import type { Handlers } from '../../app/handlers.ts';
import type { Store } from '../../store/database.ts';
import { documentsOfOriginals } from '../../store/rows/content.ts';
import { insertDocument, insertImport, nextDocumentPosition } from '../../store/rows/document.ts';
import { writeFact } from '../../store/rows/fact.ts';
import type { Staging } from '../../store/rows/staging.ts';
import { checkStaged, refusedTwin, refuseReadOnly, stageFiles, withStaging } from './stagedFiles.ts';
import type { StagedDocument, StagedFile } from './stagedFiles.ts';

type Refusal = ImportReport['refused'][number];

/** Leaves out the files that another import brought into the project while this one was reading. */
function withoutTwins(store: Store, staged: readonly StagedDocument[]): { fresh: StagedDocument[]; twins: Refusal[] } {
  const names = documentsOfOriginals(store.db, [...new Set(staged.map(({ content }) => content.original))]);
  if (names.size === 0) return { fresh: [...staged], twins: [] };
  const twins = new Map<StagedFile, Refusal>();
  for (const { file, content } of staged) {
    const name = names.get(content.original);
    if (name !== undefined) twins.set(file, refusedTwin(file.file.shownAs, name));
  }
  return { fresh: staged.filter(({ file }) => !twins.has(file)), twins: [...twins.values()] };
}

/** Makes the documents. What it writes belongs to one command. */
function writeRecords(context: CommandContext, staged: readonly StagedDocument[], about: ImportAbout): Id[] {
  const { store, now } = context;
  if (staged.length === 0) return [];
  const entry = { id: context.newId(), coder: null, ...about };
  insertImport(store.db, entry, now);
  let position = nextDocumentPosition(store.db);
  return staged.map(({ file, document, content }) => {
    const id = context.newId();
    insertDocument(
      store.db,
      {
        id,
        name: document.name,
        position: position++,
        ...content,
        import: entry.id,
        path: file.file.shownAs,
        importer: file.importer,
        importerVersion: file.importerVersion,
        encoding: document.encoding,
        encodingSource: document.encodingSource,
        lineEnds: document.lineEnds,
        warnings: document.warnings,
        language: document.language ?? '',
        direction: document.direction,
      },
      now,
    );
    for (const [name, value] of Object.entries(document.facts)) writeFact(store.db, id, name, value, now);
    return id;
  });
}

type ImportAbout = { program: string; options: object };

function reportOf(ids: readonly Id[], staged: readonly StagedDocument[]): ImportReport['documents'] {
  return staged.flatMap(({ file, document, codePoints }, index) => {
    const id = ids[index];
    if (id === undefined) return [];
    const { encoding, encodingSource, lineEnds, warnings } = document;
    const path = file.file.shownAs;
    return [
      {
        id,
        name: document.name,
        path,
        characters: codePoints,
        encoding,
        encodingSource,
        lineEnds,
        bytes: file.size,
        warnings: warnings.map(warningInWords),
      },
    ];
  });
}

/** Makes documents of what was staged, but for files that have come into the project meanwhile. */
function importStaged(
  command: CommandContext,
  staging: Staging,
  { staged, refused }: { staged: readonly StagedDocument[]; refused: readonly Refusal[] },
  about: ImportAbout,
): ImportReport {
  const { fresh, twins } = withoutTwins(command.store, staged);
  checkStaged(staging, fresh);
  const ids = writeRecords(command, fresh, about);
  staging.keep();
  return { documents: reportOf(ids, fresh), refused: [...refused, ...twins] };
}

export const importHandlers = {
  'imports.start': async (task, { files, ...options }) => {
    refuseReadOnly(task.store);
    task.label(corpusWords.importing);
    return withStaging(task, async (context) => {
      const found = await stageFiles(context, {
        files,
        options,
        label: (documents) => actWords['imports.start']({ documents }),
      });
      if (found.staged.length === 0) return { documents: [], refused: found.refused };
      return context.commit('imports.start', (command) => {
        const about = { program: `Galley ${context.platform.version}`, options };
        const output = importStaged(command, context.staging, found, about);
        return { values: { documents: output.documents.length }, output };
      });
    });
  },
} satisfies Partial<Handlers>;

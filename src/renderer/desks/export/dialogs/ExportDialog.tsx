import { useCallback, useEffect, useState } from 'react';
import { exportTable } from '#words/window/exportTable.ts';
import { strings } from '#words/window/frame.ts';
import { exportFormatSchema } from '../../../../shared/api/exports.ts';
import type { FileRef } from '../../../../shared/api/files.ts';
import type { Recipe } from '../../../../shared/api/recipes.ts';
import { inBackground } from '../../../actions/ask.ts';
import { exportPlace } from '../../../actions/replacing.ts';
import { Button } from '../../../components/Button.tsx';
import { Dialog } from '../../../components/Dialog.tsx';
import { FolderField } from '../../../parts/FolderField.tsx';
import { isPathOpen } from '../../../parts/typedPath.ts';
import { useBlindRound } from '../../../state/blindness.ts';
import { useRecords } from '../../../state/records.ts';
import { openDialog } from '../../../state/ui.ts';
import { exportData } from '../actions/exportData.ts';
import { listRecipes } from '../actions/recipes.ts';
import { ColumnFields } from './ColumnFields.tsx';
import { FilterFields } from './FilterFields.tsx';
import { OtherFormatFields, TableFormatFields } from './FormatFields.tsx';
import { canSplit } from './PartitionField.tsx';
import { Preview } from './Preview.tsx';
import { RecipeBar } from './RecipeBar.tsx';
import { RowFields } from './RowFields.tsx';
import { contentOf, draftOf, firstDraft, isSound, lastDraft, tableOf } from './draft.ts';
import type { BegunExport } from './draft.ts';
import { usePreview } from './usePreview.ts';
import styles from './export.module.css';

/** What is exported, in which formats, to where; with a look at the table before it is written. */
export function ExportDialog({ begun, onClose }: { begun?: BegunExport; onClose: () => void }) {
  const [place, setPlace] = useState(begun?.place ?? null);
  const [draft, setDraft] = useState(begun?.draft ?? firstDraft);
  const [recipes, readRecipes] = useRecipes();
  const [selected, setSelected] = useState<Recipe | null>(begun?.recipe ?? null);
  const variables = useRecords((state) => state.variables);
  const isReadable = isSound(draft, variables);
  const shown = usePreview(tableOf(draft), isReadable);
  const words = strings.export;
  const take = (recipe: Recipe | null): void => {
    setSelected(recipe);
    if (recipe) setDraft(draftOf(recipe));
  };
  const first = useCallback(async () => {
    if (begun) return begun.place;
    const last = await exportPlace();
    // What was chosen the last time, unless something is chosen already.
    if (last) setDraft((now) => (now === firstDraft ? lastDraft(last) : now));
    return last;
  }, [begun]);
  const keepPlace = useCallback((folder: FileRef, label: string) => setPlace({ folder, label }), []);
  const formats = exportFormatSchema.options.filter((format) => draft.formats.includes(format));
  const columns = shown.isCounting ? null : shown.preview;
  const fault = !isReadable ? exportTable.faultyRange : formats.length === 0 ? exportTable.noFormat : null;
  const canExport = place !== null && fault === null && canSplit(draft, columns);
  const run = (): void => {
    if (place === null || isPathOpen()) return;
    const again = (): void => openDialog({ kind: 'export', begun: { draft, recipe: selected, place } });
    inBackground(() => exportData({ folder: place.folder, ...contentOf(draft), formats }, again));
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={words.title}
      lead={words.lead}
      size="large"
      footer={
        <>
          {fault !== null && <p className={styles.fault}>{fault}</p>}
          <Button onPress={onClose}>{strings.common.cancel}</Button>
          <Button variant="primary" isDisabled={!canExport} onPress={run}>
            {words.run}
          </Button>
        </>
      }
    >
      <BlindNote />
      <RecipeBar
        draft={draft}
        canSave={fault === null}
        recipes={recipes}
        selected={selected}
        onSelect={take}
        onChanged={(recipe) => {
          setSelected(recipe);
          inBackground(readRecipes);
        }}
      />
      <div className={styles.groups}>
        <div className={styles.stack}>
          <RowFields draft={draft} onChange={setDraft} />
          {draft.unit !== 'both' && <ColumnFields draft={draft} onChange={setDraft} />}
        </div>
        {draft.unit !== 'both' && <FilterFields draft={draft} onChange={setDraft} />}
        <TableFormatFields draft={draft} onChange={setDraft} preview={columns} />
      </div>
      <Preview shown={shown} note={draft.unit === 'both' ? exportTable.alsoDocuments : null} />
      <div className={styles.groups}>
        <OtherFormatFields draft={draft} onChange={setDraft} />
      </div>
      <div className={styles.folder}>
        <FolderField purpose="export-folder" first={first} onChange={keepPlace} />
      </div>
    </Dialog>
  );
}

/** What the files hold of a blind round. */
function BlindNote() {
  const round = useBlindRound();
  return (
    round && (
      <p role="note" className={styles.blind}>
        {exportTable.blind(round.name)}
      </p>
    )
  );
}

/** The exports that the project keeps, and how to ask for them again. */
function useRecipes(): [readonly Recipe[], () => Promise<void>] {
  const [recipes, setRecipes] = useState<readonly Recipe[]>([]);
  const read = useCallback(async () => setRecipes(await listRecipes()), []);
  useEffect(() => {
    const first = setTimeout(() => inBackground(read), 0);
    return () => clearTimeout(first);
  }, [read]);
  return [recipes, read];
}

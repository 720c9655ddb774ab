import { useCallback, useEffect, useState } from 'react';
import { exportFormatSchema } from '../../../shared/api/exports.ts';
import type { FileRef } from '../../../shared/api/files.ts';
import type { Recipe } from '../../../shared/api/recipes.ts';
import { start } from '../../actions/attempt.ts';
import { exportData } from '../../actions/project.ts';
import { listRecipes } from '../../actions/recipes.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { useBlindRound } from '../../state/blindness.ts';
import { exportTable } from '../../strings/exportTable.ts';
import { strings } from '../../strings/strings.ts';
import { FolderField } from '../FolderField.tsx';
import { ColumnFields } from './ColumnFields.tsx';
import { contentOf, draftOf, firstDraft, previewed } from './draft.ts';
import styles from './export.module.css';
import { OtherFormatFields, TableFormatFields } from './FormatFields.tsx';
import { Preview } from './Preview.tsx';
import { RecipeBar } from './RecipeBar.tsx';
import { RowFields } from './RowFields.tsx';
import { usePreview } from './usePreview.ts';

/** What is exported, in which formats, to where; with a look at the table before it is written. */
export function ExportDialog({ onClose }: { onClose: () => void }) {
  const [folder, setFolder] = useState<FileRef | null>(null);
  const [draft, setDraft] = useState(firstDraft);
  const [recipes, setRecipes] = useState<readonly Recipe[]>([]);
  const [selected, setSelected] = useState<Recipe | null>(null);
  const shown = usePreview(previewed(draft));
  const round = useBlindRound();
  const words = strings.export;
  const read = useCallback(async () => setRecipes(await listRecipes()), []);
  useEffect(() => {
    const first = setTimeout(() => start(read), 0);
    return () => clearTimeout(first);
  }, [read]);
  const take = (recipe: Recipe | null): void => {
    setSelected(recipe);
    if (recipe) setDraft(draftOf(recipe));
  };
  const formats = exportFormatSchema.options.filter((format) => draft.formats.includes(format));
  const canExport = folder !== null && formats.length > 0;
  const run = (): void => {
    if (folder === null) return;
    start(() => exportData({ folder, ...contentOf(draft), formats }));
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={words.title}
      closeLabel={strings.common.close}
      lead={words.lead}
      size="large"
      footer={
        <>
          <Button onPress={onClose}>{strings.common.cancel}</Button>
          <Button variant="primary" isDisabled={!canExport} onPress={run}>
            {words.run}
          </Button>
        </>
      }
    >
      {round && (
        <p role="note" className={styles.blind}>
          {exportTable.blind(round.name)}
        </p>
      )}
      <RecipeBar
        draft={draft}
        recipes={recipes}
        selected={selected}
        onSelect={take}
        onChanged={(recipe) => {
          setSelected(recipe);
          start(read);
        }}
      />
      <div className={styles.groups}>
        <RowFields draft={draft} onChange={setDraft} />
        <ColumnFields draft={draft} onChange={setDraft} />
        <TableFormatFields draft={draft} onChange={setDraft} />
      </div>
      <Preview shown={shown} note={draft.unit === 'both' ? exportTable.alsoDocuments : null} />
      <div className={styles.groups}>
        <OtherFormatFields draft={draft} onChange={setDraft} />
      </div>
      <div className={styles.folder}>
        <FolderField purpose="export-folder" onChange={setFolder} />
      </div>
    </Dialog>
  );
}

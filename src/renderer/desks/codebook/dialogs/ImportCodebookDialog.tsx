import { strings } from '#words/window/frame.ts';
import { importCodebook } from '../../../actions/project.ts';
import { OpenFileDialog } from '../../../parts/OpenFileDialog.tsx';

/** Chooses a codebook to read in. */
export function ImportCodebookDialog({ onClose }: { onClose: () => void }) {
  return (
    <OpenFileDialog
      title={strings.codebook.importTitle}
      purpose="import-codebook"
      onOpen={importCodebook}
      onClose={onClose}
    />
  );
}

import { strings } from '#words/window/frame.ts';
import { inBackground } from '../../../actions/ask.ts';
import { renameProject } from '../../../actions/project.ts';
import { RenameDialog } from '../../../parts/RenameDialog.tsx';

/** Gives the project another name. */
export function RenameProjectDialog({ name, onClose }: { name: string; onClose: () => void }) {
  const save = (text: string): void => inBackground(() => renameProject(text));
  return <RenameDialog title={strings.header.renameTitle} name={name} onSave={save} onClose={onClose} />;
}

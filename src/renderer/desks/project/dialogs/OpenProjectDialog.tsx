import { strings } from '#words/window/frame.ts';
import { openProject } from '../../../actions/project.ts';
import { OpenFileDialog } from '../../../parts/OpenFileDialog.tsx';

/** Chooses a project to open. */
export function OpenProjectDialog({ onClose }: { onClose: () => void }) {
  return (
    <OpenFileDialog title={strings.openProject.title} purpose="open-project" onOpen={openProject} onClose={onClose} />
  );
}

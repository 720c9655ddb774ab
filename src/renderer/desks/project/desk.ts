import type { FileRef } from '../../../shared/api/files.ts';
import type { Problem } from '../../../shared/api/project.ts';
import type { FormatOptions } from '../../../shared/model/importers.ts';
import type { Desk } from '../../parts/desk.ts';
import type { IncomingFile } from '../../state/incoming.ts';
import { useUi } from '../../state/ui.ts';
import { projectBindings } from './actions/projectBindings.ts';
import { CoderDialog } from './dialogs/CoderDialog.tsx';
import { NewProjectDialog } from './dialogs/NewProjectDialog.tsx';
import { OpenProjectDialog } from './dialogs/OpenProjectDialog.tsx';
import { RenameProjectDialog } from './dialogs/RenameProjectDialog.tsx';
import { VerifyDialog } from './dialogs/VerifyDialog.tsx';
import { BackupsDialog } from './dialogs/backups/BackupsDialog.tsx';

declare module '../../state/ui.ts' {
  interface DialogKinds {
    newProject: { files: readonly IncomingFile[]; formatOptions?: FormatOptions };
    openProject: unknown;
    renameProject: { name: string };
    backups: { project: FileRef | null };
    verify: { problems: readonly Problem[] };
  }
}

/** The project file: made, opened, named, verified, brought back from backups; and who works in it. */
export const projectDesk = {
  dialogs: {
    newProject: NewProjectDialog,
    openProject: OpenProjectDialog,
    renameProject: RenameProjectDialog,
    backups: BackupsDialog,
    verify: VerifyDialog,
    coder: CoderDialog,
  },
  actions: projectBindings,
  forget: () => useUi.setState({ verifiedAt: null }),
} satisfies Desk;

import { strings } from '#words/window/frame.ts';
import type { Desk } from '../parts/desk.ts';
import { NoticesDialog } from './NoticesDialog.tsx';
import { OthersWorkDialog } from './OthersWorkDialog.tsx';
import { PaletteDialog } from './palette/PaletteDialog.tsx';
import { ReplaceFilesDialog } from './ReplaceFilesDialog.tsx';
import { editBindings } from './editBindings.ts';
import { HistoryPanel } from './history/HistoryPanel.tsx';
import { KeysDialog } from './keys/KeysDialog.tsx';
import { RunningNote } from './tasks/RunningNote.tsx';
import { TasksPanel } from './tasks/TasksPanel.tsx';
import { viewBindings } from './viewBindings.ts';

declare module '../state/ui.ts' {
  interface DrawerTabNames {
    history: true;
    tasks: true;
  }
  interface DialogKinds {
    palette: unknown;
    keys: unknown;
    notices: unknown;
  }
}

/** What belongs to no desk but to the window itself. */
export const frameDesk = {
  drawerTabs: [
    { id: 'history', label: strings.drawer.history, Content: HistoryPanel },
    { id: 'tasks', label: strings.drawer.tasks, Content: TasksPanel, Note: RunningNote },
  ],
  dialogs: {
    palette: PaletteDialog,
    keys: KeysDialog,
    notices: NoticesDialog,
    othersWork: OthersWorkDialog,
    replaceFiles: ReplaceFilesDialog,
  },
  actions: { ...editBindings, ...viewBindings },
} satisfies Desk;

import { strings } from '#words/window/frame.ts';
import type { ImportReport } from '../../../shared/api/imports.ts';
import type { Id } from '../../../shared/model/records.ts';
import type { Desk } from '../../parts/desk.ts';
import { openName, whileThere } from '../../parts/whileThere.tsx';
import { documentBindings } from './actions/documentBindings.ts';
import { searchBindings } from './actions/searchBindings.ts';
import { ArticlePanel } from './article/ArticlePanel.tsx';
import { ImportDialog } from './dialogs/ImportDialog.tsx';
import { ImportReportDialog } from './dialogs/ImportReportDialog.tsx';
import { RemoveDocumentsDialog } from './dialogs/RemoveDocumentsDialog.tsx';
import { RenameDocumentDialog } from './dialogs/RenameDocumentDialog.tsx';
import { CorrectTextDialog } from './dialogs/correct/CorrectTextDialog.tsx';
import { AssignDialog } from './dialogs/rounds/AssignDialog.tsx';
import { ManyStatusDialog } from './dialogs/rounds/ManyStatusDialog.tsx';
import { RoundsDialog } from './dialogs/rounds/RoundsDialog.tsx';
import { SearchPanel } from './search/SearchPanel.tsx';
import { nothingSought, useSearch } from './state/search.ts';
import { useTextDraft } from './state/textDraft.ts';

declare module '../../state/ui.ts' {
  interface SideTabNames {
    article: true;
  }
  interface DrawerTabNames {
    search: true;
  }
  interface DialogKinds {
    import: unknown;
    importReport: { report: ImportReport; step: string | null };
    renameDocument: { document: Id; name: string };
    removeDocuments: { documents: readonly Id[]; name: string };
    correctText: { document: Id };
    rounds: unknown;
    assign: { documents: readonly Id[] };
    manyStatus: { documents: readonly Id[] };
  }
}

/** The documents: bringing them in, finding them, what is known of them, who codes which. */
export const corpusDesk = {
  sideTabs: [{ id: 'article', label: strings.side.article, Content: ArticlePanel }],
  drawerTabs: [{ id: 'search', label: strings.drawer.search, Content: SearchPanel }],
  dialogs: {
    import: ImportDialog,
    importReport: ImportReportDialog,
    renameDocument: RenameDocumentDialog,
    removeDocuments: RemoveDocumentsDialog,
    correctText: whileThere(CorrectTextDialog, openName),
    rounds: RoundsDialog,
    assign: AssignDialog,
    manyStatus: ManyStatusDialog,
  },
  actions: { ...documentBindings, ...searchBindings },
  forget: () => {
    useTextDraft.setState({ draft: null });
    useSearch.setState(nothingSought);
  },
} satisfies Desk;

import { Highlighter } from 'lucide-react';
import { formStrings } from '#words/window/form.ts';
import { strings } from '#words/window/frame.ts';
import type { Id } from '../../../shared/model/records.ts';
import { shortQuote } from '../../parts/codeFinder/shortQuote.ts';
import type { Desk } from '../../parts/desk.ts';
import { openName, whileThere } from '../../parts/whileThere.tsx';
import { everything, useReaderFilter } from '../../state/readerFilter.ts';
import { ofThisDocument, useSegmentFilter } from '../../state/segmentFilter.ts';
import { useUi } from '../../state/ui.ts';
import { CodesTab } from './CodesTab.tsx';
import { CodingOverlay } from './CodingOverlay.tsx';
import { SegmentsTab } from './SegmentsTab.tsx';
import { saveDrafts } from './actions/answers.ts';
import { codeBindings, goBindings, selectBindings } from './actions/codingBindings.ts';
import { formBindings } from './actions/formBindings.ts';
import { dropGoneSegments, selectNoSegments } from './actions/manySegments.ts';
import { readingBindings } from './actions/readingBindings.ts';
import { SetAsideDialog } from './dialogs/SetAsideDialog.tsx';
import { EntitiesDialog } from './dialogs/entities/EntitiesDialog.tsx';
import { GoToOffsetDialog } from './dialogs/links/GoToOffsetDialog.tsx';
import { TrimDialog } from './dialogs/trim/TrimDialog.tsx';
import { LinkDialog } from './dialogs/links/LinkDialog.tsx';
import { FormPanel } from './form/FormPanel.tsx';
import { ManyPassagesDialog } from './manyPassages/ManyPassagesDialog.tsx';
import type { FoundPassage } from './manyPassages/passages.ts';
import { MemoPanel } from './memo/MemoPanel.tsx';
import { useDrafts } from './state/drafts.ts';
import { useFormFocus } from './state/formFocus.ts';
import { asInTheTexts, useSegmentOrder } from './state/segmentOrder.ts';
import { shutPassage } from './state/passage.ts';
import { useRecentRelations } from './state/recentRelations.ts';

declare module '../../state/ui.ts' {
  interface SideTabNames {
    form: true;
    memo: true;
  }
  interface DialogKinds {
    entities: unknown;
    codePassages: { passages: readonly FoundPassage[] };
    goToOffset: unknown;
    link: { source: Id };
    trim: unknown;
    setAside: { document: Id; reason: string };
  }
}

/** Reading a text and coding it: passages, the form, memos, links. */
export const codingDesk = {
  views: [{ id: 'code', label: strings.views.code, icon: Highlighter, action: null, Content: null }],
  sideTabs: [
    { id: 'codes', label: strings.side.codes, Content: CodesTab },
    { id: 'form', label: formStrings.tab, Content: FormPanel },
    { id: 'memo', label: strings.side.memo, Content: MemoPanel },
  ],
  drawerTabs: [{ id: 'segments', label: strings.drawer.segments, Content: SegmentsTab }],
  dialogs: {
    entities: EntitiesDialog,
    codePassages: ManyPassagesDialog,
    goToOffset: GoToOffsetDialog,
    link: whileThere(LinkDialog, ({ open }, { source }) => {
      const coding = open?.annotations.get(source);
      return coding && shortQuote((open?.text ?? '').slice(coding.start, coding.end), 60);
    }),
    trim: TrimDialog,
    setAside: whileThere<{ document: Id; reason: string; onClose: () => void }>(SetAsideDialog, openName),
  },
  Overlay: CodingOverlay,
  actions: { ...codeBindings, ...selectBindings, ...goBindings, ...formBindings, ...readingBindings },
  tasks: { 'codings.plan': 'unlisted' },
  forget: () => {
    shutPassage();
    useUi.setState({ recentCodes: [] });
    useRecentRelations.setState({ names: [] });
    useDrafts.setState({ drafts: new Map() });
    useFormFocus.setState({ question: null, missing: null });
    useSegmentFilter.setState(ofThisDocument);
    useSegmentOrder.setState(asInTheTexts);
    selectNoSegments();
    useReaderFilter.setState(everything);
  },
  forgetCoder: () => {
    selectNoSegments();
    useUi.setState({ recentCodes: [] });
    useRecentRelations.setState({ names: [] });
    // What somebody wrote and could not be saved is theirs, and so is what they were told that they miss.
    useDrafts.setState({ drafts: new Map() });
    useFormFocus.setState({ question: null, missing: null });
  },
  onChanged: ({ tables }) => dropGoneSegments(tables.annotation),
  onLeave: () => void saveDrafts(),
} satisfies Desk;

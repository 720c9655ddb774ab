import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';
import type { LayoutChangedMeta, PanelImperativeHandle } from 'react-resizable-panels';
import { labelled } from '#words/format.ts';
import { strings } from '#words/window/frame.ts';
import { isDrawerOpen } from '../actions/view.ts';
import { useColumns, useLow } from '../components/useColumns.ts';
import { leaveOnEscape } from '../desks/coding/actions/focusMode.ts';
import { ReaderPanel } from '../desks/coding/reader/ReaderPanel.tsx';
import { DocumentsPanel } from '../desks/corpus/documents/DocumentsPanel.tsx';
import { useRecords } from '../state/records.ts';
import { layoutNumber, rememberLayout, useSettings } from '../state/settings.ts';
import { useUi } from '../state/ui.ts';
import { allViews } from './allDesks.ts';
import { Drawer } from './drawer/Drawer.tsx';
import { Header } from './header/Header.tsx';
import { IncidentNotice } from './incident/IncidentNotice.tsx';
import { SidePanel } from './side/SidePanel.tsx';
import { StatusLine } from './statusLine/StatusLine.tsx';
import { ViewsBar } from './views/ViewsBar.tsx';
import styles from './Workbench.module.css';

/** The window with a project open. */
export function Workbench() {
  return (
    <div className={styles.page}>
      <IncidentNotice />
      <Parts />
    </div>
  );
}

function Parts() {
  const columns = useColumns();
  const view = useUi((state) => state.view);
  const shown = allViews.find(({ id }) => id === view);
  const isAlone = useUi((state) => state.focusMode && state.view === 'code');
  const hasDocument = useRecords((state) => state.open !== null);
  if (isAlone && hasDocument) return <FocusedReader />;
  return (
    <div className={styles.window}>
      <Header />
      <ViewsBar columns={columns} />
      <main aria-label={shown?.label} className={styles.columns}>
        {shown?.Content ? <shown.Content /> : <ColumnsOf count={columns} />}
      </main>
      <StatusLine />
    </div>
  );
}

/** The text with its margin alone, over the line that says what is saved. Escape brings the window back. */
function FocusedReader() {
  useEffect(() => {
    window.addEventListener('keydown', leaveOnEscape);
    return () => window.removeEventListener('keydown', leaveOnEscape);
  }, []);
  return (
    <div className={styles.alone}>
      <main aria-label={strings.views.code} className={styles.grow}>
        <ReaderPanel />
      </main>
      <StatusLine />
    </div>
  );
}

/** Remembers a panel's size when its edge was moved by hand, not when the window left it less room. */
function remember(key: string, panel: PanelImperativeHandle | null, meta: LayoutChangedMeta): void {
  if (meta.isUserInteraction && panel) rememberLayout({ [key]: Math.round(panel.getSize().inPixels) });
}

/** Documents and reader over the drawer, and the coder's panel beside them at full height. */
function Columns() {
  const documents = useRef<PanelImperativeHandle>(null);
  const side = useRef<PanelImperativeHandle>(null);
  return (
    <Group orientation="horizontal" onLayoutChanged={(_, meta) => remember('side', side.current, meta)}>
      <Panel id="main" minSize="541px">
        <WithDrawer>
          <Group orientation="horizontal" onLayoutChanged={(_, meta) => remember('documents', documents.current, meta)}>
            <Panel
              id="documents"
              defaultSize={`${layoutNumber('documents', 272)}px`}
              minSize="180px"
              maxSize="480px"
              groupResizeBehavior="preserve-pixel-size"
              panelRef={documents}
            >
              <DocumentsPanel />
            </Panel>
            <Separator
              className={styles.upright}
              aria-label={labelled(strings.common.resize, strings.views.documents)}
            />
            <Panel id="reader" minSize="360px">
              <ReaderPanel />
            </Panel>
          </Group>
        </WithDrawer>
      </Panel>
      <Separator className={styles.upright} aria-label={labelled(strings.common.resize, strings.views.codes)} />
      <Panel
        id="side"
        defaultSize={`${layoutNumber('side', 320)}px`}
        minSize="220px"
        maxSize="560px"
        groupResizeBehavior="preserve-pixel-size"
        panelRef={side}
      >
        <SidePanel />
      </Panel>
    </Group>
  );
}

/** The text, or the documents, and the codes beside it: the last pair to part as the window becomes narrow. */
function TwoColumns() {
  const pane = useUi((state) => state.pane);
  const side = useRef<PanelImperativeHandle>(null);
  return (
    <Group orientation="horizontal" onLayoutChanged={(_, meta) => remember('sideOfTwo', side.current, meta)}>
      <Panel id="main" minSize="360px">
        <WithDrawer>{pane === 'documents' ? <DocumentsPanel /> : <ReaderPanel />}</WithDrawer>
      </Panel>
      <Separator className={styles.upright} aria-label={labelled(strings.common.resize, strings.views.codes)} />
      <Panel
        id="side"
        defaultSize={`${layoutNumber('sideOfTwo', 260)}px`}
        minSize="180px"
        maxSize="440px"
        groupResizeBehavior="preserve-pixel-size"
        panelRef={side}
      >
        <SidePanel />
      </Panel>
    </Group>
  );
}

/** One column at a time (a small window, or a large zoom). */
function OneColumn() {
  const pane = useUi((state) => state.pane);
  return (
    <WithDrawer>
      {pane === 'documents' ? <DocumentsPanel /> : pane === 'codes' ? <SidePanel /> : <ReaderPanel />}
    </WithDrawer>
  );
}

function ColumnsOf({ count }: { count: 1 | 2 | 3 }) {
  return count === 3 ? <Columns /> : count === 2 ? <TwoColumns /> : <OneColumn />;
}

function WithDrawer({ children }: { children: ReactNode }) {
  const drawer = useRef<PanelImperativeHandle>(null);
  const isLow = useLow();
  useSettings((state) => state.layout.drawerOpen);
  if (!isDrawerOpen())
    return (
      <div className={styles.stack}>
        <div className={styles.grow}>{children}</div>
        <Drawer isOpen={false} />
      </div>
    );
  return (
    <Group orientation="vertical" onLayoutChanged={(_, meta) => remember('drawer', drawer.current, meta)}>
      <Panel id="upper" minSize="120px">
        {children}
      </Panel>
      <Separator className={styles.level} aria-label={labelled(strings.common.resize, strings.drawer.label)} />
      <Panel
        id="drawer"
        defaultSize={`${layoutNumber('drawer', 220)}px`}
        minSize="80px"
        maxSize={isLow ? '35%' : '70%'}
        groupResizeBehavior="preserve-pixel-size"
        panelRef={drawer}
      >
        <Drawer isOpen />
      </Panel>
    </Group>
  );
}

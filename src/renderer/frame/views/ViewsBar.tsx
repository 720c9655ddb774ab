import { FileInput, FileText, Keyboard, List, SlidersHorizontal, Tags } from 'lucide-react';
import { strings } from '#words/window/frame.ts';
import { menuAct } from '../../actions/menus.ts';
import { runAction } from '../../actions/registry.ts';
import { useKeysOf } from '../../actions/shownKeys.ts';
import { stepMeasure } from '../../actions/view.ts';
import { IconButton } from '../../components/IconButton.tsx';
import type { MenuEntry } from '../../components/Menu.tsx';
import { Menu } from '../../components/Menu.tsx';
import type { DeskView } from '../../parts/desk.ts';
import { useSettings } from '../../state/settings.ts';
import { useUi } from '../../state/ui.ts';
import type { Pane } from '../../state/ui.ts';
import { allViews } from '../allDesks.ts';
import styles from './ViewsBar.module.css';

/** The bar at the window's edge: the views, in a narrow window the columns, and what concerns the window as a whole. */
export function ViewsBar({ columns }: { columns: 1 | 2 | 3 }) {
  const view = useUi((state) => state.view);
  return (
    <nav aria-label={strings.views.label} className={styles.bar}>
      {allViews.map((entry) => (
        <ViewButton key={entry.id} view={entry} isOn={view === entry.id} columns={columns} />
      ))}
      {columns < 3 && view === 'code' && <Panes columns={columns} />}
      <span className={styles.space} />
      <IconButton
        label={strings.documents.importFiles.replace('…', '')}
        keys={useKeysOf('import.files')}
        icon={<FileInput />}
        size="large"
        placement="right"
        onPress={() => runAction('import.files')}
      />
      <IconButton
        label={strings.keys.title}
        keys={useKeysOf('help.keys')}
        icon={<Keyboard />}
        size="large"
        placement="right"
        onPress={() => runAction('help.keys')}
      />
      <Appearance />
    </nav>
  );
}

/** Of a view of columns a narrow window shows which column it is at instead. */
function ViewButton({ view, isOn, columns }: { view: DeskView; isOn: boolean; columns: number }) {
  const { id, label, icon: Icon, action, Content } = view;
  const keys = useKeysOf(action ?? undefined);
  return (
    <IconButton
      label={label}
      keys={keys}
      icon={<Icon />}
      size="large"
      placement="right"
      isOn={isOn && !(columns < 3 && Content === null)}
      {...(isOn && { 'aria-current': 'page' as const })}
      onPress={() => (action === null ? useUi.setState({ view: id, pane: 'reader' }) : runAction(action))}
    />
  );
}

/** With room for two columns the codes always stand beside the text or the documents. */
function Panes({ columns }: { columns: number }) {
  const pane = useUi((state) => (columns === 2 && state.pane === 'codes' ? 'reader' : state.pane));
  const all: { id: Pane; label: string; icon: React.ReactNode }[] = [
    { id: 'documents', label: strings.views.documents, icon: <List /> },
    { id: 'reader', label: strings.views.reader, icon: <FileText /> },
    { id: 'codes', label: strings.views.codes, icon: <Tags /> },
  ];
  const panes = all.filter(({ id }) => columns === 1 || id !== 'codes');
  return panes.map(({ id, label, icon }) => (
    <IconButton
      key={id}
      label={label}
      icon={icon}
      size="large"
      placement="right"
      isOn={pane === id}
      onPress={() => useUi.setState({ pane: id })}
    />
  ));
}

function Appearance() {
  const theme = useSettings((state) => state.theme);
  const entries = (): MenuEntry[] => [
    ...(['system', 'light', 'dark'] as const).map((name) => ({
      ...menuAct(`view.theme.${name}`),
      isChecked: theme === name,
    })),
    null,
    menuAct('view.textLarger'),
    menuAct('view.textSmaller'),
    menuAct('view.textReset'),
    null,
    { id: 'wider', label: strings.settings.wider, run: () => stepMeasure(1) },
    { id: 'narrower', label: strings.settings.narrower, run: () => stepMeasure(-1) },
    { id: 'measureReset', label: strings.settings.measureReset, run: () => stepMeasure(0) },
  ];
  return (
    <Menu
      placement="right bottom"
      trigger={
        <IconButton label={strings.settings.label} icon={<SlidersHorizontal />} size="large" placement="right" />
      }
      entries={entries}
    />
  );
}

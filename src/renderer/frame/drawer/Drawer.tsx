import { PanelBottomClose, PanelBottomOpen } from 'lucide-react';
import { openDrawer, toggleDrawer } from '../../actions/view.ts';
import { IconButton } from '../../components/IconButton.tsx';
import { Tabs } from '../../components/Tabs.tsx';
import type { TabEntry } from '../../components/Tabs.tsx';
import { useLater } from '../../components/useLater.tsx';
import { SegmentsTab } from '../../desks/coding/segments/SegmentsTab.tsx';
import { SearchPanel } from '../../desks/corpus/search/SearchPanel.tsx';
import { runningTasks, useTasks } from '../../state/tasks.ts';
import { useUi } from '../../state/ui.ts';
import type { DrawerTab } from '../../state/ui.ts';
import { strings } from '../../strings/strings.ts';
import { HistoryPanel } from '../history/HistoryPanel.tsx';
import { TasksPanel } from '../tasks/TasksPanel.tsx';
import styles from './Drawer.module.css';

/** What lies below the text: segments, search, history and tasks. Shut, it shows the names of its tabs only. */
export function Drawer({ isOpen }: { isOpen: boolean }) {
  const later = useLater();
  const selected = useUi((state) => state.drawerTab);
  const running = useTasks(({ tasks }) => {
    const { newest, more } = runningTasks(tasks);
    return newest ? more + 1 : 0;
  });
  const tab = (id: DrawerTab, content: React.ReactNode, note?: string): TabEntry => ({
    id,
    label: strings.drawer[id],
    note,
    content: isOpen ? later(content) : null,
  });
  return (
    <section data-region="drawer" aria-label={strings.drawer.label} className={styles.drawer} data-open={isOpen}>
      <Tabs
        label={strings.drawer.label}
        variant="plain"
        selected={selected}
        onSelect={(id) => openDrawer(id as DrawerTab)} // the ids given below
        aside={
          <IconButton
            label={isOpen ? strings.drawer.shut : strings.drawer.open}
            icon={isOpen ? <PanelBottomClose /> : <PanelBottomOpen />}
            placement="top"
            aria-expanded={isOpen}
            onPress={toggleDrawer}
          />
        }
        entries={[
          tab('segments', <SegmentsTab />),
          tab('search', <SearchPanel />),
          tab('history', <HistoryPanel />),
          tab('tasks', <TasksPanel />, running > 0 ? String(running) : undefined),
        ]}
      />
    </section>
  );
}

import { PanelBottomClose, PanelBottomOpen } from 'lucide-react';
import { strings } from '#words/window/frame.ts';
import { openDrawer, toggleDrawer } from '../../actions/view.ts';
import { IconButton } from '../../components/IconButton.tsx';
import { Tabs } from '../../components/Tabs.tsx';
import { useLater } from '../../components/useLater.tsx';
import { useUi } from '../../state/ui.ts';
import type { DrawerTab } from '../../state/ui.ts';
import { allDrawerTabs } from '../allDesks.ts';
import styles from './Drawer.module.css';

/** What lies below the text: segments, search, history and tasks. Shut, it shows the names of its tabs only. */
export function Drawer({ isOpen }: { isOpen: boolean }) {
  const later = useLater();
  const selected = useUi((state) => state.drawerTab);
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
        entries={allDrawerTabs.map(({ id, label, Content, Note }) => ({
          id,
          label,
          note: Note && <Note />,
          content: isOpen ? later(<Content />) : null,
        }))}
      />
    </section>
  );
}

import { strings } from '#words/window/frame.ts';
import { Tabs } from '../../components/Tabs.tsx';
import { useLater } from '../../components/useLater.tsx';
import { useUi } from '../../state/ui.ts';
import type { SideTab } from '../../state/ui.ts';
import { allSideTabs } from '../allDesks.ts';
import styles from './SidePanel.module.css';

/** The coder's hand: codes, the memo on the chosen coding, and what is known of the article. */
export function SidePanel() {
  const later = useLater();
  const selected = useUi((state) => state.sideTab);
  return (
    <section data-region="side" aria-label={strings.side.tabs} className={styles.panel}>
      <Tabs
        label={strings.side.tabs}
        selected={selected}
        onSelect={(id) => useUi.setState({ sideTab: id as SideTab })} // the ids given below
        entries={allSideTabs.map(({ id, label, Content }) => ({ id, label, content: later(<Content />) }))}
      />
    </section>
  );
}

import { Tabs } from '../../components/Tabs.tsx';
import { useLater } from '../../components/useLater.tsx';
import { CodesTab } from '../../desks/coding/CodesTab.tsx';
import { FormPanel } from '../../desks/coding/form/FormPanel.tsx';
import { MemoPanel } from '../../desks/coding/memo/MemoPanel.tsx';
import { ArticlePanel } from '../../desks/corpus/article/ArticlePanel.tsx';
import { useUi } from '../../state/ui.ts';
import type { SideTab } from '../../state/ui.ts';
import { formStrings } from '../../strings/form.ts';
import { strings } from '../../strings/strings.ts';
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
        entries={[
          { id: 'codes' satisfies SideTab, label: strings.side.codes, content: later(<CodesTab />) },
          { id: 'form' satisfies SideTab, label: formStrings.tab, content: later(<FormPanel />) },
          { id: 'memo' satisfies SideTab, label: strings.side.memo, content: later(<MemoPanel />) },
          { id: 'article' satisfies SideTab, label: strings.side.article, content: later(<ArticlePanel />) },
        ]}
      />
    </section>
  );
}

import { BookOpenCheck, FilePlus2, FolderOpen } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { strings } from '#words/window/frame.ts';
import { notices } from '#words/window/notices.ts';
import { runAction } from '../../actions/registry.ts';
import { useKeysOf } from '../../actions/shownKeys.ts';
import { Kbd } from '../../components/Kbd.tsx';
import { useRecords } from '../../state/records.ts';
import { RecentProjects } from './RecentProjects.tsx';
import titleStyles from '../../components/sectionTitle.module.css';
import styles from './Welcome.module.css';

/** The window without a project. */
export function Welcome() {
  const words = strings.welcome;
  const version = useRecords((state) => state.status?.version ?? '');
  return (
    <main className={styles.screen}>
      <div className={styles.page}>
        <header className={styles.title}>
          <h1>{strings.app.name}</h1>
          <p>{strings.app.tagline}</p>
        </header>
        <section aria-label={words.start} className={styles.start}>
          <h2 className={titleStyles.title}>{words.start}</h2>
          <Act
            icon={<FilePlus2 />}
            label={words.newProject}
            note={words.newProjectNote}
            keys={useKeysOf('project.new')}
            onPress={() => runAction('project.new')}
          />
          <Act
            icon={<FolderOpen />}
            label={words.open}
            note={words.openNote}
            keys={useKeysOf('project.open')}
            onPress={() => runAction('project.open')}
          />
          <Act
            icon={<BookOpenCheck />}
            label={words.sample}
            note={words.sampleNote}
            onPress={() => runAction('project.openSample')}
          />
        </section>
        <RecentProjects />
        <p className={styles.drop}>{words.drop}</p>
      </div>
      <footer className={styles.version}>
        <span>
          {strings.app.name} {version}
        </span>
        <AriaButton className={styles.notices} onPress={() => runAction('help.notices')}>
          {notices.title}
        </AriaButton>
      </footer>
    </main>
  );
}

type ActProps = { icon: ReactNode; label: string; note: string; keys?: string | undefined; onPress: () => void };

function Act({ icon, label, note, keys, onPress }: ActProps) {
  return (
    <AriaButton className={styles.act} onPress={onPress}>
      <span className={styles.icon} aria-hidden="true">
        {icon}
      </span>
      <span className={styles.words}>
        <span className={styles.label}>{label}</span>
        <span className={styles.note}>{note}</span>
      </span>
      {keys !== undefined && <Kbd keys={keys} />}
    </AriaButton>
  );
}

import { ArchiveRestore, BookOpenCheck, FilePlus2, FolderOpen } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { dayOf } from '#words/format.ts';
import { backupStrings } from '#words/window/backups.ts';
import { strings } from '#words/window/frame.ts';
import { notices } from '#words/window/notices.ts';
import type { Result } from '../../../shared/api/contract.ts';
import { orNotice, inBackground } from '../../actions/ask.ts';
import { openProject } from '../../actions/project.ts';
import { runAction } from '../../actions/registry.ts';
import { useKeysOf } from '../../actions/shownKeys.ts';
import { IconButton } from '../../components/IconButton.tsx';
import { Kbd } from '../../components/Kbd.tsx';
import { client } from '../../state/client.ts';
import { useRecords } from '../../state/records.ts';
import { openDialog } from '../../state/ui.ts';
import titleStyles from '../../components/sectionTitle.module.css';
import styles from './Welcome.module.css';

type Recent = Result<'project.recent'>;

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

function RecentProjects() {
  const [recent, setRecent] = useState<Recent | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void orNotice(() => client().call('project.recent', {})).then((answer) => {
      if (isCurrent && answer) setRecent(answer);
    });
    return () => {
      isCurrent = false;
    };
  }, []);
  return (
    <section aria-label={strings.welcome.recent} className={styles.recent}>
      <h2 className={titleStyles.title}>{strings.welcome.recent}</h2>
      {recent?.length === 0 && <p className={styles.none}>{strings.welcome.noRecent}</p>}
      <ul>
        {recent?.map((project) => (
          <li key={project.file} className={styles.row}>
            <AriaButton
              className={styles.project}
              isDisabled={project.missing}
              onPress={() => inBackground(() => openProject(project.file))}
            >
              <span className={styles.label}>{project.name}</span>
              <time className={styles.note}>{dayOf(project.opened)}</time>
              <span className={styles.folder}>
                {project.missing ? `${strings.welcome.missing} · ${project.folder}` : project.folder}
              </span>
            </AriaButton>
            <IconButton
              label={backupStrings.of(project.name)}
              icon={<ArchiveRestore />}
              placement="left"
              onPress={() => openDialog({ kind: 'backups', project: project.file })}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

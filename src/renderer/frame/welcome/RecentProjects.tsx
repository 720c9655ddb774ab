import { ArchiveRestore, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { dayAndTime, dayOf } from '#words/format.ts';
import { backupStrings } from '#words/window/backups.ts';
import { strings } from '#words/window/frame.ts';
import type { Result } from '../../../shared/api/contract.ts';
import { orNotice, inBackground, send } from '../../actions/ask.ts';
import { openProject } from '../../actions/project.ts';
import { CutText } from '../../components/CutText.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import { client } from '../../state/client.ts';
import { openDialog } from '../../state/ui.ts';
import titleStyles from '../../components/sectionTitle.module.css';
import styles from './Welcome.module.css';

type Recent = Result<'project.recent'>;

/** The projects that were open on this machine, the last one first. */
export function RecentProjects() {
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
  const forget = async ({ file }: Recent[number]): Promise<void> => {
    if (await send('project.forget', { file })) setRecent((now) => now?.filter((one) => one.file !== file) ?? null);
  };
  return (
    <section aria-label={strings.welcome.recent} className={styles.recent}>
      <h2 className={titleStyles.title}>{strings.welcome.recent}</h2>
      {recent?.length === 0 && <p className={styles.none}>{strings.welcome.noRecent}</p>}
      <ul>
        {recent?.map((project) => (
          <li key={project.file} className={styles.row}>
            <RecentProject project={project} onForget={() => inBackground(() => forget(project))} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function RecentProject({ project, onForget }: { project: Recent[number]; onForget: () => void }) {
  const words = strings.welcome;
  const { file, name, opened, missing } = project;
  return (
    <>
      <AriaButton className={styles.project} isDisabled={missing} onPress={() => inBackground(() => openProject(file))}>
        <CutText className={styles.label}>{name}</CutText>{' '}
        <time className={styles.note} title={words.opened(dayAndTime(opened))}>
          {dayOf(opened)}
        </time>{' '}
        <span className={styles.place}>
          {missing && <span className={styles.missing}>{words.missing}</span>}
          {missing && ' '}
          <CutText dir="ltr" className={styles.folder}>
            {placeOf(project)}
          </CutText>
        </span>
      </AriaButton>
      {missing && <IconButton label={words.forget(name)} icon={<X />} placement="left" onPress={onForget} />}
      <IconButton
        label={backupStrings.of(name)}
        icon={<ArchiveRestore />}
        placement="left"
        onPress={() => openDialog({ kind: 'backups', project: file })}
      />
    </>
  );
}

/** The folder; with the file's name where that says more than the project's, as of a copy in the same folder. */
function placeOf({ name, folder, fileName }: Recent[number]): string {
  const separator = folder.includes('\\') ? '\\' : '/';
  if (fileName === `${name}.galley`) return folder;
  return folder.endsWith(separator) ? `${folder}${fileName}` : `${folder}${separator}${fileName}`;
}

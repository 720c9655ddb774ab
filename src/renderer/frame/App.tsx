import { useEffect } from 'react';
import { I18nProvider } from 'react-aria-components';
import { locale } from '#words/format.ts';
import { strings } from '#words/window/frame.ts';
import { useRecords } from '../state/records.ts';
import { useUi } from '../state/ui.ts';
import { Announcer } from './Announcer.tsx';
import { Dialogs } from './Dialogs.tsx';
import { Workbench } from './Workbench.tsx';
import { keepFocus } from './keepFocus.ts';
import { Dropping } from './dropping/Dropping.tsx';
import { Notices } from './notices/Notices.tsx';
import { Welcome } from './welcome/Welcome.tsx';
import styles from './App.module.css';

export function App() {
  const status = useRecords((state) => state.status);
  const isStranger = useUi((state) => state.isStranger);
  const isLost = useUi((state) => state.isLost);
  const name = status?.project?.name;
  useEffect(() => {
    document.title = name === undefined ? strings.app.name : strings.app.titleOf(name);
  }, [name]);
  useEffect(() => keepFocus(), []);
  return (
    <I18nProvider locale={locale}>
      <Dropping>
        {status === null ? (
          <p className={styles.connecting}>{isStranger ? strings.app.stranger : strings.app.connecting}</p>
        ) : status.project === null ? (
          <Welcome />
        ) : (
          <Workbench key={`${status.project.id} ${String(status.project.opening)}`} />
        )}
      </Dropping>
      <Dialogs />
      <Notices />
      <Announcer />
      {isLost && (
        <p role="alert" className={styles.lost}>
          {strings.app.lost}
        </p>
      )}
    </I18nProvider>
  );
}

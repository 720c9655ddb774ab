import { ChevronDown, Search } from 'lucide-react';
import { Button } from 'react-aria-components';
import { initials } from '#words/format.ts';
import { strings } from '#words/window/frame.ts';
import { menuAct, menuOf } from '../../actions/menus.ts';
import { runAction } from '../../actions/registry.ts';
import { useKeysOf } from '../../actions/shownKeys.ts';
import { Kbd } from '../../components/Kbd.tsx';
import { Menu } from '../../components/Menu.tsx';
import { useRecords } from '../../state/records.ts';
import styles from './Header.module.css';

export function Header() {
  const keys = useKeysOf('view.palette');
  const project = useRecords((state) => state.status?.project ?? null);
  return (
    <header className={styles.header}>
      <div className={styles.start}>
        <span className={styles.wordmark}>{strings.app.name}</span>
        {project && (
          <Menu
            trigger={
              <Button className={styles.project} aria-label={strings.header.project(project.name)}>
                <h1>{project.name}</h1>
                <ChevronDown aria-hidden="true" />
              </Button>
            }
            entries={() => [menuAct('project.rename'), null, ...menuOf('file')]}
          />
        )}
        {project?.readOnly === true && (
          <span className={styles.readOnly} title={project.readOnlyReason}>
            {strings.common.readOnly}
          </span>
        )}
      </div>
      <Button className={styles.palette} onPress={() => runAction('view.palette')}>
        <Search aria-hidden="true" />
        <span>{strings.header.palette}</span>
        {keys !== undefined && <Kbd keys={keys} />}
      </Button>
      <div className={styles.end}>
        <CoderChip />
      </div>
    </header>
  );
}

function CoderChip() {
  const coder = useRecords((state) => state.status?.coder ?? null);
  return (
    <Button
      className={styles.coder}
      aria-label={coder ? strings.header.coder(coder.name) : strings.header.noCoder}
      onPress={() => runAction('coder.identify')}
    >
      {coder && <span className={styles.initials} aria-hidden="true" data-initials={initials(coder.name)} />}
      <span className={styles.coderName}>{coder?.name ?? strings.header.noCoder}</span>
    </Button>
  );
}

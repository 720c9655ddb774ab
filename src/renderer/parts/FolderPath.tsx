import { CornerLeftUp } from 'lucide-react';
import { Breadcrumb, Breadcrumbs, Button as AriaButton } from 'react-aria-components';
import { strings } from '#words/window/frame.ts';
import type { FileRef, Listing } from '../../shared/api/files.ts';
import styles from './FileBrowser.module.css';

/** Where the shown folder is, and the way up. */
export function FolderPath({ listing, onEnter }: { listing: Listing; onEnter: (file: FileRef) => void }) {
  const parent = listing.parents.at(-1);
  return (
    <div className={styles.way}>
      <AriaButton
        aria-label={strings.files.parents}
        className={styles.up}
        isDisabled={!parent}
        onPress={() => parent && onEnter(parent.file)}
      >
        <CornerLeftUp aria-hidden="true" />
      </AriaButton>
      <Breadcrumbs aria-label={strings.files.parents} className={styles.crumbs}>
        {listing.parents.slice(-3).map(({ file, name }) => (
          <Breadcrumb key={file} className={styles.crumb}>
            <AriaButton className={styles.parent} onPress={() => onEnter(file)}>
              {name}
            </AriaButton>
          </Breadcrumb>
        ))}
        <Breadcrumb className={styles.crumb}>
          <span className={styles.here}>{lastPart(listing.label)}</span>
        </Breadcrumb>
      </Breadcrumbs>
    </div>
  );
}

function lastPart(path: string): string {
  return path.split(/[\\/]/u).findLast((part) => part !== '') ?? path;
}

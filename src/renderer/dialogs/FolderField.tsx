import { useCallback, useEffect, useState } from 'react';
import type { FilePurpose, FileRef, Listing } from '../../shared/api/files.ts';
import { attempt, start } from '../actions/attempt.ts';
import { chooseNative, hasNativeDialogs } from '../actions/project.ts';
import { Button } from '../components/Button.tsx';
import { client } from '../state/client.ts';
import { strings } from '../strings/strings.ts';
import { FileBrowser } from './FileBrowser.tsx';
import styles from './dialogs.module.css';

export type FolderFieldProps = {
  purpose: Extract<FilePurpose, 'new-project' | 'export-folder' | 'texts-folder'>;
  /** What the folder is for; “Folder” without it. */
  label?: string;
  /** The folder that is chosen; null until it is known. */
  onChange: (folder: FileRef) => void;
};

/** A folder of this machine: the one where projects are kept, until another is chosen. */
export function FolderField({ purpose, label = strings.newProject.folder, onChange }: FolderFieldProps) {
  const [listing, setListing] = useState<Listing | null>(null);
  const [isBrowsing, setIsBrowsing] = useState(false);
  const take = useCallback(
    (found: Listing) => {
      setListing(found);
      onChange(found.folder);
    },
    [onChange],
  );
  const look = useCallback(
    async (folder: FileRef | null): Promise<void> => {
      const found = await attempt(() => client().call('files.browse', { folder, purpose }));
      if (found) take(found);
    },
    [purpose, take],
  );
  useEffect(() => {
    const first = setTimeout(() => void look(null), 0);
    return () => clearTimeout(first);
  }, [look]);
  const change = async (): Promise<void> => {
    if (!hasNativeDialogs()) {
      setIsBrowsing(!isBrowsing);
      return;
    }
    const folder = await chooseNative(purpose);
    if (folder !== null) await look(folder);
  };
  return (
    <div role="group" aria-label={label} className={styles.group}>
      <span className={styles.label}>{label}</span>
      <div className={styles.folder}>
        <span className={styles.path} title={listing?.label}>
          <bdi>{listing?.label ?? ''}</bdi>
        </span>
        <Button onPress={() => start(change)} aria-expanded={isBrowsing}>
          {strings.newProject.change}
        </Button>
      </div>
      {isBrowsing && listing && (
        <div className={styles.browser}>
          <FileBrowser
            purpose={purpose}
            folder={listing.folder}
            onFolder={take}
            onFile={() => undefined}
            onMark={() => undefined}
          />
        </div>
      )}
    </div>
  );
}

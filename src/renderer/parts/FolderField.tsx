import { useCallback, useEffect, useState } from 'react';
import { strings } from '#words/window/frame.ts';
import type { FilePurpose, FileRef, Listing } from '../../shared/api/files.ts';
import { orNotice, inBackground } from '../actions/ask.ts';
import { chooseNative, hasNativeDialogs } from '../actions/project.ts';
import { Button } from '../components/Button.tsx';
import { client } from '../state/client.ts';
import { FileBrowser } from './FileBrowser.tsx';
import styles from './dialogs.module.css';

/** A folder and its path, to show. */
type Place = Pick<Listing, 'folder' | 'label'>;

export type FolderFieldProps = {
  purpose: Extract<FilePurpose, 'new-project' | 'export-folder' | 'texts-folder'>;
  /** What the folder is for; “Folder” without it. */
  label?: string;
  /** What it begins with: a place that need not be there yet; without it, or without an answer, where projects are kept. */
  first?: () => Promise<Place | undefined>;
  /** The folder that is chosen, and its path. */
  onChange: (folder: FileRef, label: string) => void;
};

/** A folder of this machine: the one where projects are kept, until another is chosen. */
export function FolderField({ purpose, label = strings.newProject.folder, first, onChange }: FolderFieldProps) {
  const [listing, setListing] = useState<Place | null>(null);
  const [isBrowsing, setIsBrowsing] = useState(false);
  const take = useCallback(
    (found: Place) => {
      setListing(found);
      onChange(found.folder, found.label);
    },
    [onChange],
  );
  const look = useCallback(
    async (folder: FileRef | null): Promise<void> => {
      const found = await orNotice(() => client().call('files.browse', { folder, purpose }));
      if (found) take(found);
    },
    [purpose, take],
  );
  useEffect(() => {
    const begin = async (): Promise<void> => {
      const place = await first?.();
      if (place) take(place);
      else await look(null);
    };
    const begun = setTimeout(() => inBackground(begin), 0);
    return () => clearTimeout(begun);
  }, [first, look, take]);
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
        <Button onPress={() => inBackground(change)} aria-expanded={isBrowsing}>
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

import { CornerLeftUp, FileText, Folder } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { Breadcrumb, Breadcrumbs, Button as AriaButton } from 'react-aria-components';
import { strings } from '#words/window/frame.ts';
import type { FilePurpose, FileRef, Listing } from '../../shared/api/files.ts';
import { orNotice } from '../actions/ask.ts';
import { client } from '../state/client.ts';
import { ChoiceList } from '../components/ChoiceList.tsx';
import { classes } from '../components/classes.ts';
import rowStyles from '../components/rows.module.css';
import styles from './FileBrowser.module.css';

export type FileBrowserProps = {
  purpose: FilePurpose;
  /** Where to begin; null: the folder where projects are kept. */
  folder: FileRef | null;
  /** The folder that is shown now. */
  onFolder: (listing: Listing) => void;
  /** A file was chosen with Enter or a double click. */
  onFile: (file: FileRef) => void;
  /** A file is marked, or (null) none is. */
  onMark: (file: FileRef | null) => void;
};

type Entry = Listing['entries'][number];

/** Folders and files of this machine, for hosts without dialogs of their own. Backspace goes to the enclosing folder. */
export function FileBrowser({ purpose, folder, onFolder, onFile, onMark }: FileBrowserProps) {
  const [listing, setListing] = useState<Listing | null>(null);
  const [marked, setMarked] = useState<FileRef | null>(null);
  const enter = useCallback(
    async (into: FileRef | null): Promise<void> => {
      const answer = await orNotice(() => client().call('files.browse', { folder: into, purpose }));
      if (!answer) return;
      setListing(answer);
      setMarked(null);
      onMark(null);
      onFolder(answer);
    },
    [purpose, onFolder, onMark],
  );
  useEffect(() => {
    const first = setTimeout(() => void enter(folder), 0);
    return () => clearTimeout(first);
    // Only where to begin: later the browser goes its own way.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  if (!listing) return <p className={styles.loading}>{strings.files.loading}</p>;

  const parent = listing.parents.at(-1);
  const choose = (entry: Entry): void => {
    if (entry.kind === 'folder') void enter(entry.file);
    else onFile(entry.file);
  };
  const mark = ({ file, kind }: Entry): void => {
    setMarked(file);
    onMark(kind === 'file' ? file : null);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Backspace' || !parent) return;
    event.preventDefault();
    void enter(parent.file);
  };
  return (
    <div className={styles.browser} onKeyDown={onKeyDown}>
      <FolderPath listing={listing} onEnter={(file) => void enter(file)} />
      <ChoiceList
        key={listing.label}
        label={strings.files.list}
        items={listing.entries.map((entry) => ({ ...entry, id: entry.file }))}
        textOf={({ name }) => name}
        selected={marked}
        onChange={mark}
        onChosen={choose}
        autoFocus
        none={<p className={styles.none}>{emptyText(purpose)}</p>}
        className={styles.list}
        rowClassName={classes(rowStyles.row, styles.entry)}
      >
        {({ kind, name }) => (
          <>
            {kind === 'folder' ? <Folder aria-hidden="true" /> : <FileText aria-hidden="true" />}
            <span>{name}</span>
          </>
        )}
      </ChoiceList>
    </div>
  );
}

function emptyText(purpose: FilePurpose): string {
  const isForFolders = ['new-project', 'export-folder', 'texts-folder'].includes(purpose);
  return isForFolders ? strings.files.noFolders : strings.files.empty;
}

/** Where the shown folder is, and the way up. */
function FolderPath({ listing, onEnter }: { listing: Listing; onEnter: (file: FileRef) => void }) {
  const parent = listing.parents.at(-1);
  return (
    <div className={styles.path}>
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

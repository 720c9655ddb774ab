import { FileText, Folder } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { ToggleButton } from 'react-aria-components';
import { size } from '#words/format.ts';
import { strings } from '#words/window/frame.ts';
import type { FilePurpose, FileRef, Listing } from '../../shared/api/files.ts';
import { inBackground } from '../actions/ask.ts';
import { client } from '../state/client.ts';
import { ChoiceList } from '../components/ChoiceList.tsx';
import { CutText } from '../components/CutText.tsx';
import { classes } from '../components/classes.ts';
import { moment } from '../components/moment.ts';
import rowStyles from '../components/rows.module.css';
import { FolderPath } from './FolderPath.tsx';
import { PathField } from './PathField.tsx';
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

/** The folder that is shown, and how many were shown until it: each begins with a list and a field of its own. */
type Shown = { listing: Listing; turn: number };

/** Folders and files of this machine, for hosts without dialogs of their own. Backspace goes to the enclosing folder. */
export function FileBrowser({ purpose, folder, onFolder, onFile, onMark }: FileBrowserProps) {
  const [shown, setShown] = useState<Shown | null>(null);
  const [marked, setMarked] = useState<FileRef | null>(null);
  const [isNewestFirst, setIsNewestFirst] = useState(false);
  const go = useCallback(
    async (into: FileRef | null, { typed = '', left = null }: { typed?: string; left?: FileRef | null } = {}) => {
      const listing = await client().call('files.browse', { folder: into, purpose, typed });
      const first = firstOf(listing, left);
      setShown((now) => ({ listing, turn: (now?.turn ?? 0) + 1 }));
      setMarked(first?.file ?? null);
      onMark(first?.kind === 'file' ? first.file : null);
      onFolder(listing);
    },
    [purpose, onFolder, onMark],
  );
  useEffect(() => {
    const first = setTimeout(() => inBackground(() => go(folder)), 0);
    return () => clearTimeout(first);
    // Only where to begin: later the browser goes its own way.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  if (!shown) return <p className={styles.loading}>{strings.files.loading}</p>;

  const { listing, turn } = shown;
  const enter = (into: FileRef): void => inBackground(() => go(into, { left: listing.folder }));
  const mark = ({ file, kind }: Entry): void => {
    setMarked(file);
    onMark(kind === 'file' ? file : null);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const parent = listing.parents.at(-1);
    if (event.key !== 'Backspace' || !parent) return;
    event.preventDefault();
    enter(parent.file);
  };
  return (
    <div className={styles.browser} onKeyDown={onKeyDown}>
      <div className={styles.bar}>
        <FolderPath listing={listing} onEnter={enter} />
        <ToggleButton isSelected={isNewestFirst} onChange={setIsNewestFirst} className={styles.order}>
          {strings.files.newestFirst}
        </ToggleButton>
      </div>
      <PathField
        key={turn}
        label={listing.label}
        onGo={(typed) => go(listing.folder, { typed })}
        onTyping={() => {
          setMarked(null);
          onMark(null);
        }}
      />
      <ChoiceList
        key={`list ${String(turn)}`}
        label={strings.files.list}
        items={inOrder(listing.entries, isNewestFirst).map((entry) => ({ ...entry, id: entry.file }))}
        textOf={({ name }) => name}
        selected={marked}
        onChange={mark}
        onChosen={({ file, kind }) => (kind === 'folder' ? enter(file) : onFile(file))}
        autoFocus
        none={<p className={styles.none}>{emptyText(purpose)}</p>}
        className={styles.list}
        rowClassName={classes(rowStyles.row, styles.entry)}
      >
        {(entry) => <EntryRow entry={entry} />}
      </ChoiceList>
    </div>
  );
}

/** Where the focus begins: on what a typed path led to, the folder that was left for the one around it, or the first file. */
function firstOf({ entries, found }: Listing, left: FileRef | null): Entry | undefined {
  const wanted = found ?? left;
  return entries.find(({ file }) => file === wanted) ?? entries.find(({ kind }) => kind === 'file');
}

function inOrder(entries: readonly Entry[], isNewestFirst: boolean): readonly Entry[] {
  if (!isNewestFirst) return entries;
  return entries.toSorted((a, b) => (a.kind === b.kind ? b.changed - a.changed : a.kind === 'folder' ? -1 : 1));
}

function emptyText(purpose: FilePurpose): string {
  const isForFolders = ['new-project', 'export-folder', 'texts-folder'].includes(purpose);
  return isForFolders ? strings.files.noFolders : strings.files.empty;
}

/** A folder or file: its name, and how it is told from others. */
function EntryRow({ entry: { kind, name, changed, size: bytes } }: { entry: Entry }) {
  return (
    <>
      {kind === 'folder' ? <Folder aria-hidden="true" /> : <FileText aria-hidden="true" />}
      <CutText className={styles.name}>{name}</CutText>{' '}
      <span className={styles.about}>
        <time>{moment(changed)}</time> <span>{bytes === null ? '' : size(bytes)}</span>
      </span>
    </>
  );
}

import { strings } from '#words/window/frame.ts';
import type { IncomingFile, RefusedFile } from '../state/incoming.ts';

/** Folders come in no order of their own: `2.txt` is to stand before `10.txt`. */
const order = new Intl.Collator(undefined, { numeric: true });

/** Whether a path has a part that begins with a dot, as systems name what is not meant to be seen. */
function isHidden(path: string): boolean {
  return path.split('/').some((part) => part.startsWith('.'));
}

/** The files of a file picker; those of a picked folder carry their path below it. Hidden files are left out. */
export function pickedFiles(files: Iterable<File>): IncomingFile[] {
  return [...files]
    .map((file) => ({ file, path: file.webkitRelativePath || file.name }))
    .filter(({ path }) => !isHidden(path))
    .sort((left, right) => order.compare(left.path, right.path));
}

export type Dropped = { files: IncomingFile[]; refused: RefusedFile[] };

/**
 * The files of a drop, folders with all they hold; what cannot be read is listed. Has to be called while the drop event
 * is handled: its entries are gone afterwards.
 */
export async function droppedFiles(transfer: DataTransfer): Promise<Dropped> {
  const items = [...transfer.items].filter((item) => item.kind === 'file');
  const dropped = items.map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }));
  const found: Dropped = { files: [], refused: [] };
  for (const { entry, file } of dropped) {
    if (entry) await collect(entry, entry.name, found);
    // A file that lies in no file system, such as an attachment dragged out of another program.
    else if (file) found.files.push({ file, path: file.name });
  }
  return found;
}

async function collect(entry: FileSystemEntry, path: string, found: Dropped): Promise<void> {
  if (entry.name.startsWith('.')) return;
  try {
    if (isFolder(entry)) {
      for (const child of await childrenOf(entry)) await collect(child, `${path}/${child.name}`, found);
    } else if (isFile(entry)) {
      const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
      found.files.push({ file, path });
    }
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    found.refused.push({ path, reason: strings.import.unreadable(error.message) });
  }
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

/** A reader hands out at most a hundred entries at a time, and none when it is done. */
async function childrenOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const children: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) break;
    children.push(...some);
  }
  return children.sort((left, right) => order.compare(left.name, right.name));
}

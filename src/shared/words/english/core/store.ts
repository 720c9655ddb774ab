const kept = 'What was to be done is not done; all before it is kept';

/** What is said of the project file. */
export const storeWords = {
  // What is in the way of writing, and what to do: ends of sentences, without their full stop.
  mayNotWrite: 'you may not write there. Choose another folder',
  maybeOpenElsewhere:
    'it may be open in another program, or you may not write there. Close it there, or choose another folder',
  openElsewhere: 'it is open in another program. Close it there and try again',
  diskProtected: 'the disk is write-protected. Choose another folder',
  diskIsFull: 'the disk is full. Make room or choose another disk',
  quotaUsedUp: 'your quota is used up. Make room or choose another disk',
  largerThanDiskHolds: 'the file would be larger than this disk can hold. Choose another disk',
  diskGaveError: 'the disk gave an error. Look whether it is sound and connected',
  diskGone: 'the disk is gone. Connect it again',
  networkGone: 'the folder is no longer reached over the network. Connect it again',
  tooManyOpen: 'too many files are open. Close other programs and try again',
  nameTooLong: 'its name is too long. Choose a shorter one',
  fileForFolder: 'a file stands where a folder is needed. Choose another folder',
  folderHasName: 'a folder has that name. Rename it, or choose another folder',
  folderGone: 'its folder is gone. Choose another folder',
  systemSays: ({ code }: { code: string }) => `the system says ${code}. Choose another folder`,
  notThere: 'it is not there any more',
  mayNotRead: 'you may not read it',

  cannotUse: ({ path, why }: { path: string; why: string }) => `Cannot read or write ${path}: ${why}.`,
  cannotUseSome: ({ why }: { why: string }) => `A file cannot be read or written: ${why}.`,
  cannotMove: ({ path, to, why }: { path: string; to: string; why: string }) =>
    `Cannot copy or move ${path} to ${to}: ${why}.`,
  notRegular: ({ name, kind }: { name: string; kind: 'pipe' | 'socket' | 'device' }) =>
    `Cannot read ${name}: it is a ${kind}, not a file. Save what it gives to a file, and name that.`,

  // What SQLite refuses while a project is open; `code` is its word for it.
  projectDiskFull: ({ code }: { code: string }) =>
    `The disk of the project’s file is full. ${kept}. Make room, then try again. (${code})`,
  projectProtected: ({ code }: { code: string }) =>
    `The project’s file can no longer be written: it, its folder or the disk is write-protected. ${kept}. Lift that, or save a copy elsewhere, then open it again. (${code})`,
  projectDiskError: ({ code }: { code: string }) =>
    `The disk gave an error with the project’s file. ${kept}. Look whether the disk is sound and connected, then open the project again. (${code})`,
  projectKept: ({ code }: { code: string }) =>
    `Another program keeps the project’s file to itself just now. ${kept}. Close it there, then try again. (${code})`,
  projectCannotOpen: ({ code }: { code: string }) =>
    `The project’s file, or the log beside it, cannot be opened any more. Look whether its folder is there and may be written, then open the project again. (${code})`,
  projectNotYours: ({ code }: { code: string }) =>
    `The project’s file may not be used by you. Ask whoever owns it, or copy it to a folder of yours. (${code})`,
  noMemory: ({ code }: { code: string }) =>
    `There is not enough memory for this. ${kept}. Close other programs, or do less at once. (${code})`,
  tooLarge: ({ code }: { code: string }) =>
    `This is larger than a project can hold. ${kept}. Do less at once. (${code})`,
  projectDamaged: ({ damage }: { damage: string }) =>
    `The project file is damaged (${damage}), and this needs what cannot be read in it. Verify the project, then restore a backup.`,
  misfit: ({ what }: { what: string }) =>
    `This cannot be done: the project file is damaged, and its records are not as its journal says (${what}). Verify the project, then restore a backup.`,
  damaged: ({ name, what }: { name: string; what: string }) =>
    `${name} is damaged (${what}), so nothing more is written to it. Verify it to see what is wrong, and restore a backup: “galley backups ${name}” lists them.`,

  // What is damaged: ends of sentences, without their full stop.
  strangePart: (part: FilePart) => `it holds ${namedPart(part)} that Galley did not make`,
  cannotBeChecked: 'it cannot be checked',
  changedDescription: ({ part }: { part: string }) => `the description of ${part} is not as it was written`,
  damagedWithoutLog: ({ damage }: { damage: string }) => `its log is damaged, and without what it held: ${damage}`,

  placeTaken: ({ name, neighbour }: { name: string; neighbour: string }) =>
    `${name} cannot be opened: the place of ${neighbour} is taken by something that is no file. Rename or remove that, then open the project again.`,
  logCannotGoIn: ({ name }: { name: string }) =>
    `${name} was not closed in order, and its log ${name}-wal cannot be taken in where it is: the folder is write-protected, or something else is in the place of ${name}-wal or ${name}-shm. Copy ${name} and ${name}-wal together to a folder of yours and open the copy.`,
  openInAWayOfItsOwn: ({ name }: { name: string }) =>
    `Another program has ${name} open in a way of its own. Close it there.`,
  noRoomToOpen: ({ name }: { name: string }) =>
    `There is no room on the disk to open ${name}. Make some, then try again.`,
  cannotOpenHere: ({ name, why }: { name: string; why: string }) =>
    `${name} cannot be opened where it is (${why}). Look whether its folder can be written and the disk is sound, or copy it elsewhere.`,
  notClosedIntoOne: ({ name, why }: { name: string; why: string }) =>
    `${name} could not be closed into one file (${why}). Nothing is lost: what it lacks stands in ${name}-wal beside it. Make room or lift what is in the way, then open and close it again, and until then move neither without the other.`,
  fullDisk: 'the disk is full',

  noFolder: ({ folder }: { folder: string }) => `There is no folder ${folder}. Make it first, or choose another.`,
  cannotWriteIn: ({ folder }: { folder: string }) => `Cannot write in ${folder}. Choose another folder.`,
  cannotMakeInUse: ({ name, reason }: { name: string; reason: string }) => `${name} cannot be made. ${reason}`,
  cannotMake: ({ path, why }: { path: string; why: string }) => `${path} cannot be made: ${why}.`,
  takenName: ({ path }: { path: string }) => `${path} is there already. Choose another name, or open that project.`,
  fileProtected: 'The file or its folder is write-protected.',
  openedToRead: 'It was opened to be read.',
  leftUnderOtherName: ({ name }: { name: string }) =>
    `${name} has several names (hard links) and was not closed under one of them. Open it under the name beside which its log lies (NAME.galley-wal). If there is none any more, copy the file and open the copy.`,
  noSuchFile: ({ path }: { path: string }) => `Cannot open ${path}: there is no such file.`,
  unreadableFile: ({ path }: { path: string }) => `Cannot open ${path}: it cannot be read.`,
  noProject: ({ name }: { name: string }) =>
    `${name} is not a Galley project. Import it into a project, or choose a .galley file.`,
  olderFile: ({ name, reason }: { name: string; reason: string }) =>
    `${name} comes from an older Galley and must be brought up to date, which it cannot be now. ${reason} Or copy it to a folder of yours and open the copy.`,
  newerFile: ({ name, version, newest }: { name: string; version: number; newest: number }) =>
    `${name} was written by a newer Galley (file version ${version}, this program knows ${newest}). Update Galley to open it; the file was not changed.`,
  wrongVersion: ({ name, version }: { name: string; version: number }) =>
    `${name} is damaged: it says that it is of file version ${version}, and what is in it is not. Restore a backup of it: “galley backups ${name}” lists them.`,
  longName: ({ begin, most }: { begin: string; most: number }) =>
    `The file name “${begin}…” is too long: ${most} bytes at most, because files with longer names lie beside an open project. Shorten it.`,
  longPath: ({ name, most }: { name: string; most: number }) =>
    `The path of “${name}” is too long: ${most} bytes at most. Move the project to a folder nearer to the top.`,

  // Names of what is kept beside a project. Galley looks for none of them.
  leftLogName: ({ stem, mark }: { stem: string; mark: string }) => `${stem} (left log${mark}).wal`,
  damagedLogFile: ({ stem, mark }: { stem: string; mark: string }) => `${stem} (damaged log${mark}).galley`,
  damagedLogName: ({ stem, mark }: { stem: string; mark: string }) => `${stem} (damaged log${mark}).wal`,

  foreignLogStays: ({ name }: { name: string }) =>
    `${foreignLog(name)} It cannot be put aside here. Copy ${name} alone to a folder of yours, and open that copy.`,
  foreignLogKept: ({ name, aside }: { name: string; aside: string }) =>
    `${foreignLog(name)} The log was kept as “${aside}” and not applied. To work with what you see, close and open it again; for another state, restore a backup.`,
  damagedLog: ({ name, last, lost, file, log }: DamagedLog) =>
    `The log of ${name}, which its program left when it ended, is damaged. ${heldUpTo(last)}; ${lost === 1 ? 'one later change' : `${lost} later changes`} cannot be read. File and log were kept as “${file}” and “${log}”. To go on with what is here, close the project and open it again; for another state, restore a backup.`,

  // Why a copy of a project cannot be used.
  copyWithForeignLog: ({ name }: { name: string }) => `The log beside ${name} is not its own.`,
  copyWithoutProject: 'It has no project record.',
  copyOfNewer: 'It was written by a newer Galley.',
  copyUnreadable: ({ why }: { why: string }) => `It cannot be read (${why}).`,
  copyNoProject: ({ name }: { name: string }) => `${name} is not a Galley project.`,
  copyDamaged: ({ damage }: { damage: string }) => `It is damaged: ${damage}.`,
  readJustNow: 'the project is being read at this moment',
  copyLacksActs: 'the copy lacks the last acts',
  copyWithoutActs: 'Nothing was done in it.',

  replacedInUse: ({ name, reason }: { name: string; reason: string }) =>
    `${name} cannot be replaced now. ${reason} Close it there first, or restore as a new file.`,
  restoredFromItself: 'This is the project itself. Choose one of its backups.',
  preparedCopyGone: ({ backup, name }: { backup: string; name: string }) =>
    `The copy of ${backup} is not there any more: another program had ${name} meanwhile. Nothing was changed; restore again.`,
  restoredNameTaken: ({ path }: { path: string }) => `${path} is there already. Choose another name.`,
  cannotWriteRestored: ({ folder, why }: { folder: string; why: string }) =>
    `Cannot write the restored file in ${folder}: ${why}. Nothing was changed.`,
  noSuchBackup: ({ path }: { path: string }) => `There is no file ${path}. Choose one that “galley backups” lists.`,
  cannotRestore: ({ name, problem }: { name: string; problem: string }) =>
    `${name} cannot be restored. ${problem} Choose another one.`,
  cannotRestoreIn: ({ folder }: { folder: string }) =>
    `Cannot write in ${folder}. Restore as a new file in a folder of yours.`,

  // Why the right to write cannot be had.
  inUse: 'Another Galley window or command has this project open.',
  lockPlaceTaken: ({ place }: { place: string }) =>
    `The place of its lock, ${place}, cannot be used: something else has that name, or it belongs to another user. Rename or remove it, then open the project again.`,
  linkedOfAnotherUser: ({ name }: { name: string }) =>
    `${name} has several names (hard links) and belongs to another user, who may have it open under another name. Copy it and open the copy.`,
  linkedWithoutLock: ({ name }: { name: string }) =>
    `${name} has several names (hard links), and no lock for all of them can be had on this machine. Copy it and open the copy.`,
} as const;

/** Article facts by the names that importers give them, as people read them. */
export const factLabels: Readonly<Record<string, string>> = {
  title: 'Title',
  byline: 'Byline',
  date: 'Date',
  site: 'Outlet',
  section: 'Section',
  url: 'Address',
  language: 'Language',
};

/** A part of a project file, by SQLite’s word for its kind. */
export type FilePart = { kind: string; name: string };

const parts: Readonly<Record<string, string>> = {
  table: 'a table',
  index: 'an index',
  trigger: 'a trigger',
  view: 'a view',
};

/** `a trigger “mine”`. */
export function namedPart({ kind, name }: FilePart): string {
  return `${parts[kind] ?? `a ${kind}`} “${name}”`;
}

/** `last`: the last act that is there, with its moment in UTC; null where none is. */
type DamagedLog = {
  name: string;
  last: { label: string; coder: string | null; at: string } | null;
  lost: number;
  file: string;
  log: string;
};

function heldUpTo(last: DamagedLog['last']): string {
  if (!last) return 'Nothing that was done is here';
  const whose = last.coder ? ` by ${last.coder}` : '';
  return `Here is all that was done up to “${last.label}”${whose}, ${last.at} UTC`;
}

function foreignLog(name: string): string {
  return `The log beside ${name} belongs to another state of it, as when a backup was copied over it.`;
}

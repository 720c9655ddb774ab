/** At most so many names stand in a line. */
const mostNames = 8;

function listed(names: readonly string[]): string {
  const more = names.length - mostNames;
  return names.slice(0, mostNames).join(', ') + (more > 0 ? ` and ${more} more` : '');
}

/** What is said of files that are read and written, whatever they hold. */
export const filesWords = {
  neitherFileNorFolder: 'This is neither a file nor a folder.',
  linkOrDevice: 'Links and devices are not followed.',
  notThere: 'There is no such file.',
  mayNotRead: 'It cannot be read: permission denied.',
  systemSays: ({ code }: { code: string }) => `It cannot be read (${code}).`,
  notRegular: 'This is not a regular file.',
  tooLarge: ({ megabytes }: { megabytes: string }) =>
    `The file has ${megabytes} MB; Galley imports files of up to 100 MB. Split it first.`,

  /** `why`: the end of a sentence, without its full stop. */
  cannotWrite: ({ path, why }: { path: string; why: string }) => `Cannot write ${path}: ${why}.`,
  inTheWay: ({ folder, files }: { folder: string; files: readonly string[] }) =>
    `${folder} holds ${files.length === 1 ? 'a file' : `${files.length} files`} that no export of this project wrote, or that somebody changed since: ${listed(files)}. ` +
    'Choose another folder, or allow that they are replaced (--replace on the command line).',
  /** `why`: a sentence. */
  unrecorded: ({ why }: { why: string }) =>
    `All files are written and whole, but not the record of them. ${why} Until one is written, the next export into this folder asks before it replaces them.`,
  leftInFolder: ({ files }: { files: readonly string[] }) => {
    const what =
      files.length === 1 ? '1 file of an earlier export is' : `${files.length} files of an earlier export are`;
    return `${what} still in the folder, which this export did not write: ${listed(files)}`;
  },
} as const;

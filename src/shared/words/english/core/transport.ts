import { count } from '../format.ts';

/** What is said of the line between window and core. */
export const transportWords = {
  lost: 'The connection to Galley was lost before it answered. Look whether your last step is there, then go on.',
  closed: 'Galley cannot be reached. Was it closed? Start it again; everything it had answered is saved.',
  notFetched: ({ reason }: { reason: string }) => `The article could not be fetched (${reason}).`,
  reading: ({ files }: { files: number }) => `Reading ${count(files, 'file', 'files')}`,
  notRead: ({ file, reason }: { file: string; reason: string }) => `“${file}” could not be read (${reason}).`,
  tooLarge: ({ file, megabytes }: { file: string; megabytes: number }) =>
    `“${file}” is larger than ${megabytes} MB. Split it and import the parts.`,
  relativePath: 'A file needs a relative path with forward slashes, such as “2024/report.txt”.',
} as const;

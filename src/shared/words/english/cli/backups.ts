import { count } from '../format.ts';

/** `galley backups`. */
export const backupsVerbWords = {
  summary: 'List the backups of a project, newest first, and whether each is sound.',
  details: [
    'The project’s file may be missing or damaged. A day’s backup holds the project as that day left it, by your calendar.',
    'Backups of other copies of the project are listed too, with the file that they are of; `galley restore` brings one back.',
  ],
  none: 'There are no backups of this project on this machine.',
  sound: 'sound',
  notSound: 'NOT SOUND',
  size: ({ bytes }: { bytes: number }) => `${(bytes / 1e6).toFixed(1)} MB`,
  held: ({ documents, codes, codings }: { documents: number; codes: number; codings: number }) =>
    [
      count(documents, 'document', 'documents'),
      count(codes, 'code', 'codes'),
      count(codings, 'coding', 'codings'),
    ].join(', '),
  last: ({ label, coder }: { label: string; coder: string | null }) =>
    `last: ${label}${coder === null ? '' : ` (${coder})`}`,
  kinds: {
    day: '',
    'before-restore': 'the state before a restoring',
    version: 'from before the file was brought up to date',
  },
  of: ({ file }: { file: string }) => `of ${file}`,
} as const;

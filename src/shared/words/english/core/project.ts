/** What each browsing looks for. */
const wanted = {
  'open-project': 'a Galley project (.galley)',
  'new-project': 'a folder',
  'export-folder': 'a folder',
  'import-codebook': 'a codebook (.csv, .json or .qdc)',
  'open-package': 'a package (.zip)',
  'texts-folder': 'a folder',
} as const;

/** What is said of opening, backups and settings. */
export const projectWords = {
  whoseBackups: 'No project is open. Say whose backups you mean.',
  /** The names of a file that is made of a backup: `News (backup of 2024-03-14).galley`. */
  backupOfDay: ({ stem, day, mark }: { stem: string; day: string; mark: string }) =>
    `${stem} (backup of ${day}${mark}).galley`,
  restored: ({ stem, mark }: { stem: string; mark: string }) => `${stem} (restored${mark}).galley`,

  // What is being done, while it lasts.
  copying: ({ file }: { file: string }) => `Copy ${file} (MB)`,
  lookingThrough: ({ file }: { file: string }) => `Look through the copy of ${file}`,

  unreadableFolder: ({ path }: { path: string }) => `The folder ${path} cannot be read. Choose another one.`,
  nothingThere: ({ path }: { path: string }) => `There is nothing at ${path}. Check the path.`,
  unsuited: ({ path, purpose }: { path: string; purpose: keyof typeof wanted }) =>
    `${path} is not ${wanted[purpose]}. Choose another one.`,
  noDialogs: 'This host has no file dialogs; browse instead.',
  noFileManager: ({ path }: { path: string }) => `This host has no file manager. Look in ${path}.`,
  folderGone: ({ path }: { path: string }) => `The folder ${path} is no longer there.`,
  noLicences: ({ path }: { path: string }) =>
    `The list of licences, ${path}, is made with the program: run “npm run build”.`,
  /** A project whose name no file can have. */
  unnamed: 'Project',
} as const;

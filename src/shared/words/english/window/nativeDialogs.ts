/** Titles of the system's dialogs for files, by what a file is chosen for. */
export const dialogWords = {
  'open-project': 'Open project',
  'new-project': 'Folder for the new project',
  'export-folder': 'Folder for the export',
  'texts-folder': 'Folder of texts',
  'open-package': 'Re-attach a package',
  'import-codebook': 'Import codebook',
} as const;

/** Kinds of files that such a dialog offers. */
export const fileWords = { project: 'Galley project', package: 'Package', codebook: 'Codebook' } as const;

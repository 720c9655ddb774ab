/** What is said of exports. */
export const exportingWords = {
  /** The folder beside a project that its exports go to. */
  exportsFolder: 'Exports',
  ownWorkOnly:
    'You have articles in a blind round, so an export holds your own work alone. Choose all coders, or yourself.',
  recipeTaken: ({ name }: { name: string }) => `An export is called “${name}” already. Choose another name.`,
  recipeGone: 'This saved export is no longer in the project.',

  // What is being done, while it lasts.
  exporting: ({ formats, folder }: { formats: readonly string[]; folder: string }) =>
    `Export ${formats.join(', ')} to ${folder}`,
  previewing: 'Look at the table',
  packaging: ({ name }: { name: string }) => `Package without texts: ${name}`,
  readingPackage: ({ file }: { file: string }) => `Read package ${file}`,
  attaching: ({ file }: { file: string }) => `Re-attach ${file}`,

  packageOfAll: 'A package holds the work of all coders, and you have articles in a blind round.',
  packageTooDeep: ({ fault }: { fault: string }) => `${fault}, and nobody could re-attach them. Move it up first.`,
  noneOfPackage: ({ wanted, name }: { wanted: number; name: string }) =>
    `None of the files is an article of this package. ${wanted} ${wanted === 1 ? 'is' : 'are'} wanted, such as “${name}”.`,
  noTexts: ({ path, wanted }: { path: string; wanted: number }) =>
    `There is no text in ${path}. Choose the folder that has the ${wanted === 1 ? 'article' : `${wanted} articles`} of this package.`,
  attachedInNew: 'A package is re-attached in a new project: this one holds documents or work already.',
  packageContradicts: ({ why }: { why: string }) => `The package contradicts itself (${why}). Ask for it again.`,

  tableWarning: ({
    program,
    table,
    variable,
    row,
    message,
  }: {
    program: string;
    table: string;
    variable: string | null;
    row: number | null;
    message: string;
  }) => {
    const where = [program, table, variable, row === null ? null : `row ${row}`].filter((part) => part !== null);
    return `${where.join(', ')}: ${message}`;
  },
  noRows: 'The table has no rows: nothing in the project passes the choice of rows.',
  ownWork: ({ coder }: { coder: string }) => `Only the work of ${coder}, who codes in a blind round.`,
  gone: ({ what }: { what: 'code' | 'coder' | 'fact' | 'round' }) =>
    `The choice of rows names a ${what} that is no longer in the project. Choose it anew.`,
  outsideText: ({ document }: { document: string }) =>
    `A coding of “${document}” lies outside its text. Verify the project.`,
  /** Values of a fact that do not read as its level. `places`: the first of them, each as `valueIn`. */
  unreadFact: ({
    fact,
    level,
    count,
    isFilter,
    places,
  }: {
    fact: string;
    level: 'day' | 'number';
    count: number;
    isFilter: boolean;
    places: readonly string[];
  }) => {
    const values = count === 1 ? `1 value does not read as a ${level}` : `${count} values do not read as ${level}s`;
    const outcome = isFilter ? 'the choice of rows leaves out these documents' : 'the cells are empty';
    const shown = places.join(', ') + (count > places.length ? ' …' : '');
    const form = level === 'day' ? 'as YYYY-MM-DD' : 'in digits';
    return `${fact}: ${values}, so ${outcome}: ${shown}. Set them among the facts, ${form}.`;
  },
  valueIn: ({ value, document }: { value: string; document: string }) => `“${value}” in ${document}`,

  scriptNeedsData: ({ language, formats }: { language: string; formats: readonly string[] }) =>
    `The ${language} script needs data to load. Choose one of these formats, too: ${formats.join(', ')}.`,
  parquetInOneFile: 'Parquet in one file',
  noSplitColumn: ({ table, split, columns }: { table: string; split: string; columns: readonly string[] }) =>
    `The table ${table} has no column “${split}” to split by; it has: ${columns.join(', ')}.`,
  tooManyParts: ({ column, most }: { column: string; most: number }) =>
    `“${column}” has more than ${most} values; a folder for each would be no use. ` +
    'Split by a column with few values, such as the outlet, or write one file.',
  tooManyColumns: ({ columns }: { columns: number }) =>
    `An Excel sheet holds at most 16,384 columns, but the table has ${columns}; choose fewer columns.`,
  severalSheets: ({ sheets }: { sheets: number }) =>
    `the table has more rows than an Excel sheet holds; it goes on, on ${sheets} sheets in all`,
  noTable: ({ path, other }: { path: string; other: string }) =>
    `Cannot replace ${path}: it holds “${other}”, which is no part of a table. Move it, or choose another folder.`,
  folderInPlace: ({ path }: { path: string }) =>
    `Cannot write ${path}: a folder has that name. Rename it, or choose another folder.`,

  annotationWarning: ({ format, document, message }: { format: string; document: string | null; message: string }) =>
    `${format}${document === null ? '' : `, “${document}”`}: ${message}`,
  moreWarnings: ({ format, count }: { format: string; count: number }) =>
    `${format}: ${count === 1 ? 'one more warning' : `${count} more warnings`} of these kinds`,
  filesLeft: ({ format, count, first }: { format: string; count: number; first: string }) =>
    `${format}: the folder still has ${count === 1 ? 'a file' : `${count} files`} that this export did not write (${first}${count > 1 ? ', …' : ''}); remove what comes from an earlier export`,
} as const;

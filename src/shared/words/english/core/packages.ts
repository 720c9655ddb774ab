import { count, number } from '../format.ts';

function megabytes(bytes: number): string {
  return `${number(Math.ceil(bytes / 2 ** 20))} MB`;
}

type Sizes = { size: number; most: number };

function mostBytes({ size, most }: Sizes): string {
  return `${megabytes(size)}; Galley reads packages of up to ${megabytes(most)}.`;
}

/** What is said of packages. */
export const packagesWords = {
  unreadable: ({ path, reason }: { path: string; reason: string }) =>
    `Cannot read ${path} (${reason}). Choose a package that Galley has written.`,
  noZip: 'This is no package: it is not a zip file. Choose a file that Galley has packed.',
  noManifest: 'This is no package of Galley: it has no manifest.json. Choose one that Galley has packed.',
  newer: ({ version, newest }: { version: number; newest: number }) =>
    `This package has version ${version}, and this Galley reads up to ${newest}. Get a newer Galley.`,
  zipTooLarge: ({ file, ...sizes }: Sizes & { file: string }) =>
    `The package says that its files up to ${file} have ${mostBytes(sizes)}`,
  folderTooLarge: ({ folder, ...sizes }: Sizes & { folder: string }) =>
    `The files of ${folder} have ${mostBytes(sizes)}`,

  damaged: ({ what }: { what: string }) => `The package is damaged: ${what}. Ask for it again.`,
  cannotOpen: 'it cannot be opened',
  tooManyFiles: ({ files }: { files: number }) => `it lists ${files} files`,
  brokenList: 'its list of files is broken',
  fileTwice: ({ file }: { file: string }) => `it has ${file} twice`,
  cannotUnpack: ({ file }: { file: string }) => `${file} cannot be unpacked`,
  otherThanPacked: ({ file }: { file: string }) => `${file} is not what was packed`,
  /** `detail`: what the library says. */
  withDetail: ({ what, detail }: { what: string; detail: string }) => `${what} (${detail})`,

  /** `place`: the file, maybe with its line; `what`: what is wrong with it. */
  unusable: ({ place, what }: { place: string; what: string }) =>
    `The package cannot be used: ${place}: ${what}. Nothing was changed.`,
  inLine: ({ file, line }: { file: string; line: number }) => `${file}, line ${line}`,
  missingFile: 'the file is missing',
  otherFile: 'it is not what was packed',
  otherCount: ({ lines }: { lines: number }) => `it should have ${count(lines, 'line', 'lines')}`,
  manifestField: ({ field, fault }: { field: string; fault: string }) => `${field}: ${fault}`,
  notManifest: 'not a manifest',
  noJson: 'this is no JSON in UTF-8',
  noRecord: 'this is no record',
  /** `fault`: what is wrong with its value, as the end of the sentence. */
  wrongField: ({ field, fault }: { field: string; fault: string }) => `“${field}” ${fault}`,
  idTwice: ({ id }: { id: string }) => `the id ${id} is there twice`,
  namesNothing: ({ field, file }: { field: string; file: string }) => `“${field}” names nothing in ${file}`,
  tooManyLevels: ({ code, most }: { code: string; most: number }) =>
    `“${code}” has more than ${most} levels, or stands below itself`,
  noPassage: ({ start, end }: { start: number; end: number }) => `${start} to ${end} is no passage of its text`,
  unknownReach: ({ reach }: { reach: string }) => `“reach” ${reach} is none that Galley writes`,
  noPlaces: '“evidence” is no list of places',

  /** Why a coding of a package was not placed. */
  noQuotation: 'the text is another one, and the package has no quotation',
  standsOften: ({ count }: { count: number }) => `its words stand ${count} times in the text`,
  standsUnproved: 'its words stand in the text, but this older package does not say what stood around them',
  stoodOften: ({ count }: { count: number }) =>
    `its words stood ${count} times in the text that was coded, and stand here once`,
  standsElsewhere: 'its words stand in the text, but among other words than where they were coded',
  standsNowhere: 'its words do not stand in the text',
  similarWords: 'only similar words stand in the text',
  sameCoding: 'the same coding stands there already',

  /** What became of texts that people wrote. `mark`: what stands for words that were taken out. */
  textsCleaned: ({ mark }: { mark: string }) =>
    `Memos, examples, definitions and answers in words: where they repeat more than the longest quotation (and more than
20 characters) of an article, “${mark}” stands instead. Names, paths and bibliographic facts (title, byline, date,
outlet, section, address, language) are as they were.`,
  textsKept:
    'Memos, examples, definitions and answers in words are as they were written: they may repeat words of the articles.',
  textsDropped:
    'Memos, reasons, examples and answers in words were left out; definitions were cleaned of words of the articles.',
  quotes: ({ quote }: { quote: number }) =>
    quote === 0
      ? 'It holds no quotations.'
      : `Each coding has at most the first ${quote === 1 ? 'character' : `${quote} characters`} of its passage.`,
  /** `quotes`, `texts`: as above. `list`: the data files, a line each. */
  readme: ({
    project,
    program,
    version,
    quotes,
    texts,
    list,
  }: Record<'project' | 'program' | 'quotes' | 'texts' | 'list', string> & {
    version: number;
  }) => `${project}: codings without the texts
Written by ${program}. Package format ${version}.

This package holds what was coded, and not the articles: their texts and files are left out, because others have rights
in them. ${quotes}
${texts}

To use it with the articles, get the same files and run
  galley re-attach THIS.zip FOLDER_OR_FILES P.galley
or choose “Re-attach a package…” in Galley. Texts are known by their SHA-256.

Files
Every .jsonl file has one record a line, in JSON and UTF-8. Ids are UUIDs. Moments are milliseconds since 1970-01-01 UTC.
Places are half-open [start, end) and count Unicode code points of the text that Galley made of the file (LF line ends, no
byte order mark). The number after each name is its number of records.
${list}
  codebook.json: the codebook, to read, or to import by itself

documents.jsonl    text_sha256: of the text in UTF-8; original_sha256: of the file; characters: length in code points
codings.jsonl      quote: the passage or its beginning, null for none; cut: whether it goes on; quote_hash: the first 16
                   bytes of the SHA-256 of the whole passage in UTF-8; version: number of the codebook version;
                   stands: how often the passage stands in the text (1000: or more); which: which of them it is;
                   before, after: the first 4 bytes of the SHA-256 of “before” or “after”, the text_sha256 and the
                   passage with the code points before or after it, as many as reach says, parted by blanks; where
                   the text ends sooner, of “start” or “end” and both sides; null where that says nothing
answers.jsonl      annotation null: about the whole article; coder null: an article fact; state: given, absent or
                   not-applicable; value: a number, several numbers as a JSON list, a date, text, or an entity's id
statuses.jsonl     how far a coder is with an article; no record: to do
versions.jsonl     published versions of the codebook, whole; places in them count UTF-16 units
Earlier versions of corrected texts, and what was said about disagreements, are not in it.
Hashes of very short passages can be guessed by trying words; those of what stands around hold 32 characters or more. Many overlapping quotations may together say more than one.
`,
} as const;
